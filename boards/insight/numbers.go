package insight

import "math"

// estimate is what a number measured with n customers tells: the value, and centre ± margin as its 95% interval.
type estimate struct {
	value          float64
	centre, margin float64
	interval       bool // false: no interval can be given
	n              int
	least, most    float64 // ends of the scale
}

// share is the percentage x of n, with the adjusted Wald interval: p' = (x + z²/2)/(n + z²) (method.md 2.11 [45]).
func share(x float64, n int) estimate {
	e := estimate{n: n, most: 100}
	if n < 1 {
		return e
	}
	size := float64(n) + z95*z95
	p := (x + z95*z95/2) / size
	e.value, e.centre, e.interval = 100*x/float64(n), 100*p, true
	e.margin = 100 * z95 * math.Sqrt(p*(1-p)/size)
	return e
}

// net is percent up minus percent down, as the NPS is: adjusted Wald with n+3, up+¾, down+¾ (method.md 2.11 [44]).
func net(up, down float64, n int) estimate {
	e := estimate{n: n, least: -100, most: 100}
	if n < 1 {
		return e
	}
	size := float64(n) + 3
	p, d := (up+0.75)/size, (down+0.75)/size
	e.value, e.centre, e.interval = 100*(up-down)/float64(n), 100*(p-d), true
	e.margin = 100 * z95 * math.Sqrt((p+d-(p-d)*(p-d))/size)
	return e
}

// average is a mean with its t-interval, m ± t(n−1)·s/√n (method.md 2.11). Without a spread, or of one customer, it has none.
func average(mean float64, sd *float64, n int, least, most float64) estimate {
	e := estimate{value: mean, centre: mean, n: n, least: least, most: most}
	if sd != nil && n > 1 {
		e.interval, e.margin = true, student(n-1)**sd/math.Sqrt(float64(n))
	}
	return e
}

// ends gives the interval, cut at the ends of the scale (ruling 8); nil without one.
func (e estimate) ends() (low, high *float64) {
	if !e.interval {
		return nil, nil
	}
	l, h := math.Max(e.least, e.centre-e.margin), math.Min(e.most, e.centre+e.margin)
	return &l, &h
}

// contains says whether a value lies within the interval; null when there is none.
func (e estimate) contains(v float64) *bool {
	low, high := e.ends()
	if low == nil {
		return nil
	}
	in := v >= *low && v <= *high
	return &in
}

// display says how a number of n customers may be shown: counts only, with "indicative", or plainly (method.md 2.11).
func display(n int) string {
	switch {
	case n < fewAnswers:
		return "counts"
	case n < enoughAnswers:
		return "indicative"
	}
	return "full"
}

// Change is the difference of two measurements. It is called a change only when its interval leaves out 0 (method.md 2.11).
type Change struct {
	Value        float64  `json:"value"`
	Low          *float64 `json:"low"`
	High         *float64 `json:"high"`
	Demonstrable *bool    `json:"demonstrable"` // null without an interval
}

// difference squares and adds the margins, which is 1.96·√(se₁² + se₂²) for shares and NPS and keeps the t of small means.
func difference(now, before estimate) Change {
	c := Change{Value: now.value - before.value}
	if !now.interval || !before.interval {
		return c
	}
	centre, margin := now.centre-before.centre, math.Hypot(now.margin, before.margin)
	low, high, real := centre-margin, centre+margin, math.Abs(centre) > margin
	c.Low, c.High, c.Demonstrable = &low, &high, &real
	return c
}
