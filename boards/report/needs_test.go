package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
)

// What customers want stands on page 3 with the norm beside it; what we know, think and do not know in the annex, with source or owner.
func TestNeedsAndKnowledgeAreTold(t *testing.T) {
	x := newTable(t, "restaurant", "nl")
	x.put("need", boards.Fields{"text": "Ik wil snel bestellen zodat ik op tijd thuis ben", "professional_norm": "rood en sappig",
		"norm_conflict": true, "evidence_level": "assumed"})
	proof := x.put("evidence", boards.Fields{"title": "Twaalf gesprekken", "kind": "interview", "n": 12, "link": "https://voorbeeld.nl/12"})
	x.put("knowledge_card", boards.Fields{"text": "gasten vragen naar de wachttijd", "level": "known", "evidence_ids": []string{proof}})
	x.put("knowledge_card", boards.Fields{"text": "gasten lezen de kaart niet", "level": "known"})
	x.put("knowledge_card", boards.Fields{"text": "waarom ze wegblijven", "level": "unknown", "owner": "Mila", "due_date": "2026-12-14"})
	text := plain(report(t, x.b, "nl"))
	for _, want := range []string{"Wat de klant wil", "rood en sappig", "botst", "Weten we", "Twaalf gesprekken, n = 12", "voorbeeld.nl/12",
		"Mila, 14 december 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	if think := strings.Index(text, "Denken we"); think < 0 || strings.Index(text, "gasten lezen de kaart niet") < think {
		t.Error("what has no source is told as known")
	}
}
