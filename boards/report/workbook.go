package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// Workbook writes the lists of a board as a spreadsheet: pains, fixes, steps and people. Every text is stored as text, so nothing
// that somebody typed becomes a formula; numbers are numbers. No key, no sealed answer, no author of a pain.
func Workbook(to io.Writer, b *boards.Board, language string) error {
	if b.Count("board") == 0 {
		return ErrEmpty
	}
	v := look(b, insight.Of(b), Options{Language: language})
	file := excelize.NewFile()
	defer file.Close()
	for i, s := range []sheetOf{v.painSheet(), v.fixSheet(), v.stepSheet(), v.peopleSheet()} {
		if err := write(file, i, s); err != nil {
			return fmt.Errorf("report: workbook: %w", err)
		}
	}
	file.SetActiveSheet(0)
	_, err := file.WriteTo(to)
	return err
}

// sheetOf is one list: a head and rows of string, int, float64 or nil.
type sheetOf struct {
	name  string
	head  []string
	wide  []float64
	cells [][]any
}

func write(file *excelize.File, at int, s sheetOf) error {
	if at == 0 {
		if err := file.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := file.NewSheet(s.name); err != nil {
		return err
	}
	for column, title := range s.head {
		if err := put(file, s.name, column, 1, title); err != nil {
			return err
		}
	}
	for row, cells := range s.cells {
		for column, v := range cells {
			if err := put(file, s.name, column, row+2, v); err != nil {
				return err
			}
		}
	}
	return dress(file, s)
}

// put stores one cell. SetCellStr never makes a formula, whatever the text begins with.
func put(file *excelize.File, sheet string, column, row int, v any) error {
	cell, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
		// In this format _x0009_ is a tab. Who types just that means just that.
		return file.SetCellStr(sheet, cell, strings.ReplaceAll(v, "_x", "_x005F_x"))
	case int:
		return file.SetCellInt(sheet, cell, int64(v))
	case float64:
		return file.SetCellFloat(sheet, cell, boards.Rounded(v, 1), -1, 64)
	}
	return nil
}

// dress makes the head bold and still, wraps long texts and gives columns their width.
func dress(file *excelize.File, s sheetOf) error {
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	wrap, err := file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	last, _ := excelize.CoordinatesToCellName(len(s.head), 1)
	for i, wide := range s.wide {
		column, _ := excelize.ColumnNumberToName(i + 1)
		if err := file.SetColWidth(s.name, column, column, wide); err != nil {
			return err
		}
		if err := file.SetColStyle(s.name, column, wrap); err != nil {
			return err
		}
	}
	if err := file.SetCellStyle(s.name, "A1", last, bold); err != nil {
		return err
	}
	return file.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func (v view) painSheet() sheetOf {
	s := sheetOf{name: v.T("sheet.pains"), wide: []float64{6, 60, 8, 10, 8, 12, 8, 14, 22, 28, 20, 10, 10, 30},
		head: v.heads("col.rank", "col.pain", "col.step", "sheet.fair", "sheet.raw", "sheet.departments", "col.severity", "sheet.often", "col.how", "col.cause",
			"sheet.control", "sheet.minutes", "sheet.cases", "sheet.blocker")}
	for _, p := range v.pains {
		if p.MergedInto != "" {
			continue
		}
		row := []any{nil, p.Text, v.number[p.StepID], nil, nil, nil, whole(p.Severity), v.labelled("frequency", p.Frequency), v.labelled("evidence_level", p.EvidenceLevel),
			v.causes(p), v.labelled("control", p.Control), whole(p.MinutesLost), whole(p.CasesPerWeek), p.Blocker}
		if vote, ok := v.votes[p.ID]; ok {
			row[3], row[4], row[5] = vote.Fair, vote.Raw, vote.Departments
			if vote.Fair > 0 {
				row[0] = vote.Rank
			}
		}
		s.cells = append(s.cells, row)
	}
	return s
}

func (v view) fixSheet() sheetOf {
	s := sheetOf{name: v.T("sheet.fixes"), wide: []float64{50, 16, 22, 22, 14, 36, 36, 40, 40, 28},
		head: v.heads("col.what", "col.status", "col.owner", "sheet.buddy", "col.when", "sheet.first", "sheet.done", "sheet.linked", "departments", "checks")}
	for _, f := range v.fixes {
		var pains, departments []string
		for _, id := range f.PainIDs {
			if p, ok := v.pain(v.target(id)); ok {
				pains = append(pains, p.Text)
			}
		}
		for _, id := range f.DepartmentIDs {
			departments = append(departments, v.byID[id].Name)
		}
		s.cells = append(s.cells, []any{f.Text, v.labelled("status", f.Status), v.owner(f), f.Buddy, f.DueDate, f.FirstStep, f.DoneCriterion,
			strings.Join(pains, "\n"), strings.Join(departments, ", "), strings.Join(f.CheckDates, ", ")})
	}
	return s
}

func (v view) stepSheet() sheetOf {
	s := sheetOf{name: v.T("sheet.steps"), wide: []float64{8, 20, 36, 46, 16, 22, 12, 46, 46, 36},
		head: v.heads("col.step", "lane.phase", "sheet.title", "sheet.customer", "sheet.channel", "lane.front", "sheet.minutes", "sheet.front", "lane.back", "lane.support")}
	for _, st := range v.steps {
		phase := ""
		if r := v.board.Get(st.PhaseID); r != nil {
			phase = r.Str("title")
		}
		s.cells = append(s.cells, []any{st.N, phase, st.Title, st.CustomerAction, v.labelled("channel", st.Channel), v.byID[st.FrontDepartmentID].Name, whole(st.WaitMinutes),
			v.inLane(st.ID, "front"), v.inLane(st.ID, "back"), v.inLane(st.ID, "support")})
	}
	return s
}

func (v view) inLane(step, lane string) string {
	var lines []string
	for _, r := range v.board.Hanging(step, "cell") {
		if r.Str("lane") != lane {
			continue
		}
		text := r.Str("text")
		if d, ok := v.byID[r.Str("department_id")]; ok {
			text = d.Name + ": " + text
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}

// peopleSheet names who was there; guests are letters, as in the report.
func (v view) peopleSheet() sheetOf {
	s := sheetOf{name: v.T("sheet.people"), wide: []float64{30, 30}, head: v.heads("sheet.name", "sheet.group")}
	for _, g := range v.groups() {
		for _, name := range g.People {
			s.cells = append(s.cells, []any{name, g.Name})
		}
	}
	return s
}

func (v view) heads(keys ...string) []string {
	var out []string
	for _, key := range keys {
		out = append(out, strings.ReplaceAll(v.T(key), "\u00ad", ""))
	}
	return out
}

func (v view) labelled(group, value string) string {
	if value == "" {
		return ""
	}
	return v.Label(group, value)
}

func whole(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}
