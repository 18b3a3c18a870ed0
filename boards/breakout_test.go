package boards

import (
	"fmt"
	"slices"
	"testing"
)

// crowd is a board with many people of three departments and four phases.
func crowd(t *testing.T, n int) *world {
	w := newWorld(t)
	for i := range n {
		w.server(actOp("join", "", map[string]any{"name": fmt.Sprintf("Colleague %c%c", 'a'+i/26, 'a'+i%26), "role": RoleParticipant,
			"department_id": []string{w.shop, w.store, w.care}[i%3], "hash": fmt.Sprint("hash-", i)}))
	}
	for i := range 3 {
		w.do(w.host, put("phase", w.id(), Fields{"title": fmt.Sprint("Phase ", i)}))
	}
	return w
}

func breakouts(w *world) []*Record { return w.b.byRank("breakout") }

// Everybody who takes part works in one group, groups are of one size and of several departments, and every phase is somebody's.
func TestPeopleAreDealtIntoGroups(t *testing.T) {
	for _, n := range []int{1, 12, 17, 57} {
		w := crowd(t, n)
		w.do(w.host, actOp("split", "", nil))
		seen, phases, least, most := map[string]int{}, map[string]bool{}, 1000, 0
		for _, group := range breakouts(w) {
			people := group.List("person_ids")
			least, most = min(least, len(people)), max(most, len(people))
			from := map[string]bool{}
			for _, id := range people {
				seen[id]++
				from[w.b.Get(id).Str("department_id")] = true
			}
			if len(people) > 3 && len(from) < 2 {
				t.Errorf("%d people: a group of one department", n)
			}
			for _, phase := range group.List("phase_ids") {
				phases[phase] = true
			}
			if len(group.List("phase_ids")) == 0 {
				t.Errorf("%d people: group without a phase", n)
			}
		}
		if len(seen) != n+3 || most-least > 1 || most > 6 || len(phases) != len(w.b.All("phase")) {
			t.Errorf("%d people: %d in groups of %d…%d, %d phases", n, len(seen), least, most, len(phases))
		}
		w.checkReplay()
	}
}

// A deal anew ends the one before; how many groups can be said; and with everybody back there are none.
func TestGroupsEnd(t *testing.T) {
	w := crowd(t, 12)
	w.do(w.host, actOp("split", "", map[string]any{"groups": 4}))
	w.do(w.co, actOp("split", "", map[string]any{"groups": 3}))
	if n := len(breakouts(w)); n != 3 {
		t.Errorf("%d groups", n)
	}
	for _, groups := range []int{-1, 0, 1, 16, 21} {
		w.refused(w.host, "bad_value", actOp("split", "", map[string]any{"groups": groups}))
	}
	w.refused(w.ann, "not_allowed", actOp("split", "", nil))
	w.refused(w.ann, "not_allowed", actOp("gather", "", nil))
	w.do(w.host, actOp("gather", "", nil))
	w.do(w.host, actOp("gather", "", nil))
	if n := len(breakouts(w)); n != 0 {
		t.Errorf("%d groups after everybody is back", n)
	}
	w.checkReplay()
}

// Whoever is moved works in one group; a group takes other phases; who comes late joins the smallest.
func TestSomebodyIsMoved(t *testing.T) {
	w := crowd(t, 9)
	w.do(w.host, actOp("split", "", map[string]any{"groups": 2}))
	group := breakouts(w)[1]
	for range 2 { // moved twice is there once
		w.do(w.host, actOp("place", group.ID, map[string]any{"person": w.ann}))
	}
	in := 0
	for _, g := range breakouts(w) {
		in += len(slices.DeleteFunc(slices.Clone(g.List("person_ids")), func(id string) bool { return id != w.ann }))
	}
	if in != 1 || !slices.Contains(w.b.Get(group.ID).List("person_ids"), w.ann) {
		t.Errorf("Ann is in %d groups: %v", in, w.b.Get(group.ID).List("person_ids"))
	}
	w.do(w.host, actOp("place", group.ID, map[string]any{"phases": []string{w.phase}}))
	if got := w.b.Get(group.ID).List("phase_ids"); !slices.Equal(got, []string{w.phase}) {
		t.Errorf("it works on %v", got)
	}
	w.refused(w.host, "not_found", actOp("place", group.ID, map[string]any{"phases": []string{w.step}}))
	w.refused(w.host, "not_found", actOp("place", group.ID, map[string]any{"person": w.step}))
	w.refused(w.host, "not_found", actOp("place", w.step, map[string]any{"person": w.ann}))
	w.refused(w.ann, "not_allowed", actOp("place", group.ID, map[string]any{"person": w.ann}))
	w.checkReplay()
}

func TestGroupsNeedPeople(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, actOp("remove", w.ann, nil))
	w.do(w.host, actOp("remove", w.bob, nil))
	w.refused(w.host, "too_few", actOp("split", "", nil))
}

// Hands stand in the order in which they went up, a second press keeps the place, and a hand goes with its person.
func TestHandsAreAQueue(t *testing.T) {
	w := newWorld(t)
	for _, person := range []string{w.bob, w.ann, w.guest, w.watcher, w.bob} {
		w.do(person, actOp("hand", "", nil))
	}
	if n := w.b.Count("hand"); n != 4 {
		t.Errorf("%d hands", n)
	}
	first := w.b.Hanging(w.bob, "hand")[0]
	for _, r := range w.b.All("hand") {
		if r.Str("since") < first.Str("since") {
			t.Error("Bob is not first any more")
		}
	}
	w.do(w.ann, actOp("hand", "", map[string]any{"on": false}))
	w.do(w.host, actOp("remove", w.guest, nil))
	if n := w.b.Count("hand"); n != 2 {
		t.Errorf("%d hands", n)
	}
	w.refused(w.host, "bad_request", actOp("hand", "", map[string]any{"on": "yes"}))
	w.checkReplay()
}

// Who gets the floor has their hand down; it ends by a word of the desk, or when something else begins.
func TestSomebodyHasTheFloor(t *testing.T) {
	w := newWorld(t)
	speaker := func() string { return w.b.one("projector_state").Str("speaker_id") }
	w.do(w.bob, actOp("hand", "", nil))
	w.do(w.ann, actOp("hand", "", nil))
	w.do(w.host, actOp("floor", w.bob, nil))
	if speaker() != w.bob || len(w.b.Hanging(w.bob, "hand")) != 0 {
		t.Error("Bob does not have the floor, or his hand is still up")
	}
	w.do(w.host, actOp("floor", w.ann, map[string]any{"on": false}))
	if speaker() != w.bob || w.b.Count("hand") != 0 {
		t.Error("lowering a hand is not taking the floor")
	}
	w.do(w.co, actOp("floor", "", nil))
	if speaker() != "" {
		t.Error("somebody still has the floor")
	}
	w.do(w.host, actOp("floor", w.ann, nil))
	w.do(w.host, actOp("start", w.b.All("agenda_item")[0].ID, nil))
	if speaker() != "" {
		t.Error("the floor outlives the talk")
	}
	w.refused(w.ann, "not_allowed", actOp("floor", w.ann, nil))
	w.refused(w.host, "not_found", actOp("floor", w.step, nil))
	w.checkReplay()
}

func TestWhoIsRemoteSaysSo(t *testing.T) {
	w := newWorld(t)
	w.do(w.ann, set(w.ann, Fields{"remote": true}))
	w.do(w.host, set(w.bob, Fields{"remote": true}))
	w.refused(w.ann, "not_allowed", set(w.bob, Fields{"remote": false}))
	if !w.b.Get(w.ann).Bool("remote") || !w.b.Get(w.bob).Bool("remote") {
		t.Error("they are not remote")
	}
}
