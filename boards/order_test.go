package boards

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestB11AppendsAndPrependsStayShort(t *testing.T) {
	low, high := between("", ""), between("", "")
	for range 10000 {
		next, before := between(high, ""), between("", low)
		if next <= high || before >= low {
			t.Fatalf("%q after %q, %q before %q", next, high, before, low)
		}
		low, high = before, next
	}
	if len(low) > 6 || len(high) > 6 {
		t.Fatalf("10,000 at each end give %q and %q", low, high)
	}
}

func TestB11ThousandInsertsAtOneSpot(t *testing.T) {
	for _, side := range []string{"left", "right", "zigzag"} {
		low, high := "a0", "a1"
		for i := range 1000 {
			key := between(low, high)
			if key <= low || key >= high || !validKey(key) {
				t.Fatalf("%s %d: %q between %q and %q", side, i, key, low, high)
			}
			if side == "left" || side == "zigzag" && i%2 == 0 {
				high = key
			} else {
				low = key
			}
		}
	}
}

func TestB11FiftyCardsMovedAbout(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	keys := []string{between("", "")}
	for len(keys) < 50 {
		keys = append(keys, between(keys[len(keys)-1], ""))
	}
	longest := 0
	for range 10000 {
		from := rnd.IntN(len(keys))
		keys = slices.Delete(keys, from, from+1)
		to := rnd.IntN(len(keys) + 1)
		low, high := "", ""
		if to > 0 {
			low = keys[to-1]
		}
		if to < len(keys) {
			high = keys[to]
		}
		key := between(low, high)
		keys = slices.Insert(keys, to, key)
		longest = max(longest, len(key))
		if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
			t.Fatalf("not sorted or not unique around %q", key)
		}
	}
	if longest > 12 {
		t.Fatalf("longest key has %d characters", longest)
	}
}

func TestB11AnyPlaceTakesAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{between("", "")}
		for _, at := range rapid.SliceOfN(rapid.IntRange(0, 1000), 1, 60).Draw(t, "places") {
			at %= len(keys) + 1
			low, high := "", ""
			if at > 0 {
				low = keys[at-1]
			}
			if at < len(keys) {
				high = keys[at]
			}
			key := between(low, high)
			if key <= low || (high != "" && key >= high) || !validKey(key) {
				t.Fatalf("%q between %q and %q", key, low, high)
			}
			keys = slices.Insert(keys, at, key)
		}
	})
}

func TestB11KeysFromFiles(t *testing.T) {
	for _, key := range []string{"", "a", "!", "_0", "a00", "a0V0", "é", "z0", "A0", "b0", "~~~", "a0\n", "A" + strings.Repeat("0", 26)} {
		if validKey(key) {
			t.Errorf("%q passes", key)
		}
	}
	for _, key := range []string{"a0", "Zz", "b00", "Y00", "a0V", "a00V"} {
		if !validKey(key) {
			t.Errorf("%q is refused", key)
		}
	}
}

// Cards that hang nowhere, cards that come back and cards from a file: no two ever share a key.
func TestB11NoTwoSiblingsShareAKey(t *testing.T) {
	w := newWorld(t)
	ids := []string{w.id(), w.id(), w.id()}
	for _, id := range ids {
		w.do(w.ann, put("note", id, Fields{"text": "loose"}))
	}
	w.inOrder("note", ids...)
	w.do(w.ann, del(ids[2]))
	late := w.id()
	w.do(w.ann, put("note", late, Fields{"text": "late"}))
	w.do(w.ann, restoreOp(ids[2]))
	w.unlikeKeys("note")
	first := w.id()
	w.do(w.ann, putAfter("note", first, "", Fields{"text": "first"}))
	w.do(w.host, move(ids[1], "", ids[2]))
	w.unlikeKeys("note")
	if all := w.b.All("note"); all[0].ID != first {
		t.Fatal("null is not the first place")
	}
	w.do(w.host, move(first, "", "gone-000000000000000"))
	if all := w.b.All("note"); all[len(all)-1].ID != first {
		t.Fatal("behind what is gone is not the last place")
	}
	w.checkReplay()
}

func TestB11AFileCannotBringBrokenKeys(t *testing.T) {
	w := newWorld(t)
	f := Found("two", "e", w.now())
	f.Put("board", "", Fields{"title": "t"})
	for _, key := range []string{"a", "a0", "a0", "!!", "é"} {
		f.Put("department", "", Fields{"name": key, "order": key})
	}
	b, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	w.b = b
	w.unlikeKeys("department")
	for range 5 {
		f.Put("department", "", Fields{"name": "x"})
	}
	if _, err := f.Board(); err != nil {
		t.Fatal(err)
	}
	w.unlikeKeys("department")
}

func (w *world) inOrder(kind string, ids ...string) {
	w.t.Helper()
	var got []string
	for _, r := range w.b.All(kind) {
		got = append(got, r.ID)
	}
	if !slices.Equal(got, ids) {
		w.t.Fatalf("%s are %v, want %v", kind, got, ids)
	}
}

func (w *world) unlikeKeys(kind string) {
	w.t.Helper()
	seen := map[string]bool{}
	for _, r := range w.b.All(kind) {
		key := r.Str(kindsByName[kind].Parent) + " " + r.Str("order")
		if seen[key] || !validKey(r.Str("order")) {
			w.t.Fatalf("two %ss share the key %q, or it is broken", kind, key)
		}
		seen[key] = true
	}
}
