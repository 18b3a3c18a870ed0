package web

import (
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// A moment of a workshop can be looked at and put back as a new board; a secret of that moment is in neither, and what its author took
// away since, neither.
func TestAMomentIsLookedAtAndPutBack(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), computing)
	board := h.create("lease")
	ann := h.join(board, "Ann")
	b := h.around(board)
	path, as := "/api/boards/"+board.str("boardId")+"/history", bearerOf(board.str("seat"))
	item := b.host.first("agenda_item")
	taken, round, step := newID(), newID(), b.ids["s1"]
	b.does(b.host, painOp(taken, "Dit neem ik terug", step), `{"op":"act","do":"start","id":"`+item+`"}`)
	b.does(b.host, `{"op":"act","do":"open","id":"`+round+`","args":{"collect":"writing"}}`)
	screen := h.screen(board, ann.str("seat"))
	screen.push(1, noteOp(newID(), "Nog geheim"))
	b.does(b.host, `{"op":"act","do":"cancel","id":"`+round+`"}`, `{"op":"del","id":"`+taken+`"}`, `{"op":"del","id":"`+step+`"}`)
	list := string(h.ask("GET", path, "", as...).want(t, 200).body)
	for _, there := range []string{`"what":"start"`, `"what":"open"`, `"collect":"writing"`, `"n":1`} {
		if !strings.Contains(list, there) {
			t.Errorf("%s is not in %s", there, list)
		}
	}
	then := string(h.ask("GET", path+"/2", "", as...).want(t, 200).body)
	made := h.ask("POST", path+"/2/board", `{"title":"Zoals toen"}`, as...).want(t, 201)
	again := string(h.ask("GET", "/api/boards/"+made.str("boardId")+"/board.json", "", bearerOf(made.str("seat"))...).want(t, 200).body)
	for name, body := range map[string]string{"the moment": then, "the board made of it": again} {
		if !strings.Contains(body, step) || strings.Contains(body, "Nog geheim") || strings.Contains(body, "Dit neem ik terug") {
			t.Errorf("%s is not as everybody saw it", name)
		}
	}
	if !strings.Contains(again, `"title":"Zoals toen"`) || !strings.Contains(then, `"insight":{`) {
		t.Error("it lacks its title, or its insights")
	}
	h.ask("POST", path+"/2/board", `{"title":"`+strings.Repeat("x", 81)+`"}`, as...).want(t, 400)
	for _, none := range []string{"/0", "/3", "/x"} {
		h.ask("GET", path+none, "", as...).want(t, 404)
	}
}
