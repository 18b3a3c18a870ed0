package survey

import (
	"net/netip"
	"regexp"
	"strings"
	"unicode"
)

var (
	mailShape  = regexp.MustCompile(`[^\s@<>",;]+@[^\s@<>",;]+\.[a-zA-Z]{2,}`)
	phoneShape = regexp.MustCompile(`(?:^|[^\d\w])(?:\+|00)?\(?\d(?:[ ()./-]{0,2}\d){8,14}(?:$|[^\d\w])`)
	ibanShape  = regexp.MustCompile(`^[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,4}$`)
	placeShape = regexp.MustCompile(`^-?\d{1,3}[.,]\d{4,}$`)
	zipShape   = regexp.MustCompile(`^[1-9]\d{3} ?[A-Za-z]{2}$`)
	nameShape  = regexp.MustCompile(`^\p{Lu}(?:\.|\p{Ll}+)` +
		`(?:[ -]?(?:\p{Lu}(?:\.|[\p{L}'’-]+)|van|de|der|den|het|ten|ter|von|la|le|el|al|bin))+$`)
)

// namesSomebody says whether a single value tells who or where somebody is.
func namesSomebody(s string) bool {
	switch {
	case len(s) < 5 || len(s) > 120:
		return false
	case strings.IndexByte(s, '@') > 0:
		return mailShape.MatchString(s) && !strings.Contains(s, " ")
	case strings.IndexByte(s, ':') > 0, strings.Count(s, ".") == 3:
		_, err := netip.ParseAddr(s)
		return err == nil
	}
	return isPhone(strings.TrimLeft(s, "'")) || ibanShape.MatchString(s) || zipShape.MatchString(s)
}

// isPhone says whether a whole value is a telephone number: it begins like one and has as many digits.
func isPhone(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			n++
		case !strings.ContainsRune("+ ()-./", r):
			return false
		}
	}
	if n < 9 || n > 15 || !strings.HasPrefix(s, "0") && !strings.HasPrefix(s, "+") && !strings.HasPrefix(s, "(") {
		return false
	}
	_, isDay := dayOf(s)
	return !isDay
}

// holdsSomebody says whether a text has an address or a number in it by which somebody can be found.
func holdsSomebody(s string) bool {
	if strings.IndexByte(s, '@') > 0 && mailShape.MatchString(s) {
		return true
	}
	figures := 0
	for i := range len(s) {
		figures += oneIf(s[i] >= '0' && s[i] <= '9')
	}
	return figures >= 9 && phoneShape.MatchString(s)
}

// isName says whether a value looks like the name of a person: J. Verzonnen, Anna van der Berg.
func isName(s string) bool { return len(s) < 60 && nameShape.MatchString(s) }

// asksWho is how a question for a name or an address begins.
var asksWho = []string{"wat is je ", "wat is uw ", "wat is jouw ", "what is your ", "what's your ", "your ", "je ", "jouw ", "uw ", "ihr ",
	"votre "}

// titleNames says whether the head of a column asks who somebody is: a short one with a word for it.
func titleNames(title string) bool {
	words := wordCount(title)
	if words > 6 || !holdsWord(title, personalWords) {
		return false
	}
	if words <= 2 && !strings.HasSuffix(title, "?") {
		return true
	}
	title = fold(title)
	for _, ask := range asksWho {
		if strings.HasPrefix(title, ask) && wordCount(title) <= wordCount(ask)+2 {
			return true
		}
	}
	return false
}
