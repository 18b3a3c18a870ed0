package boards

import "testing"

// Stumble 20: the room has three minutes, then three, then five; each stage has its own clock and nobody is done with it yet.
func TestEveryStageOfWritingHasItsClock(t *testing.T) {
	w := newWorld(t)
	item := w.b.All("agenda_item")[0].ID
	w.do(w.host, actOp("start", item, nil))
	round := w.asked("writing")
	timer := func() *Record { return w.b.one("timer") }
	left := func() int64 { return (millis(timer().Str("stage_ends_at")) - w.now().wall() + 30000) / 60000 }
	itemEnds := timer().Str("ends_at")
	if left() != 3 {
		t.Errorf("alone: %d minutes", left())
	}
	w.do(w.ann, actOp("ready", round, nil))
	w.do(w.bob, actOp("ready", round, nil))
	w.do(w.host, actOp("stage", round, map[string]any{"stage": "pair", "minutes": 4}))
	if ready, _, _ := Readiness(w.b, round, everybody); left() != 4 || ready != 0 {
		t.Errorf("in pairs: %d minutes, %d ready", left(), ready)
	}
	w.do(w.host, actOp("timer", "", map[string]any{"stage_minutes": 2}))
	if left() != 6 || timer().Str("ends_at") != itemEnds {
		t.Errorf("two more: %d minutes; the item's clock is another: %v", left(), timer().Fields)
	}
	w.do(w.host, actOp("timer", "", map[string]any{"state": "paused"}))
	if held, ok := timer().Int("stage_left_ms"); !ok || held < 5*60000 || timer().Str("stage_ends_at") != "" {
		t.Errorf("paused: %+v", timer().Fields)
	}
	w.do(w.host, actOp("timer", "", map[string]any{"state": "running"}))
	if left() != 6 || timer().Str("state") != "running" {
		t.Errorf("going on: %+v", timer().Fields)
	}
	for _, minutes := range []int{0, 61} {
		w.refused(w.host, "bad_value", actOp("stage", round, map[string]any{"stage": "four", "minutes": minutes}))
	}
	w.do(w.host, actOp("next", "", nil)) // the next item: whoever writes keeps their time
	if left() != 6 {
		t.Errorf("another item: %d minutes", left())
	}
	w.reveal(round)
	if left() != 7 {
		t.Errorf("all: %d minutes", left())
	}
	w.do(w.host, w.openOf("rating"))
	if timer().Str("stage_ends_at") != "" {
		t.Error("a round without stages goes on with the clock of another")
	}
	w.checkReplay()
}

// A writing round outside the agenda has a clock too, and stops with it.
func TestAStageNeedsNoItem(t *testing.T) {
	w := newWorld(t)
	round := w.asked("writing")
	w.do(w.host, actOp("timer", "", map[string]any{"state": "paused"}))
	w.do(w.host, actOp("timer", "", map[string]any{"stage_minutes": 1}))
	if held, ok := w.b.one("timer").Int("stage_left_ms"); !ok || held < 3*60000 {
		t.Errorf("one more while it stands still: %+v", w.b.one("timer").Fields)
	}
	w.do(w.host, actOp("timer", "", map[string]any{"state": "running"}))
	if timer := w.b.one("timer"); timer.Str("state") != "idle" || timer.Str("stage_ends_at") == "" {
		t.Errorf("only the stage goes on: %+v", timer.Fields)
	}
	w.do(w.host, actOp("cancel", round, nil))
	if timer := w.b.one("timer"); timer.Str("stage_ends_at") != "" {
		t.Errorf("cancelled: %+v", timer.Fields)
	}
	w.checkReplay()
}

func TestAPageOfTheScreenIsHeld(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, actOp("show", "", map[string]any{"view": "notes", "page": 2}))
	if page, ok := w.b.one("projector_state").Int("page"); !ok || page != 2 {
		t.Errorf("held: %+v", w.b.one("projector_state").Fields)
	}
	w.refused(w.host, "bad_value", actOp("show", "", map[string]any{"view": "notes", "page": 0}))
	w.do(w.host, actOp("show", "", map[string]any{"view": "notes"}))
	if _, held := w.b.one("projector_state").Int("page"); held {
		t.Error("still held")
	}
	w.checkReplay()
}
