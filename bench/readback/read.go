package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/boardtest"
)

// again opens the saved board and saves it: what comes out must be what comes out of that once more.
func (v *verdict) again(s sample, dir string) {
	data, err := s.file()
	if err != nil {
		v.tell(s.name, "board.json", "", err)
		return
	}
	first, _, err := boardtest.Open(data)
	if err != nil {
		v.tell(s.name, "board.json", "", err)
		return
	}
	saved := boards.Export(first)
	second, left, err := boardtest.Open(saved)
	if err == nil && (len(left) > 0 || !bytes.Equal(boards.Export(second), saved)) {
		err = fmt.Errorf("%d left out, or other bytes", len(left))
	}
	v.tell(s.name, "board.json", fmt.Sprintf("in and out again: the same %d bytes", len(saved)), err)
}

// sheets has LibreOffice write every sheet of the workbook as CSV, and adds up what is in it.
func (v *verdict) sheets(board, dir string, w *wanted) {
	out := filepath.Join(dir, "sheets")
	office := exec.Command("soffice", "-env:UserInstallation=file://"+v.office, "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", out, filepath.Join(dir, "board.xlsx"))
	if said, err := office.CombinedOutput(); err != nil {
		v.tell(board, "LibreOffice", string(said), err)
		return
	}
	names, _ := filepath.Glob(filepath.Join(out, "*.csv"))
	tables := map[string][][]string{}
	for _, name := range names {
		rows, err := readCSV(name)
		if err != nil {
			v.tell(board, "LibreOffice", "", err)
			return
		}
		sheet := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "board-"), ".csv")
		tables[strings.ToLower(sheet)] = rows
	}
	found, err := w.inSheets(tables)
	v.tell(board, "LibreOffice", found, err)
}

func readCSV(name string) ([][]string, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return csv.NewReader(file).ReadAll()
}

// sheetNames are the sheets, and the columns in which numbers are added up.
var sheetNames = map[string]struct{ pains, fixes, steps, dots, minutes, cases string }{
	"nl": {"pijnpunten", "oplossingen", "stappen", "stippen", "minuten", "keren per week"},
	"en": {"pains", "fixes", "steps", "dots", "minutes", "cases a week"},
}

func (w *wanted) inSheets(tables map[string][][]string) (string, error) {
	names := sheetNames[w.Language]
	for sheet, n := range map[string]int{names.pains: len(w.Pains), names.fixes: len(w.Fixes), names.steps: len(w.Steps)} {
		if rows := tables[sheet]; len(rows) != n+1 {
			return "", fmt.Errorf("sheet %s has %d rows for %d, of %v", sheet, len(rows), n, keys(tables))
		}
	}
	pains := tables[names.pains]
	dots, hours := 0.0, 0.0
	for _, row := range pains[1:] {
		dots += numberIn(pains[0], row, names.dots)
		hours += numberIn(pains[0], row, names.minutes) * numberIn(pains[0], row, names.cases) / 60
	}
	if int(dots) != w.Dots {
		return "", fmt.Errorf("%v dots, the insights say %d; columns %v", dots, w.Dots, pains[0])
	}
	if w.Hours > 0 && math.Abs(hours-w.Hours) > 0.01 { // the insights leave out a pain that is not complete; then there may be none
		return "", fmt.Errorf("%v hours, the insights say %v; columns %v", hours, w.Hours, pains[0])
	}
	return fmt.Sprintf("%d sheets, %d pains, %d fixes, %d steps, %d dots, %.1f hours a week", len(tables), len(w.Pains), len(w.Fixes),
		len(w.Steps), w.Dots, w.Hours), nil
}

func keys(tables map[string][][]string) (names []string) {
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// numberIn gives the number in the column whose head is, or begins with, a text.
func numberIn(heads, row []string, head string) float64 {
	for i, h := range heads {
		if strings.HasPrefix(strings.ToLower(h), head) {
			n, _ := strconv.ParseFloat(row[i], 64)
			return n
		}
	}
	return 0
}

// paper has qpdf and MuPDF look at how the PDF is built.
func (v *verdict) paper(board, dir string) {
	pdf := filepath.Join(dir, "report.pdf")
	said, err := exec.Command("qpdf", "--check", pdf).CombinedOutput()
	v.tell(board, "qpdf", lastLine(said), withText(err, said))
	said, err = exec.Command("mutool", "info", pdf).CombinedOutput()
	if err == nil && bytes.Contains(bytes.ToLower(said), []byte("error")) {
		err = fmt.Errorf("%s", lastLine(said))
	}
	pages := ""
	for line := range strings.Lines(string(said)) {
		if strings.HasPrefix(line, "Pages:") {
			pages = strings.TrimSpace(line)
		}
	}
	v.tell(board, "MuPDF", pages, withText(err, said))
	fonts, err := exec.Command("pdffonts", pdf).Output()
	lines := strings.Split(strings.TrimSpace(string(fonts)), "\n")
	for _, line := range lines[min(2, len(lines)):] {
		if f := strings.Fields(line); len(f) > 5 && f[len(f)-5] != "yes" && !strings.Contains(line, "Type 3") {
			err = fmt.Errorf("not embedded: %s", line)
		}
	}
	v.tell(board, "fonts", fmt.Sprintf("%d, all in the file", max(0, len(lines)-2)), err)
}

// drawing has librsvg draw the map.
func (v *verdict) drawing(board, dir string) {
	to := filepath.Join(dir, "board.png")
	said, err := exec.Command("rsvg-convert", "--unlimited", "-z", "0.25", "-o", to, filepath.Join(dir, "board.svg")).CombinedOutput()
	size := int64(0)
	if info, no := os.Stat(to); no == nil {
		size = info.Size()
	}
	if err == nil && size < 1000 {
		err = fmt.Errorf("a picture of %d bytes", size)
	}
	v.tell(board, "librsvg", fmt.Sprintf("a picture of %d kB", size/1024), withText(err, said))
}

func lastLine(said []byte) string {
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	return lines[len(lines)-1]
}

func withText(err error, said []byte) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %s", err, lastLine(said))
}
