package report

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // a report tells the time of the workshop, also on a machine without zone files

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/boards/reading"
)

// view is the board read once, in the order in which it is told, with the words of the reader.
type view struct {
	words
	board    *boards.Board
	in       *insight.Insight
	options  Options
	workshop boards.Workshop
	journey  boards.Journey
	persona  *boards.Persona

	phases      []phase
	steps       []step
	number      map[string]int           // step id → place, from 1
	cells       map[string][]boards.Cell // by step
	lanes       map[string]bool          // in use
	departments []department
	byID        map[string]department
	names       map[string]string // of people, told apart
	pains       []pain
	merged      map[string]string // pain → the one it was merged into
	fixes       []fix
	votes       map[string]insight.Vote // revealed dots of pains
	ranked      []insight.Vote          // of pains with a dot, best first
	plan        mapPlan                 // the map cut into pages
	shape       boards.Report           // how whoever leads wants it
	left        map[string]int          // items that were left out, by kind
	sections    []string                // that are told, in their order
}

// What is told of a board is as it is read for everybody; pains and fixes can say more of themselves here.
type (
	phase      = reading.Phase
	step       = reading.Step
	department = reading.Department
	pain       reading.Pain
	fix        reading.Fix
)

// lead is what head and foot of every page say.
type lead struct{ Title, Date, Live string }

// open reads a board for whoever takes it along: without what was left out.
func open(b *boards.Board, language string) view {
	b, left := boards.Shaped(b)
	v := look(b, insight.Of(b), Options{Language: language})
	v.left = left
	return v
}

func look(b *boards.Board, in *insight.Insight, o Options) view {
	v := view{board: b, in: in, options: o, workshop: b.Workshop(), number: map[string]int{}, cells: map[string][]boards.Cell{},
		lanes: map[string]bool{}, byID: map[string]department{},
		votes: map[string]insight.Vote{}, shape: boards.ReportOf(b)}
	v.words = words{spoken(o.Language, v.shape.Language, v.workshop.Language)}
	v.names = boards.Names(b, v.Language)
	for _, r := range b.All("journey") {
		v.journey = boards.Read[boards.Journey](r)
	}
	if r := boards.PersonaOf(b); r != nil {
		p := boards.Read[boards.Persona](r)
		v.persona = &p
	}
	v.readMap()
	v.readWork()
	return v
}

// spoken gives the first language we have words for.
func spoken(wishes ...string) string {
	for _, l := range wishes {
		if l == "nl" || l == "en" {
			return l
		}
	}
	return "nl"
}

func (v *view) readMap() {
	m := reading.MapOf(v.board)
	v.phases, v.steps, v.departments = m.Phases, m.Steps, m.Departments
	for _, d := range v.departments {
		v.byID[d.ID] = d
	}
	for _, s := range v.steps {
		v.number[s.ID] = s.N
		for _, c := range v.board.Hanging(s.ID, "cell") {
			cell := boards.Read[boards.Cell](c)
			v.cells[s.ID] = append(v.cells[s.ID], cell)
			v.lanes[cell.Lane] = true
		}
	}
}

func (v *view) readWork() {
	work := reading.WorkOf(v.board)
	v.merged = work.Merged()
	for _, p := range work.Pains {
		v.pains = append(v.pains, pain(p))
	}
	for _, f := range work.Fixes {
		v.fixes = append(v.fixes, fix(f))
	}
	for _, vote := range v.in.Votes {
		if r := v.board.Get(vote.Item); r != nil && r.Kind == "pain" {
			v.votes[vote.Item] = vote
			if vote.Fair > 0 {
				v.ranked = append(v.ranked, vote)
			}
		}
	}
}

// title is the workshop's own title; an unnamed one carries the name of its journey.
func (v view) title() string {
	if t := strings.TrimSpace(v.workshop.Title); t != "" {
		return t
	}
	return v.journey.Title
}

// author is whose report this is, for the properties of files.
func (v view) author() string { return cmp.Or(strings.TrimSpace(v.workshop.Organisation), "Muntsaus") }

func (v view) lead() lead {
	return lead{Title: v.title(), Date: v.date(v.workshop.Date), Live: v.options.Base}
}

// neuter are Dutch words for customers that take "het": they end so, compounds too (raadslid). The same as in the pages' words/nl/nouns.ts.
var neuter = regexp.MustCompile(`(?i)(?:je|lid|kind|gezin|huishouden|bedrijf|slachtoffer|team|paar|koppel|kantoor)$`)

// who names the customer inside a sentence: the persona, else the workshop's own word for a customer.
func (v view) who() string {
	if v.persona != nil && v.persona.Name != "" {
		return v.persona.Name
	}
	if word := v.workshop.CustomerWord["singular"]; word != "" {
		if neuter.MatchString(word) {
			return v.T("customer.het", word)
		}
		return v.T("customer.the", word)
	}
	return v.T("customer")
}

// shown says whether a pain may be in the report: it can be voted on, or it is complete; merged ones are named with their target.
func (p pain) shown() bool { return p.Votable || (p.Complete && p.MergedInto == "") }

func (v view) pain(id string) (pain, bool) {
	i := slices.IndexFunc(v.pains, func(p pain) bool { return p.ID == id })
	if i < 0 {
		return pain{}, false
	}
	return v.pains[i], true
}

// rank gives the place of a pain in the vote; 0 without a dot.
func (v view) rank(id string) int {
	if vote := v.votes[id]; vote.Fair > 0 {
		return vote.Rank
	}
	return 0
}

// target follows a merged pain to the one that stands for it.
func (v view) target(id string) string { return reading.Target(v.merged, id) }

// fixesFor gives the fixes that are linked to a pain, the ones that count first, then those with an owner, then with a date.
func (v view) fixesFor(id string) []fix {
	var out []fix
	for _, f := range v.fixes {
		linked := slices.ContainsFunc(f.PainIDs, func(p string) bool { return v.target(p) == id })
		if linked && f.shown() && f.Status != "dropped" {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b fix) int { return b.weight() - a.weight() })
	return out
}

func (f fix) weight() int {
	n := 0
	if insight.Promised(f.Fix) {
		n += 8
	}
	if f.OwnerPerson != "" {
		n += 2
	}
	if f.DueDate != "" {
		n++
	}
	if f.Status == "parked" {
		n -= 4
	}
	return n
}

// owner names whose a fix is: somebody of this board as everybody tells them apart, or the name that was filled in.
func (v view) owner(f fix) string { return boards.OwnerName(v.board, f.Fix, v.names) }

// shown: an empty line is no fix yet.
func (f fix) shown() bool { return len([]rune(strings.TrimSpace(f.Text))) >= 8 }

// home gives the department that stands beside a fix: its owner's, else the first that takes part.
func (v view) home(f fix) (department, bool) {
	if r := v.board.Get(f.OwnerParticipantID); r != nil {
		if d, ok := v.byID[r.Str("department_id")]; ok {
			return d, true
		}
	}
	for _, id := range f.DepartmentIDs {
		if d, ok := v.byID[id]; ok {
			return d, true
		}
	}
	return department{}, false
}

func (v view) zone() *time.Location {
	if place, err := time.LoadLocation(v.workshop.TimeZone); err == nil && v.workshop.TimeZone != "" {
		return place
	}
	return time.UTC
}

// stepWord names a step by its number, "" when it is gone.
func (v view) stepWord(id string) string {
	if n := v.number[id]; n > 0 {
		return v.whole(n)
	}
	return ""
}
