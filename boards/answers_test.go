package boards

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// asked opens a round about the steps and gives its id.
func (w *world) asked(collect string) string {
	w.t.Helper()
	id := w.id()
	w.do(w.host, actOp("open", id, map[string]any{"collect": collect}))
	return id
}

func (w *world) rate(person, round, step string, value any) []Effect {
	w.t.Helper()
	return w.do(person, put("rating", w.id(), Fields{"round_id": round, "step_id": step, "value": value}))
}

func TestRatingsAreSealedUntilOneReveal(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	if got := w.b.Get(round).List("step_ids"); !slices.Equal(got, []string{w.step, w.other}) {
		t.Fatalf("all steps are asked when nobody says which: %v", got)
	}
	shared := w.b.Shared
	first := w.rate(w.ann, round, w.step, -2)
	again := w.rate(w.ann, round, w.step, -1)
	if again[0].E != "set" || again[0].ID != first[0].Record.ID || !slices.Equal(again[0].To, []string{w.ann}) {
		t.Errorf("a second answer changes the first: %+v", again)
	}
	w.rate(w.bob, round, w.step, 2)
	w.rate(w.bob, round, w.other, nil)
	w.rate(w.guest, round, w.step, -2)
	if w.b.Shared != shared {
		t.Error("B8: an answer moved a number that others see")
	}
	w.refused(w.host, "not_allowed", put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 1}))
	w.refused(w.watcher, "not_allowed", put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 1}))
	w.refused(w.ann, "bad_value", put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 3}))
	w.refused(w.ann, "not_allowed", put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "voice": "me"}))
	w.refused(w.ann, "not_found", put("rating", w.id(), Fields{"round_id": round, "step_id": w.phase, "value": 1}))

	w.reveal(round)
	facts := w.b.Shown("rating")
	if len(facts) != 4 || len(w.b.Mine(w.ann)) != 0 {
		t.Fatalf("%d facts, want 4; %d still sealed", len(facts), len(w.b.Mine(w.ann)))
	}
	for _, r := range facts {
		if r.By != "" || r.Str("voice") == "" || (r.Str("department_id") == "") != r.Bool("guest") || r.At != w.b.At {
			t.Errorf("B9: a fact without person and time: %+v", r)
		}
	}
	w.refused(w.ann, "round_closed", put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 1}))
	w.checkReplay()
}

func TestAVoiceStaysTheSameBetweenRounds(t *testing.T) {
	w := newWorld(t)
	for range 2 {
		round := w.asked("rating")
		w.rate(w.ann, round, w.step, 1)
		w.rate(w.bob, round, w.step, -1)
		w.reveal(round)
	}
	voices := map[string]int{}
	for _, r := range w.b.Shown("rating") {
		voices[r.Str("voice")]++
		if r.Str("voice") == w.ann || r.Str("voice") == w.bob {
			t.Error("a voice is a person's id")
		}
	}
	if len(voices) != 2 {
		t.Errorf("voices %v, want two with two answers each", voices)
	}
	for _, r := range w.b.Public() {
		if r.Kind == "voice" {
			t.Error("whose voice it is left the server")
		}
	}
}

func TestClaimsPointOnlyWhenTheyDeny(t *testing.T) {
	w := newWorld(t)
	round := w.asked("ownership_claim")
	claim := func(fields Fields) Op {
		fields["round_id"], fields["step_id"] = round, w.step
		return put("ownership_claim", w.id(), fields)
	}
	w.refused(w.ann, "bad_value", claim(Fields{"answer": "own", "points_to": w.store}))
	w.refused(w.ann, "not_found", claim(Fields{"answer": "not", "points_to": w.step}))
	w.do(w.ann, claim(Fields{"answer": "not", "points_to": w.store}))
	w.refused(w.guest, "not_allowed", claim(Fields{"answer": "own"}))
	w.reveal(round)
	if got := w.b.Shown("ownership_claim"); len(got) != 1 || got[0].Str("points_to") != w.store || got[0].Str("department_id") != w.shop {
		t.Errorf("%+v", got)
	}
}

func TestTheFacilitatorPassesOnWhatSomebodySays(t *testing.T) {
	w := newWorld(t)
	round := w.asked("leading_vote")
	op := put("leading_vote", w.id(), Fields{"round_id": round, "step_id": w.step, "value": "system"})
	op.For = w.bob
	w.refused(w.ann, "not_allowed", op)
	w.do(w.host, op)
	if mine := w.b.Mine(w.bob); len(mine) != 1 || !mine[0].Bool("proxy") {
		t.Errorf("the answer is bob's and marked: %+v", mine)
	}
	if len(w.b.Mine(w.host)) != 0 {
		t.Error("the facilitator keeps no copy")
	}
	op.ID, op.For = w.id(), w.step
	w.refused(w.host, "not_found", op)
}

// Writing: a marker of each author is on no other screen, moves no number, and after the reveal names nobody.
func TestWritingIsSealedAndLosesItsAuthor(t *testing.T) {
	w := newWorld(t)
	round := w.asked("writing")
	shared, tail := w.b.Shared, w.b.Tail
	id := w.id()
	w.do(w.ann, put("pain", id, Fields{"text": "MARKER-ann waits for ever", "step_id": w.step}))
	w.do(w.ann, typed(id, "text", 1, Splice{0, 0, "really "}))
	w.do(w.bob, put("note", w.id(), Fields{"text": "MARKER-bob knows why", "step_id": w.step}))
	if w.b.Shared != shared || w.b.Tail != tail {
		t.Error("B8: writing moved what others see")
	}
	if public := encode(w.b.Public()); bytes.Contains(public, []byte("MARKER")) {
		t.Error("sealed words are public")
	}
	w.refused(w.bob, "not_found", set(id, Fields{"severity": 5}))

	effects := w.reveal(round)
	told := string(encode(Shared(effects)))
	if !strings.Contains(told, "really MARKER-ann") || !strings.Contains(told, "MARKER-bob") {
		t.Fatal("the reveal tells all of it")
	}
	if strings.Contains(told, w.ann) || strings.Contains(told, w.bob) || strings.Contains(told, id) {
		t.Error("B9: the reveal names an author or an old id")
	}
	snapshot := string(w.b.Snapshot().Data)
	for _, r := range w.b.Shown("pain") {
		if strings.Contains(r.Str("text"), "MARKER") && (w.b.Owner(r) != "" || strings.Contains(snapshot, `"`+r.ID+`":"`)) {
			t.Error("something links the words to a person")
		}
	}
	w.unlikeKeys("pain")
	w.unlikeKeys("note")
	w.checkReplay()
}

func TestWritingShowsAuthorsWhereTheBoardDoes(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": true}))
	round := w.asked("writing")
	w.do(w.ann, put("note", w.id(), Fields{"text": "mine", "step_id": w.step}))
	w.reveal(round)
	if notes := w.b.Shown("note"); len(notes) != 1 || notes[0].By != w.ann {
		t.Errorf("%+v", notes)
	}
}

func TestACancelledRoundLeavesNothing(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.rate(w.ann, round, w.step, 2)
	w.do(w.host, actOp("cancel", round, nil))
	if len(w.b.Mine(w.ann)) != 0 || w.b.Count("rating") != 0 || w.b.Sealing != w.b.Seq {
		t.Error("something is left")
	}
}

func TestMergeAndPark(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, actOp("merge", w.painBob, map[string]any{"into": w.pain}))
	w.refused(w.host, "bad_value", actOp("merge", w.pain, map[string]any{"into": w.pain}))
	w.refused(w.host, "bad_value", actOp("merge", w.pain, map[string]any{"into": w.painBob}))
	if Votable(w.b.Get(w.painBob)) {
		t.Error("a merged pain stands for itself no more")
	}
	w.do(w.host, actOp("merge", w.painBob, map[string]any{"into": nil}))
	w.opened(nil)
	w.refused(w.host, "locked", actOp("merge", w.painBob, map[string]any{"into": w.pain}))
	w.refused(w.host, "locked", actOp("park", w.pain, nil))

	third := w.putPain(w.ann, "for another day, really")
	w.do(w.host, actOp("park", third, nil))
	if items := w.b.Shown("parking_item"); w.b.Get(third) != nil || len(items) != 1 || items[0].Str("text") != "for another day, really" {
		t.Errorf("%+v", items)
	}
}

func TestSkippedItemsAreNotStarted(t *testing.T) {
	w := newWorld(t)
	items := w.b.All("agenda_item")
	w.do(w.host, actOp("skip", items[0].ID, nil))
	w.do(w.host, actOp("next", "", nil))
	if Running(w.b).ID != items[1].ID {
		t.Error("the skipped item was started")
	}
	w.do(w.host, actOp("skip", items[0].ID, nil))
	if w.b.Get(items[0].ID).Str("state") != "planned" {
		t.Error("skipping again takes it back")
	}
	w.do(w.host, actOp("skip", items[1].ID, nil))
	if Running(w.b).ID != items[2].ID {
		t.Error("skipping the running item goes on")
	}
}
