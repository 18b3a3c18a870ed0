package report

import (
	"math"
	"slices"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// field is the drawing of impact and effort on page 4: numbered dots, larger where it is more fun, and the corner of quick wins.
type field struct {
	Alt  string
	Dots []dot
	Side float64 // of the corner, across and down
	Deep float64
	Grid []gridLine
	Key  []keyed
}

type dot struct {
	N     int
	X, Y  float64
	R     float64
	Quick bool
}

// gridLine is where a point of both scales lies.
type gridLine struct{ X, Y float64 }

// keyed says which fix a number is, and what the room estimated.
type keyed struct {
	N           int
	Text, Facts string
	Quick, Talk bool
	Doubt       string // who should talk about it
}

// The field in units of the drawing.
const (
	fieldWide, fieldHigh = 900.0, 620.0
	fieldDot             = 27.0
	fieldEdge            = 1.6 * fieldDot
	// A quick win takes at most so much effort and brings at least so much (method.md 2.13).
	quickEffort, quickImpact = 2.0, 3.0
)

func across(effort float64) float64 { return fieldEdge + (effort-1)/4*(fieldWide-2*fieldEdge) }
func upward(impact float64) float64 {
	return fieldHigh - fieldEdge - (impact-1)/4*(fieldHigh-2*fieldEdge)
}

// matrixOf draws the fixes that the room estimated; nil when there is none.
func matrixOf(v view) *field {
	f := field{Side: (across(quickEffort) + across(quickEffort+0.5)) / 2, Deep: (upward(quickImpact) + upward(quickImpact-0.5)) / 2}
	for _, x := range v.fixes {
		if x.shown() && x.Impact != nil && x.Effort != nil {
			f.add(v, x)
		}
	}
	if len(f.Dots) == 0 {
		return nil
	}
	f.Alt = v.Count("matrix.alt", len(f.Dots))
	for _, point := range []float64{2, 3, 4} {
		f.Grid = append(f.Grid, gridLine{across(point), upward(point)})
	}
	for range 400 {
		if !apart(f.Dots) {
			break
		}
	}
	return &f
}

func (f *field) add(v view, x fix) {
	n, quick := len(f.Dots)+1, *x.Effort <= quickEffort && *x.Impact >= quickImpact
	nudge := 0.05 * float64(n)
	turn := 2.4 * float64(n)
	f.Dots = append(f.Dots, dot{N: n, X: across(*x.Effort) + nudge*math.Cos(turn), Y: upward(*x.Impact) + nudge*math.Sin(turn),
		R: radius(x.Fun), Quick: quick})
	facts := v.T("matrix.facts", v.decimal(*x.Impact), v.decimal(*x.Effort))
	if x.Fun != nil {
		facts += ", " + v.T("matrix.fun", v.decimal(*x.Fun))
	}
	f.Key = append(f.Key, keyed{N: n, Text: clip(x.Text, 70), Facts: facts, Quick: quick})
}

// radius gives more fun a larger dot.
func radius(fun *float64) float64 {
	if fun == nil {
		return fieldDot
	}
	return fieldDot * (0.67 + (*fun-1)/4*0.66)
}

// apart pushes dots that overlap half each; it says whether any did. The same fixes give the same drawing.
func apart(dots []dot) bool {
	moved := false
	for i := range dots {
		for j := i + 1; j < len(dots); j++ {
			a, b := &dots[i], &dots[j]
			dx, dy := b.X-a.X, b.Y-a.Y
			far := math.Hypot(dx, dy)
			short := a.R + b.R + fieldDot*0.12 - far
			if short <= 0.01 {
				continue
			}
			moved = true
			if far < 0.001 {
				dx, dy, far = 1, 0, 1
			}
			a.push(-dx/far*short/2, -dy/far*short/2)
			b.push(dx/far*short/2, dy/far*short/2)
		}
	}
	return moved
}

func (d *dot) push(dx, dy float64) {
	d.X = math.Min(math.Max(d.X+dx, d.R), fieldWide-d.R)
	d.Y = math.Min(math.Max(d.Y+dy, d.R), fieldHigh-d.R)
}

// sure says how far the room believes that what was agreed will happen, the least sure first; nil when nobody asked.
func sure(v view) []keyed {
	list := slices.Clone(v.in.Confidence)
	slices.SortStableFunc(list, func(a, b insight.Confidence) int { return int(2 * (a.Median - b.Median)) })
	var out []keyed
	for _, c := range list {
		r := v.board.Get(c.Fix)
		if r == nil {
			continue
		}
		facts := v.T("sure.of", v.decimal(c.Median)) + ", " + v.Count("sure.n", c.N)
		one := keyed{Text: clip(boards.Read[boards.Fix](r).Text, 80), Facts: facts}
		if c.Talk {
			one.Talk, one.Doubt = true, v.T("sure.talk")
		}
		out = append(out, one)
	}
	return out
}
