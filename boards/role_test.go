package boards

import "testing"

// A role and a department count as they are at the reveal: nobody loses an answer by a change, and nobody keeps a vote they may not have.
func TestOpenBallotsOfWhoChanges(t *testing.T) {
	w := newWorld(t)
	round, rating := w.opened(map[string]any{"dots": 3}), w.asked("rating")
	for _, person := range []string{w.ann, w.bob, w.cor} {
		w.do(person, vote(w.id(), round, w.pain, 1))
		w.rate(person, rating, w.step, 1)
	}
	w.do(w.host, set(w.bob, Fields{"department_id": w.care, "name": "Bobby"}))
	w.do(w.host, actOp("role", w.ann, map[string]any{"role": RoleObserver}))
	w.do(w.host, actOp("role", w.cor, map[string]any{"role": RoleObserver}))
	w.do(w.host, actOp("role", w.cor, map[string]any{"role": RoleParticipant})) // and back: nothing is lost
	if key := w.b.KeyOf("hash-of-ann"); key.Str("role") != RoleObserver {
		t.Fatal("the seat has the old role")
	}
	if _, no := Decide(w.b, vote(w.id(), round, w.painBob, 1), Actor{w.ann, RoleObserver}, "page", w.now()); no == nil ||
		no.Code != "not_allowed" {
		t.Errorf("an observer votes: %v", no)
	}
	w.reveal(round)
	w.reveal(rating)
	for _, tally := range w.b.Shown("tally") {
		if n, _ := tally.Int("count"); tally.Str("item_id") == w.pain && n != 2 {
			t.Errorf("%d dots", n)
		}
	}
	got := map[string]int{}
	for _, r := range w.b.Shown("rating") {
		got[r.Str("department_id")]++
	}
	if len(got) != 2 || got[w.care] != 1 || got[w.shop] != 1 {
		t.Errorf("%v", got)
	}
	w.checkReplay()
}

func TestWhoGivesWhichRole(t *testing.T) {
	w := newWorld(t)
	role := func(person, to string) Op { return actOp("role", person, map[string]any{"role": to}) }
	w.refused(w.ann, "not_allowed", role(w.bob, RoleObserver))
	w.refused(w.co, "not_allowed", role(w.bob, RoleCoFacilitator))
	w.refused(w.co, "not_allowed", role(w.co, RoleObserver))
	w.refused(w.co, "not_allowed", role(w.host, RoleObserver))
	w.refused(w.host, "not_allowed", role(w.host, RoleObserver))
	w.refused(w.host, "bad_value", role(w.bob, RoleFacilitator), role(w.bob, RoleServer))
	w.refused(w.host, "not_found", role(w.step, RoleObserver))
	w.do(w.host, set(w.watcher, Fields{"department_id": nil}))
	w.refused(w.host, "bad_value", role(w.watcher, RoleParticipant))
	w.do(w.co, role(w.bob, RoleGuest))
	w.do(w.host, role(w.bob, RoleCoFacilitator))
	w.do(w.bob, actOp("next", "", nil))
	w.do(w.host, role(w.bob, RoleParticipant))
	w.refused(w.bob, "not_allowed", actOp("next", "", nil))
	w.checkReplay()
}

func TestAPersonHasAHandfulOfLinks(t *testing.T) {
	w := newWorld(t)
	for n := range mostLinks + 2 {
		w.server(actOp("seat", "", map[string]any{"hash": string(rune('a' + n)), "use": "personal", "by": "hash-of-ann"}))
	}
	for n := range mostLinks + 2 {
		if there := w.b.KeyOf(string(rune('a'+n))) != nil; there != (n >= 2) {
			t.Errorf("link %d: %v", n, there)
		}
	}
	if w.b.KeyOf("hash-of-ann") == nil {
		t.Error("the seat went")
	}
}

// Two desks press "next" at the same moment: one goes on, the other is told, and no item is skipped.
func TestTwoFacilitatorsPressAtOnce(t *testing.T) {
	w := newWorld(t)
	items := w.b.All("agenda_item")
	from := func(id any) map[string]any { return map[string]any{"from": id} }
	w.do(w.host, actOp("next", "", from(nil)))
	w.refused(w.co, "already", actOp("next", "", from(nil)))
	w.do(w.co, actOp("next", "", from(items[0].ID)))
	w.refused(w.host, "already", actOp("next", "", from(items[0].ID)))
	w.refused(w.host, "already", actOp("start", items[3].ID, from(items[0].ID)))
	w.refused(w.host, "bad_request", actOp("next", "", from(3)))
	if Running(w.b).ID != items[1].ID {
		t.Fatalf("%s runs", Running(w.b).Str("title"))
	}
	w.do(w.host, actOp("next", "", nil)) // a program that says nothing takes what runs
	round := w.asked("rating")
	w.do(w.host, actOp("reveal", round, nil))
	_, no := w.try(w.co, actOp("reveal", round, nil))
	if no == nil || no.Code != "round_closed" || no.Sentence("nl") == Sentence("round_closed", "nl") {
		t.Fatalf("%+v", no)
	}
}
