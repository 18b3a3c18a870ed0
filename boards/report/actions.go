package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// actions is page 4: who does what when. Done first, then by date; what is missing stands there in words.
type actions struct {
	Part     string
	Follow   bool // stands under the section before it
	Sentence string
	Weighted string
	Bar      *coverageBar
	Rows     []action
	Empty    string
	Omitted  string
	Buddies  bool // somebody has one
	Matrix   *field
	Sure     []keyed
	Checks   []checkDate
	NoChecks string
	Lessons  []lessonRow
}

type action struct {
	Text, Tag    string
	Quick        bool
	Done, Off    bool
	Lines        []string // first step, done when …
	Owner, Buddy string
	Home         *tile
	Department   string
	When, Status string
	Linked       []string
}

// coverageBar has one segment per top pain, in the order of the ranking.
type coverageBar struct {
	Segments []segment
	Alt      string
}

type segment struct {
	X, Wide float64
	Done    bool
}

// X1 and W1 leave room for the outline of a segment.
func (s segment) X1() float64 { return s.X + 2 }
func (s segment) W1() float64 { return s.Wide - 4 }

// Tick is the check in the middle of a covered segment.
func (s segment) Tick() string { return fmt.Sprintf("M%.0f 33l12 13l24 -26", s.X+s.Wide/2-18) }

// Hatch are the slanted lines over the whole bar; only what is missing shows them.
func (b coverageBar) Hatch() string {
	var d strings.Builder
	for x := -60; x < 1740; x += 34 {
		fmt.Fprintf(&d, "M%d 64l64 -64", x)
	}
	return d.String()
}

type checkDate struct{ Date, Weeks string }

func whoDoesWhat(v view) actions {
	a := actions{Part: v.part("actions")}
	a.coverage(v)
	shown := slices.DeleteFunc(slices.Clone(v.fixes), func(f fix) bool { return !f.shown() })
	slices.SortStableFunc(shown, byTurn)
	for _, f := range shown {
		row := v.action(f)
		a.Rows, a.Buddies = append(a.Rows, row), a.Buddies || row.Buddy != ""
	}
	if len(shown) == 0 {
		a.Empty = v.T("actions.none")
		a.Follow = len(v.ranked) == 0
	}
	a.Follow = a.Follow || len(v.owners()) > 0 // that table may go on to a sheet, which then has this beneath it
	a.Matrix, a.Sure, a.Lessons = matrixOf(v), sure(v), v.lessons()
	a.Omitted = v.Count("actions.omit", len(v.fixes)-len(shown))
	if a.Checks = v.checks(); len(v.fixes) > 0 {
		a.NoChecks = v.T("checks.unset")
	} else {
		a.NoChecks = v.T("checks.none")
	}
	return a
}

// byTurn orders fixes: done, still to do, put away; the earliest day first.
func byTurn(x, y fix) int {
	return cmp.Or(cmp.Compare(x.turn(), y.turn()), cmp.Compare(x.day(), y.day()))
}

// turn orders fixes: done, still to do, put away.
func (f fix) turn() int {
	switch {
	case f.SolvedInSession, f.Status == "done", f.Status == "verified":
		return 0
	case f.Status == "parked", f.Status == "dropped":
		return 2
	}
	return 1
}

// day sorts by date; what has none comes after what has one.
func (f fix) day() string {
	if f.DueDate == "" {
		return "9999"
	}
	return f.DueDate
}

func (a *actions) coverage(v view) {
	c := v.in.Coverage
	if c == nil {
		a.Sentence = v.T("coverage.none")
		return
	}
	for _, line := range v.sentences() {
		if line.Code == "coverage" {
			a.Sentence = line.Text
		}
	}
	if c.Of > 1 {
		a.Weighted = v.T("coverage.w", v.percent(c.Weighted))
	}
	bar := coverageBar{Alt: v.T("coverage.alt", c.Covered, c.Of)}
	wide := (1740 - 16*float64(c.Of-1)) / float64(c.Of)
	for i, id := range c.Top {
		bar.Segments = append(bar.Segments, segment{float64(i) * (wide + 16), wide, slices.Contains(c.Done, id)})
	}
	a.Bar = &bar
}

func (v view) action(f fix) action {
	a := action{Text: f.Text, Done: f.turn() == 0, Off: f.turn() == 2, Owner: v.owner(f), Status: v.Label("fix", "status", f.Status)}
	if a.Done {
		a.Tag = v.doneWhen(f)
	}
	a.Quick = !a.Done && v.quick(f)
	a.Lines = v.actionLines(f)
	if d, ok := v.home(f); ok {
		t := tileOf(d)
		a.Home, a.Department = &t, d.Name
	}
	if f.Buddy != "" {
		a.Buddy = v.T("fix.buddy", f.Buddy)
	}
	if f.DueDate != "" {
		a.When = v.shortDate(f.DueDate, v.workshop.Date)
	}
	a.Linked = v.linked(f)
	return a
}

// quick says whether a fix is a quick win: little effort, much gain, due within a fortnight of the workshop (method.md 2.13).
func (v view) quick(f fix) bool {
	day, err := time.Parse(time.DateOnly, v.workshop.Date)
	if err != nil || f.Effort == nil || f.Impact == nil || f.DueDate == "" {
		return false
	}
	return *f.Effort <= quickEffort && *f.Impact >= quickImpact && f.DueDate <= day.AddDate(0, 0, 14).Format(time.DateOnly)
}

// doneWhen says when a fix was ready: in the session itself, or on its day.
func (v view) doneWhen(f fix) string {
	at, err := time.Parse(time.RFC3339, f.DoneAt)
	day := at.In(v.zone()).Format(time.DateOnly)
	switch {
	case f.SolvedInSession && (err != nil || v.workshop.Date == "" || day <= v.workshop.Date):
		return v.T("fix.now")
	case err != nil:
		return v.Label("fix", "status", "done")
	}
	return v.T("fix.done.on", v.date(day))
}

func (v view) actionLines(f fix) []string {
	var lines []string
	parts := []struct{ key, text string }{
		{"fix.first", f.FirstStep}, {"fix.criterion", f.DoneCriterion}, {"fix.ifthen", f.IfThen}, {"fix.needs", f.NeedsFrom},
		{"fix.note", f.Note},
	}
	for _, part := range parts {
		if part.text != "" {
			lines = append(lines, v.T(part.key, part.text))
		}
	}
	if saved := v.saved(f.ID); saved != nil && f.turn() != 2 {
		lines = append(lines, v.T("fix.saves", v.unit("unit.hours", *saved)))
	}
	return lines
}

// saved gives the hours a week that a fix saves as the group estimates it; nil when that is nothing, or nobody did.
func (v view) saved(fix string) *float64 {
	for _, time := range v.in.FixTimes {
		if time.Fix == fix {
			return time.Saved
		}
	}
	return nil
}

// linked names the pains of a fix: by rank where there was a vote, else by the number of their step.
func (v view) linked(f fix) []string {
	var out []string
	for _, id := range f.PainIDs {
		p, ok := v.pain(v.target(id))
		if !ok {
			continue
		}
		text := clip(p.Text, 40)
		if n := v.rank(p.ID); n > 0 {
			text = v.T("fix.nr", n)
			if v.shared(n) {
				text += ", " + v.T("step.word", v.stepWord(p.StepID))
			}
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// shared says whether several pains stand at one rank, so that the number alone does not name one.
func (v view) shared(rank int) bool {
	n := 0
	for _, vote := range v.ranked {
		if vote.Rank == rank {
			n++
		}
	}
	return n > 1
}

// checkDays gives the days on which the group looks back, as the fixes hold them.
func (v view) checkDays() []string {
	var days []string
	for _, f := range v.fixes {
		for _, day := range f.CheckDates {
			if !slices.Contains(days, day) {
				days = append(days, day)
			}
		}
	}
	slices.Sort(days)
	return days[:min(6, len(days))]
}

func (v view) checks() []checkDate {
	var out []checkDate
	for _, day := range v.checkDays() {
		out = append(out, checkDate{v.date(day), v.weeksAfter(day)})
	}
	return out
}

func (v view) weeksAfter(day string) string {
	from, err1 := time.Parse(time.DateOnly, v.workshop.Date)
	to, err2 := time.Parse(time.DateOnly, day)
	days := int(to.Sub(from).Hours() / 24)
	if err1 != nil || err2 != nil || days <= 0 || days%7 != 0 {
		return v.T("checks.on")
	}
	return v.Count("checks.weeks", days/7)
}
