package web

import (
	"fmt"
	"math"
	"testing"
)

// The worked examples of numbers from customers (method.md 2.11, 3.4.8, 6.2), asked for as a program does.
func TestNumbersFromCustomersAreToldOverHTTP(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ number, measured, value, low, high string }{
		"nps":      {`"metric":"nps","variant":"classic"`, `"counts":[16,0,0,0,0,0,0,30,0,24,0]`, "11.4", "-6.2", "28.1"},
		"csat 10":  {`"metric":"csat","variant":"top2"`, `"counts":[1,1,1,4,3]`, "70.0", "39.2", "89.7"},
		"csat 30":  {`"metric":"csat","variant":"top2"`, `"counts":[3,3,3,12,9]`, "70.0", "52.1", "83.3"},
		"mean 8":   {`"metric":"grade","scale_min":1,"scale_max":5`, `"n":8,"value":3.25,"sd":1.035`, "3.2", "2.4", "4.1"},
		"mean 40":  {`"metric":"grade","scale_min":1,"scale_max":5`, `"n":40,"value":3.1,"sd":1.1`, "3.1", "2.7", "3.5"},
		"ces mean": {`"metric":"ces","variant":"mean"`, `"counts":[0,1,1,0,2,3,3]`, "5.4", "4.1", "6.7"},
	} {
		t.Run(name, func(t *testing.T) {
			stores(t, func(t *testing.T, h *house) {
				b, id := h.table("lease"), newID()
				b.does(b.host, fmt.Sprintf(`{"op":"put","kind":"indicator","id":%q,"fields":{"name":"Cijfer",%s}}`, id, c.number),
					fmt.Sprintf(`{"op":"put","kind":"measurement","id":%q,"fields":{"indicator_id":%q,"date":"2026-11-20",%s}}`,
						newID(), id, c.measured))
				in := at(b.insights(), "indicator")
				for field, want := range map[string]string{"value": c.value, "low": c.low, "high": c.high} {
					got, _ := at(in, field).(float64)
					var wanted float64
					if _, err := fmt.Sscan(want, &wanted); err != nil || math.Abs(got-wanted) > 0.2 {
						t.Errorf("%s: %v, not %s", field, got, want)
					}
				}
			}, computing)
		})
	}
}
