// Package survey reads what people export from the tools they ask their customers with: Microsoft and Google Forms, SurveyMonkey,
// Qualtrics, Typeform, LimeSurvey, or a sheet of their own. It says what each column seems to hold, which answers count, which do not and
// why, and makes the counts and quotes of it that somebody asks for. It looks at the values, never at the names of columns alone: those
// come in the language of whoever exported. It only computes: nothing is kept, and nobody's name, address or place is given out.
package survey

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"time"
)

// Limits of a file.
const (
	MostBytes   = 20 << 20
	mostRows    = 50_000
	mostHeads   = 20
	mostColumns = 1_000
)

// What may be wrong with a whole file.
var (
	ErrEmpty      = errors.New("survey: nothing in it")
	ErrNoTable    = errors.New("survey: not a table")
	ErrNoWorkbook = errors.New("survey: an archive that is no workbook")
	ErrOldExcel   = errors.New("survey: a workbook of before 2007, or one with a password")
	ErrDamaged    = errors.New("survey: a damaged workbook")
	ErrUnpacked   = errors.New("survey: a workbook that unpacks to too much")
	ErrTooMany    = errors.New("survey: too many rows")
	ErrWide       = errors.New("survey: too many columns")
)

// Options are what helps to understand a file.
type Options struct {
	Steps []string       // titles of the steps on the board
	Zone  *time.Location // where the board is; nil = UTC
}

// What a column may seem to hold.
const (
	Score    = "score"
	Comment  = "comment"
	Date     = "date"
	Step     = "step"
	Group    = "group"
	Personal = "personal"
	Nothing  = "nothing"
)

// Preview is what a file seems to hold.
type Preview struct {
	Format     string    `json:"format"` // csv or xlsx
	Encoding   string    `json:"encoding"`
	Delimiter  string    `json:"delimiter"`
	HeaderRows int       `json:"headerRows"`
	Rows       int       `json:"rows"`    // answers found
	Counted    int       `json:"counted"` // of them, those that are not left out
	Columns    []Column  `json:"columns"`
	LeftOut    []LeftOut `json:"leftOut"`
	SHA256     string    `json:"sha256"`
	Sheet      string    `json:"sheet,omitempty"`
	EqualRows  int       `json:"equalRows,omitempty"` // rows that are the same as another, all of them
	Choices    []Choice  `json:"choices,omitempty"`
	Period     *Period   `json:"period,omitempty"`
}

// Column is one column of the file.
type Column struct {
	Index     int            `json:"index"`
	Title     string         `json:"title"`
	Guess     string         `json:"guess"`
	Answers   int            `json:"answers"` // cells with one, in the rows that count
	Scale     *Scale         `json:"scale,omitempty"`
	Labels    map[string]int `json:"labels,omitempty"` // answers in words and how often; of a score in numbers, what is no number
	Samples   []string       `json:"samples"`
	DateOrder string         `json:"dateOrder,omitempty"` // "" = no value decides
	Ranking   bool           `json:"ranking,omitempty"`
	OneIsZero bool           `json:"oneIsZero,omitempty"` // 1…11: perhaps 1 stands for 0
	Names     []int          `json:"namesSomebody,omitempty"`
}

// Scale is the least and the most that can be answered.
type Scale struct {
	Min float64 `json:"min"`
	Max float64 `json:"max"`
}

// LeftOut is something of the file that does not count, by the row people see and the reason.
type LeftOut struct {
	Row    int    `json:"row"`
	Column *int   `json:"column,omitempty"`
	Reason string `json:"reason"`
}

// Choice is a question of which several options could be ticked, spread over columns or in one.
type Choice struct {
	Title   string         `json:"title"`
	Columns []int          `json:"columns"`
	Options map[string]int `json:"options"`
}

// Period is when the first and the last answer came.
type Period struct {
	Column int    `json:"column"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// File is a file that was read.
type File struct {
	preview Preview
	table   *table
	zone    *time.Location
	dates   *dates
	prefer  []string // sheets of a workbook that are taken before the fullest
}

// Preview gives what the file seems to hold.
func (f *File) Preview() Preview { return f.preview }

// Read reads a file of answers.
func Read(data []byte, o Options) (*File, error) {
	sum := sha256.Sum256(data)
	f := &File{zone: o.Zone, preview: Preview{SHA256: hex.EncodeToString(sum[:]), LeftOut: []LeftOut{}, Columns: []Column{}}}
	if f.zone == nil {
		f.zone = time.UTC
	}
	rows, err := f.unpack(data)
	switch {
	case err != nil:
		return nil, err
	case len(rows) == 0:
		return nil, ErrEmpty
	}
	f.table = tableOf(rows)
	switch n := len(f.table.rows); {
	case n == 0:
		return nil, ErrEmpty
	case n > mostRows:
		return nil, ErrTooMany
	}
	f.preview.HeaderRows, f.preview.Rows = f.table.headRows, len(f.table.rows)
	f.preview.LeftOut = append(f.preview.LeftOut, f.table.judge()...)
	f.preview.Counted = len(f.table.counted)
	f.look(o)
	return f, nil
}

// unpack gives the rows of a file of either format.
func (f *File) unpack(data []byte) (rows []row, err error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, ErrEmpty
	case bytes.HasPrefix(data, []byte("PK")):
		var found sheet
		found, err = readXLSX(data, f.prefer)
		f.preview.Format, f.preview.Sheet, rows = "xlsx", found.name, found.rows
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, ErrOldExcel
	case isOther(data):
		return nil, ErrNoTable
	default:
		var text string
		f.preview.Format = "csv"
		if text, f.preview.Encoding, err = decode(data); err == nil {
			rows, f.preview.Delimiter, err = readCSV(text)
		}
	}
	for _, r := range rows {
		for i, cell := range r.cells {
			r.cells[i] = clean(cell)
		}
	}
	return rows, err
}

// others is how web pages, papers, pictures and archives begin.
var others = []string{"%pdf", "<!doctype", "<html", "<?xml", "{\\rtf", "\x89png", "\xff\xd8\xff", "gif8", "rar!", "\x1f\x8b", "7z\xbc\xaf"}

// isOther knows files that are surely no table by how they begin.
func isOther(data []byte) bool {
	begin := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 200)], []byte("\ufeff")))
	return slices.ContainsFunc(others, func(mark string) bool { return begins(begin, mark) })
}

// begins compares bytes, not letters: a picture holds none.
func begins(data []byte, mark string) bool {
	if len(data) < len(mark) {
		return false
	}
	for i := range len(mark) {
		c := data[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != mark[i] {
			return false
		}
	}
	return true
}
