package survey

import (
	"regexp"
	"strconv"
	"strings"
)

// mostLabels is how many different answers a scale or a choice may have.
const mostLabels = 30

// about tells what a column of the tool itself holds.
func guessAbout(h heading) (string, bool) {
	switch key := h.key; {
	case key == "":
		return "", false
	case strings.HasSuffix(key, "date"):
		return Date, true
	case strings.HasPrefix(key, "recipient"), key == "ipaddress", strings.HasPrefix(key, "location"), key == "name", key == "emailaddress",
		strings.HasPrefix(key, "external"):
		return Personal, true
	}
	return Nothing, h.about
}

// guess says what a column seems to hold.
func guess(h heading, k *tally, numbered bool) string {
	if k.asked == 0 {
		return Nothing
	}
	if what, ok := guessAbout(h); ok {
		return what
	}
	most := func(n int) bool { return n*10 >= k.asked*8 }
	switch {
	case k.somebody*10 >= k.asked*3, most(k.places), titleNames(h.title) && !k.isOnScale(h.title) && k.own == 0:
		return Personal
	case most(k.days):
		return Date
	case numbered, most(k.tokens) && !k.isScore() || h.about && !most(k.names):
		return Nothing
	case most(k.yesNo) && len(k.answers) <= 3, k.isTick(), k.own == k.asked, digits(h.title) && k.values[1] == k.asked:
		return Group
	case k.isShareOfNPS():
		return Nothing
	case k.isScore():
		return scoreOrNothing(h, k)
	}
	return guessText(h, k)
}

// scoreOrNothing tells a score from any other number: it has a scale.
func scoreOrNothing(h heading, k *tally) string {
	if k.scaleOf(h.title) == nil {
		return Nothing
	}
	return Score
}

func guessText(h heading, k *tally) string {
	few := !k.many && len(k.answers) <= mostLabels
	repeated := few && k.asked >= 6 && len(k.answers)*3 <= k.asked
	comment := holdsWord(h.title, commentWords)
	switch {
	case k.names*10 >= k.asked*8 && len(k.answers)*2 > k.asked && !comment:
		return Personal
	case few && k.steps*2 >= k.asked, few && wordCount(h.title) <= 3 && holdsWord(h.title, stepWords):
		return Step
	case k.isSeveral():
		return Group
	case few && len(k.answers) <= 12 && k.scale*2 >= k.asked && (repeated || !comment):
		return Score
	case repeated:
		return Group
	case comment, k.words >= k.asked*3, k.many, k.words*2 >= k.asked*3 && len(k.answers)*10 >= k.asked*6 && k.names*2 < k.asked:
		return Comment
	case len(k.answers) == 1 && k.asked > 1:
		return Nothing
	case few && len(k.answers) < k.asked:
		return Group
	}
	return Comment
}

// isScore says whether most answers are numbers, and the others few.
func (k *tally) isScore() bool {
	return k.numbers > 0 && k.numbers*10 >= k.asked*6 && (len(k.other) <= 8 || k.numbers*100 >= k.asked*95)
}

// isOnScale says whether most answers are points of a scale. A telephone number that a spreadsheet took for a number is none.
func (k *tally) isOnScale(title string) bool { return k.isScore() && k.scaleOf(title) != nil }

// isTick says whether there is nothing but 1 and 0, both of them, or nothing but 1 many times.
func (k *tally) isTick() bool {
	if k.numbers != k.asked || len(k.named) > 0 {
		return false
	}
	zeros, ones := k.values[0], k.values[1]
	return zeros+ones == k.asked && ones > 0 && (zeros > 0 || ones > 5)
}

// isShareOfNPS says whether there is nothing but what a tool made of the grade beside it: promoter, passive, detractor.
func (k *tally) isShareOfNPS() bool {
	told := false
	for text := range k.answers {
		if !npsWords[text] {
			return false
		}
		told = told || text[0] != 'n' && text[:2] != "pa"
	}
	return told && !k.many
}

// isSeveral says whether several options stand in one cell.
func (k *tally) isSeveral() bool {
	if k.tailed*10 >= k.asked*8 {
		return true
	}
	return k.semis*10 >= k.asked*3 && k.repeats(";") || k.commas*10 >= k.asked*3 && k.semis == 0 && k.repeats(", ")
}

// repeats says whether the pieces of the answers come again and again: then they are options, else it is a text with signs in it.
func (k *tally) repeats(sep string) bool {
	if k.many {
		return false
	}
	pieces, all := map[string]int{}, 0
	for _, a := range k.order {
		for piece := range strings.SplitSeq(a.text, sep) {
			if piece = fold(piece); piece != "" {
				pieces[piece] += a.n
				all += a.n
			}
		}
	}
	return len(pieces) <= mostLabels && len(pieces)*2 <= all && all > 3
}

// options gives how often each of several options was ticked.
func (k *tally) options() map[string]int {
	sep := ", "
	if k.semis > 0 {
		sep = ";"
	}
	spelled, options := map[string]string{}, map[string]int{}
	for _, a := range k.order {
		for piece := range strings.SplitSeq(a.text, sep) {
			piece = strings.TrimSpace(piece)
			if piece == "" {
				continue
			}
			if _, ok := spelled[fold(piece)]; !ok {
				spelled[fold(piece)] = piece
			}
			options[spelled[fold(piece)]] += a.n
		}
	}
	return options
}

var (
	spanned = regexp.MustCompile(`(?:^|[^\d.,])(-?\d{1,3})\s*(?:=[^\d]{1,40}?)?` +
		`(?:-|–|—|t/m|tot en met|tot|to|bis|…|\.\.\.?|,|;|/|\s)\s*(?:\S{0,12}\s)?(\d{1,3})(?:$|[^\d.,])`)
	likely = regexp.MustCompile(`(?i)\bnps\b|aanbeve|beve+l\S*\s.*\baan\b|aan te bevelen|recommend|weiterempfehl|recommand`)
)

// scaleOf finds the scale of a score: as the head says, as labels at its ends say, or the commonest scale that holds the numbers. nil when
// the numbers are of no scale.
func (k *tally) scaleOf(title string) *Scale {
	low, high := k.ends()
	if said := saidIn(title, low, high); said != nil {
		return said
	}
	switch {
	case k.percent*2 > k.numbers && low >= 0 && high <= 100:
		return &Scale{0, 100}
	case low < 0:
		return around(low, high)
	case high > 11:
		return nil
	case high > 10:
		return &Scale{min(low, 1), 11}
	case likely.MatchString(title), low < 1:
		return &Scale{0, 10}
	case k.named[low] && k.named[high] && high > low && high >= 3:
		return &Scale{low, high}
	case high <= 5 && k.whole:
		return &Scale{1, 5}
	case high <= 7 && low <= 2 && k.whole && k.numbers >= 10 && k.values[7] > 0:
		return &Scale{1, 7}
	}
	return &Scale{1, 10}
}

// around gives a scale with a middle of zero.
func around(low, high float64) *Scale {
	for _, end := range []float64{2, 3, 5} {
		if low >= -end && high <= end {
			return &Scale{-end, end}
		}
	}
	return nil
}

// ends gives the least and the most number, without the few that are far off: 99 for "don't know" is no score.
func (k *tally) ends() (low, high float64) {
	if k.max <= 11 || len(k.values) >= mostAnswers {
		return k.min, k.max
	}
	inside, low, high := 0, 0.0, 0.0
	for v, n := range k.values {
		if v < 0 || v > 10 {
			continue
		}
		if inside == 0 {
			low, high = v, v
		}
		low, high, inside = min(low, v), max(high, v), inside+n
	}
	if inside*10 >= k.numbers*9 {
		return low, high
	}
	return k.min, k.max
}

// saidIn reads the scale from the head: 0-10, 1 t/m 5.
func saidIn(title string, low, high float64) *Scale {
	for _, m := range spanned.FindAllStringSubmatch(title, 4) {
		from, _ := strconv.ParseFloat(m[1], 64)
		to, _ := strconv.ParseFloat(m[2], 64)
		known := to == 4 || to == 5 || to == 6 || to == 7 || to == 10 || to == 11 || to == 100
		if known && (from == 0 || from == 1) && from <= low && high <= to {
			return &Scale{from, to}
		}
	}
	return nil
}
