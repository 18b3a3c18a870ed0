package report

import (
	"bytes"
	"encoding/csv"
	"strings"

	"muntsaus/boards"
)

// The lists of tasks that other programs read: each with the names of columns that program asks for, in English whatever the language of
// the board, with commas and days as 2026-12-08.

// taskColumn is one column of such a list.
type taskColumn struct {
	head string
	cell func(v view, f fix) string
}

var jiraColumns = []taskColumn{
	{"Summary", func(_ view, f fix) string { return f.Text }},
	{"Issue Type", func(view, fix) string { return "Task" }},
	{"Description", view.taskText},
	{"Assignee", func(v view, f fix) string { return v.owner(f) }},
	{"Due Date", func(_ view, f fix) string { return f.DueDate }},
	{"Status", func(_ view, f fix) string { return stageOf(f, "To Do", "In Progress", "Done") }},
	{"Labels", func(v view, _ fix) string { return slug(v.title()) }},
}

var trelloColumns = []taskColumn{
	{"Card Name", func(_ view, f fix) string { return f.Text }},
	{"Card Description", view.taskText},
	{"List Name", func(v view, f fix) string { return v.labelled("fix", "status", f.Status) }},
	{"Due Date", func(_ view, f fix) string { return f.DueDate }},
	{"Members", func(v view, f fix) string { return v.owner(f) }},
	{"Labels", func(v view, f fix) string { return strings.Join(v.departmentNames(f.DepartmentIDs), ", ") }},
}

var plannerColumns = []taskColumn{
	{"Task Name", func(_ view, f fix) string { return f.Text }},
	{"Bucket Name", func(v view, f fix) string { return v.labelled("fix", "kind", f.Kind) }},
	{"Progress", func(_ view, f fix) string { return stageOf(f, "Not started", "In progress", "Completed") }},
	{"Priority", func(view, fix) string { return "Medium" }},
	{"Assigned To", func(v view, f fix) string { return v.owner(f) }},
	{"Due Date", func(_ view, f fix) string { return f.DueDate }},
	{"Description", view.taskText},
}

// TasksJira writes the fixes as Jira imports them.
func TasksJira(b *boards.Board, language string) ([]byte, error) {
	return tasks(b, language, jiraColumns)
}

// TasksTrello writes the fixes as cards for Trello.
func TasksTrello(b *boards.Board, language string) ([]byte, error) {
	return tasks(b, language, trelloColumns)
}

// TasksPlanner writes the fixes as a list of tasks for Planner.
func TasksPlanner(b *boards.Board, language string) ([]byte, error) {
	return tasks(b, language, plannerColumns)
}

func tasks(b *boards.Board, language string, columns []taskColumn) ([]byte, error) {
	v := open(b, language)
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.head
	}
	err := w.Write(row)
	for _, f := range v.fixes {
		if f.Status == "dropped" || strings.TrimSpace(f.Text) == "" {
			continue
		}
		for i, c := range columns {
			row[i] = harmless(c.cell(v, f))
		}
		if err == nil {
			err = w.Write(row)
		}
	}
	w.Flush()
	return out.Bytes(), err
}

// taskText is what whoever gets the task must know of it.
func (v view) taskText(f fix) string {
	var lines []string
	for _, part := range [][2]string{{"sheet.first", f.FirstStep}, {"sheet.done", f.DoneCriterion}, {"sheet.needs", f.NeedsFrom},
		{"sheet.linked", strings.Join(v.painTexts(f), "; ")}} {
		if part[1] != "" {
			lines = append(lines, v.T(part[0])+": "+part[1])
		}
	}
	return strings.Join(append(lines, v.title()), "\n")
}

// stageOf says how far a fix is, in the words of another program.
func stageOf(f fix, open, doing, done string) string {
	switch f.Status {
	case "doing":
		return doing
	case "done", "verified":
		return done
	}
	return open
}

// slug is a title as one word, for labels that may hold no blank.
func slug(title string) string { return strings.Join(strings.Fields(title), "-") }
