package report

import (
	"fmt"
	"math"
	"strings"
)

// Measures of the map on paper, in millimetres: A4 landscape within its margins.
const (
	paperWide, paperHigh = 261.0, 170.0
	laneWide             = 26.0
	tileRoom             = 9.6 // a tile and the gap behind it
	columnsMost          = 9
	columnWidest         = 44.0
	airyRows             = 6 // rows that take what height is left, above and below
	airMost              = 4.6
	legendRoom           = 84.0 // free width beside a short last page that holds the legend
)

// mapPlan is the map cut into pages, with the texts that had to be shortened.
type mapPlan struct {
	pages     []mapPage
	shortened []shortened
	column    float64 // width of a step
	points    float64 // letters
	slack     float64 // height that is left on the fullest page
}

// shortened is a text of the map that did not fit; the annex has it whole under its number.
type shortened struct {
	N          int
	First      bool // of those with this number: where a reference leads to
	Step, Lane string
	Text       string
}

// fitting is how much a page of the map shows: lines per text and cells per crossing.
type fitting struct{ lines, cells int }

// fittings are tried from generous to tight until the page fits; letters never shrink below 7.5 points.
var fittings = []fitting{{30, 6}, {10, 6}, {8, 6}, {6, 6}, {5, 6}, {4, 6}, {3, 6}, {3, 4}, {2, 4}, {2, 3}, {1, 3}, {1, 2}, {1, 1}}

// sizes of the letters of the map in points: the largest with which everything stands whole is taken.
var sizes = []float64{9.2, 8.6, 8.0, 7.6}

func planMap(v view) mapPlan {
	var p mapPlan
	for _, points := range sizes {
		p = planAt(v, points)
		if len(p.shortened) == 0 && p.slack >= 0 {
			break
		}
	}
	return p
}

// planAt lays the map out with letters of one size. What room is left is spread over the lanes, the same on every page.
func planAt(v view, points float64) mapPlan {
	cuts := cutPages(v)
	widest := 5
	for _, c := range cuts {
		widest = max(widest, c[1]-c[0])
	}
	p := mapPlan{column: math.Min((paperWide-laneWide)/float64(widest), columnWidest), points: points, slack: paperHigh}
	m := mapMaker{view: v, plan: &p, columns: int((p.column - 2.9) / p.unit()), signs: v.signs()}
	for i, c := range cuts {
		page := m.page(i, len(cuts), c[0], c[1])
		p.slack = math.Min(p.slack, paperHigh-m.high(page))
		p.pages = append(p.pages, page)
	}
	return p
}

// unit is the width of one column of text, line the height of a line, in millimetres.
func (p mapPlan) unit() float64 { return 0.55 * p.points * 0.3528 }
func (p mapPlan) line() float64 { return 1.27 * p.points * 0.3528 }

// cutPages cuts the journey into runs [from, to) of at most nine steps, at a phase where that leaves at least four.
func cutPages(v view) [][2]int {
	starts := map[int]bool{}
	for i := 1; i < len(v.steps); i++ {
		starts[i] = v.steps[i].PhaseID != v.steps[i-1].PhaseID
	}
	var cuts [][2]int
	for from := 0; from < len(v.steps); {
		to := min(from+columnsMost, len(v.steps))
		for cut := to; to < len(v.steps) && cut >= from+4; cut-- {
			if starts[cut] {
				to = cut
				break
			}
		}
		cuts = append(cuts, [2]int{from, to})
		from = to
	}
	return cuts
}

// style gives the widths of this map as classes, for a document without style attributes.
func (p mapPlan) style() string {
	var b strings.Builder
	air := math.Max(0, math.Min(p.slack/float64(2*airyRows), airMost))
	fmt.Fprintf(&b, ".map .lane{width:%.2fmm}.map .s{width:%.2fmm}.map{font-size:%.1fpt;--air:%.2fmm}\n", laneWide, p.column, p.points, air)
	for i, page := range p.pages {
		fmt.Fprintf(&b, ".m%d{width:%.2fmm}\n", i, laneWide+p.column*float64(len(page.Heads)))
	}
	return b.String()
}

// shorten gives the text in at most that many lines; what does not fit gets a number and goes to the annex whole.
func (p *mapPlan) shorten(text string, wide, most int, step, lane string) (string, int) {
	if lines(text, wide) <= most {
		return text, 0
	}
	n := p.refer(step, lane, text)
	return clip(strings.ReplaceAll(text, "\n", " "), max(4, wide*most-4-most)), n
}

// refer gives the next number of the annex to texts of one place.
func (p *mapPlan) refer(step, lane string, texts ...string) int {
	n := 1
	if k := len(p.shortened); k > 0 {
		n = p.shortened[k-1].N + 1
	}
	for i, text := range texts {
		p.shortened = append(p.shortened, shortened{n, i == 0, step, lane, text})
	}
	return n
}
