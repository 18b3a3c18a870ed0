package boards

import (
	"cmp"
	"slices"
)

// Breakout is a group of a workshop with more people than fit around one map: who works there, and on which phases.
// The facilitator deals people out, moves them and brings everybody back. It is no secret: people must find each other.
type Breakout struct {
	Number    int      `field:"number,min=1,max=20"`
	PhaseIDs  []string `field:"phase_ids,of=phase,most=12"`
	PersonIDs []string `field:"person_ids,max=40,most=1000"`
}

// mostBreakouts is how many groups one facilitator can still walk along.
const mostBreakouts = 20

// perBreakout is the size dealt for when nobody says how many groups: four to six is a good size.
const perBreakout = 5

var breakoutKind = define[Breakout](Kind{Name: "breakout", Made: ByServer, Reach: ToPages, Limit: mostBreakouts})

// Hand is a raised hand: somebody would like to speak. The earliest is first in the queue.
type Hand struct {
	PersonID string `field:"person_id,of=person"`
	Since    string `field:"since,time"`
}

var handKind = define[Hand](Kind{Name: "hand", Made: ByServer, Reach: ToPages, Limit: 1000, Parent: "person_id"})

// split deals those who take part into groups, departments mixed, and the phases over the groups in their order: a group has a run of
// phases, and with more groups than phases some work on the same one. Earlier groups end. args: groups? (how many).
func split(a acting) ([]Effect, *Refusal) {
	people := slices.DeleteFunc(slices.Clone(a.board.All("person")), func(p *Record) bool { return p.Str("role") != RoleParticipant })
	if len(people) < 2 {
		return nil, refuse("too_few", "groups").reason("groups")
	}
	n := a.args.intOr("groups", max((len(people)+perBreakout/2)/perBreakout, 2))
	if n < 2 || n > min(mostBreakouts, len(people)) {
		return nil, refuse("bad_value", "groups")
	}
	effects := a.endedAll("breakout")
	phases := a.board.All("phase")
	for i, hands := range dealt(byDepartment(people, a.now.ID()), n) {
		group, no := a.make("breakout", Fields{"number": i + 1, "person_ids": hands, "phase_ids": phasesOf(phases, i, n)})
		if no != nil {
			return nil, no
		}
		effects = append(effects, group)
	}
	return effects, nil
}

// phasesOf gives the phases of group i of n.
func phasesOf(phases []*Record, i, n int) []string {
	ids := []string{}
	if len(phases) == 0 {
		return ids
	}
	from, to := i*len(phases)/n, (i+1)*len(phases)/n
	for _, phase := range phases[from:max(to, from+1)] {
		ids = append(ids, phase.ID)
	}
	return ids
}

// gather brings everybody back: there are no groups any more. What they made stands on the map.
func gather(a acting) ([]Effect, *Refusal) { return a.endedAll("breakout"), nil }

// endedAll gives the end of all records of a kind that the server made.
func (a acting) endedAll(kind string) []Effect {
	var effects []Effect
	for _, r := range a.board.byRank(kind) {
		effects = append(effects, Effect{E: "del", ID: r.ID, With: r.ID})
	}
	return effects
}

// byRank gives the records of a kind by their number, for a log that is the same in every run.
func (b *Board) byRank(kind string) []*Record {
	list := slices.Clone(b.All(kind))
	slices.SortFunc(list, func(x, y *Record) int {
		of, _ := x.Int("number")
		other, _ := y.Int("number")
		return cmp.Or(of-other, cmp.Compare(x.ID, y.ID))
	})
	return list
}

// placeIn says where somebody works, or on what a group works. id: the group. args: person? (moves here, out of another group),
// phases? (ids, instead of those it had).
func placeIn(a acting) ([]Effect, *Refusal) {
	group, no := a.record("breakout")
	if no != nil {
		return nil, no
	}
	var effects []Effect
	if a.args.has("phases") {
		effects, no = a.set(group, Fields{"phase_ids": a.args.texts("phases")})
	}
	if no != nil || !a.args.has("person") {
		return effects, no
	}
	person := a.board.Get(a.args.text("person"))
	if person == nil || person.Kind != "person" {
		return nil, refuse("not_found", "person")
	}
	moved, no := a.worksIn(group, person.ID)
	return append(effects, moved...), no
}

// worksIn moves somebody into a group, out of any other.
func (a acting) worksIn(group *Record, person string) ([]Effect, *Refusal) {
	var effects []Effect
	for _, other := range a.board.byRank("breakout") {
		people, in := other.List("person_ids"), other.ID == group.ID
		if slices.Contains(people, person) == in {
			continue
		}
		if in {
			people = append(slices.Clone(people), person)
		} else {
			people = slices.DeleteFunc(slices.Clone(people), func(id string) bool { return id == person })
		}
		more, no := a.set(other, Fields{"person_ids": people})
		if no != nil {
			return nil, no
		}
		effects = append(effects, more...)
	}
	return effects, nil
}

// joinsBreakout gives somebody who comes late a place in the smallest group, when people work in groups.
func (a acting) joinsBreakout(person string) ([]Effect, *Refusal) {
	groups := a.board.byRank("breakout")
	if len(groups) == 0 {
		return nil, nil
	}
	smallest := slices.MinFunc(groups, func(x, y *Record) int { return a.present(x) - a.present(y) })
	return a.worksIn(smallest, person)
}

// raiseHand is one's own hand, up or down. args: on (default true).
func raiseHand(a acting) ([]Effect, *Refusal) {
	on := a.args.flag("on", true)
	person := a.board.Get(a.who.Person)
	if person == nil || person.Kind != "person" { // the program has no hand
		return nil, nil
	}
	up := a.board.Hanging(person.ID, "hand")
	switch {
	case !on:
		return a.lowered(person.ID), nil
	case len(up) > 0: // a second press does not lose the place in the queue
		return nil, nil
	}
	hand, no := a.put("hand", Fields{"person_id": person.ID, "since": isoTime(a.now.wall())})
	return []Effect{hand}, no
}

func (a acting) lowered(person string) []Effect {
	var effects []Effect
	for _, hand := range a.board.Hanging(person, "hand") {
		effects = append(effects, Effect{E: "del", ID: hand.ID, With: hand.ID})
	}
	return effects
}

// giveFloor says who speaks now, or with on=false that somebody does not any more; either way their hand goes down. Without an id
// nobody speaks. id?: a person. args: on (default true).
func giveFloor(a acting) ([]Effect, *Refusal) {
	screen := a.board.one("projector_state")
	on := a.args.flag("on", true)
	if a.id == "" {
		return a.set(screen, Fields{"speaker_id": nil})
	}
	person, no := a.record("person")
	if no != nil {
		return nil, no
	}
	effects := a.lowered(person.ID)
	switch {
	case on:
		return a.together(effects, screen, Fields{"speaker_id": person.ID})
	case screen.Str("speaker_id") == person.ID:
		return a.together(effects, screen, Fields{"speaker_id": nil})
	}
	return effects, nil
}
