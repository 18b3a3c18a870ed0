package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"muntsaus/boards"
)

// FixesCSV writes the fixes as a CSV file for a spreadsheet, in words of the language.
func FixesCSV(b *boards.Board, language string) ([]byte, error) {
	v := open(b, language)
	return v.csv(v.fixTable())
}

// PainsCSV writes the pains as a CSV file for a spreadsheet, in words of the language.
func PainsCSV(b *boards.Board, language string) ([]byte, error) {
	v := open(b, language)
	return v.csv(v.painTable())
}

// csv writes a table as spreadsheets of the language expect it: marked as UTF-8, in Dutch with semicolons and decimal commas. Rows end in
// CR LF; a line inside a cell ends in LF.
func (v view) csv(t sheet) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff") // else Excel takes it for another encoding
	row := make([]string, len(t.columns))
	for i, c := range t.columns {
		row[i] = c.head
	}
	err := v.csvRow(&out, row)
	for _, cells := range t.rows {
		for i, cell := range cells {
			row[i] = v.csvCell(cell)
		}
		if err == nil {
			err = v.csvRow(&out, row)
		}
	}
	return out.Bytes(), err
}

// csvRow writes one row. The writer's own CR LF would also change the lines inside cells.
func (v view) csvRow(out *bytes.Buffer, row []string) error {
	var line bytes.Buffer
	w := csv.NewWriter(&line)
	if v.Dutch() {
		w.Comma = ';'
	}
	if err := w.Write(row); err != nil {
		return err
	}
	w.Flush()
	out.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
	out.WriteString("\r\n")
	return w.Error()
}

func (v view) csvCell(cell any) string {
	switch cell := cell.(type) {
	case string:
		return harmless(strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), "\r", "\n"))
	case int:
		return strconv.Itoa(cell)
	case float64:
		text := strconv.FormatFloat(boards.Rounded(cell, 1), 'f', -1, 64)
		if v.Dutch() {
			text = strings.Replace(text, ".", ",", 1)
		}
		return text
	case day:
		return cell.Format(time.DateOnly)
	}
	return ""
}

// harmless keeps a spreadsheet from taking what somebody typed for a formula, also behind spaces.
func harmless(text string) string {
	start := []rune(strings.TrimLeft(text, " \n\t\u00a0"))
	if len(start) > 0 && strings.ContainsRune("=+-@＝＋－＠", start[0]) || strings.HasPrefix(text, "\t") {
		return "'" + text
	}
	return text
}
