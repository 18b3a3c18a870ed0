package survey

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Orders of a date as the contract names them.
const (
	dayFirst   = "dmy"
	monthFirst = "mdy"
	yearFirst  = "ymd"
)

// day is a date as it was written, in an order that a single one may not tell.
type day struct {
	n      [3]int
	long   [3]bool // written with four digits
	month  int     // its name stood there; n then holds day and year
	sep    byte
	half   bool // am or pm
	clock  time.Duration
	timed  bool
	offset *int // seconds east of UTC
}

// months by the first letters of their names, Dutch, English, German and French; the longer ones first.
var months = []struct {
	name string
	n    int
}{
	{"januar", 1}, {"janv", 1}, {"jan", 1}, {"februar", 2}, {"févr", 2}, {"fevr", 2}, {"feb", 2}, {"maart", 3}, {"march", 3}, {"märz", 3},
	{"mars", 3}, {"mrt", 3}, {"mar", 3}, {"mär", 3}, {"apr", 4}, {"avr", 4}, {"mei", 5}, {"mai", 5}, {"may", 5}, {"juin", 6}, {"jun", 6},
	{"juil", 7}, {"jul", 7}, {"aug", 8}, {"août", 8}, {"aout", 8}, {"sep", 9},
	{"okt", 10}, {"oct", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"déc", 12},
}

func monthOf(word string) int {
	for _, m := range months {
		if strings.HasPrefix(word, m.name) {
			return m.n
		}
	}
	return 0
}

// dayOf reads a date, with or without a time behind it.
func dayOf(s string) (d day, ok bool) {
	if len(s) < 6 || len(s) > 48 || !strings.ContainsAny(s, "0123456789") {
		return d, false
	}
	if len(s) > 10 && s[10] == 'T' {
		s = s[:10] + " " + s[11:]
	}
	if end := strings.IndexByte(s, ' '); end > 0 && s[0] <= '9' && d.plain(s[:end], s[end+1:]) { // most cells of most files
		return d, true
	}
	d = day{}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' })
	if len(words) == 0 {
		return d, false
	}
	if n, found := numbers(words[0], &d); found {
		return d, n == 3 && d.rest(words[1:])
	}
	return d.named(words)
}

// plain reads a date and a time of digits, without anything else.
func (d *day) plain(date, clock string) bool {
	if n, ok := numbers(date, d); !ok || n != 3 || len(clock) < 4 || len(clock) > 8 {
		return false
	}
	unit, n := time.Hour, 0
	for i := range len(clock) {
		switch c := clock[i]; {
		case c >= '0' && c <= '9' && n < 10:
			n = n*10 + int(c-'0')
		case c == ':' && unit > time.Second && i > 0:
			d.clock += time.Duration(n) * unit
			unit, n = unit/60, 0
		default:
			return false
		}
	}
	d.clock += time.Duration(n) * unit
	d.timed = true
	return unit < time.Hour && d.clock < 24*time.Hour
}

// numbers reads 10-3-2026, 2026/03/10 or 10.03.26.
func numbers(word string, d *day) (n int, ok bool) {
	from := 0
	for i := 0; i <= len(word); i++ {
		if i < len(word) && word[i] >= '0' && word[i] <= '9' {
			continue
		}
		if i == from || i-from > 4 || n == 3 {
			return 0, false
		}
		d.n[n] = 0
		for _, c := range []byte(word[from:i]) {
			d.n[n] = d.n[n]*10 + int(c-'0')
		}
		d.long[n] = i-from == 4
		n++
		if i < len(word) {
			if d.sep == 0 {
				d.sep = word[i]
			}
			if word[i] != d.sep || strings.IndexByte("-/.", word[i]) < 0 {
				return 0, false
			}
		}
		from = i + 1
	}
	return n, n > 1
}

// named reads a date with the name of a month: 10 maart 2026, Mar 10 2026, 5-mrt-2026.
func (d day) named(words []string) (day, bool) {
	if len(words) > 1 && len(words[0]) > 4 && monthOf(strings.ToLower(words[0])) == 0 { // maandag 10 maart 2026
		words = words[1:]
	}
	words = append(strings.FieldsFunc(words[0], func(r rune) bool { return r == '-' || r == '/' }), words[1:]...)
	if len(words) < 3 {
		return d, false
	}
	nth := 0
	for i, word := range words[:3] {
		word = strings.TrimRight(word, ".")
		if m := monthOf(strings.ToLower(word)); m > 0 && i < 2 && d.month == 0 {
			d.month = m
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil || nth > 1 {
			return d, false
		}
		d.n[nth], d.long[nth] = n, len(word) == 4
		nth++
	}
	return d, d.month > 0 && nth == 2 && d.rest(words[3:])
}

// rest reads what stands behind the date: a time, am or pm, a zone.
func (d *day) rest(words []string) bool {
	for _, word := range words {
		switch lower := strings.ToLower(strings.ReplaceAll(word, ".", "")); {
		case lower == "am", lower == "pm":
			d.half = true
			d.clock %= 12 * time.Hour
			if lower == "pm" {
				d.clock += 12 * time.Hour
			}
		case lower == "om", lower == "at", lower == "um", lower == "uur", lower == "h":
		case zoneOf(word, d):
		default:
			if !d.readClock(word) {
				return false
			}
		}
	}
	return true
}

// readClock reads 9:05, 09:05:11, 09:05:11.123, with a zone glued to it or am and pm.
func (d *day) readClock(word string) bool {
	if d.timed {
		return false
	}
	if z := strings.IndexAny(word, "Z+"); z > 0 && zoneOf(strings.TrimPrefix(word[z:], "Z"), d) || z > 0 && word[z:] == "Z" {
		if word[z:] == "Z" {
			d.offset = new(int)
		}
		word = word[:z]
	}
	glued := strings.ToLower(word)
	if bare, found := strings.CutSuffix(glued, "pm"); found {
		defer d.rest([]string{"pm"})
		glued = bare
	} else if bare, found := strings.CutSuffix(glued, "am"); found {
		defer d.rest([]string{"am"})
		glued = bare
	}
	whole, _, _ := strings.Cut(glued, ".")
	parts := strings.Split(whole, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	for i, limit := range []int{24, 60, 61}[:len(parts)] {
		n, err := strconv.Atoi(parts[i])
		if err != nil || n < 0 || n >= limit {
			return false
		}
		d.clock += time.Duration(n) * []time.Duration{time.Hour, time.Minute, time.Second}[i]
	}
	d.timed = true
	return true
}

var zones = map[string]int{"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "CET": 3600, "MEZ": 3600, "CEST": 7200, "MESZ": 7200, "BST": 3600,
	"WEST": 3600,
	"EET":  7200, "EEST": 10800, "EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "PST": -28800, "PDT": -25200}

// zoneOf reads CET, GMT+1, GMT+5:30, +01:00.
func zoneOf(word string, d *day) bool {
	word = strings.Trim(word, "()")
	if seconds, ok := zones[word]; ok {
		d.offset = &seconds
		return true
	}
	word, named := cutAny(word, "GMT", "UTC")
	if word == "" || word[0] != '+' && word[0] != '-' || !named && len(word) < 5 {
		return false
	}
	hours, minutes, _ := strings.Cut(word[1:], ":")
	if minutes == "" && len(hours) == 4 {
		hours, minutes = hours[:2], hours[2:]
	}
	h, err := strconv.Atoi(hours)
	m, errMinutes := strconv.Atoi("0" + minutes)
	if err != nil || errMinutes != nil || h > 14 || m > 59 {
		return false
	}
	seconds := h*3600 + m*60
	if word[0] == '-' {
		seconds = -seconds
	}
	d.offset = &seconds
	return true
}

// orders gives which orders a date may have been written in.
func (d day) orders() (dmy, mdy, ymd bool) {
	if d.month > 0 {
		return true, true, true
	}
	if d.long[0] {
		return false, false, true
	}
	return d.n[1] <= 12 && d.n[0] <= 31, d.n[0] <= 12 && d.n[1] <= 31 && d.sep != '.', false
}

// in gives the moment, read in an order, in the zone it says or else in the one it was written in.
func (d day) in(order string, written, shown *time.Location) (time.Time, bool) {
	year, month, date := d.n[0], d.n[1], d.n[2]
	switch {
	case d.month > 0 && d.long[0]:
		year, month, date = d.n[0], d.month, d.n[1]
	case d.month > 0:
		year, month, date = d.n[1], d.month, d.n[0]
	case d.long[0]:
	case order == dayFirst:
		year, month, date = d.n[2], d.n[1], d.n[0]
	case order == monthFirst:
		year, month, date = d.n[2], d.n[0], d.n[1]
	default:
		return time.Time{}, false
	}
	if year < 100 {
		year += 2000
	}
	if d.offset != nil {
		written = time.FixedZone("", *d.offset)
	}
	at := time.Date(year, time.Month(month), date, 0, 0, 0, 0, written)
	if at.Day() != date || int(at.Month()) != month || year < 1900 || year > 2200 {
		return time.Time{}, false
	}
	at = time.Date(year, time.Month(month), date, 0, 0, int(d.clock/time.Second), 0, written)
	if !d.timed {
		return at, true
	}
	return at.In(shown), true
}

// unset is the day that stands in a file whose answers keep no date.
func unset(at time.Time) bool { return at.Year() <= 1980 && at.Month() == 1 && at.Day() <= 2 }

// startsLikeDay is the short cut: most cells of most columns cannot be a date.
func startsLikeDay(s string) bool {
	return len(s) >= 6 && len(s) <= 48 && (s[0] >= '0' && s[0] <= '9' || unicode.IsLetter(rune(s[0])))
}
