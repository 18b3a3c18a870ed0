package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// TestLicencesOfAllThatIsInside holds the list against go.mod and package-lock.json: a version that was raised or a library that came or went
// is noticed without asking for its files.
func TestLicencesOfAllThatIsInside(t *testing.T) {
	list, texts, _ := strings.Cut(licences, "\n====")
	want := map[string]bool{"Muntsaus": true, "Go: standard library and runtime": true, "Hyphenation patterns, Dutch and British English": true}
	_, outside, _ := strings.Cut(list, "\nNamed in go.mod and not inside: ")
	for _, line := range regexp.MustCompile(`(?m)^(?:\t|require )(\S+ v\S+)`).FindAllStringSubmatch(textOf(t, "../go.mod"), -1) {
		if !strings.Contains(outside, line[1]) {
			want[line[1]] = true
		}
	}
	for name := range packagesOfThePages(t) {
		want[name] = true
	}
	for _, line := range regexp.MustCompile(`(?m)^  (.+) \[(\d+)\]$`).FindAllStringSubmatch(list, -1) {
		if !want[line[1]] {
			t.Errorf("server/licences.txt has %s, which is not inside: make dependencies", line[1])
		}
		if head := "[" + line[2] + "] "; !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(head) + `(.*, )?` + regexp.QuoteMeta(line[1]) + `(, .*)?$`).MatchString(texts) {
			t.Errorf("there is no text %s for %s", head, line[1])
		}
		delete(want, line[1])
	}
	for name := range want {
		t.Errorf("server/licences.txt lacks %s: make dependencies", name)
	}
}

// packagesOfThePages gives what the pages are made of, and the two builders that leave a few lines in them.
func packagesOfThePages(t *testing.T) map[string]bool {
	t.Helper()
	var lock struct {
		Packages map[string]struct {
			Version          string
			Dev, DevOptional bool
		}
	}
	must(t, json.Unmarshal([]byte(textOf(t, "../frontend/package-lock.json")), &lock))
	names := map[string]bool{}
	for path, p := range lock.Packages {
		name := regexp.MustCompile(`^.*node_modules/`).ReplaceAllString(path, "")
		if path != "" && (!p.Dev && !p.DevOptional || path == "node_modules/vite" || path == "node_modules/rolldown") {
			names[name+" "+p.Version] = true
		}
	}
	return names
}

func TestTheProgramPrintsItsLicences(t *testing.T) {
	t.Parallel()
	out, err := program(t, "licences").Output()
	must(t, err)
	for _, want := range []string{"SIL OPEN FONT LICENSE", "Apache License", "github.com/gofiber/fiber/v2", "svelte 5"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in it", want)
		}
	}
}
