package survey

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Limits of what is taken from one file.
const (
	mostQuotes   = 200 // unless rows are chosen
	MostQuote    = 300
	mostPicked   = 5_000
	mostRelabels = 500
)

// Mapping says what to take from a file.
type Mapping struct {
	Score     *ScoreOf
	Comments  []int
	QuoteRows []int // nil = the first ones
	StepIn    *int  // the column that names the step
	DateOrder string
	Day       string // of what has no date of its own
}

// ScoreOf says which column holds the score and what the words in it are worth; nil = no answer.
type ScoreOf struct {
	Column int
	Labels map[string]*float64
}

// Measure is what a customer number can hold.
type Measure struct {
	Min, Max float64
	Whole    bool // of its answers only whole numbers count
	YesNo    bool // yes is the most and no the least
}

// Taken is what was taken from a file.
type Taken struct {
	N       int
	Counts  []int   // from the lowest point of the scale up; nil when there are fractions
	Mean    float64 // of the answers
	SD      float64 // of the sample; 0 for one answer
	Quotes  []Quote
	LeftOut []LeftOut
}

// Quote is one comment as it will be kept.
type Quote struct {
	Row  int
	Text string
	Step string // the answer in the column of steps
	Day  string
}

// WrongMapping says which part of a mapping does not fit the file.
type WrongMapping struct {
	Field, Why string
	Row        int // the first row that shows it; 0 = no row does
}

func (w *WrongMapping) Error() string { return "survey: mapping: " + w.Field + " " + w.Why }

// Fits says whether a mapping fits the file; personal columns are never taken.
func (f *File) Fits(m Mapping) error {
	if m.Score == nil && len(m.Comments) == 0 {
		return &WrongMapping{Field: "mapping", Why: "empty"}
	}
	if m.Score != nil {
		if err := f.usable(m.Score.Column, "score"); err != nil {
			return err
		}
		if len(m.Score.Labels) > mostRelabels {
			return &WrongMapping{Field: "score", Why: "labels"}
		}
	}
	for i, column := range m.Comments {
		if err := f.usable(column, "comments"); err != nil {
			return err
		}
		if slices.Contains(m.Comments[:i], column) {
			return &WrongMapping{Field: "comments", Why: "twice"}
		}
	}
	if m.StepIn != nil {
		return f.usable(*m.StepIn, "stepColumn")
	}
	return nil
}

func (f *File) usable(column int, field string) error {
	for i := range f.preview.Columns {
		if c := &f.preview.Columns[i]; c.Index == column {
			if c.Guess == Personal {
				return &WrongMapping{Field: field, Why: "personal"}
			}
			return nil
		}
	}
	return &WrongMapping{Field: field, Why: "column"}
}

// Take takes what a mapping asks for. What it cannot use is named, and so is what it shortens.
func (f *File) Take(m Mapping, measure Measure) (Taken, error) {
	if err := f.Fits(m); err != nil {
		return Taken{}, err
	}
	t := Taken{LeftOut: slices.Clone(f.preview.LeftOut)}
	if m.Score != nil {
		if err := f.score(&t, m.Score, measure); err != nil {
			return Taken{}, err
		}
	}
	f.quotes(&t, m)
	slices.SortStableFunc(t.LeftOut, func(a, b LeftOut) int { return cmp.Compare(a.Row, b.Row) })
	return t, nil
}

func (f *File) score(t *Taken, from *ScoreOf, measure Measure) error {
	labels := map[string]*float64{}
	for text, value := range from.Labels {
		labels[fold(clean(text))] = value
	}
	if f.oneMayBeZero(from, measure) {
		return &WrongMapping{Field: "score", Why: "one_is_zero"}
	}
	var values []float64
	first := 0
	for _, r := range f.table.counted {
		v, answered, why := scoreIn(r.cell(from.Column), labels, measure)
		switch {
		case why != "":
			column := from.Column
			first = cmp.Or(first, r.at)
			t.LeftOut = append(t.LeftOut, LeftOut{r.at, &column, why})
		case answered:
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return &WrongMapping{Field: "score", Why: "none", Row: first}
	}
	t.count(values, measure)
	return nil
}

// oneMayBeZero says whether a column of 1 to 11 is taken for a scale of 0 to 10 without anybody having said whether 1 means 0.
func (f *File) oneMayBeZero(from *ScoreOf, measure Measure) bool {
	if measure.Min != 0 || measure.Max != 10 || len(from.Labels) > 0 {
		return false
	}
	for _, c := range f.preview.Columns {
		if c.Index == from.Column {
			return c.OneIsZero
		}
	}
	return false
}

// scoreIn reads one answer; why says why it cannot be used.
func scoreIn(cell string, labels map[string]*float64, measure Measure) (v float64, answered bool, why string) {
	if value, ok := labels[fold(cell)]; ok && cell != "" {
		if value == nil {
			return 0, false, ""
		}
		v = *value
	} else if unasked(cell) {
		return 0, false, ""
	} else if yes := yesNoIn(cell, measure); yes != nil {
		v = *yes
	} else if v, ok = number(cell); !ok {
		return 0, false, "not_a_number"
	}
	switch {
	case v < measure.Min || v > measure.Max:
		return 0, false, "outside_scale"
	case measure.Whole && v != math.Trunc(v):
		return 0, false, "fraction"
	}
	return v, true, ""
}

// yesNoIn reads a yes or no where the number is a share.
func yesNoIn(cell string, measure Measure) *float64 {
	folded := fold(cell)
	switch {
	case !measure.YesNo || !yesNo[folded]:
		return nil
	case isFalse(cell) || folded == "n" || folded == "non" || folded == "nein":
		return &measure.Min
	}
	return &measure.Max
}

// mostPoints is how many points a scale may have to be counted by point.
const mostPoints = 101

// count adds the answers up. Points that are whole numbers are counted one by one, which keeps everything that can be asked of them later.
func (t *Taken) count(values []float64, measure Measure) {
	sum, whole := 0.0, measure.Min == math.Trunc(measure.Min) && measure.Max-measure.Min < mostPoints
	for _, v := range values {
		sum += v
		whole = whole && v == math.Trunc(v)
	}
	t.N = len(values)
	t.Mean = sum / float64(t.N)
	off := 0.0
	for _, v := range values {
		off += (v - t.Mean) * (v - t.Mean)
	}
	if t.N > 1 {
		t.SD = math.Sqrt(off / float64(t.N-1))
	}
	if !whole {
		return
	}
	t.Counts = make([]int, int(measure.Max-measure.Min)+1)
	for _, v := range values {
		t.Counts[int(v-measure.Min)]++
	}
}

func (f *File) quotes(t *Taken, m Mapping) {
	picked, most := map[int]bool{}, mostQuotes
	for _, at := range m.QuoteRows {
		picked[at] = true
	}
	if m.QuoteRows != nil {
		most = mostPicked
	}
	for _, r := range f.table.counted {
		if m.QuoteRows != nil && !picked[r.at] {
			continue
		}
		for _, column := range m.Comments {
			text := strings.TrimSpace(r.cell(column))
			if unasked(text) || text == "" {
				continue
			}
			if len(t.Quotes) >= most {
				t.LeftOut = append(t.LeftOut, LeftOut{r.at, &column, "beyond"})
				continue
			}
			short := cut(text, MostQuote)
			if short != text {
				t.LeftOut = append(t.LeftOut, LeftOut{r.at, &column, "shortened"})
			}
			q := Quote{Row: r.at, Text: short, Day: f.dayOr(r, m)}
			if m.StepIn != nil {
				q.Step = r.cell(*m.StepIn)
			}
			t.Quotes = append(t.Quotes, q)
		}
	}
}

// dayOr gives the day of an answer, else the day that was given for the whole file.
func (f *File) dayOr(r row, m Mapping) string {
	if f.dates == nil {
		return m.Day
	}
	d := *f.dates
	if d.order == "" {
		d.order = m.DateOrder
	}
	return cmp.Or(f.dayIn(r, &d), m.Day)
}

// cut shortens a text to so many characters, at the end of a word.
func cut(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	end := most - 1
	for end > most/2 && !isBlank(runes[end]) {
		end--
	}
	if !isBlank(runes[end]) { // one word without end
		end = most - 1
	}
	return strings.TrimRight(string(runes[:end]), " \n.,;:–-") + "…"
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' }
