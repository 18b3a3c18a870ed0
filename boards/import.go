package boards

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// LeftOut is something of an imported file that could not come along: a whole record, or one field of it.
type LeftOut struct {
	Record string `json:"record"` // its id in the file
	Kind   string `json:"kind"`
	Field  string `json:"field,omitempty"`
	Reason string `json:"reason"` // the code of the refusal
}

// LeftOut names what of the imported file did not come along.
func (f *Founder) LeftOut() []LeftOut { return append([]LeftOut{}, f.left...) }

// Import founds a board with what an exported file holds. It comes from outside, so everything passes the same table as any op;
// what this program does not know or take is left out and told (LeftOut). References to what is not in the file are dropped, an
// open round ends as cancelled, and nobody's key or join code comes along: the caller puts new ones (FoundBy, Put) before asking
// for the Board.
func Import(data []byte, id, epoch string, now Moment) (*Founder, error) {
	records, left, err := decodeExport(data)
	if err != nil {
		return nil, err
	}
	f := Found(id, epoch, now)
	f.left = left
	known := map[string]string{}
	for _, r := range records {
		known[r.ID] = r.Kind
	}
	phased := ""
	for _, r := range records {
		if phased == "" && r.Kind == "phase" {
			phased = r.ID
		}
	}
	for _, r := range records {
		imported(r, known)
		if r.Kind == "step" && r.Str("phase_id") == "" && phased != "" { // an older program let it be nowhere
			r.Fields["phase_id"] = phased
		}
		if name, ok := r.Fields["name"].(string); ok && (r.Kind == "person" || r.Kind == "department") {
			r.Fields["name"] = now.Name(strings.Map(readable, name))
		}
	}
	f.addAll(records, f.take)
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

// Rename gives the board another title.
func (f *Founder) Rename(title string) {
	r := f.board.one("board")
	if r == nil || f.err != nil {
		return
	}
	to := Fields{"title": title}
	if no := checkFields(f.board, Actor{Role: RoleServer}, r, to, false); no != nil {
		f.err = fmt.Errorf("boards: title: %w", no)
		return
	}
	f.board.replace(r.ID, r.with(to))
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

func decodeExport(data []byte) (records []*Record, left []LeftOut, err error) {
	v, err := parse(data)
	if err != nil {
		return nil, nil, ErrExport
	}
	file, _ := v.(map[string]any)
	version, _ := file["muntsaus"].(int)
	list, ok := file["records"].([]any)
	if version < 1 || version > ExportVersion || !ok {
		return nil, nil, ErrExport
	}
	counts := map[string]int{}
	for _, item := range list {
		r, err := recordOf(item)
		if err != nil {
			return nil, nil, err
		}
		switch kind := kindsByName[r.Kind]; {
		case kind == nil:
			left = append(left, LeftOut{r.ID, r.Kind, "", "unknown_kind"})
		case kind.filed():
			if counts[r.Kind]++; counts[r.Kind] > kind.Limit { // before anything is added: a file of nothing but cards is cheap to refuse
				return nil, nil, fmt.Errorf("boards: %s: %w", r.Kind, refuse("full", r.Kind))
			}
			records = append(records, r)
		}
	}
	return records, left, nil
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
	if len(r.Ref) > 40 || !plainName(r.Ref) {
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

// addAll adds records, each behind those it refers to; of a circle the first comes last.
func (f *Founder) addAll(records []*Record, add func(*Record)) {
	inFile, seen := map[string]*Record{}, map[*Record]bool{}
	for _, r := range records {
		inFile[r.ID] = r
	}
	var visit func(r *Record)
	visit = func(r *Record) {
		if r == nil || seen[r] || f.err != nil {
			return
		}
		seen[r] = true
		for i := range kindsByName[r.Kind].Fields {
			switch v := r.Fields[kindsByName[r.Kind].Fields[i].Name].(type) {
			case string:
				visit(inFile[v])
			case []string:
				for _, id := range v {
					visit(inFile[id])
				}
			}
		}
		add(r)
	}
	for _, r := range records {
		visit(r)
	}
}

// take adds a record of a file without what does not fit. What loses what it hangs on goes with it, unless it can stand alone.
func (f *Founder) take(r *Record) {
	kind := kindsByName[r.Kind]
	leave := func(field, why string) { f.left = append(f.left, LeftOut{r.ID, r.Kind, field, why}) }
	if kind.arrives != nil && !kind.arrives(f.now, r) {
		leave("", "bad_value")
		return
	}
	for _, name := range slices.Sorted(maps.Keys(r.Fields)) {
		field, no := kind.byName[name], (*Refusal)(nil)
		if field == nil {
			no = refuse("unknown_field", name)
		} else {
			no = field.check(f.board, r.Fields[name])
		}
		if no == nil {
			continue
		}
		if name == kind.Parent && !slices.Contains(written, kind.Name) {
			leave("", no.Code)
			return
		}
		leave(name, no.Code)
		delete(r.Fields, name)
	}
	no := f.add(r)
	switch {
	case no == nil:
	case r.Kind == "board":
		f.err = fmt.Errorf("boards: %s %s: %w", r.Kind, r.ID, no)
	default:
		leave("", no.Code)
	}
}
