package web

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
)

func (h *house) personal(board answer, seat string) answer {
	h.t.Helper()
	return h.ask("POST", "/api/boards/"+board.str("boardId")+"/link", "{}", bearerOf(seat)...)
}

// sees says whether a seat still sees its board.
func (h *house) sees(board answer, seat string, want bool) {
	h.t.Helper()
	status := map[bool]int{true: 200, false: 404}[want]
	if got := h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(seat)...); got.status != status {
		h.t.Errorf("me: %d, want %d", got.status, status)
	}
}

// D1: a leaked link, the seat it opened, that seat's own link, and so on: the renewal ends all of it at once, with its screens. The
// host's own link ends too, and the answer says so.
func TestD1ARenewedLinkEndsThePersonalLinksThatCameOfIt(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		own := h.personal(board, board.str("seat")).want(t, 201)
		leaked := h.exchange(board.str("facilitatorKey")).want(t, 200)
		first := h.personal(board, leaked.str("seat")).want(t, 201)
		second := h.exchange(first.str("key")).want(t, 200)
		deep := h.personal(board, second.str("seat")).want(t, 201)
		third := h.exchange(deep.str("key")).want(t, 200)
		thief := h.screen(board, third.str("seat"))
		from := time.Now()
		renewed := h.renew(board, "facilitator").want(t, 200)
		if renewed.json["ownLinksEnded"] != true {
			t.Errorf("the host was not told: %s", renewed.body)
		}
		if code := thief.closeCode(); code != 4001 || clocktest.Over(time.Since(from), time.Second) {
			t.Errorf("closed with %d after %v", code, time.Since(from))
		}
		for _, link := range []answer{own, first, deep} {
			h.exchange(link.str("key")).want(t, 404)
		}
		for _, seat := range []answer{leaked, second, third} {
			h.sees(board, seat.str("seat"), false)
			h.personal(board, seat.str("seat")).want(t, 404)
		}
		h.exchange(h.personal(board, board.str("seat")).want(t, 201).str("key")).want(t, 200)
	})
}

// D1: the other links alike. A co-facilitator stays by the seat they came in with.
func TestD1TheOtherLinksEndWhatCameOfThem(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		co := h.exchange(board.str("cofacilitatorKey")).want(t, 200)
		link := h.personal(board, co.str("seat")).want(t, 201)
		phone := h.exchange(link.str("key")).want(t, 200)
		ann := h.join(board, "Ann")
		anns := h.personal(board, ann.str("seat")).want(t, 201)
		beamer := h.exchange(board.str("projectorKey")).want(t, 200)
		if renewed := h.renew(board, "co_facilitator").want(t, 200); renewed.json["ownLinksEnded"] != nil {
			t.Errorf("the host lost nothing: %s", renewed.body)
		}
		h.exchange(link.str("key")).want(t, 404)
		h.sees(board, phone.str("seat"), false)
		h.sees(board, co.str("seat"), true)
		h.sees(board, beamer.str("seat"), true)
		h.renew(board, "projector").want(t, 200)
		h.sees(board, beamer.str("seat"), false)
		h.exchange(anns.str("key")).want(t, 200)
		h.sees(board, ann.str("seat"), true)
	})
}

// D2: one link opened in a loop makes ten seats, then slows down; nobody else notices.
func TestD2ALinkOpenedInALoop(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann := h.join(board, "Ann")
	link := h.personal(board, ann.str("seat")).want(t, 201).str("key")
	var seats []string
	slow := answer{}
	for slow.status == 0 {
		got := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, link), "Accept-Language", "nl")
		switch got.status {
		case http.StatusOK:
			seats = append(seats, got.str("seat"))
		case http.StatusTooManyRequests:
			slow = got
		default:
			t.Fatalf("%d %s", got.status, got.body)
		}
	}
	if slow.code() != "slow_down" || len(seats) > mostSeatsAtOnce+1 {
		t.Errorf("%d seats, then %s", len(seats), slow.body)
	}
	keys := 0
	must(t, h.rooms.View(t.Context(), board.str("boardId"), func(b *boards.Board) { keys = len(b.Hanging(ann.str("personId"), "key")) }))
	if keys != 1+1+10 {
		t.Errorf("%d keys", keys)
	}
	h.sees(board, seats[0], false)
	h.sees(board, seats[len(seats)-1], true)
	h.sees(board, ann.str("seat"), true)
	h.exchange(board.str("projectorKey")).want(t, 200)
	h.renew(board, "facilitator").want(t, 200)
	h.personal(board, h.join(board, "Bob").str("seat")).want(t, 201)
}
