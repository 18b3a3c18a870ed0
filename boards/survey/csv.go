package survey

import (
	"slices"
	"strings"
)

// tried are the delimiters we know, the likelier first.
var tried = []byte{';', ',', '\t', '|'}

// looked is how many records are looked at to find the delimiter.
const looked = 20

// readCSV reads a text of records: the delimiter is what its `sep=` line says, else what cuts the first records most evenly. It takes what
// real programs write: a quote inside a word, one that was never closed, records of other lengths.
func readCSV(text string) (rows []row, delimiter string, err error) {
	if strings.Trim(text, " \n\";,\t|") == "" {
		return nil, "", ErrEmpty
	}
	first := 1
	if sep, rest, ok := sepLine(text); ok {
		text, delimiter, first = rest, sep, 2
	} else {
		delimiter = delimiterOf(text)
	}
	r := reader{text: text, line: first}
	if delimiter != "" {
		r.sep = delimiter[0]
	}
	for r.more() {
		if len(rows) > mostRows+mostHeads {
			return nil, "", ErrTooMany
		}
		next := r.record()
		if len(next.cells) > mostColumns {
			return nil, "", ErrWide
		}
		if !next.empty() {
			rows = append(rows, next)
		}
	}
	return rows, delimiter, nil
}

// sepLine reads the line by which a spreadsheet is told the delimiter: sep=; or "sep=;".
func sepLine(text string) (sep, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	if len(line) > 2 && line[0] == '"' && line[len(line)-1] == '"' {
		line = line[1 : len(line)-1]
	}
	if len(line) != 5 && line != "sep=" || !strings.EqualFold(line[:4], "sep=") {
		return "", text, false
	}
	if line == "sep=" { // the tab was trimmed
		return "\t", rest, true
	}
	return line[4:], rest, true
}

// delimiterOf finds what cuts the first records into the same number of cells, more than one; "" when there is one column.
func delimiterOf(text string) string {
	best, most := "", 0.0
	for _, sep := range tried {
		if score := evenness(text, sep); score > most {
			best, most = string(sep), score
		}
	}
	return best
}

// evenness says how well a delimiter cuts: the share of records with the commonest number of cells, a little more for many cells.
func evenness(text string, sep byte) float64 {
	r, counts, n, decimals, one := reader{text: text, line: 1, sep: sep}, map[int]int{}, 0, 0, false
	for r.more() && n < looked {
		next := r.record()
		if next.empty() {
			continue
		}
		one = one || n == 0 && len(next.cells) == 1
		n++
		counts[len(next.cells)]++
		if len(next.cells) == 2 && sep == ',' && digits(next.cells[0]) && digits(next.cells[1]) {
			decimals++
		}
	}
	width, often := 0, 0
	for cells, count := range counts {
		if count > often || count == often && cells > width {
			width, often = cells, count
		}
	}
	if one && often < n-1 { // several options in one cell
		return 0
	}
	if width < 2 || decimals > 0 && decimals >= n-1 { // 7,5 under a head of one word is a number
		return 0
	}
	return float64(often)/float64(n) + float64(min(width, 50))/1000
}

func digits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// reader cuts a text into records. Cells are pieces of the text where that is possible, so a big file costs little.
type reader struct {
	text string
	at   int
	line int
	sep  byte // 0 = one column
	wide int
}

func (r *reader) more() bool { return r.at < len(r.text) }

func (r *reader) record() row {
	next := row{at: r.line, cells: make([]string, 0, r.wide)}
	for {
		cell, last := r.cell()
		next.cells = append(next.cells, cell)
		if last {
			r.wide = len(next.cells)
			return next
		}
	}
}

// cell reads one cell and says whether it was the last of its record.
func (r *reader) cell() (string, bool) {
	from := r.at
	for from < len(r.text) && r.text[from] == ' ' {
		from++
	}
	if from < len(r.text) && r.text[from] == '"' {
		if cell, end, ok := r.quoted(from + 1); ok {
			r.line += strings.Count(r.text[r.at:end], "\n")
			r.at = end
			return cell, r.pass()
		}
	}
	end := r.at
	for end < len(r.text) && r.text[end] != '\n' && !r.cuts(end) {
		end++
	}
	cell := r.text[r.at:end]
	r.at = end
	return cell, r.pass()
}

// entities end in a semicolon that cuts nothing; heads of some tools hold them.
var entities = []string{"&apos", "&amp", "&quot", "&lt", "&gt", "&nbsp", "&#39", "&#039"}

// longestEntity is how far back one of them begins.
const longestEntity = 5

// cuts says whether a cell ends here.
func (r *reader) cuts(at int) bool {
	if r.sep == 0 || r.text[at] != r.sep {
		return false
	}
	if r.sep == ';' && strings.LastIndexByte(r.text[max(r.at, at-longestEntity):at], '&') >= 0 {
		for _, entity := range entities {
			if strings.HasSuffix(r.text[max(r.at, at-len(entity)):at], entity) {
				return false
			}
		}
	}
	return true
}

// pass steps over what ended a cell, and says whether it ended the record.
func (r *reader) pass() (last bool) {
	if r.at >= len(r.text) {
		return true
	}
	last = r.text[r.at] == '\n'
	if last {
		r.line++
	}
	r.at++
	return last
}

// quoted reads a cell in quotes from behind the first one. A quote that is not doubled and ends no cell belongs to the text, unless a cell
// begins with it: then the first one was never closed, and was no beginning.
func (r *reader) quoted(from int) (cell string, end int, ok bool) {
	doubled := false
	for i := from; i < len(r.text); i++ {
		if r.text[i] != '"' {
			continue
		}
		if i+1 < len(r.text) && r.text[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		if stop := r.ending(i + 1); stop >= 0 {
			cell = r.text[from:i]
			if doubled {
				cell = strings.ReplaceAll(cell, `""`, `"`)
			}
			return cell, stop, true
		}
		if i > from && (r.text[i-1] == r.sep || r.text[i-1] == '\n') {
			return "", 0, false
		}
	}
	return "", 0, false
}

// ending gives where a cell ends when it does so here, blanks aside; -1 when it goes on.
func (r *reader) ending(at int) int {
	for at < len(r.text) && r.text[at] == ' ' {
		at++
	}
	if at == len(r.text) || r.text[at] == '\n' || r.sep != 0 && r.text[at] == r.sep {
		return at
	}
	return -1
}

// row is one record of the file: its line or sheet row, and its cells.
type row struct {
	at    int
	cells []string
}

func (r row) empty() bool {
	return !slices.ContainsFunc(r.cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// cell gives a cell by its column; a short record has empty ones.
func (r row) cell(column int) string {
	if column >= 0 && column < len(r.cells) {
		return r.cells[column]
	}
	return ""
}

// Row is one record of any table: the line or sheet row it stands in, and its cells.
type Row struct {
	At    int
	Cells []string
}

// Cell gives a cell by its column; where there is none, nothing.
func (r Row) Cell(column int) string { return row{r.At, r.Cells}.cell(column) }

// Rows reads a table of any kind, CSV or workbook, without looking for answers in it. Of a workbook it takes the sheet of one of the
// names, else the fullest.
func Rows(data []byte, sheets ...string) ([]Row, error) {
	f := File{prefer: sheets}
	found, err := f.unpack(data)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, ErrEmpty
	}
	rows := make([]Row, len(found))
	for i, r := range found {
		rows[i] = Row{r.at, r.cells}
	}
	return rows, nil
}
