package survey

import (
	"hash/maphash"
	"slices"
	"strings"
	"time"
)

// Of each column so many examples are shown, so long.
const (
	mostSamples   = 5
	longestSample = 120
	mostNamed     = 50
)

// look says of every column what it seems to hold. Columns with neither a head nor an answer are not there.
func (f *File) look(o Options) {
	t, steps := f.table, map[string]bool{}
	for _, title := range o.Steps {
		if title = fold(clean(title)); title != "" {
			steps[title] = true
		}
	}
	tallies := make([]*tally, len(t.heads))
	for i, h := range t.heads {
		k := t.tally(i, steps)
		tallies[i] = k
		if h.title == "" && k.filled == 0 {
			continue
		}
		c := Column{Index: i, Title: h.title, Answers: k.all, Samples: []string{}, Guess: guess(h, k, i == 0 && t.numbered(i))}
		f.describe(&c, h, k)
		f.preview.Columns = append(f.preview.Columns, c)
	}
	f.behindDates()
	f.rankings(tallies)
	f.choices(tallies)
	for i := range f.preview.Columns {
		f.sample(&f.preview.Columns[i])
	}
	f.warn()
	f.preview.EqualRows = t.equalRows()
}

// describe adds what belongs to what a column seems to hold.
func (f *File) describe(c *Column, h heading, k *tally) {
	switch c.Guess {
	case Score:
		if k.isScore() {
			c.Scale = k.scaleOf(h.title)
			c.OneIsZero = c.Scale != nil && c.Scale.Max == 11
			if len(k.other) > 0 {
				c.Labels = labelsOf(k.other)
			}
		} else {
			c.Labels = labelsOf(k.answers)
		}
	case Group, Step:
		c.Labels = labelsOf(k.answers)
		if k.isSeveral() && c.Guess == Group {
			c.Labels = k.options()
		}
	case Date:
		f.date(c, h)
	}
}

// numbered says whether a column numbers the rows.
func (t *table) numbered(column int) bool {
	last := -1.0
	for i, r := range t.rows {
		v, ok := decimal(r.cell(column))
		if !ok && isTotal(r) {
			continue
		}
		switch {
		case !ok || v != float64(int64(v)), i == 0 && v > 1 && v < 100 && !holdsWord(t.heads[column].title, idWords), i > 0 && v <= last:
			return false
		case i > 0 && v != last+1 && v < 100 && !holdsWord(t.heads[column].title, idWords):
			return false
		}
		last = v
	}
	return len(t.rows) > 1
}

// dates are how the moments of a column are read.
type dates struct {
	column int
	order  string
	from   *time.Location
}

// date reads which order the dates of a column are in, if the values decide it, and from when to when they are. A column in which every
// date is the one that stands for none is nothing.
func (f *File) date(c *Column, h heading) {
	dmy, mdy, ymd, half, set := true, true, true, false, false
	days := make([]day, 0, len(f.table.counted))
	for _, r := range f.table.counted {
		d, ok := dayOf(r.cell(c.Index))
		if !ok {
			continue
		}
		a, b, y := d.orders()
		dmy, mdy, ymd, half = dmy && a, mdy && b, ymd && y, half || d.half && d.sep == '/'
		if !set {
			at, ok := d.in(yearOr(d, dayFirst), time.UTC, time.UTC)
			set = !ok || !unset(at)
		}
		days = append(days, d)
	}
	switch {
	case !set:
		c.Guess = Nothing
		return
	case ymd:
		c.DateOrder = yearFirst
	case mdy && (!dmy || half):
		c.DateOrder = monthFirst
	case dmy && !mdy:
		c.DateOrder = dayFirst
	}
	found := &dates{column: c.Index, order: c.DateOrder, from: f.zone}
	if strings.Contains(h.title, "UTC") {
		found.from = time.UTC
	}
	if len(days)*10 >= len(f.table.counted)*9 {
		f.dates, f.preview.Period = found, f.period(found, days)
	}
}

func yearOr(d day, order string) string {
	if d.long[0] {
		return yearFirst
	}
	return order
}

// period gives the first and the last day of the answers; nil when the order of the dates is not known.
func (f *File) period(d *dates, days []day) *Period {
	first, last := time.Time{}, time.Time{}
	for _, one := range days {
		at, ok := one.in(d.order, d.from, f.zone)
		if !ok || unset(at) {
			continue
		}
		if first.IsZero() || at.Before(first) {
			first = at
		}
		if at.After(last) {
			last = at
		}
	}
	if first.IsZero() {
		return nil
	}
	return &Period{d.column, first.Format(time.DateOnly), last.Format(time.DateOnly)}
}

// dayIn gives the day of an answer where the board is; "" when there is none or its order is not known.
func (f *File) dayIn(r row, d *dates) string {
	read, ok := dayOf(r.cell(d.column))
	if !ok {
		return ""
	}
	at, ok := read.in(d.order, d.from, f.zone)
	if !ok || unset(at) {
		return ""
	}
	return at.Format(time.DateOnly)
}

// behindDates knows the export of Microsoft Forms: a number, two moments, then who it was, under any head.
func (f *File) behindDates() {
	c := f.preview.Columns
	if len(c) < 5 || c[1].Guess != Date || c[2].Guess != Date || !f.table.numbered(0) {
		return
	}
	for i := 3; i < 5; i++ {
		tells := c[i].Guess != Score && c[i].Guess != Date && c[i].Answers > 0
		if !tells || i == 3 && c[i].Guess != Personal && c[i].Guess != Nothing || i == 4 && c[3].Guess != Personal {
			return
		}
		c[i].Guess = Personal
	}
}

// sample gives the first different answers of a column; of one that tells who somebody is none.
func (f *File) sample(c *Column) {
	if c.Guess == Personal {
		c.Labels, c.Scale = nil, nil
		return
	}
	for _, r := range f.table.counted[:min(len(f.table.counted), 1000)] {
		text := r.cell(c.Index)
		if unasked(text) {
			continue
		}
		if short := []rune(text); len(short) > longestSample {
			text = string(short[:longestSample-1]) + "…"
		}
		if slices.Contains(c.Samples, text) {
			continue
		}
		if c.Samples = append(c.Samples, text); len(c.Samples) == mostSamples {
			return
		}
	}
}

// warn names the rows in which a comment tells who somebody is: an address or number in it, or what stands in a column that does.
func (f *File) warn() {
	var who []int
	for _, c := range f.preview.Columns {
		if c.Guess == Personal && f.differs(c.Index) { // "anonymous" in every row is nobody
			who = append(who, c.Index)
		}
	}
	for i := range f.preview.Columns {
		c := &f.preview.Columns[i]
		if c.Guess != Comment {
			continue
		}
		for _, r := range f.table.counted {
			if len(c.Names) == mostNamed {
				break
			}
			if text := r.cell(c.Index); text != "" && (holdsSomebody(text) || repeats(text, r, who)) {
				c.Names = append(c.Names, r.at)
			}
		}
	}
}

// differs says whether a column has more than one value.
func (f *File) differs(column int) bool {
	rows := f.table.counted
	return len(rows) < 3 || slices.ContainsFunc(rows, func(r row) bool { return r.cell(column) != rows[0].cell(column) })
}

// repeats says whether a text repeats what another column of its row says of who it is.
func repeats(text string, r row, columns []int) bool {
	folded := ""
	for _, column := range columns {
		for word := range strings.FieldsSeq(r.cell(column)) {
			if len(word) <= 3 {
				continue
			}
			if folded == "" {
				folded = strings.ToLower(text)
			}
			if strings.Contains(folded, strings.ToLower(word)) {
				return true
			}
		}
	}
	return false
}

// equalRows counts the answers that are the same as another in every column.
func (t *table) equalRows() (n int) {
	var hash maphash.Hash
	seen := make(map[uint64]int, len(t.counted))
	for _, r := range t.counted {
		hash.Reset()
		for _, cell := range trimmed(r.cells) {
			_, _ = hash.WriteString(cell) // never fails
			_ = hash.WriteByte(0)
		}
		seen[hash.Sum64()]++
	}
	for _, times := range seen {
		if times > 1 {
			n += times
		}
	}
	return n
}
