package template

import (
	"testing"

	"muntsaus/boards"
)

// Codes stand on the map in three letters: each once on a board, and in English found in the English name.
func TestCodesOfDepartments(t *testing.T) {
	for _, card := range append(Cards(), Card{ID: "blank"}) {
		for _, language := range []string{"nl", "en"} {
			b := foundIn(t, card.ID, language)
			seen := map[string]string{}
			for _, d := range b.All("department") {
				code := d.Str("code")
				if len(code) != 3 || seen[code] != "" {
					t.Errorf("%s %s: %q of %s, also of %s", card.ID, language, code, d.Str("name"), seen[code])
				}
				seen[code] = d.Str("name")
			}
			if card.ID == "lease" && language == "en" && seen["CUS"] == "" {
				t.Errorf("lease in English: %v", seen)
			}
		}
	}
}

func foundIn(t *testing.T, template, language string) *boards.Board {
	t.Helper()
	b, _, err := Found("board-of-codes", "lineage", Wish{Template: template, Agenda: "2h", Language: language}, moment())
	if err != nil {
		t.Fatal(err)
	}
	return b
}
