package web

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/live"
)

func (h *house) renew(board answer, use string) answer {
	h.t.Helper()
	return h.ask("POST", "/api/boards/"+board.str("boardId")+"/keys", fmt.Sprintf(`{"use":%q}`, use), bearerOf(board.str("seat"))...)
}

func (h *house) exchange(key string) answer {
	h.t.Helper()
	return h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, key))
}

// A renewed link opens the board, the old one opens nothing, and every screen that came in by the old one is closed within a
// second. The seat that asked, and everybody else, stays.
func TestARenewedLinkEndsTheOldOne(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		for name, use := range map[string]string{"facilitatorKey": "facilitator", "projectorKey": "projector"} {
			board := h.create("blank")
			old := h.exchange(board.str(name)).want(t, 200)
			host, thief := h.screen(board, board.str("seat")), h.screen(board, old.str("seat"))
			ann := h.screen(board, h.join(board, "Ann").str("seat"))
			from := time.Now()
			fresh := h.renew(board, use).want(t, 200)
			if code := thief.closeCode(); code != 4001 || clocktest.Over(time.Since(from), time.Second) {
				t.Errorf("%s: closed with %d after %v", use, code, time.Since(from))
			}
			h.exchange(board.str(name)).want(t, 404)
			h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(old.str("seat"))...).want(t, 404)
			again := h.exchange(fresh.str("key")).want(t, 200)
			if again.str("role") != old.str("role") || again.str("personId") != old.str("personId") {
				t.Errorf("%s: %s, before %s", use, again.body, old.body)
			}
			if yes := host.push(1, noteOp(newID(), "begeleider blijft")); yes["type"] != "yours" {
				t.Errorf("%s: the facilitator heard %v", use, yes)
			}
			if yes := ann.push(1, noteOp(newID(), "Ann blijft")); yes["type"] != "yours" {
				t.Errorf("%s: Ann heard %v", use, yes)
			}
		}
	})
}

func TestARenewedCofacilitatorLinkLeavesPeopleSitting(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		co := h.exchange(board.str("cofacilitatorKey")).want(t, 200)
		fresh := h.renew(board, "co_facilitator").want(t, 200)
		h.exchange(board.str("cofacilitatorKey")).want(t, 404)
		h.exchange(fresh.str("key")).want(t, 200)
		h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(co.str("seat"))...).want(t, 200)
	})
}

func TestARenewedJoinCode(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		ann := h.screen(board, h.join(board, "Ann").str("seat"))
		fresh := h.renew(board, "join").want(t, 200)
		h.ask("GET", "/api/join/"+board.str("joinCode"), "").want(t, 404)
		h.ask("GET", "/api/join/"+fresh.str("joinCode"), "").want(t, 200)
		ann.wait("the new code", func(f map[string]any) bool {
			return f["type"] == "entries" && strings.Contains(fmt.Sprint(f), fresh.str("joinCode"))
		})
	})
}

// Many renewals of the code at once: in the end the code on the board opens it, and no other one does.
func TestRenewalsOfTheCodeAtOnce(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		codes := make(chan string, 8)
		var all sync.WaitGroup
		for range cap(codes) {
			all.Go(func() { codes <- h.renew(board, "join").str("joinCode") })
		}
		all.Wait()
		close(codes)
		id := board.str("boardId")
		me := h.ask("GET", "/api/boards/"+id+"/me", "", bearerOf(board.str("seat"))...).want(t, 200)
		for code := range codes {
			found, err := h.rooms.Shelf.Find(t.Context(), code)
			if opens := err == nil && found == id; code != "" && opens != (code == me.str("joinCode")) {
				t.Errorf("%s opens it: %v; the board shows %s", code, opens, me.str("joinCode"))
			}
		}
		h.ask("GET", "/api/join/"+me.str("joinCode"), "").want(t, 200)
	})
}

func TestOnlyTheFacilitatorRenews(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board, other := h.create("blank"), h.create("blank")
		path := "/api/boards/" + board.str("boardId") + "/keys"
		co := h.exchange(board.str("cofacilitatorKey")).want(t, 200)
		screen := h.exchange(board.str("projectorKey")).want(t, 200)
		for _, use := range []string{"join", "facilitator", "co_facilitator", "projector"} {
			body := fmt.Sprintf(`{"use":%q}`, use)
			for _, seat := range []string{co.str("seat"), screen.str("seat"), h.join(board, "Ann").str("seat")} {
				h.ask("POST", path, body, bearerOf(seat)...).want(t, 403)
			}
			h.ask("POST", path, body, bearerOf(other.str("seat"))...).want(t, 404)
			h.ask("POST", path, body).want(t, 404)
		}
		for _, body := range []string{`{"use":"seat"}`, `{}`, `{"use":"join","code":"AAAAAA"}`, `[]`} {
			h.ask("POST", path, body, bearerOf(board.str("seat"))...).want(t, 400)
		}
	})
}

// No key and no seat is on disk as it was handed out: only its hash.
func TestKeysAreHashedAtRest(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := openHouse(t, s)
	board := h.create("blank")
	ann, fresh := h.join(board, "Ann"), h.renew(board, "projector").want(t, 200)
	for what, token := range map[string]string{"facilitator": board.str("facilitatorKey"), "co": board.str("cofacilitatorKey"),
		"projector": board.str("projectorKey"), "seat": board.str("seat"), "Ann": ann.str("seat"), "new projector": fresh.str("key")} {
		_, secret, _ := strings.Cut(token, ".")
		if onDisk(t, dir, secret) || bytes.Contains(h.log.Bytes(), []byte(secret)) {
			t.Errorf("the %s key is on disk or in the log", what)
		}
	}
	if !onDisk(t, dir, live.Hash(ann.str("seat"))) {
		t.Error("the test looks in the wrong place: the hash must be on disk")
	}
	h.close()
	must(t, s.Close())
}

// While the door is closed nobody new comes in; who sits stays and comes back.
func TestTheDoorCanBeClosed(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		first := h.join(board, "Ann")
		cookie, _, _ := strings.Cut(first.header.Get("Set-Cookie"), ";")
		host, ann := h.screen(board, board.str("seat")), h.screen(board, first.str("seat"))
		if no := ann.push(1, `{"op":"act","do":"door"}`); no["code"] != "not_allowed" {
			t.Fatalf("a participant closed the door: %v", no)
		}
		host.push(1, `{"op":"act","do":"door","args":{"closed":true}}`)
		path, body := "/api/join/"+board.str("joinCode"), `{"name":"Bob","role":"guest"}`
		if a := h.ask("POST", path, body, "Accept-Language", "nl").want(t, 409); a.code() != "locked" ||
			!strings.Contains(string(a.body), "deur") {
			t.Fatalf("answer %s", a.body)
		}
		h.ask("GET", path, "").want(t, 409)
		h.ask("GET", path, "", "Cookie", cookie).want(t, 200)
		if again := h.ask("POST", path, body, "Cookie", cookie, "Origin", h.url).want(t, 200); again.str(
			"personId",
		) != first.str(
			"personId",
		) {
			t.Fatalf("again %s", again.body)
		}
		host.push(2, `{"op":"act","do":"door","args":{"closed":false}}`)
		h.ask("POST", path, body).want(t, 201)
	})
}
