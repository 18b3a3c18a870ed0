package web

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// ownerSeat makes the link of an owner and opens it.
func (h *house) ownerSeat(board answer, name string) string {
	h.t.Helper()
	key := h.ownerLink(board, name).want(h.t, 201).str("key")
	opened := h.exchange(key).want(h.t, 200)
	if opened.str("role") != "owner" || opened.str("personId") != "" {
		h.t.Errorf("%s", opened.body)
	}
	return opened.str("seat")
}

func (h *house) ownerLink(board answer, name string) answer {
	return h.ask("POST", "/api/boards/"+board.str("boardId")+"/owners", fmt.Sprintf(`{"name":%q}`, name), bearerOf(board.str("seat"))...)
}

func fixOp(id, owner string) string {
	return fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel de klant terug","owner_person":%q,"status":"agreed"}}`, id, owner)
}

// An owner sees their fix and changes how far it is; everybody hears that, and the owner hears nothing of what is not theirs.
func TestAnOwnerByTheirLink(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("lease")
		host := h.screen(board, board.str("seat"))
		hers, his := newID(), newID()
		host.push(1, fixOp(hers, "Olga"), fixOp(his, "Henk"))
		seat := h.ownerSeat(board, "Olga")
		olga := h.screen(board, seat)
		welcome := olga.hello("")
		if records := list(welcome["records"]); len(records) != 1 || at(records[0], "id") != hers {
			t.Fatalf("Olga sees %v", records)
		}
		if at(welcome, "you", "role") != "owner" || at(welcome, "you", "owner", "name") != "Olga" || at(welcome, "you", "owner", "title") == "" {
			t.Errorf("%v", welcome["you"])
		}
		if yes := olga.push(1, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"status":"done"}}`, hers)); yes["type"] != "yours" {
			t.Fatalf("%v", yes)
		}
		host.wait("it is done", func(f map[string]any) bool { return strings.Contains(fmt.Sprint(f), "done_at") })
		for n, op := range []string{fmt.Sprintf(`{"op":"set","id":%q,"fields":{"status":"done"}}`, his), fmt.Sprintf(`{"op":"set","id":%q,"fields":{"text":"Nee"}}`, hers)} {
			no := olga.push(n+2, op)
			if want := []string{"not_found", "not_allowed"}[n]; no["code"] != want || no["message"] == "" {
				t.Errorf("%s: %v, want %s", op, no, want)
			}
		}
		for _, path := range []string{"insights", "report", "board.json", "files", "fixes.csv", "own", "deleted", "archive.zip"} {
			if no := h.ask("GET", "/api/boards/"+board.str("boardId")+"/"+path, "", bearerOf(seat)...); no.status != 403 {
				t.Errorf("GET %s: %d", path, no.status)
			}
		}
		h.ownerLink(board, "Olga").want(t, 201)
		if code := olga.closeCode(); code != 4001 {
			t.Errorf("the old link closed with %d", code)
		}
	})
}

// Whose link it was, a sentence says why it opens nothing: renewed, ended, or with the whole board gone.
func TestALinkOfAnOwnerThatIsNoMore(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	host := h.screen(board, board.str("seat"))
	path := "/api/boards/" + board.str("boardId") + "/owners"
	h.ownerLink(board, "Olga").want(t, 404)
	host.push(1, fixOp(newID(), "Olga"))
	first := h.ownerLink(board, "Olga").want(t, 201).str("key")
	h.ask("POST", path, `{"name":"Olga","off":true}`, bearerOf(board.str("seat"))...).want(t, 204)
	gone := func(key string) {
		t.Helper()
		if no := h.exchange(key).want(t, 404); !strings.Contains(string(no.body), "link") {
			t.Errorf("%s", no.body)
		}
	}
	gone(first)
	second := h.ownerLink(board, "Olga").want(t, 201).str("key")
	h.ask("POST", path, `{"name":"Olga"}`, bearerOf(h.join(board, "Ann").str("seat"))...).want(t, 403)
	h.ask("DELETE", "/api/boards/"+board.str("boardId"), "", bearerOf(board.str("seat"))...).want(t, 204)
	gone(second)
}

// Who has the link to the summary reads that and nothing else, until the link is renewed.
func TestTheSummaryByLink(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	key := h.renew(board, "summary").want(t, 200).str("key")
	reader := h.exchange(key).want(t, 200)
	if reader.str("role") != "reader" {
		t.Fatalf("%s", reader.body)
	}
	of, as := "/api/boards/"+board.str("boardId")+"/", bearerOf(reader.str("seat"))
	h.ask("GET", of+"report?lang=nl", "", as...).want(t, 200)
	h.ask("GET", of+"report.pdf", "", as...).want(t, 503) // this house has no browser to print with
	h.ask("GET", of+"me", "", as...).want(t, 200)
	for _, path := range []string{"insights", "board.json", "files", "fixes.csv", "workbook.xlsx", "archive.zip", "live", "own", "invitation"} {
		if no := h.ask("GET", of+path, "", as...); no.status != 403 {
			t.Errorf("GET %s: %d", path, no.status)
		}
	}
	h.renew(board, "summary").want(t, 200)
	h.ask("GET", of+"report", "", as...).want(t, 404)
	h.exchange(key).want(t, 404)
}
