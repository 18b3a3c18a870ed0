package web

import (
	"sync"
	"time"
)

// quota counts something per address and hour. It forgets by the hour, so it never grows for long.
type quota struct {
	mu    sync.Mutex
	from  map[string]int
	until time.Time
}

// take uses one up; false when this address has none left in this hour.
func (q *quota) take(address string, most int, now time.Time) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !now.Before(q.until) {
		q.from, q.until = map[string]int{}, now.Add(time.Hour)
	}
	if q.from[address] >= most {
		return false
	}
	q.from[address]++
	return true
}
