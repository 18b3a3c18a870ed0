package report

import (
	"strings"

	"muntsaus/boards"
)

// ladder is why one pain happens: answers below each other, those we can change marked (method.md 2.12).
type ladder struct {
	Pain  string
	Roots []string
	Rows  []causeRow
}

// causeRow is one answer; Depth is from 1.
type causeRow struct {
	Text, Kind string
	Depth      int
	Ours       bool
}

// ladders gives the tree of every pain that has one, best ranked first.
func (v view) ladders() (out []ladder) {
	for _, p := range v.painsInOrder() {
		if !p.shown() {
			continue
		}
		l := ladder{Pain: p.Text, Rows: v.causesUnder(p.ID)}
		for _, row := range l.Rows {
			if row.Ours {
				l.Roots = append(l.Roots, row.Text)
			}
		}
		if len(l.Rows) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// causesUnder walks the tree of a pain from top to bottom. What hangs on an answer that is gone stands at the top.
func (v view) causesUnder(pain string) (rows []causeRow) {
	nodes := v.board.Hanging(pain, "cause_node")
	there, seen := map[string]bool{}, map[string]bool{}
	for _, r := range nodes {
		there[r.ID] = true
	}
	var walk func(parent string, depth int)
	walk = func(parent string, depth int) {
		for _, r := range nodes {
			up := r.Str("parent_id")
			if !there[up] {
				up = ""
			}
			if up != parent || seen[r.ID] {
				continue
			}
			seen[r.ID] = true
			if row := v.causeRow(r, depth); row.Text != "" {
				rows = append(rows, row)
			}
			walk(r.ID, depth+1)
		}
	}
	walk("", 1)
	return rows
}

func (v view) causeRow(r *boards.Record, depth int) causeRow {
	return causeRow{Text: strings.TrimSpace(r.Str("text")), Kind: boards.FieldInLine(v.Language, r, "category"),
		Depth: min(depth, boards.CauseDepth), Ours: r.Bool("changeable")}
}
