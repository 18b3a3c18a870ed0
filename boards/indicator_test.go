package boards

import "testing"

// One number per board; departments stand behind it once each, said by somebody of theirs.
func TestOneIndicator(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.host, put("indicator", id, Fields{"name": "Grade", "scale_min": 1, "scale_max": 10}))
	w.refused(w.host, "full", put("indicator", w.id(), Fields{"name": "Another"}))
	w.refused(w.host, "bad_value", set(id, Fields{"scale_max": 1}))
	w.refused(w.ann, "not_allowed", set(id, Fields{"name": "x"}))
	w.do(w.ann, actOp("commit", id, nil))
	w.do(w.cor, actOp("commit", id, nil)) // the same department: nothing new
	w.do(w.bob, actOp("commit", id, nil))
	for _, person := range []string{w.host, w.watcher, w.guest} {
		w.refused(person, "not_allowed", actOp("commit", id, nil))
	}
	commits := Read[Indicator](w.b.Get(id)).DepartmentCommits
	if len(commits) != 2 || commits[0].DepartmentID != w.shop || commits[0].ParticipantID != w.ann || commits[1].DepartmentID != w.store {
		t.Errorf("%+v", commits)
	}
	if w.b.Get(id).Str("journey_id") != w.journey {
		t.Error("it is of no journey")
	}
}

// Counts are whole numbers from the lowest point of the scale up.
func TestMeasurementCounts(t *testing.T) {
	w := newWorld(t)
	indicator, id := w.id(), w.id()
	w.do(w.host, put("indicator", indicator, Fields{"name": "Grade"}))
	w.do(w.host, put("measurement", id, Fields{"indicator_id": indicator, "counts": []any{1, 0, 3}, "n": 4}))
	if got := Read[Measurement](w.b.Get(id)).Counts; len(got) != 3 || got[2] != 3 {
		t.Errorf("%v", got)
	}
	for _, odd := range []any{[]any{1.5}, []any{-1}, []string{"1"}, []any{"1", 2}, "1", 3} {
		w.refused(w.host, "bad_value", set(id, Fields{"counts": odd}))
	}
	w.do(w.host, set(id, Fields{"counts": nil}))
	w.refused(w.host, "bad_value", set(id, Fields{"n": 0}))
	w.checkReplay()
}

// Recognition leaves the room on the word of the person named, or of a facilitator who asked.
func TestKudosConsent(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.bob, put("kudos", id, Fields{"to_name": "Ann", "act": "called back on Sunday"}))
	w.refused(w.bob, "not_allowed", set(id, Fields{"consent": "yes"}))
	w.refused(w.bob, "not_allowed", put("kudos", w.id(), Fields{"to_name": "Ann", "act": "x", "consent": "yes"}))
	w.do(w.ann, set(id, Fields{"consent": "yes"}))
	w.do(w.host, set(id, Fields{"consent": "no"}))
}

// What is known wants evidence; evidence is about what is there.
func TestKnownWantsEvidence(t *testing.T) {
	w := newWorld(t)
	card, evidence := w.id(), w.id()
	w.do(w.ann, put("knowledge_card", card, Fields{"text": "they call twice", "level": "known"}))
	if w.b.Get(card).Complete() {
		t.Error("known without evidence is complete")
	}
	w.refused(w.ann, "not_found", put("evidence", evidence, Fields{"title": "calls", "object_refs": []string{w.shop}}))
	w.do(w.ann, put("evidence", evidence, Fields{"title": "calls", "kind": "data", "n": 120, "object_refs": []string{card, w.pain, w.step}}))
	w.do(w.bob, set(card, Fields{"evidence_ids": []string{evidence}}))
	if !w.b.Get(card).Complete() {
		t.Error("and with evidence it is not")
	}
	w.refused(w.ann, "in_use", del(evidence))
}
