package insight

import (
	"cmp"
	"slices"

	"muntsaus/boards"
)

// What customers said, and what was tested on their behalf, as plain inputs of the formulas.

func (m model) frontSteps() []string {
	ids := []string{}
	for _, s := range m.Steps {
		if s.FrontDepartmentID != "" {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// checks are the six lamps of the off-menu test (method.md 3.3).
var checks = [checksPerTest]string{"check_fallback", "check_ask_back", "check_alternative", "check_mandate", "check_backstage_agreed",
	"check_tone"}

func testsOf(m model) []tried {
	var out []tried
	for _, r := range m.board.All("offmenu_test") {
		if len(r.To) > 0 || !r.Complete() || r.Str("tested_at") == "" { // a card that was only drawn
			continue
		}
		t := tried{step: r.Str("step_id"), at: r.Str("tested_at")}
		for _, check := range checks {
			if r.Bool(check) {
				t.yes++
			}
		}
		out = append(out, t)
	}
	return out
}

func promisesOf(m model) []string {
	var out []string
	for _, s := range m.Steps {
		out = append(out, s.PromiseKept)
	}
	return out
}

// measurementsOf gives the measurements of the one number by day, the latest of them, and the baseline when that is another one.
func measurementsOf(m model) (all []*measure, latest, baseline *measure) {
	numbers := m.board.All("indicator")
	if len(numbers) == 0 {
		return nil, nil, nil
	}
	lead := numbers[0]
	rows := slices.DeleteFunc(m.board.All("measurement"), func(r *boards.Record) bool {
		return r.Str("indicator_id") != lead.ID || len(r.To) > 0
	})
	slices.SortStableFunc(rows, func(a, b *boards.Record) int { return cmp.Compare(a.Str("date"), b.Str("date")) })
	for _, r := range rows {
		one := measureOf(lead, r)
		all = append(all, one)
		if r.Bool("is_baseline") {
			baseline = one
		}
	}
	if len(all) == 0 {
		return nil, nil, nil
	}
	if latest = all[len(all)-1]; baseline == latest {
		baseline = nil
	}
	return all, latest, baseline
}

func measureOf(lead, r *boards.Record) *measure {
	m := measure{metric: lead.Str("metric"), variant: lead.Str("variant"), value: number(r, "value"), sd: number(r, "sd"),
		counts: countsOf(r), date: r.Str("date"), target: number(lead, "target_value")}
	m.least, _ = lead.Num("scale_min")
	m.most, _ = lead.Num("scale_max")
	m.n, _ = r.Int("n")
	return &m
}

func number(r *boards.Record, field string) *float64 {
	if v, ok := r.Num(field); ok {
		return &v
	}
	return nil
}

// countsOf reads a list of whole numbers, in whichever shape the engine keeps it.
func countsOf(r *boards.Record) []int {
	switch list := r.Fields["counts"].(type) {
	case []int:
		return list
	case []any:
		var out []int
		for _, v := range list {
			n, _ := v.(int)
			out = append(out, n)
		}
		return out
	}
	return nil
}

// guessesOf gives the predictions of the highest revealed round.
func guessesOf(m model) []guess {
	highest := 0
	revealed(m, "prediction", func(_ *boards.Record, round int) { highest = max(highest, round) })
	var out []guess
	revealed(m, "prediction", func(r *boards.Record, round int) {
		department := m.known(r.Str("department_id"))
		if v, ok := r.Num("value"); ok && round == highest && department != "" {
			out = append(out, guess{department, v, r.Bool("guest")})
		}
	})
	return out
}
