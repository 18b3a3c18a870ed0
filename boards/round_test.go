package boards

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
)

// opened opens a vote on the two pains and gives its id.
func (w *world) opened(args map[string]any) string {
	w.t.Helper()
	id := w.id()
	all := map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}}
	for name, v := range args {
		all[name] = v
	}
	w.do(w.host, actOp("open", id, all))
	return id
}

func (w *world) reveal(round string) []Effect { return w.do(w.host, actOp("reveal", round, nil)) }

func TestDotsFor(t *testing.T) {
	for items, want := range map[int]int{2: 3, 10: 3, 13: 3, 14: 4, 17: 4, 18: 5, 22: 6, 30: 8, 34: 8, 100: 8} {
		if got := dotsFor(items); got != want {
			t.Errorf("%d items: %d dots, want %d", items, got, want)
		}
	}
}

func TestVoteBudgets(t *testing.T) {
	w := newWorld(t)
	third := w.putPain(w.ann, "the queue is far too long")
	round := w.opened(map[string]any{"item_ids": []string{w.pain, w.painBob, third}, "dots": 3, "max_per_item": 2})
	first := w.id()
	effects := w.do(w.ann, vote(first, round, w.pain, 2))
	if len(effects) != 1 || effects[0].E != "put" || effects[0].Record.By != "" || !slices.Equal(effects[0].To, []string{w.ann}) {
		t.Fatalf("%+v", effects)
	}
	w.refused(w.ann, "over_budget", vote(w.id(), round, w.painBob, 2))
	w.refused(w.ann, "over_budget", vote(w.id(), round, w.pain, 3))
	w.refused(w.ann, "bad_value", vote(w.id(), round, w.painBob, -1), vote(w.id(), round, w.pain, 1))
	w.refused(w.ann, "bad_value", put("vote", w.id(), Fields{"round_id": round, "item_id": w.pain}))
	w.refused(w.ann, "bad_value", put("vote", w.id(), Fields{"round_id": round, "item_id": w.pain, "count": nil}))
	w.refused(w.ann, "bad_value", put("vote", w.id(), Fields{"round_id": round, "item_id": w.pain, "count": 1.5}))
	w.refused(w.ann, "unknown_field", put("vote", w.id(), Fields{"round_id": round, "item_id": w.pain, "count": 1, "person_id": w.bob}))
	w.refused(w.ann, "not_found", vote(w.id(), round, w.step, 1))
	w.refused(w.ann, "not_found", vote(w.id(), w.pain, w.pain, 1))
	w.do(w.ann, vote(w.id(), round, w.painBob, 1))
	w.refused(w.ann, "over_budget", vote(w.id(), round, third, 1))

	effects = w.do(w.ann, vote(w.id(), round, w.pain, 1)) // a second put changes the first
	if len(effects) != 1 || effects[0].E != "set" || effects[0].ID != first || len(w.b.Mine(w.ann)) != 2 {
		t.Fatalf("%+v", effects)
	}
	w.do(w.ann, vote(w.id(), round, third, 1))
	effects = w.do(w.ann, vote(w.id(), round, w.pain, 0))
	if len(effects) != 1 || effects[0].E != "del" || effects[0].ID != first || w.b.Get(first) != nil {
		t.Fatalf("%+v", effects)
	}
	w.do(w.ann, vote(w.id(), round, w.pain, 0)) // nothing to take back: settled, nothing happens
	w.checkReplay()
}

// One person's answer is put again, never edited in place: else two votes could be typed onto one item.
func TestVotesAreNoTexts(t *testing.T) {
	w := newWorld(t)
	round := w.opened(nil)
	id := w.id()
	w.do(w.ann, vote(id, round, w.pain, 2))
	w.refused(w.ann, "not_allowed", typed(id, "item_id", 1, Splice{0, units(w.pain), w.painBob}))
	w.refused(w.ann, "not_allowed", set(id, Fields{"count": 5}))
	w.refused(w.ann, "not_allowed", move(id, "", ""))
	for _, op := range []Op{del(id), set(id, Fields{"count": 1}), typed(id, "item_id", 1, Splice{0, 0, "x"})} {
		w.refused(w.bob, "not_found", op)
		w.refused(w.host, "not_found", op)
	}
	w.refused(w.bob, "bad_value", vote(id, round, w.pain, 1))
	w.do(w.ann, del(id))
	w.refused(w.ann, "not_found", restoreOp(id))
	w.checkReplay()
}

// A vote under the id of a deleted card must not push that card out of reach.
func TestB13AnswersDoNotBuryDeletedCards(t *testing.T) {
	w := newWorld(t)
	note := w.id()
	w.do(w.bob, put("note", note, Fields{"text": "bob's"}))
	round := w.opened(nil)
	w.do(w.bob, del(note))
	w.refused(w.ann, "bad_value", vote(note, round, w.pain, 1))
	w.refused(w.host, "bad_value", actOp("open", note, map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}}))
	w.do(w.bob, restoreOp(note))
}

func TestWhoVotes(t *testing.T) {
	w := newWorld(t)
	round := w.opened(nil)
	for _, person := range []string{w.host, w.co, w.guest, w.watcher, "screen"} {
		w.refused(person, "not_allowed", vote(w.id(), round, w.pain, 1))
	}
	for _, person := range []string{w.host, w.guest} {
		w.refused(person, "not_allowed", actOp("ready", round, nil))
	}
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_facilitator_takes_part": true}))
	w.do(w.host, vote(w.id(), round, w.pain, 1))
	w.refused(w.co, "not_allowed", vote(w.id(), round, w.pain, 1)) // has no department
	w.refused(w.guest, "not_allowed", vote(w.id(), round, w.pain, 1))
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_guests_vote": true}))
	w.do(w.guest, vote(w.id(), round, w.pain, 1))
	w.refused(w.watcher, "not_allowed", vote(w.id(), round, w.pain, 1))
	w.do(w.ann, set(w.ann, Fields{"department_id": nil}))
	w.refused(w.ann, "not_allowed", vote(w.id(), round, w.pain, 1))
}

func TestOpeningARound(t *testing.T) {
	w := newWorld(t)
	short, merged := w.putPain(w.ann, "short"), w.putPain(w.ann, "this one was merged away")
	w.b.Apply(Entry{Effects: []Effect{{E: "set", ID: merged, Fields: Fields{"merged_into": w.pain}}}})
	open := func(args map[string]any) Op { return actOp("open", w.id(), args) }
	items := []string{w.pain, w.painBob}
	for _, c := range []struct {
		code string
		op   Op
	}{
		{"bad_value", actOp("open", "short", map[string]any{"collect": "vote", "item_ids": items})},
		{"bad_value", actOp("open", w.pain, map[string]any{"collect": "vote", "item_ids": items})},
		{"bad_value", open(map[string]any{"collect": "séance", "item_ids": items})},
		{"too_few", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain}})},
		{"too_few", open(map[string]any{"collect": "vote"})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.pain}})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.step}})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain, short}})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain, merged}})},
		{"not_found", open(map[string]any{"collect": "vote", "item_ids": []string{w.pain, "nowhere"}})},
		{"too_long", open(map[string]any{"collect": "vote", "item_ids": make([]string, 101)})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": items, "dots": 13})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": items, "dots": 0})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": items, "max_per_item": 6})},
		{"bad_value", open(map[string]any{"collect": "vote", "item_ids": items, "dots": "3"})},
		{"bad_request", open(map[string]any{"collect": "vote", "item_ids": items, "secret": true})},
	} {
		w.refused(w.host, c.code, c.op)
	}
	round := w.b.Get(w.opened(nil))
	if dots, _ := round.Int("dots"); dots != 3 || !slices.Equal(round.List("electorate"), []string{w.ann, w.bob, w.cor}) {
		t.Fatalf("%+v", round.Fields)
	}
	w.refused(w.host, "locked", open(map[string]any{"collect": "vote", "item_ids": items}))
	w.refused(w.ann, "locked", del(w.pain)) // it is being voted on
	w.refused(w.host, "locked", del(w.step))
	w.refused(w.host, "locked", del(w.phase))
	w.reveal(round.ID)
	if second := w.b.Get(w.opened(nil)); second.Fields["number"] != 2 {
		t.Fatalf("%+v", second.Fields)
	}
}

func TestClosedRoundsTakeNothing(t *testing.T) {
	w := newWorld(t)
	round := w.opened(nil)
	w.do(w.ann, vote(w.id(), round, w.pain, 1))
	w.do(w.host, actOp("cancel", round, nil))
	if len(w.b.Mine(w.ann)) != 0 || w.b.Count("tally") != 0 || w.b.Sealing != w.b.Seq {
		t.Fatal("a cancelled round leaves answers")
	}
	for _, op := range []Op{actOp("reveal", round, nil), actOp("cancel", round, nil)} {
		w.refused(w.host, "round_closed", op)
	}
	second := w.opened(nil)
	w.reveal(second)
	w.refused(w.ann, "round_closed", vote(w.id(), second, w.pain, 1))
	w.refused(w.ann, "round_closed", actOp("ready", second, nil))
	w.refused(w.host, "not_found", actOp("reveal", w.pain, nil))
	w.checkReplay()
}

// The worked example of method.md 3.4.9: raw and fair put different items first.
func TestFairVotesWorkedExample(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_dots_max_per_item": 5}))
	items := []string{w.pain, w.painBob, w.putPain(w.ann, "the refund comes late"), w.putPain(w.ann, "everything else together")}
	round := w.opened(map[string]any{"item_ids": items, "dots": 12})
	dots := map[string][]int{w.shop: {9, 2, 1, 4}, w.store: {0, 1, 5, 0}, w.care: {1, 4, 3, 0}}
	w.joins("Silent", w.spare) // a department without dots is left out
	voters := map[string][]string{}
	for department, counts := range dots {
		for item, n := range counts {
			for who := 0; n > 0; who++ {
				if len(voters[department]) <= who {
					voters[department] = append(voters[department], w.joins("Voter", department))
				}
				give := min(n, 5)
				w.do(voters[department][who], vote(w.id(), round, items[item], give))
				n -= give
			}
		}
	}
	w.reveal(round)
	want := map[string]struct {
		raw, departments int
		fair             float64
	}{items[0]: {10, 2, 22.9}, items[1]: {7, 3, 26.4}, items[2]: {9, 3, 42.4}, items[3]: {4, 1, 8.3}}
	sum := 0.0
	for _, r := range w.b.All("tally") {
		tally, row := Read[Tally](r), want[r.Str("item_id")]
		sum += tally.Fair
		if tally.Count != row.raw || tally.Departments != row.departments || math.Abs(tally.Fair-row.fair) > 0.05 {
			t.Errorf("%+v, want %+v", tally, row)
		}
	}
	if w.b.Count("tally") != 4 || math.Abs(sum-100) > 1e-9 {
		t.Fatalf("%d tallies, sum %v", w.b.Count("tally"), sum)
	}
	if n, _ := w.b.Get(round).Int("one_voter_departments"); n != 2 {
		t.Fatalf("%d departments of one voter", n)
	}
	w.checkReplay()
}

func TestB9RevealTellsNothingOfPeople(t *testing.T) {
	w := newWorld(t)
	items := []string{w.pain, w.painBob, w.putPain(w.ann, "the queue is far too long"), w.putPain(w.ann, "and one more of those pains")}
	round := w.opened(map[string]any{"item_ids": items})
	secret := "marker-vote-id-0000"
	w.do(w.ann, vote(secret, round, w.pain, 2))
	w.do(w.ann, vote("marker-taken-back-0", round, items[2], 1))
	w.do(w.ann, vote(w.id(), round, items[2], 0))
	w.do(w.bob, vote("marker-vote-id-0001", round, w.pain, 1))
	w.do(w.ann, actOp("ready", round, nil))
	perm := []int{2, 0, 3, 1}
	now := w.now()
	now.Perm = func(int) []int { return perm }
	d := w.b.Trial(now)
	if v := d.Push(Push{Client: "x", N: 1, Ops: []Op{actOp("reveal", round, nil)}}, w.actor(w.host)); v.Refusal != nil {
		t.Fatal(v.Refusal)
	}
	effects := w.keep(d)

	var told []string
	for _, f := range Shared(effects) {
		if f.E == "put" && f.Record.Kind == "tally" {
			told = append(told, f.Record.Str("item_id"))
			if f.Record.By != "" || f.Record.At != w.b.At {
				t.Fatalf("%+v", f.Record)
			}
		}
	}
	if want := []string{items[2], items[0], items[3], items[1]}; !slices.Equal(told, want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	shared := encode(Shared(effects))
	for _, what := range []string{"marker", w.ann, w.bob, w.shop, w.store, "department_ids"} {
		if bytes.Contains(shared, []byte(what)) {
			t.Errorf("the reveal names %s: %s", what, shared)
		}
	}
	if len(w.b.Mine(w.ann))+len(w.b.Mine(w.bob)) != 0 || w.b.Sealing != w.b.Seq {
		t.Error("sealed records are left")
	}
	if snapshot := w.b.Snapshot().Data; bytes.Contains(snapshot, []byte("marker")) {
		t.Errorf("the snapshot keeps what was sealed: %s", snapshot)
	}
	for id := range w.b.gone {
		t.Errorf("tombstone %s", id)
	}
	w.checkReplay()
}

func TestB8ReadyIsPrivate(t *testing.T) {
	w := newWorld(t)
	round := w.opened(nil)
	shared, tail := w.b.Shared, w.b.Tail
	for _, want := range []int{1, 1} {
		if effects := w.do(w.ann, actOp("ready", round, nil)); len(Shared(effects)) > 0 {
			t.Fatalf("%+v", effects)
		}
		if ready, of, _ := Readiness(w.b, round, everybody); ready != want || of != 3 {
			t.Fatalf("%d of %d", ready, of)
		}
	}
	w.do(w.bob, actOp("ready", round, nil))
	w.do(w.ann, actOp("ready", round, map[string]any{"ready": false}))
	if ready, _, _ := Readiness(w.b, round, everybody); ready != 1 || w.b.Shared != shared || w.b.Tail != tail {
		t.Fatalf("%d ready, shared %d → %d", ready, shared, w.b.Shared)
	}
	w.checkReplay()
}

func TestRemovedPeopleDoNotCount(t *testing.T) {
	w := newWorld(t)
	round := w.opened(nil)
	w.do(w.ann, vote("marker-vote-id-0000", round, w.pain, 2), actOp("ready", round, nil))
	w.do(w.bob, vote(w.id(), round, w.pain, 1))
	if w.b.KeyOf("hash-of-ann") == nil {
		t.Fatal("no key")
	}
	w.refused(w.host, "not_allowed", actOp("remove", w.host, nil))
	w.refused(w.co, "not_allowed", actOp("remove", w.ann, nil))
	w.refused(w.ann, "not_allowed", actOp("remove", w.bob, nil))
	effects := w.do(w.host, actOp("remove", w.ann, nil))
	if strings.Contains(string(encode(Shared(effects))), "marker") || w.b.KeyOf("hash-of-ann") != nil || w.b.Get(w.pain) == nil {
		t.Fatalf("%+v", effects)
	}
	w.refused(w.host, "not_found", restoreOp(w.ann))
	w.reveal(round)
	for _, r := range w.b.All("tally") {
		if n, _ := r.Int("count"); r.Str("item_id") == w.pain && n != 1 {
			t.Fatalf("%d dots", n)
		}
	}
	if bytes.Contains(w.b.Snapshot().Data, []byte("marker")) {
		t.Fatal("votes of somebody who left stay")
	}
	w.checkReplay()
}
