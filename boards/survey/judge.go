package survey

import (
	"slices"
	"strconv"
	"strings"
)

// Reasons why a row does not count.
const (
	leftPreview    = "preview"
	leftSpam       = "spam"
	leftUnfinished = "unfinished"
	leftHeads      = "header"
	leftTotal      = "total"
)

// judge keeps the rows that count and tells of the others why they do not.
func (t *table) judge() (left []LeftOut) {
	marks := t.marks()
	t.counted = make([]row, 0, len(t.rows))
	for i, r := range t.rows {
		why := ""
		switch {
		case len(t.repeated) > 0 && slices.Equal(trimmed(r.cells), t.repeated):
			why = leftHeads
		case i >= len(t.rows)-3 && i > 0 && isTotal(r):
			why = leftTotal
		default:
			why = marks.why(r)
		}
		if why == "" {
			t.counted = append(t.counted, r)
			continue
		}
		left = append(left, LeftOut{Row: r.at, Reason: why})
	}
	return left
}

// isTotal knows a row below the answers that sums them up.
func isTotal(r row) bool {
	for _, cell := range r.cells {
		if cell != "" {
			return wordCount(cell) <= 2 && holdsWord(cell, totals)
		}
	}
	return false
}

// marks are the columns that say whether an answer counts; -1 = there is none.
type marks struct{ status, finished, progress, ended, submitted int }

func (t *table) marks() marks {
	m := marks{-1, -1, -1, -1, -1}
	for column, h := range t.heads {
		switch h.key {
		case "status":
			m.status = column
		case "finished":
			m.finished = column
		case "progress":
			m.progress = column
		}
		if h.key == "" && m.ended < 0 && t.saysEnded(column) {
			m.ended = column
		}
	}
	if t.sendsDates() {
		m.submitted = 1
	}
	return m
}

func (m marks) why(r row) string {
	if m.status >= 0 {
		if why := isTrial(r.cell(m.status)); why != "" {
			return why
		}
	}
	switch {
	case m.finished >= 0 && isFalse(r.cell(m.finished)),
		m.finished < 0 && m.progress >= 0 && isUnderWay(r.cell(m.progress)),
		m.ended >= 0 && unfinishedWords[fold(r.cell(m.ended))],
		m.submitted >= 0 && r.cell(m.submitted) == "":
		return leftUnfinished
	}
	return ""
}

// isUnderWay reads how far an answer is: less than 100, with or without a percent sign.
func isUnderWay(s string) bool {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "%"))
	return err == nil && n < 100
}

var statusWords = wordSet("status state type completion voltooid stand response")

// saysEnded knows a column that says of each answer whether it was finished, by its values: completed and partial, or other words for it
// below a head that says status.
func (t *table) saysEnded(column int) bool {
	words, ended, open := 0, false, false
	for i, r := range t.rows {
		cell := fold(r.cell(column))
		if cell == "" {
			continue
		}
		if cell != "completed" && cell != "partial" && cell != "started" {
			words++
		}
		switch {
		case finishedWords[cell]:
			ended = true
		case unfinishedWords[cell]:
			open = true
		default:
			return false
		}
		if i > 5000 {
			break
		}
	}
	return (ended || open) && (words == 0 || holdsWord(t.heads[column].title, statusWords))
}

// sendsDates knows the export of LimeSurvey: a number, then the moment of sending, empty where somebody stopped.
func (t *table) sendsDates() bool {
	if len(t.heads) < 3 || t.heads[1].key != "" {
		return false
	}
	moments, empty := 0, 0
	if !slices.ContainsFunc(t.rows, func(r row) bool { return r.cell(1) == "" }) {
		return false
	}
	for _, r := range t.rows {
		if !digits(r.cell(0)) {
			return false
		}
		cell := r.cell(1)
		if cell == "" {
			empty++
			continue
		}
		if d, ok := dayOf(cell); !ok || !d.timed {
			return false
		}
		moments++
	}
	return moments > 0 && empty > 0
}
