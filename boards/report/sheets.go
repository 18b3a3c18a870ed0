package report

import (
	"strconv"
	"strings"
)

// The lists of a board, column by column. What stands here is in the workbook and in the CSV files alike.

func (v view) sheets() []sheet {
	return []sheet{v.painTable(), v.fixTable(), v.stepTable(), v.peopleTable()}
}

func (v view) painTable() sheet {
	var pains []pain
	for _, p := range v.pains {
		if p.MergedInto == "" {
			pains = append(pains, p)
		}
	}
	return tableOf(v, "sheet.pains", pains, []of[pain]{
		{"col.rank", 6, asNumber, func(p pain) any { return someInt(v.rank(p.ID)) }},
		{"col.pain", 60, asText, func(p pain) any { return p.Text }},
		{"col.step", 8, asNumber, func(p pain) any { return someInt(v.number[p.StepID]) }},
		{"sheet.title", 30, asText, func(p pain) any { return v.stepTitle(p.StepID) }},
		{"sheet.fair", 10, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Fair }) }},
		{"sheet.raw", 8, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Raw }) }},
		{"sheet.departments", 12, asNumber, func(p pain) any { return v.counted(p, func() any { return v.votes[p.ID].Departments }) }},
		{"col.severity", 8, asNumber, func(p pain) any { return wholeOf(p.Severity) }},
		{"sheet.often", 14, asText, func(p pain) any { return v.labelled("pain", "frequency", p.Frequency) }},
		{"col.how", 22, asText, func(p pain) any { return v.labelled("pain", "evidence_level", p.EvidenceLevel) }},
		{"col.cause", 28, asText, func(p pain) any { return v.causes(p) }},
		{"sheet.control", 20, asText, func(p pain) any { return v.labelled("pain", "control", p.Control) }},
		{"sheet.minutes", 10, asNumber, func(p pain) any { return wholeOf(p.MinutesLost) }},
		{"sheet.cases", 10, asNumber, func(p pain) any { return wholeOf(p.CasesPerWeek) }},
		{"sheet.blocker", 30, asText, func(p pain) any { return p.Blocker }},
	})
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
		{"sheet.fix", 50, asText, func(f fix) any { return f.Text }},
		{"sheet.kind", 16, asText, func(f fix) any { return v.labelled("fix", "kind", f.Kind) }},
		{"col.status", 16, asText, func(f fix) any { return v.labelled("fix", "status", f.Status) }},
		{"col.owner", 22, asText, func(f fix) any { return v.owner(f) }},
		{"sheet.buddy", 22, asText, func(f fix) any { return f.Buddy }},
		{"col.when", 14, asDay, func(f fix) any { return dayOf(f.DueDate) }},
		{"sheet.doneon", 14, asDay, func(f fix) any { return v.dayAt(f.DoneAt) }},
		{"sheet.first", 36, asText, func(f fix) any { return f.FirstStep }},
		{"sheet.done", 36, asText, func(f fix) any { return f.DoneCriterion }},
		{"sheet.needs", 28, asText, func(f fix) any { return f.NeedsFrom }},
		{"sheet.linked", 40, asText, func(f fix) any { return lined(v.painTexts(f)) }},
		{"departments", 30, asText, func(f fix) any { return strings.Join(v.departmentNames(f.DepartmentIDs), ", ") }},
	}
	for i := range v.mostChecks() {
		columns = append(columns, of[fix]{"sheet.check", 14, asDay, func(f fix) any {
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
		{"col.step", 8, asNumber, func(s step) any { return s.N }},
		{"lane.phase", 20, asText, func(s step) any { return v.phaseTitle(s.PhaseID) }},
		{"sheet.title", 36, asText, func(s step) any { return s.Title }},
		{"sheet.customer", 46, asText, func(s step) any { return s.CustomerAction }},
		{"sheet.channel", 16, asText, func(s step) any { return v.labelled("step", "channel", s.Channel) }},
		{"lane.front", 22, asText, func(s step) any { return v.byID[s.FrontDepartmentID].Name }},
		{"sheet.minutes", 12, asNumber, func(s step) any { return wholeOf(s.WaitMinutes) }},
		{"sheet.front", 46, asText, func(s step) any { return v.inLane(s.ID, "front") }},
		{"lane.back", 46, asText, func(s step) any { return v.inLane(s.ID, "back") }},
		{"lane.support", 36, asText, func(s step) any { return v.inLane(s.ID, "support") }},
	})
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
		{"sheet.name", 30, asText, func(p seated) any { return p.name }},
		{"sheet.group", 30, asText, func(p seated) any { return p.group }},
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
