package report

import (
	"cmp"
	"slices"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// saw is page 3: what hurts, in the order of the vote, and how the customer is sent around. Votes are never split by department.
type saw struct {
	Part     string
	Follow   bool // stands under the section before it
	Shared   []string
	Talks    []talkRow
	Rated    bool // there is a shared picture
	Owners   []ownerRow
	Asked    asked
	Pains    []painRow
	Notes    []string
	Empty    string
	Dark     []darkRow
	DarkText string
	Ladders  []ladder
	Told     *told
	Chain    *chainDrawing
	ChainTo  string // the sentence
	Handoffs []string

	Ourselves *ourselves
	Needs     []needRow
}

type painRow struct {
	Rank, Raw, Departments, Severity      int
	Text, Step, Fair, How, Level, Because string
}

// asked says which of the questions about a pain anybody answered; the others have no column.
type asked struct{ Severity, How, Because bool }

type darkRow struct {
	Text, Step string
	Severity   int
}

// severe is from where a pain without a dot is told (method.md 3.4.10).
const severe = 4

// rankedMost is how many pains the table of page 3 holds.
const rankedMost = 10

func whatWeSaw(v view) saw {
	s := saw{Part: v.part("saw"), Follow: len(v.steps) == 0, Shared: v.sharedLines(), Rated: v.in.SharedPicture != nil, Owners: v.owners()}
	for _, vote := range v.ranked[:min(rankedMost, len(v.ranked))] {
		p, _ := v.pain(vote.Item)
		row := v.painRow(p)
		row.Rank, row.Raw, row.Fair, row.Departments = vote.Rank, vote.Raw, v.fair(vote.Fair), vote.Departments
		s.Pains = append(s.Pains, row)
		s.Asked.Severity = s.Asked.Severity || row.Severity > 0
		s.Asked.How = s.Asked.How || row.How != ""
		s.Asked.Because = s.Asked.Because || row.Because != ""
	}
	if len(s.Pains) == 0 {
		s.Empty = v.T("saw.novotes")
		if len(v.votes) > 0 {
			s.Empty = v.T("top.nodots")
		}
	} else {
		s.Notes = v.painNotes()
	}
	s.Dark, s.DarkText = v.dark()
	s.Ladders = slices.DeleteFunc(v.ladders(), func(l ladder) bool { return len(l.Roots) == 0 })
	s.Told = v.told()
	s.Chain, s.ChainTo = v.chain()
	s.Handoffs = v.handoffLines()
	s.Ourselves, s.Needs = ourselvesOf(v), v.needRows()
	s.Talks = v.talks()
	return s
}

func (v view) painRow(p pain) painRow {
	row := painRow{Text: p.Text, Step: v.stepWord(p.StepID), Level: p.EvidenceLevel}
	if p.Severity != nil {
		row.Severity = *p.Severity
	}
	if p.EvidenceLevel != "" {
		row.How = v.Label("pain", "evidence_level", p.EvidenceLevel)
	}
	row.Because = boards.FieldInLine(v.Language, p.Record, "cause_categories")
	return row
}

// painNotes are the lines under the table: how it was counted, on how many, and what the automatic sentences say of it.
func (v view) painNotes() []string {
	notes := []string{v.voteCount() + " " + v.T("saw.fair")}
	for _, line := range v.sentences() {
		if line.Code == "evidence" {
			notes = append(notes, line.Text)
		}
	}
	if rest := len(v.ranked) - rankedMost; rest > 0 {
		notes = append(notes, v.Count(v.annexed("saw.rest"), rest))
	}
	return notes
}

// voteCount says on how many dots and voters the ranking stands, and warns where one voter counts for a department.
func (v view) voteCount() string {
	dots := 0
	for _, vote := range v.votes {
		dots += vote.Raw
	}
	text := v.Count("n.dots", dots) + "."
	r := v.board.Get(v.ranked[0].Round)
	if r == nil {
		return text
	}
	round := boards.Read[boards.Round](r)
	if round.Voters != nil && *round.Voters > 0 {
		text = v.T("saw.n", v.Count("n.dots", dots), v.Count("n.voters", *round.Voters))
	}
	if round.OneVoterDepartments != nil && *round.OneVoterDepartments > 0 {
		text += " " + v.Count("saw.lonely", *round.OneVoterDepartments)
	}
	return text
}

// dark gives the severe pains that got no dot (method.md 3.4.10); nothing before there are dots.
func (v view) dark() ([]darkRow, string) {
	if len(v.ranked) == 0 {
		return nil, ""
	}
	var rows []darkRow
	for _, p := range v.pains {
		if p.shown() && slices.Contains(v.in.Overlooked, p.ID) {
			rows = append(rows, darkRow{p.Text, v.stepWord(p.StepID), *p.Severity})
		}
	}
	switch {
	case len(rows) == 0 && (len(v.in.Overlooked) > 0 || v.severest() < severe):
		return nil, ""
	case len(rows) == 0:
		return nil, v.T("saw.dark.none")
	}
	slices.SortStableFunc(rows, func(a, b darkRow) int { return cmp.Compare(b.Severity, a.Severity) })
	return rows, v.Count("saw.dark.text", len(rows))
}

func (v view) handoffLines() []string {
	if len(v.steps) == 0 {
		return []string{v.T("map.none")}
	}
	h := v.in.Handoffs
	var lines []string
	switch h.ContactDepartments {
	case 0:
	case 1:
		lines = append(lines, v.T("saw.handoffs.one", v.who(), v.Count("n.times", h.Crossings)))
	default:
		lines = append(lines, v.T("saw.handoffs.line", v.who(), v.Count("n.times", h.Front), v.Count("n.departments", h.ContactDepartments),
			v.Count("n.times", h.Crossings)))
	}
	if at := v.stepNumbers(v.in.NobodyInSight); len(at) > 0 {
		lines = append(lines, v.Count("saw.nobody", len(at), v.List(at)))
	}
	return lines
}

// sharedLines tell how alike departments see the journey: now, how sure, and against the round before (method.md 2.9, 3.4.7).
func (v view) sharedLines() []string {
	p := v.in.SharedPicture
	switch rated := slices.ContainsFunc(v.in.Curve, func(p insight.Point) bool { return p.Mean != nil }); {
	case p == nil && len(v.in.Curve) == 0:
		return []string{v.T("saw.shared.none")}
	case p == nil && !rated:
		return []string{v.T("saw.shared.guests")}
	case p == nil:
		return []string{v.T("saw.shared.one")}
	}
	lines := []string{p.Projected(v.Language)}
	if text := p.Range(v.Language); text != "" {
		lines = append(lines, text+".")
	}
	if b := p.Before; b != nil {
		lines = append(lines,
			v.T("saw.shared.before", v.percent(b.Value), v.percent(b.Now), v.Count("n.raters", b.Raters), v.Count("n.steps", b.Steps)))
	}
	for _, line := range v.sentences() {
		if line.Code == "gap" {
			lines = append(lines, line.Text)
		}
	}
	return lines
}
