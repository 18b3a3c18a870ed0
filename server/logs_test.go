package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/live"
	"muntsaus/server/oplog/redistest"
)

// canaries are texts that are nowhere unless we put them there.
type canaries struct{ all []string }

func (c *canaries) new() string {
	mark := "kanarie" + live.Random(9)
	c.all = append(c.all, mark)
	return mark
}

func (c *canaries) keep(answer map[string]any, names ...string) {
	for _, name := range names {
		if text, ok := answer[name].(string); ok && text != "" {
			c.all = append(c.all, text)
		}
	}
}

// sung gives the canaries in a text, also packed as base64, hex or for an address.
func (c *canaries) sung(text string) (found []string) {
	for _, mark := range c.all {
		for _, form := range []string{mark, base64.StdEncoding.EncodeToString([]byte(mark)), base64.RawURLEncoding.EncodeToString([]byte(mark)),
			hex.EncodeToString([]byte(mark)), url.QueryEscape(mark)} {
			if strings.Contains(text, form) {
				found = append(found, mark+" as "+form)
			}
		}
	}
	return found
}

// workshop runs everything that might be written down somewhere: names, titles, texts, votes, keys, mistakes and files.
func (c *canaries) workshop(t *testing.T, server *child) (map[string]any, *wire.Conn) {
	t.Helper()
	board := server.post(
		t,
		"/api/boards",
		fmt.Sprintf(`{"template":"restaurant","agenda":"2h","language":"nl","title":%q,"name":%q}`, c.new(), c.new()),
	)
	c.keep(board, "boardId", "joinCode", "facilitatorKey", "cofacilitatorKey", "projectorKey", "seat", "personId")
	info := server.get(t, "/api/join/"+board["joinCode"].(string), "")
	department := info["departments"].([]any)[0].(map[string]any)["id"].(string)
	person := server.post(t, "/api/join/"+board["joinCode"].(string), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, c.new(), department))
	c.keep(person, "seat", "personId")
	c.keep(server.post(t, "/api/seat", fmt.Sprintf(`{"key":%q}`, board["projectorKey"])), "seat")
	conn := server.dial(t, map[string]any{"boardId": board["boardId"], "seat": person["seat"]}, "page-of-the-test")
	records(t, conn)
	for n := 1; n <= 3; n++ {
		op := fmt.Sprintf(`{"op":"put","kind":"note","id":%q,"fields":{"text":%q}}`, noteID("canary", n), c.new())
		must(t, conn.WriteMessage(wire.TextMessage, fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[%s]}`, n, op)))
		awaitAnswer(t, conn)
	}
	for _, odd := range []string{`{"type":"push","n":4,"ops":[{"op":"put","kind":"` + c.new() + `","id":"x","fields":{}}]}`,
		`{"type":"` + c.new() + `"}`, `{"` + c.new(), `{"type":"push","n":5,"ops":[{"op":"act","do":"` + c.new() + `"}]}`} {
		must(t, conn.WriteMessage(wire.TextMessage, []byte(odd)))
		awaitAnswer(t, conn)
	}
	c.mistakes(t, server, board)
	return board, conn
}

// mistakes are requests that go wrong in every way we know.
func (c *canaries) mistakes(t *testing.T, server *child, board map[string]any) {
	t.Helper()
	id := board["boardId"].(string)
	for _, r := range []struct{ method, path, body, origin, bearer string }{
		{"GET", "/api/join/" + c.new(), "", "", ""},
		{"POST", "/api/seat", `{"key":"` + id + "." + c.new() + `0000000000"}`, "", ""},
		{"GET", "/api/boards/" + id + "/board.json", "", "", c.new()},
		{"GET", "/" + c.new() + ".php?key=" + c.new(), "", "", ""},
		{"POST", "/api/boards", `{"template":"` + c.new() + `","agenda":"2h","title":"x"}`, "", ""},
		{"POST", "/api/boards/import", `{"muntsaus":1,"records":[{"id":"` + c.new() + `","kind":"note","fields":{"text":"` + c.new() + `"}}]}`, "", ""},
		{"POST", "/api/boards/import", `{"` + c.new(), "", ""},
		{"DELETE", "/api/boards/" + id, "", "https://" + strings.ToLower(c.new()) + ".example", board["seat"].(string)},
		{"GET", "/api/boards/" + id + "/report?lang=" + c.new(), "", "", board["seat"].(string)},
		{"GET", "/api/boards/" + id + "/workbook.xlsx", "", "", board["seat"].(string)},
	} {
		request, err := http.NewRequest(r.method, server.url+r.path, strings.NewReader(r.body))
		must(t, err)
		if r.origin != "" {
			request.Header.Set("Origin", r.origin)
		}
		if r.bearer != "" {
			request.Header.Set("Authorization", "Bearer "+r.bearer)
		}
		answer, err := http.DefaultClient.Do(request)
		must(t, err)
		answer.Body.Close()
	}
}

// awaitAnswer reads until a push or an odd frame was answered.
func awaitAnswer(t *testing.T, conn *wire.Conn) {
	t.Helper()
	for {
		var frame struct{ Type string }
		must(t, conn.ReadJSON(&frame))
		if frame.Type == "yours" || frame.Type == "refused" || frame.Type == "error" {
			return
		}
	}
}

func TestLogsHoldNoNamesContentsOrKeys(t *testing.T) {
	t.Parallel()
	var c canaries
	server := serveWith(t, "--data", t.TempDir(), "--log-level", "debug", "--log-requests")
	c.workshop(t, server)
	server.stop(t)
	wantQuiet(t, &c, server, "request", "a screen left", "stopping")
}

// A Redis that goes away makes a server say much; none of it may be what people wrote.
func TestLogsStayDiscreetWhenRedisIsGone(t *testing.T) {
	t.Parallel()
	var c canaries
	redis := redistest.New(t)
	server := serveWith(t, "--redis", redis.URL(), "--log-level", "debug")
	board, conn := c.workshop(t, server)
	redis.Kill()
	text := fmt.Sprintf(
		`{"type":"push","n":6,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":%q}}]}`,
		noteID("canary", 6),
		c.new(),
	)
	must(t, conn.WriteMessage(wire.TextMessage, []byte(text)))
	for {
		if _, _, err := conn.ReadMessage(); err != nil { // the room gave up and closed
			break
		}
	}
	c.mistakes(t, server, board)
	server.stop(t)
	wantQuiet(t, &c, server, "an entry was not stored", "a room lost its log")
}

// wantQuiet looks through the log: every line is JSON, what must be there is, and no canary is.
func wantQuiet(t *testing.T, c *canaries, server *child, said ...string) {
	t.Helper()
	log := server.log()
	for line := range strings.Lines(log) {
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Errorf("no JSON: %s", line)
		}
	}
	for _, message := range said {
		if !strings.Contains(log, `"msg":"`+message+`"`) {
			t.Errorf("the log does not say %q, so the test looks at the wrong thing:\n%s", message, log)
		}
	}
	for _, found := range c.sung(log) {
		t.Errorf("in the log: %s", found)
	}
}

func TestWhatTheLogTakesOut(t *testing.T) {
	var out bytes.Buffer
	log := newLogger(&out, slog.LevelInfo)
	log.Debug("not shown")
	log.Error("broke", "board", "aB3dE6gH9jK2mN5pQ8sT", "err", errors.New("append to aB3dE6gH9jK2mN5pQ8sT.secretsecretsecret00 failed"),
		"fault", errors.New("a name"), "n", 4)
	for _, gone := range []string{"not shown", "gH9jK", "secretsecret", "a name"} {
		if strings.Contains(out.String(), gone) {
			t.Errorf("%q is in %s", gone, out.String())
		}
	}
	for _, kept := range []string{`"board":"aB3dE6gH…"`, `append to aB3dE6gH… failed`, `"fault":"*errors.errorString"`, `"n":4`} {
		if !strings.Contains(out.String(), kept) {
			t.Errorf("%q is not in %s", kept, out.String())
		}
	}
}
