package web

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

func TestOriginMatrix(t *testing.T) { // trap 3
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.PublicURLs = []string{"https://workshop.example.nl/"} })
	board := h.create("blank")
	id := board.str("boardId")
	cookie := []string{"Cookie", "ms_" + id + "_host=" + board.str("seat")}
	for _, c := range []struct {
		what    string
		headers []string
		ok      bool // for everything that changes something
		reads   bool // for reading
	}{
		{"no origin, bearer", bearerOf(board.str("seat")), true, true},
		{"no origin, cookie", cookie, false, true},
		{"own origin, cookie", append([]string{"Origin", h.url}, cookie...), true, true},
		{"public url, cookie", append([]string{"Origin", "https://workshop.example.nl"}, cookie...), true, true},
		{"foreign origin, cookie", append([]string{"Origin", "https://evil.example"}, cookie...), false, false},
		{"foreign origin, bearer", append([]string{"Origin", "https://evil.example"}, bearerOf(board.str("seat"))...), false, false},
		{"own host as prefix", append([]string{"Origin", h.url + ".evil.example"}, cookie...), false, false},
		{"null origin", append([]string{"Origin", "null"}, cookie...), false, false},
		{"forwarded host", append([]string{"Origin", "https://evil.example", "X-Forwarded-Host", "evil.example"}, cookie...), false, false},
	} {
		s, err := h.dial(id, "", c.headers...)
		if (err == nil) != c.ok || (err != nil && !strings.Contains(err.Error(), "403")) {
			t.Errorf("websocket, %s: %v", c.what, err)
		}
		if s != nil {
			s.conn.Close()
		}
		change := h.ask("POST", "/api/seat", `{"key":"`+board.str("facilitatorKey")+`"}`, c.headers...)
		if (change.status == 200) != c.ok || (change.status != 200 && change.status != 403) {
			t.Errorf("POST, %s: %d", c.what, change.status)
		}
		read := h.ask("GET", "/api/boards/"+id+"/me", "", c.headers...)
		if (read.status == 200) != c.reads || (read.status != 200 && read.status != 403) {
			t.Errorf("GET, %s: %d", c.what, read.status)
		}
	}
}

func TestFramesNobodyShouldSend(t *testing.T) { // traps 4 and 6
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	witness := h.screen(board, board.str("seat"))
	for _, c := range []struct {
		what string
		kind int
		data []byte
		code int
	}{
		{"64 KiB and one", wire.TextMessage, bytes.Repeat([]byte("x"), 64<<10+1), 1009},
		{"1 MiB", wire.TextMessage, bytes.Repeat([]byte("x"), 1<<20), 1009},
		{"binary", wire.BinaryMessage, []byte("{}"), 1003},
		{"broken UTF-8", wire.TextMessage, []byte("{\"type\":\"\xff\"}"), 1007},
	} {
		s := h.screen(board, board.str("seat"))
		_ = s.conn.WriteMessage(c.kind, c.data) // the server may hang up before the end
		if code := s.closeCode(); code != c.code {
			t.Errorf("%s: closed with %d, want %d", c.what, code, c.code)
		}
	}
	s := h.screen(board, board.str("seat"))
	for _, text := range []string{"", "nonsense", "[]", "{}", `{"type":"dance"}`, `{"type":"push"}`, `{"type":"push","n":1,"ops":[]}`, `{"type":"push","n":-1,"ops":[{}]}`,
		`{"type":"ping","type":"ping"}`, strings.Repeat("[", 30000), `{"type":"here","at":5}`, `{"type":"hello"}`, `{"type":"push","n":1e400,"ops":[]}`, `{"type":"push","n":"\ud800"}`} {
		s.send(text)
		if f := s.next("error", "refused"); f["code"] == "" || f["message"] == "" {
			t.Errorf("%s: %v", text, f)
		}
	}
	s.send(`{"type":"ping"}`)
	s.next("pong")
	witness.send(`{"type":"ping"}`)
	witness.next("pong")
}

func TestNobodySpeaksBeforeHello(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	s, err := h.dial(board.str("boardId"), board.str("seat"))
	must(t, err)
	s.send(pushText(1, noteOp(newID(), "te vroeg")))
	if code := s.closeCode(); code != 4003 {
		t.Fatalf("closed with %d", code)
	}
}

// raw opens a websocket by hand, so that a test can send what no library would.
func (h *house) raw(board answer, headers string) (conn net.Conn, status int, header http.Header) {
	h.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	must(h.t, err)
	h.t.Cleanup(func() { conn.Close() })
	_, err = fmt.Fprintf(
		conn,
		"GET /api/boards/%s/live HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"+
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer %s\r\n%s\r\n",
		board.str("boardId"),
		strings.TrimPrefix(h.url, "http://"),
		board.str("seat"),
		headers,
	)
	must(h.t, err)
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(h.t, err)
	defer response.Body.Close()
	return conn, response.StatusCode, response.Header
}

func TestCompressionIsRefused(t *testing.T) { // trap 4
	t.Parallel()
	var bomb bytes.Buffer
	w, _ := flate.NewWriter(&bomb, flate.BestCompression)
	must(t, func() error { _, err := w.Write(make([]byte, 32<<20)); return err }())
	must(t, w.Flush())
	h := openHouse(t, oplog.NewMemory())
	conn, status, header := h.raw(h.create("blank"), "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n")
	if status != 101 || header.Get("Sec-WebSocket-Extensions") != "" {
		t.Fatalf("%d %v", status, header)
	}
	frame := []byte{0xC1, 0xFF} // final, RSV1, text; masked, 64-bit length
	frame = binary.BigEndian.AppendUint64(frame, uint64(bomb.Len()))
	frame = append(frame, 0, 0, 0, 0)
	_, _ = conn.Write(append(frame, bomb.Bytes()...)) // the server may hang up before the end
	must(t, conn.SetReadDeadline(time.Now().Add(clocktest.Patience)))
	head := make([]byte, 4)
	if n, _ := conn.Read(head); n < 4 || head[0] != 0x88 {
		t.Fatalf("answer % x", head[:n])
	}
	if code := binary.BigEndian.Uint16(head[2:]); code != 1002 && code != 1009 {
		t.Fatalf("closed with %d", code)
	}
}

func TestFaultInOneRoomHurtsNoOther(t *testing.T) { // trap 5
	t.Parallel()
	var breaks atomic.Bool
	h := openHouse(t, oplog.NewMemory(), func(o *live.Options, _ *Config) {
		o.Moment = func() boards.Moment {
			if breaks.CompareAndSwap(true, false) {
				panic("a fault of the test")
			}
			return live.Now()
		}
	})
	board, other := h.create("blank"), h.create("blank")
	a, witness := h.screen(board, board.str("seat")), h.screen(other, other.str("seat"))
	a.push(1, noteOp(newID(), "bewaard"))
	breaks.Store(true)
	a.send(`{"type":"push","n":2,"ops":[{"op":"del","id":"nothing-with-this-id"}]}`)
	if code := a.closeCode(); code != 1012 {
		t.Fatalf("closed with %d", code)
	}
	if again := h.screen(board, board.str("seat")); !strings.Contains(string(again.recorded()), "bewaard") {
		t.Fatal("what was acknowledged is gone")
	}
	witness.push(1, noteOp(newID(), "gewoon door"))
}

// House 4: a panic in the insights ended the room, for everybody who entered, again and again.
func TestInsightsThatBreakEndNoRoom(t *testing.T) {
	t.Parallel()
	var breaks atomic.Bool
	h := openHouse(t, oplog.NewMemory(), func(o *live.Options, _ *Config) {
		o.Insight = func(b *boards.Board) []byte {
			if breaks.Load() {
				panic("a fault of the test")
			}
			return fmt.Appendf(nil, `{"seq":%d,"notes":%d}`, b.Shared, b.Count("note"))
		}
	})
	board := h.create("blank")
	a := h.screen(board, board.str("seat"))
	a.push(1, noteOp(newID(), "een"))
	a.wait("the insight of 1 notes", func(f map[string]any) bool { return f["type"] == "insight" && f["notes"] == 1.0 })
	breaks.Store(true)
	a.push(2, noteOp(newID(), "twee"))
	no := h.ask("GET", "/api/boards/"+board.str("boardId")+"/insights", "", bearerOf(board.str("seat"))...).want(t, 503)
	if no.code() != "unavailable" || !bytes.Contains(no.body, []byte("workshop")) {
		t.Errorf("answer %s", no.body)
	}
	b := h.screen(board, board.str("seat"))
	b.next("insight") // the last one stays
	b.push(1, noteOp(newID(), "drie"))
	breaks.Store(false)
	a.push(3, noteOp(newID(), "vier"))
	a.wait("the insight of 4 notes", func(f map[string]any) bool { return f["type"] == "insight" && f["notes"] == 4.0 })
	metrics := string(h.ask("GET", "/metrics", "").body)
	if strings.Contains(metrics, `muntsaus_room_faults_total{what="insight"} 0`) || !strings.Contains(metrics, `{what="broke"} 0`) {
		t.Error("it is not counted, or counted as a room that broke")
	}
}

func TestSlowReaderIsClosedAndOthersAreNot(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	h.door.writeWithin = clocktest.Patience // what fills up is its outbox, however long the flood takes
	board := h.create("blank")
	slow, err := h.dialSlow(board)
	must(t, err)
	defer slow.Close()
	must(t, slow.WriteMessage(wire.TextMessage, []byte(`{"type":"hello","client":"slow"}`)))
	witness := h.screen(board, h.join(board, "Ann").str("seat"))
	id := newID()
	witness.push(1, noteOp(id, "x"))
	h.flood(board, id)
	witness.send(`{"type":"ping"}`)
	witness.next("pong")
	must(t, slow.SetReadDeadline(time.Now().Add(clocktest.Patience)))
	for {
		if _, _, err = slow.ReadMessage(); err != nil {
			break
		}
	}
	if c, ok := err.(*wire.CloseError); !ok || c.Code != 4008 {
		t.Fatalf("the slow one ended with %v", err)
	}
}

// flood changes a note so often that some 2 MB go to every screen.
func (h *house) flood(board answer, note string) {
	h.t.Helper()
	for n := range 150 {
		must(h.t, h.rooms.Do(h.t.Context(), board.str("boardId"), func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
			for i := range 60 {
				fields := boards.Fields{"text": strings.Repeat(string(rune('a'+(n+i)%26)), 200)}
				if no := d.Do(boards.Op{Op: "set", ID: note, Fields: fields}, boards.Actor{Role: boards.RoleServer}); no != nil {
					return no
				}
			}
			return nil
		}))
	}
}

// dialSlow opens a websocket with a small buffer that nobody reads yet.
func (h *house) dialSlow(board answer) (*wire.Conn, error) {
	dialer := wire.Dialer{NetDial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if err == nil {
			err = conn.(*net.TCPConn).SetReadBuffer(64 << 10)
		}
		return conn, err
	}}
	conn, _, err := dialer.Dial(
		"ws"+strings.TrimPrefix(h.url, "http")+"/api/boards/"+board.str("boardId")+"/live",
		http.Header{"Authorization": {"Bearer " + board.str("seat")}},
	)
	return conn, err
}

func TestNoFrameReachesAStranger(t *testing.T) { // trap 1
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	first, second := h.create("blank"), h.create("blank")
	var going []*screen
	guest, other := h.join(first, "Bob"), h.join(second, "Cas")
	for i := range 100 { // a person has at most fifty
		going = append(going, h.screen(first, []string{first.str("seat"), guest.str("seat")}[i%2]))
	}
	author := h.screen(first, h.join(first, "Ann").str("seat"))
	done := make(chan struct{})
	go func() { // frames are queued while the sockets go
		defer close(done)
		for n := 1; n <= 30; n++ {
			author.push(n, noteOp(newID(), "GEHEIM-VAN-HET-EERSTE-BORD"))
		}
	}()
	for _, s := range going {
		must(t, s.conn.NetConn().(*net.TCPConn).SetLinger(0))
		s.conn.NetConn().Close()
	}
	var coming []*screen
	for i := range 100 {
		coming = append(coming, h.screen(second, []string{second.str("seat"), other.str("seat")}[i%2]))
	}
	<-done
	for _, s := range coming {
		s.send(`{"type":"ping"}`)
		s.next("pong")
		if bytes.Contains(s.recorded(), []byte("GEHEIM")) {
			t.Fatal("a frame of another board arrived")
		}
	}
}

func TestFloodingIsClosed(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann := h.join(board, "Ann")
	ops := strings.Repeat(`{"op":"del","id":"x"},`, 99) + `{"op":"del","id":"x"}`
	var flood []*screen
	for range 8 { // all on one seat
		flood = append(flood, h.screen(board, ann.str("seat")))
	}
	witness := h.screen(board, board.str("seat"))
	for _, s := range flood {
		s.send(pushText(1, ops))
	}
	if yes := witness.push(1, noteOp(newID(), "gewoon")); yes["type"] != "yours" {
		t.Fatalf("answer %v", yes)
	}
	codes := make(chan int, len(flood))
	for _, s := range flood {
		go func() { codes <- s.closeCode() }()
	}
	if code := <-codes; code != 4029 {
		t.Fatalf("closed with %d", code)
	}
}

func TestNothingIsLeftRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Run("house", func(t *testing.T) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("blank")
		var all []*screen
		for range 30 {
			all = append(all, h.screen(board, board.str("seat")))
		}
		all[0].push(1, noteOp(newID(), "dag"))
		for i, s := range all {
			if i%2 == 0 {
				s.conn.Close()
			}
		}
		h.close()
		for i, s := range all {
			if code := s.closeCode(); i%2 == 1 && code != 1012 {
				t.Errorf("socket %d closed with %d", i, code)
			}
		}
	})
	http.DefaultClient.CloseIdleConnections()
	deadline := time.Now().Add(clocktest.Patience)
	for runtime.NumGoroutine() > before+3 { // fasthttp keeps a clock and a cleaner of workers
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
		}
		runtime.Gosched()
		time.Sleep(10 * time.Millisecond)
	}
}
