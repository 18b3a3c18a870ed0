package web

import (
	"fmt"
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

// The next session of a series: what is open and what was measured comes along, with the agenda of a follow-up.
func TestTheNextSessionOfASeries(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	b, number, pain := h.around(board), newID(), newID()
	b.does(b.host, painOp(pain, "De klant wacht op antwoord", b.ids["s1"]), fixOp(newID(), "Olga"),
		`{"op":"put","kind":"fix","id":"`+newID()+`","fields":{"text":"Vraag het één keer","status":"agreed","pain_ids":["`+pain+`"]}}`,
		`{"op":"put","kind":"fix","id":"`+newID()+`","fields":{"text":"Schrap het formulier","status":"done"}}`,
		`{"op":"put","kind":"indicator","id":"`+number+`","fields":{"name":"Cijfer","metric":"grade"}}`,
		`{"op":"put","kind":"measurement","id":"`+newID()+`","fields":{"indicator_id":"`+number+`","date":"2026-11-01","n":40,"value":6.2,"sd":1}}`)
	path, as := "/api/boards/"+board.str("boardId")+"/next", bearerOf(board.str("seat"))
	made := h.ask("POST", path, `{"title":"Terugkijken","date":"2027-01-11"}`, as...).want(t, 201)
	file := string(h.ask("GET", "/api/boards/"+made.str("boardId")+"/board.json", "", bearerOf(made.str("seat"))...).want(t, 200).body)
	for _, there := range []string{`"title":"Terugkijken"`, `"date":"2027-01-11"`, `"series_id":"` + board.str("boardId"), "Olga", `"activity":"loops"`,
		`"kind":"measurement"`, `"kind":"step"`, "De klant wacht op antwoord", `"pain_ids":["` + pain + `"]`} {
		if !strings.Contains(file, there) {
			t.Errorf("the next session has no %s", there)
		}
	}
	if strings.Contains(file, "Schrap het formulier") || strings.Contains(file, `"activity":"rate"`) {
		t.Error("the next session has what is done, or another agenda")
	}
	h.ask("POST", path, `{"agenda":"half"}`, as...).want(t, 201)
	for _, body := range []string{`{"agenda":"week"}`, `{"date":"someday"}`, `{"people":true}`} {
		if code := h.ask("POST", path, body, as...).want(t, 400).code(); code == "" {
			t.Errorf("%s: no code", body)
		}
	}
	h.ask("POST", path, `{}`, bearerOf(h.join(board, "Ann").str("seat"))...).want(t, 403)
}

// A template is a file with what a copy has; whoever opens it has a new board.
func TestATemplateOfOnesOwn(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	ann := h.join(board, "Ann van der Weide")
	page := h.screen(board, ann.str("seat"))
	page.push(1, putOp("quote", newID(), `"text":"Dit zei een klant vandaag"`))
	file := string(h.ask("GET", "/api/boards/"+board.str("boardId")+"/template.json", "", bearerOf(board.str("seat"))...).want(t, 200).body)
	for _, no := range []string{"Ann van der Weide", "Dit zei een klant vandaag", board.str("joinCode")} {
		if strings.Contains(file, no) {
			t.Errorf("holds %q", no)
		}
	}
	opened := h.bring(file).want(t, 201)
	if left := fmt.Sprint(opened.json["leftOut"]); left != "[]" {
		t.Errorf("left out: %s", left)
	}
	if got, want := h.journeyOn(opened), h.journeyOn(board); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
