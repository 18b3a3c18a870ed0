package survey

import "strings"

// How many different answers of a column are kept apart, and how long one may be to be such.
const (
	mostAnswers   = 200
	longestAnswer = 200
)

// tally is what the counted answers of a column have in common.
type tally struct {
	filled   int
	asked    int // filled, but for what says that there is no answer
	numbers  int
	whole    bool
	min, max float64
	values   map[float64]int
	days     int
	somebody int
	places   int // as exact as a place on the map
	names    int
	tokens   int
	scale    int // how many are the label of a scale
	yesNo    int
	percent  int
	semis    int
	tailed   int // ends in a semicolon: several ticked, in the way of Microsoft
	commas   int
	words    int
	own      int // is what stands above the column: a tick
	steps    int
	plans    map[float64]bool // values that had a label
	answers  map[string]*answered
	order    []*answered
	many     bool
	other    map[string]*answered // of a column with numbers: what is none
}

// answered is one answer, as it was first spelled, and how often it was given.
type answered struct {
	text string
	n    int
}

func (t *table) tally(column int, steps map[string]bool) *tally {
	k := &tally{whole: true, values: map[float64]int{}, plans: map[float64]bool{}, answers: map[string]*answered{},
		other: map[string]*answered{}}
	own := fold(t.heads[column].own)
	for _, r := range t.counted {
		cell := r.cell(column)
		if cell == "" {
			continue
		}
		k.filled++
		if !unasked(cell) {
			k.add(cell, own, steps)
		}
	}
	return k
}

func (k *tally) add(cell, own string, steps map[string]bool) {
	k.asked++
	fresh := k.note(cell)
	if v, ok := number(cell); ok {
		k.addNumber(cell, v)
		if len(cell) > 5 && placeShape.MatchString(cell) {
			k.places++
		}
	} else if fresh != nil && len(k.other) < mostAnswers {
		k.other[fold(cell)] = fresh
	}
	if startsLikeDay(cell) {
		if _, ok := dayOf(cell); ok {
			k.days++
		}
	}
	if namesSomebody(cell) {
		k.somebody++
	}
	if strings.IndexByte(cell, ';') >= 0 {
		k.semis++
		if cell[len(cell)-1] == ';' {
			k.tailed++
		}
	}
	k.words += strings.Count(cell, " ") + strings.Count(cell, "\n") + 1
	k.addText(cell, own, steps)
}

func (k *tally) addText(cell, own string, steps map[string]bool) {
	if len(cell) > longestAnswer {
		return
	}
	if strings.Contains(cell, ", ") {
		k.commas++
	}
	if isToken(cell) {
		k.tokens++
	}
	if k.many { // so many different answers are neither a scale nor a choice
		return
	}
	if isName(cell) {
		k.names++
	}
	folded := fold(cell)
	if yesNo[folded] {
		k.yesNo++
	}
	if own != "" && folded == own {
		k.own++
	}
	if steps[folded] {
		k.steps++
	}
	if isScale(cell) {
		k.scale++
	}
}

func (k *tally) addNumber(cell string, v float64) {
	if k.numbers == 0 || v < k.min {
		k.min = v
	}
	if k.numbers == 0 || v > k.max {
		k.max = v
	}
	k.numbers++
	k.whole = k.whole && v == float64(int64(v))
	if len(k.values) < mostAnswers {
		k.values[v]++
	}
	if cell[len(cell)-1] == '%' {
		k.percent++
	}
	if len(cell) > 4 && !digits(cell) && len(k.plans) < mostAnswers {
		k.plans[v] = true
	}
}

// note counts an answer among the different ones, as long as there are few.
func (k *tally) note(cell string) *answered {
	if k.many || len(cell) > longestAnswer {
		k.many = k.many || len(cell) > longestAnswer
		return nil
	}
	folded := fold(cell)
	a := k.answers[folded]
	if a == nil {
		if len(k.answers) == mostAnswers {
			k.many = true
			return nil
		}
		a = &answered{text: cell}
		k.answers[folded] = a
		k.order = append(k.order, a)
	}
	a.n++
	return a
}

// isToken says whether a value is the name that a program gave: one word with a digit and a letter in it, or a very long number.
func isToken(s string) bool {
	if len(s) > 64 || strings.ContainsAny(s, " \n;") {
		return false
	}
	if digits(s) {
		return len(s) > 5
	}
	letters, figures := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			figures++
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '_', r == '-', r == '{', r == '}', r == '.':
			letters++
		default:
			return false
		}
	}
	return figures > 0 && letters > 0 && (strings.ContainsAny(s, "_") || figures >= 2)
}

// labels gives the different answers and how often each was given.
func labelsOf(answers map[string]*answered) map[string]int {
	labels := map[string]int{}
	for _, a := range answers {
		labels[a.text] += a.n
	}
	return labels
}
