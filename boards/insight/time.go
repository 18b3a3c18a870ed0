package insight

import (
	"slices"

	"muntsaus/boards"
)

// FixTime is what the pains of a fix cost a week and what it gives back, both as the group estimates it (method.md 3.4.15). It is there
// for every fix with a pain whose minutes and cases are known. What fixes save is never added up: two of them may help one pain.
type FixTime struct {
	Fix   string   `json:"fix"`
	Now   float64  `json:"now"`   // hours a week
	After *int     `json:"after"` // minutes each time once it is done; nil: not estimated
	Saved *float64 `json:"saved"` // hours a week; nil when it is not estimated, and when nothing worth mentioning is saved
}

// hours gives what the pains cost a week, as the group estimates it (method.md 3.4.15); nil when nobody did.
func hours(m model) *float64 {
	sum, any := 0.0, false
	for i := range m.pains {
		if p := &m.pains[i]; timed(p) {
			sum += hoursOf(*p.MinutesLost, p)
			any = true
		}
	}
	if !any {
		return nil
	}
	return &sum
}

// timed says whether the time of a pain counts: it is estimated, and no other pain counts it already.
func timed(p *Pain) bool {
	return p.Complete && !p.Overlaps && p.MinutesLost != nil && p.CasesPerWeek != nil
}

// hoursOf gives hours a week of so many minutes in every case of a pain.
func hoursOf(minutes int, p *Pain) float64 { return float64(minutes) * float64(*p.CasesPerWeek) / 60 }

// fixTimes gives the fixes in their order that have a pain whose time counts.
func fixTimes(m model) []FixTime {
	out := []FixTime{}
	for _, f := range m.fixes {
		if time := m.timeOf(f.Fix); time != nil {
			time.Fix = f.ID
			out = append(out, *time)
		}
	}
	return out
}

// timeOf weighs the pains of one fix, each once; nil when the time of none of them counts.
func (m model) timeOf(f boards.Fix) *FixTime {
	time, saved, counts := FixTime{After: f.MinutesAfter}, 0.0, false
	linked := make([]string, len(f.PainIDs))
	for i, id := range f.PainIDs {
		linked[i] = m.target(id)
	}
	for i := range m.pains { // by place: there may be four hundred, for each of two hundred fixes
		p := &m.pains[i]
		if !slices.Contains(linked, p.ID) || !timed(p) {
			continue
		}
		counts = true
		time.Now += hoursOf(*p.MinutesLost, p)
		if f.MinutesAfter != nil {
			saved += hoursOf(*p.MinutesLost-*f.MinutesAfter, p)
		}
	}
	if !counts {
		return nil
	}
	if boards.Rounded(saved, 1) > 0 {
		time.Saved = &saved
	}
	return &time
}
