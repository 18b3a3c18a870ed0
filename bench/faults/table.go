package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const heading = "| row | faults | operations | acknowledged | refused | handed in again | lost | twice | contradictions | " +
	"at most (95 %) | s | notes |\n" +
	"|---|---|---|---|---|---|---|---|---|---|---|---|"

// text is the row of the table. The bound is the rule of three: n clean tries prove at most 3/n.
func (l line) text() string {
	t := l.tally
	notes := l.notes
	if len(t.Codes) > 0 {
		var codes []string
		for _, code := range slices.Sorted(maps.Keys(t.Codes)) {
			codes = append(codes, fmt.Sprintf("%s %d", code, t.Codes[code]))
		}
		notes = append(notes, "refused: "+strings.Join(codes, ", "))
	}
	if t.Secrets > 0 {
		notes = append(notes, fmt.Sprintf("%d secrets, %d board hashes compared", t.Secrets, t.Compared))
	}
	return fmt.Sprintf("| %s: %s | %d | %d | %d | %d | %d | %d | %d | %d | %s | %.0f | %s |",
		l.name, l.what, l.faults, t.Sent, t.Acknowledged, t.Refused,
		t.Resent, t.Lost, t.Twice, len(t.Faults), l.bound(), l.took.Seconds(), strings.Join(notes, "; "))
}

func (l line) bound() string {
	if l.tally.Lost+l.tally.Twice > 0 || l.faults == 0 || l.tally.Acknowledged == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2g %% of faults, %.2g %% of operations", min(300/float64(l.faults), 100), 300/float64(l.tally.Acknowledged))
}

func (l line) problems() []string {
	problems := l.tally.Faults
	if l.err != nil {
		problems = append(problems, l.err.Error())
	}
	return problems
}
