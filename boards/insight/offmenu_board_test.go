package insight

import (
	"testing"

	"muntsaus/boards"
)

// The worked example of method.md 3.4.13 on a board: 1, 3, 6, 4 and 0 lamps on five of the seven front steps of template hotel are 14 of
// 30, which is 47%. A test at a step without a front department is kept and not counted, nor is a card that was only drawn.
func TestReadinessOfABoard(t *testing.T) {
	x := set(t, "hotel")
	var front, back []string
	for _, r := range x.b.All("step") {
		if r.Str("front_department_id") != "" {
			front = append(front, r.ID)
		} else {
			back = append(back, r.ID)
		}
	}
	try := func(step string, yes int) {
		fields := boards.Fields{"step_id": step, "request": "something else", "tested_at": "2026-11-30T10:00:00.000Z"}
		for i, check := range boards.OffmenuChecks {
			fields[check] = i < yes
		}
		x.put("offmenu_test", fields)
	}
	for i, yes := range []int{1, 3, 6, 4, 0} {
		try(front[i], yes)
	}
	try(back[0], 6)
	x.put("offmenu_test", boards.Fields{"step_id": front[5], "request": "only drawn"})
	r := Of(x.b).Readiness
	if r == nil || r.Yes != 14 || r.Of != 30 || r.Tested != 5 || r.Steps != len(front) || percent(r.Share) != 47 {
		t.Fatalf("%+v of %d front steps", r, len(front))
	}
	if r.BySteps[0].Band != "not" || r.BySteps[1].Band != "partly" || r.BySteps[2].Band != "ready" {
		t.Errorf("%+v", r.BySteps)
	}
}

// Rules and mandates are counted from the board; without any there is no number.
func TestRulesAndMandatesOfABoard(t *testing.T) {
	x := set(t, "restaurant")
	if in := Of(x.b); in.Rules != nil || in.Mandates != nil {
		t.Fatalf("%+v %+v", in.Rules, in.Mandates)
	}
	rule := func(fields boards.Fields) {
		for name, v := range (boards.Fields{"text": "no swapping", "origin": "habit", "technically_possible": "unknown"}) {
			if fields[name] == nil {
				fields[name] = v
			}
		}
		x.put("rule", fields)
	}
	rule(boards.Fields{"verdict": "scrap", "reason": "money"})
	rule(boards.Fields{"verdict": "ask", "technically_possible": "yes"})
	rule(boards.Fields{"reason": "safety", "mother_test": "no"})
	rule(boards.Fields{"reason": "safety"})
	card := boards.Fields{"role": "Floor", "trigger": "a wait", "may_do": "coffee", "kind": "decide", "no_ask": true, "report_where": "log",
		"review_date": "2027-01-01", "limit_cents": 5000}
	x.put("mandate", card)
	signed := boards.Fields{"granted_by": "Bob", "granted_at": "2026-11-30T10:00:00.000Z"}
	for name, v := range card {
		signed[name] = v
	}
	x.put("mandate", signed)
	x.put("mandate", boards.Fields{"role": "not finished"})
	in := Of(x.b)
	if r := in.Rules; r == nil || r.Collected != 4 || r.Crocodiles != 2 || r.Scrapped != 1 || r.Asked != 1 || len(r.Which) != 2 {
		t.Errorf("%+v", r)
	}
	if m := in.Mandates; m == nil || *m != (Mandates{Made: 2, Signed: 1}) {
		t.Errorf("%+v", m)
	}
}
