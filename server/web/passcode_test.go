package web

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

const wishOfTheTest = `{"template":"blank","agenda":"2h","language":"nl","title":"x"}`

func TestBoardsNeedThePasscode(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.Passcode = "münt saus" })
	for _, path := range []string{"/api/boards", "/api/boards/import"} {
		for _, said := range []string{"", "wrong", "m%C3%BCnt", "%ZZ", "m%C3%BCnt%20sausx"} {
			if a := h.ask("POST", path, wishOfTheTest, "X-Passcode", said, "Accept-Language", "nl").want(t, 403); a.code() != "passcode" ||
				!strings.Contains(string(a.body), "wachtwoord") {
				t.Errorf("%s %q: %s", path, said, a.body)
			}
		}
	}
	board := h.ask("POST", "/api/boards", wishOfTheTest, "X-Passcode", "m%C3%BCnt%20saus").want(t, 201)
	h.join(board, "Ann") // joining needs none
	out := h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...)
	h.ask("POST", "/api/boards/import", string(out.body), "X-Passcode", "m%C3%BCnt%20saus").want(t, 201)
	for range 4 {
		h.ask("POST", "/api/boards", wishOfTheTest, "X-Passcode", "guess").want(t, 403)
	}
	if a := h.ask("POST", "/api/boards", wishOfTheTest, "X-Passcode", "m%C3%BCnt%20saus").want(t, 429); a.code() != "slow_down" {
		t.Fatalf("a guesser hears %s", a.body)
	}
	if log := h.log.String(); strings.Contains(log, "saus") || strings.Contains(log, "guess") {
		t.Fatalf("a passcode is in the log: %s", log)
	}
}

func TestBoardsPerAddressAndHour(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.MostBoards, c.TrustedProxies = 3, []string{"127.0.0.1"} })
	for range 3 {
		h.ask("POST", "/api/boards", wishOfTheTest, "X-Forwarded-For", "2001:db8:1:2::1").want(t, 201)
	}
	if a := h.ask("POST", "/api/boards", wishOfTheTest, "X-Forwarded-For", "2001:db8:1:2::ffff").want(t, 429); a.code() != "slow_down" { // the same /64
		t.Fatalf("answer %s", a.body)
	}
	h.ask("POST", "/api/boards", wishOfTheTest, "X-Forwarded-For", "2001:db8:1:3::1").want(t, 201)
	h.ask("POST", "/api/boards", wishOfTheTest, "X-Forwarded-For", "2001:db8:1:2::5, 192.0.2.9").
		want(t, 201)
	// what stands before the last anybody wrote
}

// Three hundred wrong codes in a minute, from many addresses: the networks they came from are refused, the log says so once. A hall that
// has nothing to do with it comes in, and so does one whose code was right before.
func TestManyWrongCodesFromEverywhere(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.TrustedProxies = []string{"127.0.0.1"} })
	board := h.create("blank")
	for i := range mostFailuresAll {
		h.ask("GET", "/api/join/WRONG1", "", "X-Forwarded-For", fmt.Sprintf("10.1.%d.%d", i/200, i%200)).want(t, 404)
	}
	code := "/api/join/" + board.str("joinCode")
	for address, status := range map[string]int{"10.1.0.7": 429, "10.1.1.250": 429, "10.9.9.9": 200, "2001:db8::7": 200} {
		h.ask("GET", code, "", "X-Forwarded-For", address).want(t, status)
	}
	h.ask("GET", "/api/join/WRONG1", "", "X-Forwarded-For", "10.8.8.8").want(t, 404)
	h.ask("GET", "/api/join/WRONG1", "", "X-Forwarded-For", "10.8.8.8").want(t, 429)
	h.join(board, "Ann")
	if n := strings.Count(h.log.String(), "many wrong codes"); n != 1 {
		t.Fatalf("the log says it %d times", n)
	}
}
