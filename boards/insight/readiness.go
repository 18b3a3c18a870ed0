package insight

// Readiness says how far we are ready for a question off the menu (method.md 3.4.13), always with its coverage.
type Readiness struct {
	Yes     int         `json:"yes"`
	Of      int         `json:"of"`     // six checks per tested step
	Tested  int         `json:"tested"` // steps with a test
	Steps   int         `json:"steps"`  // steps with a front department
	Share   float64     `json:"share"`
	BySteps []ReadyStep `json:"bySteps"`
}

// ReadyStep is the latest test of one step.
type ReadyStep struct {
	Step string `json:"step"`
	Yes  int    `json:"yes"`
	Band string `json:"band"` // not, partly, ready
}

// tried is one off-menu test; at orders the tests of one step.
type tried struct {
	step, at string
	yes      int
}

// readiness looks at the latest test of each step in steps, which are those with a front department. nil before any test.
func readiness(steps []string, tests []tried) *Readiness {
	r := Readiness{Steps: len(steps), BySteps: []ReadyStep{}}
	for _, step := range steps {
		if t := lastTest(tests, step); t != nil {
			r.Yes, r.Tested = r.Yes+t.yes, r.Tested+1
			r.BySteps = append(r.BySteps, ReadyStep{step, t.yes, readyBand(t.yes)})
		}
	}
	if r.Tested == 0 {
		return nil
	}
	r.Of = checksPerTest * r.Tested
	r.Share = float64(r.Yes) / float64(r.Of)
	return &r
}

func lastTest(tests []tried, step string) *tried {
	var last *tried
	for i := range tests {
		if t := &tests[i]; t.step == step && (last == nil || t.at >= last.at) {
			last = t
		}
	}
	return last
}

func readyBand(yes int) string {
	switch {
	case yes >= fullyReady:
		return "ready"
	case yes >= partlyReady:
		return "partly"
	}
	return "not"
}
