package web

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// readings gives every series of /metrics.
func (h *house) readings() map[string]float64 {
	h.t.Helper()
	values := map[string]float64{}
	for line := range strings.Lines(string(h.ask("GET", "/metrics", "").want(h.t, 200).body)) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		n, err := strconv.ParseFloat(value, 64)
		must(h.t, err)
		values[name] = n
	}
	return values
}

// traffic is a small workshop: somebody makes a board, somebody joins, they write, one push is refused, one reads the report.
func (h *house) traffic() (board answer, ann *screen) {
	h.t.Helper()
	board = h.create("restaurant")
	seat := h.join(board, "Annelies-met-een-naam")
	ann = h.screen(board, seat.str("seat"))
	ann.push(1, noteOp(newID(), "een geheim briefje"))
	ann.push(2, noteOp(newID(), "nog een geheim briefje"))
	if no := ann.push(3, `{"op":"act","do":"blank"}`); no["code"] != "not_allowed" {
		h.t.Fatalf("answer %v", no)
	}
	h.ask("GET", "/api/boards/"+board.str("boardId")+"/report", "", bearerOf(board.str("seat"))...).want(h.t, 200)
	h.ask("GET", "/api/boards/"+newID()+"/me", "").want(h.t, 404)
	return board, ann
}

func TestMetricsAfterRealTraffic(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board, _ := h.traffic()
	got := h.readings()
	for name, want := range map[string]float64{
		"muntsaus_rooms": 1, "muntsaus_members": 1,
		"muntsaus_op_seconds_count":                                            2,
		`muntsaus_refused_total{code="not_allowed"}`:                           1,
		`muntsaus_report_seconds_count{kind="html",outcome="ok"}`:              1,
		`muntsaus_outbox_dropped_total{what="presence"}`:                       0,
		`muntsaus_outbox_dropped_total{what="screen"}`:                         0,
		`muntsaus_room_faults_total{what="broke"}`:                             0,
		`muntsaus_http_seconds_count{route="/api/boards/:id/me",status="4xx"}`: 1,
		`muntsaus_http_seconds_count{route="/api/boards",status="2xx"}`:        1,
		`muntsaus_http_seconds_count{route="/api/join/:code",status="2xx"}`:    2,
	} {
		if value, there := got[name]; !there || value != want {
			t.Errorf("%s is %v (there: %v), want %v", name, value, there, want)
		}
	}
	if got["muntsaus_append_seconds_count"] < 3 || got["go_goroutines"] == 0 || got["process_resident_memory_bytes"] == 0 {
		t.Errorf(
			"appends %v, goroutines %v, memory %v",
			got["muntsaus_append_seconds_count"],
			got["go_goroutines"],
			got["process_resident_memory_bytes"],
		)
	}
	text := h.ask("GET", "/metrics", "").body
	for _, secret := range []string{board.str("boardId"), board.str("joinCode"), board.str("personId"), board.str("seat"), "Annelies", "geheim", "Test"} {
		if bytes.Contains(text, []byte(secret)) {
			t.Errorf("%q is in the metrics", secret)
		}
	}
}

// However many boards and people there are, there are no more series.
func TestMetricsStayFew(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	h.traffic()
	h.readings()
	h.ask("GET", "/"+newID(), "")
	h.ask("GET", "/api/"+newID(), "")
	h.ask("PUT", "/api/boards/"+newID(), "")
	h.ask("GET", "/api/boards/"+newID()+"/report", "")
	before := len(h.readings()) // the first reading is counted too
	for n := range 10 {
		h.traffic()
		h.ask("GET", "/"+newID(), "")
		h.ask("GET", "/api/"+newID(), "")
		h.ask([]string{"PUT", "PATCH", newID()}[n%3], "/api/boards/"+newID()+"/"+newID(), "")
		h.ask("GET", "/api/boards/"+newID()+"/report?lang="+newID(), "")
	}
	if after := len(h.readings()); after != before {
		t.Errorf("%d series, %d after ten more boards", before, after)
	}
}

// A screen that does not read, and the others' changes: what it did not get is counted.
func TestWhatASlowScreenMissedIsCounted(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	h.door.writeWithin = clocktest.Patience // what fills up is its outbox, however long the flood takes
	board, ann := h.traffic()
	slow, err := h.dialSlow(board)
	must(t, err)
	defer slow.Close()
	must(t, slow.WriteMessage(wire.TextMessage, []byte(`{"type":"hello","client":"slow"}`)))
	id := newID()
	ann.push(4, noteOp(id, "x"))
	h.flood(board, id)
	deadline := time.Now().Add(clocktest.Patience)
	for _, what := range []string{"presence", "screen"} {
		for h.readings()[`muntsaus_outbox_dropped_total{what="`+what+`"}`] == 0 {
			if time.Now().After(deadline) {
				t.Fatalf("no %s was dropped", what)
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
}

func TestEventsHaveNames(t *testing.T) {
	metrics := NewMetrics()
	for _, what := range []live.Event{live.DroppedPresence, live.DroppedScreen, live.RoomBroke, live.RoomLost, live.Conflict, live.InsightBroke} {
		if labelOf[what] == "" {
			t.Fatalf("event %d has no name", what)
		}
		metrics.Happened(what)
	}
}

func TestWhoMayReadTheMetrics(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		set     func(*Config)
		headers []string
		status  int
	}{
		{"this machine", nil, nil, 200},
		{"through an unknown proxy", nil, []string{"X-Forwarded-For", "10.0.0.1"}, 404},
		{"a trusted proxy, from outside", trustLoopback, []string{"X-Forwarded-For", "203.0.113.7"}, 404},
		{"a trusted proxy, from inside", trustLoopback, []string{"X-Forwarded-For", "192.168.1.7"}, 200},
		{"token wanted, none shown", wantToken, nil, 404},
		{"token wanted, another shown", wantToken, bearerOf("wrong"), 404},
		{"token shown, from anywhere", wantToken, append(bearerOf("sesame"), "X-Forwarded-For", "203.0.113.7"), 200},
	} {
		h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, config *Config) {
			if c.set != nil {
				c.set(config)
			}
		})
		if a := h.ask("GET", "/metrics", "", c.headers...); a.status != c.status {
			t.Errorf("%s: %d, want %d", c.name, a.status, c.status)
		}
	}
}

func trustLoopback(c *Config) { c.TrustedProxies = []string{"127.0.0.1"} }
func wantToken(c *Config)     { c.MetricsToken = "sesame" }
