package boards

import (
	"maps"
	"testing"
)

// homes gives how many ratings of a round name which department, and how many have a voice.
func (w *world) homes(round string) (homes map[string]int, voices int) {
	homes = map[string]int{}
	for _, r := range w.b.Shown("rating") {
		if r.Str("round_id") != round {
			continue
		}
		homes[r.Str("department_id")]++
		if r.Str("voice") != "" {
			voices++
		}
	}
	return homes, voices
}

// Q1: the switch that hides departments of one person changed nothing.
func TestQ1DepartmentsOfOnePersonAreHiddenWhereTheBoardSaysSo(t *testing.T) {
	rated := func(w *world, step string, people ...string) map[string]int {
		round := w.asked("rating")
		for _, person := range people {
			w.rate(person, round, step, 1)
		}
		w.reveal(round)
		homes, voices := w.homes(round)
		if told := len(people) - homes[""]; voices != told {
			t.Errorf("%d voices, and %d departments are told", voices, told)
		}
		w.checkReplay()
		return homes
	}
	w := newWorld(t)
	dan, eve := w.joins("Dan", w.shop), w.joins("Eve", w.care)
	if homes := rated(w, w.step, w.ann, w.bob, w.cor); homes[w.store] != 1 || homes[w.shop] != 2 {
		t.Errorf("by default: %v", homes)
	}
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_single_person_departments_visible": false}))
	for _, c := range []struct {
		people []string
		want   map[string]int
	}{
		{[]string{w.ann, w.cor, dan, w.bob}, map[string]int{"": 4}},                                          // one left over could be worked out
		{[]string{w.ann, w.cor, dan, w.bob, eve}, map[string]int{"": 5}},                                     // so could two
		{[]string{w.ann, w.cor, dan}, map[string]int{w.shop: 3}},                                             // nobody is hidden
		{[]string{w.ann, w.cor, dan, w.bob, eve, w.joins("Fay", w.spare)}, map[string]int{w.shop: 3, "": 3}}, // three are enough
	} {
		if homes := rated(w, w.step, c.people...); !maps.Equal(homes, c.want) {
			t.Errorf("%d people: %v, want %v", len(c.people), homes, c.want)
		}
	}
	round := w.asked("ownership_claim") // whose a step is says a department, not a person
	w.do(w.bob, put("ownership_claim", w.id(), Fields{"round_id": round, "step_id": w.step, "answer": "own"}))
	w.reveal(round)
	if claims := w.b.Shown("ownership_claim"); claims[0].Str("department_id") != w.store {
		t.Errorf("%+v", claims[0].Fields)
	}
}

// Q1: the cap of active fixes let a second in.
func TestQ1TheCapOfActiveFixesHolds(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_active_fix_cap": 1}))
	first, second := w.id(), w.id()
	w.do(w.ann, put("fix", first, Fields{"text": "call back the same day", "status": "agreed"}))
	w.do(w.ann, put("fix", second, Fields{"text": "one letter instead of two"}))
	w.refused(w.ann, "full", set(second, Fields{"status": "doing"}))
	w.refused(w.ann, "full", put("fix", w.id(), Fields{"status": "agreed"}))
	_, no := w.try(w.ann, set(second, Fields{"status": "agreed"}))
	if no.Sentence("nl") == Sentence("full", "nl") {
		t.Errorf("it says %q", no.Sentence("nl"))
	}
	w.do(w.ann, set(first, Fields{"status": "doing"}))
	w.do(w.ann, set(first, Fields{"status": "done"}))
	w.do(w.ann, set(second, Fields{"status": "agreed"}))
	w.refused(w.ann, "full", set(first, Fields{"status": "doing"}))
	w.do(w.ann, del(second))
	w.do(w.ann, set(first, Fields{"status": "agreed"}))
	w.refused(w.ann, "full", restoreOp(second))
	back, err := Import(Export(w.b), "again", "e", w.now())
	if err != nil {
		t.Fatal(err)
	}
	back.Put("fix", "", Fields{"text": "what the file holds more", "status": "doing"})
	if _, err := back.Board(); err != nil {
		t.Errorf("a board with more is not taken: %v", err)
	}
}

// M12: of 130 pains the newest were left out of the vote, and nobody heard why.
func TestM12AVoteOverMoreThanAHundredSaysSo(t *testing.T) {
	w := newWorld(t)
	items := []string{w.pain, w.painBob}
	for len(items) <= 100 {
		items = append(items, w.putPain(w.ann, "and one more thing that hurts"))
	}
	_, no := w.try(w.host, actOp("open", w.id(), map[string]any{"collect": "vote", "item_ids": items}))
	if no == nil || no.Code != "too_long" || no.Why != "items" || no.Sentence("nl") == Sentence("too_long", "nl") {
		t.Fatalf("%+v", no)
	}
	w.opened(map[string]any{"item_ids": items[:100]})
	w.refused(w.ann, "too_long", put("fix", w.id(), Fields{"pain_ids": items}))
	if _, no := w.try(w.ann, put("fix", w.id(), Fields{"pain_ids": items})); no.Why != "list" {
		t.Errorf("a list is no text: %+v", no)
	}
}
