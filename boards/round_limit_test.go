package boards

import "testing"

// limited gives a kind a small limit for one test.
func limited(t *testing.T, kind *Kind, most int) {
	was := kind.Limit
	kind.Limit = most
	t.Cleanup(func() { kind.Limit = was })
}

// A round whose answers could not all be shown does not open; one that opened is always shown.
func TestARevealIsNeverTooFull(t *testing.T) {
	w := newWorld(t)
	takePart := len(eligible(w.b, "rating"))
	limited(t, ratingKind, 4*takePart)
	for range 2 { // two steps each: four answers of everybody are all that fits
		round := w.asked("rating")
		for _, person := range eligible(w.b, "rating") {
			for _, step := range []string{w.step, w.other} {
				w.do(person, put("rating", w.id(), Fields{"round_id": round, "step_id": step, "value": 1}))
			}
		}
		w.reveal(round)
	}
	if n := w.b.Count("rating"); n != ratingKind.Limit {
		t.Fatalf("%d facts, want %d", n, ratingKind.Limit)
	}
	no := w.refusalOf(w.host, actOp("open", w.id(), map[string]any{"collect": "rating", "step_ids": []string{w.step}}))
	if no == nil || no.Code != "full" || no.Sentence("en") == Sentence("full", "en") {
		t.Errorf("opens, or does not say why not: %+v", no)
	}
	w.checkReplay()
}

// Raised hands count one each before they lie: what they and people become at the reveal always fits.
func TestHandsCountBeforeTheReveal(t *testing.T) {
	w := newWorld(t)
	most := 2*len(eligible(w.b, "rating")) + 5
	limited(t, ratingKind, most)
	round := w.asked("rating")
	score := put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 0})
	w.refused(w.host, "full", w.hands(round, w.step, w.shop, 1, most+1))
	w.do(w.host, w.hands(round, w.step, w.shop, 1, 3))
	w.do(w.host, w.hands(round, w.other, w.shop, 1, most-3))
	w.refused(w.ann, "full", score)
	w.refused(w.host, "full", w.hands(round, w.step, w.shop, 1, 4))
	w.do(w.host, w.hands(round, w.step, w.shop, 1, 2))
	w.do(w.ann, score)
	w.reveal(round)
	if n := w.b.Count("rating"); n != most {
		t.Errorf("%d facts, want %d", n, most)
	}
	w.checkReplay()
}

// A vote makes one tally an item, counted before it opens.
func TestAVoteCountsItsTallies(t *testing.T) {
	w := newWorld(t)
	limited(t, tallyKind, 3)
	w.reveal(w.opened(nil))
	if w.b.Count("tally") != 2 {
		t.Fatalf("%d tallies", w.b.Count("tally"))
	}
	w.refused(w.host, "full", actOp("open", w.id(), map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}}))
}
