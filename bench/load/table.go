package main

import (
	"fmt"
	"slices"
	"strings"
)

// column is one house with what each turn gave.
type column struct {
	name  string
	turns []result
}

// measured is what was measured.
var measured = []struct {
	what string
	of   func(result) float64
}{
	{"edits, PEOPLE people × RATE/s: CPU µs per delivery", func(r result) float64 { return r.edits.cpu }},
	{"… p50 ms", func(r result) float64 { return r.edits.p50 }},
	{"… p99 ms", func(r result) float64 { return r.edits.p99 }},
	{"… delivered %", func(r result) float64 { return r.edits.share }},
	{"presence, PEOPLE × 10 Hz: CPU µs per delivery", func(r result) float64 { return r.presence.cpu }},
	{"… p99 ms", func(r result) float64 { return r.presence.p99 }},
	{"… newest arrived %", func(r result) float64 { return r.presence.share }},
	{"one edit on an idle board: p50 ms", func(r result) float64 { return r.alone }},
	{"late joiner, NOTES notes: ms", func(r result) float64 { return r.join }},
	{"storm of PEOPLE: ms", func(r result) float64 { return r.storm }},
	{"KiB per idle connection", func(r result) float64 { return r.idle }},
}

// table prints the medians of each house, and how often those of the others fit in the last one's.
func table(houses []column) {
	last := houses[len(houses)-1]
	head, rule := []string{"work"}, []string{"---"}
	for _, h := range houses {
		head, rule = append(head, h.name), append(rule, "---")
	}
	for _, h := range houses[:len(houses)-1] {
		head, rule = append(head, last.name+" / "+h.name), append(rule, "---")
	}
	row(head)
	row(rule)
	numbers := strings.NewReplacer("PEOPLE", fmt.Sprint(*people), "RATE", fmt.Sprint(*rate), "NOTES", fmt.Sprint(*notes))
	for _, line := range measured {
		cells := []string{numbers.Replace(line.what)}
		for _, h := range houses {
			cells = append(cells, fmt.Sprintf("%.2f", middle(h.turns, line.of)))
		}
		for _, h := range houses[:len(houses)-1] {
			cells = append(cells, fmt.Sprintf("%.2f", middle(last.turns, line.of)/middle(h.turns, line.of)))
		}
		row(cells)
	}
}

func row(cells []string) { fmt.Println("| " + strings.Join(cells, " | ") + " |") }

func middle(list []result, of func(result) float64) float64 {
	var all []float64
	for _, r := range list {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}
