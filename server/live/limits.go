package live

import (
	"sync"
	"time"
)

// How fast one seat may wish: a burst, then a steady rate. Over it its connection is read more slowly; who keeps ten
// times the rate waiting is closed.
const (
	opBurst   = 40
	opRate    = 20 // per second
	opFlood   = 10 * opBurst
	mostDelay = 2 * time.Second
	sweepAt   = 4096 // seats
)

// Limits keeps the pace of all seats of this server.
type Limits struct {
	mu    sync.Mutex
	seats map[string]pace
}

type pace struct {
	owed float64 // ops beyond what time has paid for
	at   time.Time
}

// NewLimits gives limits nobody has used.
func NewLimits() *Limits { return &Limits{seats: map[string]pace{}} }

// Spend counts n ops of a seat. It gives how long to wait before reading on, and whether this is flooding.
func (l *Limits) Spend(seat string, n float64, now time.Time) (wait time.Duration, flood bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.seats) >= sweepAt {
		l.sweep(now)
	}
	p := l.seats[seat]
	p.owed = max(p.owed-now.Sub(p.at).Seconds()*opRate, 0) + n
	p.at = now
	l.seats[seat] = p
	over := p.owed - opBurst
	if over <= 0 {
		return 0, false
	}
	return min(time.Duration(over/opRate*float64(time.Second)), mostDelay), over > opFlood
}

// sweep drops the seats that owe nothing any more.
func (l *Limits) sweep(now time.Time) {
	for seat, p := range l.seats {
		if now.Sub(p.at).Seconds()*opRate >= p.owed {
			delete(l.seats, seat)
		}
	}
}
