package oplog

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
)

// appends is what the benchmarks need of a store.
type appends interface {
	Append(ctx context.Context, board, epoch string, after uint64, data []byte) error
	Claim(ctx context.Context, card boards.Card, first boards.Snapshot) error
}

// BenchmarkAppend measures durable appends of 200 bytes. Every producer has a board of its own, as every room is one
// producer for its board.
func BenchmarkAppend(b *testing.B) {
	for _, producers := range []int{1, 16, 64} {
		b.Run(fmt.Sprint("producers=", producers), func(b *testing.B) {
			s := openIn(b, b.TempDir())
			before := s.writer.file.commits
			benchmarkAppend(b, s, producers)
			b.ReportMetric(float64(b.N)/float64(s.writer.file.commits-before), "appends/commit")
		})
	}
}

// BenchmarkRedisAppend is the same over Redis with appendfsync always: one, three that share the slots, and one with a replica
// that must have it too.
func BenchmarkRedisAppend(b *testing.B) {
	for name, start := range arrangements {
		redis := start(b)
		for _, producers := range []int{1, 16, 64} {
			b.Run(fmt.Sprint(name, "/producers=", producers), func(b *testing.B) {
				redis.Empty()
				benchmarkAppend(b, openRedis(b, redis.URL()), producers)
			})
		}
	}
}

func benchmarkAppend(b *testing.B, s appends, producers int) {
	for i := range producers {
		board := fmt.Sprint("b", i)
		must(b, s.Claim(b.Context(), boards.Card{Board: board, JoinCode: board}, boards.Snapshot{Epoch: lineage}))
	}
	took := make([][]time.Duration, producers)
	var left atomic.Int64
	left.Store(int64(b.N))
	var all sync.WaitGroup
	b.ResetTimer()
	for i := range producers {
		all.Go(func() {
			data := make([]byte, 200)
			for seq := uint64(0); left.Add(-1) >= 0; seq++ {
				start := time.Now()
				if err := s.Append(b.Context(), fmt.Sprint("b", i), lineage, seq, data); err != nil {
					b.Error(err)
					return
				}
				took[i] = append(took[i], time.Since(start))
			}
		})
	}
	all.Wait()
	b.StopTimer()
	every := slices.Sorted(slices.Values(slices.Concat(took...)))
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "appends/s")
	b.ReportMetric(float64(every[len(every)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(every[len(every)*99/100].Microseconds()), "p99-µs")
}
