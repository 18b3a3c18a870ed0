package main

import (
	"encoding/json"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

func textOf(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	must(t, err)
	return string(text)
}

// Whatever go.mod and package.json name has its sentence of defence, and what is in the binary stands in the list with its version.
func TestDependenciesAreDefendedAndListed(t *testing.T) {
	_, decisions, _ := strings.Cut(textOf(t, "../docs/decisions.md"), "\n## Dependencies, one sentence each\n")
	decisions, _, _ = strings.Cut(decisions, "\n## ")
	list := textOf(t, "../docs/dependencies.md")
	for _, line := range regexp.MustCompile(`(?m)^(?:\t|require )(\S+) (v\S+)( // indirect)?$`).FindAllStringSubmatch(textOf(t, "../go.mod"), -1) {
		module, version, indirect := line[1], line[2], line[3] != ""
		if !indirect && !defended(decisions, module) {
			t.Errorf("docs/decisions.md has no sentence about %s", module)
		}
		if !strings.Contains(list, "| "+module+" | "+version+" |") {
			t.Errorf("docs/dependencies.md lacks %s %s: make dependencies", module, version)
		}
	}
	var pages struct{ Dependencies, DevDependencies map[string]string }
	must(t, json.Unmarshal([]byte(textOf(t, "../frontend/package.json")), &pages))
	for name, version := range pages.Dependencies {
		if !defended(decisions, name) {
			t.Errorf("docs/decisions.md has no sentence about %s", name)
		}
		if !strings.Contains(list, "| "+name+" | "+version+" |") {
			t.Errorf("docs/dependencies.md lacks %s %s: make dependencies", name, version)
		}
	}
	for name := range pages.DevDependencies {
		if !defended(decisions, name) {
			t.Errorf("docs/decisions.md has no sentence about %s", name)
		}
	}
}

// defended looks for a name in code quotes: whole, without its host, its last part, or its family ("@types/*").
func defended(text, name string) bool {
	_, bare, _ := strings.Cut(name, "/")
	last := path.Base(name)
	if regexp.MustCompile(`^v\d+$`).MatchString(last) {
		last = path.Base(path.Dir(name))
	}
	for _, form := range []string{name, bare, last, path.Dir(name) + "/*"} {
		if strings.Contains(text, "`"+form+"`") {
			return true
		}
	}
	return false
}
