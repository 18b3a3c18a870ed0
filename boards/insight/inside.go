package insight

// InsideOutside sets what we think against what customers say, on their own scale (method.md 3.4.8).
type InsideOutside struct {
	Internal     float64  `json:"internal"`  // mean of department means
	Customers    float64  `json:"customers"` // mean of the measurement
	Gap          float64  `json:"gap"`       // internal − customers: above 0 we are rosier
	Low          *float64 `json:"low"`
	High         *float64 `json:"high"`
	N            int      `json:"n"`            // customers
	Demonstrable *bool    `json:"demonstrable"` // internal lies outside their interval; null when there is none
}

// guess is what one person thinks customers answered.
type guess struct {
	department string
	value      float64
	guest      bool
}

// insideOutside is only for means on the customer's own scale: grade, ces and custom, never NPS (ruling 8).
func insideOutside(guesses []guess, customers measure) *InsideOutside {
	internal, ok := guessed(guesses)
	outside, known := customers.read()
	if !ok || !known || !onOwnScale(customers) {
		return nil
	}
	x := InsideOutside{Internal: internal, Customers: outside.value, Gap: internal - outside.value, N: outside.n}
	x.Low, x.High = outside.ends()
	if in := outside.contains(internal); in != nil {
		out := !*in
		x.Demonstrable = &out
	}
	return &x
}

func onOwnScale(m measure) bool {
	return m.unit() == "mean" && (m.metric == "grade" || m.metric == "ces" || m.metric == "custom")
}

func guessed(guesses []guess) (mean float64, ok bool) {
	sum, n := map[string]float64{}, map[string]float64{}
	for _, g := range guesses {
		if !g.guest {
			sum[g.department] += g.value
			n[g.department]++
		}
	}
	if len(n) == 0 {
		return 0, false
	}
	for d := range sum {
		sum[d] /= n[d]
	}
	return meanOfMeans(sum), true
}
