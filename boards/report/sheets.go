package report

import (
	"slices"
	"strconv"
	"strings"

	"muntsaus/boards"
)

// The lists of a board, column by column. What stands here is in the workbook and in the CSV files alike.

func (v view) sheets() []sheet {
	list := []sheet{v.painTable(), v.fixTable(), v.stepTable()}
	for _, asked := range []sheet{v.ratingTable(), v.pollTable()} {
		if len(asked.rows) > 0 {
			list = append(list, asked)
		}
	}
	return append(list, v.peopleTable(), v.workshopTable())
}

func (v view) painTable() sheet {
	var pains []pain
	for _, p := range v.pains {
		if p.MergedInto == "" {
			pains = append(pains, p)
		}
	}
	columns := []of[pain]{
		{v.T("col.rank"), 6, asNumber, func(p pain) any { return someInt(v.rank(p.ID)) }},
		{v.T("col.pain"), 60, asText, func(p pain) any { return p.Text }},
		{v.T("col.step"), 8, asNumber, func(p pain) any { return someInt(v.number[p.StepID]) }},
		{v.T("sheet.title"), 30, asText, func(p pain) any { return v.stepTitle(p.StepID) }},
		{v.T("sheet.fair"), 10, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Fair }) }},
		{v.T("sheet.raw"), 8, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Raw }) }},
		{v.T("sheet.departments"), 12, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Departments }) }},
	}
	columns = append(columns, askedFor(v, "pain", func(p pain) *boards.Record { return p.Record })...)
	return tableOf(v, "sheet.pains", pains, append(columns, []of[pain]{
		{v.T("sheet.minutes"), 10, asNumber, func(p pain) any { return wholeOf(p.MinutesLost) }},
		{v.T("sheet.cases"), 10, asNumber, func(p pain) any { return wholeOf(p.CasesPerWeek) }},
		{v.T("sheet.blocker"), 30, asText, func(p pain) any { return p.Blocker }},
	}...))
}

// counted gives a number of the vote for a pain that was in it.
func (v view) counted(p pain, number func() any) any {
	if _, ok := v.votes[p.ID]; !ok {
		return nil
	}
	return number()
}

func (v view) stepTitle(id string) string {
	if n := v.number[id]; n > 0 {
		return v.steps[n-1].Title
	}
	return ""
}

func (v view) fixTable() sheet {
	columns := []of[fix]{
		{v.T("sheet.fix"), 50, asText, func(f fix) any { return f.Text }},
		{v.Head("fix", "kind"), 16, asText, func(f fix) any { return v.labelled("fix", "kind", f.Kind) }},
		{v.Head("fix", "status"), 16, asText, func(f fix) any { return v.labelled("fix", "status", f.Status) }},
		{v.T("col.owner"), 22, asText, func(f fix) any { return v.owner(f) }},
		{v.T("sheet.buddy"), 22, asText, func(f fix) any { return f.Buddy }},
		{v.T("col.when"), 14, asDay, func(f fix) any { return dayOf(f.DueDate) }},
		{v.T("sheet.doneon"), 14, asDay, func(f fix) any { return v.dayAt(f.DoneAt) }},
		{v.T("sheet.first"), 36, asText, func(f fix) any { return f.FirstStep }},
		{v.T("sheet.done"), 36, asText, func(f fix) any { return f.DoneCriterion }},
		{v.T("sheet.needs"), 28, asText, func(f fix) any { return f.NeedsFrom }},
		{v.T("sheet.linked"), 40, asText, func(f fix) any { return lined(v.painTexts(f)) }},
		{v.T("departments"), 30, asText, func(f fix) any { return strings.Join(v.departmentNames(f.DepartmentIDs), ", ") }},
	}
	columns = append(columns, v.timeColumns()...)
	for i := range v.mostChecks() {
		columns = append(columns, of[fix]{v.T("sheet.check"), 14, asDay, func(f fix) any {
			if i < len(f.CheckDates) {
				return dayOf(f.CheckDates[i])
			}
			return nil
		}})
	}
	t := tableOf(v, "sheet.fixes", v.fixes, columns)
	for i := range v.mostChecks() { // "look back 1", "look back 2" …
		t.columns[len(t.columns)-v.mostChecks()+i].head += " " + strconv.Itoa(i+1)
	}
	return t
}

// timeColumns are what the group estimates that a fix saves.
func (v view) timeColumns() []of[fix] {
	return []of[fix]{
		{v.Head("fix", "minutes_after"), 10, asNumber, func(f fix) any { return wholeOf(f.MinutesAfter) }},
		{v.T("sheet.saved"), 12, asNumber, func(f fix) any {
			if saved := v.saved(f.ID); saved != nil {
				return *saved
			}
			return nil
		}},
	}
}

// mostChecks is how many days of looking back any fix has; each has a column of its own.
func (v view) mostChecks() int {
	most := 0
	for _, f := range v.fixes {
		most = max(most, len(f.CheckDates))
	}
	return most
}

// painTexts gives the texts of the pains of a fix; a merged one by the one that stands for it, once.
func (v view) painTexts(f fix) []string {
	var texts []string
	seen := map[string]bool{}
	for _, id := range f.PainIDs {
		if p, ok := v.pain(v.target(id)); ok && !seen[p.ID] {
			seen[p.ID] = true
			texts = append(texts, p.Text)
		}
	}
	return texts
}

func (v view) stepTable() sheet {
	return tableOf(v, "sheet.steps", v.steps, []of[step]{
		{v.T("col.step"), 8, asNumber, func(s step) any { return s.N }},
		{v.T("lane.phase"), 20, asText, func(s step) any { return v.phaseTitle(s.PhaseID) }},
		{v.T("sheet.title"), 36, asText, func(s step) any { return s.Title }},
		{v.T("sheet.customer"), 46, asText, func(s step) any { return s.CustomerAction }},
		{v.Head("step", "channel"), 16, asText, func(s step) any { return v.labelled("step", "channel", s.Channel) }},
		{v.Name("cell", "lane", "front"), 22, asText, func(s step) any { return v.byID[s.FrontDepartmentID].Name }},
		{v.T("sheet.whose"), 24, asText, func(s step) any { return v.whose(s.ID) }},
		{v.T("sheet.minutes"), 12, asNumber, func(s step) any { return wholeOf(s.WaitMinutes) }},
		{v.Head("step", "exception_share"), 12, asNumber, func(s step) any { return wholeOf(s.ExceptionShare) }},
		{v.T("sheet.front"), 46, asText, func(s step) any { return v.inLane(s.ID, "front") }},
		{v.Name("cell", "lane", "back"), 46, asText, func(s step) any { return v.inLane(s.ID, "back") }},
		{v.Name("cell", "lane", "support"), 36, asText, func(s step) any { return v.inLane(s.ID, "support") }},
	})
}

// whose says of whom a step is, in the words of the report; nothing when nobody was asked.
func (v view) whose(id string) string {
	if v.in.Ownership == nil {
		return ""
	}
	for _, s := range v.in.Ownership.Steps {
		if s.Step == id && slices.Contains(ownerStates, s.State) {
			return strings.TrimSuffix(v.Count("owners."+s.State, 1)+": "+v.claimants(s), ": ")
		}
	}
	return ""
}

func (v view) phaseTitle(id string) string {
	if r := v.board.Get(id); r != nil {
		return r.Str("title")
	}
	return ""
}

func (v view) inLane(step, lane string) string {
	var texts []string
	for _, cell := range v.cells[step] {
		if cell.Lane != lane {
			continue
		}
		text := cell.Text
		if d, ok := v.byID[cell.DepartmentID]; ok {
			text = d.Name + ": " + text
		}
		texts = append(texts, text)
	}
	return lined(texts)
}

// seated is somebody who was there, as the report names them.
type seated struct{ name, group string }

// peopleTable names who was there; guests are letters, as in the report.
func (v view) peopleTable() sheet {
	var people []seated
	for _, g := range v.groups() {
		for _, name := range g.People {
			people = append(people, seated{name, g.Name})
		}
	}
	return tableOf(v, "sheet.people", people, []of[seated]{
		{v.T("sheet.name"), 30, asText, func(p seated) any { return p.name }},
		{v.T("sheet.group"), 30, asText, func(p seated) any { return p.group }},
	})
}

// fact is one thing that is known of the workshop.
type fact struct{ name, said string }

// workshopTable says of whom, when and where the workshop was, for whoever gets the file without anything else.
func (v view) workshopTable() sheet {
	w := v.workshop
	facts := []fact{
		{"sheet.title", v.title()}, {"sheet.firm", w.Organisation}, {"sheet.place", w.Place}, {"sheet.when", v.when()},
		{"sheet.purpose", w.Purpose}, {"sheet.leads", strings.Join(boards.Leads(v.board, v.Language), ", ")},
	}
	for _, d := range v.departments {
		facts = append(facts, fact{"sheet.group", d.Name + " (" + d.Code + ")"})
	}
	facts = slices.DeleteFunc(facts, func(f fact) bool { return f.said == "" })
	return tableOf(v, "sheet.workshop", facts, []of[fact]{
		{v.T("sheet.what"), 24, asText, func(f fact) any { return v.T(f.name) }},
		{v.T("sheet.said"), 60, asText, func(f fact) any { return f.said }},
	})
}

// labelled gives the words of a value; of none, none.
func (v view) labelled(kind, field, value string) string {
	if value == "" {
		return ""
	}
	return v.Label(kind, field, value)
}

// someInt gives a number that says something; nothing for 0.
func someInt(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
