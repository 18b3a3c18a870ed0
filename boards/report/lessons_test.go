package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
)

// A finished lesson stands on page 4 with what changes and when it is looked back on; one without a lesson drawn does not.
func TestLessonsAreTold(t *testing.T) {
	x := newTable(t, "lease", "nl")
	x.put("lesson", boards.Fields{"what_happened": "de klant belde vier keer", "learned": "één iemand houdt het in de gaten",
		"change": "de eerste die opneemt blijft eigenaar", "check_date": "2026-12-14", "shared_with": "het hele team"})
	x.put("lesson", boards.Fields{"what_happened": "het formulier raakte weg"})
	text := plain(report(t, x.b, "nl"))
	for _, want := range []string{"Lessen", "één iemand houdt het in de gaten", "de klant belde vier keer", "de eerste die opneemt blijft eigenaar",
		"Terugkijken op 14 december 2026", "het hele team"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if strings.Contains(text, "het formulier raakte weg") {
		t.Error("an incident without a lesson is told as one")
	}
	if text := plain(report(t, newTable(t, "lease", "en").b, "en")); strings.Contains(text, "Lessons") {
		t.Error("no lessons, and a heading for them")
	}
}
