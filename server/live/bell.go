package live

import (
	"math"
	"sync/atomic"
)

// bell wakes a room, which then asks what the last entry was.
type bell struct {
	rings chan struct{}
	seq   *atomic.Uint64
}

func newBell() bell { return bell{make(chan struct{}, 1), &atomic.Uint64{}} }

// strike tells that there are entries up to a number; 0 = nobody knows which. It never waits.
func (b bell) strike(seq uint64) {
	if seq == 0 {
		seq = math.MaxUint64
	}
	for old := b.seq.Load(); seq > old && !b.seq.CompareAndSwap(old, seq); old = b.seq.Load() {
	}
	select {
	case b.rings <- struct{}{}:
	default:
	}
}

// last gives the highest number since it was asked before.
func (b bell) last() uint64 { return b.seq.Swap(0) }
