package report

import (
	"html"
	"math"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// agreedTable is a board on which fixes were estimated and a number was chosen and measured twice.
func agreedTable(t *testing.T) (x *table, number string) {
	x = newTable(t, "lease", "nl")
	texts := []string{"Bel elke klant op dag drie", "Eén naam op elke brief", "Stuur elke dag een sms", "Nieuw systeem voor schades"}
	for i, text := range texts {
		points := [][3]float64{{4, 2, 5}, {4, 2, 2.5}, {3.5, 2, 3}, {5, 5, 1}}[i]
		id := x.put("fix", boards.Fields{"text": text, "impact": points[0], "effort": points[1], "fun": points[2]})
		x.set(id, boards.Fields{"owner_person": "Samira", "due_date": "2026-12-01", "status": "agreed",
			"buddy": "Joris", "done_criterion": "tien klanten gebeld"})
	}
	number = x.put("indicator", boards.Fields{"name": "Aanbeveling", "metric": "nps", "variant": "classic",
		"target_value": 20, "target_date": "2027-03-01"})
	counts := func(down, same, up int) []any { return []any{down, 0, 0, 0, 0, 0, 0, same, 0, up, 0} }
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-06-01", "counts": counts(100, 50, 50),
		"is_baseline": true, "source": "mail"})
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-11-20", "counts": counts(16, 30, 24), "source": "mail"})
	return x, number
}

// Page 1 tells the number with n, interval and what may be claimed; page 4 the field, and quick wins by name.
func TestNumberAndFieldInTheReport(t *testing.T) {
	if strings.Contains(report(t, newTable(t, "lease", "nl").b, "nl"), `class="one"`) {
		t.Error("a number that nobody chose")
	}
	x, _ := agreedTable(t)
	doc := html.UnescapeString(report(t, x.b, "nl"))
	for _, want := range []string{"Eén klantcijfer", "Aanbeveling", "+11", "70 klanten, tussen −6 en +28",
		"Was −25, is nu +11: gestegen.",
		"Doel: +20 op 1 maart 2027", "0 van 8 afdelingen sturen hierop.",
		"Impact en moeite van 4 oplossingen", "impact 3,5, moeite 2, plezier 3",
		"Snelle winst", "maatje: Joris", "Klaar als: tien klanten gebeld"} {
		if !strings.Contains(doc, want) {
			t.Errorf("not in the report: %s", want)
		}
	}
}

// Fewer than ten customers are counted: no percentage, no interval, no claim (method.md 2.11).
func TestFewCustomersInTheReport(t *testing.T) {
	x := newTable(t, "lease", "nl")
	number := x.put("indicator", boards.Fields{"name": "Tevredenheid", "metric": "csat", "variant": "top2"})
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-11-20", "counts": []any{0, 1, 1, 4, 3}, "source": "kaartjes"})
	doc := report(t, x.b, "nl")
	if !strings.Contains(doc, "7 van de 9 klanten") || !strings.Contains(doc, "te weinig klanten") || strings.Contains(doc, "78%") {
		t.Error("nine customers are not counted")
	}
}

// No two dots of the field overlap, however many fixes are estimated alike.
func TestDotsLieApart(t *testing.T) {
	x := newTable(t, "lease", "nl")
	for range 30 {
		x.put("fix", boards.Fields{"text": "Bel elke klant op dag drie", "impact": 4, "effort": 2, "fun": 3})
	}
	dots := matrixOf(look(x.b, insight.Of(x.b), Options{Language: "nl"})).Dots
	for i, a := range dots {
		for _, b := range dots[i+1:] {
			if math.Hypot(a.X-b.X, a.Y-b.Y) < a.R+b.R-0.5 {
				t.Fatalf("%d and %d overlap", a.N, b.N)
			}
		}
	}
}
