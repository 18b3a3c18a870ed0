package boards

import (
	"maps"
	"slices"
)

// openRound opens a hidden collection under an id the page made. args: collect, and what the collection asks for.
func openRound(a acting) ([]Effect, *Refusal) {
	if !validID(a.id) || a.board.taken(a.id) {
		return nil, refuse("bad_value", "id")
	}
	collect := a.args.text("collect")
	c, known := collections[collect]
	if !known {
		return nil, refuse("bad_value", "collect")
	}
	if row("act", "open").roundRule("single") && OpenRound(a.board, collect) != nil {
		return nil, refuse("locked", "collect").reason("open")
	}
	fields, no := c.prepare(a)
	if no != nil {
		return nil, no
	}
	fields["collect"], fields["state"], fields["number"] = collect, "open", a.roundNumber(collect)
	fields["electorate"], fields["anonymous"] = eligible(a.board, collect), c.Shows != ShowsVoices
	round, no := a.put("round", fields)
	if no != nil {
		return nil, no
	}
	round.Record.ID = a.id
	if !c.fits(a, round.Record) {
		return nil, refuse("full", "collect").reason("round")
	}
	clock, no := a.startStage(collect, round.Record.Str("stage"))
	if no != nil {
		return nil, no
	}
	effects, no := a.together([]Effect{round}, a.board.one("projector_state"), onScreen(c.view(round.Record), a.id))
	return append(effects, clock...), no
}

// view is what the projector shows of a round.
func (c *Collection) view(round *Record) string {
	if c.pictured == nil {
		return c.Views[0]
	}
	return c.pictured(round)
}

// onScreen is what the projector shows of a round.
func onScreen(view, round string) Fields {
	return Fields{"view": view, "object_ref": round, "blank": false, "page": nil}
}

// OpenRound gives the running round of a collection, nil when there is none.
func OpenRound(b *Board, collect string) *Record {
	for _, round := range b.byKind["round"] {
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

// eligible gives who may answer a collection: participants with a department, and others where the board says so.
func eligible(b *Board, collect string) []string {
	ids := []string{}
	for _, p := range b.takingPart(collect) {
		ids = append(ids, p.ID)
	}
	return ids
}

func (b *Board) takingPart(collect string) []*Record {
	return slices.DeleteFunc(b.All("person"), func(p *Record) bool { return !takesPart(b, p, collect) })
}

// takesPart says whether a person answers a collection. A guest is a customer: always asked for their own rating, told as a
// line of its own.
func takesPart(b *Board, person *Record, collect string) bool {
	return person != nil && row("ready", collect).cell(b, person.Str("role"), person, false)
}

// decideAnswer seals one answer of one person: one per person, round and object.
func decideAnswer(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	fields := maps.Clone(op.Fields)
	maps.DeleteFunc(fields, func(_ string, v any) bool { return v == nil })
	answer := &Record{ID: op.ID, Kind: op.Kind, At: now.At, Fields: fields, To: []string{who.Person}}
	if no := checkFields(b, who, answer, op.Fields, true); no != nil {
		return nil, no
	}
	if no := answerFor(b, op, answer, who); no != nil {
		return nil, no
	}
	if no := mayAnswer(b, answer, who); no != nil {
		return nil, no
	}
	return collections[kindsByName[answer.Kind].Answers].answer(b, answer, who)
}

func mayAnswer(b *Board, answer *Record, who Actor) *Refusal {
	round, kind := b.Get(answer.Str("round_id")), kindsByName[answer.Kind]
	switch {
	case round == nil || round.Str("collect") != kind.Answers:
		return refuse("not_found", "round_id")
	case round.Str("state") != "open":
		return refuse("round_closed", "round_id")
	case teamOf(answer.To[0]) == "" && !takesPart(b, b.Get(answer.To[0]), kind.Answers):
		return refuse("not_allowed", "")
	case kind.About != "" && !slices.Contains(round.List(kind.About+"s"), answer.Str(kind.About)):
		return refuse("not_found", kind.About)
	}
	return nil
}

// sealedBefore finds what this person answered before in the round, on the same object.
func sealedBefore(b *Board, answer *Record) *Record {
	about := kindsByName[answer.Kind].About
	for _, r := range b.sealed[answer.To[0]] {
		if r.Kind == answer.Kind && r.Str("round_id") == answer.Str("round_id") && r.Str(about) == answer.Str(about) {
			return r
		}
	}
	return nil
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
	if !takesPart(a.board, a.board.Get(a.who.Person), round.Str("collect")) {
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

// Readiness gives how many of how many said they are done with a round, and how many of the others are away: nobody waits for those.
// Who takes no part since is in no number, nor is somebody of an imported board, who has no seat, unless they are here.
func Readiness(b *Board, round string, here func(person string) bool) (ready, of, away int) {
	collect, done := "", map[string]bool{}
	if r := b.Get(round); r != nil {
		collect = r.Str("collect")
	}
	for _, r := range b.Hanging(round, "ready") {
		done[r.To[0]] = true
	}
	for _, person := range eligible(b, collect) {
		switch {
		case done[person]:
			ready++
		case here(person):
		case b.seated(person):
			away++
		default:
			continue
		}
		of++
	}
	return ready, of, away
}

func cancelRound(a acting) ([]Effect, *Refusal) {
	round, no := a.record("round")
	if no != nil {
		return nil, no
	}
	effects, no := a.set(round, Fields{"state": "cancelled"})
	effects = append(effects, a.standUp(round)...)
	if round.Str("collect") == "writing" {
		clock, _ := a.endStage()
		effects = append(append(effects, clock...), a.keepDrafts()...)
		return append(effects, a.unready(round)...), no
	}
	return append(effects, a.unseal(round)...), no
}

// unseal deletes what was answered, each for its author alone. No tombstone: what was secret is not kept for a day.
func (a acting) unseal(round *Record) []Effect {
	var effects []Effect
	for _, person := range a.board.answerers() {
		for _, r := range a.board.sealedBy(person) {
			if r.Str("round_id") == round.ID || (round.Str("collect") == "writing" && slices.Contains(written, r.Kind)) {
				effects = append(effects, Effect{E: "del", ID: r.ID, To: r.To})
			}
		}
	}
	return effects
}

// unready takes back who said they were done.
func (a acting) unready(round *Record) []Effect {
	var effects []Effect
	for _, said := range a.board.Hanging(round.ID, "ready") {
		effects = append(effects, Effect{E: "del", ID: said.ID, To: said.To})
	}
	return effects
}

// standUp ends the subgroups of a round.
func (a acting) standUp(round *Record) []Effect {
	var effects []Effect
	for _, group := range a.board.Hanging(round.ID, "subgroup") {
		effects = append(effects, Effect{E: "del", ID: group.ID})
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
	c := collections[round.Str("collect")]
	anew, learned, no := c.reveal(a, round)
	if no != nil {
		return nil, no
	}
	state := Fields{"state": "revealed"}
	maps.Copy(state, learned)
	screen := onScreen(c.view(round), round.ID)
	screen["revealed_round_id"] = round.ID
	effects, no := a.together(nil, round, state, a.board.one("projector_state"), screen)
	effects = append(effects, a.standUp(round)...)
	return append(append(effects, anew...), a.unseal(round)...), no
}
