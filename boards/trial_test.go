package boards

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func mapKeys[K comparable, V any](m map[K]V) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// indexes writes down everything a board remembers beside its records.
func indexes(b *Board) string {
	var out bytes.Buffer
	for name, index := range map[string]map[string]map[string]*Record{"kind": b.byKind, "hanging": b.hanging, "sealed": b.sealed} {
		_ = name
		for _, key := range slices.Sorted(mapKeys(index)) {
			for _, id := range slices.Sorted(mapKeys(index[key])) {
				if index[key][id] != b.records[id] {
					fmt.Fprintf(&out, "stale %s %s\n", key, id)
				}
			}
		}
	}
	for _, kind := range Kinds() {
		for _, r := range b.All(kind.Name) {
			fmt.Fprintln(&out, kind.Name, r.ID, b.Owner(r))
			for _, child := range Kinds() {
				for _, c := range b.Hanging(r.ID, child.Name) {
					fmt.Fprintln(&out, " ", c.ID)
				}
			}
		}
	}
	for _, person := range slices.Sorted(mapKeys(b.sealed)) {
		fmt.Fprintln(&out, person, string(encode(b.Mine(person))), b.OwnIDs(person))
	}
	for _, hash := range slices.Sorted(mapKeys(b.keys)) {
		fmt.Fprintln(&out, hash, b.keys[hash].ID)
	}
	return out.String()
}

// pasts writes down what is kept to place late texts. A board from a snapshot has none, so it is no part of indexes.
func pasts(b *Board) string {
	var out bytes.Buffer
	for _, key := range slices.Sorted(mapKeys(b.texts)) {
		fmt.Fprintln(&out, key, b.texts[key].first, b.texts[key].changes)
	}
	return out.String()
}

// wish draws any op, allowed or not.
func (w *world) wish(t *rapid.T) (string, []Op) {
	some := func(kind string) string {
		list := w.b.All(kind)
		if len(list) == 0 {
			return w.step
		}
		return list[rapid.IntRange(0, len(list)-1).Draw(t, kind)].ID
	}
	round := w.step
	if rounds := w.b.All("round"); len(rounds) > 0 {
		round = rounds[len(rounds)-1].ID
	}
	gone := append(slices.Sorted(mapKeys(w.b.gone)), w.step)
	title := w.b.Get(some("step"))
	if title == nil { // every step was deleted
		title = w.b.one("board")
	}
	options := []Op{
		put("note", w.id(),
			Fields{"text": "n"}), put("note", w.id(), Fields{"text": "n", "step_id": some("step")}), put("pain", w.id(), Fields{"step_id": some("step")}),
		putAfter("step", w.id(), "",
			Fields{"phase_id": some("phase"), "title": "S"}), put("phase", w.id(), nil), put("cell", w.id(), Fields{"step_id": some("step"), "lane": "back"}),
		put("quote", w.id(),
			Fields{"text": "q"}), put("fix", w.id(), Fields{"pain_ids": []string{some("pain")}, "department_ids": []string{w.shop}}),
		set(some("step"),
			Fields{"title": "Other", "moment_of_truth": true}), set(some("pain"), Fields{"severity": 2}), set(some("fix"), Fields{"status": "done"}),
		set(some("fix"), Fields{"pain_ids": map[string]any{"remove": []string{some("pain")}, "add": []string{some("pain")}}}),
		set(w.b.one("board").ID, Fields{"set_author_visible": true}), set(some("person"), Fields{"department_id": w.store}),
		typed(title.ID, "title", title.Version("title"), Splice{0, 0, "x"}), typed(some("pain"), "text", 1, Splice{0, 0, "y"}),
		move(some("step"), some("phase"),
			""), move(some("note"), "", some("note")), move(some("pain"), some("step"), ""), move(some("phase"), "", some("phase")),
		del(some("note")), del(some("step")), del(some("phase")), del(some("pain")), del(some("cell")), del(w.spare), del(some("quote")),
		restoreOp(gone[rapid.IntRange(0, len(gone)-1).Draw(t, "gone")]),
		actOp("open", w.id(),
			map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}}), actOp("reveal", round, nil), actOp("cancel", round, nil),
		vote(w.id(), round, w.pain,
			1), vote(w.id(), round, w.painBob, 2), vote(w.id(), round, w.pain, 0), actOp("ready", round, nil), actOp("ready", round, map[string]any{"ready": false}),
		actOp("next", "",
			nil), actOp("stop", "", nil), actOp("timer", "", map[string]any{"state": "paused"}), actOp("lock", "", nil), actOp("remove", some("person"), nil),
	}
	pick := rapid.SampledFrom(options)
	people := []string{w.host, w.host, w.ann, w.ann, w.bob, w.cor, w.co, w.guest, w.watcher}
	return rapid.SampledFrom(people).Draw(t, "who"), rapid.SliceOfN(pick, 1, 3).Draw(t, "ops")
}

// B5, and the heart of a lost race: whatever a trial tried, after Drop the board is the one from before, in every index.
func TestB5DroppedDraftsLeaveNothing(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(outer)
		for range rapid.IntRange(0, 8).Draw(t, "kept") {
			who, ops := w.wish(t)
			_, _ = w.try(who, ops...)
		}
		before, index, past := w.b.Snapshot().Data, indexes(w.b), pasts(w.b)
		d := w.b.Trial(w.now())
		for i := range rapid.IntRange(1, 6).Draw(t, "dropped") {
			who, ops := w.wish(t)
			d.Push(Push{Client: "draft", N: 1 + 2*i, Ops: ops}, w.actor(who))
		}
		d.Drop()
		if !bytes.Equal(before, w.b.Snapshot().Data) {
			t.Fatalf("was %s\n is %s", before, w.b.Snapshot().Data)
		}
		if index != indexes(w.b) || past != pasts(w.b) {
			t.Fatalf("indexes were\n%s%s\nand are\n%s%s", index, past, indexes(w.b), pasts(w.b))
		}
	})
}

// B3 over any history: the log, and any snapshot with what came behind it, tell the same board.
func TestB3ReplayIsTheBoard(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(outer)
		var middle Snapshot
		at := rapid.IntRange(0, 12).Draw(t, "snapshot")
		for i := range rapid.IntRange(1, 16).Draw(t, "pushes") {
			if i == at {
				middle = w.b.Snapshot()
			}
			who, ops := w.wish(t)
			_, _ = w.try(who, ops...)
			w.unlikeKeysOf(t)
		}
		replayed := w.replayed()
		if !bytes.Equal(replayed.Snapshot().Data, w.b.Snapshot().Data) || indexes(replayed) != indexes(w.b) {
			t.Fatalf("log  %s\nroom %s", replayed.Snapshot().Data, w.b.Snapshot().Data)
		}
		if middle.Data == nil {
			return
		}
		b, err := Open(middle)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range w.log[middle.Seq-w.start.Seq:] {
			if _, err := b.Take(line); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(b.Snapshot().Data, w.b.Snapshot().Data) {
			t.Fatalf("snapshot %s\nroom     %s", b.Snapshot().Data, w.b.Snapshot().Data)
		}
	})
}

// unlikeKeysOf: no two siblings share an order key at any time (B11), and the hard maxima hold (B12).
func (w *world) unlikeKeysOf(t *rapid.T) {
	truths := 0
	for _, kind := range Kinds() {
		seen := map[string]bool{}
		for _, r := range w.b.All(kind.Name) {
			key := r.Str(kind.Parent) + " " + r.Str("order")
			if kind.Ordered && (seen[key] || !validKey(r.Str("order"))) {
				t.Fatalf("two %ss with key %q", kind.Name, key)
			}
			seen[key] = true
			if r.Bool("moment_of_truth") {
				truths++
			}
		}
		if w.b.Count(kind.Name) > kind.Limit {
			t.Fatalf("%d %ss", w.b.Count(kind.Name), kind.Name)
		}
	}
	if truths > 3 {
		t.Fatalf("%d moments of truth", truths)
	}
}
