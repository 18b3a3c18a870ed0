package survey

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook makes a workbook of one sheet.
func workbook(t testing.TB, change func(f *excelize.File), rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, cells := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBook(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Read(data, Options{Zone: amsterdam})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWorkbookOfAForm(t *testing.T) {
	at := time.Date(2025, 11, 9, 9, 7, 40, 0, time.UTC)
	f := readBook(t, workbook(t, nil,
		[]any{"ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Welk cijfer geeft u de intake?", "Wat viel u op?"},
		[]any{1, at, at, "anonymous", nil, 7, "Het café-gevoel"},
		[]any{2, at.AddDate(0, 0, 20), at.AddDate(0, 0, 20), "anonymous", nil, 10, nil},
		[]any{3, at.AddDate(0, 0, 22), at.AddDate(0, 0, 22), "anonymous", nil, 0, "Niets – ik kwam er niet door"}))
	same(t, "format", f.preview.Format, "xlsx")
	same(t, "counted", f.preview.Counted, 3)
	same(t, "period", fmt.Sprint(*f.preview.Period), "{2 2025-11-09 2025-12-01}")
	taken := f.take(t, Mapping{Score: &ScoreOf{Column: 5}, Comments: []int{6}}, nps)
	same(t, "counts", fmt.Sprint(taken.Counts), "[1 0 0 0 0 0 0 1 0 0 1]")
	same(t, "row", taken.Quotes[0].Row, 2)
}

// A sheet of one's own: a title, a blank row, merged heads and cells, formulas, percents, a row that sums up.
func TestWorkbookOfOnesOwn(t *testing.T) {
	f := readBook(t, workbook(t, func(f *excelize.File) {
		percent, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
		_ = f.MergeCell("Sheet1", "A1", "D1")
		_ = f.MergeCell("Sheet1", "A4", "A5")
		_ = f.SetCellStyle("Sheet1", "D4", "D6", percent)
		_ = f.SetCellFormula("Sheet1", "B6", "B5+1")
		_ = f.SetCellValue("Sheet1", "B6", 9)
	},
		[]any{"Klantonderzoek 2026"},
		[]any{nil},
		[]any{"Stap", "Cijfer", "Opmerking", "Opgelost"},
		[]any{"Balie", 7.5, "Ging goed, dank jullie wel", 0.8},
		[]any{nil, 8, "Lang wachten aan de balie", 1},
		[]any{"Website", 9, nil, 0.5},
		[]any{"Gemiddelde", 8.2, nil, 0.77}))
	same(t, "heads", f.preview.HeaderRows, 2)
	same(t, "rows", f.preview.Rows, 4)
	same(t, "left out", f.reasons(), "7 total")
	same(t, "guesses", f.guesses(), "step score comment score")
	sameLabels(t, "steps", f.preview.Columns[0].Labels, map[string]int{"Balie": 2, "Website": 1})
	same(t, "percents", *f.preview.Columns[3].Scale, Scale{0, 100})
	column := 0
	taken := f.take(t, Mapping{Score: &ScoreOf{Column: 1}, Comments: []int{2}, StepIn: &column}, Measure{Min: 1, Max: 10})
	same(t, "n", taken.N, 3)
	same(t, "step", taken.Quotes[1].Step, "Balie")
}

func TestWorkbookTakesTheFullestVisibleSheet(t *testing.T) {
	f := readBook(t, workbook(t, func(f *excelize.File) {
		_, _ = f.NewSheet("Antwoorden")
		_, _ = f.NewSheet("Verborgen")
		for i := range 5 {
			_ = f.SetSheetRow("Antwoorden", fmt.Sprint("A", i+1), &[]any{[]string{"Cijfer", "8", "7", "7", "9"}[i]})
		}
		for i := range 9 {
			_ = f.SetSheetRow("Verborgen", fmt.Sprint("A", i+1), &[]any{"x"})
		}
		_ = f.SetSheetVisible("Verborgen", false)
	}, []any{"Leeswijzer"}))
	same(t, "sheet", f.preview.Sheet, "Antwoorden")
	same(t, "rows", f.preview.Rows, 4)
}

func zipped(t testing.TB, files map[string]func() []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range files {
		file, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(content()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bomb says that it unpacks to more than may be.
func bomb(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for range 3 {
		file, err := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, CompressedSize64: 3, UncompressedSize64: mostUnpacked / 2})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = file.Write([]byte("abc"))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// liar is a workbook of which one sheet says that it is small and unpacks to megabytes.
func liar(t testing.TB) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	pack, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = pack.Write(bytes.Repeat([]byte(" "), 8<<20)) // a buffer takes everything
	if err := pack.Close(); err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(&out)
	for name, says := range map[string]uint64{"xl/workbook.xml": 100, "xl/worksheets/sheet1.xml": 100} {
		file, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: says})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = file.Write(packed.Bytes())
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// As many answers as may be come in.
func TestAFileMayBeFull(t *testing.T) {
	f := read(t, "Cijfer;Nr\n"+strings.Repeat("8;1\n", mostRows))
	same(t, "rows", f.preview.Counted, mostRows)
	same(t, "n", f.take(t, Mapping{Score: &ScoreOf{Column: 0}}, nps).N, mostRows)
}

func TestBadFiles(t *testing.T) {
	text := func(s string) func() []byte { return func() []byte { return []byte(s) } }
	good := workbook(t, nil, []any{"Cijfer"}, []any{8})
	wide := make([]any, mostColumns+1)
	for i := range wide {
		wide[i] = i
	}
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":           {nil, ErrEmpty},
		"blanks":            {[]byte(" \r\n\n "), ErrEmpty},
		"a mark alone":      {[]byte("\ufeff"), ErrEmpty},
		"delimiters alone":  {[]byte(";;\n;;\n"), ErrEmpty},
		"heads alone":       {[]byte("Cijfer;Reden\n"), ErrEmpty},
		"a photo":           {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), ErrNoTable},
		"an empty workbook": {workbook(t, nil), ErrEmpty},
		"a picture":         {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), ErrNoTable},
		"a web page":        {[]byte("<!DOCTYPE html><table><tr><td>8</td></tr></table>"), ErrNoTable},
		"a program":         {append([]byte("MZ"), bytes.Repeat([]byte{0, 1, 2, 0, 0}, 100)...), ErrNoTable},
		"an old workbook":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), ErrOldExcel},
		"another archive":   {zipped(t, map[string]func() []byte{"notes.txt": text("8")}), ErrNoWorkbook},
		"half a workbook":   {good[:len(good)/2], ErrDamaged},
		"a broken sheet":    {zipped(t, map[string]func() []byte{"xl/workbook.xml": text("<workbook"), "xl/worksheets/sheet1.xml": text("<")}), ErrDamaged},
		"a bomb":            {bomb(t), ErrUnpacked},
		"a bomb that lies":  {liar(t), ErrDamaged},
		"too many rows":     {[]byte("Cijfer;Nr\n" + strings.Repeat("8;1\n", mostRows+1)), ErrTooMany},
		"too many columns":  {[]byte(strings.Repeat(";", mostColumns) + "x\n"), ErrWide},
		"a wide workbook":   {workbook(t, nil, wide), ErrWide},
	} {
		if _, err := Read(test.data, Options{}); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}
