package report

import (
	"strings"
	"unicode"
)

// columns estimates how wide text is, in columns of about half an em: 1 for a letter, 2 for
// Chinese, Japanese, Korean and emoji, 0 for marks that sit on another.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300 && r != softHyphen && r != 'W' && r != 'M': // nearly all of what is written here, and no mark below it
		return 1
	case unicode.Is(unicode.M, r), r == 0x200D, r == softHyphen, r >= 0x2066 && r <= 0x2069, r >= 0xFE00 && r <= 0xFE0F,
		r >= 0x1F3FB && r <= 0x1F3FF:
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0x1F000 && r <= 0x3FFFD, r == 'W', r == 'M', r == '—':
		return 2
	}
	return 1
}

// lines estimates how many lines of that many columns a text takes; a word longer than a line is broken.
func lines(s string, wide int) int {
	n := 0
	for _, paragraph := range strings.Split(s, "\n") {
		n++
		at := 0
		for _, word := range strings.Fields(paragraph) {
			w := columns(word)
			if at > 0 && at+1+w <= wide {
				at += 1 + w
				continue
			}
			if at > 0 {
				n++
			}
			n += max(0, (w-1)/wide)
			at = (w-1)%wide + 1
		}
	}
	return n
}

// clip shortens text to that many columns with an ellipsis, at a space where there is one near, never inside a letter with
// its marks or an emoji made of several.
func clip(s string, most int) string {
	if columns(s) <= most {
		return s
	}
	runes, at, wide := []rune(s), 0, 0
	for at < len(runes) && wide+runeColumns(runes[at]) <= most-1 {
		wide += runeColumns(runes[at])
		at++
	}
	for at > 0 && joins(runes, at) {
		at--
	}
	for i := at; i > at*2/3 && i > 0; i-- {
		if unicode.IsSpace(runes[i]) {
			at = i
			break
		}
	}
	return strings.TrimRightFunc(string(runes[:at]), func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' }) + "…"
}

// joins says whether cutting before this rune would take something apart.
func joins(runes []rune, at int) bool {
	if at >= len(runes) {
		return false
	}
	return runeColumns(runes[at]) == 0 || runes[at-1] == 0x200D ||
		(flag(runes[at]) && flag(runes[at-1]))
}

// flag: half of a flag of two letters.
func flag(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
