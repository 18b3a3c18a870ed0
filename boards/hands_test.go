package boards

import (
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func byHands(op Op, department string, hands int) Op {
	op.ForTeam, op.Hands = department, hands
	return op
}

// hands passes on how many of a department rate a step alike.
func (w *world) hands(round, step, department string, value any, hands int) Op {
	return byHands(put("rating", w.id(), Fields{"round_id": round, "step_id": step, "value": value}), department, hands)
}

// factsOf counts the revealed answers: step, department and value, and the voices.
func (w *world) factsOf(kind string) (counts map[[3]any]int, voices map[string]bool) {
	counts, voices = map[[3]any]int{}, map[string]bool{}
	for _, r := range w.b.All(kind) {
		counts[[3]any{r.Str("step_id"), r.Str("department_id"), r.Fields["value"]}]++
		voices[r.Str("voice")] = true
	}
	return counts, voices
}

func TestRaisedHandsBecomeOneFactEach(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.rate(w.ann, round, w.step, 2)
	public := len(w.b.Public())
	for _, op := range []Op{w.hands(round, w.step, w.shop, 1, 5), w.hands(round, w.step, w.shop, 1, 3), w.hands(round, w.step, w.shop, -2, 1),
		w.hands(round, w.step, w.shop, nil, 1), w.hands(round, w.other, w.shop, 0, 2), w.hands(round, w.other, w.store, 0, 4),
		w.hands(round, w.other, w.store, 0, 0), w.hands(round, w.other, w.store, 1, 0)} {
		if effects := w.do(w.host, op); len(Shared(effects)) > 0 || len(Private(effects, w.host)) > 0 {
			t.Fatalf("somebody gets %+v", effects)
		}
	}
	if len(w.b.Public()) != public || len(w.b.Mine(w.host)) != 0 {
		t.Fatal("raised hands show before the reveal")
	}
	w.reveal(round)
	counts, voices := w.factsOf("rating")
	want := map[[3]any]int{
		{w.step, w.shop, 2}:   1,
		{w.step, w.shop, 1}:   3,
		{w.step, w.shop, -2}:  1,
		{w.step, w.shop, nil}: 1,
		{w.other, w.shop, 0}:  2,
	}
	if !maps.Equal(counts, want) || len(voices) != 6 { // Ann, and five people who raised a hand at the first step
		t.Errorf("%v, want %v; %d voices", counts, want, len(voices))
	}
	for _, r := range w.b.All("rating") {
		if r.Bool("proxy") != (r.Fields["value"] != 2) || r.Fields["hands"] != nil || r.By != "" || len(r.To) > 0 {
			t.Errorf("%+v", r)
		}
	}
	r := w.b.Get(round)
	if n, _ := r.Int("voters"); n != 6 || r.Fields["hands"] != 5 || w.b.Count("voice") != 1 {
		t.Errorf("%+v, %d voices kept", r.Fields, w.b.Count("voice"))
	}
	if len(w.b.sealed) > 0 {
		t.Errorf("still sealed: %v", w.b.sealed)
	}
	w.checkReplay()
}

// Nobody's hand is known again in another round, and a department whose hands lie sealed does not go.
func TestHandsAreNobodys(t *testing.T) {
	w := newWorld(t)
	seen := map[string]bool{}
	for range 2 {
		round := w.asked("rating")
		w.do(w.host, w.hands(round, w.step, w.shop, 1, 2))
		w.do(w.co, w.hands(round, w.step, w.spare, 1, 2))
		w.refused(w.host, "in_use", del(w.spare))
		w.reveal(round)
		for _, r := range w.b.All("rating") {
			seen[r.Str("voice")] = true
		}
	}
	if len(seen) != 8 || w.b.Count("rating") != 8 {
		t.Errorf("%d voices, %d answers", len(seen), w.b.Count("rating"))
	}
	w.checkReplay()
}

func TestHandsThatCannotBe(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.refused(w.ann, "not_allowed", w.hands(round, w.step, w.shop, 1, 2))
	w.refused(w.host, "not_found", w.hands(round, w.step, w.step, 1, 2))
	w.refused(w.host, "bad_value", w.hands(round, w.step, w.shop, 1, -1))
	w.refused(w.host, "bad_value", w.hands(round, w.step, w.shop, 1, MostHands+1))
	w.do(w.host, w.hands(round, w.step, w.shop, 1, MostHands-1))
	w.refused(w.host, "full", w.hands(round, w.step, w.shop, 2, 2))
	w.do(w.host, w.hands(round, w.step, w.shop, 2, 1))
	ticked := w.hands(round, w.step, w.shop, 1, 2)
	ticked.Fields["heard"] = true
	w.refused(w.host, "bad_value", ticked)
	told := w.hands(round, w.step, w.shop, 1, 2)
	told.Fields["hands"] = 3
	w.refused(w.host, "not_allowed", told)
	for _, person := range []string{w.watcher, w.id()} {
		op := put("rating", w.id(), Fields{"round_id": round, "step_id": w.step, "value": 1})
		op.For = person
		code := map[bool]string{true: "not_allowed", false: "not_found"}[person == w.watcher]
		w.refused(w.host, code, op)
	}
	w.refused(w.host, "bad_value", byHands(put("quote", w.id(), Fields{"text": "they said"}), w.shop, 1))
	w.reveal(round)
	w.refused(w.host, "round_closed", w.hands(round, w.step, w.shop, 1, 2))
}

// Three hands of the shop give 4 + 2 dots and Bob of the store 1 + 1: fair is (4/6 + 1/2)/2 and (2/6 + 1/2)/2.
func TestVotesOfRaisedHands(t *testing.T) {
	w := newWorld(t)
	round := w.opened(map[string]any{"dots": 3, "max_per_item": 2})
	give := func(item string, count, hands int) Op {
		return byHands(vote(w.id(), round, item, count), w.shop, hands)
	}
	w.refused(w.host, "over_budget", give(w.pain, 5, 2))
	w.do(w.host, give(w.pain, 6, 3))
	w.refused(w.host, "over_budget", give(w.painBob, 4, 3))
	w.refused(w.host, "over_budget", give(w.painBob, 1, 2)) // six dots on one pain are not those of two people
	w.do(w.host, give(w.pain, 4, 3))
	w.do(w.host, give(w.painBob, 2, 3))
	w.do(w.bob, vote(w.id(), round, w.pain, 1))
	w.do(w.bob, vote(w.id(), round, w.painBob, 1))
	w.reveal(round)
	want := map[string]Tally{
		w.pain:    {Count: 5, Departments: 2, Fair: 100 * (4.0/6 + 0.5) / 2},
		w.painBob: {Count: 3, Departments: 2, Fair: 100 * (2.0/6 + 0.5) / 2},
	}
	for _, r := range w.b.All("tally") {
		tally, is := Read[Tally](r), want[r.Str("item_id")]
		if tally.Count != is.Count || tally.Departments != is.Departments || math.Abs(tally.Fair-is.Fair) > 1e-9 {
			t.Errorf("%+v, want %+v", tally, is)
		}
	}
	r := Read[Round](w.b.Get(round))
	if *r.Voters != 4 || *r.Hands != 3 || *r.OneVoterDepartments != 1 {
		t.Errorf("%+v", r)
	}
	w.checkReplay()
}

// However hands and dots change, a department never spends more than its hands have (B10), and the reveal counts what lies there.
func TestBudgetsOfHandsHold(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(outer)
		round := w.opened(map[string]any{"dots": 3, "max_per_item": 2})
		for range rapid.IntRange(1, 25).Draw(t, "puts") {
			item := rapid.SampledFrom([]string{w.pain, w.painBob}).Draw(t, "item")
			team := rapid.SampledFrom([]string{w.shop, w.store}).Draw(t, "team")
			op := byHands(vote(w.id(), round, item, rapid.IntRange(0, 9).Draw(t, "count")), team, rapid.IntRange(0, 4).Draw(t, "hands"))
			_, _ = w.try(w.host, op)
			for _, team := range []string{w.shop, w.store} {
				sum, hands := 0, map[int]bool{}
				for _, r := range w.b.sealedBy(handSeat(team)) {
					v := Read[Vote](r)
					sum += v.Count
					hands[v.Hands] = true
					if v.Count < 1 || v.Count > 2*v.Hands {
						t.Fatalf("%+v", v)
					}
				}
				for n := range hands {
					if len(hands) != 1 || sum > 3*n {
						t.Fatalf("%d dots of %v hands", sum, hands)
					}
				}
			}
		}
		w.reveal(round)
		if r := Read[Round](w.b.Get(round)); r.Hands != nil && *r.Hands != *r.Voters {
			t.Fatalf("%+v", r)
		}
		w.checkReplay()
	})
}

// A card for somebody is theirs and marked; one for a department is nobody's, and names it only where the board shows authors.
func TestCardsForSomebody(t *testing.T) {
	for _, visible := range []bool{false, true} {
		w := newWorld(t)
		w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": visible}))
		forBob := put("pain", w.id(), Fields{"text": "said by bob", "step_id": w.step})
		forBob.For = w.bob
		forShop := byHands(put("note", w.id(), Fields{"text": "said by the shop"}), w.shop, 1)
		w.do(w.host, forBob, forShop)
		check := func(bobs, shops *Record) {
			t.Helper()
			if !bobs.Bool("proxy") || !shops.Bool("proxy") || shops.By != "" || (bobs.By == w.bob) != visible ||
				(shops.Str("department_id") == w.shop) != visible {
				t.Errorf("visible %v: %+v %+v", visible, bobs, shops)
			}
		}
		check(w.b.Get(forBob.ID), w.b.Get(forShop.ID))
		if w.b.Owner(w.b.Get(forBob.ID)) != w.bob || w.b.Owner(w.b.Get(forShop.ID)) != "" {
			t.Error("whose are they")
		}
		round := w.asked("writing")
		forBob.ID, forShop.ID, forBob.Fields["text"], forShop.Fields["text"] = w.id(), w.id(), "sealed of bob", "sealed of shop"
		if effects := w.do(w.host, forBob, forShop); len(Shared(effects))+len(Private(effects, w.host)) > 0 {
			t.Errorf("somebody gets %+v", effects)
		}
		forBob.For = w.watcher
		w.refused(w.host, "not_allowed", forBob)
		w.refused(w.host, "bad_value", byHands(put("note", w.id(), Fields{"text": "x"}), w.shop, 2))
		w.reveal(round)
		find := func(kind, text string) *Record {
			list := w.b.All(kind)
			return list[slices.IndexFunc(list, func(r *Record) bool { return r.Str("text") == text })]
		}
		check(find("pain", "sealed of bob"), find("note", "sealed of shop"))
		w.checkReplay()
	}
}

// M8: a department whose raised hands were counted could be deleted: the curve changed and the facts kept a dead id.
func TestM8ADepartmentThatAnsweredStays(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.do(w.host, w.hands(round, w.step, w.spare, 1, 2))
	w.refused(w.host, "in_use", del(w.spare)) // sealed
	w.reveal(round)
	w.refused(w.host, "in_use", del(w.spare))
	again := w.asked("rating")
	w.do(w.host, w.hands(again, w.step, w.care, 1, 2))
	w.do(w.host, actOp("cancel", again, nil))
	w.do(w.host, set(w.host, Fields{"department_id": nil}), set(w.guest, Fields{"department_id": nil}),
		set(w.watcher, Fields{"department_id": nil}))
	w.do(w.host, del(w.care))
}

// M8: a note passed on for a department names it too.
func TestM8ADepartmentThatSaidSomethingStays(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": true}))
	w.do(w.host, byHands(put("note", w.id(), Fields{"text": "said aloud", "step_id": w.step}), w.spare, 1))
	w.refused(w.host, "in_use", del(w.spare))
}
