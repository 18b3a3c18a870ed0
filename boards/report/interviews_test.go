package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
)

// A planned talk stands in the annex with who and when, a held one with its answers; a cancelled or unfinished one is not told.
func TestInterviewsAreTold(t *testing.T) {
	x := newTable(t, "restaurant", "nl")
	x.put("interview", boards.Fields{"customer_ref": "een gast die wegbleef", "employee": "Mila", "interviewer": "Joris",
		"planned_at": "2026-12-07T23:30:00Z", "answers": []string{"nog niet gevraagd"}})
	x.put("interview", boards.Fields{"customer_ref": "een vaste gast", "employee": "Anneke", "status": "done",
		"answers": []string{"", "Ik wachtte <b>lang</b>.", "", "De kok kwam zelf."}})
	x.put("interview", boards.Fields{"customer_ref": "een bruidspaar", "employee": "Bas", "status": "cancelled"})
	x.put("interview", boards.Fields{"customer_ref": "een leverancier"})
	text := plain(report(t, x.b, "nl"))
	x.contains(text, []string{"Klantgesprekken", "een gast die wegbleef Mila, Joris stelt de vragen, gepland op 8 december 2026",
		"een vaste gast Anneke, gedaan", "Vertel wat er gebeurde. Ik wachtte <b>lang</b>.", "Wat verraste u? De kok kwam zelf."},
		[]string{"nog niet gevraagd", "een bruidspaar", "een leverancier", "Wat wilde u bereiken?"})
	x.contains(plain(report(t, x.b, "en")), []string{"Interviews", "planned on 8 December 2026", "What surprised you?"}, nil)
	if text := plain(report(t, newTable(t, "restaurant", "en").b, "en")); strings.Contains(text, "Interviews") {
		t.Error("no interviews, and a heading for them")
	}
}
