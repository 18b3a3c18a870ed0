package logtest

import (
	"errors"
	"testing"

	"muntsaus/boards"
)

func saveOnlyNewer(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 9)
	must(t, s.Save(t.Context(), "b", snapshot(6), false))
	wantSnapshot(t, s, "b", snapshot(6))
	for _, seq := range []uint64{0, 3, 6} {
		old := boards.Snapshot{Epoch: epoch, Seq: seq, Data: []byte("too late")}
		must(t, s.Save(t.Context(), "b", old, false)) // another node was faster: no reason for an error
		wantSnapshot(t, s, "b", snapshot(6))
	}
	must(t, s.Save(t.Context(), "b", snapshot(9), false))
	wantSnapshot(t, s, "b", snapshot(9))
	wantLines(t, s, "b", 6, 9)
}

func saveRefused(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 3)
	for _, forget := range []bool{false, true} {
		stray := boards.Snapshot{Epoch: "another", Seq: 2, Data: []byte("stray")}
		wantErr(t, "save of another epoch", s.Save(t.Context(), "b", stray, forget), boards.ErrEpoch)
		for _, seq := range []uint64{4, 1<<64 - 1} {
			wantErr(t, "save beyond the log", s.Save(t.Context(), "b", snapshot(seq), forget), boards.ErrConflict)
		}
	}
	wantSnapshot(t, s, "b", boards.Snapshot{Epoch: epoch, Data: []byte("start")})
	wantLines(t, s, "b", 0, 3)
}

// saveKeeps allows a store to trim what is behind the previous snapshot, as Redis must, but nothing after it.
func saveKeeps(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 12)
	must(t, s.Save(t.Context(), "b", snapshot(5), false))
	wantLines(t, s, "b", 0, 12)
	must(t, s.Save(t.Context(), "b", snapshot(10), false))
	wantLines(t, s, "b", 5, 12)
	if lines, err := s.Read(t.Context(), "b", epoch, 0); err == nil && len(lines) != 12 {
		t.Fatalf("read from the start gave %d entries of 12", len(lines))
	} else if err != nil && !errors.Is(err, boards.ErrForgotten) {
		t.Fatal(err)
	}
}

func readForgotten(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 10)
	must(t, s.Save(t.Context(), "b", snapshot(7), true))
	for _, after := range []uint64{0, 1, 6} {
		_, err := s.Read(t.Context(), "b", epoch, after)
		wantErr(t, "read of forgotten entries", err, boards.ErrForgotten)
	}
	wantLines(t, s, "b", 7, 10)
	wantLines(t, s, "b", 10, 10)
}

func forgetRemoves(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 10)
	must(t, s.Save(t.Context(), "b", snapshot(4), false))
	must(t, s.Save(t.Context(), "b", snapshot(10), true))
	wantSnapshot(t, s, "b", snapshot(10))
	wantLines(t, s, "b", 10, 10)
	_, err := s.Read(t.Context(), "b", epoch, 9)
	wantErr(t, "read of the last forgotten entry", err, boards.ErrForgotten)
	must(t, s.Save(t.Context(), "b", snapshot(10), true)) // asked again, as after an interrupted reveal
	wantSnapshot(t, s, "b", snapshot(10))
}

// forgetOlder is the race of a plain snapshot with a reveal on another node: the newer snapshot stays, and what the
// reveal wants forgotten is forgotten all the same.
func forgetOlder(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 10)
	must(t, s.Save(t.Context(), "b", snapshot(8), false))
	must(t, s.Save(t.Context(), "b", snapshot(6), true))
	wantSnapshot(t, s, "b", snapshot(8))
	wantLines(t, s, "b", 8, 10)
	_, err := s.Read(t.Context(), "b", epoch, 5)
	wantErr(t, "read of forgotten entries", err, boards.ErrForgotten)
	must(t, s.Save(t.Context(), "b", snapshot(8), true)) // the number is taken, the wish to forget is not
	_, err = s.Read(t.Context(), "b", epoch, 7)
	wantErr(t, "read of forgotten entries", err, boards.ErrForgotten)
	wantLines(t, s, "b", 8, 10)
}

func appendAfterForget(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 5)
	must(t, s.Save(t.Context(), "b", snapshot(5), true))
	wantErr(t, "append of the first number", s.Append(t.Context(), "b", epoch, 0, nil), boards.ErrConflict)
	wantErr(t, "append of a forgotten number", s.Append(t.Context(), "b", epoch, 4, nil), boards.ErrConflict)
	fill(t, s, "b", 5, 8)
	wantLines(t, s, "b", 5, 8)
	must(t, s.Save(t.Context(), "b", snapshot(7), false))
	wantSnapshot(t, s, "b", snapshot(7))
	wantLines(t, s, "b", 7, 8)
}
