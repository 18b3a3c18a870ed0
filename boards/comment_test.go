package boards

import "testing"

// A comment is short, of somebody by name, theirs to take away, and goes with its card.
func TestACommentHangsOnACard(t *testing.T) {
	w := newWorld(t)
	said, nod := w.id(), w.id()
	w.do(w.bob, put("comment", said, Fields{"card_id": w.pain, "text": "with us too"}))
	w.do(w.bob, put("comment", nod, Fields{"card_id": w.pain, "reaction": "same"}))
	if r := w.b.Get(said); r.By != w.bob || len(r.To) > 0 {
		t.Errorf("it is by %q, for %v", r.By, r.To)
	}
	w.refused(w.bob, "bad_value", put("comment", w.id(), Fields{"card_id": w.pain, "reaction": "same"}))
	w.refused(w.bob, "bad_value", put("comment", w.id(), Fields{"card_id": w.step, "text": "on a step"}))
	w.refused(w.bob, "bad_value", set(said, Fields{"card_id": w.painBob}))
	w.refused(w.ann, "not_allowed", del(said))
	w.refused(w.host, "not_allowed", set(said, Fields{"text": "words of another"}))
	w.do(w.bob, del(nod))
	w.do(w.ann, del(w.pain))
	if w.b.Get(said) != nil {
		t.Error("it outlives its card")
	}
	w.do(w.ann, restoreOp(w.pain))
	if w.b.Get(said) == nil || w.b.Get(nod) != nil {
		t.Error("it does not come back with it, or what was taken away does")
	}
	w.checkReplay()
}

// What is written alone has no comments, and a card has no more than a talk needs.
func TestACommentIsOnWhatEverybodySees(t *testing.T) {
	w := newWorld(t)
	w.asked("writing")
	alone := w.id()
	w.do(w.ann, put("pain", alone, Fields{"step_id": w.step, "text": "mine alone"}))
	w.refused(w.ann, "bad_value", put("comment", w.id(), Fields{"card_id": alone, "text": "x"}))
	for range mostComments {
		w.do(w.bob, put("comment", w.id(), Fields{"card_id": w.painBob, "text": "x"}))
	}
	w.refused(w.bob, "full", put("comment", w.id(), Fields{"card_id": w.painBob, "text": "x"}))
}
