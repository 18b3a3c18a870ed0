package web

import (
	"fmt"
	"math"
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
