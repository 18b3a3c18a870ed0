package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
	"muntsaus/server/oplog/redistest"
)

// screen is somebody at a node: everything they were told, and how it ended.
type screen struct {
	conn  *wire.Conn
	ended chan struct{} // closed when the connection is

	mu   sync.Mutex
	told []string
	code int
	at   time.Time // when it ended
	n    int
}

func sitDown(t *testing.T, node *child, board map[string]any, seat, page string) *screen {
	t.Helper()
	conn := node.dial(t, map[string]any{"boardId": board["boardId"], "seat": seat}, page)
	s := &screen{conn: conn, ended: make(chan struct{})}
	go s.listen()
	s.wait(t, "a welcome", `"type":"welcome"`)
	return s
}

func (s *screen) listen() {
	defer close(s.ended)
	for {
		_, data, err := s.conn.ReadMessage()
		s.mu.Lock()
		if err != nil {
			var closed *wire.CloseError
			if errors.As(err, &closed) {
				s.code = closed.Code
			}
			s.at = time.Now()
			s.mu.Unlock()
			return
		}
		s.told = append(s.told, string(data))
		s.mu.Unlock()
	}
}

// wait gives the first frame with all these parts.
func (s *screen) wait(t *testing.T, what string, parts ...string) string {
	t.Helper()
	for deadline := time.Now().Add(clocktest.Patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if frame := s.find(parts...); frame != "" {
			return frame
		}
	}
	t.Fatalf("never heard %s", what)
	return ""
}

func (s *screen) find(parts ...string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
frames:
	for _, frame := range s.told {
		for _, part := range parts {
			if !strings.Contains(frame, part) {
				continue frames
			}
		}
		return frame
	}
	return ""
}

func (s *screen) push(t *testing.T, op string) {
	t.Helper()
	s.n++
	must(t, s.conn.WriteMessage(wire.TextMessage, fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[%s]}`, s.n, op)))
	s.wait(t, "an answer", `"type":"yours"`, fmt.Sprintf(`"acks":[%d]`, s.n))
}

func (s *screen) wantEnd(t *testing.T, code int, within time.Duration, since time.Time) {
	t.Helper()
	select {
	case <-s.ended:
	case <-time.After(clocktest.Patience):
		t.Fatal("the screen was never closed")
	}
	if s.code != code || clocktest.Over(s.at.Sub(since), within) {
		t.Errorf("closed with %d after %v, want %d within %v", s.code, s.at.Sub(since), code, within)
	}
}

// join gives the seat of somebody who comes in with the code.
func (c *child) join(t *testing.T, board map[string]any, name string) map[string]any {
	t.Helper()
	open := c.get(t, "/api/join/"+board["joinCode"].(string), "")
	department := open["departments"].([]any)[0].(map[string]any)["id"]
	return c.post(t, "/api/join/"+board["joinCode"].(string), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, name, department))
}

// renew makes a new link; the old one ends with the screens that came in by it.
func (c *child) renew(t *testing.T, board map[string]any, use string) {
	t.Helper()
	c.ask(t, http.MethodPost, "/api/boards/"+board["boardId"].(string)+"/keys", board["seat"].(string), fmt.Sprintf(`{"use":%q}`, use))
}

func (c *child) read(t *testing.T, path string) string {
	t.Helper()
	return c.ask(t, http.MethodGet, path, "", "")
}

func (c *child) ask(t *testing.T, method, path, seat, body string) string {
	t.Helper()
	request, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	must(t, err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+seat)
	answer, err := http.DefaultClient.Do(request)
	must(t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(t, err)
	if answer.StatusCode/100 != 2 {
		t.Fatalf("%s: %s", path, text)
	}
	return string(text)
}

// What happens at one node is noticed by people at another: who is there, how many are ready, what was computed, and a seat
// that is taken away.
func TestPeopleOfTwoNodes(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	one, two := serveWith(t, "--redis", redis.URL()), serveWith(t, "--redis", redis.URL())
	board := one.create(t)
	ann, bob := two.join(t, board, "Ann"), one.join(t, board, "Bob")
	wall := two.post(t, "/api/seat", fmt.Sprintf(`{"key":%q}`, board["projectorKey"]))
	host := sitDown(t, one, board, board["seat"].(string), "host")
	atTwo := sitDown(t, two, board, ann["seat"].(string), "ann")
	onWall := sitDown(t, two, board, wall["seat"].(string), "wall")
	atOne := sitDown(t, one, board, bob["seat"].(string), "bob")

	online := func(person any) string { return fmt.Sprintf(`"personId":%q,"online":true`, person) }
	host.wait(t, "that Ann is at the other node", online(ann["personId"]))
	atTwo.wait(t, "that Bob is at the other node", online(bob["personId"]))
	onWall.wait(t, "that the facilitator is there", online(board["personId"]))

	const round = "round-of-the-test-0001"
	host.push(t, fmt.Sprintf(`{"op":"act","do":"open","id":%q,"args":{"collect":"writing"}}`, round))
	atTwo.wait(t, "the round", round)
	atTwo.push(t, fmt.Sprintf(`{"op":"act","do":"ready","id":%q,"args":{"ready":true}}`, round))
	for name, s := range map[string]*screen{"facilitator": host, "Ann": atTwo, "wall": onWall, "Bob": atOne} {
		s.wait(t, "how many are ready, "+name, `"type":"ready"`, round, `"ready":1,`)
	}
	host.push(t, fmt.Sprintf(`{"op":"act","do":"cancel","id":%q,"args":{}}`, round))

	host.push(t, `{"op":"put","kind":"phase","id":"phase-of-the-test-0001","fields":{"title":"Melden"}}`)
	for i, department := range one.get(t, "/api/join/"+board["joinCode"].(string), "")["departments"].([]any)[:2] {
		host.push(
			t,
			fmt.Sprintf(
				`{"op":"put","kind":"step","id":"step-of-the-test-00000%d","fields":{"phase_id":"phase-of-the-test-0001","title":"Bellen","front_department_id":%q}}`,
				i,
				department.(map[string]any)["id"],
			),
		)
	}
	for name, s := range map[string]*screen{"facilitator": host, "Ann": atTwo, "wall": onWall, "Bob": atOne} {
		s.wait(t, "the insights, "+name, `"type":"insight"`, `"handoffs":{"front":1,`)
	}

	from := time.Now()
	one.renew(t, board, "projector")
	onWall.wantEnd(t, 4001, time.Since(from)+time.Second, from)
	from = time.Now()
	host.push(t, fmt.Sprintf(`{"op":"act","do":"remove","id":%q,"args":{}}`, ann["personId"]))
	atTwo.wantEnd(t, 4001, time.Since(from)+time.Second, from)
	host.wait(t, "that Ann went", fmt.Sprintf(`"personId":%q,"online":false`, ann["personId"]))

	metrics := two.read(t, "/metrics")
	for _, line := range []string{"muntsaus_redis_up 1", "muntsaus_redis_boards 1", "muntsaus_redis_alarms 0", "muntsaus_redis_connections ",
		"muntsaus_redis_idle ", "muntsaus_redis_pool_timeouts 0", "muntsaus_redis_stale "} {
		if !strings.Contains(metrics, "\n"+line) {
			t.Errorf("no line %q in the metrics", line)
		}
	}
	redis.Kill()
	if metrics := two.read(t, "/metrics"); !strings.Contains(metrics, "\nmuntsaus_redis_up 0\n") {
		t.Error("Redis is dead and the metrics say it is up")
	}
}

// A node that meets what a newer program wrote closes that board, and no other, until it is upgraded itself: there is one
// history, and nobody goes on with half of it.
func TestOlderNodesLeaveANewerBoardAlone(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	one, two := serveWith(t, "--redis", redis.URL()), serveWith(t, "--redis", redis.URL())
	newer, other := one.create(t), one.create(t)
	first, second := sitDown(t, one, newer, newer["seat"].(string), "first"), sitDown(t, two, newer, newer["seat"].(string), "second")
	beside := sitDown(t, two, other, other["seat"].(string), "beside")

	log, err := oplog.OpenRedis(t.Context(), redis.URL(), slog.New(slog.DiscardHandler))
	must(t, err)
	defer log.Close()
	id := newer["boardId"].(string)
	written := writeNewer(t, log, id)
	for _, s := range []*screen{first, second} {
		s.wantEnd(t, 1012, 5*time.Second, written)
	}
	for _, node := range []*child{one, two} { // one after the other, not upgraded
		node.stop(t)
	}
	three := serveWith(t, "--redis", redis.URL())
	header := http.Header{"Authorization": {"Bearer " + newer["seat"].(string)}}
	_, answer, err := wire.DefaultDialer.Dial("ws"+strings.TrimPrefix(three.url, "http")+"/api/boards/"+id+"/live", header)
	if err == nil || answer == nil || answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("an older node said %v, %v", answer, err)
	}
	<-beside.ended
	sitDown(
		t,
		three,
		other,
		other["seat"].(string),
		"beside2",
	).push(t, `{"op":"put","kind":"note","id":"note-of-the-test-0001","fields":{"text":"dag"}}`)

	now, err := log.Load(t.Context(), id)
	must(t, err)
	lines, err := log.Read(t.Context(), id, now.Epoch, now.Seq)
	must(t, err)
	var entry boards.Entry
	must(t, json.Unmarshal(lines[len(lines)-1].Data, &entry))
	if entry.V != boards.Version+1 {
		t.Errorf("somebody went on after the newer entry: %s", lines[len(lines)-1].Data)
	}
}

// writeNewer appends an entry as a program of the next version would.
func writeNewer(t *testing.T, log *oplog.Redis, id string) time.Time {
	t.Helper()
	for range 50 {
		now, err := log.Load(t.Context(), id)
		must(t, err)
		lines, err := log.Read(t.Context(), id, now.Epoch, now.Seq)
		must(t, err)
		b, err := boards.Open(now)
		must(t, err)
		for _, line := range lines {
			_, err := b.Take(line)
			must(t, err)
		}
		data := boards.Entry{V: boards.Version + 1, At: b.At, Node: "newer", Prev: b.Chain}.Encode()
		switch err := log.Append(t.Context(), id, now.Epoch, b.Seq, data); {
		case err == nil:
			return time.Now()
		case !errors.Is(err, boards.ErrConflict):
			t.Fatal(err)
		}
	}
	t.Fatal("the nodes always were faster")
	return time.Time{}
}

// D1 on two nodes: what came of a link at one ends at the other as well, and makes nothing more there, however stale its board is.
func TestD1ARenewalReachesTheOtherNode(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	one, two := serveWith(t, "--redis", redis.URL()), serveWith(t, "--redis", redis.URL())
	board := one.create(t)
	path := "/api/boards/" + board["boardId"].(string)
	key := func(node *child, key any) map[string]any {
		return node.post(t, "/api/seat", fmt.Sprintf(`{"key":%q}`, key))
	}
	leaked := key(two, board["facilitatorKey"])
	var link struct{ Key string }
	must(t, json.Unmarshal([]byte(two.ask(t, http.MethodPost, path+"/link", leaked["seat"].(string), "{}")), &link))
	again := key(two, link.Key)
	thief := sitDown(t, two, board, again["seat"].(string), "thief")
	from := time.Now()
	one.renew(t, board, "facilitator")
	refused := 0
	for _, seat := range []any{leaked["seat"], again["seat"]} { // at once: the other node may not know yet
		if two.status(t, http.MethodPost, path+"/link", seat.(string), "{}") == http.StatusNotFound {
			refused++
		}
	}
	if refused != 2 {
		t.Errorf("%d of two seats were refused a new link", refused)
	}
	if status := two.status(t, http.MethodPost, "/api/seat", "", fmt.Sprintf(`{"key":%q}`, link.Key)); status != http.StatusNotFound {
		t.Errorf("the personal link answers %d", status)
	}
	thief.wantEnd(t, 4001, time.Second, from)
	one.stop(t)
	two.stop(t)
}

// status asks with a seat, or without one, and tells only how it went.
func (c *child) status(t *testing.T, method, path, seat, body string) int {
	t.Helper()
	request, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	must(t, err)
	if seat != "" {
		request.Header.Set("Authorization", "Bearer "+seat)
	}
	answer, err := http.DefaultClient.Do(request)
	must(t, err)
	defer answer.Body.Close()
	return answer.StatusCode
}
