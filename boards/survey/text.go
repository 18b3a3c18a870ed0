package survey

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean takes off what nobody sees: blanks around, signs without a shape, and the apostrophe that keeps a spreadsheet from computing.
// Letters come in one piece (NFC).
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(visible, s)
	s = norm.NFC.String(strings.TrimSpace(s))
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@", s[1]) >= 0 {
		s = s[1:]
	}
	return s
}

// plain says whether clean would change nothing: the short cut for most cells.
func plain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] <= ' ' || s[len(s)-1] <= ' ' || s[0] == '\'' {
		return false
	}
	for i := range len(s) {
		if s[i] >= 0x7F || s[i] < ' ' && s[i] != '\n' {
			return false
		}
	}
	return true
}

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == 0x00A0, r == 0x202F, r == '\t', r == 0x2028, r == 0x2029:
		return ' '
	case r < ' ', r >= 0x7F && r <= 0x9F, r == 0x00AD, r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0xFFFD,
		r >= 0x200E && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return -1
	}
	return r
}

// fold gives two spellings of one answer the same text: without case, with single spaces.
func fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// folded says whether fold would change nothing: the short cut for numbers and single small words.
func folded(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

var (
	stray  = regexp.MustCompile(`\{\{[^{}]*\}\}|\$\{[^{}]*\}`) // a place for an earlier answer, which the file does not hold
	tags   = regexp.MustCompile(`<[^<>]{1,200}>`)
	linked = regexp.MustCompile(`\[([^\[\]]*)\]\((?:https?:|mailto:)[^()]*\)`)
	marked = regexp.MustCompile(`(^|[\s(,.;:])([*_]{1,3})(\S(?:.*?\S)?)([*_]{1,3})($|[\s),.;:?!])`)
)

// headOf makes a head readable: entities, tags, marks of markdown, places of earlier answers and pictures out.
func headOf(s string) string {
	s = html.UnescapeString(clean(s))
	s = tags.ReplaceAllString(s, " ")
	s = stray.ReplaceAllString(s, "…")
	s = linked.ReplaceAllString(s, "$1")
	for range 3 {
		s = marked.ReplaceAllString(s, "$1$3$5")
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.So, r) || r == 0xFE0F {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// none are answers that say that there is none, in the languages of the tools we know.
var none = wordSet(`- -- --- . ... … / x ? n/a n.a. na nvt n.v.t n.v.t. n.v.t.. nvt. #n/a #n/b #n/b! null none nil #null!
	(leeg) (blank) k.a. keine~angabe geen~antwoord no~answer not~answered niet~beantwoord -99 -999`)

// longestNone is how long one of them is at most.
const longestNone = 20

// unasked says whether a cell holds no answer.
func unasked(s string) bool { return s == "" || len(s) <= longestNone && none[fold(s)] }

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[strings.ReplaceAll(word, "~", " ")] = true
	}
	return set
}

func parts(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }

// holdsWord says whether a text has one of the words, as a whole word.
func holdsWord(text string, set map[string]bool) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), parts) {
		if set[word] {
			return true
		}
	}
	return false
}
