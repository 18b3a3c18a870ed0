package boards

import "testing"

// Rules are collected as pains are: alone, then in pairs and fours, then all at once; the room sees the rules then.
func TestRulesAreWrittenAlone(t *testing.T) {
	w := newWorld(t)
	w.refused(w.host, "bad_value", actOp("open", w.id(), map[string]any{"collect": "writing", "writes": "fix"}))
	open := actOp("open", w.id(), map[string]any{"collect": "writing", "writes": "rule"})
	w.do(w.host, open)
	w.do(w.ann, put("rule", w.id(), Fields{"text": "only in the original box"}))
	w.do(w.bob, put("rule", w.id(), Fields{"text": "never after five"}))
	if n := len(w.b.Shown("rule")); n != 0 {
		t.Errorf("%d rules are told while people write", n)
	}
	w.reveal(open.ID)
	if n := len(w.b.Shown("rule")); n != 2 {
		t.Errorf("%d rules are on the table", n)
	}
	for _, r := range w.b.Shown("rule") {
		if r.By != "" {
			t.Error("a rule names who wrote it")
		}
	}
	if view := w.b.one("projector_state").Str("view"); view != "rules" {
		t.Errorf("the room sees %s", view)
	}
	pains := actOp("open", w.id(), map[string]any{"collect": "writing"})
	w.do(w.host, pains)
	if view := w.b.one("projector_state").Str("view"); view != "notes" || w.b.Get(pains.ID).Str("writes") != "pain" {
		t.Errorf("the room sees %s", view)
	}
	w.checkReplay()
}
