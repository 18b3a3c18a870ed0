package survey

import (
	"bytes"
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/orisano/gosax"
	"github.com/xuri/excelize/v2"
)

// plainSheet reads the cells of a sheet as they are stored, straight from its XML: excelize fills a struct by reflection for every cell,
// which takes most of the time of an import. It knows what nearly every sheet consists of (ECMA-376 part 1, 18.3.1.4 and 18.18.11):
// numbers, truths, errors, and texts in the cell or shared. ok is false for everything else and for anything odd, and then excelize
// reads the sheet. The shared texts are those excelize has read before.
func plainSheet(file *excelize.File, name string) (rows []row, ok bool, err error) {
	part, _ := file.Pkg.Load(partOf(file, name))
	data, _ := part.([]byte)
	if !isPlain(data) {
		return nil, false, nil
	}
	sheet := sheetXML{in: gosax.NewReader(bytes.NewReader(data)), file: file}
	sheet.in.EmitSelfClosingTag = true
	if !sheet.open() {
		return nil, false, nil
	}
	for {
		next, more, ok := sheet.row()
		switch {
		case !ok:
			return nil, false, nil
		case !more:
			return rows, true, nil
		case len(next.cells) > mostColumns:
			return nil, false, ErrWide
		case next.empty():
		case len(rows) > mostRows+mostHeads:
			return nil, false, ErrTooMany
		default:
			rows = append(rows, next)
		}
	}
}

// isPlain says whether a document is UTF-8, as all programs write but some may not.
func isPlain(data []byte) bool {
	head := string(bytes.ToLower(data[:min(len(data), 200)]))
	_, declared, named := strings.Cut(head, "encoding=")
	return len(data) > 0 && utf8.Valid(data) && (!named || strings.HasPrefix(strings.TrimLeft(declared, `"'`), "utf-8"))
}

// partOf gives the path in the archive of a sheet, "" when the workbook does not tell it in the usual way.
func partOf(file *excelize.File, name string) string {
	id := ""
	for _, sheet := range file.WorkBook.Sheets.Sheet {
		if sheet.Name == name {
			id = sheet.ID
		}
	}
	part, _ := file.Pkg.Load("xl/_rels/workbook.xml.rels")
	data, _ := part.([]byte)
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if id == "" || xml.Unmarshal(data, &rels) != nil {
		return ""
	}
	for _, rel := range rels.Relationship {
		switch {
		case rel.ID != id:
		case strings.HasPrefix(rel.Target, "/"):
			return strings.TrimPrefix(path.Clean(rel.Target), "/")
		default:
			return path.Join("xl", rel.Target)
		}
	}
	return ""
}

// sheetXML goes through the XML of a sheet.
type sheetXML struct {
	in   *gosax.Reader
	file *excelize.File
	last int      // number of the last row
	wide int      // cells of the last row
	path []string // the open elements of a cell
}

// tag is a tag, or the letters between two. Its bytes are good until the next is read.
type tag struct {
	name  string // without its prefix, as excelize looks at it; "" for letters
	end   bool
	attrs []byte
	text  []byte
}

func (s *sheetXML) next() (t tag, ok bool) {
	for {
		event, err := s.in.Event()
		if err != nil {
			return tag{}, false
		}
		switch event.Type() {
		case gosax.EventStart, gosax.EventEnd:
			name, attrs := gosax.Name(event.Bytes)
			return tag{name: known(name[bytes.IndexByte(name, ':')+1:]), attrs: attrs, end: event.Type() == gosax.EventEnd}, true
		case gosax.EventText:
			text, err := gosax.Unescape(event.Bytes)
			return tag{text: text}, err == nil && !bytes.ContainsFunc(text, forbidden)
		case gosax.EventComment, gosax.EventProcessingInstruction:
		default:
			return tag{}, false
		}
	}
}

// known gives a name without making a string of the ones that every cell has.
func known(name []byte) string {
	for _, usual := range []string{"c", "v", "row", "is", "t", "r"} {
		if string(name) == usual {
			return usual
		}
	}
	return string(name)
}

// forbidden says whether a letter may not stand in XML 1.0 (2.2): where it does, excelize decides.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// attr gives an attribute of a tag; ok is false when the tag cannot be read.
func (t tag) attr(name string) (value string, ok bool) {
	for rest := t.attrs; ; {
		a, after, err := gosax.NextAttribute(rest)
		switch {
		case err != nil:
			return "", false
		case len(a.Key) == 0:
			return "", true
		case string(a.Key) == name:
			value := bytes.Trim(a.Value, `"'`)
			return string(value), !bytes.ContainsRune(value, '&')
		}
		rest = after
	}
}

// open goes to the rows.
func (s *sheetXML) open() bool {
	for {
		t, ok := s.next()
		if !ok || t.name == "sheetData" {
			return ok && !t.end
		}
	}
}

func (s *sheetXML) row() (next row, more, ok bool) {
	start, ok := s.tag()
	switch {
	case !ok:
		return row{}, false, false
	case start.name == "sheetData" && start.end:
		return row{}, false, true
	case start.name != "row" || start.end || !s.number(start):
		return row{}, false, false
	}
	next = row{at: s.last, cells: make([]string, 0, s.wide)}
	for {
		t, ok := s.tag()
		switch {
		case !ok:
			return row{}, false, false
		case t.name == "row" && t.end:
			s.wide = len(next.cells)
			return next, true, true
		case t.name != "c" || t.end:
			return row{}, false, false
		}
		if next.cells, ok = s.cell(next.cells, t); !ok {
			return row{}, false, false
		}
	}
}

// tag gives the next tag; letters between rows and cells are only there to look at.
func (s *sheetXML) tag() (t tag, ok bool) {
	for {
		if t, ok = s.next(); !ok || t.name != "" {
			return t, ok
		}
	}
}

// number counts a row: by its number, which must be higher than the last, or else the next.
func (s *sheetXML) number(start tag) bool {
	r, ok := start.attr("r")
	if !ok || r == "" {
		s.last++
		return ok
	}
	at, err := strconv.Atoi(r)
	if err != nil || at <= s.last {
		return false
	}
	s.last = at
	return true
}

// cell adds a cell that has something in it, in its own column.
func (s *sheetXML) cell(cells []string, start tag) ([]string, bool) {
	at, ok := start.attr("r")
	kind, alike := start.attr("t")
	column, _, err := excelize.CellNameToCoordinates(at)
	if !ok || !alike || err != nil || column <= len(cells) {
		return nil, false
	}
	value, inline, ok := s.content()
	if !ok {
		return nil, false
	}
	text, ok := s.text(kind, value, inline)
	if !ok || text == "" {
		return cells, ok
	}
	for len(cells) < column-1 {
		cells = append(cells, "")
	}
	return append(cells, text), true
}

// content reads up to the end of a cell: its value, and the text it holds itself. Rich text is the sum of its runs.
func (s *sheetXML) content() (value, inline string, ok bool) {
	s.path = s.path[:0]
	for {
		t, ok := s.next()
		last := len(s.path) - 1
		switch {
		case !ok || t.name == "rPh": // how a text is pronounced
			return "", "", false
		case t.name == "" && s.inside("v"):
			value += string(t.text)
		case t.name == "" && (s.inside("is", "t") || s.inside("is", "r", "t")):
			inline += string(t.text)
		case t.name == "":
		case !t.end:
			s.path = append(s.path, t.name)
		case last < 0:
			return value, inline, t.name == "c"
		case s.path[last] != t.name:
			return "", "", false
		default:
			s.path = s.path[:last]
		}
	}
}

// inside says whether the letters that were read stand in these elements of a cell.
func (s *sheetXML) inside(path ...string) bool { return slices.Equal(s.path, path) }

// text gives what a cell of some type says.
func (s *sheetXML) text(kind, value, inline string) (string, bool) {
	switch kind {
	case "", "n", "b", "e", "str":
		return value, true
	case "inlineStr":
		return inline, value == "" && !strings.Contains(inline, "_x") // excelize undoes the escapes of letters
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if shared := s.file.SharedStrings; err == nil && shared != nil && i >= 0 && i < len(shared.SI) {
			return shared.SI[i].String(), true
		}
	}
	return "", false
}
