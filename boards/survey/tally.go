package survey

import (
	"strconv"
	"strings"
)

// How many different answers of a column are kept apart, and how long one may be to be such.
const (
	mostAnswers   = 200
	longestAnswer = 200
)

// sampled is how many rows tell what a column with many different answers holds. One with few, or with numbers, is read wholly.
const sampled = 2_000

// facts are what there is to know of one cell.
type facts struct {
	unasked                         bool
	number                          float64
	isNumber, whole, percent, named bool // named: a label stands beside the number
	day, somebody, place            bool
	token, name, scale, yesNo       bool
	own                             bool // is what stands above the column: a tick
	step                            bool
	semi, tailed, comma             bool // several ticked; tailed: in the way of Microsoft
	words                           int
	folded                          string // "" = too long to be one of few

	answer *answered // where it is counted among the different ones
	again  int       // how often it came once more
}

// tally is what the counted answers of a column have in common.
type tally struct {
	filled, asked            int // of the rows looked at; asked: but for what says that there is no answer
	all                      int // asked, of all rows
	numbers, percent         int
	whole                    bool
	min, max                 float64
	values                   map[float64]int
	named                    map[float64]bool // values that had a label
	days, somebody, places   int
	tokens, names            int
	scale, yesNo, own, steps int
	semis, tailed, commas    int
	words                    int
	answers                  map[string]*answered
	order                    []*answered
	many                     bool
	other                    map[string]*answered // of a column with numbers: what is none
}

// answered is one answer, as it was first spelled, and how often it was given.
type answered struct {
	text string
	n    int
}

func (t *table) tally(column int, steps map[string]bool) *tally {
	own := fold(t.heads[column].own)
	if len(t.counted) > 2*sampled {
		every := len(t.counted) / sampled
		if k := tallyOf(t.counted, column, every, own, steps); k.many && !k.isScore() {
			k.all = t.answers(column)
			return k
		}
	}
	k := tallyOf(t.counted, column, 1, own, steps)
	k.all = k.asked
	return k
}

// answers counts the cells of a column that hold an answer.
func (t *table) answers(column int) (n int) {
	for _, r := range t.counted {
		if cell := r.cell(column); len(cell) > longestNone || !unasked(cell) {
			n++
		}
	}
	return n
}

// tallyOf looks at every so many rows. What is known of a cell is known of the next one with the same text: that one is only counted.
func tallyOf(rows []row, column, every int, own string, steps map[string]bool) *tally {
	k := &tally{whole: true, values: map[float64]int{}, named: map[float64]bool{}, answers: map[string]*answered{},
		other: map[string]*answered{}}
	known := map[string]*facts{}
	for i := 0; i < len(rows); i += every {
		cell := rows[i].cell(column)
		if cell == "" {
			continue
		}
		if f := known[cell]; f != nil {
			f.again++
			continue
		}
		f := factsOf(cell, own, steps)
		k.add(cell, f)
		if len(known) < 2*mostAnswers {
			known[cell] = f
		}
	}
	for _, f := range known {
		k.count(f, f.again)
	}
	return k
}

func factsOf(cell, own string, steps map[string]bool) *facts {
	if len(cell) < longestPlain && digits(cell) && !unasked(cell) {
		return plainNumber(cell, own, steps)
	}
	f := &facts{unasked: unasked(cell), words: strings.Count(cell, " ") + strings.Count(cell, "\n") + 1}
	if f.unasked {
		return f
	}
	if f.number, f.isNumber = number(cell); f.isNumber {
		f.whole, f.percent = f.number == float64(int64(f.number)), cell[len(cell)-1] == '%'
		f.named = len(cell) > 4 && !digits(cell) && !saysMost(cell)
		f.place = len(cell) > 5 && placeShape.MatchString(cell)
	}
	if startsLikeDay(cell) {
		_, f.day = dayOf(cell)
	}
	f.somebody = namesSomebody(cell)
	f.semi = strings.IndexByte(cell, ';') >= 0
	f.tailed = cell[len(cell)-1] == ';'
	if len(cell) <= longestAnswer {
		f.comma, f.token, f.name, f.scale = strings.Contains(cell, ", "), isToken(cell), isName(cell), isScale(cell)
		f.folded = fold(cell)
		f.yesNo, f.step, f.own = yesNo[f.folded], steps[f.folded], own != "" && f.folded == own
	}
	return f
}

// longestPlain is shorter than a telephone number.
const longestPlain = 9

// plainNumber is the short cut for a few digits, as most files have the most of.
func plainNumber(cell, own string, steps map[string]bool) *facts {
	f := &facts{words: 1, isNumber: true, whole: true, token: isToken(cell), folded: cell}
	f.number, _ = strconv.ParseFloat(cell, 64) // digits are a number
	f.yesNo, f.step, f.own = yesNo[cell], steps[cell], own != "" && cell == own
	return f
}

// add takes in a cell that was not met before, or is one of too many.
func (k *tally) add(cell string, f *facts) {
	if !f.unasked {
		f.answer = k.note(cell, f.folded)
		if f.isNumber {
			k.addNumber(f)
		} else if f.answer != nil {
			k.other[f.folded] = f.answer
		}
	}
	k.count(f, 1)
}

// count counts a cell that was taken in so many times.
func (k *tally) count(f *facts, n int) {
	k.filled += n
	if f.unasked {
		return
	}
	k.asked += n
	if f.answer != nil {
		f.answer.n += n
	}
	if f.isNumber {
		k.numbers += n
		k.percent += n * oneIf(f.percent)
		if _, kept := k.values[f.number]; kept {
			k.values[f.number] += n
		}
	}
	k.words += n * f.words
	k.days, k.somebody, k.places = k.days+n*oneIf(f.day), k.somebody+n*oneIf(f.somebody), k.places+n*oneIf(f.place)
	k.tokens, k.names = k.tokens+n*oneIf(f.token), k.names+n*oneIf(f.name)
	k.scale, k.yesNo, k.own, k.steps = k.scale+n*oneIf(f.scale), k.yesNo+n*oneIf(f.yesNo), k.own+n*oneIf(f.own), k.steps+n*oneIf(f.step)
	k.semis, k.tailed, k.commas = k.semis+n*oneIf(f.semi), k.tailed+n*oneIf(f.tailed), k.commas+n*oneIf(f.comma)
}

func oneIf(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (k *tally) addNumber(f *facts) {
	if k.numbers == 0 || f.number < k.min {
		k.min = f.number
	}
	if k.numbers == 0 || f.number > k.max {
		k.max = f.number
	}
	k.whole = k.whole && f.whole
	if len(k.values) < mostAnswers {
		k.values[f.number] += 0 // is counted from now on
	}
	if f.named && len(k.named) < mostAnswers {
		k.named[f.number] = true
	}
}

// note finds where an answer is counted among the different ones; nil when there are too many.
func (k *tally) note(cell, folded string) *answered {
	a := k.answers[folded]
	switch {
	case k.many:
		return nil
	case folded == "", a == nil && len(k.answers) == mostAnswers:
		k.many = true
		return nil
	case a == nil:
		a = &answered{text: cell}
		k.answers[folded] = a
		k.order = append(k.order, a)
	}
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
