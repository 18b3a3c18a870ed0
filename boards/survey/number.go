package survey

import (
	"strconv"
	"strings"
	"unicode"
)

// number reads a score as people and tools write it: 8 · 7,5 · 7½ · 9 - zeer goed · 10 (heel waarschijnlijk) · 8/10 · 80% · ★★★★☆.
func number(s string) (float64, bool) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return float64(s[0] - '0'), true
	}
	if s == "" || len(s) > 120 {
		return 0, false
	}
	if stars, ok := starsOf(s); ok {
		return stars, true
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789.,+-−", r) })
	if end < 0 {
		end = len(s)
	}
	core := strings.TrimRight(s[:end], ".-−,+")
	if core == "" {
		return labelled(s)
	}
	v, ok := decimal(core)
	rest := strings.TrimSpace(s[len(core):])
	if half, found := strings.CutPrefix(rest, "½"); found && ok {
		v, rest = v+0.5, strings.TrimSpace(half)
	}
	return v, ok && follows(rest)
}

// decimal reads a number with a point or a comma. Of both the last is the decimal mark; what comes twice, or stands before nothing but
// 000, parts thousands.
func decimal(s string) (float64, bool) {
	s = strings.Replace(s, "−", "-", 1)
	point, comma := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	mark := max(point, comma)
	if mark >= 0 {
		whole := strings.NewReplacer(".", "", ",", "").Replace(s[:mark])
		single := strings.Count(s, s[mark:mark+1]) == 1
		if part := s[mark+1:]; single && part != "000" {
			s = whole + "." + part
		} else {
			s = whole + part
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// isMost says whether what stands behind a number begins to say how much there is to get, and is that: / 10, van de 5.
func isMost(rest string) (said, is bool) {
	out, said := cutAny(rest, "/", "van de ", "van ", "out of ", "of ", "von ")
	if said {
		_, is = decimal(strings.TrimSpace(out))
	}
	return said, is
}

// saysMost says whether a score says how much there is to get: that is no label.
func saysMost(s string) bool {
	_, is := isMost(strings.TrimLeft(s, "0123456789.,+-− "))
	return is
}

// follows says whether what stands behind a number leaves it a score: nothing, a percent sign, the most there is, or the words of a label.
func follows(rest string) bool {
	switch rest {
	case "", "%", "*", ".":
		return true
	}
	if said, is := isMost(rest); said {
		return is
	}
	first := []rune(strings.TrimLeft(rest, " "))
	switch first[0] {
	case '-', '–', '—', ':', '=', '.', ')', '(', '|':
		if first[0] == '-' && monthOf(strings.ToLower(string(first[1:]))) > 0 { // 5-mrt is what a spreadsheet made of 3-5
			return false
		}
		label := []rune(strings.TrimSpace(string(first[1:])))
		return len(label) > 0 && (unicode.IsLetter(label[0]) || strings.ContainsRune(`"'“‘(`, label[0]))
	}
	return units[fold(rest)] || isScale(rest)
}

var units = wordSet("ster sterren star stars punt punten point points procent percent")

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// labelled reads the number behind a label: Zeer tevreden (5).
func labelled(s string) (float64, bool) {
	if !strings.HasSuffix(s, ")") {
		return 0, false
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !digits(s[open+1:len(s)-1]) || len(s)-open > 5 {
		return 0, false
	}
	return decimal(s[open+1 : len(s)-1])
}

// starsOf counts drawn stars.
func starsOf(s string) (float64, bool) {
	if c := []rune(s)[0]; c != '★' && c != '☆' && c != '⭐' {
		return 0, false
	}
	full := 0
	for _, r := range s {
		switch r {
		case '★', '⭐':
			full++
		case '☆', 0xFE0F, ' ':
		default:
			return 0, false
		}
	}
	return float64(full), true
}
