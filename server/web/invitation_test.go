package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

func TestAnInvitationLeadsToOurOwnAddressesAlone(t *testing.T) {
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) {
		c.PublicURLs = []string{"https://muntsaus.example/"}
		c.Addresses = func() []Address { return []Address{{URL: "http://192.168.1.24:8080", Name: "wlan0", Kind: "wifi"}} }
	})
	board := h.create("lease")
	path, seat := "/api/boards/"+board.str("boardId"), bearerOf(board.str("seat"))
	door := "/" + board.str("joinCode")
	for at, link := range map[string]string{
		"": "https://muntsaus.example", "https://muntsaus.example": "https://muntsaus.example",
		"http://192.168.1.24:8080": "http://192.168.1.24:8080", h.url: h.url,
	} {
		text := h.ask("GET", path+"/invitation?at="+at, "", seat...).want(t, 200)
		if !strings.Contains(text.str("text"), link+door+"\n") || text.str("subject") == "" {
			t.Errorf("%q: %v", at, text.json)
		}
		file := string(h.ask("GET", path+"/invitation.ics?at="+at, "", seat...).want(t, 200).body)
		if !strings.Contains(strings.ReplaceAll(file, "\r\n ", ""), "URL:"+link+door+"\r\n") || strings.Contains(file, "METHOD") {
			t.Errorf("%q: %s", at, file)
		}
	}
	for _, at := range []string{"https://elsewhere.example", h.url + "/elsewhere", "javascript:alert(1)", "192.168.1.24:8080"} {
		if code := h.ask("GET", path+"/invitation?at="+at, "", seat...).want(t, 400).code(); code != "bad_value" {
			t.Errorf("%s: %s", at, code)
		}
	}
}

func TestTheDoorSaysWhoseWorkshopItIs(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.ask("POST", "/api/boards", `{"template":"blank","agenda":"2h","language":"nl","title":"Scootmobiel","name":"Vera Prins"}`).want(t, 201)
	host := h.screen(board, board.str("seat"))
	host.push(1, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"organisation":"Gemeente Noorderveen","place":"Raadszaal","date":"2026-12-03",`+
		`"purpose":"Binnen een week een besluit","starts_at":"2026-12-03T12:00:00Z"}}`, host.first("board")))
	found := h.ask("GET", "/api/join/"+board.str("joinCode"), "").want(t, 200)
	for name, want := range map[string]string{"organisation": "Gemeente Noorderveen", "place": "Raadszaal", "date": "2026-12-03",
		"purpose": "Binnen een week een besluit", "startsAt": "2026-12-03T12:00:00Z", "timeZone": "Europe/Amsterdam"} {
		if found.str(name) != want {
			t.Errorf("%s: %q", name, found.str(name))
		}
	}
	if leads, _ := found.json["leads"].([]any); len(leads) != 1 || leads[0] != "Vera Prins" {
		t.Errorf("%v", found.json)
	}
}

func TestWhoMissesTheirDepartmentKnocks(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	door := "/api/join/" + board.str("joinCode")
	if in := h.ask("POST", door, `{"name":"Ann","department":"voorkant"}`).want(t, 201); in.json["waiting"] != nil {
		t.Errorf("there is one of that name: %v", in.json)
	}
	late := h.ask("POST", door, `{"name":"Bob","department":"Inkoop"}`).want(t, 201)
	if late.json["waiting"] != true {
		t.Fatalf("%v", late.json)
	}
	h.ask("POST", door, `{"name":"Cor"}`).want(t, 400)
	h.ask("POST", door, fmt.Sprintf(`{"name":"Cor","department":%q}`, strings.Repeat("x", 41))).want(t, 400)
	host := h.screen(board, board.str("seat"))
	fresh := newID()
	host.push(1, fmt.Sprintf(`{"op":"put","kind":"department","id":%q,"fields":{"name":"Inkoop","code":"INK"}}`, fresh),
		fmt.Sprintf(`{"op":"act","do":"admit","id":%q,"args":{"department_id":%q}}`, late.str("personId"), fresh))
	me := h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(late.str("seat"))...).want(t, 200)
	if me.json["waiting"] != nil || me.str("name") != "Bob" {
		t.Errorf("%v", me.json)
	}
}

func TestACopyWaitsForItsTurnAsAnImportDoes(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	done, err := h.door.documents.alone(t.Context(), "import from 127.0.0.1")
	must(t, err)
	answered := make(chan int, 1)
	go func() {
		answered <- h.ask("POST", "/api/boards/"+board.str("boardId")+"/copy", `{}`, bearerOf(board.str("seat"))...).status
	}()
	select {
	case status := <-answered:
		t.Errorf("answered %d while another one was under way", status)
	case <-h.waitsFor("import from 127.0.0.1", 2):
	}
	done()
	if status := <-answered; status != 201 {
		t.Errorf("%d when its turn came", status)
	}
}

// waitsFor tells when so many stand in a line of the documents.
func (h *house) waitsFor(line string, n int) <-chan struct{} {
	told := make(chan struct{})
	go func() {
		defer close(told)
		for range time.Tick(time.Millisecond) {
			h.door.documents.mu.Lock()
			here := h.door.documents.turns[line]
			long := here != nil && here.wait >= n
			h.door.documents.mu.Unlock()
			if long || h.t.Context().Err() != nil {
				return
			}
		}
	}()
	return told
}
