package incoming

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// proposeCode gives a department a short name for the map that no other has, and takes it: the initials of its words, its first letters,
// else a letter and a number. The desk proposes the same (kinds/department/code.ts); boards/testdata/codes.json holds them together.
func proposeCode(name string, taken map[string]bool) string {
	words := strings.Fields(capitals(name))
	whole, initials := strings.Join(words, ""), ""
	for _, word := range words {
		initials += word[:1]
	}
	tries := []string{}
	if len(words) > 1 {
		tries = append(tries, firstOf(initials, 3))
	}
	tries = append(tries, firstOf(whole, 3), firstOf(whole, 2))
	if n := len(whole); n > 2 {
		tries = append(tries, whole[:1]+whole[2:min(n, 4)], whole[:2]+whole[n-1:])
	}
	for n := range 99 {
		letters := firstOf(whole, 2)
		if n >= 9 {
			letters = firstOf(whole, 1)
		}
		if letters == "" {
			letters = "A"
		}
		tries = append(tries, fmt.Sprint(letters, n+1))
	}
	for _, code := range tries {
		if len(code) >= 2 && !taken[code] {
			taken[code] = true
			return code
		}
	}
	return ""
}

func firstOf(text string, n int) string { return text[:min(len(text), n)] }

// capitals gives a name in capitals and digits without accents, with a space for everything else.
func capitals(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.M, r):
			return -1
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return ' '
	}, strings.ToUpper(norm.NFD.String(name)))
}
