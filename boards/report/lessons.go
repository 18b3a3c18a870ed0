package report

import (
	"cmp"

	"muntsaus/boards"
)

// lessonRow is what was learned from one incident, and what comes of it.
type lessonRow struct {
	Learned string
	Lines   []string
}

// lessons are the finished ones, in the order they were written; an incident without a lesson is not told.
func (v view) lessons() (rows []lessonRow) {
	for _, r := range v.board.Shown("lesson") {
		if !r.Complete() {
			continue
		}
		l := boards.Read[boards.Lesson](r)
		row := lessonRow{Learned: l.Learned}
		when := ""
		if l.CheckDate != "" {
			when = v.date(l.CheckDate)
		}
		for _, line := range []struct{ key, text string }{{"lesson.was", l.WhatHappened}, {"lesson.hoped", l.Expected},
			{"lesson.why", l.Why}, {"lesson.change", cmp.Or(l.Change, v.fixText(l.FixID))},
			{"lesson.back", when}, {"lesson.tell", l.SharedWith}} {
			if line.text != "" {
				row.Lines = append(row.Lines, v.T(line.key, line.text))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// fixText is what a fix says; nothing when it is gone.
func (v view) fixText(id string) string {
	for _, f := range v.fixes {
		if f.ID == id {
			return f.Text
		}
	}
	return ""
}
