package web

import (
	"sync"
	"time"
)

// rhythm lets each name (a person, an address) do something so often: a burst at once, then one per pause.
type rhythm struct {
	burst int
	pause time.Duration

	mu   sync.Mutex
	free map[string]time.Time // when all of the burst is there again
}

func newRhythm(burst int, pause time.Duration) *rhythm {
	return &rhythm{burst: burst, pause: pause, free: map[string]time.Time{}}
}

// mostNames is how many names are kept before those that owe nothing are forgotten.
const mostNames = 4096

// take uses one up; false when the name has to wait.
func (r *rhythm) take(name string, now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.free) >= mostNames {
		r.sweep(now)
	}
	free := r.free[name]
	if free.Before(now) {
		free = now
	}
	if free = free.Add(r.pause); free.Sub(now) > time.Duration(r.burst)*r.pause {
		return false
	}
	r.free[name] = free
	return true
}

func (r *rhythm) sweep(now time.Time) {
	for name, free := range r.free {
		if !free.After(now) {
			delete(r.free, name)
		}
	}
}
