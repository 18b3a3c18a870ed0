package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"muntsaus/boards"
)

// Workbook writes the lists of a board as a spreadsheet: pains, fixes, steps, what rounds told in sums, and people. Every text is stored as
// text, so nothing that somebody typed becomes a formula; numbers are numbers and days are days. No key, no sealed answer, no author of a
// pain.
func Workbook(to io.Writer, b *boards.Board, language string) error {
	if b.Count("board") == 0 {
		return ErrEmpty
	}
	v := open(b, language)
	file := excelize.NewFile()
	defer file.Close()
	for i, t := range v.sheets() {
		if err := write(file, i, t); err != nil {
			return fmt.Errorf("report: workbook: %w", err)
		}
	}
	file.SetActiveSheet(0)
	if err := v.describe(file); err != nil {
		return fmt.Errorf("report: workbook: %w", err)
	}
	_, err := file.WriteTo(to)
	return err
}

// describe says in the file whose it is and when it was made.
func (v view) describe(file *excelize.File) error {
	created := v.board.SharedAt
	for _, r := range v.board.All("board") {
		created = r.At
	}
	return file.SetDocProps(&excelize.DocProperties{Title: v.title(), Creator: v.author(), LastModifiedBy: "Muntsaus", Language: v.Language,
		Created: time.UnixMilli(created).UTC().Format(time.RFC3339), Modified: time.UnixMilli(v.board.SharedAt).UTC().Format(time.RFC3339)})
}

func write(file *excelize.File, at int, t sheet) error {
	if at == 0 {
		if err := file.SetSheetName("Sheet1", t.name); err != nil {
			return err
		}
	} else if _, err := file.NewSheet(t.name); err != nil {
		return err
	}
	if err := dress(file, t); err != nil {
		return err
	}
	for column, c := range t.columns {
		if err := put(file, t.name, column, 1, c.head); err != nil {
			return err
		}
	}
	for row, cells := range t.rows {
		for column, v := range cells {
			if err := put(file, t.name, column, row+2, v); err != nil {
				return err
			}
		}
	}
	return nil
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
	case day:
		return file.SetCellInt(sheet, cell, int64(v.Sub(firstDay).Hours()/24))
	}
	return nil
}

// firstDay is day 0 of a spreadsheet.
var firstDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// shortDay is the format number of a day as the reader's own settings write it.
const shortDay = 14

// dress makes the head bold and still, wraps long texts, and gives columns their width and their format.
func dress(file *excelize.File, t sheet) error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top})
	if err != nil {
		return err
	}
	wrap, err := file.NewStyle(&excelize.Style{Alignment: top})
	if err != nil {
		return err
	}
	days, err := file.NewStyle(&excelize.Style{Alignment: top, NumFmt: shortDay})
	if err != nil {
		return err
	}
	for i, c := range t.columns {
		style := wrap
		if c.kind == asDay {
			style = days
		}
		if err := dressColumn(file, t, i, style); err != nil {
			return err
		}
	}
	last, _ := excelize.CoordinatesToCellName(len(t.columns), 1)
	if err := file.SetCellStyle(t.name, "A1", last, bold); err != nil {
		return err
	}
	return file.SetPanes(t.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// dressColumn gives a column its width, and its cells their style: a reader may not look at the style of the column.
func dressColumn(file *excelize.File, t sheet, at, style int) error {
	name, err := excelize.ColumnNumberToName(at + 1)
	if err != nil {
		return err
	}
	if err := file.SetColWidth(t.name, name, name, t.columns[at].wide); err != nil {
		return err
	}
	if err := file.SetColStyle(t.name, name, style); err != nil || len(t.rows) == 0 {
		return err
	}
	return file.SetCellStyle(t.name, name+"2", fmt.Sprint(name, len(t.rows)+1), style)
}
