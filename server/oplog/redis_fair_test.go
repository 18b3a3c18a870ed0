package oplog

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

func TestSlowNodeGetsItsTurn(t *testing.T) {
	server := redistest.New(t)
	near, slow := openRedis(t, server.URL()), openRedis(t, farFrom(t, server, 5*time.Millisecond).url)
	claimIn(t, near, "b")
	ctx, cancel := context.WithTimeout(t.Context(), clocktest.Patience)
	defer cancel()
	done := make(chan struct{})
	var pushed atomic.Int64
	var all sync.WaitGroup
	all.Go(func() { // appends without a break
		for last := uint64(0); ; {
			select {
			case <-done:
				return
			default:
			}
			last = compete(ctx, t, near, "b", last, "near")
			pushed.Add(1)
		}
	})
	var took []time.Duration
	for last := uint64(0); len(took) < 60; {
		from := time.Now()
		last = compete(ctx, t, slow, "b", last, "slow")
		took = append(took, time.Since(from))
	}
	close(done)
	all.Wait()
	slices.Sort(took)
	t.Logf("slow node: p50 %v, p99 %v; the other wrote %d meanwhile", took[30], took[59], pushed.Load())
	if clocktest.Over(took[59], 2*time.Second) {
		t.Errorf("an entry of the slow node waited %v", took[59])
	}
	if pushed.Load() < 60 {
		t.Errorf("the near node got only %d entries in", pushed.Load())
	}
	lines, err := near.Read(t.Context(), "b", lineage, 0)
	must(t, err)
	if int64(len(lines)) != pushed.Load()+60 {
		t.Errorf("%d entries, %d acknowledged", len(lines), pushed.Load()+60)
	}
}

// compete gets one entry in, as a room does: after a conflict it reads what it missed.
func compete(ctx context.Context, t *testing.T, r *Redis, board string, last uint64, text string) uint64 {
	for {
		var missed *boards.Missed
		switch err := r.Append(ctx, board, lineage, last, []byte(text)); {
		case err == nil:
			return last + 1
		case errors.As(err, &missed):
			last += uint64(len(missed.Lines))
			continue
		case !errors.Is(err, boards.ErrConflict):
			t.Errorf("append after %d: %v", last, err)
			return last
		}
		lines, err := r.Read(ctx, board, lineage, last)
		if err != nil {
			t.Error(err)
			return last
		}
		last += uint64(len(lines))
	}
}

// Who loses a race is told what came first, in every arrangement, unless that is much; then he reads.
func TestLostRaceTellsWhatCameFirst(t *testing.T) {
	t.Parallel()
	for name, start := range arrangements {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			redis := start(t)
			one, two := openRedis(t, redis.URL()), openRedis(t, redis.URL())
			claimIn(t, one, "b")
			must(t, two.Append(t.Context(), "b", lineage, 0, []byte("first")))
			var missed *boards.Missed
			if err := one.Append(t.Context(), "b", lineage, 0, []byte("second")); !errors.As(err, &missed) || len(missed.Lines) != 1 ||
				missed.Lines[0].Seq != 1 || string(missed.Lines[0].Data) != "first" {
				t.Fatalf("a lost race gave %v", err)
			}
			must(t, one.Append(t.Context(), "b", lineage, 1, []byte("second")))
			for seq := range uint64(200) {
				must(t, two.Append(t.Context(), "b", lineage, 2+seq, []byte("more")))
			}
			if err := one.Append(t.Context(), "b", lineage, 2, []byte("late")); !errors.Is(err, boards.ErrConflict) ||
				errors.As(err, &missed) {
				t.Fatalf("far behind: %v", err)
			}
			if lines, err := one.Read(t.Context(), "b", lineage, 2); err != nil || len(lines) != 200 {
				t.Fatalf("%d entries, %v", len(lines), err)
			}
		})
	}
}

// A lost race never hides that Redis came back with another history.
func TestLostRaceOnAnotherHistory(t *testing.T) {
	t.Parallel()
	for name, said := range map[string]string{
		"":                                      "0 texts",
		"2 0 m2 0-2 two m2":                     "6 texts",
		"x 0 m2":                                "invalid",
		"1 0 m1 0-1 one m1 m0":                  "another history",
		"3 0 m3 0-3 three m3 m2b":               "another history",
		"3 0 m3 0-4 three m3 m2":                "4",
		"4 0 m4 0-3 three m3 m2":                "4",
		"5 3 m5 0-4 four m4 m3 0-5 five m5 m4 ": "behind",
	} {
		t.Run(name, func(t *testing.T) {
			seen := standing{seq: 2, mark: "m2"}
			extent, entries, err := missed(strings.Fields(name))
			if err == nil {
				_, err = seen.fitting(extent, entries, 2)
			}
			if err == nil || !strings.Contains(fmt.Sprint(err), said) {
				t.Errorf("%v, want %q", err, said)
			}
		})
	}
}
