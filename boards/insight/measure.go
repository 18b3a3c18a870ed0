package insight

import (
	"math"

	"muntsaus/boards"
)

// measure is one measurement with the scale of its metric: counts per point of the scale, else a value with maybe a spread.
type measure struct {
	metric, variant string // csat: top2, mean · ces: mean, index, agree · nps: classic, eu · grade · share · custom
	least, most     float64
	counts          []int // from the lowest point of the scale up
	value, sd       *float64
	n               int
	date            string
	target          *float64
}

// read gives the estimate; false when there is nothing to read.
func (m measure) read() (estimate, bool) {
	if total(m.counts) > 0 {
		return m.counted(), true
	}
	if m.value == nil || m.n < 1 {
		return estimate{}, false
	}
	switch m.unit() {
	case "share":
		return share(*m.value/100*float64(m.n), m.n), true
	case "net": // promoters and detractors are not known apart
		return estimate{value: *m.value, n: m.n, least: -100, most: 100}, true
	}
	return average(*m.value, m.sd, m.n, m.least, m.most), true
}

// unit says what the metric counts in: a percentage, a balance of two percentages, or points of its scale.
func (m measure) unit() string { return boards.UnitOf(m.metric, m.variant) }

// shownAs says how people read it: percent, a grade, or points.
func (m measure) shownAs() string {
	switch {
	case m.unit() == "share":
		return "percent"
	case m.metric == "grade":
		return "grade"
	}
	return "points"
}

func (m measure) counted() estimate {
	n := total(m.counts)
	switch {
	case m.unit() == "mean":
		mean, sd := spreadOfCounts(m.counts, m.least)
		return average(mean, sd, n, m.least, m.most)
	case m.unit() == "share":
		return share(float64(upper(m.counts, m.good())), n)
	}
	up, down := m.sides()
	return net(float64(upper(m.counts, up)), float64(n-upper(m.counts, len(m.counts)-down)), n)
}

// good is how many of the highest points count as good: 4–5 of CSAT [48], 5–7 of CES [47], yes of a share.
func (m measure) good() int {
	switch m.metric {
	case "csat":
		return 2
	case "ces":
		return 3
	}
	return 1
}

// sides gives how many points at the top and at the bottom are set against each other: NPS 9–10 and 0–6 [44], NPS-EU 8–10
// and 0–5 [49], CES index 6–7 and 1–3 [46].
func (m measure) sides() (up, down int) {
	switch {
	case m.metric == "ces":
		return 2, 3
	case m.variant == "eu":
		return 3, 6
	}
	return 2, 7
}

func total(counts []int) int { return upper(counts, len(counts)) }

// upper counts the answers in the highest points of the scale.
func upper(counts []int, points int) int {
	n := 0
	for _, k := range counts[max(0, len(counts)-points):] {
		n += k
	}
	return n
}

// spreadOfCounts gives mean and sample standard deviation (n − 1); no deviation of one answer.
func spreadOfCounts(counts []int, least float64) (mean float64, sd *float64) {
	n := float64(total(counts))
	for i, k := range counts {
		mean += float64(k) * (least + float64(i)) / n
	}
	if n < 2 {
		return mean, nil
	}
	squares := 0.0
	for i, k := range counts {
		squares += float64(k) * math.Pow(least+float64(i)-mean, 2)
	}
	s := math.Sqrt(squares / (n - 1))
	return mean, &s
}

// Indicator is the one customer number: its latest measurement, and the baseline beside it (ruling 8).
type Indicator struct {
	Value        float64   `json:"value"`
	Low          *float64  `json:"low"`
	High         *float64  `json:"high"`
	N            int       `json:"n"`
	Good         *int      `json:"good"`    // of a share: how many of them; also with fewer than ten, where nobody gets a percentage
	Unit         string    `json:"unit"`    // percent, grade, points
	Display      string    `json:"display"` // counts, indicative, full
	Target       *float64  `json:"target"`
	Counts       []int     `json:"counts"` // of the latest measurement, from the lowest point of the scale up
	Baseline     *Measured `json:"baseline"`
	Change       *Change   `json:"change"`       // latest minus baseline
	Demonstrable *bool     `json:"demonstrable"` // of the change; null without one, or without an interval
}

// Measured is one measurement with its interval.
type Measured struct {
	Date    string   `json:"date"`
	Value   float64  `json:"value"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	N       int      `json:"n"`
	Good    *int     `json:"good"`
	Display string   `json:"display"`
}

// measured gives one measurement as it is told; false when there is nothing to read.
func (m measure) measured() (Measured, estimate, bool) {
	e, ok := m.read()
	if !ok {
		return Measured{}, e, false
	}
	told := Measured{Date: m.date, Value: e.value, N: e.n, Display: display(e.n)}
	told.Low, told.High = e.ends()
	if m.unit() == "share" {
		good := int(math.Round(e.value / 100 * float64(e.n)))
		told.Good = &good
	}
	return told, e, true
}

// indicator sets the latest measurement beside the baseline; before is nil when the latest is the baseline itself.
func indicator(latest, before *measure) *Indicator {
	if latest == nil {
		return nil
	}
	told, now, ok := latest.measured()
	if !ok {
		return nil
	}
	i := Indicator{Value: told.Value, Low: told.Low, High: told.High, N: told.N, Good: told.Good, Unit: latest.shownAs(),
		Display: told.Display, Target: latest.target, Counts: latest.counts}
	if before == nil {
		return &i
	}
	if told, was, ok := before.measured(); ok {
		change := difference(now, was)
		i.Baseline, i.Change, i.Demonstrable = &told, &change, change.Demonstrable
	}
	return &i
}

// series are all measurements of the number, oldest first; nil when there is none.
func series(all []*measure) []Measured {
	var told []Measured
	for _, m := range all {
		if one, _, ok := m.measured(); ok {
			told = append(told, one)
		}
	}
	return told
}
