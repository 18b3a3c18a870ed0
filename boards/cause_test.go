package boards

import "testing"

func (w *world) why(pain, under, text string) string {
	w.t.Helper()
	id, fields := w.id(), Fields{"pain_id": pain, "text": text}
	if under != "" {
		fields["parent_id"] = under
	}
	w.do(w.ann, put("cause_node", id, fields))
	return id
}

// Seven times why and no more, also when a branch is hung somewhere else; never under itself, never under another pain.
func TestCausesAreATree(t *testing.T) {
	w := newWorld(t)
	ladder := []string{""}
	for range CauseDepth {
		ladder = append(ladder, w.why(w.pain, ladder[len(ladder)-1], "because"))
	}
	w.refused(w.ann, "too_long", put("cause_node", w.id(), Fields{"pain_id": w.pain, "parent_id": ladder[CauseDepth], "text": "and why?"}))
	w.refused(w.ann, "bad_value", set(ladder[1], Fields{"parent_id": ladder[3]}))
	w.refused(w.ann, "bad_value", set(ladder[2], Fields{"parent_id": ladder[2]}))
	branch := w.why(w.pain, "", "what else?")
	w.refused(w.ann, "too_long", set(ladder[1], Fields{"parent_id": branch}))
	w.do(w.bob, set(ladder[3], Fields{"parent_id": branch}))
	other := w.why(w.painBob, "", "of another pain")
	w.refused(w.ann, "bad_value", set(branch, Fields{"parent_id": other}))
	w.refused(w.ann, "in_use", del(branch))
	w.do(w.host, del(w.pain))
	if w.b.Count("cause_node") != 1 {
		t.Errorf("%d causes are left", w.b.Count("cause_node"))
	}
	w.do(w.host, restoreOp(w.pain))
	if w.b.Count("cause_node") != CauseDepth+2 {
		t.Errorf("%d causes came back", w.b.Count("cause_node"))
	}
	w.checkReplay()
}

func TestCausesOfOnePainAreThirty(t *testing.T) {
	w := newWorld(t)
	for range causeNodes {
		w.why(w.pain, "", "because")
	}
	w.refused(w.ann, "full", put("cause_node", w.id(), Fields{"pain_id": w.pain, "text": "one more"}))
	w.why(w.painBob, "", "of another pain")
}
