package report

import (
	"html"
	"slices"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// 12 minutes, 85 cases, 6 minutes left: 8.5 hours (method.md 3.4.15), beside the fix and in the table. A dropped fix saves nothing.
func TestWhatAFixSavesIsTold(t *testing.T) {
	x := full(t, "nl")
	pain := x.b.Shown("pain")[0].ID
	x.set(pain, boards.Fields{"minutes_lost": 12, "cases_per_week": 85})
	for _, status := range []string{"agreed", "dropped"} {
		x.put("fix", boards.Fields{"text": "Bel elke klant zelf", "pain_ids": []string{pain}, "minutes_after": 6, "status": status})
	}
	for language, want := range map[string]string{
		"nl": "Scheelt 8,5 uur per week (schatting van de groep)", "en": "Saves 8.5 hours a week (the group’s estimate)",
	} {
		if n := strings.Count(html.UnescapeString(report(t, x.b, language)), want); n != 1 {
			t.Errorf("said %d times: %s", n, want)
		}
	}
	table := look(x.b, insight.Of(x.b), Options{Language: "nl"}).fixTable()
	at := slices.IndexFunc(table.columns, func(c column) bool { return strings.HasPrefix(c.head, "Scheelt") })
	row := slices.IndexFunc(table.rows, func(row []any) bool { return row[0] == "Bel elke klant zelf" })
	if cells := table.rows[row][at-1 : at+1]; cells[0] != 6 || cells[1] != 8.5 {
		t.Errorf("minutes and hours %v", cells)
	}
	if table.rows[0][at] != nil {
		t.Errorf("a fix that nobody estimated saves %v", table.rows[0][at])
	}
}

// How many customers the standard does not fit stands at the test of the step and in the table of steps.
func TestOutsideTheStandardIsTold(t *testing.T) {
	x := full(t, "nl")
	x.set(x.step(2), boards.Fields{"exception_share": 20})
	for _, n := range []int{2, 3} {
		x.put("offmenu_test", boards.Fields{"step_id": x.step(n), "request": "Mag het morgen?", "tested_at": "2026-11-24T10:00:00Z",
			"check_tone": true})
	}
	for language, want := range map[string]string{"nl": "buiten de standaard: 20%", "en": "outside the standard: 20%"} {
		if n := strings.Count(report(t, x.b, language), want); n != 1 {
			t.Errorf("said %d times: %s", n, want)
		}
	}
	table := look(x.b, insight.Of(x.b), Options{Language: "nl"}).stepTable()
	at := slices.IndexFunc(table.columns, func(c column) bool { return c.head == "Buiten de standaard (%)" })
	if table.rows[1][at] != 20 || table.rows[0][at] != nil {
		t.Errorf("%v %v", table.rows[0][at], table.rows[1][at])
	}
}
