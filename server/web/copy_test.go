package web

import (
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

func TestACopyHasWhatWasPreparedAndNobody(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	h.join(board, "Ann")
	host := h.screen(board, board.str("seat"))
	host.push(1, `{"op":"put","kind":"note","id":"`+newID()+`","fields":{"text":"Geschreven in de sessie"}}`)
	path := "/api/boards/" + board.str("boardId") + "/copy"
	as := bearerOf(board.str("seat"))

	made := h.ask("POST", path, `{"title":"Nog eens","date":"2027-03-04"}`, as...).want(t, 201)
	file := string(h.ask("GET", "/api/boards/"+made.str("boardId")+"/board.json", "", bearerOf(made.str("seat"))...).want(t, 200).body)
	for _, there := range []string{`"title":"Nog eens"`, `"date":"2027-03-04"`, `"kind":"department"`, `"ref":"s11"`, `"kind":"agenda_item"`, `"kind":"persona"`} {
		if !strings.Contains(file, there) {
			t.Errorf("the copy has no %s", there)
		}
	}
	for _, left := range []string{"Ann", "Geschreven in de sessie", board.str("joinCode"), `"kind":"quote"`} {
		if strings.Contains(file, left) {
			t.Errorf("the copy has %s", left)
		}
	}
	h.ask("GET", "/api/join/"+made.str("joinCode"), "").want(t, 200)

	untold := h.ask("POST", path, `{}`, as...).want(t, 201)
	title := h.ask("GET", "/api/boards/"+untold.str("boardId")+"/me", "", bearerOf(untold.str("seat"))...).want(t, 200).str("title")
	if want := h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", as...).str("title"); title != want {
		t.Errorf("untold: %q", title)
	}
	for _, body := range []string{`{"date":"someday"}`, `{"title":"` + strings.Repeat("x", 81) + `"}`, `{"people":true}`, `[]`} {
		if code := h.ask("POST", path, body, as...).want(t, 400).code(); code == "" {
			t.Errorf("%s: no code", body)
		}
	}
}
