package insight

import (
	"slices"
	"time"

	"muntsaus/boards"
)

// FollowThrough says what became of what was agreed, of the fixes that are due (method.md 3.4.12). Due today counts as due.
type FollowThrough struct {
	Due    int     `json:"due"`
	OnTime float64 `json:"onTime"` // done at or before their day ÷ due
	Done   float64 `json:"done"`   // done ÷ due
}

// agreed is one fix with its days as "2006-01-02".
type agreed struct{ status, due, done string }

// FollowThroughOn computes it for a moment that carries the board's time zone; nil when nothing is due yet. It is no part of
// Of, which knows no clock.
func FollowThroughOn(b *boards.Board, now time.Time) *FollowThrough {
	var fixes []agreed
	for _, f := range look(b).fixes {
		fixes = append(fixes, agreed{f.Status, f.DueDate, dayOf(f.DoneAt, now.Location())})
	}
	return followThrough(fixes, now.Format(time.DateOnly))
}

// dayOf gives the day of a stored moment (RFC 3339, UTC) in a zone; empty when there is none.
func dayOf(moment string, zone *time.Location) string {
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return ""
	}
	return at.In(zone).Format(time.DateOnly)
}

func followThrough(fixes []agreed, today string) *FollowThrough {
	due, done, onTime := 0, 0, 0
	for _, f := range fixes {
		if f.due == "" || f.due > today || !slices.Contains([]string{"agreed", "doing", "done", "verified"}, f.status) {
			continue
		}
		if due++; f.status == "done" || f.status == "verified" {
			if done++; f.done != "" && f.done <= f.due {
				onTime++
			}
		}
	}
	if due == 0 {
		return nil
	}
	return &FollowThrough{due, float64(onTime) / float64(due), float64(done) / float64(due)}
}
