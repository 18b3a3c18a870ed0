package web

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/boards"
)

// Who waits at the door gets no record and no page, comes in by itself when let in, and goes on waiting over a restart.
func TestTheLobby(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store := openSQLite(t, dir)
	h := openHouse(t, store)
	b := h.table("lease")
	shop := ""
	for _, r := range b.host.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == "board" {
			shop = r["id"].(string)
		}
	}
	b.does(b.host, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"set_lobby":true}}`, shop))
	joined := func(name string) answer {
		return h.ask("POST", "/api/join/"+b.board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, name, b.ids["kco"])).
			want(t, 201)
	}
	late, sent := joined("Late"), joined("Weg")
	if late.json["waiting"] != true {
		t.Fatalf("%v", late.json)
	}
	board := "/api/boards/" + b.board.str("boardId")
	for _, page := range []string{"/insights", "/board.json", "/report?lang=nl", "/fixes.csv", "/workbook.xlsx"} {
		h.ask("GET", board+page, "", bearerOf(late.str("seat"))...).want(t, 404)
	}
	if me := h.ask("GET", board+"/me", "", bearerOf(late.str("seat"))...).want(t, 200); me.json["waiting"] != true ||
		me.json["joinCode"] != nil {
		t.Errorf("%v", me.json)
	}
	dial := func(seat answer) *screen {
		s, err := h.dial(b.board.str("boardId"), seat.str("seat"))
		must(t, err)
		return s
	}
	door := dial(late)
	door.send(`{"type":"hello","client":"page-at-the-door"}`)
	door.next("waiting")
	door.send(`{"type":"push","n":1,"ops":[{"op":"put","kind":"note","id":"note-at-the-door-001","fields":{"text":"n"}}]}`)
	if no := door.next("refused"); no["code"] != "not_allowed" {
		t.Errorf("%v", no)
	}
	b.does(b.host, noteOp(newID(), "wordt gezien door wie binnen is"))
	away := dial(sent)
	away.send(`{"type":"hello","client":"page-sent-away-01"}`)
	away.next("waiting")
	b.does(b.host, fmt.Sprintf(`{"op":"act","do":"admit","id":%q,"args":{"on":false}}`, sent.str("personId")))
	if code := away.closeCode(); code != 4003 {
		t.Errorf("closed with %d", code)
	}
	if seen := string(door.recorded()); strings.Contains(seen, "records") || strings.Contains(seen, "entries") ||
		strings.Contains(seen, "wordt gezien") ||
		strings.Contains(seen, `"here"`) {
		t.Errorf("at the door one hears %s", seen)
	}
	h.close()

	h = openHouse(t, store)
	b.house = h
	door = dial(late)
	door.send(`{"type":"hello","client":"page-at-the-door"}`)
	door.next("waiting")
	b.host = h.screen(b.board, b.board.str("seat"))
	b.does(b.host, fmt.Sprintf(`{"op":"act","do":"admit","id":%q}`, late.str("personId")))
	welcome := door.next("welcome")
	if at(welcome, "you", "personId") != late.str("personId") || !strings.Contains(fmt.Sprint(welcome["records"]), "wordt gezien") {
		t.Errorf("%v", welcome["you"])
	}
	door.send(`{"type":"push","n":2,"ops":[{"op":"put","kind":"note","id":"note-from-inside-001","fields":{"text":"n"}}]}`)
	door.next("yours")
	h.ask("GET", board+"/insights", "", bearerOf(late.str("seat"))...).want(t, 503) // this house computes none, but the door is open
	must(t, h.rooms.View(t.Context(), b.board.str("boardId"), func(b *boards.Board) {
		if b.Count("knock") != 0 {
			t.Error("somebody still waits")
		}
	}))
	h.close()
	must(t, store.Close())
}
