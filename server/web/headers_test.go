package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"muntsaus/boards/report"
	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// always are the headers that every answer has, whatever it is about.
var always = map[string]string{"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN",
	"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"}

// never are the headers no answer has: they tell what we run on, or open us to other sites.
var never = []string{
	"Server",
	"X-Powered-By",
	"Access-Control-Allow-Origin",
	"Access-Control-Allow-Credentials",
	"Content-Security-Policy-Report-Only",
}

// The rules of a page, word by word, so that a looser one does not come in by the constant alone.
const pageRules = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'; " +
	"require-trusted-types-for 'script'; trusted-types svelte-trusted-html muntsaus-worker"

const (
	fileRules = "default-src 'none'; sandbox" // what is saved runs nothing
	jsonKind  = "application/json"
	htmlKind  = "text/html; charset=utf-8"
	forEver   = "public, max-age=31536000, immutable"
	anHour    = "public, max-age=3600"
)

// headerRow is one kind of answer.
type headerRow struct {
	route  string // of routeTable, or what went wrong
	status int
	kind   string // Content-Type
	rules  string // Content-Security-Policy; "" = the report's own
	cache  string // Cache-Control; "" = no-store
	saved  string // start of Content-Disposition
	ask    func(h *headerHouse) answer
}

// headerHouse is a house with a board on which everything can be asked.
type headerHouse struct {
	*cast
	full *unsure
}

func as(caller, method, path, body string) func(*headerHouse) answer {
	return func(h *headerHouse) answer {
		return h.ask(method, h.path(path), body, bearerOf(h.seats[caller])...)
	}
}

func host(method, path, body string) func(*headerHouse) answer {
	return as("facilitator", method, path, body)
}

const ofBoard = "/api/boards/:id"

var headerTable = []headerRow{
	{"GET /healthz", 200, jsonKind, pageRules, "", "", host("GET", "/healthz", "")},
	{"GET /readyz", 200, jsonKind, pageRules, "", "", host("GET", "/readyz", "")},
	{"GET /metrics", 200, "text/plain; version=0.0.4; charset=utf-8; escaping=underscores", pageRules, "", "", host("GET", "/metrics", "")},
	{"GET /*", 200, htmlKind, pageRules, "", "", host("GET", "/", "")},
	{"GET /*", 200, htmlKind, pageRules, "", "", host("GET", "/b/:id/host", "")},
	{"GET /*", 200, "text/javascript; charset=utf-8", pageRules, forEver, "", host("GET", "/assets/main-abc12.js", "")},
	{"GET /*", 200, "text/javascript; charset=utf-8", pageRules, anHour, "", host("GET", "/sw.js", "")},
	{"GET /*", 200, "image/svg+xml", pageRules, anHour, "", host("GET", "/mark.svg", "")},
	{"GET /api/templates", 200, jsonKind, pageRules, "", "", host("GET", "/api/templates", "")},
	{"GET /api/addresses", 200, jsonKind, pageRules, "", "", host("GET", "/api/addresses", "")},
	{"GET /api/join/:code", 200, jsonKind, pageRules, "", "", host("GET", "/api/join/:code", "")},
	{"POST /api/join/:code", 201, jsonKind, pageRules, "", "", host("POST", "/api/join/:code", `{"name":"Nieuw","role":"guest"}`)},
	{"POST /api/seat", 200, jsonKind, pageRules, "", "", func(h *headerHouse) answer { return h.exchange(h.board.str("projectorKey")) }},
	{"POST /api/boards", 201, jsonKind, pageRules, "", "", host("POST", "/api/boards", wishOfTheTest)},
	{"POST /api/boards/import", 201, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		file := host("GET", ofBoard+"/board.json", "")(h)
		return h.ask("POST", "/api/boards/import", string(file.body))
	}},
	{"GET /api/signin", 200, jsonKind, pageRules, "", "", host("GET", "/api/signin", "")},
	{
		"GET /signin/start",
		404,
		jsonKind,
		pageRules,
		"",
		"",
		host("GET", "/signin/start", ""),
	}, // nobody to sign in with here; see signin_test.go
	{"GET /signin/callback", 404, jsonKind, pageRules, "", "", host("GET", "/signin/callback", "")},
	{"POST /api/signout", 204, "", pageRules, "", "", host("POST", "/api/signout", "")},
	{"GET /api/boards/:id/me", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/me", "")},
	{"GET /api/boards/:id/keep", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/keep", "")},
	{"GET /api/boards/:id/deleted", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/deleted", "")},
	{"GET /api/boards/:id/own", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/own", "")},
	{
		"GET /api/boards/:id/own.json",
		200,
		jsonKind,
		fileRules,
		"",
		`attachment; filename="muntsaus-mijn`,
		host("GET", ofBoard+"/own.json", ""),
	},
	{"POST /api/boards/:id/keys", 200, jsonKind, pageRules, "", "", host("POST", ofBoard+"/keys", `{"use":"join"}`)},
	{"POST /api/boards/:id/owners", 204, "", pageRules, "", "", host("POST", ofBoard+"/owners", `{"name":"Olga","off":true}`)},
	{"POST /api/boards/:id/link", 201, jsonKind, pageRules, "", "", host("POST", ofBoard+"/link", `{}`)},
	{"POST /api/boards/:id/next", 201, jsonKind, pageRules, "", "", host("POST", ofBoard+"/next", `{"agenda":"2h"}`)},
	{"POST /api/boards/:id/copy", 201, jsonKind, pageRules, "", "", host("POST", ofBoard+"/copy", `{}`)},
	{"GET /api/boards/:id/history", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/history", "")},
	{"GET /api/boards/:id/history/:n", 404, jsonKind, pageRules, "", "", host("GET", ofBoard+"/history/1", "")},
	{"POST /api/boards/:id/history/:n/board", 404, jsonKind, pageRules, "", "", host("POST", ofBoard+"/history/1/board", `{}`)},
	{"POST /api/boards/:id/survey", 400, jsonKind, pageRules, "", "", host("POST", ofBoard+"/survey", `{}`)},
	{"POST /api/boards/:id/pictures", 400, jsonKind, pageRules, "", "", host("POST", ofBoard+"/pictures", "no picture")},
	{"GET /api/boards/:id/pictures/:picture", 200, "image/jpeg", fileRules, "", "", host("GET", ofBoard+"/pictures/:picture", "")},
	{"GET /api/boards/:id/invitation", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/invitation", "")},
	{
		"GET /api/boards/:id/invitation.ics",
		200,
		"text/calendar; charset=utf-8",
		fileRules,
		"",
		`attachment; filename="klantreis_`,
		host("GET", ofBoard+"/invitation.ics", ""),
	},
	{"GET /api/boards/:id/insights", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/insights", "")},
	{
		"GET /api/boards/:id/board.json",
		200,
		"application/json; charset=utf-8",
		fileRules,
		"",
		`attachment; filename="klantreis_`,
		host("GET", ofBoard+"/board.json", ""),
	},
	{"GET /api/boards/:id/pains.csv", 200, "text/csv; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/pains.csv", "")},
	{"GET /api/boards/:id/fixes.csv", 200, "text/csv; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/fixes.csv", "")},
	{
		"GET /api/boards/:id/fixes.ics",
		200,
		"text/calendar; charset=utf-8",
		fileRules,
		"",
		"attachment; ",
		host("GET", ofBoard+"/fixes.ics", ""),
	},
	{"GET /api/boards/:id/journey.md", 200, "text/markdown; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/journey.md", "")},
	{"GET /api/boards/:id/journey.svg", 200, "image/svg+xml", fileRules, "", "attachment; ", host("GET", ofBoard+"/journey.svg", "")},
	{"GET /api/boards/:id/journey.png", 200, "image/png", fileRules, "", "attachment; ", host("GET", ofBoard+"/journey.png", "")},
	{"GET /api/boards/:id/tasks-jira.csv", 200, "text/csv; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/tasks-jira.csv", "")},
	{"GET /api/boards/:id/tasks-trello.csv", 200, "text/csv; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/tasks-trello.csv", "")},
	{"GET /api/boards/:id/tasks-planner.csv", 200, "text/csv; charset=utf-8", fileRules, "", "attachment; ", host("GET", ofBoard+"/tasks-planner.csv", "")},
	{"GET /api/boards/:id/template.json", 200, "application/json; charset=utf-8", fileRules, "", "attachment; ",
		host("GET", ofBoard+"/template.json", "")},
	{"GET /api/boards/:id/archive.zip", 200, "application/zip", fileRules, "", "attachment; ", host("GET", ofBoard+"/archive.zip", "")},
	{"GET /api/boards/:id/files", 200, jsonKind, pageRules, "", "", host("GET", ofBoard+"/files", "")},
	{
		"GET /api/boards/:id/own.ics",
		200,
		"text/calendar; charset=utf-8",
		fileRules,
		"",
		`attachment; filename="klantreis_`,
		host("GET", ofBoard+"/own.ics", ""),
	},
	{"GET /api/boards/:id/report", 200, htmlKind, "", "", `inline; filename="klantreis_`, host("GET", ofBoard+"/report", "")},
	{
		"GET /api/boards/:id/report.pdf",
		200,
		"application/pdf",
		fileRules,
		"",
		`attachment; filename="klantreis_`,
		host("GET", ofBoard+"/report.pdf", ""),
	},
	{
		"GET /api/boards/:id/workbook.xlsx",
		200,
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		fileRules,
		"",
		`attachment; filename="klantreis_`,
		host("GET", ofBoard+"/workbook.xlsx", ""),
	},
	{"GET /api/boards/:id/live", 426, jsonKind, pageRules, "", "", host("GET", ofBoard+"/live", "")},
	{"POST /api/boards/:id/live/up", 204, "", pageRules, "", "", host("POST", ofBoard+"/live/up?client=a", `{"type":"hello","client":"a"}`)},
	{"GET /api/boards/:id/live/down", 200, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		return h.ask("GET", h.path(ofBoard+"/live/down?client=a"), "", append(bearerOf(h.seats["facilitator"]), "Accept", jsonKind)...)
	}},
	{"GET /api/boards/:id/live/down", 200, eventStream, pageRules, "no-store, no-transform", "", func(h *headerHouse) answer {
		c := &caller{h: h.house, board: h.board.str("boardId"), seat: h.seats["facilitator"], name: newID()}
		c.listens()
		c.cut()
		return answer{status: c.events.response.StatusCode, header: c.events.response.Header}
	}},
	{"GET /api/boards/:id/live/down", 400, jsonKind, pageRules, "", "", host("GET", ofBoard+"/live/down", "")},
	{"SOCKET /api/boards/:id/live", 403, jsonKind, pageRules, "", "", socketAs("facilitator", "Origin: https://evil.example\r\n")},
	{"SOCKET /api/boards/:id/live", 404, jsonKind, pageRules, "", "", socketAs("stranger", "")},
	{"SOCKET /api/boards/:id/live", 426, jsonKind, pageRules, "", "", socketAs("facilitator", "Sec-WebSocket-Version: 12\r\n")},
	{"DELETE /api/boards/:id/own/:record", 204, "", pageRules, "", "", host("DELETE", ofBoard+"/own/:record", "")},
	{"DELETE /api/boards/:id/own", 204, "", pageRules, "", "", as("participant", "DELETE", ofBoard+"/own", "")},

	{"400 no JSON", 400, jsonKind, pageRules, "", "", host("POST", "/api/boards", "{")},
	{"400 no HTTP", 400, jsonKind, pageRules, "", "", wired("GET / HTTP/1.1\r\nHost x\r\n\r\n")},
	{"403 another site", 403, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		return h.ask("GET", "/api/templates", "", "Origin", "https://evil.example")
	}},
	{"403 another role", 403, jsonKind, pageRules, "", "", as("guest", "DELETE", ofBoard, "")},
	{"404 no such address", 404, jsonKind, pageRules, "", "", host("GET", "/api/nothing", "")},
	{"404 no such asset", 404, jsonKind, pageRules, "", "", host("GET", "/assets/gone-abc12.js", "")},
	{"404 no such code", 404, jsonKind, pageRules, "", "", host("GET", "/api/join/WRONG1", "")},
	{"405 another method", 405, jsonKind, pageRules, "", "", host("POST", "/healthz", "")},
	{"413 too big for us", 413, jsonKind, pageRules, "", "", host("POST", "/api/boards", strings.Repeat("x", mostBody+1))},
	{
		"413 too big to be read",
		413,
		jsonKind,
		pageRules,
		"",
		"",
		wired(fmt.Sprintf("POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n", mostRead+1)),
	},
	{
		"431 headers too big",
		431,
		jsonKind,
		pageRules,
		"",
		"",
		wired("GET / HTTP/1.1\r\nHost: x\r\nCookie: " + strings.Repeat("x", mostHeader) + "\r\n\r\n"),
	},
	{"500 a fault", 500, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		code := h.door.Code
		defer func() { h.door.Code = code }()
		h.door.Code = func() string { panic("a fault of the test") }
		return host("POST", "/api/boards", wishOfTheTest)(h)
	}},
	{"507 the disk is full", 507, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		h.full.mode.Store("full")
		defer h.full.mode.Store("")
		return host("POST", ofBoard+"/link", `{}`)(h)
	}},
	{"DELETE /api/boards/:id", 204, "", pageRules, "", "", host("DELETE", ofBoard, "")},
	{"429 too many guesses", 429, jsonKind, pageRules, "", "", func(h *headerHouse) answer {
		for range mostFailures - 1 {
			h.ask("GET", "/api/join/WRONG2", "")
		}
		return h.ask("GET", "/api/join/WRONG3", "")
	}},
}

// wired sends bytes no client would, and reads the answer.
func wired(text string) func(*headerHouse) answer {
	return func(h *headerHouse) answer {
		h.t.Helper()
		conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
		must(h.t, err)
		defer conn.Close()
		must(h.t, conn.SetDeadline(time.Now().Add(clocktest.Patience)))
		_, err = io.WriteString(conn, text)
		must(h.t, err)
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		must(h.t, err)
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body) // the server may hang up
		return answer{status: response.StatusCode, header: response.Header, body: body}
	}
}

// socketAs tries to open a websocket by hand; the first of two equal headers counts.
func socketAs(caller, headers string) func(*headerHouse) answer {
	return func(h *headerHouse) answer {
		return wired(
			fmt.Sprintf("GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"+
				"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer %s\r\n\r\n", h.path(ofBoard+"/live"), strings.TrimPrefix(h.url, "http://"), headers, h.seats[caller]),
		)(
			h,
		)
	}
}

func openHeaders(t *testing.T, settings ...setting) *headerHouse {
	log := &unsure{Memory: oplog.NewMemory()}
	log.mode.Store("")
	h := openHouse(t, log, append([]setting{computing, withPrinter(t, ""), withFiles}, settings...)...)
	return &headerHouse{cast: h.cast(), full: log}
}

// withFiles adds what lies beside the hashed assets.
func withFiles(_ *live.Options, c *Config) {
	files := c.Files.(fstest.MapFS)
	files["sw.js"], files["mark.svg"] = &fstest.MapFile{Data: []byte("// worker")}, &fstest.MapFile{Data: []byte("<svg/>")}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	h := openHeaders(t)
	seen := map[string]bool{}
	for _, row := range headerTable {
		seen[row.route] = true
		a := row.ask(h)
		if a.status != row.status {
			t.Errorf("%s: %d, want %d: %.200s", row.route, a.status, row.status, a.body)
			continue
		}
		row.check(t, a)
	}
	for _, route := range h.routes() {
		if !seen[route] {
			t.Errorf("nobody looked at the headers of %s", route)
		}
	}
}

func (row headerRow) check(t *testing.T, a answer) {
	t.Helper()
	want := map[string]string{"Content-Security-Policy": row.rules, "Cache-Control": row.cache, "Content-Type": row.kind}
	if row.rules == "" {
		want["Content-Security-Policy"] = report.Policy(a.body)
	}
	if row.cache == "" {
		want["Cache-Control"] = "no-store"
	}
	for name, value := range always {
		want[name] = value
	}
	for name, value := range want {
		if got := a.header.Values(name); !slices.Equal(got, []string{value}) && (value != "" || got != nil) {
			t.Errorf("%s (%d): %s is %q, want %q", row.route, row.status, name, got, value)
		}
	}
	for _, name := range append(never, "Strict-Transport-Security") { // this house speaks plain http
		if a.header[name] != nil {
			t.Errorf("%s (%d): %s is %q", row.route, row.status, name, a.header[name])
		}
	}
	if got := a.header.Get("Content-Disposition"); !strings.HasPrefix(got, row.saved) || row.saved == "" && got != "" {
		t.Errorf("%s (%d): saved as %q", row.route, row.status, got)
	}
}

// The rules let nothing run that is not ours: no word that weakens them, also not in the report's own.
func TestNoRuleIsWeak(t *testing.T) {
	t.Parallel()
	doc := openHeaders(t)
	page := host("GET", ofBoard+"/report", "")(doc).want(t, 200)
	for what, rules := range map[string]string{"pages": policy, "files": fileRules, "report": report.Policy(page.body)} {
		for _, weak := range []string{"unsafe", "*", "http:", "https:", "strict-dynamic", "nonce", "allow-scripts", "allow-same-origin", "script-src 'self' "} {
			if strings.Contains(rules, weak) {
				t.Errorf("%s: %s in %s", what, weak, rules)
			}
		}
		if !strings.HasPrefix(rules, "default-src 'none'") {
			t.Errorf("%s: what is not named is allowed: %s", what, rules)
		}
	}
	if strings.Contains(string(page.body), " style=\"") || strings.Contains(string(page.body), "<script") {
		t.Error("the report has a style or script its policy does not know")
	}
}

// Never again by http is a promise of whoever runs the server, about the names they gave: it is made only where they asked for it, and
// only to who asked one of those names.
func TestNeverAgainByHTTP(t *testing.T) {
	t.Parallel()
	const name = "Strict-Transport-Security"
	for _, c := range []struct {
		hsts bool
		url  string
		host string
		want string
	}{
		{false, "https://workshop.example.nl", "workshop.example.nl", ""},
		{true, "https://workshop.example.nl", "workshop.example.nl", "max-age=63072000"},
		{true, "https://workshop.example.nl/", "WORKSHOP.example.nl", "max-age=63072000"},
		{true, "https://workshop.example.nl", "192.168.1.20:8080", ""},
		{true, "https://workshop.example.nl", "workshop.example.nl:8080", ""},
		{true, "http://workshop.example.nl", "workshop.example.nl", ""},
	} {
		h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, k *Config) {
			k.HSTS, k.PublicURLs, k.TrustedProxies = c.hsts, []string{c.url}, []string{"127.0.0.1"}
		})
		for path, status := range map[string]int{"/": 200, "/api/templates": 200, "/api/nothing": 404} {
			a := h.ask("GET", path, "", "Host", c.host, "X-Forwarded-Proto", "https").want(t, status)
			if got := a.header.Get(name); got != c.want {
				t.Errorf("%+v, %s: %q", c, path, got)
			}
		}
	}
}
