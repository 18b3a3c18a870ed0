package boards

import (
	"maps"
	"slices"
)

// openRound opens a hidden collection under an id the page made. For a vote: args item_ids, dots?, max_per_item?, object_type?.
func openRound(a acting) ([]Effect, *Refusal) {
	if !validID(a.id) || a.board.taken(a.id) {
		return nil, refuse("bad_value", "id")
	}
	collect := a.args.text("collect")
	if collect != "vote" {
		return nil, refuse("bad_value", "collect")
	}
	if a.openRoundOf(collect) != nil {
		return nil, refuse("locked", "collect")
	}
	items := a.args.texts("item_ids")
	if no := a.votable(items); no != nil {
		return nil, no
	}
	fields := a.ballot(items)
	round, no := a.put("round", fields)
	if no != nil {
		return nil, no
	}
	round.Record.ID = a.id
	return a.together([]Effect{round}, a.board.one("projector_state"), Fields{"view": "vote", "object_ref": a.id, "blank": false})
}

// ballot gives the fields of a vote round (method.md 2.7: about a quarter of the items as dots, 3 to 8).
func (a acting) ballot(items []string) Fields {
	return Fields{
		"collect": "vote", "state": "open", "item_ids": items, "object_type": a.board.Get(items[0]).Kind,
		"dots":         a.args.intOr("dots", dotsFor(len(items))),
		"max_per_item": a.args.intOr("max_per_item", a.board.Workshop().DotsMaxPerItem),
		"number":       a.roundNumber("vote"),
		"anonymous":    true, "electorate": eligible(a.board),
	}
}

// dotsFor gives clamp(round(items/4), 3, 8), halves rounded up.
func dotsFor(items int) int { return min(max((items+2)/4, 3), 8) }

func (a acting) openRoundOf(collect string) *Record {
	for _, round := range a.board.byKind["round"] {
		if round.Str("collect") == collect && round.Str("state") == "open" {
			return round
		}
	}
	return nil
}

func (a acting) roundNumber(collect string) int {
	n := 1
	for _, round := range a.board.byKind["round"] {
		if round.Str("collect") == collect {
			n++
		}
	}
	return n
}

// votable: two to a hundred different items of one kind, pains only with a step and enough words.
func (a acting) votable(items []string) *Refusal {
	if len(items) < 2 {
		return refuse("too_few", "item_ids")
	}
	if len(items) > 100 {
		return refuse("too_long", "item_ids")
	}
	for i, id := range items {
		r := a.board.Get(id)
		if r == nil || len(r.To) > 0 {
			return refuse("not_found", "item_ids")
		}
		if (r.Kind != "pain" && r.Kind != "fix") || r.Kind != a.board.Get(items[0]).Kind || slices.Contains(items[:i], id) ||
			(r.Kind == "pain" && !Votable(r)) {
			return refuse("bad_value", "item_ids")
		}
	}
	return nil
}

// eligible gives who may answer: participants with a department; facilitators and guests where the board says so.
func eligible(b *Board) []string {
	ids := []string{}
	for _, p := range b.All("person") {
		if takesPart(b, p) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func takesPart(b *Board, person *Record) bool {
	if person == nil || person.Str("department_id") == "" {
		return false
	}
	switch person.Str("role") {
	case RoleParticipant:
		return true
	case RoleFacilitator, RoleCoFacilitator:
		return b.Workshop().FacilitatorPart
	case RoleGuest:
		return b.Workshop().GuestsVote
	}
	return false
}

// decideAnswer seals one answer of one person (a vote for now): one per person, round and object.
func decideAnswer(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	fields := maps.Clone(op.Fields)
	maps.DeleteFunc(fields, func(_ string, v any) bool { return v == nil })
	answer := &Record{ID: op.ID, Kind: op.Kind, At: now.At, Fields: fields, To: []string{who.Person}}
	if no := checkFields(b, who, answer, fields, true); no != nil {
		return nil, no
	}
	if no := mayAnswer(b, answer, who); no != nil {
		return nil, no
	}
	return castVote(b, answer, who)
}

func mayAnswer(b *Board, answer *Record, who Actor) *Refusal {
	round := b.Get(answer.Str("round_id"))
	switch {
	case round == nil || round.Str("collect") != answer.Kind:
		return refuse("not_found", "round_id")
	case round.Str("state") != "open":
		return refuse("round_closed", "round_id")
	case !takesPart(b, b.Get(who.Person)):
		return refuse("not_allowed", "")
	case !slices.Contains(round.List("item_ids"), answer.Str("item_id")):
		return refuse("not_found", "item_id")
	}
	return nil
}

// castVote puts, changes or takes back a person's dots on one item; the budget holds in the total order of the log.
func castVote(b *Board, vote *Record, who Actor) ([]Effect, *Refusal) {
	round := b.Get(vote.Str("round_id"))
	count, said := vote.Int("count")
	if !said {
		return nil, refuse("bad_value", "count")
	}
	most, _ := round.Int("max_per_item")
	dots, _ := round.Int("dots")
	before, spent := myVotes(b, vote, who.Person)
	if count > most || spent+count > dots {
		return nil, refuse("over_budget", "count")
	}
	switch {
	case before == nil && count == 0:
		return nil, nil
	case before == nil && b.taken(vote.ID): // also where it would push somebody's deleted card out of reach
		return nil, refuse("bad_value", "id")
	case before == nil:
		return []Effect{{E: "put", Record: vote, To: vote.To}}, nil
	case count == 0:
		return []Effect{{E: "del", ID: before.ID, To: before.To}}, nil
	}
	return []Effect{{E: "set", ID: before.ID, Fields: Fields{"count": count}, To: before.To}}, nil
}

// myVotes finds this person's vote on the item, and what their other votes of the round cost.
func myVotes(b *Board, vote *Record, person string) (same *Record, spent int) {
	for _, r := range b.sealed[person] {
		if r.Kind != "vote" || r.Str("round_id") != vote.Str("round_id") {
			continue
		}
		if r.Str("item_id") == vote.Str("item_id") {
			same = r
			continue
		}
		n, _ := r.Int("count")
		spent += n
	}
	return same, spent
}

// sayReady keeps an explicit "I am done"; others only ever get the number. args: ready (default true).
func sayReady(a acting) ([]Effect, *Refusal) {
	round, no := a.record("round")
	if no != nil {
		return nil, no
	}
	if round.Str("state") != "open" {
		return nil, refuse("round_closed", "id")
	}
	if !takesPart(a.board, a.board.Get(a.who.Person)) {
		return nil, refuse("not_allowed", "")
	}
	on := a.args.flag("ready", true)
	for _, r := range a.board.sealed[a.who.Person] {
		if r.Kind == "ready" && r.Str("round_id") == round.ID {
			if on {
				return nil, nil
			}
			return []Effect{{E: "del", ID: r.ID, To: r.To}}, nil
		}
	}
	if !on {
		return nil, nil
	}
	ready, no := a.put("ready", Fields{"round_id": round.ID}, a.who.Person)
	return []Effect{ready}, no
}

// Readiness gives how many of how many said they are done with a round.
func Readiness(b *Board, round string) (ready, of int) {
	return len(b.Hanging(round, "ready")), len(eligible(b))
}

func cancelRound(a acting) ([]Effect, *Refusal) {
	round, no := a.record("round")
	if no != nil {
		return nil, no
	}
	if round.Str("state") != "open" {
		return nil, refuse("round_closed", "id")
	}
	effects, no := a.set(round, Fields{"state": "cancelled"})
	return append(effects, a.unseal(round)...), no
}

// unseal deletes what was answered, each for its author alone. No tombstone: what was secret is not kept for a day.
func (a acting) unseal(round *Record) []Effect {
	var effects []Effect
	for _, person := range a.board.answerers() {
		for _, r := range inOrder(a.board.sealed[person]) {
			if r.Str("round_id") == round.ID {
				effects = append(effects, Effect{E: "del", ID: r.ID, To: r.To})
			}
		}
	}
	return effects
}

// answerers gives everybody who has something sealed, sorted so that every run is alike.
func (b *Board) answerers() []string {
	people := make([]string, 0, len(b.sealed))
	for person := range b.sealed {
		people = append(people, person)
	}
	slices.Sort(people)
	return people
}

// revealRound shows a round at once: the answers anew, in shuffled order, without person and time (B9).
func revealRound(a acting) ([]Effect, *Refusal) {
	round, no := a.record("round")
	if no != nil {
		return nil, no
	}
	if round.Str("state") != "open" {
		return nil, refuse("round_closed", "id")
	}
	count := countVotes(a.board, round)
	effects, no := a.together(nil,
		round, Fields{"state": "revealed", "voters": count.voters, "one_voter_departments": count.lonely()},
		a.board.one("projector_state"), Fields{"view": "vote", "object_ref": round.ID, "revealed_round_id": round.ID, "blank": false})
	if no != nil {
		return nil, no
	}
	tallies, no := a.tallies(round, count)
	if no != nil {
		return nil, no
	}
	return append(append(effects, tallies...), a.unseal(round)...), nil
}

func (a acting) tallies(round *Record, count ballots) ([]Effect, *Refusal) {
	items := round.List("item_ids")
	var effects []Effect
	for _, i := range a.now.Perm(len(items)) {
		item := items[i]
		tally, no := a.put("tally", Fields{"round_id": round.ID, "item_id": item, "count": count.raw(item), "fair": count.fair(item),
			"departments": len(count.givers(item))})
		if no != nil {
			return nil, no
		}
		split, no := a.put("split", Fields{"round_id": round.ID, "item_id": item, "department_ids": count.givers(item)}, OnlyServer)
		if no != nil {
			return nil, no
		}
		effects = append(effects, tally, split)
	}
	return effects, nil
}
