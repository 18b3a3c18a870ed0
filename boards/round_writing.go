package boards

import "slices"

// A writing round seals what people write: notes and pains belong to their author alone, then to the pair and the four the author
// sits in (1-2-4-all, method.md 2.6), and at the reveal to everybody; and, unless the board shows authors, to nobody by name.

// written are the kinds that a writing round seals: some in every round, some only in one that asks for them.
var written = func() (kinds []string) {
	for _, r := range rights {
		if r.Op == "put" && r.roundRule("sealed") {
			kinds = append(kinds, r.Of)
		}
	}
	return kinds
}()

// stages are the steps of a writing round, in their order. The last one is the reveal.
var stages = []string{"alone", "pair", "four", "all"}

// mostSealed is how many cards one person may have sealed. What is sealed does not count for others (B8), so it needs an end of its own.
const mostSealed = 100

// WritingRound says how far a writing round is, and which cards it asks for; whatever else people write meanwhile is sealed too.
type WritingRound struct {
	Stage  string `field:"stage,enum=alone|pair|four|all"`
	Writes string `field:"writes,enum=pain|rule|fix"`
}

func init() {
	collect(Collection{Name: "writing", Views: []string{"notes", "rules", "actions"}, Shows: ShowsWords,
		Args:  "writes?: pain|rule|fix (default pain), minutes? (of its first stage)",
		Tells: "every card anew", pictured: writingView, prepare: prepareWriting, reveal: revealWriting,
		Minutes: map[string]int{"alone": 3, "pair": 3, "four": 5, "all": 7}}) // method.md 2.6
}

// writingView is the picture of the item that asks for such cards.
func writingView(round *Record) string {
	for _, a := range activities {
		if writes := a.About["writes"]; writes != "" && writes == round.Str("writes") {
			return a.View
		}
	}
	return "notes"
}

func prepareWriting(a acting) (Fields, *Refusal) {
	writes := "pain"
	if a.args.has("writes") {
		writes = a.args.text("writes")
	}
	if !slices.Contains(roundKind.Field("writes").Options, writes) {
		return nil, refuse("bad_value", "writes")
	}
	return Fields{"stage": "alone", "writes": writes}, nil
}

// writingSeals says whether what this actor makes now is sealed.
func writingSeals(b *Board, kind *Kind, who Actor) bool {
	round := OpenRound(b, "writing")
	return round != nil && seals(round, kind.Name) && who.Role != RoleServer && who.Person != ""
}

// seals says whether a writing round seals what is made of a kind: one that the whole room works with, as fixes, only where it asks for
// them.
func seals(round *Record, kind string) bool {
	return slices.Contains(written, kind) && (round.Str("writes") == kind || !row("put", kind).roundRule("asked"))
}

func sealWriting(b *Board, r *Record, op Op, who Actor) []Effect {
	r.By, r.To = "", readersOf(b, OpenRound(b, "writing"), who.Person)
	r.Fields["order"] = orderAfter(b, r, op.After, op.HasAfter)
	return []Effect{{E: "put", Record: r, To: r.To}}
}

// writtenBy gives the sealed cards a person is the author of, in order.
func (b *Board) writtenBy(person string) []*Record {
	return slices.DeleteFunc(b.sealedBy(person), func(r *Record) bool { return !slices.Contains(written, r.Kind) })
}

// nextStage moves a writing round on: from alone to pairs, to fours, to everybody. args: stage. Nobody goes back: what was shown
// cannot be hidden again. A second press of the same changes nothing. args: minutes? for the stage.
func nextStage(a acting) ([]Effect, *Refusal) {
	round, no := a.openWriting()
	if no != nil {
		return nil, no
	}
	to := slices.Index(stages, a.args.text("stage"))
	switch now := slices.Index(stages, round.Str("stage")); {
	case to < 0:
		return nil, refuse("bad_value", "stage")
	case to == now:
		return nil, nil
	case to < now:
		return nil, refuse("locked", "stage").reason("stage")
	case stages[to] == "all":
		return revealRound(a)
	}
	return a.seatTogether(round, stages[to])
}

func (a acting) openWriting() (*Record, *Refusal) {
	round, no := a.record("round")
	switch {
	case no != nil:
		return nil, no
	case round.Str("collect") != "writing":
		return nil, refuse("bad_value", "id")
	}
	return round, nil
}

// seatTogether writes who sits together now, and lays before each subgroup what its people wrote.
func (a acting) seatTogether(round *Record, stage string) ([]Effect, *Refusal) {
	tables := a.tables(round, stage)
	if len(tables) == 0 {
		return nil, refuse("too_few", "stage").reason("stage")
	}
	effects, no := a.set(round, Fields{"stage": stage})
	clock, late := a.startStage("writing", stage)
	if late != nil {
		return nil, late
	}
	effects = append(append(effects, clock...), a.unready(round)...) // nobody is done with a stage that only begins
	for _, old := range a.board.Hanging(round.ID, "subgroup") {
		effects = append(effects, Effect{E: "del", ID: old.ID})
	}
	for _, table := range tables {
		group, refused := a.put("subgroup",
			Fields{"round_id": round.ID, "stage": stage, "number": table.number, "person_ids": table.people})
		if refused != nil {
			return nil, refused
		}
		effects = append(effects, group)
		effects = append(effects, a.readableBy(table.people)...)
	}
	return effects, no
}

type table struct {
	number int // of the four
	people []string
}

// tables gives who sits with whom in a stage. Fours are made of the pairs that are there, so that nobody loses sight of a card.
func (a acting) tables(round *Record, stage string) []table {
	if pairs := a.board.Hanging(round.ID, "subgroup"); len(pairs) > 0 {
		return a.foursOf(pairs)
	}
	people := a.board.takingPart("writing")
	if len(people) < 2 {
		return nil
	}
	var out []table
	for i, four := range fours(people, round.ID) {
		for _, pair := range four {
			if stage == "pair" || len(out) == 0 || out[len(out)-1].number != i+1 {
				out = append(out, table{i + 1, nil})
			}
			out[len(out)-1].people = append(out[len(out)-1].people, pair...)
		}
	}
	return out
}

// foursOf joins the pairs of one number. A four of which one or two are left, because people went, joins the smallest other one.
func (a acting) foursOf(pairs []*Record) []table {
	var out []table
	for _, pair := range pairs {
		number, _ := pair.Int("number")
		here := slices.DeleteFunc(slices.Clone(pair.List("person_ids")), func(id string) bool { return a.board.Get(id) == nil })
		at := slices.IndexFunc(out, func(t table) bool { return t.number == number })
		if at < 0 {
			at, out = len(out), append(out, table{number, nil})
		}
		out[at].people = append(out[at].people, here...)
	}
	slices.SortFunc(out, func(x, y table) int { return x.number - y.number })
	for {
		at := slices.IndexFunc(out, func(t table) bool { return len(t.people) < 3 })
		if at < 0 || len(out) == 1 {
			return out
		}
		few := out[at]
		out = slices.Delete(out, at, at+1)
		small := slices.MinFunc(out, func(x, y table) int { return len(x.people) - len(y.people) })
		to := slices.IndexFunc(out, func(t table) bool { return t.number == small.number })
		out[to].people = append(out[to].people, few.people...)
	}
}

// revealWriting writes everything anew in shuffled order, behind what already hangs at its step. The limit of a board does not
// stop it: what people wrote is never lost; who comes after it finds the board full.
func revealWriting(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	var sealed []*Record
	for _, person := range a.board.answerers() {
		sealed = append(sealed, a.board.writtenBy(person)...)
	}
	last := map[string]string{} // kind and parent → the last key given there
	effects, no := a.startStage("writing", "all")
	if no != nil {
		return nil, nil, no
	}
	for _, i := range a.now.Perm(len(sealed)) {
		if r := a.anew(sealed[i], last); r.Str("text") != "" {
			effects = append(effects, Effect{E: "put", Record: r})
		}
	}
	return effects, Fields{"stage": "all"}, nil
}

// anew gives the record as everybody sees it: a new id and time, its author only where the board shows authors.
func (a acting) anew(r *Record, last map[string]string) *Record {
	fields := Fields{}
	for name, v := range r.Fields {
		fields[name] = v
	}
	delete(fields, "order")
	next := newRecord(a.board, Op{ID: a.now.ID(), Fields: fields}, Actor{Person: r.To[0]}, kindsByName[r.Kind], a.now)
	if !a.board.Workshop().AuthorVisible || next.By != "" && a.board.Get(next.By) == nil { // left meanwhile
		next.By = ""
	}
	at := r.Kind + "\n" + next.Str(kindsByName[r.Kind].Parent)
	if last[at] == "" {
		last[at] = orderAfter(a.board, next, "", false)
	} else {
		last[at] = between(last[at], "")
	}
	next.Fields["order"] = last[at]
	if teamOf(r.To[0]) != "" {
		a.board.fromTeam(next, r.To[0])
	}
	return next
}

// keepDrafts ends a writing round without showing anything: what people wrote goes back to its author alone, as a draft that only
// they see, and comes along in the next writing round. Who had read along in a pair or a four sees it no more.
func (a acting) keepDrafts() []Effect {
	var effects []Effect
	for _, person := range a.board.answerers() {
		for _, r := range a.board.writtenBy(person) {
			if len(r.To) > 1 {
				effects = append(effects, Effect{E: "del", ID: r.ID, To: r.To}, forReaders(r, nil))
			}
		}
	}
	return effects
}
