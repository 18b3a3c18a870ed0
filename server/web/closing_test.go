package web

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// Every close code of the protocol, each with somebody at the same board who goes on as if nothing had happened. 4008 has a
// test of its own (TestSlowReaderIsClosedAndOthersAreNot), 1012 too (TestNothingIsLeftRunning).
func TestEveryCloseCodeHurtsNobodyElse(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	witness := h.screen(board, board.str("seat"))
	n, seats := 0, map[string]string{}
	flood := strings.Repeat(`{"op":"del","id":"x"},`, 99) + `{"op":"del","id":"x"}`
	for _, c := range []struct {
		what  string
		code  int
		greet bool
		does  func(s *screen, person string)
	}{
		{"an edit before hello", 4003, false, func(s *screen, _ string) { s.send(pushText(1, noteOp(newID(), "te vroeg"))) }},
		{"a ping before hello", 4003, false, func(s *screen, _ string) { s.send(`{"type":"ping"}`) }},
		{"another protocol", 4009, false, func(s *screen, _ string) { s.send(`{"type":"hello","client":"abc","protocol":2}`) }},
		{"removed", 4001, true, func(_ *screen, person string) {
			n++
			witness.push(n, fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, person))
		}},
		{"a flood of edits", 4029, true, func(s *screen, person string) {
			var others []*screen
			for range 7 { // one line alone is only read more slowly
				others = append(others, h.screen(board, seats[person]))
			}
			for _, other := range others {
				other.send(pushText(1, flood))
			}
			s.send(pushText(1, flood))
			_ = s.conn.WriteMessage(wire.TextMessage, []byte(pushText(2, flood))) // whichever of the lines was first, this is too much
		}},
		{"64 KiB and one", 1009, true, func(s *screen, _ string) {
			_ = s.conn.WriteMessage(wire.TextMessage, bytes.Repeat([]byte("x"), mostFrame+1))
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			ann := h.join(board, "Ann "+c.what)
			seats[ann.str("personId")] = ann.str("seat")
			s, err := h.dial(board.str("boardId"), ann.str("seat"))
			must(t, err)
			if c.greet {
				s.hello("")
			}
			c.does(s, ann.str("personId"))
			if code := s.closeCode(); code != c.code {
				t.Fatalf("closed with %d, want %d", code, c.code)
			}
			n++
			if yes := witness.push(n, noteOp(newID(), "gewoon door")); yes["type"] != "yours" {
				t.Fatalf("the witness heard %v", yes)
			}
		})
	}
	h.ask("GET", "/healthz", "").want(t, 200)
}

// Q8: a frame that is too large is told so. The library would close by itself, without a word.
func TestQ8TheReasonStandsInTheCloseFrame(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	for _, more := range []int{1, mostFrame * 20} {
		s := h.screen(board, board.str("seat"))
		_ = s.conn.WriteMessage(wire.TextMessage, bytes.Repeat([]byte("x"), mostFrame+more))
		if end := s.goodbye(); end.Code != wire.CloseMessageTooBig || !strings.Contains(end.Text, "64 KiB") {
			t.Errorf("%d too many: %d %q", more, end.Code, end.Text)
		}
	}
}

func TestHelloOfTheSameProtocolIsWelcome(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	s, err := h.dial(board.str("boardId"), board.str("seat"))
	must(t, err)
	s.send(`{"type":"hello","client":"abc","protocol":1}`)
	s.welcome()
}

func TestAFullRoomSaysSo(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(o *live.Options, _ *Config) { o.MostScreens, o.MostScreensEach = 3, 2 })
	board := h.create("blank")
	ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
	first := h.screen(board, ann.str("seat"))
	h.screen(board, ann.str("seat"))
	refused := func(seat string) {
		t.Helper()
		s, err := h.dial(board.str("boardId"), seat)
		must(t, err)
		s.send(fmt.Sprintf(`{"type":"hello","client":%q}`, s.page))
		if f := s.next("error"); f["code"] != "full" {
			t.Fatalf("answer %v", f)
		}
		if code := s.closeCode(); code != 1012 {
			t.Fatalf("closed with %d", code)
		}
	}
	refused(ann.str("seat")) // her own are two
	h.screen(board, bob.str("seat"))
	refused(bob.str("seat")) // the room has three
	first.hello("")          // who is in stays in, also on saying hello again
	first.conn.Close()
	deadline := time.Now().Add(clocktest.Patience)
	for _, n := h.rooms.Count(); n > 2; _, n = h.rooms.Count() {
		if time.Now().After(deadline) {
			t.Fatal("the place was not given free")
		}
		time.Sleep(5 * time.Millisecond)
	}
	h.screen(board, board.str("seat"))
}

// line by hand: what no library would send.
type rawLine struct {
	net.Conn
	in *bufio.Reader
}

func (h *house) rawHello(board answer) *rawLine {
	h.t.Helper()
	conn, status, _ := h.raw(board, "")
	if status != 101 {
		h.t.Fatalf("status %d", status)
	}
	l := &rawLine{conn, bufio.NewReader(conn)}
	l.frame(0x81, []byte(fmt.Sprintf(`{"type":"hello","client":%q}`, live.Random(16))))
	return l
}

// frame sends one masked frame with this first byte.
func (l *rawLine) frame(first byte, data []byte) {
	head := []byte{first}
	switch {
	case len(data) < 126:
		head = append(head, 0x80|byte(len(data)))
	case len(data) < 1<<16:
		head = binary.BigEndian.AppendUint16(append(head, 0x80|126), uint16(len(data)))
	default:
		head = binary.BigEndian.AppendUint64(append(head, 0x80|127), uint64(len(data)))
	}
	_, _ = l.Write(append(append(head, 0, 0, 0, 0), data...)) // a mask of zeros; the server may hang up before the end
}

// closed reads frames until the close, and gives its code: 0 when the line just ended.
func (l *rawLine) closed() (code int, err error) {
	_ = l.SetReadDeadline(time.Now().Add(clocktest.Patience))
	for {
		kind, err := l.in.ReadByte()
		if err != nil {
			return 0, err
		}
		size, err := l.in.ReadByte()
		if err != nil {
			return 0, err
		}
		n := int(size)
		switch size {
		case 126:
			var two [2]byte
			_, err = io.ReadFull(l.in, two[:])
			n = int(binary.BigEndian.Uint16(two[:]))
		case 127:
			var eight [8]byte
			_, err = io.ReadFull(l.in, eight[:])
			n = int(binary.BigEndian.Uint64(eight[:]))
		}
		data := make([]byte, n)
		if err == nil {
			_, err = io.ReadFull(l.in, data)
		}
		switch {
		case err != nil:
			return 0, err
		case kind == 0x88 && n >= 2:
			return int(binary.BigEndian.Uint16(data)), nil
		case kind == 0x88:
			return 0, nil
		}
	}
}

func closeFrame(code uint16, reason string) []byte {
	return append(binary.BigEndian.AppendUint16(nil, code), reason...)
}

// Frames as only an attacker or a broken program sends them. The line ends with a code of the standard, and everybody else
// at the board works on.
func TestBrokenFramesEndTheirOwnLineOnly(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	witness := h.screen(board, board.str("seat"))
	ping := []byte(`{"type":"ping"}`)
	for i, c := range []struct {
		what string
		send func(l *rawLine)
		want []int
	}{
		{"unmasked", func(l *rawLine) { _, _ = l.Write(append([]byte{0x81, byte(len(ping))}, ping...)) }, []int{1002}},
		{"RSV1 without negotiation", func(l *rawLine) { l.frame(0xC1, ping) }, []int{1002}},
		{"RSV2", func(l *rawLine) { l.frame(0xA1, ping) }, []int{1002}},
		{"RSV3", func(l *rawLine) { l.frame(0x91, ping) }, []int{1002}},
		{"reserved data opcode", func(l *rawLine) { l.frame(0x83, ping) }, []int{1002}},
		{"reserved data opcode 7", func(l *rawLine) { l.frame(0x87, ping) }, []int{1002}},
		{"reserved control opcode", func(l *rawLine) { l.frame(0x8B, ping) }, []int{1002}},
		{"reserved control opcode 15", func(l *rawLine) { l.frame(0x8F, ping) }, []int{1002}},
		{"fragmented control", func(l *rawLine) { l.frame(0x09, []byte("x")) }, []int{1002}},
		{"ping of 126 bytes", func(l *rawLine) { l.frame(0x89, bytes.Repeat([]byte("x"), 126)) }, []int{1002}},
		{"continuation without start", func(l *rawLine) { l.frame(0x80, ping) }, []int{1002}},
		{"new data inside fragments", func(l *rawLine) { l.frame(0x01, []byte(`{"type"`)); l.frame(0x81, ping) }, []int{1002}},
		{"length of 2^63-1", func(l *rawLine) {
			_, _ = l.Write([]byte{0x81, 0xFF, 0x7F, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0})
		}, []int{1009, 1002}},
		{"length with the top bit", func(l *rawLine) {
			_, _ = l.Write([]byte{0x81, 0xFF, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0})
		}, []int{1009, 1002}},
		{"fragments beyond 64 KiB", func(l *rawLine) {
			l.frame(0x01, bytes.Repeat([]byte("x"), 40<<10))
			l.frame(0x80, bytes.Repeat([]byte("x"), 40<<10))
		}, []int{1009}},
		{"64 KiB of promised bytes, one sent", func(l *rawLine) {
			_, _ = l.Write([]byte{0x81, 0xFF, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 'x'})
			_ = l.Conn.(*net.TCPConn).CloseWrite()
		}, []int{0, 1000}},
		{"close with code 1005", func(l *rawLine) { l.frame(0x88, closeFrame(1005, "")) }, []int{1002}},
		{"close with code 1006", func(l *rawLine) { l.frame(0x88, closeFrame(1006, "")) }, []int{1002}},
		{"close with code 1015", func(l *rawLine) { l.frame(0x88, closeFrame(1015, "")) }, []int{1002}},
		{"close with code 999", func(l *rawLine) { l.frame(0x88, closeFrame(999, "")) }, []int{1002}},
		{"close with code 65535", func(l *rawLine) { l.frame(0x88, closeFrame(65535, "")) }, []int{1002}},
		{"close with broken UTF-8", func(l *rawLine) { l.frame(0x88, closeFrame(1000, "\xff\xfe")) }, []int{1007, 1002}},
		{"close of one byte", func(l *rawLine) { l.frame(0x88, []byte{3}) }, []int{1002, 0, 1005}},
		{"text split within a letter", func(l *rawLine) { l.frame(0x81, []byte("{\"type\":\"\xe2\x82")) }, []int{1007}},
		{"binary", func(l *rawLine) { l.frame(0x82, ping) }, []int{1003}},
	} {
		l := h.rawHello(board)
		c.send(l)
		code, err := l.closed()
		if !contains(c.want, code) {
			t.Errorf("%s: closed with %d (%v), want %v", c.what, code, err, c.want)
		}
		l.Close()
		if yes := witness.push(i+1, noteOp(newID(), c.what)); yes["type"] != "yours" {
			t.Fatalf("after %s the witness heard %v", c.what, yes)
		}
	}
	h.ask("GET", "/healthz", "").want(t, 200)
}

func contains(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

// A letter split over two fragments is whole again when both are there.
func TestFragmentsAreJoined(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	witness := h.screen(board, board.str("seat"))
	text := []byte(pushText(1, noteOp(newID(), "half € heel")))
	cut := bytes.IndexRune(text, '€') + 1
	l := h.rawHello(board)
	l.frame(0x01, text[:cut])
	l.frame(0x00, nil)
	l.frame(0x80, text[cut:])
	witness.wait("the joined note", func(f map[string]any) bool { return strings.Contains(fmt.Sprint(f), "half € heel") })
}

// Numbers of pushes, ids, other boards: what is well-formed JSON and still not for us.
func TestStrangePushesAreRefused(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board, other := h.create("blank"), h.create("blank")
	witness := h.screen(other, other.str("seat"))
	foreign := newID()
	witness.push(1, noteOp(foreign, "van het andere bord"))
	s := h.screen(board, board.str("seat"))
	for _, text := range []string{
		`{"type":"push","n":0,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":-5,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":9223372036854775808,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":9007199254740993,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":1.5,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":"1","ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":1e400,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":1,"n":2,"ops":[{"op":"del","id":"x"}]}`,
		`{"type":"push","n":1,"ops":[{"op":"del","id":"x"}],"board":"` + other.str("boardId") + `"}`,
		`{"type":"push","n":1,"ops":[{"op":"put","op":"del","kind":"note","id":"x"}]}`,
		`{"type":"push","n":1,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"__proto__":{"text":"x"}}}]}`,
		`{"type":"push","n":2,"ops":[{"op":"put","kind":"__proto__","id":"` + newID() + `","fields":{}}]}`,
		`{"type":"push","n":3,"ops":[{"op":"put","kind":"note","id":"__proto__","fields":{"text":"x"}}]}`,
		`{"type":"push","n":4,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":"a\u0000b"}}]}`,
		`{"type":"push","n":5,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":"a\ud800b"}}]}`,
		`{"type":"push","n":6,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":"a\u202eb"}}]}`,
		`{"type":"push","n":7,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":` + strings.Repeat(`[`, 200) + strings.Repeat(`]`, 200) + `}}]}`,
		`{"type":"push","n":8,"ops":[{"op":"set","id":"` + foreign + `","fields":{"text":"gekaapt"}}]}`,
		`{"type":"push","n":9,"ops":[{"op":"del","id":"` + foreign + `"}]}`,
		`{"type":"push","n":10,"ops":[{"op":"act","do":"join","args":{"name":"x","role":"facilitator","hash":"x"}}]}`,
		`{"type":"push","n":11,"ops":[{"op":"put","kind":"key","id":"` + newID() + `","fields":{"hash":"x","use":"seat","role":"facilitator"}}]}`,
		`{"type":"push","n":12,"ops":[{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":"x"},"by":"` + newID() + `"}]}`,
	} {
		s.send(text)
		if f := s.next("error", "refused", "yours"); f["type"] == "yours" || f["code"] == "" || f["message"] == "" {
			t.Errorf("%s: %v", text, f)
		}
	}
	s.send(pushText(1000, noteOp(newID(), "een sprong"))) // a gap is fine: what was passed over stays refused
	if yes := s.answerTo(1000); yes["type"] != "yours" {
		t.Fatalf("answer %v", yes)
	}
	if no := s.push(999, noteOp(newID(), "te laat")); no["type"] != "refused" {
		t.Fatalf("answer %v", no)
	}
	w := witness.hello("")
	if text := fmt.Sprint(w["records"]); !strings.Contains(text, "van het andere bord") || strings.Contains(text, "gekaapt") {
		t.Fatal("the other board was touched")
	}
}

// Hello twice is a new welcome and no second member; a storm of pings slows down only who sends it.
func TestHelloTwiceAndManyPings(t *testing.T) {
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	s := h.screen(board, h.join(board, "Ann").str("seat"))
	s.hello("")
	if _, members := h.rooms.Count(); members != 1 {
		t.Fatalf("%d members after two hellos", members)
	}
	witness := h.screen(board, board.str("seat"))
	go func() {
		for range 2500 {
			if s.conn.WriteMessage(wire.TextMessage, []byte(`{"type":"ping"}`)) != nil {
				return
			}
		}
	}()
	from := time.Now()
	for n := 1; n <= 20; n++ {
		if yes := witness.push(n, noteOp(newID(), "gewoon")); yes["type"] != "yours" {
			t.Fatalf("answer %v", yes)
		}
	}
	if took := time.Since(from); clocktest.Over(took, 8*time.Second) {
		t.Errorf("twenty edits took %v while somebody else pinged", took)
	}
}
