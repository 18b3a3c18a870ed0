package web

import (
	"fmt"
	"testing"

	"muntsaus/server/oplog"
)

// One's own link makes the same person on a second device; a new role reaches every screen of that person at once.
func TestOwnLinkAndANewRole(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	b := h.table("lease")
	ann := h.ask("POST", "/api/join/"+b.board.str("joinCode"), fmt.Sprintf(`{"name":"Ann","departmentId":%q}`, b.ids["kco"])).want(t, 201)
	board := "/api/boards/" + b.board.str("boardId")
	link := h.ask("POST", board+"/link", "{}", bearerOf(ann.str("seat"))...).want(t, 201)
	second := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, link.str("key"))).want(t, 200)
	if second.str("personId") != ann.str("personId") || second.str("role") != "participant" {
		t.Fatalf("%v", second.json)
	}
	h.ask("POST", board+"/link", `{"person":"x"}`, bearerOf(ann.str("seat"))...).want(t, 400)
	h.ask("POST", board+"/link", "{}", bearerOf(b.board.str("boardId")+".nobody")...).want(t, 404)
	projector := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, b.board.str("projectorKey"))).want(t, 200)
	h.ask("POST", board+"/link", "{}", bearerOf(projector.str("seat"))...).want(t, 403)
	one, two := h.screen(b.board, ann.str("seat")), h.screen(b.board, second.str("seat"))
	b.does(b.host, fmt.Sprintf(`{"op":"act","do":"role","id":%q,"args":{"role":"observer"}}`, ann.str("personId")))
	for _, s := range []*screen{one, two} {
		if code := s.closeCode(); code != 1012 {
			t.Errorf("closed with %d", code)
		}
	}
	again := h.screen(b.board, second.str("seat"))
	if you := again.hello("")["you"].(map[string]any); you["role"] != "observer" {
		t.Errorf("%v", you)
	}
	b.does(b.host, fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, ann.str("personId")))
	if code := again.closeCode(); code != 4001 {
		t.Errorf("closed with %d", code)
	}
	h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, link.str("key"))).want(t, 404) // the link went with the person
}
