package boards

import "testing"

// Rules are collected as pains are: alone, then in pairs and fours, then all at once; the room sees the rules then.
func TestRulesAreWrittenAlone(t *testing.T) {
	w := newWorld(t)
	w.refused(w.host, "bad_value", actOp("open", w.id(), map[string]any{"collect": "writing", "writes": "quote"}))
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

// Ideas for fixes are written alone too; at the reveal they are fixes like any other, proposed and without an author. In a round about
// something else a fix is everybody's at once, as it always is.
func TestFixesAreWrittenAlone(t *testing.T) {
	w := newWorld(t)
	open := actOp("open", w.id(), map[string]any{"collect": "writing", "writes": "fix"})
	w.do(w.host, open)
	idea := w.id()
	w.do(w.ann, put("fix", idea, Fields{"text": "call every customer on day three", "pain_ids": []string{w.pain}}))
	w.do(w.bob, put("fix", w.id(), Fields{"text": "one number to call", "status": "agreed"}))
	if n := len(w.b.Shown("fix")); n != 0 {
		t.Errorf("%d ideas are told while people write", n)
	}
	w.refused(w.bob, "not_found", set(idea, Fields{"status": "dropped"}))
	w.refused(w.host, "not_found", del(idea))
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{idea}}))
	w.reveal(open.ID)
	fixes := w.b.Shown("fix")
	if len(fixes) != 2 {
		t.Fatalf("%d ideas are on the list", len(fixes))
	}
	for _, r := range fixes {
		if r.By != "" || r.ID == idea {
			t.Errorf("%s tells who wrote it", r.Str("text"))
		}
		if list := r.List("pain_ids"); r.Str("text") == "call every customer on day three" && (len(list) != 1 || list[0] != w.pain) {
			t.Errorf("it is for %v", list)
		}
	}
	w.do(w.ann, set(fixes[0].ID, Fields{"owner_person": "Bob"})) // ordinary fixes: everybody works on them
	if view := w.b.one("projector_state").Str("view"); view != "actions" {
		t.Errorf("the room sees %s", view)
	}
	w.do(w.host, actOp("open", w.id(), map[string]any{"collect": "writing"}))
	w.do(w.ann, put("fix", w.id(), Fields{"text": "solved at once"}))
	if n := len(w.b.Shown("fix")); n != 3 {
		t.Errorf("%d fixes: one in a round about pains is sealed", n)
	}
	w.checkReplay()
}

// What is agreed in secret takes no place from what the room agrees, and tells nobody that it is there (B8).
func TestASealedFixCountsForNobody(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_active_fix_cap": 1}), actOp("open", w.id(), map[string]any{"collect": "writing", "writes": "fix"}))
	w.do(w.ann, put("fix", w.id(), Fields{"text": "one number to call", "status": "agreed", "owner_participant_id": w.bob}))
	w.do(w.bob, put("fix", w.id(), Fields{"text": "call on day three", "status": "agreed"}))
	if Owns(w.b, w.bob) {
		t.Error("a sealed fix makes somebody an owner")
	}
}
