package live

import (
	"math"
	"testing"
)

func TestBellKeepsTheHighestNumber(t *testing.T) {
	b := newBell()
	for _, seq := range []uint64{3, 7, 5} {
		b.strike(seq)
	}
	<-b.rings
	if got := b.last(); got != 7 {
		t.Errorf("last is %d", got)
	}
	if len(b.rings) > 0 || b.last() != 0 {
		t.Error("it rings again")
	}
	b.strike(0)
	b.strike(9)
	if got := b.last(); got != math.MaxUint64 {
		t.Errorf("nobody knows, and it says %d", got)
	}
}
