package logtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
)

func appendCompares(t *testing.T, s Stores) {
	claim(t, s, "b")
	must(t, s.Append(t.Context(), "b", epoch, 0, text("b", 1)))
	must(t, s.Append(t.Context(), "b", epoch, 1, text("b", 2)))
	for _, after := range []uint64{0, 1, 3, 1 << 40, 1<<64 - 1} {
		wantErr(t, "append after a number that is not the last", s.Append(t.Context(), "b", epoch, after, nil), boards.ErrConflict)
	}
	must(t, s.Append(t.Context(), "b", epoch, 2, text("b", 3)))
	wantLines(t, s, "b", 0, 3)
}

// oneWinner lets many nodes try for every number: as each sees the same last number, exactly one may get it.
func oneWinner(t *testing.T, s Stores) {
	const racers, rounds = 8, 40
	claim(t, s, "b")
	nodes := []Stores{s}
	if s.Peer != nil {
		nodes = append(nodes, s.Peer())
	}
	for after := range uint64(rounds) {
		var wins, losses atomic.Int32
		var all sync.WaitGroup
		for i := range racers {
			all.Go(func() {
				switch err := nodes[i%len(nodes)].Append(t.Context(), "b", epoch, after, text("b", after+1)); {
				case err == nil:
					wins.Add(1)
				case errors.Is(err, boards.ErrConflict):
					losses.Add(1)
				default:
					t.Errorf("append after %d: %v", after, err)
				}
			})
		}
		all.Wait()
		if wins.Load() != 1 || losses.Load() != racers-1 {
			t.Fatalf("after %d: %d winners and %d losers of %d", after, wins.Load(), losses.Load(), racers)
		}
	}
	wantLines(t, s, "b", 0, rounds)
}

func appendFollowsClaim(t *testing.T, s Stores) {
	card := boards.Card{Board: "b", JoinCode: "1"}
	must(t, s.Claim(t.Context(), card, boards.Snapshot{Epoch: epoch, Seq: 40, Data: []byte("imported")}))
	wantErr(t, "append after 0", s.Append(t.Context(), "b", epoch, 0, nil), boards.ErrConflict)
	fill(t, s, "b", 40, 42)
	wantLines(t, s, "b", 40, 42)
	_, err := s.Read(t.Context(), "b", epoch, 0)
	wantErr(t, "read behind the first snapshot", err, boards.ErrForgotten)
}

func dataIntact(t *testing.T, s Stores) {
	claim(t, s, "b")
	big := make([]byte, 1<<20)
	rand.Read(big)
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	pieces := [][]byte{[]byte("plain"), {}, nil, {0}, all, []byte("\xff\xfe\x00é"), big, []byte("after big")}
	for i, piece := range pieces {
		must(t, s.Append(t.Context(), "b", epoch, uint64(i), piece))
	}
	lines, err := s.Read(t.Context(), "b", epoch, 0)
	must(t, err)
	if len(lines) != len(pieces) {
		t.Fatalf("%d entries, want %d", len(lines), len(pieces))
	}
	for i, piece := range pieces {
		wantLine(t, lines[i], uint64(i+1), piece)
	}
	whole := boards.Snapshot{Epoch: epoch, Seq: 7, Data: bytes.Join(pieces, nil)}
	must(t, s.Save(t.Context(), "b", whole, false))
	wantSnapshot(t, s, "b", whole)
}

func reopenKeeps(t *testing.T, s Stores) {
	claim(t, s, "a")
	claim(t, s, "b")
	claim(t, s, "gone")
	fill(t, s, "a", 0, 20)
	fill(t, s, "b", 0, 3)
	must(t, s.Save(t.Context(), "a", snapshot(12), true))
	must(t, s.Delete(t.Context(), "gone"))
	if s.Reopen != nil { // a store of one process is asked the same without the new start
		s = s.Reopen()
	}
	wantSnapshot(t, s, "a", snapshot(12))
	wantLines(t, s, "a", 12, 20)
	_, err := s.Read(t.Context(), "a", epoch, 11)
	wantErr(t, "read of forgotten entries", err, boards.ErrForgotten)
	wantErr(t, "append of an old number", s.Append(t.Context(), "a", epoch, 12, nil), boards.ErrConflict)
	fill(t, s, "a", 20, 22)
	wantLines(t, s, "a", 12, 22)
	wantLines(t, s, "b", 0, 3)
	wantFound(t, s, "[b]", "b")
	wantGone(t, s, "gone")
	if cards, err := s.List(t.Context()); err != nil || len(cards) != 2 {
		t.Fatalf("list: %v, %v", cards, err)
	}
}

func followerWakes(t *testing.T, s Stores) {
	claim(t, s, "b")
	woken := make(chan struct{}, 1)
	stop := s.Follow("b", epoch, func(uint64) {
		select {
		case woken <- struct{}{}:
		default:
		}
	})
	defer stop()
	if s.Peer == nil {
		fill(t, s, "b", 0, 1) // a single writer may wake or not; it must only do no harm
		return
	}
	fill(t, s.Peer(), "b", 0, 1)
	select {
	case <-woken:
	case <-time.After(10 * time.Second):
		t.Fatal("another node appended and nobody was woken")
	}
	wantLines(t, s, "b", 0, 1)
}

func conflictStoresNothing(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 2)
	wantErr(t, "append", s.Append(t.Context(), "b", epoch, 1, []byte("loser")), boards.ErrConflict)
	wantErr(t, "append", s.Append(t.Context(), "b", epoch, 7, []byte("hole")), boards.ErrConflict)
	wantLines(t, s, "b", 0, 2)
	fill(t, s, "b", 2, 3)
	wantLines(t, s, "b", 0, 3)
	var missed *boards.Missed // a log may say what was missed, and then all of it
	if err := s.Append(t.Context(), "b", epoch, 1, []byte("loser")); errors.As(err, &missed) {
		if len(missed.Lines) != 2 {
			t.Fatalf("%d entries were missed, not 2", len(missed.Lines))
		}
		for i, line := range missed.Lines {
			wantLine(t, line, uint64(2+i), text("b", uint64(2+i)))
		}
	}
}

func epochStoresNothing(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 1)
	for _, other := range []string{"", "another", epoch + " "} {
		wantErr(t, "append", s.Append(t.Context(), "b", other, 1, []byte("stray")), boards.ErrEpoch)
		wantErr(t, "append at the start", s.Append(t.Context(), "b", other, 0, []byte("stray")), boards.ErrEpoch)
		_, err := s.Read(t.Context(), "b", other, 0)
		wantErr(t, "read", err, boards.ErrEpoch)
	}
	wantLines(t, s, "b", 0, 1)
}

func goneStoresNothing(t *testing.T, s Stores) {
	wantGone(t, s, "nobody")
	wantGone(t, s, "")
	if cards, err := s.List(t.Context()); err != nil || len(cards) != 0 {
		t.Fatalf("list: %v, %v", cards, err)
	}
}

func cancelledStoresNothing(t *testing.T, s Stores) {
	claim(t, s, "b")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantErr(t, "append", s.Append(ctx, "b", epoch, 0, []byte("late")), context.Canceled)
	wantLines(t, s, "b", 0, 0)
	fill(t, s, "b", 0, 1)
}

func readDense(t *testing.T, s Stores) {
	claim(t, s, "b")
	wantLines(t, s, "b", 0, 0)
	fill(t, s, "b", 0, 600)
	for _, after := range []uint64{0, 1, 299, 599, 600} {
		wantLines(t, s, "b", after, 600)
	}
}

func readBeyondEnd(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 3)
	for _, after := range []uint64{4, 1 << 40, 1<<64 - 1} {
		if lines, err := s.Read(t.Context(), "b", epoch, after); err == nil {
			t.Fatalf("read after %d gave %d entries of a log that ends at 3: a log that became shorter must be noticed", after, len(lines))
		}
	}
}

func boardsIndependent(t *testing.T, s Stores) {
	names := []string{"a", "ab", "a:b", "A", "é"}
	for _, name := range names {
		claim(t, s, name)
	}
	for i, name := range names {
		fill(t, s, name, 0, uint64(5+i))
	}
	must(t, s.Save(t.Context(), "a", snapshot(4), true))
	must(t, s.Delete(t.Context(), "ab"))
	wantLines(t, s, "a", 4, 5)
	wantGone(t, s, "ab")
	for i, name := range names[2:] {
		wantLines(t, s, name, 0, uint64(7+i))
		wantSnapshot(t, s, name, boards.Snapshot{Epoch: epoch, Data: []byte("start")})
	}
}

// conflictStaysHome has one board whose appends all conflict beside many whose appends must all succeed.
func conflictStaysHome(t *testing.T, s Stores) {
	const last = 30
	names := []string{"a", "b", "c", "d", "e", "f"}
	claim(t, s, "quarrel")
	for _, name := range names {
		claim(t, s, name)
	}
	var all sync.WaitGroup
	for _, name := range names {
		all.Go(func() {
			for seq := range uint64(last) {
				if err := s.Append(t.Context(), name, epoch, seq, text(name, seq+1)); err != nil {
					t.Errorf("append to %s after %d: %v", name, seq, err)
				}
				if err := s.Append(t.Context(), "quarrel", epoch, 5+seq, nil); !errors.Is(err, boards.ErrConflict) {
					t.Errorf("append to the board in conflict: %v", err)
				}
			}
		})
	}
	all.Wait()
	for _, name := range names {
		wantLines(t, s, name, 0, last)
	}
	wantLines(t, s, "quarrel", 0, 0)
}
