package report

import (
	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// The answers of rounds, in sums: what the reveal told, and no more. A list that has nothing to say has no sheet.

// ratingTable tells how the customer lives through each step, every department one voice, and then each department by itself. Which of
// them may be told apart was decided at the reveal.
func (v view) ratingTable() sheet {
	columns := []of[insight.Point]{
		{v.T("col.step"), 8, asNumber, func(p insight.Point) any { return v.number[p.Step] }},
		{v.T("sheet.title"), 36, asText, func(p insight.Point) any { return v.stepTitle(p.Step) }},
		{v.T("sheet.mean"), 12, asNumber, func(p insight.Point) any { return decimal(p.Mean) }},
		{v.T("sheet.answers"), 12, asNumber, func(p insight.Point) any { return p.N }},
	}
	for _, d := range v.departments {
		columns = append(columns, of[insight.Point]{d.Name, 14, asNumber, func(p insight.Point) any {
			if mean, told := p.ByDepartment[d.ID]; told {
				return mean
			}
			return nil
		}})
	}
	columns = append(columns, of[insight.Point]{v.T("sheet.guests"), 12, asNumber, func(p insight.Point) any {
		if p.Guests == nil {
			return nil
		}
		return p.Guests.Mean
	}})
	return tableOf(v, "sheet.ratings", v.in.Curve, columns)
}

// polled is what one question of a poll told: of everybody, or of a department large enough.
type polled struct {
	poll, group string
	item        boards.PollItem
}

// pollTable tells the anonymous polls that were shown. Where too few answered there is how many, and no mean.
func (v view) pollTable() sheet {
	var said []polled
	for _, r := range v.board.Shown("poll_result") {
		result := boards.Read[boards.PollResult](r)
		name := result.Poll
		if activity, ok := boards.ActivityNamed(result.Poll); ok {
			name = boards.Label{NL: activity.NL, EN: activity.EN}.In(v.Language)
		}
		for _, item := range result.Items {
			said = append(said, polled{name, v.T("sheet.everybody"), item})
		}
		for _, d := range result.Departments {
			for _, item := range d.Items {
				said = append(said, polled{name, v.byID[d.DepartmentID].Name, item})
			}
		}
	}
	return tableOf(v, "sheet.polls", said, []of[polled]{
		{v.T("sheet.poll"), 24, asText, func(p polled) any { return p.poll }},
		{v.T("sheet.question"), 50, asText, func(p polled) any { return boards.Question(v.Language, "poll_answer", p.item.Name) }},
		{v.T("sheet.group"), 24, asText, func(p polled) any { return p.group }},
		{v.T("sheet.mean"), 12, asNumber, func(p polled) any { return decimal(p.item.Mean) }},
		{v.T("sheet.answers"), 12, asNumber, func(p polled) any { return p.item.N }},
	})
}

// decimal gives a number, or nothing.
func decimal(n *float64) any {
	if n == nil {
		return nil
	}
	return *n
}
