package boards

import (
	"maps"
	"slices"
	"testing"
	"time"
)

func TestLookBacksFallOnWorkingDays(t *testing.T) {
	holidays := map[string]bool{"2027-01-01": true, "2026-12-25": true, "2026-12-26": true, "2026-12-28": true}
	now := Moment{Holiday: func(zone, day string) bool { return zone == "Europe/Amsterdam" && holidays[day] }}
	for _, c := range []struct {
		from, zone string
		want       []string
	}{
		{"2026-11-29", "Europe/Amsterdam", []string{"2026-12-14", "2027-01-11", "2027-02-22"}}, // a Sunday: each a Monday
		{"2026-11-30", "Europe/Amsterdam", []string{"2026-12-14", "2027-01-11", "2027-02-22"}},
		{"2026-12-11", "Europe/Amsterdam", []string{"2026-12-29", "2027-01-22", "2027-03-05"}}, // Christmas, the weekend, a bridge day
		{"2026-12-11", "Asia/Tokyo", []string{"2026-12-25", "2027-01-22", "2027-03-05"}},
		{"someday", "Europe/Amsterdam", nil},
	} {
		if got := lookBacks(c.from, c.zone, now); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %v, not %v", c.from, c.zone, got, c.want)
		}
	}
	everyDay := Moment{Holiday: func(string, string) bool { return true }}
	if got := workingDay(time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), "", everyDay); got != "2026-12-15" {
		t.Errorf("a calendar of holidays alone: %s", got)
	}
}

func TestLookBacksFollowTheDateOfTheWorkshop(t *testing.T) {
	w := newWorld(t)
	fix := func(fields Fields) string {
		id := w.id()
		w.do(w.host, put("fix", id, fields))
		return id
	}
	left, moved := fix(Fields{"text": "call back within a day"}), fix(Fields{"text": "one letter for all"})
	w.do(w.host, Op{Op: "set", ID: moved, Fields: Fields{"check_dates": []string{"2026-04-01"}}})
	w.do(w.host, Op{Op: "set", ID: w.b.one("board").ID, Fields: Fields{"date": "2026-03-09"}})
	if got := w.b.Get(left).List("check_dates"); !slices.Equal(got, []string{"2026-03-23", "2026-04-20", "2026-06-01"}) {
		t.Errorf("nobody moved them: %v", got)
	}
	if got := w.b.Get(moved).List("check_dates"); !slices.Equal(got, []string{"2026-04-01"}) {
		t.Errorf("chosen: %v", got)
	}
	w.checkReplay()
}

func TestClosingAWorkshop(t *testing.T) {
	w := newWorld(t)
	open := w.openOf("rating")
	w.do(w.host, open)
	w.refused(w.host, "locked", actOp("close", "", nil))
	w.refused(w.host, "bad_value", actOp("close", "", map[string]any{"rounds": "reveal"}))
	for _, person := range []string{w.co, w.ann, w.watcher, w.guest} {
		w.refused(person, "not_allowed", actOp("close", "", nil))
		w.refused(person, "not_allowed", actOp("reopen", "", nil))
	}
	w.do(w.host, actOp("close", "", map[string]any{"rounds": "cancel"}))
	board := w.b.one("board")
	if board.Str("status") != "closed" || !board.Bool("map_locked") || w.b.Get(open.ID).Str("state") != "cancelled" ||
		Running(w.b) != nil || w.b.one("projector_state").Str("view") != "summary" {
		t.Errorf("closed: %+v", board.Fields)
	}
	seq := w.b.Shared
	w.do(w.host, actOp("close", "", nil)) // a second press, or a second facilitator
	if w.b.Shared != seq {
		t.Error("closing twice changed something")
	}
	for _, status := range []string{"closed", "archived"} {
		w.do(w.host, set(board.ID, Fields{"status": status}))
		w.refused(w.ann, "locked", put("pain", w.id(), nil))
		w.refused(w.host, "locked", actOp("start", w.b.All("agenda_item")[0].ID, nil))
		w.refused(w.host, "locked", actOp("next", "", nil))
	}
	w.do(w.host, actOp("reopen", "", nil))
	if board := w.b.one("board"); board.Str("status") != "paused" || board.Bool("map_locked") {
		t.Errorf("reopened: %+v", board.Fields)
	}
	w.checkReplay()
}

// Two desks press at one moment: the second changes nothing, whatever it pressed, and neither loses an answer that was shown.
func TestTwoFacilitatorsCloseAtOnce(t *testing.T) {
	w := newWorld(t)
	open := w.openOf("rating")
	w.do(w.host, open)
	w.rate(w.ann, open.ID, w.step, 1)
	w.rate(w.bob, open.ID, w.step, -1)
	w.reveal(open.ID)
	again := w.openOf("rating")
	w.do(w.host, again)
	for range 2 {
		w.do(w.host, actOp("close", "", map[string]any{"rounds": "cancel"}))
	}
	w.refused(w.host, "round_closed", actOp("reveal", again.ID, nil))
	if got := w.b.Count("rating"); got != 2 {
		t.Errorf("%d scores that were shown, not 2", got)
	}
	for range 2 {
		w.do(w.host, actOp("reopen", "", nil))
	}
	if got := w.b.one("board").Str("status"); got != "paused" {
		t.Errorf("reopened twice: %s", got)
	}
	w.checkReplay()
}

func TestReopeningAfterFortyDays(t *testing.T) {
	w := newWorld(t)
	fix := w.id()
	w.do(w.host, put("fix", fix, Fields{"text": "call back within a day", "due_date": "2026-03-20"}))
	days := w.b.Get(fix).List("check_dates")
	w.do(w.host, actOp("start", w.b.All("agenda_item")[0].ID, nil))
	w.do(w.host, actOp("close", "", nil))
	w.b.At += 40 * Day
	w.do(w.host, actOp("reopen", "", nil))
	board := w.b.one("board")
	if board.Str("status") != "paused" || board.Str("date") != "2026-03-02" || Running(w.b) != nil {
		t.Errorf("reopened: %+v", board.Fields)
	}
	if r := w.b.Get(fix); r == nil || !slices.Equal(r.List("check_dates"), days) || w.b.Get(w.pain) == nil {
		t.Error("something of the workshop is lost, or another day is looked back on")
	}
	w.do(w.host, actOp("start", w.b.All("agenda_item")[2].ID, nil))
	if left := millis(w.b.one("timer").Str("ends_at")) - w.b.At; left < 9*60000 || left > 10*60000 {
		t.Errorf("the clock of an item of ten minutes has %d ms", left)
	}
	w.putPain(w.ann, "still nobody answers the phone")
	w.checkReplay()
}

func TestMergingTwoDepartments(t *testing.T) {
	w := newWorld(t)
	round := w.openOf("rating")
	w.do(w.host, round)
	w.refused(w.host, "locked", actOp("merge", w.store, map[string]any{"into": w.shop}))
	w.rate(w.bob, round.ID, w.step, 1)
	w.reveal(round.ID)
	handoff := w.id()
	w.do(w.host, put("handoff", handoff, Fields{"from_department_id": w.shop, "to_department_id": w.store, "step_id": w.step}))
	fix := w.id()
	w.do(w.host, put("fix", fix, Fields{"text": "call back within a day", "department_ids": []string{w.store, w.shop}}))
	w.refused(w.host, "bad_value", actOp("merge", w.store, map[string]any{"into": w.store}))
	w.refused(w.host, "not_found", actOp("merge", w.store, map[string]any{"into": w.step}))
	w.do(w.host, actOp("merge", w.store, map[string]any{"into": w.shop}))
	if w.b.Get(w.store) != nil || w.b.Get(handoff) != nil {
		t.Error("the merged department, or a hand-off within one, is still there")
	}
	if got := w.b.Get(fix).List("department_ids"); !slices.Equal(got, []string{w.shop}) {
		t.Errorf("departments of the fix: %v", got)
	}
	for _, r := range w.b.records {
		for name, v := range r.Fields {
			if list, _ := v.([]string); v == w.store || slices.Contains(list, w.store) {
				t.Errorf("%s still names it in %s", r.Kind, name)
			}
		}
	}
	w.checkReplay()
}

func TestACopyHoldsWhatWasPrepared(t *testing.T) {
	w := newWorld(t)
	item := w.b.All("agenda_item")[0].ID
	w.do(w.host, actOp("start", item, nil), Op{Op: "set", ID: w.step, Fields: Fields{"owner_person": "Ann"}})
	f, err := Copy(w.b, "board-two", "other-lineage", Fields{"title": "Again", "date": "2026-04-01"}, w.now())
	if err != nil {
		t.Fatal(err)
	}
	anew, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	for kind := range maps.Keys(kindsByName) {
		want := 0
		if kindsByName[kind].Plan {
			want = w.b.Count(kind)
		}
		if kind == "timer" || kind == "projector_state" {
			want = 1
		}
		if got := anew.Count(kind); got != want {
			t.Errorf("%s: %d, not %d", kind, got, want)
		}
	}
	board := anew.Workshop()
	if board.Title != "Again" || board.Date != "2026-04-01" || board.Status != "draft" || board.JoinCode != "" {
		t.Errorf("%+v", board)
	}
	if anew.Get(item).Str("state") != "planned" || anew.Get(w.step).Str("owner_person") != "" {
		t.Error("the copy knows of the session")
	}
}

// An item that says nothing of the projector begins with the picture of its activity.
func TestAnItemWithoutAViewBegins(t *testing.T) {
	w := newWorld(t)
	for activity, view := range map[string]string{"knowledge": "knowledge", "own": "item"} {
		item := w.id()
		w.do(w.host, put("agenda_item", item, Fields{"title": "New", "activity": activity}))
		w.do(w.host, actOp("start", item, nil))
		if got := w.b.one("projector_state").Str("view"); got != view {
			t.Errorf("%q begins with %q, not %q", activity, got, view)
		}
	}
}

// What people made in the session stays as it is once it is closed; what is promised goes on. Who leads may still put something right.
func TestAClosedWorkshopStaysAsItIs(t *testing.T) {
	w := newWorld(t)
	pain := w.putPain(w.ann, "nobody calls back")
	fix, mandate := w.id(), w.id()
	w.do(w.host, put("fix", fix, Fields{"text": "call back the same day"}))
	w.do(w.ann, put("mandate", mandate, Fields{"role": "desk"}))
	story, gone := w.id(), w.putPain(w.ann, "and the letter is unclear")
	w.do(w.guest, put("story", story, Fields{"text": "I called three times"}))
	w.do(w.ann, del(gone))
	w.do(w.host, actOp("close", "", nil))

	w.do(w.host, actOp("lock", "", map[string]any{"on": false})) // the map is free again; the rest is not
	for _, kind := range []string{"pain", "note", "story", "fix", "rule", "need", "parking_item", "delight", "anonymous_note", "kudos"} {
		w.refused(w.ann, "locked", put(kind, w.id(), nil))
	}
	for _, op := range []Op{set(pain, Fields{"severity": 5}), typed(pain, "text", 1, Splice{0, 0, "x"}), del(pain), restoreOp(gone)} {
		w.refused(w.ann, "locked", op)
	}
	w.refused(w.guest, "locked", set(story, Fields{"text": "New"}))
	w.do(w.host, set(pain, Fields{"severity": 5}))
	w.do(w.ann, set(fix, Fields{"status": "doing"}))
	w.do(w.ann, set(mandate, Fields{"trigger": "a guest waits"}))
	w.do(w.ann, put("lesson", w.id(), Fields{"learned": "ask the kitchen"}))
	w.do(w.ann, set(w.ann, Fields{"name": "Anneke"}))

	w.do(w.host, actOp("reopen", "", nil))
	w.do(w.ann, restoreOp(gone))
	w.do(w.guest, set(story, Fields{"text": "I called four times"}))
}
