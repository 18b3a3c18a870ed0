package boards

import (
	"testing"
)

// M4: a participant deletes a step with cards of others, and nobody could bring them back.
func TestM4AnAuthorBringsBackWhatWentWithAStep(t *testing.T) {
	w := newWorld(t)
	step, note := w.id(), w.id()
	w.do(w.ann, put("step", step, Fields{"phase_id": w.phase, "title": "Pay"}))
	w.do(w.bob, put("note", note, Fields{"step_id": step, "text": "the bill is wrong"}))
	own := w.id()
	w.do(w.bob, put("pain", own, Fields{"step_id": step, "text": "paying takes three letters"}))
	w.do(w.ann, del(step))
	list := w.b.Deletions(w.actor(w.host))
	if len(list) != 1 || list[0].Record.ID != step || list[0].With != 2 || list[0].Who != w.ann {
		t.Fatalf("%+v", list)
	}
	if own := w.b.Deletions(w.actor(w.bob)); len(own) != 2 || own[0].With != 0 {
		t.Errorf("the author sees %+v, want both cards", own)
	}
	if mine, others := w.b.Deletions(w.actor(w.ann)), w.b.Deletions(w.actor(w.cor)); len(mine) != 1 || len(others) != 0 {
		t.Errorf("who deleted sees %+v, somebody else %+v", mine, others)
	}
	w.refused(w.cor, "not_allowed", restoreOp(note))
	w.refused(w.bob, "not_allowed", restoreOp(step))
	w.do(w.bob, restoreOp(note))
	if r := w.b.Get(note); r == nil || r.Str("step_id") != "" || r.Str("text") != "the bill is wrong" {
		t.Errorf("%+v", r)
	}
	w.do(w.host, restoreOp(step))
	if w.b.Get(own) == nil || w.b.Get(note).Str("step_id") != "" || len(w.b.Deletions(w.actor(w.host))) != 0 {
		t.Error("the step comes back with what still hung on it, and takes nothing that stands elsewhere")
	}
	w.do(w.host, del(own))
	w.refused(w.bob, "not_allowed", restoreOp(own)) // on purpose: whoever deleted it
	w.checkReplay()
}

// M4: who deleted a card whose author is hidden would be its author.
func TestM4WhoDeletedACardIsNotTold(t *testing.T) {
	w := newWorld(t)
	w.do(w.ann, del(w.pain))
	if list := w.b.Deletions(w.actor(w.host)); len(list) != 1 || list[0].Who != "" || list[0].Record.By != "" {
		t.Errorf("%+v", list)
	}
}

// M4: of a phase that went one step comes back with its cards, when the phase is there again.
func TestM4AStepComesBackWithItsCards(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, del(w.phase))
	w.refused(w.host, "not_found", restoreOp(w.step))
	w.do(w.ann, restoreOp(w.pain))
	w.do(w.host, restoreOp(w.phase))
	if w.b.Get(w.painBob) == nil || w.b.Get(w.painBob).Str("step_id") != w.step {
		t.Error("what went with the phase is back with it")
	}
	w.checkReplay()
}

// T1: the clock was an hour ahead, one edit, and right again: a timer of five minutes ended in 65.
func TestT1WhatPeopleSeeFollowsTheWall(t *testing.T) {
	w := newWorld(t)
	ahead := w.now()
	ahead.At += 3600_000
	d := w.b.Trial(ahead)
	d.Push(Push{Client: "page", N: 1, Ops: []Op{set(w.step, Fields{"title": "Phone"})}}, w.actor(w.host))
	w.keep(d)
	right := w.now()
	right.At = ahead.At - 3600_000
	d = w.b.Trial(right)
	d.Push(Push{Client: "page", N: 2, Ops: []Op{actOp("timer", "", map[string]any{"state": "running", "minutes": 5})}}, w.actor(w.host))
	w.keep(d)
	ends := millis(w.b.one("timer").Str("ends_at"))
	if ends-right.At != 5*60_000 || w.b.At != ahead.At {
		t.Errorf("the timer ends in %d s, the log is at %d", (ends-right.At)/1000, w.b.At-right.At)
	}
	w.checkReplay()
}

// Q7: a step without a phase was stored and seen nowhere.
func TestQ7AStepNeedsAPhase(t *testing.T) {
	w := newWorld(t)
	w.refused(w.ann, "bad_value", put("step", w.id(), Fields{"title": "nowhere"}))
	if _, no := w.try(w.ann, put("step", w.id(), Fields{"title": "nowhere"})); no.Sentence("nl") == Sentence("bad_value", "nl") {
		t.Error("it does not say why")
	}
}
