package web

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

// Ten due, six done on time, two late, two open (method.md 3.4.12, 6.2): asked for as a program does.
func TestFollowThroughIsToldOverHTTP(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		b := h.table("lease")
		amsterdam, err := time.LoadLocation("Europe/Amsterdam")
		must(t, err)
		day := func(from int) string { return time.Now().In(amsterdam).AddDate(0, 0, from).Format(time.DateOnly) }
		today, ops := day(0), []string(nil)
		for _, fix := range []struct {
			status, due string
			n           int
		}{{"done", today, 6}, {"done", day(-1), 2}, {"agreed", today, 2}, {"agreed", day(30), 1}} {
			for range fix.n {
				ops = append(ops, fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel terug","status":%q,"due_date":%q}}`,
					newID(), fix.status, fix.due))
			}
		}
		b.does(b.host, ops...)
		told := at(b.insights(), "followThrough")
		if (at(told, "due") != 10.0 || at(told, "done") != 0.8 || at(told, "onTime") != 0.6) && day(0) == today { // no midnight in between
			t.Errorf("%v", told)
		}
	}, computing)
}

// Dots as 30, 24, 18, 10 and 6, of which the first and the last are covered: 0.40, weighted 36/88 (method.md 3.4.11, 6.2). A fix without a
// date, and one that was dropped, cover nothing.
func TestCoverageIsToldOverHTTP(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		b := h.table("lease")
		pains := make([]string, 5)
		for i := range pains {
			pains[i] = newID()
			b.does(b.host, painOp(pains[i], fmt.Sprintf("Pijnpunt nummer %d van de klant", i+1), b.ids["s1"]))
		}
		round := b.opened("vote", fmt.Sprintf(`,"item_ids":["%s"],"dots":12,"max_per_item":5`, strings.Join(pains, `","`)))
		for i, dots := range [][]int{{5, 4, 3, 0, 0}, {5, 4, 3, 0, 0}, {5, 4, 3, 0, 0}, {0, 0, 0, 5, 3}} {
			voter := b.seated(fmt.Sprintf("Mens %d", i), "kco")
			for pain, n := range dots {
				b.does(voter, fmt.Sprintf(`{"op":"put","kind":"vote","id":%q,"fields":{"round_id":%q,"item_id":%q,"count":%d}}`,
					newID(), round, pains[pain], n))
			}
		}
		b.does(b.host, revealOp(round))
		for pain, rest := range map[int]string{
			0: `"status":"agreed","due_date":"2026-12-01"`, 1: `"status":"agreed"`,
			3: `"status":"dropped","due_date":"2026-12-01"`, 4: `"status":"done","due_date":"2026-12-01"`,
		} {
			b.does(b.host, fmt.Sprintf(
				`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel de klant terug","owner_person":"Joris","pain_ids":[%q],%s}}`,
				newID(), pains[pain], rest))
		}
		told := at(b.insights(), "coverage")
		weighted, _ := at(told, "weighted").(float64)
		if at(told, "covered") != 2.0 || at(told, "of") != 5.0 || at(told, "share") != 0.4 || math.Abs(weighted-36.0/88) > 1e-9 {
			t.Errorf("%v", told)
		}
	}, computing)
}

// What six people of three departments think beside what customers say (method.md 3.4.8): of eight customers nothing can be said, of
// forty it can.
func TestInsideAndOutsideAreToldOverHTTP(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		measured string
		gap      float64
		shows    bool
	}{
		"8":  {`"n":8,"value":3.25,"sd":1.035`, 0.528, false},
		"40": {`"n":40,"value":3.1,"sd":1.1`, 0.678, true},
	} {
		t.Run(name, func(t *testing.T) {
			stores(t, func(t *testing.T, h *house) {
				b, number := h.table("lease"), newID()
				grade := `"name":"Cijfer","metric":"grade","scale_min":1,"scale_max":5`
				b.does(b.host, fmt.Sprintf(`{"op":"put","kind":"indicator","id":%q,"fields":{%s}}`, number, grade))
				b.does(b.host, fmt.Sprintf(
					`{"op":"put","kind":"measurement","id":%q,"fields":{"indicator_id":%q,"date":"2026-11-20",%s}}`,
					newID(), number, c.measured))
				round := b.opened("prediction", fmt.Sprintf(`,"indicator_id":%q`, number))
				for i, one := range []struct {
					of    string
					value int
				}{{"kco", 4}, {"kco", 4}, {"kco", 5}, {"sch", 4}, {"fac", 3}, {"fac", 3}} {
					b.does(b.seated(fmt.Sprintf("Mens %d", i), one.of), fmt.Sprintf(
						`{"op":"put","kind":"prediction","id":%q,"fields":{"round_id":%q,"indicator_id":%q,"value":%d}}`, newID(), round, number, one.value))
				}
				b.does(b.host, revealOp(round))
				told := at(b.insights(), "insideOutside")
				internal, _ := at(told, "internal").(float64)
				gap, _ := at(told, "gap").(float64)
				if math.Abs(internal-3.778) > 0.001 || math.Abs(gap-c.gap) > 0.001 || at(told, "demonstrable") != c.shows {
					t.Errorf("%v", told)
				}
			}, computing)
		})
	}
}
