package boards

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrExport says that a file is no board of ours, or of a newer program.
var ErrExport = errors.New("boards: not an exported board")

// exportVersion is the format of board.json.
const exportVersion = 1

type exported struct {
	Muntsaus   int       `json:"muntsaus"`
	ExportedAt int64     `json:"exportedAt"`
	Title      string    `json:"title"`
	Records    []*Record `json:"records"`
}

// Export gives a board as a file to keep: everything that everybody may see, parents first. The time in it is that of the last
// shared entry, so the same board always gives the same bytes.
func Export(b *Board) []byte {
	records := []*Record{}
	for _, r := range b.Public() {
		if kind := kindsByName[r.Kind]; kind == nil || kind.Reach == ToFile {
			records = append(records, r)
		}
	}
	return encode(exported{exportVersion, b.SharedAt, b.Workshop().Title, records})
}

// Import founds a board with what an exported file holds. It comes from outside, so everything passes the same table as any op;
// references to what is not in the file are dropped, an open round ends as cancelled, and nobody's key or join code comes along:
// the caller puts new ones (FoundBy, Put) before asking for the Board.
func Import(data []byte, id, epoch string, now Moment) (*Founder, error) {
	records, err := decodeExport(data)
	if err != nil {
		return nil, err
	}
	f := Found(id, epoch, now)
	known := map[string]string{}
	for _, r := range records {
		known[r.ID] = r.Kind
	}
	for _, r := range records {
		imported(r, known)
		if name, ok := r.Fields["name"].(string); ok && (r.Kind == "person" || r.Kind == "department") {
			r.Fields["name"] = now.Name(strings.Map(readable, name))
		}
	}
	for len(records) > 0 && f.err == nil {
		records = f.addReady(records)
	}
	if f.err == nil && f.board.Count("board") != 1 {
		return nil, ErrExport
	}
	return f, f.err
}

// FoundBy gives the board the code by which people find it.
func (f *Founder) FoundBy(code string) {
	if r := f.board.one("board"); r != nil && f.err == nil {
		next := r.with(Fields{"join_code": code})
		next.Ver["join_code"] = 1
		f.board.replace(r.ID, next)
	}
}

// Facilitator gives the person who led the board the file is of; "" when there is none.
func (f *Founder) Facilitator() string {
	for _, r := range f.board.All("person") {
		if r.Str("role") == RoleFacilitator {
			return r.ID
		}
	}
	return ""
}

func decodeExport(data []byte) ([]*Record, error) {
	v, err := parse(data)
	if err != nil {
		return nil, ErrExport
	}
	file, _ := v.(map[string]any)
	version, _ := file["muntsaus"].(int)
	list, ok := file["records"].([]any)
	if version < 1 || version > exportVersion || !ok {
		return nil, ErrExport
	}
	var records []*Record
	for _, item := range list {
		r, err := recordOf(item)
		if err != nil {
			return nil, err
		}
		if kindsByName[r.Kind].Reach == ToFile {
			records = append(records, r)
		}
	}
	return records, nil
}

// readable takes out what a text may not hold: a file of an older program is not lost for one sign in a name.
func readable(r rune) rune {
	if forbidden(r) {
		return -1
	}
	return r
}

func recordOf(item any) (*Record, error) {
	object, _ := item.(map[string]any)
	fields, ok := object["fields"].(map[string]any)
	if !ok {
		return nil, ErrExport
	}
	r := &Record{Fields: fields}
	r.ID, _ = object["id"].(string)
	r.Kind, _ = object["kind"].(string)
	r.By, _ = object["by"].(string)
	r.Ref, _ = object["ref"].(string)
	at, _ := object["at"].(int)
	r.At = int64(at)
	if kindsByName[r.Kind] == nil || len(r.Ref) > 40 || !plainName(r.Ref) {
		return nil, fmt.Errorf("%w: record of kind %.40q", ErrExport, r.Kind)
	}
	return r, nil
}

// imported takes off what cannot come along: references to what is not in the file, and what was going on at that moment.
func imported(r *Record, known map[string]string) {
	for _, field := range kindsByName[r.Kind].Fields {
		switch v := r.Fields[field.Name].(type) {
		case string:
			if field.Of != "" && known[v] != field.Of { // a text that holds an id too
				delete(r.Fields, field.Name)
			}
		case []string:
			if field.Type == Refs {
				r.Fields[field.Name] = slices.DeleteFunc(v, func(id string) bool { return known[id] != field.Of })
			}
		}
	}
	if known[r.By] != "person" {
		r.By = ""
	}
	switch {
	case r.Kind == "board":
		delete(r.Fields, "join_code")
	case r.Kind == "round" && r.Str("state") == "open":
		r.Fields["state"] = "cancelled"
	case r.Kind == "timer":
		r.Fields = Fields{}
	}
}

// addReady adds the records whose references are on the board already, and gives the others back. When none of them is ready
// they refer to each other in a circle; then all are tried, and the first that does not fit stops the founding.
func (f *Founder) addReady(records []*Record) []*Record {
	var later []*Record
	for _, r := range records {
		if f.refersBack(r) {
			f.Add(r)
		} else {
			later = append(later, r)
		}
	}
	if len(later) == len(records) {
		for _, r := range later {
			f.Add(r)
		}
		return nil
	}
	return later
}

func (f *Founder) refersBack(r *Record) bool {
	for _, field := range kindsByName[r.Kind].Fields {
		switch v := r.Fields[field.Name].(type) {
		case string:
			if field.Type == Ref && f.board.Get(v) == nil {
				return false
			}
		case []string:
			if field.Type == Refs && slices.ContainsFunc(v, func(id string) bool { return f.board.Get(id) == nil }) {
				return false
			}
		}
	}
	return true
}
