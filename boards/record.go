package boards

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// Record is one thing on a board. Records are never changed in place: a change makes a new Record, so a pointer that
// was handed out stays true.
type Record struct {
	ID     string         `json:"id"`
	Kind   string         `json:"kind"`
	By     string         `json:"by,omitempty"` // person; absent where the author is hidden
	At     int64          `json:"at"`           // Unix milliseconds of its creation
	Ver    map[string]int `json:"ver,omitempty"`
	Ref    string         `json:"ref,omitempty"` // name inside its template ("s4", "kco")
	Fields Fields         `json:"fields"`
	To     []string       `json:"to,omitempty"` // audience: empty = everybody, else persons or OnlyServer (B7)
}

// OnlyServer is the audience of what leaves the server never.
const OnlyServer = "@server"

// Fields are the values of a record by field name: string, int, float64, bool, []string, map[string]any; absent = empty.
type Fields map[string]any

// UnmarshalJSON reads fields the way the engine stores them (whole numbers as int, lists of text as []string).
func (f *Fields) UnmarshalJSON(data []byte) error {
	v, err := parse(data)
	if err != nil {
		return err
	}
	object, ok := v.(map[string]any)
	if !ok && v != nil {
		return errJSON
	}
	*f = object
	return nil
}

// Str gives a text, enum, date or reference; "" when absent.
func (r *Record) Str(field string) string { s, _ := r.Fields[field].(string); return s }

// Bool gives a yes or no; false when absent.
func (r *Record) Bool(field string) bool { b, _ := r.Fields[field].(bool); return b }

// Int gives a whole number and whether there is one.
func (r *Record) Int(field string) (int, bool) { n, ok := r.Fields[field].(int); return n, ok }

// Num gives a number and whether there is one.
func (r *Record) Num(field string) (float64, bool) {
	switch n := r.Fields[field].(type) {
	case int:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// List gives a list of texts or ids; nil when absent.
func (r *Record) List(field string) []string { l, _ := r.Fields[field].([]string); return l }

// Version gives the version of a text field: 1 after put, one more with every set or text of that field.
func (r *Record) Version(field string) int {
	if v, ok := r.Ver[field]; ok {
		return v
	}
	return 1
}

// SeenBy says whether a person may see this record.
func (r *Record) SeenBy(person string) bool { return len(r.To) == 0 || slices.Contains(r.To, person) }

// Complete says whether everything that belongs to a full record is there (B12).
func (r *Record) Complete() bool {
	kind := kindsByName[r.Kind]
	if kind == nil {
		return false
	}
	for i := range kind.Fields {
		if !kind.Fields[i].filled(r.Fields[kind.Fields[i].Name]) {
			return false
		}
	}
	return kind.complete == nil || kind.complete(r)
}

func (f *Field) filled(v any) bool {
	if !f.Need {
		return true
	}
	switch v := v.(type) {
	case nil:
		return false
	case string:
		return v != "" && (f.Type != Text || codePoints(v) >= f.Min)
	case []string:
		return len(v) >= f.Least
	}
	return true
}

// with gives the record with some fields changed; nil clears. Versions of text fields move on.
func (r *Record) with(fields Fields) *Record {
	next := *r
	next.Fields, next.Ver = maps.Clone(r.Fields), maps.Clone(r.Ver)
	if next.Ver == nil {
		next.Ver = map[string]int{}
	}
	if next.Fields == nil { // only in an entry that was not ours
		next.Fields = Fields{}
	}
	kind := kindsByName[r.Kind]
	for name, value := range fields {
		if value == nil {
			delete(next.Fields, name)
		} else {
			next.Fields[name] = value
		}
		if kind.isText(name) {
			next.Ver[name] = r.Version(name) + 1
		}
	}
	return &next
}

func (k *Kind) isText(name string) bool {
	if k == nil {
		return false
	}
	f := k.byName[name]
	return f != nil && f.Type == Text && f.Name != "order" && !f.Aside
}

// public gives the record without what only the server may know.
func (r *Record) public() *Record {
	if r.To == nil {
		return r
	}
	open := *r
	open.To = nil
	return &open
}

// Read gives a record's fields as the struct of its kind, e.g. Read[Pain](r).
func Read[T any](r *Record) T {
	var out T
	readInto(reflect.ValueOf(&out).Elem(), r)
	return out
}

func readInto(v reflect.Value, r *Record) {
	kind := kindsByName[r.Kind]
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if value := r.Fields[f.Name]; value != nil && f.index != nil {
			assign(v.FieldByIndex(f.index), value)
		}
	}
}

// assign puts a stored value into a struct field. A value of another shape (written by a newer program) leaves it empty.
func assign(to reflect.Value, value any) {
	if to.Kind() == reflect.Pointer {
		if elem := to.Type().Elem(); sameShape(reflect.TypeOf(value).Kind(), elem.Kind()) {
			fresh := reflect.New(elem)
			assign(fresh.Elem(), value)
			to.Set(fresh)
		}
		return
	}
	if to.Kind() == reflect.Slice && to.Type().Elem().Kind() != reflect.String {
		rows := reflect.New(to.Type())
		if json.Unmarshal(encode(value), rows.Interface()) == nil {
			to.Set(rows.Elem())
		}
		return
	}
	if word, ok := value.(map[string]any); ok && to.Kind() == reflect.Map {
		texts := map[string]string{}
		for k, v := range word {
			texts[k], _ = v.(string)
		}
		value = texts
	}
	from := reflect.ValueOf(value)
	if sameShape(from.Kind(), to.Kind()) && from.Type().ConvertibleTo(to.Type()) {
		to.Set(from.Convert(to.Type()))
	}
}

// sameShape keeps reflect from turning a number into a one-letter string.
func sameShape(from, to reflect.Kind) bool {
	return from == to || to == reflect.Interface || (from == reflect.Int && to == reflect.Float64)
}
