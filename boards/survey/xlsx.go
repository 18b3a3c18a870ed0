package survey

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// Limits of a workbook, unpacked: what fills them is no survey.
const (
	mostUnpacked = 256 << 20
	mergedUpTo   = 8 << 20 // of a bigger sheet no merged cells are read: that would hold all of it in memory
	mostSheets   = 20
	formatsUpTo  = 200 // rows whose formats are looked at
)

// sheet is one sheet of a workbook as rows of texts.
type sheet struct {
	name string
	rows []row
}

// readXLSX reads the sheet of a workbook that holds most. Formulas count as the value they had when the file was saved, days become texts
// with the year first, and every cell of a merged range has the value of the first.
func readXLSX(data []byte, prefer []string) (found sheet, err error) {
	defer func() {
		if recover() != nil { // the library trusts what stands in the file
			found, err = sheet{}, ErrDamaged
		}
	}()
	small, err := looksLikeWorkbook(data)
	if err != nil {
		return sheet{}, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data),
		excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked})
	if err != nil {
		return sheet{}, ErrDamaged
	}
	defer file.Close()
	names := file.GetSheetList()
	for _, name := range names[:min(len(names), mostSheets)] {
		if visible, _ := file.GetSheetVisible(name); !visible {
			continue
		}
		rows, err := readSheet(file, name, small)
		if err != nil {
			return sheet{}, err
		}
		if slices.Contains(prefer, name) && len(rows) > 0 {
			return sheet{name, rows}, nil
		}
		if len(rows) > len(found.rows) {
			found = sheet{name, rows}
		}
	}
	return found, nil
}

// looksLikeWorkbook looks into the archive before anything is unpacked. small: its sheets are small enough to be held twice.
func looksLikeWorkbook(data []byte) (small bool, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false, ErrDamaged
	}
	total, sheets, book := uint64(0), uint64(0), false
	for _, f := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, "\\", "/"))
		if total += f.UncompressedSize64; f.UncompressedSize64 > mostUnpacked || total > mostUnpacked {
			return false, ErrUnpacked
		}
		book = book || name == "xl/workbook.xml"
		if strings.HasPrefix(name, "xl/worksheets/") {
			sheets += f.UncompressedSize64
		}
	}
	if !book {
		return false, ErrNoWorkbook
	}
	return sheets <= mergedUpTo, nil
}

func readSheet(file *excelize.File, name string, small bool) ([]row, error) {
	formats, err := formatsOf(file, name)
	if err != nil {
		return nil, err
	}
	rows, ok, err := plainSheet(file, name)
	for i := range rows {
		rows[i].cells = formats.read(trimmed(rows[i].cells))
	}
	if !ok && err == nil {
		rows, err = anySheet(file, name, formats)
	}
	if err != nil || !small {
		return rows, err
	}
	return spread(file, name, rows), nil
}

// anySheet reads a sheet in the way of excelize.
func anySheet(file *excelize.File, name string, formats formats) (rows []row, err error) {
	cursor, err := file.Rows(name)
	if err != nil {
		return nil, ErrDamaged
	}
	defer cursor.Close()
	for at := 1; cursor.Next(); at++ {
		cells, err := cursor.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, ErrDamaged
		}
		next := row{at, formats.read(trimmed(cells))}
		switch {
		case len(next.cells) > mostColumns:
			return nil, ErrWide
		case next.empty():
		case len(rows) > mostRows+mostHeads:
			return nil, ErrTooMany
		default:
			rows = append(rows, next)
		}
	}
	if err := cursor.Error(); err != nil && !errors.Is(err, io.EOF) {
		return nil, ErrDamaged
	}
	return rows, nil
}

func trimmed(cells []string) []string {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// formats says which columns hold days and which percents: in the sheet both are plain numbers.
type formats struct {
	day, percent map[int]bool
	from1904     bool
}

// formatsOf reads the first rows once as they are shown and once as they are stored.
func formatsOf(file *excelize.File, name string) (formats, error) {
	f := formats{day: map[int]bool{}, percent: map[int]bool{}}
	if props, err := file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		f.from1904 = *props.Date1904
	}
	shown, err := head(file, name, false)
	if err != nil {
		return f, err
	}
	stored, err := head(file, name, true)
	if err != nil {
		return f, err
	}
	for i := range min(len(shown), len(stored)) {
		for column := range min(len(shown[i]), len(stored[i])) {
			if _, err := strconv.ParseFloat(stored[i][column], 64); err != nil || shown[i][column] == stored[i][column] {
				continue
			}
			f.day[column] = f.day[column] || showsDay(shown[i][column])
			f.percent[column] = f.percent[column] || strings.HasSuffix(shown[i][column], "%")
		}
	}
	return f, nil
}

func head(file *excelize.File, name string, raw bool) (rows [][]string, err error) {
	cursor, err := file.Rows(name)
	if err != nil {
		return nil, ErrDamaged
	}
	defer cursor.Close()
	for len(rows) < formatsUpTo && cursor.Next() {
		cells, err := cursor.Columns(excelize.Options{RawCellValue: raw})
		if err != nil {
			return nil, ErrDamaged
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// showsDay says whether a number is shown as a day: two separators of a day, a time with one, or the name of a month.
func showsDay(shown string) bool {
	for _, sep := range []string{"-", "/", "."} {
		if strings.Count(strings.TrimPrefix(shown, "-"), sep) >= 2 {
			return true
		}
	}
	d, ok := dayOf(shown)
	return ok && d.month > 0
}

// read gives the cells of a row as texts: serial numbers of days as 2026-03-10 09:00:00, shares as percents.
func (f formats) read(cells []string) []string {
	for column, cell := range cells {
		if cell == "" || !f.day[column] && !f.percent[column] {
			continue
		}
		n, err := strconv.ParseFloat(cell, 64)
		switch {
		case err != nil:
		case f.percent[column]:
			cells[column] = strconv.FormatFloat(n*100, 'g', 12, 64) + "%"
		case n >= 1 && n < 2958466: // the year 9999
			if at, err := excelize.ExcelDateToTime(n, f.from1904); err == nil {
				cells[column] = at.Round(time.Second).Format(time.DateTime)
			}
		}
	}
	return cells
}

// mostSpread is how many cells merged ranges may fill.
const mostSpread = 200_000

// spread copies the value of merged cells to all of their cells. What lies across columns of one row stays one cell: it is a title or a
// head.
func spread(file *excelize.File, name string, rows []row) []row {
	merged, err := file.GetMergeCells(name)
	if err != nil {
		return rows
	}
	byAt, budget := map[int]int{}, mostSpread
	for i, r := range rows {
		byAt[r.at] = i
	}
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			continue
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil || right > mostColumns || budget < (right-left+1)*(bottom-top+1) {
			continue
		}
		budget -= (right - left + 1) * (bottom - top + 1)
		first, there := byAt[top]
		if !there {
			continue
		}
		fill(rows, byAt, rows[first].cell(left-1), left, top, right, bottom)
	}
	return rows
}

// fill writes one value into a range: downwards into the rows that are there, to the right only where it stays below the head.
func fill(rows []row, byAt map[int]int, value string, left, top, right, bottom int) {
	for at := top; at <= bottom; at++ {
		i, there := byAt[at]
		if !there || right > left && bottom == top { // a head across columns: the gap is filled when heads are read
			continue
		}
		for column := left; column <= right; column++ {
			for len(rows[i].cells) < column {
				rows[i].cells = append(rows[i].cells, "")
			}
			rows[i].cells[column-1] = value
		}
	}
}
