package boards

import "slices"

// A writing round seals what people write: notes and pains belong to their author alone until the reveal, then to everybody
// and, unless the board shows authors, to nobody by name.

// written are the kinds that a writing round seals.
var written = []string{"pain", "note"}

func prepareWriting(acting) (Fields, *Refusal) {
	return Fields{"stage": "alone", "anonymous": true}, nil
}

// writingSeals says whether what this actor makes now is sealed.
func writingSeals(b *Board, kind *Kind, who Actor) bool {
	return slices.Contains(written, kind.Name) && who.Role != RoleServer && who.Person != "" && OpenRound(b, "writing") != nil
}

func sealWriting(b *Board, r *Record, op Op, who Actor) []Effect {
	r.By, r.To = "", []string{who.Person}
	r.Fields["order"] = orderAfter(b, r, op.After, op.HasAfter)
	return []Effect{{E: "put", Record: r, To: r.To}}
}

// revealWriting writes everything anew in shuffled order, behind what already hangs at its step.
func revealWriting(a acting, _ *Record) ([]Effect, Fields, *Refusal) {
	var sealed []*Record
	for _, person := range a.board.answerers() {
		for _, r := range inOrder(a.board.sealed[person]) {
			if slices.Contains(written, r.Kind) {
				sealed = append(sealed, r)
			}
		}
	}
	last := map[string]string{} // kind and parent → the last key given there
	var effects []Effect
	for _, i := range a.now.Perm(len(sealed)) {
		if r := a.anew(sealed[i], last); r.Str("text") != "" {
			effects = append(effects, Effect{E: "put", Record: r})
		}
	}
	return effects, nil, nil
}

// anew gives the record as everybody sees it: a new id and time, its author only where the board shows authors.
func (a acting) anew(r *Record, last map[string]string) *Record {
	fields := Fields{}
	for name, v := range r.Fields {
		fields[name] = v
	}
	delete(fields, "order")
	next := newRecord(a.board, Op{ID: a.now.ID(), Fields: fields}, Actor{Person: r.To[0]}, kindsByName[r.Kind], a.now)
	at := r.Kind + "\n" + next.Str(kindsByName[r.Kind].Parent)
	if last[at] == "" {
		last[at] = orderAfter(a.board, next, "", false)
	} else {
		last[at] = between(last[at], "")
	}
	next.Fields["order"] = last[at]
	return next
}
