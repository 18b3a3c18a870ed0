package live

import (
	"sync"
	"time"
)

// Pace is how fast somebody may wish: a burst, then a steady rate. Over it their connection is read more slowly; who owes more than ten
// bursts is closed.
type Pace struct {
	Burst float64 // ops
	Rate  float64 // ops per second
}

// A person has several seats, and does not get faster by it: a phone and a laptop at full pace together.
var (
	seatPace   = Pace{Burst: 40, Rate: 20}
	personPace = Pace{Burst: 80, Rate: 40}
)

const (
	floodBursts = 10
	mostDelay   = 2 * time.Second
	sweepAt     = 4096 // seats and people
)

// Limits keeps the pace of all seats of this server, and of the people who sit on them.
type Limits struct {
	Seat, Person Pace

	mu   sync.Mutex
	owes map[string]debt
}

type debt struct {
	ops float64 // beyond what time has paid for
	at  time.Time
}

// paid gives what is still owed at a moment.
func (d debt) paid(p Pace, now time.Time) debt {
	return debt{max(d.ops-now.Sub(d.at).Seconds()*p.Rate, 0), now}
}

// NewLimits gives limits nobody has used.
func NewLimits() *Limits {
	return &Limits{Seat: seatPace, Person: personPace, owes: map[string]debt{}}
}

// Spend counts n ops of a seat. It gives how long to wait before reading on, and whether this is flooding.
func (l *Limits) Spend(seat Seat, n float64, now time.Time) (wait time.Duration, flood bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.owes) >= sweepAt {
		l.sweep(now)
	}
	wait, flood = l.spend(seat.Key, l.Seat, n, now)
	if seat.Person == "" {
		return wait, flood
	}
	more, floods := l.spend(seat.Board+" "+seat.Person, l.Person, n, now)
	return max(wait, more), flood || floods
}

func (l *Limits) spend(name string, p Pace, n float64, now time.Time) (wait time.Duration, flood bool) {
	d := l.owes[name].paid(p, now)
	d.ops += n
	l.owes[name] = d
	over := d.ops - p.Burst
	if over <= 0 {
		return 0, false
	}
	return min(time.Duration(over/p.Rate*float64(time.Second)), mostDelay), over > floodBursts*p.Burst
}

// sweep drops those who owe nothing any more: by the slower pace, so that nobody gets away early.
func (l *Limits) sweep(now time.Time) {
	slower := Pace{Rate: min(l.Seat.Rate, l.Person.Rate)}
	for name, d := range l.owes {
		if d.paid(slower, now).ops == 0 {
			delete(l.owes, name)
		}
	}
}
