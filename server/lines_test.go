package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// A line has at most so many characters, a tab as four in Go and as two elsewhere: what fits beside another file on a laptop.
const longestLine = 140

// unbroken are lines that cannot be broken: a struct's tag, the path of a drawing, a regular expression, an address.
var unbroken = regexp.MustCompile("`[a-z]+:\"|^\\s*d=\"|^\\s*(?:\\w+: )?/[^/*]|://\\S{60}")

// wide are files whose lines are a table or the data of a test, or which programs wrote.
func wide(path string) bool {
	return path == "boards/matrix.go" || strings.Contains(path, ".gen.") || strings.HasSuffix(path, "_test.go") ||
		strings.HasSuffix(path, ".test.ts")
}

func TestLinesAreReadable(t *testing.T) {
	for path, text := range citing(t) {
		tab := map[string]string{".go": "    ", ".ts": "  ", ".svelte": "  ", ".js": "  "}[filepath.Ext(path)]
		if tab == "" || wide(path) {
			continue
		}
		for n, line := range strings.Split(text, "\n") {
			long := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", tab))
			if long > longestLine && !unbroken.MatchString(line) {
				t.Errorf("%s:%d has %d characters", path, n+1, long)
			}
		}
	}
}
