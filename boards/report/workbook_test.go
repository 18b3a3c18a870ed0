package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"muntsaus/boards"
)

// workbook writes the lists of a board, in Dutch, and opens them.
func workbook(t *testing.T, b *boards.Board) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := Workbook(&out, b, "nl"); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

func TestWorkbookHoldsTheListsAndNoFormula(t *testing.T) {
	x := full(t, "nl")
	x.put("pain", boards.Fields{"text": `=HYPERLINK("https://evil.example";"klik")`, "step_id": x.step(1), "severity": 3})
	x.put("fix", boards.Fields{"text": "+31 bellen en @SUM(A1)", "owner_person": "=cmd|' /C calc'!A0"})
	file := workbook(t, x.b)
	if got := strings.Join(file.GetSheetList(), " "); got != "Pijnpunten Oplossingen Stappen Mensen Workshop" {
		t.Errorf("sheets %s", got)
	}
	seen := ""
	for _, sheet := range file.GetSheetList() {
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := file.GetCellFormula(sheet, cell); formula != "" {
					t.Errorf("%s %s is the formula %s", sheet, cell, formula)
				}
				seen += text + "\n"
			}
		}
	}
	for _, want := range []string{`=HYPERLINK("https://evil.example";"klik")`, "=cmd|' /C calc'!A0", "Niemand is eigenaar van de hele schade", "Joris Bakker", "Wachten op bericht", "klant A"} {
		if !strings.Contains(seen, want) {
			t.Errorf("does not hold %q", want)
		}
	}
	if strings.Contains(seen, "Geheime Gast") {
		t.Error("names a guest")
	}
}

// FuzzCell writes a text in a spreadsheet and reads it back: the same text, never a formula.
func FuzzCell(f *testing.F) {
	for _, text := range []string{"gewoon", "=1+1", "-2", "+31", "@SUM(A1)", "\t=1", "'=1", "a\nb", "_x0009_", "_x0009_x0009_", " spaties ", "<&>\"'", "😀", "1e400", "TRUE"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || len(text) > 2000 ||
			strings.ContainsFunc(
				text,
				func(r rune) bool { return r < ' ' && r != '\n' || r == utf8.RuneError || r == 0xFFFE || r == 0xFFFF },
			) {
			return // no such text gets on a board
		}
		file := excelize.NewFile()
		defer file.Close()
		if err := put(file, "Sheet1", 0, 1, text); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := file.WriteTo(&out); err != nil {
			t.Fatal(err)
		}
		back, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer back.Close()
		formula, _ := back.GetCellFormula("Sheet1", "A1")
		if got, err := back.GetCellValue("Sheet1", "A1"); err != nil || got != text || formula != "" {
			t.Fatalf("%q is %q, formula %q, %v", text, got, formula, err)
		}
	})
}

// What rounds told is in sheets of its own, as far as the reveal told it: one that too few answered has no row,
// and a department stands by itself where it is large enough.
func TestWorkbookHoldsWhatRoundsTold(t *testing.T) {
	x := newTable(t, "lease", "nl")
	var people []string
	for _, department := range []string{"KCO", "KCO", "SCH", "SCH", "SCH", "VVV"} {
		people = append(people, x.join("Iemand", department, "participant"))
	}
	x.rated(people[:3], [][]int{{2}, {0}, {-1}})
	x.poll("importance", people, func(i int) boards.Fields { return boards.Fields{"importance": i + 4} })
	x.poll("checkout", people[:4], func(int) boards.Fields { return boards.Fields{"fun": 5} })
	file := workbook(t, x.b)
	if got := strings.Join(file.GetSheetList(), " "); got != "Pijnpunten Oplossingen Stappen Beleving Peilingen Mensen Workshop" {
		t.Errorf("sheets %s", got)
	}
	rated, _ := file.GetRows("Beleving")
	if got := strings.Join(rated[1], "|"); !strings.HasPrefix(got, "1|") || !strings.Contains(got, "|0|3|") || !strings.Contains(got, "|1|-1") {
		t.Errorf("the first step: %q under %q", got, rated[0])
	}
	polls, _ := file.GetRows("Peilingen")
	var said []string
	for _, row := range polls[1:] {
		said = append(said, row[0]+": "+strings.Join(row[2:], "|"))
	}
	if got := strings.Join(said, ", "); got != "Hoe belangrijk echt?: Iedereen|6.5|6, Hoe belangrijk echt?: Schadeafdeling|7|3" {
		t.Errorf("polls: %s", got)
	}
}
