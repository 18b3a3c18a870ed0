package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/boardtest"
	"muntsaus/boards/insight"
	"muntsaus/boards/report"
)

// program is what writes the files; make readback builds it first.
const program = "bin/muntsaus"

// sample is a board that is taken along.
type sample struct {
	name, language string
	file           func() ([]byte, error)
}

func samples() []sample {
	list := []sample{
		{"full-nl", "nl", func() ([]byte, error) { return os.ReadFile("server/print/testdata/workshop.json") }},
		{"full-en", "en", func() ([]byte, error) { return os.ReadFile("server/print/testdata/workshop.json") }},
		{"longest-nl", "nl", func() ([]byte, error) { return os.ReadFile("server/print/testdata/crowded.json") }},
		{"largest-nl", "nl", func() ([]byte, error) { return boardtest.Large(), nil }},
		{"naughty-en", "en", func() ([]byte, error) { return boardtest.Everywhere(allNaughty()), nil }},
	}
	for _, journey := range []string{"lease", "restaurant", "blank"} {
		for _, language := range []string{"nl", "en"} {
			list = append(list, sample{journey + "-" + language, language, func() ([]byte, error) {
				b, err := boardtest.Demo(journey, language)
				if err != nil {
					return nil, err
				}
				return boards.Export(b), nil
			}})
		}
	}
	return list
}

// allNaughty begins with the one that is a formula, and has a bit of many.
func allNaughty() string {
	return boardtest.Naughty["formula of a command"] + " " + boardtest.Naughty["markup in quotes"] + boardtest.Naughty["mermaid"] +
		boardtest.Naughty["directions"] + boardtest.Naughty["the end of CDATA"] + boardtest.Naughty["bidi overrides"]
}

// wanted is what others must find in the files of a board.
type wanted struct {
	Language string   `json:"language"`
	Title    string   `json:"title"`
	Author   string   `json:"author"`
	Steps    []string `json:"steps"`
	Phases   []string `json:"phases"` // those with steps
	Pains    []string `json:"pains"`
	Fixes    []string `json:"fixes"`
	Tasks    []string `json:"tasks"` // fixes that were not dropped
	Events   int      `json:"events"`
	Dots     int      `json:"dots"`
	Hours    float64  `json:"hours"` // a week, of the pains
	Files    []string `json:"files"`
	PDF      int64    `json:"pdf"`
}

// written lets the program write all that it writes of a saved board, and says what must be in it.
func (s sample) written(dir string) (*wanted, error) {
	data, err := s.file()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	saved := filepath.Join(dir, "board.json")
	if err := os.WriteFile(saved, data, 0o644); err != nil {
		return nil, err
	}
	b, _, err := boardtest.Open(data)
	if err != nil {
		return nil, err
	}
	w := wantedOf(b, s.language)
	for _, out := range []string{"report.pdf", "report.html"} {
		if err := ours("report", saved, "--lang", s.language, "-o", filepath.Join(dir, out)); err != nil {
			return nil, err
		}
		w.Files = append(w.Files, out)
	}
	for _, format := range []string{"md", "xlsx", "csv", "ics", "svg"} {
		out := "board." + format
		if err := ours("export", saved, "--format", format, "--lang", s.language, "-o", filepath.Join(dir, out)); err != nil {
			return nil, err
		}
		w.Files = append(w.Files, out)
	}
	return w, w.others(b, dir)
}

func ours(args ...string) error {
	run := exec.Command(program, args...)
	var said bytes.Buffer
	run.Stderr = &said
	if err := run.Run(); err != nil {
		return fmt.Errorf("%w: %s", err, said.Bytes())
	}
	return nil
}

// others are the files that the program gives over the network alone.
func (w *wanted) others(b *boards.Board, dir string) error {
	makers := map[string]func(*boards.Board, string) ([]byte, error){"pains.csv": report.PainsCSV, "jira.csv": report.TasksJira,
		"trello.csv": report.TasksTrello, "planner.csv": report.TasksPlanner}
	for name, make := range makers {
		data, err := make(b, w.Language)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			return err
		}
		w.Files = append(w.Files, name)
	}
	info, err := os.Stat(filepath.Join(dir, "report.pdf"))
	if err != nil {
		return err
	}
	w.PDF = info.Size()
	return nil
}

func wantedOf(b *boards.Board, language string) *wanted {
	in := insight.Of(b)
	w := &wanted{Language: language, Title: b.Workshop().Title, Author: b.Workshop().Organisation}
	last := ""
	for _, phase := range b.All("phase") {
		for _, s := range b.Hanging(phase.ID, "step") {
			w.Steps = append(w.Steps, s.Str("title"))
			if phase.ID != last {
				w.Phases = append(w.Phases, phase.Str("title"))
			}
			last = phase.ID
		}
	}
	for _, r := range b.Shown("pain") {
		if r.Str("merged_into") == "" {
			w.Pains = append(w.Pains, r.Str("text"))
		}
	}
	for _, r := range b.Shown("fix") {
		w.Fixes = append(w.Fixes, r.Str("text"))
		if r.Str("status") != "dropped" && strings.TrimSpace(r.Str("text")) != "" {
			w.Tasks = append(w.Tasks, r.Str("text"))
		}
	}
	for _, v := range in.Votes {
		if r := b.Get(v.Item); r != nil && r.Kind == "pain" {
			w.Dots += v.Raw
		}
	}
	if in.HoursPerWeek != nil {
		w.Hours = *in.HoursPerWeek
	}
	w.Events = bytes.Count(report.Calendar(b, language), []byte("BEGIN:VEVENT"))
	return w
}
