package insight

import (
	"fmt"
	"math"
	"testing"
)

func ends(t *testing.T, what string, e estimate, value, low, high, within float64) {
	t.Helper()
	l, h := e.ends()
	near(t, what, e.value, value, within)
	nearAt(t, what+" low", l, low, within)
	nearAt(t, what+" high", h, high, within)
}

// method.md 2.11 and 6.2 check 8.
func TestShares(t *testing.T) {
	ends(t, "7 of 10", share(7, 10), 70, 39.2, 89.7, 0.05)
	ends(t, "21 of 30", share(21, 30), 70, 52.0, 83.5, 0.1)
	ends(t, "70 of 100", share(70, 100), 70, 60, 78, 0.5)
	ends(t, "280 of 400", share(280, 400), 70, 65, 74, 0.5)
	ends(t, "10 of 10, cut at the end", share(10, 10), 100, 68, 100, 0.5)
}

func TestNPS(t *testing.T) {
	ends(t, "24/30/16", net(24, 16, 70), 11.43, -6.2, 28.1, 0.05)
	near(t, "centre", net(24, 16, 70).centre, 11.0, 0.05)
	near(t, "margin", net(24, 16, 70).margin, 17.1, 0.05)
	near(t, "7/8/5", net(7, 5, 20).margin, 31, 0.5)
	near(t, "n = 400", net(137, 91, 400).margin, 7, 0.5)
	ends(t, "all promoters, cut at the end", net(5, 0, 5), 100, 17.5, 100, 0.05)
	classic := measure{metric: "nps", variant: "classic", counts: []int{1, 0, 0, 0, 0, 2, 1, 0, 2, 3, 1}}
	european := classic
	european.variant = "eu"
	a, _ := classic.read()
	b, _ := european.read()
	near(t, "classic", a.value, 0, 1e-9)
	near(t, "eu", b.value, 30, 1e-9)
}

// Worked example of method.md 2.11: 7,6,5,7,3,6,2,5,6,7.
func TestCES(t *testing.T) {
	m := measure{metric: "ces", least: 1, most: 7, counts: []int{0, 1, 1, 0, 2, 3, 3}}
	for variant, want := range map[string]float64{"mean": 5.4, "index": 40, "agree": 80} {
		m.variant = variant
		e, ok := m.read()
		if !ok || e.n != 10 {
			t.Fatal(e)
		}
		near(t, variant, e.value, want, 1e-9)
	}
}

func TestMeasures(t *testing.T) {
	of := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		what  string
		m     measure
		value float64
		low   *float64
	}{
		{"csat top-2", measure{metric: "csat", variant: "top2", least: 1, most: 5, counts: []int{1, 1, 1, 4, 3}}, 70, of(39.2)},
		{"csat from a percentage", measure{metric: "csat", value: of(70), n: 10}, 70, of(39.2)},
		{"csat mean", measure{metric: "csat", variant: "mean", least: 1, most: 5, counts: []int{0, 0, 1, 1, 0}}, 3.5, of(1)},
		{"share of yes", measure{metric: "share", counts: []int{3, 7}}, 70, of(39.2)},
		{"mean without spread", measure{metric: "grade", value: of(7), n: 40}, 7, nil},
		{"one answer", measure{metric: "grade", least: 1, most: 10, counts: []int{0, 0, 0, 0, 0, 0, 1, 0, 0, 0}}, 7, nil},
		{"nps as a number", measure{metric: "nps", value: of(12), n: 40}, 12, nil},
	} {
		e, ok := c.m.read()
		low, _ := e.ends()
		near(t, c.what, e.value, c.value, 1e-9)
		if !ok || (low == nil) != (c.low == nil) {
			t.Errorf("%s: %+v", c.what, e)
			continue
		}
		if low != nil {
			near(t, c.what+" low", *low, *c.low, 0.05)
		}
	}
	if _, ok := (measure{metric: "grade", n: 10}).read(); ok {
		t.Error("neither counts nor a value is no measurement")
	}
}

func TestStudent(t *testing.T) {
	for df, want := range map[int]float64{1: 12.7062, 7: 2.3646, 30: 2.0423, 31: 2.03951, 39: 2.02269, 60: 2.00030, 120: 1.97993, 1000: 1.96234} {
		near(t, fmt.Sprint("t of ", df), student(df), want, 1e-5)
	}
	if !math.IsNaN(student(0)) {
		t.Error("no degree of freedom, no t")
	}
	for df := 1; df < 200; df++ {
		if student(df) <= student(df+1) {
			t.Errorf("t falls with df: %d", df)
		}
	}
}

// Worked examples of method.md 3.4.8.
func TestInsideOutside(t *testing.T) {
	guesses := []guess{
		{"win", 4, false},
		{"win", 4, false},
		{"win", 5, false},
		{"log", 4, false},
		{"kla", 3, false},
		{"kla", 3, false},
		{"kla", 1, true},
	}
	of := func(mean, sd float64, n int) *InsideOutside {
		return insideOutside(guesses, measure{metric: "grade", least: 1, most: 5, value: &mean, sd: &sd, n: n})
	}
	few := of(3.25, 1.035, 8)
	near(t, "internal", few.Internal, 3.78, 0.005)
	near(t, "gap", few.Gap, 0.53, 0.005)
	nearAt(t, "low", few.Low, 2.38, 0.006)
	nearAt(t, "high", few.High, 4.12, 0.006)
	if *few.Demonstrable {
		t.Error("n = 8: too few customers to say so")
	}
	many := of(3.10, 1.10, 40)
	near(t, "gap", many.Gap, 0.68, 0.005)
	nearAt(t, "low", many.Low, 2.75, 0.006)
	nearAt(t, "high", many.High, 3.45, 0.006)
	if !*many.Demonstrable {
		t.Error("n = 40: demonstrably rosier")
	}
	mean := 3.1
	if x := insideOutside(guesses, measure{metric: "grade", value: &mean, n: 40}); x.Demonstrable != nil || x.Low != nil {
		t.Errorf("no interval: nothing can be demonstrated: %+v", x)
	}
	if x := insideOutside(guesses, measure{metric: "nps", value: &mean, n: 40}); x != nil {
		t.Errorf("never for NPS: %+v", x)
	}
	if x := insideOutside(nil, measure{metric: "grade", value: &mean, n: 40}); x != nil {
		t.Errorf("nobody guessed: %+v", x)
	}
}

func TestIndicator(t *testing.T) {
	counts := func(good, bad int) *measure { return &measure{metric: "share", counts: []int{bad, good}} }
	i := indicator(counts(90, 10), counts(60, 40))
	if i.Display != "full" || i.Baseline.Value != 60 || i.Change.Value != 30 || !*i.Change.Demonstrable || *i.Change.Low <= 0 {
		t.Errorf("%+v %+v", i, i.Change)
	}
	if i := indicator(counts(7, 3), counts(6, 4)); i.Display != "indicative" || *i.Change.Demonstrable {
		t.Errorf("ten customers, one more content: no demonstrable difference: %+v", i.Change)
	}
	if i := indicator(counts(7, 2), nil); i.Display != "counts" || i.Baseline != nil || i.Change != nil {
		t.Errorf("%+v", i)
	}
	if indicator(nil, nil) != nil {
		t.Error("no measurement")
	}
	a, b := share(90, 100), share(60, 100)
	near(t, "margin of the difference", *difference(a, b).High-*difference(a, b).Low, 2*math.Hypot(a.margin, b.margin), 1e-9)
	value := 12.0
	if c := indicator(&measure{metric: "nps", value: &value, n: 40}, counts(6, 4)).Change; c.Demonstrable != nil {
		t.Errorf("no interval, nothing demonstrated: %+v", c)
	}
}
