package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Citations have one form: "method.md 3.4.9" (several: "method.md 2.9, 3.4.7", "2.9 and 6.2 check 1"), "ruling 8", "docs/x.md".
var (
	citesMethod  = regexp.MustCompile(`\bmethod\.md\b( [0-9][0-9a-z.]*(?:( check [0-9]+)?(?:, | and |–)[0-9][0-9a-z.]*)*)?`)
	citesCheck   = regexp.MustCompile(`\b6\.2 check ([0-9]+)`)
	citesRuling  = regexp.MustCompile(`(?i)\bruling ([0-9]+)`)
	citesFile    = regexp.MustCompile(`\b(docs/[a-z/-]+\.(?:md|service))\b`)
	looseMethod  = regexp.MustCompile(`\b[Mm]ethod [0-9]+\.[0-9]`)
	paragraph    = regexp.MustCompile(`[0-9][0-9a-z.]*[0-9a-z]|[0-9]`)
	anchorsAt    = regexp.MustCompile(`(?m)^(?:#+ |\*\*)([0-9][0-9a-z.]*)[ .]`)
	rulingsAt    = regexp.MustCompile(`(?m)^\*\*Ruling ([0-9]+)\.`)
	checksAt     = regexp.MustCompile(`(?m)^([0-9]+)\. `)
	citingEnding = []string{".go", ".ts", ".svelte", ".css", ".html", ".js", ".sh"}
)

// citing gives every file of ours in which a citation may stand, by path.
func citing(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		dir := filepath.ToSlash(path)
		switch {
		case err != nil:
			return err
		case entry.IsDir() && dir != ".." && (strings.HasPrefix(entry.Name(), ".git") || slices.Contains(foreign, entry.Name())):
			return fs.SkipDir
		case dir == "../server/citations_test.go" || !slices.Contains(citingEnding, filepath.Ext(path)) && filepath.Dir(dir) != "../docs":
			return nil
		case entry.IsDir():
			return nil
		}
		text, err := os.ReadFile(path)
		texts[strings.TrimPrefix(dir, "../")] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// named gives what a pattern finds in a file of docs, as a set.
func named(t *testing.T, file string, pattern *regexp.Regexp) map[string]bool {
	t.Helper()
	set := map[string]bool{}
	for _, found := range pattern.FindAllStringSubmatch(textOf(t, "../docs/"+file), -1) {
		set[found[1]] = true
	}
	return set
}

// Whatever a comment cites is there to be read.
func TestEveryCitationIsThere(t *testing.T) {
	paragraphs, rulings := named(t, "method.md", anchorsAt), named(t, "decisions.md", rulingsAt)
	checks := named(t, "method.md", checksAt)
	if len(paragraphs) < 40 || len(rulings) != 8 || len(checks) != 13 {
		t.Fatalf("%d paragraphs, %d rulings and %d checks: the pages have another form", len(paragraphs), len(rulings), len(checks))
	}
	for path, text := range citing(t) {
		for line, text := range strings.Split(text, "\n") {
			for _, no := range uncited(text, strings.HasPrefix(path, "docs/"), paragraphs, rulings, checks) {
				t.Errorf("%s:%d: %s", path, line+1, no)
			}
		}
	}
}

// uncited says what is wrong with the citations in one line. The pages in docs also link to the method as a whole.
func uncited(line string, page bool, paragraphs, rulings, checks map[string]bool) (wrong []string) {
	for _, found := range citesMethod.FindAllStringSubmatch(line, -1) {
		if found[1] == "" && !page {
			wrong = append(wrong, "method.md without the number of a paragraph on the same line")
		}
		for _, number := range paragraph.FindAllString(strings.ReplaceAll(found[1], found[2], ""), -1) {
			if !paragraphs[number] {
				wrong = append(wrong, "docs/method.md has no paragraph "+number)
			}
		}
	}
	for _, found := range citesRuling.FindAllStringSubmatch(line, -1) {
		if !rulings[found[1]] {
			wrong = append(wrong, "docs/decisions.md has no ruling "+found[1])
		}
	}
	for _, found := range citesCheck.FindAllStringSubmatch(line, -1) {
		if !checks[found[1]] {
			wrong = append(wrong, "docs/method.md 6.2 has no check "+found[1])
		}
	}
	for _, found := range citesFile.FindAllStringSubmatch(line, -1) {
		if _, err := os.Stat("../" + found[1]); err != nil {
			wrong = append(wrong, fmt.Sprintf("%s is not there", found[1]))
		}
	}
	if looseMethod.MatchString(line) {
		wrong = append(wrong, `"method 2.7" is written "method.md 2.7"`)
	}
	return wrong
}

// The test above would notice each of these.
func TestCitationsThatLeadNowhere(t *testing.T) {
	none := map[string]bool{"2.9": true, "6.2": true}
	for _, line := range []string{
		"// (method.md 9.9)", "// (method.md 2.9, 7.1)", "// (method.md)", "// (method 2.9)", "// ruling 12", "// 6.2 check 40", "// docs/nothing.md",
	} {
		if len(uncited(line, false, none, none, none)) == 0 {
			t.Errorf("nothing is wrong with %q", line)
		}
	}
	if wrong := uncited("// (method.md 2.9 and 6.2)", false, none, none, none); len(wrong) != 0 {
		t.Error(wrong)
	}
}

// README and CONTRIBUTING name files and folders that are there: the path of an edit is the first thing somebody follows.
func TestEveryPathForNewcomersIsThere(t *testing.T) {
	for _, page := range []string{"README.md", "CONTRIBUTING.md"} {
		for _, found := range regexp.MustCompile("`([a-z.]+/[A-Za-z0-9_./-]+)`").FindAllStringSubmatch(textOf(t, "../"+page), -1) {
			if strings.Contains(found[1], "...") || strings.HasPrefix(found[1], "bin/") || found[1] == "frontend/test-results" {
				continue
			}
			if _, err := os.Stat("../" + found[1]); err != nil {
				t.Errorf("%s names %s, which is not there", page, found[1])
			}
		}
	}
}

// What docs/surprises.md calls a guard and docs/faults.md and docs/worked.md a test is there: a test of Go by its name, a file by its path, and behind a file
// of the pages the beginning of a test's name.
func TestEveryGuardIsThere(t *testing.T) {
	var code strings.Builder
	for path, text := range citing(t) {
		if strings.HasSuffix(path, "_test.go") {
			code.WriteString(text)
		}
	}
	for page, least := range map[string]int{"docs/surprises.md": 15, "docs/faults.md": 60, "docs/worked.md": 40} {
		guards := 0
		for _, found := range regexp.MustCompile("`([^`]+)`(?: \\(“([^”]+)”\\))?").FindAllStringSubmatch(textOf(t, "../"+page), -1) {
			if no := unguarded(found[1], found[2], code.String()); no != "" {
				t.Errorf("%s names %s, which is not there", page, no)
			} else if strings.HasPrefix(found[1], "Test") || strings.Contains(found[1], "/") {
				guards++
			}
		}
		if guards < least {
			t.Errorf("%s names only %d guards: it has another form", page, guards)
		}
	}
}

// unguarded gives what of a guard is not there; "" when all of it is.
func unguarded(name, title, code string) string {
	switch {
	case strings.HasPrefix(name, "Test"):
		if !strings.Contains(code, "func "+name+"(") {
			return name
		}
	case strings.Contains(name, "/") && !strings.Contains(name, " ") && !strings.HasPrefix(name, "golang.org/"):
		text, err := os.ReadFile("../" + name)
		if info, stat := os.Stat("../" + name); stat == nil && info.IsDir() {
			err = nil
		}
		if err != nil || !strings.Contains(string(text), title) {
			return strings.TrimSpace(name + " " + title)
		}
	}
	return ""
}
