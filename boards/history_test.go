package boards

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// begun is a board on which an agenda item began: its first milestone.
func begun(t *testing.T) *world {
	w := newWorld(t)
	w.do(w.host, actOp("start", w.b.All("agenda_item")[1].ID, nil))
	return w
}

func TestOneCanLookBackAtEveryMilestone(t *testing.T) {
	w := begun(t)
	w.do(w.ann, set(w.step, Fields{"title": "Call back"}))
	w.do(w.ann, set(w.step, Fields{"title": "Call back at once"}))
	w.do(w.host, del(w.other))
	later := w.putPain(w.host, "came later")
	round := w.asked("rating")
	w.rate(w.ann, round, w.step, 2)
	w.reveal(round)
	w.do(w.host, set(w.step, Fields{"title": "Call again"}))
	w.do(w.host, actOp("close", "", nil))
	var said []string
	for _, m := range w.b.Milestones() {
		said = append(said, m.What)
	}
	if got := strings.Join(said, " "); got != "start open reveal close" {
		t.Fatalf("milestones: %s", got)
	}
	first, open, shown := w.b.AsOf(1), w.b.AsOf(2), w.b.AsOf(3)
	if first.Get(w.step).Str("title") != "Call" || first.Get(w.other) == nil || first.Get(later) != nil || first.Get(round) != nil {
		t.Errorf("at the first: %+v", first.Get(w.step))
	}
	if open.Get(w.step).Str("title") != "Call back at once" || open.Get(w.other) != nil || open.Get(later) == nil {
		t.Errorf("at the second: %+v", open.Get(w.step))
	}
	if open.Count("rating") != 0 || shown.Count("rating") != 1 {
		t.Errorf("%d answers before the reveal, %d after", open.Count("rating"), shown.Count("rating"))
	}
	if w.b.AsOf(4).Get(w.step).Str("title") != "Call again" || w.b.AsOf(5) != nil || w.b.AsOf(0) != nil {
		t.Error("the last one is not as it is now")
	}
	w.checkReplay()
}

// What was taken back does not come back by the past, neither to whoever looks nor on disk.
func TestThePastForgetsWhatWasTakenBack(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.step, Fields{"owner_person": "Bob"}))
	w.do(w.host, actOp("start", w.b.All("agenda_item")[1].ID, nil))
	w.do(w.host, set(w.step, Fields{"title": "Anew"}))
	w.do(w.ann, del(w.pain))
	w.server(actOp("erase", w.bob, nil))
	w.do(w.host, set(w.phase, Fields{"title": "Other"}))
	w.do(w.host, actOp("start", w.b.All("agenda_item")[2].ID, nil))
	then := w.b.AsOf(1)
	if then.Get(w.pain) != nil || then.Get(w.painBob) != nil || then.Get(w.bob) != nil || then.Get(w.step).Str("owner_person") != "" {
		t.Errorf("it comes back: %v %v %v %v", then.Get(w.pain), then.Get(w.painBob), then.Get(w.bob), then.Get(w.step).Fields)
	}
	if then.Get(w.step).Str("title") != "Call" || then.Get(w.phase).Str("title") != "First" {
		t.Error("what was not taken back is gone too")
	}
	if bytes.Contains(w.b.Snapshot().Data, []byte("Bob")) || bytes.Contains(w.b.Snapshot().Data, []byte("letter is not clear")) {
		t.Error("the snapshot holds it")
	}
	w.checkReplay()
}

// A card that whoever leads took away can be looked up; so can a step of anybody.
func TestThePastKeepsWhatOthersTookAway(t *testing.T) {
	w := begun(t)
	mine := w.id()
	w.do(w.ann, put("step", mine, Fields{"phase_id": w.phase, "title": "Ann's"}))
	w.do(w.host, actOp("start", w.b.All("agenda_item")[2].ID, nil))
	w.do(w.host, del(w.pain))
	w.do(w.ann, del(mine))
	if then := w.b.AsOf(2); then.Get(w.pain) == nil || then.Get(mine) == nil {
		t.Error("the past lost them")
	}
	w.checkReplay()
}

// D6: the past of a board stays small, however often something begins or changes.
func TestD6ThePastStaysSmall(t *testing.T) {
	w := newWorld(t)
	items := w.b.All("agenda_item")
	for n := range mostMilestones + 20 {
		w.do(w.host, actOp("start", items[n%2].ID, nil), set(w.step, Fields{"title": fmt.Sprint("Title ", n)}))
	}
	if n := len(w.b.Milestones()); n != mostMilestones {
		t.Errorf("%d milestones", n)
	}
	oldest := w.b.Milestones()[0].N
	if rows := len(w.b.past[w.step]); rows > mostMilestones {
		t.Errorf("%d versions of one step", rows)
	}
	if w.b.AsOf(oldest-1) != nil || w.b.AsOf(oldest).Get(w.step).Str("title") != fmt.Sprint("Title ", oldest-1) {
		t.Errorf("the oldest is not as it was: %v", w.b.AsOf(oldest).Get(w.step).Fields)
	}
	for n := range 200 { // between two milestones what comes and goes leaves nothing, and what changes often is kept once
		note := w.id()
		w.do(w.bob, put("note", note, Fields{"text": "x"}))
		w.do(w.bob, del(note))
		w.do(w.bob, set(w.painBob, Fields{"text": fmt.Sprint("text ", n)}))
	}
	if rows := len(w.b.past[w.painBob]); rows != 1 || len(w.b.past) > 20 {
		t.Errorf("%d versions of a card, %d records with a past", rows, len(w.b.past))
	}
	w.checkReplay()
}
