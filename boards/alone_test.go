package boards

import (
	"bytes"
	"testing"
)

// A reflection is its author's alone until they share it, then everybody's without a name unless they want theirs there; never back.
func TestReflectionIsTheAuthorsUntilShared(t *testing.T) {
	w := newWorld(t)
	id, named := w.id(), w.id()
	shared := w.b.Shared
	w.do(w.ann, put("reflection", id, Fields{"text": "I do not ask back"}), put("reflection", named, Fields{"text": "I look at my screen", "named": true}))
	w.do(w.ann, typed(id, "text", 1, Splice{0, 1, "We"}))
	if w.b.Shared != shared || bytes.Contains(Export(w.b), []byte("ask back")) {
		t.Fatal("others hear of it")
	}
	for _, person := range []string{w.host, w.bob} {
		w.refused(person, "not_found", set(id, Fields{"shared": true}))
	}
	effects := w.do(w.ann, set(id, Fields{"shared": true}))
	if told := Shared(effects); len(told) != 1 || told[0].Record.ID != id || told[0].Record.By != "" || told[0].Record.Str("text") != "We do not ask back" {
		t.Fatalf("%+v", told)
	}
	w.do(w.ann, set(named, Fields{"shared": true}))
	if w.b.Get(named).By != w.ann || len(w.b.Mine(w.ann)) != 0 {
		t.Errorf("%+v", w.b.Get(named))
	}
	w.refused(w.ann, "locked", set(id, Fields{"shared": false}))
	w.do(w.ann, set(id, Fields{"text": "We never ask back"}))
	w.refused(w.bob, "not_allowed", set(id, Fields{"text": "x"}))
	w.refused(w.host, "not_allowed", set(id, Fields{"text": "x"}))
	w.do(w.guest, put("reflection", w.id(), Fields{"text": "shared at once", "shared": true}))
	w.do(w.ann, del(id))
	w.do(w.ann, restoreOp(id))
	w.checkReplay()
}

// Notes of the coffee machine have no author and no moment, and are read by nobody before the box is opened: then shuffled, with new ids.
func TestAnonymousNotesAreOpenedTogether(t *testing.T) {
	w := newWorld(t)
	shared := w.b.Shared
	ids := map[string]bool{}
	for i, person := range []string{w.ann, w.bob, w.host, w.guest, w.watcher} {
		id := w.id()
		ids[id] = true
		w.do(person, put("anonymous_note", id, Fields{"text": "note " + string(rune('a'+i))}))
	}
	if w.b.Shared != shared {
		t.Fatal("others hear that there is one")
	}
	w.refused(w.ann, "not_allowed", put("anonymous_note", w.id(), Fields{"text": "x", "day": "2020-01-01"}))
	w.refused(w.ann, "not_allowed", actOp("open_notes", "", nil))
	for _, r := range w.b.Mine(w.ann) {
		if r.By != "" || r.At%Day != 0 {
			t.Errorf("%+v", r)
		}
	}
	effects := w.do(w.co, actOp("open_notes", "", nil))
	told := Shared(effects)
	if len(told) != 5 || w.b.Sealing != w.b.Seq {
		t.Fatalf("%d notes, forgotten %v", len(told), w.b.Sealing == w.b.Seq)
	}
	order := ""
	for _, r := range w.b.Shown("anonymous_note") {
		order += r.Str("text")[5:]
		if ids[r.ID] || r.By != "" || r.At%Day != 0 || r.Str("day") == "" || w.b.Owner(r) != "" {
			t.Errorf("%+v", r)
		}
	}
	if order == "abcde" {
		t.Error("they lie in the order in which they were written")
	}
	w.do(w.host, actOp("open_notes", "", nil)) // nothing new: nothing happens
	w.do(w.host, del(w.b.Shown("anonymous_note")[0].ID))
	w.checkReplay()
}

// What is somebody's alone counts for nobody else, and has an end of its own.
func TestAloneHasAnEnd(t *testing.T) {
	w := newWorld(t)
	for range mostAlone {
		w.do(w.ann, put("reflection", w.id(), Fields{"text": "x"}))
	}
	w.refused(w.ann, "full", put("reflection", w.id(), Fields{"text": "x"}))
	w.do(w.bob, put("reflection", w.id(), Fields{"text": "x"}))
	if n := w.b.countFor("reflection"); n != 0 {
		t.Errorf("%d count", n)
	}
	w.server(actOp("erase", w.ann, nil))
	if w.b.Count("reflection") != 1 {
		t.Error("they stay when their author goes")
	}
}
