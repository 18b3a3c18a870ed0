package boards

import "testing"

// What people report of tools like ours (docs/surprises.md), tried here: taking back a dot one never gave, fewer than none, more than one has.
func TestDotsAreOnesOwn(t *testing.T) {
	w := newWorld(t)
	round := w.id()
	w.do(w.host, actOp("open", round, map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}, "dots": 3, "max_per_item": 2}))
	w.do(w.ann, vote(w.id(), round, w.pain, 2))
	w.do(w.bob, vote(w.id(), round, w.pain, 0)) // he gave none
	w.refused(w.bob, "bad_value", vote(w.id(), round, w.pain, -1))
	w.do(w.bob, vote(w.id(), round, w.painBob, 2))
	w.refused(w.bob, "over_budget", vote(w.id(), round, w.pain, 2))
	w.reveal(round)
	dots := map[string]int{}
	for _, r := range w.b.Shown("tally") {
		dots[r.Str("item_id")], _ = r.Int("count")
	}
	if dots[w.pain] != 2 || dots[w.painBob] != 2 {
		t.Errorf("%v", dots)
	}
	w.checkReplay()
}
