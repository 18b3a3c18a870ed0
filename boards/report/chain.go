package report

import "fmt"

// chainDrawing is the passes-the-buck chain as the projector shows it: every new department lands lower, a return climbs back
// to its first height. Units: tenths of a millimetre.
type chainDrawing struct {
	Wide, High float64
	Stops      []chainStop
	Hops       []hopping
	Back       *sameLevel // dotted: same place as before
	Note, Sum  string
	NoteX      float64
	Alt        string
	Rows       bool // too many for one drawing: shown as a row that wraps
}

type sameLevel struct{ X1, X2, Y float64 }

type hopping struct{ Path, Tip string }

type chainStop struct {
	X, Y       float64 // middle of the tile
	Tile       tile
	Step, Wait string
}

const (
	chainWide  = 1740.0
	chainPitch = 310.0
	chainDrop  = 44.0
	chainMost  = 9
	tileMM     = 86.0 // a tile in tenths of a millimetre
	tileHighMM = 66.0
)

// chain gives the drawing and its sentence; without a chain a sentence alone.
func (v view) chain() (*chainDrawing, string) {
	c := v.in.Chain
	switch {
	case c == nil && (len(v.steps) == 0 || v.outcomes()*2 < len(v.steps)):
		return nil, v.T("saw.chain.blank", v.who())
	case c == nil || c.Length < 2:
		return nil, v.T("saw.chain.none", capital(v.who()))
	}
	d := v.chainStops()
	text := v.T("saw.chain.text", capital(v.who()), v.Count("n.times", c.Length), v.Count("n.departments", c.Distinct))
	if c.Boomerang && len(d.Stops) > 0 {
		text += v.T("saw.chain.back", v.byID[c.Departments[len(c.Departments)-1]].Name)
	} else {
		text += "."
	}
	if c.TellAgain > 0 {
		text += " " + v.Count("saw.one", c.TellAgain)
	}
	if c.WaitMinutes != nil && *c.WaitMinutes > 0 {
		d.Sum = v.T("saw.together", v.duration(*c.WaitMinutes))
	}
	d.Alt = text
	d.draw()
	if d.Back != nil {
		d.Note = v.T("saw.back")
	}
	return d, text
}

func (v view) outcomes() int {
	n := 0
	for _, s := range v.steps {
		if s.Outcome != "" {
			n++
		}
	}
	return n
}

func (v view) chainStops() *chainDrawing {
	d := chainDrawing{}
	for _, id := range v.in.Chain.Steps {
		n := v.number[id]
		if n == 0 {
			continue
		}
		s := v.steps[n-1]
		front, ok := v.byID[s.FrontDepartmentID]
		if !ok {
			continue
		}
		stop := chainStop{Tile: tileOf(front), Step: v.T("step.word", v.whole(n))}
		if s.WaitMinutes != nil && *s.WaitMinutes > 0 {
			stop.Wait = v.duration(*s.WaitMinutes)
		}
		d.Stops = append(d.Stops, stop)
	}
	d.Rows = len(d.Stops) > chainMost
	return &d
}

// draw places the stops and the arrows between them.
func (d *chainDrawing) draw() {
	if d.Rows || len(d.Stops) == 0 {
		return
	}
	pitch := min(chainPitch, (chainWide-360)/float64(max(1, len(d.Stops)-1)))
	place, low := map[string]float64{}, 0.0
	for i := range d.Stops {
		s := &d.Stops[i]
		if _, known := place[s.Tile.Code]; !known {
			place[s.Tile.Code] = 62 + chainDrop*float64(len(place))
		}
		s.X, s.Y = 55+pitch*float64(i), place[s.Tile.Code]
		low = max(low, s.Y)
	}
	first, last := d.Stops[0], d.Stops[len(d.Stops)-1]
	if len(d.Stops) > 2 && first.Tile.Code == last.Tile.Code {
		d.Back = &sameLevel{first.X + 55, last.X - 55, first.Y}
	}
	for i := 1; i < len(d.Stops); i++ {
		d.Hops = append(d.Hops, hop(d.Stops[i-1], d.Stops[i]))
	}
	d.Wide, d.High, d.NoteX = chainWide, low+145, last.X+90
}

// LabelY is where the numbers of the steps stand: under the lowest tile.
func (d *chainDrawing) LabelY() float64 { return d.High - 56 }

// WaitY is the line under it.
func (d *chainDrawing) WaitY() float64 { return d.High - 14 }

// TileX and TileY are the corner of the tile.
func (s chainStop) TileX() float64 { return s.X - tileMM/2 }
func (s chainStop) TileY() float64 { return s.Y - tileHighMM/2 }

// hop is the arrow from one stop to the next: over the top when it goes down, round below when it climbs.
func hop(a, b chainStop) hopping {
	x1, x2 := a.X+tileMM/2+4, b.X
	switch {
	case b.Y > a.Y:
		y2 := b.Y - tileHighMM/2 - 28
		return hopping{fmt.Sprintf("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", x1, a.Y-14, x1+50, a.Y-50, x2-6, a.Y-46, x2, y2),
			fmt.Sprintf("M%.0f %.0fh30l-15 28Z", x2-15, y2)}
	case b.Y < a.Y:
		y2 := b.Y + tileHighMM/2 + 28
		return hopping{fmt.Sprintf("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", x1, a.Y+4, x2-60, a.Y+4, x2-4, a.Y-10, x2, y2),
			fmt.Sprintf("M%.0f %.0fh30l-15 -28Z", x2-15, y2)}
	}
	end := b.X - tileMM/2 - 30
	return hopping{fmt.Sprintf("M%.0f %.0fH%.0f", x1, a.Y, end), fmt.Sprintf("M%.0f %.0fv30l28 -15Z", end, a.Y-15)}
}
