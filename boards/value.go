package boards

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// codePoints counts text the way limits are stated: in Unicode code points.
func codePoints(s string) int { return utf8.RuneCountInString(s) }

// cleanText says whether text holds no control and no direction-override characters. The client cleans before it sends;
// the server refuses and never rewrites. A new line is the one control character that notes may have.
func cleanText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, forbidden)
}

func forbidden(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7F && r <= 0x9F: // C0, delete, C1
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // direction overrides and isolates
		return true
	case r == 0x2028, r == 0x2029, r == 0xFEFF, r == 0xFFFD: // separators, byte order mark, the mark of lost text
		return true
	}
	return false
}

// check says whether a value may stand in this field; nil always may (it clears).
func (f *Field) check(b *Board, v any) *Refusal {
	if v == nil {
		return nil
	}
	if f.Type == Rows {
		return f.checkRows(v)
	}
	if f.Type == Ints {
		return f.checkInts(v)
	}
	if values, ok := v.([]string); ok {
		return f.checkList(b, values)
	}
	switch f.Type {
	case Texts, Enums, Refs, Dates:
		return refuse("bad_value", f.Name)
	}
	return f.checkOne(b, v)
}

func (f *Field) checkList(b *Board, values []string) *Refusal {
	single, ok := map[Type]Type{Texts: Text, Enums: Enum, Refs: Ref, Dates: Date}[f.Type]
	if !ok {
		return refuse("bad_value", f.Name)
	}
	if len(values) > f.Most {
		return refuse("too_long", f.Name).reason("list")
	}
	one := *f
	one.Type = single
	for i, v := range values {
		if single != Text && slices.Contains(values[:i], v) {
			return refuse("bad_value", f.Name)
		}
		if no := one.checkOne(b, v); no != nil {
			return no
		}
	}
	return nil
}

// checkInts: as many whole numbers as may be; no numbers look like no texts.
func (f *Field) checkInts(v any) *Refusal {
	if texts, ok := v.([]string); ok && len(texts) == 0 {
		return nil
	}
	numbers, ok := v.([]any)
	if !ok {
		return refuse("bad_value", f.Name)
	}
	if len(numbers) > f.Most {
		return refuse("too_long", f.Name).reason("list")
	}
	for _, n := range numbers {
		whole, ok := n.(int)
		if no := f.checkNumber(float64(whole), ok); no != nil {
			return no
		}
	}
	return nil
}

// checkRows: as many objects as may be, with the members of their struct and no others.
func (f *Field) checkRows(v any) *Refusal {
	rows := reflect.New(reflect.SliceOf(f.Row))
	dec := json.NewDecoder(bytes.NewReader(encode(v)))
	dec.DisallowUnknownFields()
	if dec.Decode(rows.Interface()) != nil {
		return refuse("bad_value", f.Name)
	}
	if rows.Elem().Len() > f.Most {
		return refuse("too_long", f.Name)
	}
	return nil
}

// rowsOf gives rows as a record holds them.
func rowsOf(rows any) any {
	stored, err := parse(encode(rows))
	if err != nil {
		panic("boards: rows that cannot be read back: " + err.Error()) // our own types only: a programming error
	}
	return stored
}

func (f *Field) checkOne(b *Board, v any) *Refusal {
	switch v := v.(type) {
	case string:
		return f.checkString(b, v)
	case int:
		return f.checkNumber(float64(v), f.Type == Int || f.Type == Number || f.Type == Age)
	case float64:
		return f.checkNumber(v, f.Type == Number)
	case bool:
		return badUnless(f.Type == Bool, f.Name)
	case map[string]any:
		return badUnless(f.Type == Word && f.isWord(v), f.Name)
	}
	return refuse("bad_value", f.Name)
}

func (f *Field) checkString(b *Board, s string) *Refusal {
	switch f.Type {
	case Text:
		return f.checkText(s, f.Max)
	case Age:
		return f.checkText(s, 10)
	case Enum:
		return badUnless(slices.Contains(f.Options, s), f.Name)
	case Date:
		_, err := time.Parse(time.DateOnly, s)
		return badUnless(err == nil, f.Name)
	case Time:
		_, err := time.Parse(time.RFC3339, s)
		return badUnless(err == nil, f.Name)
	case Ref:
		// Nothing points at what is sealed: a list of others would tell its words.
		if r := b.Get(s); r == nil || r.Kind != f.Of || len(r.To) > 0 && kindsByName[r.Kind].Reach != ByAddress {
			return refuse("not_found", f.Name)
		}
		return nil
	}
	return refuse("bad_value", f.Name)
}

func (f *Field) checkText(s string, most int) *Refusal {
	if !cleanText(s) {
		return refuse("bad_text", f.Name)
	}
	if codePoints(s) > most {
		return refuse("too_long", f.Name)
	}
	return nil
}

func (f *Field) checkNumber(n float64, ok bool) *Refusal {
	low, high := float64(f.Min), float64(f.Max)
	if f.Type == Age {
		low, high = 0, 110
	}
	return badUnless(ok && n >= low && n <= high, f.Name)
}

func (f *Field) isWord(v map[string]any) bool {
	for name, word := range v {
		s, ok := word.(string)
		if (name != "singular" && name != "plural") || !ok || f.checkText(s, f.Max) != nil {
			return false
		}
	}
	return true
}

func badUnless(ok bool, field string) *Refusal {
	if ok {
		return nil
	}
	return refuse("bad_value", field)
}

// fallback gives the value a field has at creation when nobody says otherwise; nil = none.
func (f *Field) fallback() any {
	switch {
	case f.Default == "":
		return nil
	case f.Type == Bool:
		return f.Default == "true"
	case f.Type == Int, f.Type == Number:
		return number(f.Default)
	}
	return f.Default
}

func isoTime(ms int64) string { return time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z") }

// millis reads a stored time; 0 when there is none.
func millis(iso string) int64 {
	at, err := time.Parse(time.RFC3339, iso)
	if err != nil {
		return 0
	}
	return at.UnixMilli()
}
