package report

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"muntsaus/boards"
)

// annex is everything in full, for who wants to look something up.
type annex struct {
	Groups     []group
	Chairs     []tile
	NoChairs   string
	Customer   *customerSheet
	Pains      []annexPain
	PainsOmit  string
	Ladders    []ladder
	Stories    []storyRow
	Podium     []string
	Shortened  []shortened
	Known      []knownColumn
	Interviews []interviewRow
	Quotes     []quote
	QuotesOmit string
	Handoffs   []handoffRow
	Notes      []annexNote
	Agenda     []agendaRow
	Sum        *agendaRow
	Formulas   []string
	Made       []string
	Checksum   string
	Checkout   string   // how people liked it
	Opened     []string // of the coffee machine
	Mirrored   []string // mirror moments that were shared
}

type group struct {
	Tile   *tile
	Name   string
	People []string
}

type customerSheet struct {
	Name, Role string
	Lines      []string
}

type annexPain struct {
	Text, Step, Facts string
}

type annexNote struct{ Text, Step string }

type handoffRow struct {
	From, To tile
	Step     string
	Facts    string
}

type agendaRow struct {
	Title, Planned, Actual string
}

func annexOf(v view) annex {
	a := annex{Groups: v.groups(), Customer: v.customerSheet(), Shortened: v.plan.shortened, Handoffs: v.handoffRows(), Notes: v.notes(),
		Formulas: v.formulas(), Made: v.made(), Checksum: checksum(v.board),
		Checkout: v.checkout(), Opened: v.opened(), Mirrored: v.mirrored()}
	if a.NoChairs = v.T("chairs.none"); len(v.onMap()) == 0 {
		a.NoChairs = v.T("chairs.map")
	}
	for _, id := range v.in.EmptyChairs {
		a.Chairs = append(a.Chairs, tileOf(v.byID[id]))
	}
	a.Pains, a.PainsOmit = v.allPains()
	a.Ladders, a.Stories, a.Podium = v.ladders(), v.stories(), v.podium()
	a.Known, a.Interviews = v.knownColumns(), v.interviews()
	quotes, omitted := v.quotesShown()
	for _, q := range quotes {
		a.Quotes = append(a.Quotes, v.quoteOf(q))
	}
	a.QuotesOmit = v.Count("quotes.omit", omitted)
	a.Agenda, a.Sum = v.agenda()
	return a
}

// checksum is the SHA-256 of the exported data: two reports with the same one tell the same board.
func checksum(b *boards.Board) string {
	sum := sha256.Sum256(boards.Export(b))
	return hex.EncodeToString(sum[:])
}

// groups gives who was there by department; then who led; guests are letters, never names (method.md 5.3).
func (v view) groups() []group {
	by := map[string][]string{}
	guests := 0
	for _, r := range v.board.All("person") {
		name, key := v.names[r.ID], r.Str("department_id")
		switch role := r.Str("role"); {
		case role == boards.RoleGuest:
			name, key = v.T("guest", string(rune('A'+guests%26))), "guests"
			guests++
		case role == boards.RoleFacilitator || role == boards.RoleCoFacilitator:
			if key = "hosts"; boards.Nameless(r.Str("name")) {
				continue
			}
		case !r.Bool("present"):
			name += " (" + v.T("people.absent") + ")"
		}
		by[key] = append(by[key], name)
	}
	return v.inGroups(by)
}

func (v view) inGroups(by map[string][]string) []group {
	var groups []group
	add := func(key, name string, t *tile) {
		if people := by[key]; len(people) > 0 {
			slices.Sort(people)
			groups = append(groups, group{t, name, people})
		}
	}
	for _, d := range v.departments {
		t := tileOf(d)
		add(d.ID, d.Name, &t)
	}
	add("", v.T("people.no.dept"), nil)
	add("guests", v.T("people.guests"), nil)
	add("hosts", v.T("people.hosts"), nil)
	return groups
}

func (v view) customerSheet() *customerSheet {
	p := v.persona
	if p == nil {
		return nil
	}
	sheet := customerSheet{Name: p.Name, Role: p.Role}
	for _, part := range []struct {
		key  string
		text string
	}{{"goal", p.Goal}, {"needs", strings.Join(p.Needs, "; ")}, {"fears", strings.Join(p.Fears, "; ")}, {"trigger", v.journey.Trigger},
		{"end", v.journey.EndMoment}, {"promise", v.journey.PromiseText}, {"source", p.Source}} {
		if part.text != "" {
			sheet.Lines = append(sheet.Lines, v.T(part.key)+": "+boards.Isolated(part.text))
		}
	}
	return &sheet
}

// painsInOrder gives the pains, best ranked first, then in the order of the journey.
func (v view) painsInOrder() []pain {
	list := slices.Clone(v.pains)
	slices.SortStableFunc(list, func(a, b pain) int {
		x, y := v.rank(a.ID), v.rank(b.ID)
		if (x > 0) != (y > 0) {
			return map[bool]int{true: -1, false: 1}[x > 0]
		}
		if x != y {
			return x - y
		}
		return v.number[a.StepID] - v.number[b.StepID]
	})
	return list
}

// allPains lists every pain.
func (v view) allPains() ([]annexPain, string) {
	var out []annexPain
	omitted := 0
	for _, p := range v.painsInOrder() {
		if !p.shown() && p.MergedInto == "" {
			omitted++
			continue
		}
		out = append(out, annexPain{Text: p.Text, Step: v.stepWord(p.StepID), Facts: v.painFacts(p)})
	}
	return out, v.Count("pain.omit", omitted)
}

func (v view) painFacts(p pain) string {
	if p.MergedInto != "" {
		into, _ := v.pain(v.target(p.ID))
		return v.T("pain.merged", into.Text)
	}
	var facts []string
	add := func(text string) {
		if text != "" {
			facts = append(facts, text)
		}
	}
	if vote := v.votes[p.ID]; vote.Raw > 0 {
		add(v.T("pain.fair", v.fair(vote.Fair), vote.Raw))
	}
	for _, f := range boards.KindNamed("pain").Asked() {
		add(boards.FieldInLine(v.Language, p.Record, f.Name))
	}
	if p.MinutesLost != nil && p.CasesPerWeek != nil {
		add(v.T("pain.minutes", v.duration(*p.MinutesLost), v.Count("n.cases", *p.CasesPerWeek)))
	}
	if p.Blocker != "" {
		add(v.T("pain.blocker", p.Blocker))
	}
	return strings.Join(facts, " · ")
}

func (v view) handoffRows() []handoffRow {
	var rows []handoffRow
	for _, r := range v.board.All("handoff") {
		h := boards.Read[boards.Handoff](r)
		from, ok1 := v.byID[h.FromDepartmentID]
		to, ok2 := v.byID[h.ToDepartmentID]
		if !ok1 || !ok2 || !h.Confirmed {
			continue
		}
		facts := v.Label("handoff", "kind", h.Kind)
		if h.InformationTravel != "" {
			facts += ", " + v.Label("handoff", "information_travels", h.InformationTravel)
		}
		rows = append(rows, handoffRow{tileOf(from), tileOf(to), v.stepWord(h.StepID), facts})
	}
	return rows
}

func (v view) notes() []annexNote {
	var out []annexNote
	for _, r := range v.board.Shown("note") {
		if text := strings.TrimSpace(r.Str("text")); utf8.RuneCountInString(text) > 0 {
			out = append(out, annexNote{text, v.stepWord(r.Str("step_id"))})
		}
	}
	return out
}

func (v view) agenda() (rows []agendaRow, sum *agendaRow) {
	planned, actual, known := 0, 0, false
	for _, r := range v.board.All("agenda_item") {
		item := boards.Read[boards.AgendaItem](r)
		row := agendaRow{Title: item.Title, Planned: v.Count("n.minutes", item.Minutes), Actual: v.T("agenda.notyet")}
		planned += item.Minutes
		switch {
		case item.State == "skipped", item.State == "running":
			row.Actual = v.Label("agenda_item", "state", item.State)
		case item.ActualMinutes != nil:
			row.Actual = v.Count("n.minutes", *item.ActualMinutes)
			actual, known = actual+*item.ActualMinutes, true
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	sum = &agendaRow{v.T("agenda.sum"), v.Count("n.minutes", planned), v.T("agenda.notyet")}
	if known {
		sum.Actual = v.Count("n.minutes", actual)
	}
	return rows, sum
}

// formulas gives the formulas behind the numbers that this report shows, and no others.
func (v view) formulas() []string {
	var out []string
	add := func(used bool, key string) {
		if used {
			out = append(out, v.T(key))
		}
	}
	add(v.in.Chain != nil, "formula.chain")
	add(len(v.steps) > 0, "formula.front")
	add(len(v.in.NobodyInSight) > 0, "formula.nobody")
	add(len(v.votes) > 0, "formula.fair")
	add(v.in.SharedPicture != nil, "formula.shared")
	add(v.in.Ownership != nil, "formula.owners")
	add(v.in.Coverage != nil, "formula.cover")
	add(v.in.Evidence != nil && v.knowledge() > 0, "formula.known")
	add(v.in.HoursPerWeek != nil, "formula.time")
	return out
}

func (v view) made() []string {
	lines := []string{v.T("made.said")}
	if !v.options.Now.IsZero() {
		now := v.options.Now.In(v.zone())
		lines = append(lines, v.T("made.at", v.day(now), v.clock(now)))
	}
	if v.options.Version != "" {
		lines = append(lines, v.T("made.version", v.options.Version))
	}
	return append(lines, v.T("made.seq", v.whole(int(v.board.Shared))))
}
