package report

import (
	"fmt"
	"math"
	"slices"

	"muntsaus/boards/insight"
)

// scoredCell is how one step is lived through: a piece of the line, the mean in figures, and what departments differ when it
// is worth a talk. Its picture is 100 wide and 40 high, two points up and two down, never fitted to the scores.
type scoredCell struct {
	Line, Dot, Bar string // empty: nobody scored, the line stops
	Text           string
	Gap            string
	Lowest         bool
}

// scores gives a cell per step of a page; nil when nobody scored any step of the journey.
func (m mapMaker) scores(from, to int) []scoredCell {
	means := map[string]*insight.Point{}
	for i := range m.in.Curve {
		if p := &m.in.Curve[i]; p.Mean != nil {
			means[p.Step] = p
		}
	}
	if len(means) == 0 {
		return nil
	}
	at := func(i int) *insight.Point {
		if i < 0 || i >= len(m.steps) {
			return nil
		}
		return means[m.steps[i].ID]
	}
	var cells []scoredCell
	for i := from; i < to; i++ {
		cells = append(cells, m.scored(at(i-1), at(i), at(i+1)))
	}
	return cells
}

func (m mapMaker) scored(before, p, after *insight.Point) scoredCell {
	if p == nil {
		return scoredCell{Text: m.T("curve.gap")}
	}
	y, e := scoreY(*p.Mean), m.in.PeakEnd
	c := scoredCell{Dot: fmt.Sprintf("M50 %.1fh.01", y), Text: m.Label("rating", "value", fmt.Sprint(*p.Face)) + " " + m.signed(*p.Mean)}
	if e != nil && e.LowestStep != e.HighestStep {
		switch c.Lowest = slices.Contains(e.LowestSteps, p.Step); {
		case c.Lowest:
			c.Text = m.T("curve.lowest") + " " + m.signed(*p.Mean)
		case slices.Contains(e.HighestSteps, p.Step):
			c.Text = m.T("curve.highest") + " " + m.signed(*p.Mean)
		}
	}
	// Straight from score to score: at the edge of the column the line is half way.
	if before != nil {
		c.Line += fmt.Sprintf("M0 %.1fL50 %.1f", (scoreY(*before.Mean)+y)/2, y)
	}
	if after != nil {
		c.Line += fmt.Sprintf("M50 %.1fL100 %.1f", y, (scoreY(*after.Mean)+y)/2)
	}
	m.differ(&c, p)
	return c
}

func (m mapMaker) differ(c *scoredCell, p *insight.Point) {
	for _, g := range m.in.Gaps {
		if g.Step != p.Step || g.Gap == 0 {
			continue
		}
		c.Bar = fmt.Sprintf("M50 %.1fV%.1f", scoreY(p.ByDepartment[g.High]), scoreY(p.ByDepartment[g.Low]))
		if g.Alert {
			c.Gap = m.T("curve.differ", m.byID[g.Low].Code, m.byID[g.High].Code, m.decimal(g.Gap))
		}
	}
}

func scoreY(v float64) float64 { return 20 - 9*v }

// signed writes a mean with its sign: −0,6 · 0 · +0,8.
func (w words) signed(v float64) string {
	text := w.decimal(math.Abs(v))
	switch {
	case text == "0":
		return text
	case v < 0:
		return "−" + text
	}
	return "+" + text
}
