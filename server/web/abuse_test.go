package web

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
)

// Whoever opens a line and says nothing, or never ends its first frame, is sent away; who said hello in time stays.
func TestSilentLinesAreClosed(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	if h.door.helloWithin != 10*time.Second {
		t.Fatalf("a line gets %v", h.door.helloWithin)
	}
	board := h.create("blank")
	witness := h.screen(board, board.str("seat"))
	h.door.helloWithin = 200 * time.Millisecond
	silent, err := h.dial(board.str("boardId"), board.str("seat"))
	must(t, err)
	conn, status, _ := h.raw(board, "")
	if status != 101 {
		t.Fatalf("status %d", status)
	}
	_, err = conn.Write([]byte{0x81, 0x80 | 50, 0, 0, 0, 0, '{'}) // one byte of fifty
	must(t, err)
	if code := silent.closeCode(); code != 4003 {
		t.Errorf("a silent line was closed with %d", code)
	}
	must(t, conn.SetReadDeadline(time.Now().Add(clocktest.Patience)))
	head := make([]byte, 4)
	if _, err := conn.Read(head); err != nil || head[0] != 0x88 || int(head[2])<<8|int(head[3]) != 4003 {
		t.Errorf("half a frame: % x, %v", head, err)
	}
	if yes := witness.push(1, noteOp(newID(), "gewoon door")); yes["type"] != "yours" {
		t.Errorf("the witness heard %v", yes)
	}
}

// Bodies as no page sends them: each gets its answer, and nothing comes of it.
func TestBodiesNobodyShouldSend(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	deep := strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000)
	for what, value := range map[string]string{"deep objects": deep, "deep lists": strings.Repeat("[", 30000), "a number beyond all": "1e400", "a minus without number": "-",
		"half a letter": `"\ud800"`, "a zero": `"\u0000"`, "turned around": `"\u202e"`, "broken UTF-8": "\"\xff\"", "another type": `{"a":[1]}`, "a list": `["x"]`, "a number": "7"} {
		for route, name := range map[string]string{"POST /api/boards": "title", "POST /api/join/:code": "name", "POST /api/seat": "key", "POST /api/boards/:id/keys": "use"} {
			method, path, _ := strings.Cut(route, " ")
			body := strings.TrimSuffix(bodies[route], "}")
			if at := strings.Index(body, fmt.Sprintf("%q:", name)); at > 0 {
				rest := body[at:]
				end := strings.Index(rest, ",")
				if end < 0 {
					end = len(rest)
				}
				body = body[:at] + fmt.Sprintf("%q:%s", name, value) + rest[end:]
			}
			a := h.ask(method, c.path(path), body+"}", bearerOf(c.seats["facilitator"])...)
			if a.status != 400 && a.status != 404 || a.code() == "" {
				t.Errorf("%s, %s: %d %.200s", route, what, a.status, a.body)
			}
		}
	}
	for _, body := range []string{"", "null", "true", `"x"`, "{}{}", "{} x", "\xef\xbb\xbf{}", `{"__proto__":{"role":"facilitator"}}`, `{"constructor":1}`, `{"a":1,"a":2}`, strings.Repeat(" ", 60000), "\x00"} {
		for route := range bodies {
			method, path, _ := strings.Cut(route, " ")
			if a := h.ask(method, c.path(path), body, bearerOf(c.seats["facilitator"])...); a.status != 400 || a.code() == "" {
				t.Errorf("%s, %.40q: %d %.200s", route, body, a.status, a.body)
			}
		}
	}
	h.ask("GET", "/healthz", "").want(t, 200)
}

// Requests that are no HTTP, or never end, hurt nobody.
func TestHalfARequestHurtsNobody(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for _, text := range []string{"\x16\x03\x01\x02\x00\x01", "GET", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "POST /api/boards HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
		"POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{", "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n"} {
		conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
		must(t, err)
		defer conn.Close() // left open until all are
		_, err = conn.Write([]byte(text))
		must(t, err)
		h.ask("GET", "/healthz", "").want(t, 200)
	}
}

// Whoever opens lines in a loop gets the whole board that often no more; somebody else comes in.
func TestLinesOpenedInALoop(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
	opened := 0
	for ; opened < 3*mostLinesAtOnce; opened++ {
		line, err := h.dial(board.str("boardId"), ann.str("seat"))
		if err != nil {
			break
		}
		line.conn.Close()
	}
	if opened < mostLinesAtOnce || opened == 3*mostLinesAtOnce {
		t.Errorf("%d lines opened", opened)
	}
	refused := h.ask("GET", "/api/boards/"+board.str("boardId")+"/live", "", append(bearerOf(ann.str("seat")), "Connection", "Upgrade", "Upgrade", "websocket",
		"Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")...)
	if refused.status != 429 || refused.code() != "slow_down" {
		t.Errorf("%d %s", refused.status, refused.body)
	}
	h.screen(board, bob.str("seat"))
}

// Whoever copies or imports boards in a loop is slowed down; this machine imports as it likes, and somebody else goes on.
func TestBoardsCopiedInALoop(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	copied := func(from answer) answer {
		return h.ask("POST", "/api/boards/"+from.str("boardId")+"/copy", `{}`, bearerOf(from.str("seat"))...)
	}
	h.door.whole = newRhythm(3, time.Hour)
	for range 3 {
		copied(board).want(t, 201)
	}
	if slow := copied(board); slow.status != 429 || slow.code() != "slow_down" {
		t.Errorf("%d %s", slow.status, slow.body)
	}
	copied(h.create("blank")).want(t, 201)
	file := h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...).want(t, 200)
	for n, want := range []int{201, 201, 201, 201, 201} {
		if got := h.ask("POST", "/api/boards/import", string(file.body)); got.status != want {
			t.Errorf("import %d: %d %s", n, got.status, got.body)
		}
	}
}
