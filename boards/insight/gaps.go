package insight

import (
	"cmp"
	"math"
	"slices"
)

// Gap is how far departments are apart at one step (method.md 3.4.6).
type Gap struct {
	Step      string   `json:"step"`
	Gap       float64  `json:"gap"`  // highest minus lowest department mean
	Low       string   `json:"low"`  // the department with the lowest mean
	High      string   `json:"high"` // and with the highest
	N         int      `json:"n"`
	FrontBack *float64 `json:"frontBack"` // in sight minus behind the line; null when one of both did not answer
	Alert     bool     `json:"alert"`     // wide enough and told by enough people to talk about
}

// team is a department as the formulas need it: its id, and whether it is front, back, support or partner.
type team struct{ id, stage string }

// gaps gives every step at which two departments answered, widest first, equals in the order of the journey (ruling 8).
func gaps(teams []team, points []Point) []Gap {
	out := []Gap{}
	for _, p := range points {
		if len(p.ByDepartment) >= 2 {
			out = append(out, gapOf(teams, p))
		}
	}
	slices.SortStableFunc(out, func(a, b Gap) int { return cmp.Compare(math.Round(b.Gap/tolerance), math.Round(a.Gap/tolerance)) })
	return out
}

func gapOf(teams []team, p Point) Gap {
	g := Gap{Step: p.Step, N: p.N, FrontBack: frontBack(teams, p.ByDepartment)}
	for _, t := range teams {
		mean, ok := p.ByDepartment[t.id]
		if !ok {
			continue
		}
		if g.Low == "" || mean < p.ByDepartment[g.Low]-tolerance {
			g.Low = t.id
		}
		if g.High == "" || mean > p.ByDepartment[g.High]+tolerance {
			g.High = t.id
		}
	}
	g.Gap = p.ByDepartment[g.High] - p.ByDepartment[g.Low]
	g.Alert = g.Gap >= gapAlert-tolerance && p.N >= gapRaters
	return g
}

// frontBack compares the two sides of the line of visibility: support counts as back, a partner on neither side (ruling 8).
func frontBack(teams []team, means map[string]float64) *float64 {
	front, back := map[string]float64{}, map[string]float64{}
	for _, t := range teams {
		mean, ok := means[t.id]
		switch {
		case ok && t.stage == "front":
			front[t.id] = mean
		case ok && (t.stage == "back" || t.stage == "support"):
			back[t.id] = mean
		}
	}
	if len(front) == 0 || len(back) == 0 {
		return nil
	}
	gap := meanOfMeans(front) - meanOfMeans(back)
	return &gap
}
