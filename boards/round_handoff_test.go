package boards

import "testing"

func init() {
	examples["handoff"] = func(w *world) (map[string]any, Fields) {
		id := w.aHandoff()
		return map[string]any{"handoff_ids": []string{id}}, Fields{"handoff_id": id, "value": 1}
	}
	secretAnswers["handoff_vote"] = func(w *world) [2][]Fields {
		id := w.aHandoff()
		return [2][]Fields{{{"handoff_id": id, "value": -2}}, {{"handoff_id": id, "value": 2}, {"handoff_id": id, "value": 1}}}
	}
}

// aHandoff gives the hand-off of this world, from shop to care, made when first asked for.
func (w *world) aHandoff() string {
	if list := w.b.All("handoff"); len(list) > 0 {
		return list[0].ID
	}
	id := "handoff-of-this-world-0"
	fields := Fields{"from_department_id": w.shop, "to_department_id": w.care, "step_id": w.step, "kind": "order", "confirmed": true}
	if w.b.undo != nil {
		fields["source"] = "manual"
		w.b.replace(id, &Record{ID: id, Kind: "handoff", Fields: fields})
		return id
	}
	w.do(w.host, put("handoff", id, fields))
	return id
}

// scored opens a round about a hand-off, lets people answer and reveals it.
func (w *world) scored(id string, answers map[string]any) Handoff {
	w.t.Helper()
	open := actOp("open", w.id(), map[string]any{"collect": "handoff"})
	w.do(w.host, open)
	for person, value := range answers {
		w.do(person, put("handoff_vote", w.id(), Fields{"round_id": open.ID, "handoff_id": id, "value": value}))
	}
	w.reveal(open.ID)
	return Read[Handoff](w.b.Get(id))
}

// The reveal tells the mean of each side and of how many it is, also of one person; a later round tells what was said then.
func TestHandoffsTellBothSides(t *testing.T) {
	w := newWorld(t)
	id, eve := w.aHandoff(), w.joins("Eve", w.care)
	h := w.scored(id, map[string]any{w.ann: 1, w.cor: 2, eve: -2})
	if *h.QualityFrom != 1.5 || *h.NFrom != 2 || *h.QualityTo != -2 || *h.NTo != 1 || w.b.Count("handoff_vote") != 0 {
		t.Errorf("told %v of %d, %v of %d", *h.QualityFrom, *h.NFrom, *h.QualityTo, *h.NTo)
	}
	h = w.scored(id, map[string]any{w.ann: nil, eve: 0})
	if h.QualityFrom != nil || h.NFrom != nil || *h.QualityTo != 0 || *h.NTo != 1 {
		t.Errorf("who does not know says nothing: %+v", h)
	}
	w.checkReplay()
}

// Only the two departments answer, by themselves or by raised hands, and what goes off the map meanwhile is asked no more.
func TestHandoffsAreOfTwoDepartments(t *testing.T) {
	w := newWorld(t)
	w.refused(w.host, "too_few", actOp("open", w.id(), map[string]any{"collect": "handoff"}))
	id := w.aHandoff()
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "handoff", "handoff_ids": []string{w.step}}))
	open := actOp("open", w.id(), map[string]any{"collect": "handoff"})
	w.do(w.host, open)
	say := func(value int) Op {
		return put("handoff_vote", w.id(), Fields{"round_id": open.ID, "handoff_id": id, "value": value})
	}
	w.refused(w.bob, "bad_value", say(1))
	w.refused(w.host, "bad_value", byHands(say(1), w.store, 2))
	w.refused(w.ann, "bad_value", say(3))
	w.do(w.host, byHands(say(-1), w.care, 2))
	w.do(w.ann, say(2))
	w.do(w.ann, del(id))
	w.refused(w.cor, "not_found", say(1))
	w.reveal(open.ID)
	w.checkReplay()
}
