package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// house is a whole server in the test's own process, asked over real sockets.
type house struct {
	t      testing.TB
	url    string
	door   *Server
	rooms  *live.Rooms
	log    *lockedBuffer // what the server logged
	closed bool
}

type store interface {
	boards.Log
	boards.Shelf
}

// setting changes how a house is built.
type setting func(*live.Options, *Config)

func openHouse(t testing.TB, s store, settings ...setting) *house {
	t.Helper()
	var logged lockedBuffer
	logger := slog.New(slog.NewJSONHandler(&logged, nil))
	options := live.Options{Log: s, Shelf: s, Moment: live.Now, Node: live.Random(12), Logger: logger}
	config := Config{Ready: s.Ready, Logger: logger, Metrics: NewMetrics(), Files: fstest.MapFS{
		"index.html":           {Data: []byte("<!doctype html><title>Muntsaus</title>")},
		"assets/main-abc12.js": {Data: []byte("export {}" + strings.Repeat(" ", 2000))}}}
	for _, set := range settings {
		set(&options, &config)
	}
	options.Stored, options.Answered, options.Refuse, options.Happened = config.Metrics.Stored, config.Metrics.Answered, config.Metrics.Refuse, config.Metrics.Happened
	rooms := live.NewRooms(options)
	config.Metrics.Watch(rooms)
	config.Rooms = rooms
	h := &house{t: t, door: New(config), rooms: rooms, log: &logged}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	h.url = "http://" + listener.Addr().String()
	served := make(chan error, 1)
	go func() { served <- h.door.Serve(listener) }()
	t.Cleanup(func() {
		h.close()
		must(t, <-served)
	})
	return h
}

func (h *house) close() {
	if h.closed {
		return
	}
	h.closed = true
	ctx, cancel := context.WithTimeout(context.Background(), clocktest.Patience)
	defer cancel()
	must(h.t, h.door.Close(ctx))
}

type lockedBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}

// Bytes gives what was written so far.
func (b *lockedBuffer) Bytes() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return bytes.Clone(b.Buffer.Bytes())
}

func (b *lockedBuffer) String() string { return string(b.Bytes()) }

func openSQLite(t testing.TB, dir string) *oplog.SQLite {
	t.Helper()
	s, err := oplog.OpenSQLite(t.Context(), dir)
	must(t, err)
	s.KeepPlain() // tests look for texts in the bytes of the file
	return s
}

// answer is what came back on a request.
type answer struct {
	status int
	header http.Header
	body   []byte
	json   map[string]any
}

func (a answer) str(name string) string { s, _ := a.json[name].(string); return s }

func (a answer) code() string {
	problem, _ := a.json["error"].(map[string]any)
	code, _ := problem["code"].(string)
	return code
}

// ask makes a request. headers come in pairs.
func (h *house) ask(method, path, body string, headers ...string) answer {
	h.t.Helper()
	return h.askWith(http.DefaultClient, method, path, body, headers...)
}

func (h *house) askWith(client *http.Client, method, path, body string, headers ...string) answer {
	h.t.Helper()
	request, err := http.NewRequest(method, h.url+path, strings.NewReader(body))
	must(h.t, err)
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			request.Host = headers[i+1]
			continue
		}
		request.Header.Add(headers[i], headers[i+1])
	}
	response, err := client.Do(request)
	must(h.t, err)
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	must(h.t, err)
	a := answer{status: response.StatusCode, header: response.Header, body: data}
	_ = json.Unmarshal(data, &a.json) // not every answer is an object
	return a
}

func (a answer) want(t testing.TB, status int) answer {
	t.Helper()
	if a.status != status {
		t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	return a
}

func bearerOf(seat string) []string { return []string{"Authorization", "Bearer " + seat} }

// create makes a board and gives its answer.
func (h *house) create(template string) answer {
	h.t.Helper()
	return h.ask("POST", "/api/boards", fmt.Sprintf(`{"template":%q,"agenda":"2h","language":"nl","title":"Test"}`, template)).
		want(h.t, 201)
}

// join puts somebody in the first department of a board and gives their seat.
func (h *house) join(board answer, name string) answer {
	h.t.Helper()
	info := h.ask("GET", "/api/join/"+board.str("joinCode"), "").want(h.t, 200)
	department := info.json["departments"].([]any)[0].(map[string]any)["id"].(string)
	return h.ask("POST", "/api/join/"+board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, name, department)).want(h.t, 201)
}

// screen is one websocket and everything that came through it.
type screen struct {
	t    testing.TB
	conn *wire.Conn
	page string

	mu     sync.Mutex
	raw    [][]byte
	frames []map[string]any
	read   int // frames looked at by next
	closed error
	news   chan struct{}
}

func (h *house) dial(board, seat string, headers ...string) (*screen, error) {
	header := http.Header{}
	if seat != "" {
		header.Set("Authorization", "Bearer "+seat)
	}
	for i := 0; i < len(headers); i += 2 {
		header.Add(headers[i], headers[i+1])
	}
	dialer := wire.Dialer{HandshakeTimeout: clocktest.Patience}
	conn, response, err := dialer.Dial("ws"+strings.TrimPrefix(h.url, "http")+"/api/boards/"+board+"/live", header)
	if err != nil {
		if response != nil {
			return nil, fmt.Errorf("%w: status %d", err, response.StatusCode)
		}
		return nil, err
	}
	s := &screen{t: h.t, conn: conn, page: live.Random(16), news: make(chan struct{}, 1)}
	go s.listen()
	h.t.Cleanup(func() { conn.Close() })
	return s, nil
}

// screen opens a websocket and says hello.
func (h *house) screen(board answer, seat string) *screen {
	h.t.Helper()
	s, err := h.dial(board.str("boardId"), seat)
	must(h.t, err)
	s.hello("")
	return s
}

func (s *screen) listen() {
	for {
		_, data, err := s.conn.ReadMessage()
		s.mu.Lock()
		if err != nil {
			s.closed = err
		} else {
			var frame map[string]any
			if json.Unmarshal(data, &frame) == nil {
				s.frames = append(s.frames, frame)
			}
			s.raw = append(s.raw, data)
		}
		s.mu.Unlock()
		select {
		case s.news <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

func (s *screen) send(text string) {
	s.t.Helper()
	must(s.t, s.conn.WriteMessage(wire.TextMessage, []byte(text)))
}

// hello says hello and waits for the whole welcome, which it gives.
func (s *screen) hello(since string) map[string]any {
	s.t.Helper()
	if since != "" {
		since = `,"since":` + since
	}
	s.send(fmt.Sprintf(`{"type":"hello","client":%q%s}`, s.page, since))
	return s.welcome()
}

// welcome waits for the last frame of a welcome, with all records or entries in it.
func (s *screen) welcome() map[string]any {
	s.t.Helper()
	var records, entries []any
	for {
		w := s.next("welcome")
		if some, ok := w["records"].([]any); ok {
			records = append(records, some...)
		}
		if some, ok := w["entries"].([]any); ok {
			entries = append(entries, some...)
		}
		if w["more"] == false {
			w["records"], w["entries"] = records, entries
			return w
		}
	}
}

// next waits for the next frame of one of these types, skipping others.
func (s *screen) next(types ...string) map[string]any {
	s.t.Helper()
	return s.wait(fmt.Sprint("a frame ", types), func(f map[string]any) bool { return slices.Contains(types, f["type"].(string)) })
}

func (s *screen) wait(what string, is func(map[string]any) bool) map[string]any {
	s.t.Helper()
	deadline := time.After(clocktest.Patience)
	for {
		s.mu.Lock()
		for s.read < len(s.frames) {
			f := s.frames[s.read]
			s.read++
			if is(f) {
				s.mu.Unlock()
				return f
			}
		}
		closed := s.closed
		s.mu.Unlock()
		if closed != nil {
			s.t.Fatalf("waiting for %s: %v", what, closed)
		}
		select {
		case <-s.news:
		case <-deadline:
			s.t.Fatalf("waiting for %s: nothing came", what)
		}
	}
}

// closeCode waits until the server closes, and gives the code.
func (s *screen) closeCode() int { return s.goodbye().Code }

// goodbye waits until the server closes the line, and gives what it says; code -1 where it says nothing.
func (s *screen) goodbye() wire.CloseError {
	s.t.Helper()
	deadline := time.After(clocktest.Patience)
	for {
		s.mu.Lock()
		err := s.closed
		s.mu.Unlock()
		if err != nil {
			if c, ok := err.(*wire.CloseError); ok {
				return *c
			}
			return wire.CloseError{Code: -1}
		}
		select {
		case <-s.news:
		case <-deadline:
			s.t.Fatal("the server did not close")
		}
	}
}

// push sends ops and waits for the answer to n.
func (s *screen) push(n int, ops ...string) map[string]any {
	s.t.Helper()
	s.send(pushText(n, ops...))
	return s.answerTo(n)
}

func pushText(n int, ops ...string) string {
	return fmt.Sprintf(`{"type":"push","n":%d,"ops":[%s]}`, n, strings.Join(ops, ","))
}

func (s *screen) answerTo(n int) map[string]any {
	s.t.Helper()
	return s.wait(fmt.Sprintf("the answer to push %d", n), func(f map[string]any) bool {
		switch f["type"] {
		case "refused":
			return f["n"] == float64(n)
		case "yours":
			return slices.Contains(f["acks"].([]any), any(float64(n)))
		}
		return false
	})
}

// recorded gives all bytes that came so far.
func (s *screen) recorded() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Join(s.raw, []byte("\n"))
}

func noteOp(id, text string) string {
	return fmt.Sprintf(`{"op":"put","kind":"note","id":%q,"fields":{"text":%q}}`, id, text)
}

func newID() string { return live.Random(20) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
