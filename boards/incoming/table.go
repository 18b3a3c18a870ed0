package incoming

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"muntsaus/boards/survey"
)

// columns are where the parts of a step stand; -1 = nowhere.
type columns struct{ phase, step, action, channel, department, wait int }

// heads are words by which a column is known, Dutch and English, the surer first.
var heads = []struct {
	words []string
	at    func(c *columns) *int
}{
	{[]string{"wat de klant doet", "what the customer does", "klantactie", "customer action", "klant doet"},
		func(c *columns) *int { return &c.action }},
	{[]string{"wacht", "wait", "minut"}, func(c *columns) *int { return &c.wait }},
	{[]string{"fase", "phase", "stage"}, func(c *columns) *int { return &c.phase }},
	{[]string{"kanaal", "channel"}, func(c *columns) *int { return &c.channel }},
	{[]string{"afdeling", "department", "team", "voorkant", "front"}, func(c *columns) *int { return &c.department }},
	{[]string{"titel", "title"}, func(c *columns) *int { return &c.step }},
	{[]string{"stap", "step", "activiteit", "activity", "touchpoint", "contactmoment"}, func(c *columns) *int { return &c.step }},
}

// table reads the steps of a CSV file or a workbook: a head, then a step a row. Without heads the first column is the phase and the second
// the step; a single column holds steps.
func table(data []byte) (Journey, error) {
	rows, err := survey.Rows(data, "Stappen", "Steps")
	if err != nil {
		return Journey{}, err
	}
	var j Journey
	at, headed := columnsOf(rows[0].Cells)
	if headed {
		j.unread(rows, at)
		rows = rows[1:]
	} else {
		at = unheaded(rows)
	}
	for _, r := range rows {
		j.row(r, at)
	}
	if j.steps() == 0 {
		return j, ErrUnknown
	}
	return j, nil
}

// unread names the columns that say something and have no place; one that only counts the rows says nothing.
func (j *Journey) unread(rows []survey.Row, at columns) {
	taken := []int{at.phase, at.step, at.action, at.channel, at.department, at.wait}
	for i, head := range rows[0].Cells {
		says := slices.ContainsFunc(rows[1:], func(r survey.Row) bool { return r.Cell(i) != "" })
		if says && !slices.Contains(taken, i) && !counts(rows[1:], i) {
			j.LeftOut = append(j.LeftOut, LeftOut{Column: i + 1, Head: firstLine(head), Reason: "no_field"})
		}
	}
}

// counts says whether a column holds the numbers of the rows.
func counts(rows []survey.Row, column int) bool {
	for n, r := range rows {
		if strings.TrimRight(r.Cell(column), ".)") != strconv.Itoa(n+1) {
			return false
		}
	}
	return true
}

func columnsOf(cells []string) (c columns, found bool) {
	c = columns{-1, -1, -1, -1, -1, -1}
	var taken []int
	for _, head := range heads {
		if *head.at(&c) >= 0 {
			continue
		}
		for i, cell := range cells {
			cell = strings.ToLower(cell)
			if !slices.Contains(taken, i) && slices.ContainsFunc(head.words, func(w string) bool { return strings.Contains(cell, w) }) {
				*head.at(&c) = i
				taken = append(taken, i)
				break
			}
		}
	}
	return c, c.step >= 0
}

// unheaded guesses by place: bullets and numbers aside, the phase and the step.
func unheaded(rows []survey.Row) columns {
	c := columns{-1, 0, -1, -1, -1, -1}
	first := 0
	for first < len(rows[0].Cells)-1 && allMarkers(rows, first) {
		first++
	}
	c.step = first
	if first+1 < len(rows[0].Cells) {
		c.phase, c.step = first, first+1
	}
	if first+2 < len(rows[0].Cells) {
		c.department = first + 2
	}
	return c
}

// bullets are the signs that word processors put before the lines of a list.
const bullets = "-–—*+•·●○■□▪▫◦‣⁃➢►▸❖✓✔☐☑☒"

// marker is what stands alone before a line of a list: a bullet, a number, a letter with a dot or a bracket, the o of a list in a list.
var marker = regexp.MustCompile(`^(?:[` + regexp.QuoteMeta(bullets) + `]|o|§|\d{1,4}[.)]*|\(?[a-zA-Z][.)])$`)

func allMarkers(rows []survey.Row, column int) bool {
	return !slices.ContainsFunc(rows, func(r survey.Row) bool { return !marker.MatchString(r.Cell(column)) })
}

// unmarked gives a line without the bullet before it.
func unmarked(line string) string {
	first, rest, spaced := strings.Cut(line, " ")
	if spaced && len([]rune(first)) == 1 && strings.Contains(bullets, first) {
		return strings.TrimSpace(rest)
	}
	return line
}

func (j *Journey) row(r survey.Row, at columns) {
	title := unmarked(strings.Join(strings.Fields(r.Cell(at.step)), " "))
	if title == "" || j.steps() >= mostSteps {
		j.leave(r.At, "no_step")
		return
	}
	s := Step{Title: title, Action: r.Cell(at.action), Channel: r.Cell(at.channel), Department: firstLine(r.Cell(at.department))}
	if wait := r.Cell(at.wait); wait != "" {
		n, err := strconv.Atoi(wait)
		if err != nil || n < 0 {
			j.leave(r.At, "wait")
		} else {
			s.Wait = &n
		}
	}
	if isCustomer(s.Department) {
		s.Department = ""
	}
	j.add(firstLine(r.Cell(at.phase)), s)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(line)
}
