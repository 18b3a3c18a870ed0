package web

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// At the door names come in clean, nobody is called as who leads, and two people called Jan are told apart wherever they stand.
func TestNamesAtTheDoor(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	code := board.str("joinCode")
	info := h.ask("GET", "/api/join/"+code, "").want(t, 200)
	department := info.json["departments"].([]any)[0].(map[string]any)
	join := func(name string) answer {
		return h.ask(
			"POST",
			"/api/join/"+code,
			fmt.Sprintf(`{"name":%q,"departmentId":%q}`, name, department["id"]),
			"Accept-Language",
			"nl",
		)
	}
	for _, name := range []string{"Begeleider", "Fаcilitator", "Jan (begeleider)", "server", "M u n t s a u s"} {
		if a := join(name).want(t, 400); a.code() != "reserved" || !strings.Contains(string(a.body), "je eigen naam") {
			t.Errorf("%q: %s", name, a.body)
		}
	}
	join("Jan\u202e").want(t, 400)
	join(" \u200b ").want(t, 400)
	first := join("  Jose\u0301 \u200b van  Dam ").want(t, 201)
	second := join("Jоsé van Dam").want(t, 201) // the o is Cyrillic
	s := h.screen(board, board.str("seat"))
	fix := newID()
	s.push(
		1,
		fmt.Sprintf(
			`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel de klant terug","owner_person":"Jоsé van Dam","owner_participant_id":%q,"due_date":"2027-01-05","status":"agreed"}}`,
			fix,
			second.str("personId"),
		),
	)
	told := fmt.Sprintf("Jоsé van Dam (%s 2)", department["name"])
	base := "/api/boards/" + board.str("boardId")
	seat := bearerOf(board.str("seat"))
	for _, path := range []string{"/report?lang=nl", "/fixes.csv", "/fixes.ics"} {
		body := strings.ReplaceAll(string(h.ask("GET", base+path, "", seat...).want(t, 200).body), "\r\n ", "")
		if !strings.Contains(body, told) {
			t.Errorf("%s does not say %s", path, told)
		}
	}
	if file := string(h.ask("GET", base+"/board.json", "", seat...).want(t, 200).body); !strings.Contains(file, `"name":"José van Dam"`) {
		t.Error("the name was not cleaned")
	}
	mine := h.screen(board, first.str("seat"))
	for n, name := range []string{"Facilitator", "Jose\u0301", "Jan  Dam"} {
		if a := mine.push(n+1, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"name":%q}}`, first.str("personId"), name)); a["type"] != "refused" {
			t.Errorf("renamed to %q: %v", name, a)
		}
	}
	mine.push(4, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"name":"José Maria"}}`, first.str("personId")))
}

// A file that an older program wrote, or somebody's hand, comes in with names as they are kept.
func TestNamesInAFile(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	h.join(board, "Jan de Boer")
	file := string(h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...).body)
	file = strings.Replace(file, `"Jan de Boer"`, `" Ja\u200bn  de \u202eBoe\u0308r"`, 1)
	again := h.ask("POST", "/api/boards/import", file).want(t, 201)
	back := string(h.ask("GET", "/api/boards/"+again.str("boardId")+"/board.json", "", bearerOf(again.str("seat"))...).body)
	if !strings.Contains(back, `"Jan de Boër"`) {
		t.Error("the name came in as it was")
	}
}
