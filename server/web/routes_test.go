package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/oplog"
)

// callers are everybody who could ask, in the order of the columns below. The stranger facilitates another board, the revoked one was
// removed from this board, and who waits has joined while the facilitator lets people in.
var callers = []string{
	"nobody",
	"stranger",
	"participant",
	"guest",
	"observer",
	"screen",
	"co_facilitator",
	"facilitator",
	"revoked",
	"waiting",
}

// Every address of the server, and what each caller gets: with the seat as bearer, and after a stroke with the cookie where that
// differs (the same browser that joins again is the same person). A route without a row fails the test.
var routeTable = map[string]string{
	//                                 nobody stranger participant guest observer screen co facilitator revoked waiting
	"GET /healthz":                          "200 200 200 200 200 200 200 200 200 200",
	"GET /readyz":                           "200 200 200 200 200 200 200 200 200 200",
	"GET /metrics":                          "200 200 200 200 200 200 200 200 200 200", // from this machine; see metrics_test.go
	"GET /*":                                "200 200 200 200 200 200 200 200 200 200",
	"GET /api/templates":                    "200 200 200 200 200 200 200 200 200 200",
	"GET /api/addresses":                    "200 200 200 200 200 200 200 200 200 200",
	"GET /api/signin":                       "200 200 200 200 200 200 200 200 200 200",
	"POST /api/signout":                     "204 204 204 204 204 204 204 204 204 204",
	"GET /signin/start":                     "404 404 404 404 404 404 404 404 404 404", // this house asks nobody to sign in; see signin_test.go
	"GET /signin/callback":                  "404 404 404 404 404 404 404 404 404 404",
	"GET /api/join/:code":                   "200 200 200 200 200 200 200 200 200 200",
	"POST /api/join/:code":                  "201 201 201/200 201/200 201/200 201 201 201 201 201/200",
	"POST /api/seat":                        "404 404 404 404 404 404 404 404 404 404", // with a key of nobody
	"POST /api/boards":                      "201 201 201 201 201 201 201 201 201 201",
	"POST /api/boards/import":               "400 400 400 400 400 400 400 400 400 400", // with a file that is none
	"DELETE /api/boards/:id":                "404 404 403 403 403 403 403 204 404 404",
	"GET /api/boards/:id/me":                "404 404 200 200 200 200 200 200 404 200",
	"GET /api/boards/:id/keep":              "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/own":               "404 404 200 200 200 403 200 200 404 404",
	"GET /api/boards/:id/own.json":          "404 404 200 200 200 403 200 200 404 404",
	"DELETE /api/boards/:id/own":            "404 404 204 204 204 403 204 204 404 404",
	"DELETE /api/boards/:id/own/:record":    "404 404 404 404 404 403 404 204 404 404", // the facilitator's
	"GET /api/boards/:id/deleted":           "404 404 200 200 200 403 200 200 404 404",
	"POST /api/boards/:id/keys":             "404 404 403 403 403 403 403 200 404 404",
	"POST /api/boards/:id/link":             "404 404 201 201 201 403 201 201 404 404",
	"POST /api/boards/:id/owners":           "404 404 403 403 403 403 403 204 404 404",
	"POST /api/boards/:id/next":             "404 404 403 403 403 403 403 201 404 404",
	"POST /api/boards/:id/copy":             "404 404 403 403 403 403 403 201 404 404",
	"GET /api/boards/:id/history":           "404 404 403 403 403 403 403 200 404 404",
	"GET /api/boards/:id/history/:n":        "404 404 403 403 403 403 403 404 404 404", // nothing began on it yet
	"POST /api/boards/:id/history/:n/board": "404 404 403 403 403 403 403 404 404 404",
	"POST /api/boards/:id/survey":           "404 404 403 403 403 403 400 400 404 404", // without a file
	"POST /api/boards/:id/pictures":         "404 404 400 403 403 403 400 400 404 404", // without a picture
	"GET /api/boards/:id/pictures/:picture": "404 404 200 200 200 200 200 200 404 404",
	"GET /api/boards/:id/invitation":        "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/invitation.ics":    "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/live":              "404 404 426 426 426 426 426 426 404 426",
	"POST /api/boards/:id/live/up":          "404 404 404 404 404 404 404 404 404 404", // a frame for a line that is not
	"GET /api/boards/:id/live/down":         "404 404 400 400 400 400 400 400 404 400", // without a name for the line
	"GET /api/boards/:id/insights":          "404 404 200 200 200 200 200 200 404 404",
	"GET /api/boards/:id/board.json":        "404 404 200 200 200 200 200 200 404 404",
	"GET /api/boards/:id/files":             "404 404 200 200 200 200 200 200 404 404",
	"GET /api/boards/:id/fixes.csv":         "404 404 403 403 403 403 200 200 404 404", // once it is closed also who took part
	"GET /api/boards/:id/pains.csv":         "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/fixes.ics":         "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/own.ics":           "404 404 200 200 200 403 200 200 404 404",
	"GET /api/boards/:id/report":            "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/report.pdf":        "404 404 403 403 403 403 503 503 404 404", // this house has no browser to print with
	"GET /api/boards/:id/workbook.xlsx":     "404 404 403 403 403 403 200 200 404 404",
	"SOCKET /api/boards/:id/live":           "404 404 101 101 101 101 101 101 404 101",
	"GET /api/boards/:id/journey.md":        "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/journey.svg":       "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/journey.png":       "404 404 403 403 403 403 503 503 404 404", // this house has no browser to draw with
	"GET /api/boards/:id/tasks-jira.csv":    "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/tasks-trello.csv":  "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/tasks-planner.csv": "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/template.json":     "404 404 403 403 403 403 200 200 404 404",
	"GET /api/boards/:id/archive.zip":       "404 404 403 403 403 403 200 200 404 404",
}

// bodies are what the routes that take one are asked with.
var bodies = map[string]string{
	"POST /api/join/:code":         `{"name":"Nieuw","role":"guest"}`,
	"POST /api/boards/:id/live/up": `{"type":"ping"}`,
	"POST /api/seat":               `{"key":"00000000000000000000.0000000000000000000000"}`,
	"POST /api/boards":             wishOfTheTest,
	"POST /api/boards/import":      `{}`,
	"POST /api/boards/:id/keys":    `{"use":"projector"}`,
	"POST /api/boards/:id/link":    `{}`,
	"POST /api/boards/:id/copy":    `{}`,
	"POST /api/boards/:id/next":    `{}`,

	"POST /api/boards/:id/history/:n/board": `{}`,
	"POST /api/boards/:id/owners":           `{"name":"Olga","off":true}`,
}

// queries are what the routes are asked with that name something in their address.
var queries = map[string]string{"POST /api/boards/:id/live/up": "?client=nobody"}

// cast is a board with everybody of callers around it.
type cast struct {
	*house
	board answer
	seats map[string]string
	note  string // written by the facilitator

	picture string // brought by the facilitator
}

func (h *house) cast() *cast {
	h.t.Helper()
	c := &cast{house: h, board: h.create("blank"), seats: map[string]string{}, note: newID()}
	c.seats["facilitator"] = c.board.str("seat")
	c.seats["stranger"] = h.create("blank").str("seat")
	c.seats["co_facilitator"] = h.exchange(c.board.str("cofacilitatorKey")).want(h.t, 200).str("seat")
	c.seats["screen"] = h.exchange(c.board.str("projectorKey")).want(h.t, 200).str("seat")
	for _, role := range []string{"guest", "observer"} {
		c.seats[role] = h.ask("POST", "/api/join/"+c.board.str("joinCode"), fmt.Sprintf(`{"name":%q,"role":%q}`, role, role)).
			want(h.t, 201).
			str("seat")
	}
	c.seats["participant"] = h.join(c.board, "Ann").str("seat")
	gone := h.join(c.board, "Weg")
	c.seats["revoked"] = gone.str("seat")
	host := h.screen(c.board, c.board.str("seat"))
	shop := host.first("board")
	host.push(1, noteOp(c.note, "van de begeleider"), fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, gone.str("personId")))
	host.push(2, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"set_lobby":true}}`, shop))
	c.seats["waiting"] = h.join(c.board, "Wacht").str("seat")
	host.conn.Close()
	c.picture = c.brings(c.seats["facilitator"], pngOf(4, 4)).want(h.t, 201).str("picture")
	return c
}

// first gives the id of the first record of a kind in a new welcome.
func (s *screen) first(kind string) string {
	s.t.Helper()
	for _, r := range s.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == kind {
			return r["id"].(string)
		}
	}
	s.t.Fatal("no " + kind)
	return ""
}

// cookieOf keeps a caller's seat as the browser would: under the board it was made for, and for a stranger also under this one.
func (c *cast) cookieOf(caller string) string {
	seat := c.seats[caller]
	use := useOf(caller)
	if caller == "stranger" {
		return fmt.Sprintf(
			"ms_%s_host=%s; ms_%s_host=%s; ms_%s_me=%s",
			boardOf(seat),
			seat,
			c.board.str("boardId"),
			seat,
			c.board.str("boardId"),
			seat,
		)
	}
	return fmt.Sprintf("ms_%s_%s=%s", c.board.str("boardId"), use, seat)
}

// path fills the places in a route with what is on the board.
func (c *cast) path(route string) string {
	return strings.NewReplacer(":code", c.board.str("joinCode"), ":id", c.board.str("boardId"), ":record", c.note, ":picture", c.picture, "/*", "/").Replace(route)
}

// status asks a route as somebody, and gives the status.
func (c *cast) status(route string, headers []string) int {
	method, path, _ := strings.Cut(route, " ")
	if method != "SOCKET" {
		return c.ask(method, c.path(path)+queries[route], bodies[route], headers...).status
	}
	header := http.Header{}
	for i := 0; i < len(headers); i += 2 {
		header.Add(headers[i], headers[i+1])
	}
	conn, response, err := wire.DefaultDialer.Dial("ws"+strings.TrimPrefix(c.url, "http")+c.path(path), header)
	if err == nil {
		conn.Close()
	}
	if response == nil {
		c.t.Fatalf("%s: %v", route, err)
	}
	return response.StatusCode
}

func TestEveryRouteForEveryCaller(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), computing)
	for _, route := range h.routes() {
		if routeTable[route] == "" {
			t.Errorf("%s has no row: who may ask it?", route)
		}
	}
	shared := h.cast()
	for route, row := range routeTable {
		if !slices.Contains(h.routes(), route) {
			t.Errorf("%s has a row and no route", route)
			continue
		}
		cells := strings.Fields(row)
		if len(cells) != len(callers) {
			t.Fatalf("%s: %d cells", route, len(cells))
		}
		for i, caller := range callers {
			byBearer, byCookie, differ := strings.Cut(cells[i], "/")
			if !differ {
				byCookie = byBearer
			}
			c := shared
			if ends(route) {
				c = h.cast() // what one did must not be seen by the next
			}
			c.checkCell(route, caller, byBearer, byCookie)
		}
	}
}

// ends says whether a route may take a seat away.
func ends(route string) bool {
	return strings.HasPrefix(route, "DELETE") || strings.HasSuffix(route, "/keys")
}

func (c *cast) checkCell(route, caller, byBearer, byCookie string) {
	c.t.Helper()
	changes := !strings.HasPrefix(route, "GET")
	check := func(how, want string, headers ...string) {
		if got := fmt.Sprint(c.status(route, headers)); got != want {
			c.t.Errorf("%s, %s by %s: %s, want %s", route, caller, how, got, want)
		}
	}
	if caller == "nobody" {
		check("nothing", byBearer)
		return
	}
	cookie := c.cookieOf(caller)
	if strings.Contains(route, " /api") && changes {
		check("cookie without origin", "403", "Cookie", cookie)
		check("cookie from another site", "403", "Cookie", cookie, "Origin", "https://evil.example")
		check("bearer from another site", "403", "Authorization", "Bearer "+c.seats[caller], "Origin", "https://evil.example")
	}
	check("bearer", byBearer, bearerOf(c.seats[caller])...)
	if ends(route) && byBearer[0] == '2' {
		c = c.cast()
		cookie = c.cookieOf(caller)
	}
	check("cookie", byCookie, "Cookie", cookie, "Origin", c.url)
	if !changes {
		check("cookie without origin", byCookie, "Cookie", cookie)
		if method := "HEAD" + strings.TrimPrefix(route, "GET"); caller != "screen" {
			if got := fmt.Sprint(c.status(method, bearerOf(c.seats[caller]))); got != byBearer {
				c.t.Errorf("%s, %s: %s, want %s", method, caller, got, byBearer)
			}
		}
	}
}

// routes gives what fiber itself answers to, without the HEAD it adds to every GET, and the websocket as a route of its own.
func (h *house) routes() []string {
	list := []string{"SOCKET /api/boards/:id/live"}
	for _, r := range h.door.app.GetRoutes(true) {
		if r.Method != "HEAD" {
			list = append(list, r.Method+" "+r.Path)
		}
	}
	return list
}

// What is no route is 404 for everybody, whatever the method.
func TestOtherMethodsAreNoRoutes(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	known := h.routes()
	host := append(bearerOf(c.seats["facilitator"]), "Origin", h.url)
	for _, route := range known {
		_, path, _ := strings.Cut(route, " ")
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} {
			if slices.Contains(known, method+" "+path) {
				continue
			}
			if a := h.ask(method, c.path(path), "", host...); a.status != 404 && a.status != 405 ||
				a.header.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s %s: %d", method, path, a.status)
			}
		}
	}
	h.ask("GET", "/api/boards/"+c.board.str("boardId")+"/me", "", host...).want(t, 200)
}
