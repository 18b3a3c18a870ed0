package main

import (
	"testing"
	"time"

	"muntsaus/bench/lines"
)

// selection is what runs with every `make test`: a few faults of the rows that need nothing but this machine. `make faults`
// runs them all, and whole.
var selection = map[string]float64{"kill": 0.02, "term": 0.1, "answers": 0.1, "redis-kill": 0.1, "redis-short": 0.1, "nodes": 0.015}

func TestFaults(t *testing.T) {
	program, err := build(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	for _, r := range rows {
		scale, chosen := selection[r.name]
		if !chosen {
			continue
		}
		for _, way := range waysOf(r.name) {
			t.Run(r.name+" by "+way, func(t *testing.T) {
				t.Parallel()
				l := runRow(t.Context(), r, program, t.TempDir(), setting{"single", way, seed, scale})
				t.Logf("seed %d\n%s", seed, l.text())
				for _, problem := range l.problems() {
					t.Error(problem)
				}
				if l.tally.Acknowledged == 0 {
					t.Error("nothing was acknowledged: nobody worked")
				}
			})
		}
	}
}

// waysOf gives the ways by which people come: by requests too where the line is what matters.
func waysOf(row string) []string {
	if row == "kill" {
		return lines.Ways
	}
	return lines.Ways[:1]
}

func TestRowsHaveNames(t *testing.T) {
	if _, err := choose("nonsense", "single"); err == nil {
		t.Error("a row that is not there was found")
	}
	for kind, want := range map[string]bool{"single": true, "cluster": true, "sentinel": true, "other": false} {
		if _, err := choose("kill", kind); (err == nil) != want {
			t.Errorf("%s: %v", kind, err)
		}
	}
	for name := range selection {
		if _, err := choose(name, "single"); err != nil {
			t.Error(err)
		}
	}
}
