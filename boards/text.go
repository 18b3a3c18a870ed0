package boards

import (
	"encoding/json"
	"unicode/utf16"
)

// Splice replaces Del UTF-16 units at Pos by Ins. In one change all positions are in the same text, ascending, not
// overlapping. UTF-16 because that is what every browser counts in.
type Splice struct {
	Pos, Del int
	Ins      string
}

// MarshalJSON writes [pos, delete, "insert"].
func (s Splice) MarshalJSON() ([]byte, error) { return encode([]any{s.Pos, s.Del, s.Ins}), nil }

// UnmarshalJSON reads [pos, delete, "insert"].
func (s *Splice) UnmarshalJSON(data []byte) error {
	var parts [3]json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	for i, to := range []any{&s.Pos, &s.Del, &s.Ins} {
		if err := json.Unmarshal(parts[i], to); err != nil {
			return err
		}
	}
	return nil
}

// window is how many changes of a field are kept to place late ones.
const window = 200

// textLog is the recent past of one text field: changes[i] made version first+i.
type textLog struct {
	first   int
	changes []textChange
}

type textChange struct {
	splices []Splice
	site    int
}

// since gives the changes after a version, nil and false when they are not kept any more.
func (l *textLog) since(base, now int) ([]textChange, bool) {
	if base == now {
		return nil, true
	}
	if l == nil || base > now || base+1 < l.first || l.last() != now {
		return nil, false
	}
	return l.changes[base+1-l.first:], true
}

// last is the version the newest change made.
func (l *textLog) last() int { return l.first + len(l.changes) - 1 }

// SiteOf draws the small number that decides who goes left when two people type at one place. Client and server compute
// it alike; it changes with every page load and field, so it names nobody.
func SiteOf(client, id, field string) int {
	h := uint32(2166136261)
	for _, b := range []byte(client + "\n" + id + "\n" + field) {
		h = (h ^ uint32(b)) * 16777619
	}
	return int(h%65535) + 1
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// applySplices changes a text; false when a position lies outside it or cuts a surrogate pair.
func applySplices(text string, splices []Splice) (string, bool) {
	from := utf16.Encode([]rune(text))
	var to []uint16
	at := 0
	for _, s := range splices {
		if s.Pos < at || s.Del < 0 || s.Pos > len(from) || s.Del > len(from)-s.Pos { // in this order nothing overflows
			return "", false
		}
		end := s.Pos + s.Del
		if cutsPair(from, s.Pos) || cutsPair(from, end) {
			return "", false
		}
		to = append(append(to, from[at:s.Pos]...), utf16.Encode([]rune(s.Ins))...)
		at = end
	}
	return string(utf16.Decode(append(to, from[at:]...))), true
}

func cutsPair(text []uint16, at int) bool {
	return at > 0 && at < len(text) && utf16.IsSurrogate(rune(text[at-1])) && text[at-1] < 0xDC00 &&
		utf16.IsSurrogate(rune(text[at])) && text[at] >= 0xDC00
}

// transform rewrites change b, made on the same text as change a, so that it can follow a. aLeft says whose insert goes
// left at equal positions. What a deleted is not deleted twice; what a inserted inside a deletion of b survives.
func transform(b, a []Splice, aLeft bool) []Splice {
	var out []Splice
	for _, s := range b {
		if s.Ins != "" {
			out = append(out, Splice{Pos: insertAt(s.Pos, a, aLeft), Ins: s.Ins})
		}
		out = append(out, deletions(s.Pos, s.Pos+s.Del, a)...)
	}
	return tidy(out)
}

// insertAt gives where an insert at x of the old text lands after change a.
func insertAt(x int, a []Splice, aLeft bool) int {
	shift := 0
	for _, q := range a {
		switch {
		case q.Pos > x, q.Pos == x && !aLeft:
			return x + shift
		case q.Pos == x:
			return x + shift + units(q.Ins)
		case q.Pos+q.Del > x: // a deleted around x: what is inserted there goes behind a's own text
			return q.Pos + shift + units(q.Ins)
		}
		shift += units(q.Ins) - q.Del
	}
	return x + shift
}

// deletions gives what is left to delete of [at, end) after change a, in pieces around a's inserts.
func deletions(at, end int, a []Splice) []Splice {
	var out []Splice
	shift := 0
	for _, q := range a {
		if q.Pos >= end || at >= end {
			break
		}
		if q.Pos > at {
			out = append(out, Splice{Pos: at + shift, Del: q.Pos - at})
			at = q.Pos
		}
		at = max(at, q.Pos+q.Del)
		shift += units(q.Ins) - q.Del
	}
	if at < end {
		out = append(out, Splice{Pos: at + shift, Del: end - at})
	}
	return out
}

// tidy joins splices that touch, so that equal changes look equal on every machine.
func tidy(splices []Splice) []Splice {
	var out []Splice
	for _, s := range splices {
		if s.Del == 0 && s.Ins == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Pos+out[n-1].Del == s.Pos {
			out[n-1].Del += s.Del
			out[n-1].Ins += s.Ins
			continue
		}
		out = append(out, s)
	}
	return out
}

// spliceOf gives the smallest single splice that turns one text into another. A whole `set` of a field is remembered so.
func spliceOf(from, to string) []Splice {
	a, b := utf16.Encode([]rune(from)), utf16.Encode([]rune(to))
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	if cutsPair(a, start) || cutsPair(b, start) {
		start--
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	if cutsPair(a, len(a)-end) || cutsPair(b, len(b)-end) {
		end--
	}
	return tidy([]Splice{{Pos: start, Del: len(a) - start - end, Ins: string(utf16.Decode(b[start : len(b)-end]))}})
}

// mergedText lays a change of was into is on what stands there now. Changes apart from each other both happen; of changes at one place
// both texts stay, on lines of their own.
func mergedText(was, now, is string) string {
	switch {
	case now == was, now == "":
		return is
	case is == was, is == now, is == "":
		return now
	}
	theirs, mine := spliceOf(was, now), spliceOf(was, is)
	if apart(theirs[0], mine[0]) {
		if text, ok := applySplices(now, transform(mine, theirs, true)); ok {
			return text
		}
	}
	return now + "\n" + is
}

// apart says whether two changes of one text do not touch.
func apart(a, b Splice) bool { return a.Pos+a.Del < b.Pos || b.Pos+b.Del < a.Pos }
