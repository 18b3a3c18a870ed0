package report

import (
	"fmt"
	"slices"
)

// arrow is a hand-off to the next step, drawn from tile to tile; units are tenths of a millimetre.
type arrow struct {
	Wide         float64
	Chain        bool // part of the chain in which the customer is passed on
	Head, Broken bool // broken: it passes a step with nobody
}

// MM is the width on paper; ViewWide the same in drawing units.
func (a arrow) MM() string       { return fmt.Sprintf("%.1f", a.Wide/10) }
func (a arrow) ViewWide() string { return fmt.Sprintf("%.0f", a.Wide) }

// Shaft ends where the head begins, or runs to the edge of the column.
func (a arrow) Shaft() string {
	if a.Head {
		return fmt.Sprintf("%.0f", a.Wide-20)
	}
	return fmt.Sprintf("%.0f", a.Wide+10)
}

// Tip draws the head.
func (a arrow) Tip() string {
	half := 9.0
	if a.Chain {
		half = 11
	}
	return fmt.Sprintf("M%.0f %.0fL%.0f 20L%.0f %.0fZ", a.Wide-22, 20-half, a.Wide, a.Wide-22, 20+half)
}

// arrow gives the piece of a hand-off that crosses the column of step i. Steps without a department are passed by.
func (m mapMaker) arrow(i int) *arrow {
	from, to := i, i+1
	for from >= 0 && m.steps[from].FrontDepartmentID == "" {
		from--
	}
	for to < len(m.steps) && m.steps[to].FrontDepartmentID == "" {
		to++
	}
	if from < 0 || to == len(m.steps) || m.steps[from].FrontDepartmentID == m.steps[to].FrontDepartmentID {
		return nil
	}
	a := arrow{Wide: 10 * (m.plan.column - 0.9), Head: i+1 == to, Broken: to-from > 1}
	if from == i {
		a.Wide -= 10 * tileRoom
	}
	if c := m.in.Chain; c != nil {
		a.Chain = c.Length >= 2 && slices.Contains(c.Steps, m.steps[from].ID) && slices.Contains(c.Steps, m.steps[to].ID)
	}
	return &a
}
