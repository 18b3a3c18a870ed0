package report

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"muntsaus/boards"
)

// mapPage is one sheet of the map: lanes at the left, at most nine steps, the legend on the last sheet.
type mapPage struct {
	Title, Range, Next string
	First              bool
	Class              string
	Track              track
	Persona            *personaBox
	Phases             []phaseHead
	Heads              []stepHead
	Scores             []scoredCell // nil: nobody scored any step
	NoScores           string       // says so
	Evidence           []crossing   // nil: nobody used that lane
	Customers          []customerCell
	Fronts             []frontCell
	Backs, Supports    []crossing
	Legend             *legend
	Beside             bool // the legend stands beside the map
}

// personaBox is the customer on the map.
type personaBox struct {
	Initial, Name, Age, Role, Goal, Fears string
	Fictional                             bool
	Picture                               template.URL // in place of the initial
}

type phaseHead struct {
	Title string
	Span  int
	Cont  bool // began on the page before
}

type stepHead struct {
	N             int
	Title         string
	Ref           int
	Pains, Quotes int
	Moment, Again bool
	Nobody        bool
}

type customerCell struct {
	Text    string
	Ref     int
	Channel string
	Way     string // channel and wait in words
}

type frontCell struct {
	Tile   *tile
	Arrow  *arrow
	Nobody bool
	crossing
}

// crossing is what stands where a step meets a lane.
type crossing struct {
	Notes []note
	More  string
	Ref   int
}

type note struct {
	Tile *tile
	Text string
	Ref  int
}

// track shows which part of the journey a page holds.
type track struct {
	Dots           []float64
	From, Wide     float64
	Shown, Visible bool
}

type legend struct {
	Departments                            []tile
	Pains, Quotes, Moment, Again, Nobody   bool
	Chain, ChainSum, Lines, ChainText, Gap string
	Handoff, Broken, Refs, How             bool
}

// mapMaker draws pages of one map.
type mapMaker struct {
	view
	plan    *mapPlan
	columns int // of text in a step
	signs
}

// signs counts what is marked at a step.
type signs struct{ hurt, said map[string]int }

func (v view) signs() signs {
	s := signs{map[string]int{}, map[string]int{}}
	for _, p := range v.pains {
		if p.shown() {
			s.hurt[p.StepID]++
		}
	}
	quotes, _ := v.quotesShown()
	for _, q := range quotes {
		s.said[q.StepID]++
	}
	return s
}

// page tries the fittings until everything is on one sheet; the numbers of shortened texts are those of the last try.
func (m mapMaker) page(i, of, from, to int) mapPage {
	before := len(m.plan.shortened)
	var page mapPage
	for _, f := range fittings {
		m.plan.shortened = m.plan.shortened[:before]
		page = m.draw(i, of, from, to, f)
		if m.high(page) <= paperHigh {
			break
		}
	}
	return page
}

func (m mapMaker) draw(i, of, from, to int, f fitting) mapPage {
	p := mapPage{Class: fmt.Sprintf("m%d", i), First: i == 0, Title: m.mapTitle(i > 0), Persona: m.personaBox(), Track: m.track(from, to)}
	p.Range = m.T("map.range", from+1, to, len(m.steps))
	if to-from == 1 {
		p.Range = m.T("map.one", to, len(m.steps))
	}
	if i < of-1 {
		p.Next = m.T("map.next")
	}
	p.Phases, p.Scores, p.NoScores = m.phaseHeads(from, to), m.scores(from, to), m.T("curve.none")
	if len(m.in.Curve) > 0 {
		p.NoScores = m.T("curve.guests")
	}
	for _, s := range m.steps[from:to] {
		p.Heads = append(p.Heads, m.head(s, f))
		p.Customers = append(p.Customers, m.customer(s, f))
		p.Fronts = append(p.Fronts, m.front(s, f))
		p.Backs = append(p.Backs, m.crossing(s, "back", "", f))
		p.Supports = append(p.Supports, m.crossing(s, "support", "", f))
		if m.lanes["evidence"] {
			p.Evidence = append(p.Evidence, m.crossing(s, "evidence", "", f))
		}
	}
	if f.lines == 1 {
		p.tighten()
	}
	if i == of-1 {
		if p.Legend = m.legend(); f.lines == 1 {
			p.Legend.tighten()
		}
		high := m.departmentsHigh(p.Legend)
		p.Beside = paperWide-laneWide-m.plan.column*float64(to-from) >= legendRoom && high <= besideMost
		p.Legend.How = high <= besideMost-42
	}
	return p
}

// tighten shortens what the annex has whole, so that the legend keeps its place on the sheet of the map (F4).
func (p *mapPage) tighten() {
	p.Title = clip(p.Title, 40)
	if b := p.Persona; b != nil {
		b.Role, b.Goal, b.Fears = clip(b.Role, 46), clip(b.Goal, 66), clip(b.Fears, 66)
	}
}

func (l *legend) tighten() {
	for i, t := range l.Departments {
		l.Departments[i].Name = clip(t.Name, 22)
	}
}

func (m mapMaker) mapTitle(more bool) string {
	title := m.T("map.nobody")
	if m.persona != nil && m.persona.Name != "" {
		title = m.T("map", m.persona.Name)
	}
	if more {
		title += m.T("map.more")
	}
	return title
}

func (m mapMaker) personaBox() *personaBox {
	p := m.persona
	if p == nil {
		return nil
	}
	box := personaBox{Name: p.Name, Role: p.Role, Goal: p.Goal, Fears: strings.Join(p.Fears, "; "), Fictional: p.IsFictional,
		Age: age(p.Age)}
	if data := boards.PictureOf(m.board, p.Image); data != nil {
		box.Picture = template.URL("data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(data)) // nothing of it was typed
	}
	if box.Goal == "" {
		box.Goal = m.journey.Goal
	}
	for _, r := range p.Name {
		box.Initial = strings.ToUpper(string(r))
		break
	}
	return &box
}

func age(v any) string {
	switch v := v.(type) {
	case int:
		return fmt.Sprint(v)
	case float64:
		return fmt.Sprint(int(v))
	case string:
		return v
	}
	return ""
}

// trackDot is how wide a dot is with its edge, in tenths of a millimetre.
const trackDot = 11

// track is a thin line with a dot per step and a pale field behind the ones on this page; units: tenths of a millimetre.
func (m mapMaker) track(from, to int) track {
	n := len(m.steps)
	t := track{Visible: n > to-from}
	pitch := 500.0 / float64(max(1, n))
	for i := range n {
		if pitch < 2*trackDot { // they would run into each other: the line and the field say it
			break
		}
		t.Dots = append(t.Dots, pitch*(float64(i)+0.5))
	}
	t.From, t.Wide = pitch*float64(from), pitch*float64(to-from)
	return t
}

func (m mapMaker) phaseHeads(from, to int) []phaseHead {
	var heads []phaseHead
	for i := from; i < to; i++ {
		if i > from && m.steps[i].PhaseID == m.steps[i-1].PhaseID {
			heads[len(heads)-1].Span++
			continue
		}
		at := slices.IndexFunc(m.phases, func(p phase) bool { return p.ID == m.steps[i].PhaseID })
		heads = append(heads, phaseHead{m.phases[at].Title, 1, i > 0 && m.steps[i].PhaseID == m.steps[i-1].PhaseID})
	}
	return heads
}

func (m mapMaker) head(s step, f fitting) stepHead {
	h := stepHead{N: s.N, Moment: s.MomentOfTruth, Again: s.RepeatsStory, Nobody: slices.Contains(m.in.NobodyInSight, s.ID)}
	h.Title, h.Ref = m.plan.shorten(s.Title, m.columns*9/10, max(2, f.lines), m.whole(s.N), m.T("lane.step"))
	h.Pains, h.Quotes = m.hurt[s.ID], m.said[s.ID]
	return h
}

func (m mapMaker) customer(s step, f fitting) customerCell {
	c := customerCell{Channel: s.Channel}
	c.Text, c.Ref = m.plan.shorten(s.CustomerAction, m.columns, f.lines, m.whole(s.N), m.T("lane.customer", m.who()))
	parts := []string{}
	if s.Channel != "" {
		parts = append(parts, m.Label("step", "channel", s.Channel))
	}
	if s.WaitMinutes != nil && *s.WaitMinutes > 0 {
		parts = append(parts, m.duration(*s.WaitMinutes))
	}
	c.Way = strings.Join(parts, ", ")
	return c
}

func (m mapMaker) front(s step, f fitting) frontCell {
	cell := frontCell{Nobody: slices.Contains(m.in.NobodyInSight, s.ID), Arrow: m.arrow(s.N - 1)}
	if d, ok := m.byID[s.FrontDepartmentID]; ok {
		t := tileOf(d)
		cell.Tile = &t
	}
	cell.crossing = m.crossing(s, "front", s.FrontDepartmentID, f)
	return cell
}

// crossing reads the cells of a lane at a step; a cell of the department that stands above them carries no tile of its own.
func (m mapMaker) crossing(s step, lane, above string, f fitting) crossing {
	var c crossing
	var rest []string
	for _, cell := range m.cells[s.ID] {
		if cell.Lane != lane {
			continue
		}
		if len(c.Notes) == f.cells {
			rest = append(rest, strings.TrimSpace(m.byID[cell.DepartmentID].Code+" "+cell.Text))
			continue
		}
		c.Notes = append(c.Notes, m.note(s, cell, above, f))
	}
	if len(rest) > 0 {
		c.More = m.Count("cells.more", len(rest))
		c.Ref = m.plan.refer(m.whole(s.N), m.lane(lane), rest...)
	}
	return c
}

func (m mapMaker) lane(name string) string { return m.Name("cell", "lane", name) }

func (m mapMaker) note(s step, cell boards.Cell, above string, f fitting) note {
	var n note
	wide := m.columns
	if d, ok := m.byID[cell.DepartmentID]; ok && cell.DepartmentID != above {
		t := tileOf(d)
		n.Tile = &t
		wide -= int(tileRoom / m.plan.unit())
	}
	n.Text, n.Ref = m.plan.shorten(cell.Text, max(6, wide), f.lines, m.whole(s.N), m.lane(cell.Lane))
	return n
}

func (m mapMaker) legend() *legend {
	l := legend{Refs: len(m.plan.shortened) > 0, Lines: m.T("how.lines", m.who())}
	for _, d := range m.departments {
		l.Departments = append(l.Departments, tileOf(d))
	}
	for i, s := range m.steps {
		h := m.head(s, fittings[0])
		l.Pains, l.Quotes, l.Moment = l.Pains || h.Pains > 0, l.Quotes || h.Quotes > 0, l.Moment || h.Moment
		l.Again, l.Nobody = l.Again || h.Again, l.Nobody || h.Nobody
		if a := m.arrow(i); a != nil {
			l.Handoff, l.Broken = l.Handoff || !a.Chain, l.Broken || a.Broken
		}
	}
	if c := m.in.Chain; c != nil && c.Length >= 2 {
		l.Chain = m.T("mark.chain")
		l.ChainSum = m.T("mark.chain.sum", m.who(), m.Count("n.times", c.Length))
		l.ChainText = m.T("how.chain", m.who())
	}
	if at := m.stepNumbers(m.in.NobodyInSight); len(at) > 0 {
		l.Gap = m.Count("how.nobody", len(at), m.who(), m.List(at))
	}
	return &l
}

func (v view) stepNumbers(ids []string) []string {
	var out []string
	for _, id := range ids {
		if n := v.stepWord(id); n != "" {
			out = append(out, n)
		}
	}
	return out
}
