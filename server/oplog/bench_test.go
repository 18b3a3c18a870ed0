package oplog

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkAppend measures durable appends of 200 bytes. Every producer has a board of its own, as every room is one
// producer for its board.
func BenchmarkAppend(b *testing.B) {
	for _, producers := range []int{1, 16, 64} {
		b.Run(fmt.Sprint("producers=", producers), func(b *testing.B) { benchmarkAppend(b, producers) })
	}
}

func benchmarkAppend(b *testing.B, producers int) {
	s := openIn(b, b.TempDir())
	for i := range producers {
		claimBoard(b, s, fmt.Sprint("b", i))
	}
	before := s.writer.file.commits
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
	b.ReportMetric(float64(b.N)/float64(s.writer.file.commits-before), "appends/commit")
	b.ReportMetric(float64(every[len(every)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(every[len(every)*99/100].Microseconds()), "p99-µs")
}
