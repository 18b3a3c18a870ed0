package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

func TestCreateAnswersEverythingOnce(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("restaurant")
	for _, name := range []string{"boardId", "personId", "joinCode", "facilitatorKey", "cofacilitatorKey", "projectorKey", "seat"} {
		if board.str(name) == "" {
			t.Errorf("no %s in %s", name, board.body)
		}
	}
	set := board.header.Get("Set-Cookie")
	for _, part := range []string{"ms_" + board.str("boardId") + "_host=", "HttpOnly", "SameSite=Strict", "path=/api", "max-age=34560000"} {
		if !strings.Contains(set, part) {
			t.Errorf("cookie without %s: %s", part, set)
		}
	}
	me := h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(board.str("seat"))...).want(t, 200)
	if me.str("role") != "facilitator" || me.str("joinCode") != board.str("joinCode") || me.str("title") != "Test" ||
		me.str("language") != "nl" {
		t.Errorf("me: %s", me.body)
	}
}

func TestRequestsThatAreRefused(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id, code := board.str("boardId"), board.str("joinCode")
	other := h.create("blank")
	for _, c := range []struct {
		method, path, body string
		status             int
		code               string
	}{
		{"POST", "/api/boards", `{"template":"nope","agenda":"2h","title":"x"}`, 400, "bad_value"},
		{"POST", "/api/boards", `{"template":"blank","agenda":"3h","title":"x"}`, 400, "bad_value"},
		{"POST", "/api/boards", `{"template":"blank","agenda":"2h","language":"fr","title":"x"}`, 400, "bad_value"},
		{"POST", "/api/boards", `{"template":"blank","agenda":"2h","title":"` + strings.Repeat("x", 81) + `"}`, 400, "too_long"},
		{"POST", "/api/boards", `{"template":"blank","agenda":"2h","title":"x","admin":true}`, 400, "bad_request"},
		{"POST", "/api/boards", `{"template":"blank","template":"blank","agenda":"2h","title":"x"}`, 400, "bad_request"},
		{"POST", "/api/boards", `{"template":`, 400, "bad_request"},
		{"POST", "/api/boards", `[]`, 400, "bad_request"},
		{"POST", "/api/boards", "", 400, "bad_request"},
		{"POST", "/api/join/" + code, `{"name":"Ann"}`, 400, "bad_value"},
		{"POST", "/api/join/" + code, `{"name":"  ","role":"guest"}`, 400, "bad_value"},
		{"POST", "/api/join/" + code, `{"name":"Ann","role":"facilitator"}`, 400, "bad_value"},
		{"POST", "/api/join/" + code, `{"name":"Ann","departmentId":"nonexistent-department"}`, 404, "not_found"},
		{"POST", "/api/join/" + code, `{"name":"A\u0007nn","role":"guest"}`, 400, "bad_text"},
		{"GET", "/api/join/ZZZZZZ", "", 404, "not_found"},
		{"POST", "/api/seat", `{"key":"` + id + `.0000000000000000000000"}`, 404, "not_found"},
		{"POST", "/api/seat", `{"key":"x"}`, 404, "not_found"},
		{"GET", "/api/boards/" + id + "/me", "", 404, "not_found"},
		{"GET", "/api/boards/" + id + "/board.json", "", 404, "not_found"},
		{"GET", "/api/boards/" + id + "/live", "", 404, "not_found"},
		{"DELETE", "/api/boards/" + id, "", 404, "not_found"},
		{"GET", "/api/nothing", "", 404, "not_found"},
		{"PUT", "/api/boards", "{}", 404, "not_found"},
	} {
		a := h.ask(c.method, c.path, c.body)
		problem, _ := a.json["error"].(map[string]any)
		if a.status != c.status || a.code() != c.code || problem["message"] == "" {
			t.Errorf("%s %s %s: %d %s, want %d %s", c.method, c.path, c.body, a.status, a.body, c.status, c.code)
		}
	}
	for _, path := range []string{"/me", "/board.json", "/fixes.csv", "/insights", "/live"} { // a seat of another board
		h.ask("GET", "/api/boards/"+id+path, "", bearerOf(other.str("seat"))...).want(t, 404)
	}
	h.ask("GET", "/api/boards/"+id+"/me", "", bearerOf(board.str("facilitatorKey"))...).want(t, 404) // a key is no seat
}

func TestRefusalsNameWhatNobodyKnows(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	wish := func(template, agenda, zone string) string {
		return fmt.Sprintf(`{"template":%q,"agenda":%q,"language":"nl","title":"x","timeZone":%q}`, template, agenda, zone)
	}
	for _, c := range []struct{ body, names string }{
		{wish("blank", "2h", "Mars/Olympus"), "Deze tijdzone kennen we niet: Mars/Olympus."},
		{wish("blank", "2h", "Local"), "Deze tijdzone kennen we niet: Local."},
		{wish("blank", "2h", "../../etc/passwd"), "Deze tijdzone kennen we niet: ../../etc/passwd."},
		{wish("blank", "2h", strings.Repeat("é", 60)), "Deze tijdzone kennen we niet: " + strings.Repeat("é", 40) + "…."},
		{wish("nope\u202e", "2h", ""), "Deze klantreis kennen we niet: nope."},
		{wish("blank", "3h", ""), "Deze duur kennen we niet: 3h."},
	} {
		a := h.ask("POST", "/api/boards", c.body, "Accept-Language", "nl").want(t, 400)
		message, _ := at(a.json, "error", "message").(string)
		if a.code() != "bad_value" || !strings.Contains(message, c.names) {
			t.Errorf("%s: %s", c.body, a.body)
		}
	}
	for zone, want := range map[string]string{"": "Europe/Amsterdam", "America/New_York": "America/New_York", "UTC": "UTC"} {
		board := h.ask("POST", "/api/boards", wish("blank", "2h", zone)).want(t, 201)
		out := h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...).want(t, 200)
		if !strings.Contains(string(out.body), `"time_zone":"`+want+`"`) {
			t.Errorf("zone %q: %s", zone, out.body)
		}
	}
}

func TestSentencesInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for language, word := range map[string]string{"nl-NL,nl;q=0.9": "Deze code", "en-GB": "this code", "fr, nl": "Deze code", "": "this code"} {
		a := h.ask("GET", "/api/join/ZZZZZZ", "", "Accept-Language", language)
		if !strings.Contains(string(a.body), word) {
			t.Errorf("%q: %s", language, a.body)
		}
	}
}

func TestSameBrowserIsTheSamePerson(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	first := h.join(board, "Ann")
	cookie, _, _ := strings.Cut(first.header.Get("Set-Cookie"), ";")
	body := `{"name":"Ann","role":"guest"}`
	again := h.ask("POST", "/api/join/"+board.str("joinCode"), body, "Cookie", cookie, "Origin", h.url).want(t, 200)
	if again.str("personId") != first.str("personId") || again.str("seat") != first.str("seat") {
		t.Fatalf("first %s, again %s", first.body, again.body)
	}
	another := h.ask("POST", "/api/join/"+board.str("joinCode"), body).want(t, 201)
	if another.str("personId") == first.str("personId") {
		t.Fatal("two browsers are one person")
	}
}

func TestKeysBecomeSeats(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	exchange := func(key string, headers ...string) answer {
		return h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, key), headers...).want(t, 200)
	}
	host := exchange(board.str("facilitatorKey"))
	if host.str("role") != "facilitator" || host.str("personId") != board.str("personId") || host.str("seat") == board.str("seat") {
		t.Errorf("facilitator: %s", host.body)
	}
	co := exchange(board.str("cofacilitatorKey"))
	if co.str("role") != "co_facilitator" || co.str("personId") == "" || co.str("personId") == board.str("personId") {
		t.Errorf("co-facilitator: %s", co.body)
	}
	screen := exchange(board.str("projectorKey"))
	if screen.str("role") != "screen" || screen.str("personId") != "" {
		t.Errorf("projector: %s", screen.body)
	}
	for name, first := range map[string]answer{"facilitatorKey": host, "cofacilitatorKey": co, "projectorKey": screen} {
		cookie, _, _ := strings.Cut(first.header.Get("Set-Cookie"), ";")
		again := exchange(board.str(name), "Cookie", cookie, "Origin", h.url)
		if again.str("seat") != first.str("seat") || again.str("personId") != first.str("personId") {
			t.Errorf("%s again: %s after %s", name, again.body, first.body)
		}
	}
	own := exchange(co.str("seat")) // a seat is its own key
	if own.str("personId") != co.str("personId") || own.str("seat") != co.str("seat") {
		t.Errorf("seat: %s", own.body)
	}
	s := h.screen(board, screen.str("seat"))
	if no := s.push(1, noteOp(newID(), "van het scherm")); no["type"] != "refused" || no["code"] != "not_allowed" {
		t.Errorf("a projector wrote: %v", no)
	}
}

func TestThreeUsesSideBySide(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	id := board.str("boardId")
	ann := h.join(board, "Ann")
	screen := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, board.str("projectorKey")))
	jar := fmt.Sprintf("ms_%s_screen=%s; ms_%s_me=%s; ms_%s_host=%s", id, screen.str("seat"), id, ann.str("seat"), id, board.str("seat"))
	for use, role := range map[string]string{"host": "facilitator", "me": "participant", "screen": "screen"} {
		for _, a := range []answer{h.ask("GET", "/api/boards/"+id+"/me", "", "Cookie", jar, "X-Seat", use), h.ask("GET", "/api/boards/"+id+"/me?as="+use, "", "Cookie", jar)} {
			if a.str("role") != role {
				t.Errorf("%s: %s", use, a.body)
			}
		}
	}
	if a := h.ask("GET", "/api/boards/"+id+"/me", "", "Cookie", jar); a.str("role") != "facilitator" {
		t.Errorf("without a use: %s", a.body)
	}
	h.ask("GET", "/api/boards/"+id+"/me", "", "Cookie", jar, "X-Seat", "nonsense").want(t, 404)
	h.ask("DELETE", "/api/boards/"+id, "", "Cookie", jar, "Origin", h.url, "X-Seat", "me").want(t, 403)
}

// M3: a second person at one laptop says so, and is not taken for who sat there before.
func TestAnotherPersonAtOneBrowser(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	first := h.join(board, "Anna")
	cookie, _, _ := strings.Cut(first.header.Get("Set-Cookie"), ";")
	me := h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", "Cookie", cookie, "X-Seat", "me").want(t, 200)
	if me.str("name") != "Anna" {
		t.Errorf("the page cannot say who sat here: %v", me.json)
	}
	wish := `{"name":"Bas","role":"guest"%s}`
	path := "/api/join/" + board.str("joinCode")
	same := h.ask("POST", path, fmt.Sprintf(wish, ""), "Cookie", cookie, "Origin", h.url).want(t, 200)
	other := h.ask("POST", path, fmt.Sprintf(wish, `,"another":true`), "Cookie", cookie, "Origin", h.url).want(t, 201)
	if same.str("personId") != first.str("personId") || other.str("personId") == first.str("personId") {
		t.Errorf("the same %v, another %v, first %v", same.json, other.json, first.json)
	}
	h.ask("POST", path, fmt.Sprintf(wish, `,"another":"yes"`)).want(t, 400)
}

func TestOldSeatCookiesAreDropped(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	var jar []string
	for i := range 26 {
		jar = append(jar, fmt.Sprintf("ms_%020d_me=%020d.0000000000000000000000", i, i))
	}
	a := h.ask("POST", "/api/boards", `{"template":"blank","agenda":"2h","title":"x"}`, "Cookie", strings.Join(jar, "; "), "Origin", h.url).
		want(t, 201)
	set := a.header.Values("Set-Cookie")
	if len(set) != 4 || !strings.HasPrefix(set[0], "ms_00000000000000000000_me=;") {
		t.Fatalf("cookies set: %q", set)
	}
}

func TestGuessingCodes(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	for i := range 10 {
		h.ask("GET", fmt.Sprintf("/api/join/WRONG%d", i), "").want(t, 404)
	}
	if a := h.ask("GET", "/api/join/WRONGX", "").want(t, 429); a.code() != "slow_down" {
		t.Fatalf("code %s", a.body)
	}
	for range 20 { // a code that was right before stays open for the hall behind this address
		h.join(board, "Ann")
	}
	lower := strings.ToLower(board.str("joinCode"))
	h.ask("GET", "/api/join/"+lower[:3]+"-"+lower[3:], "").want(t, 200)
}

func TestFullBoard(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	server := boards.Actor{Role: boards.RoleServer}
	must(t, h.rooms.Do(t.Context(), board.str("boardId"), func(b *boards.Board, d *boards.Trial) *boards.Refusal {
		for b.Count("person") < 1000 {
			if no := d.Do(boards.Op{Op: "act", Do: "join", Args: map[string]any{"name": "x", "role": "guest", "hash": live.Random(64)}}, server); no != nil {
				return no
			}
		}
		return nil
	}))
	if a := h.ask("POST", "/api/join/"+board.str("joinCode"), `{"name":"Ann","role":"guest"}`).want(t, 409); a.code() != "full" {
		t.Fatalf("code %s", a.body)
	}
}

func TestDeletedBoardIsGone(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		a := h.screen(board, h.join(board, "Ann").str("seat"))
		h.ask("DELETE", "/api/boards/"+board.str("boardId"), "", bearerOf(board.str("seat"))...).want(t, 204)
		if code := a.closeCode(); code != 4001 {
			t.Fatalf("closed with %d", code)
		}
		h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(board.str("seat"))...).want(t, 404)
		h.ask("GET", "/api/join/"+board.str("joinCode"), "").want(t, 404)
	})
}

func TestExportedBoardComesBack(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for _, card := range []string{"restaurant", "blank"} {
		board := h.create(card)
		h.join(board, "Ann")
		out := h.ask("GET", "/api/boards/"+board.str("boardId")+"/board.json", "", bearerOf(board.str("seat"))...).want(t, 200)
		if strings.Contains(string(out.body), `"key"`) || strings.Contains(string(out.body), live.Hash(board.str("seat"))) {
			t.Fatal("keys are in the export")
		}
		in := h.ask("POST", "/api/boards/import", string(out.body)).want(t, 201)
		if in.str("personId") != board.str("personId") || in.str("boardId") == board.str("boardId") {
			t.Fatalf("imported: %s", in.body)
		}
		again := h.ask("GET", "/api/boards/"+in.str("boardId")+"/board.json", "", bearerOf(in.str("seat"))...).want(t, 200)
		want := strings.ReplaceAll(fmt.Sprint(out.json["records"]), board.str("joinCode"), in.str("joinCode"))
		if got := fmt.Sprint(again.json["records"]); got != want {
			t.Fatalf("%s came back different:\n%s\n%s", card, want, got)
		}
	}
	for _, damaged := range []string{`{}`, `{"muntsaus":1,"records":[]}`, `{"muntsaus":99,"records":[]}`, `nonsense`,
		`{"muntsaus":1,"records":[{"id":"aaaaaaaaaaaaaaaaaaaa","kind":"key","at":1,"fields":{"hash":"x"}}]}`} {
		h.ask("POST", "/api/boards/import", damaged).want(t, 400)
	}
}

func TestBodiesThatAreTooBig(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	if a := h.ask("POST", "/api/boards", strings.Repeat("x", 64<<10+1)).want(t, 413); a.code() != "too_long" {
		t.Fatalf("code %s", a.body)
	}
	h.ask("POST", "/api/boards/import", strings.Repeat("x", 5<<20+1)).want(t, 413)
	h.ask("POST", "/api/boards/import", strings.Repeat("x", 5<<20)).want(t, 400)
}

func TestFixesAsFiles(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	a := h.screen(board, board.str("seat"))
	fields, _ := json.Marshal(
		map[string]any{
			"text":         "=SUM(A1); een, lange \"verbetering\" " + strings.Repeat("é", 60),
			"due_date":     "2027-03-01",
			"owner_person": "@ann",
		},
	)
	a.push(1, `{"op":"put","kind":"fix","id":"`+newID()+`","fields":`+string(fields)+`}`)
	path := "/api/boards/" + board.str("boardId")
	csv := string(h.ask("GET", path+"/fixes.csv", "", bearerOf(board.str("seat"))...).want(t, 200).body)
	if !strings.HasPrefix(csv, "\ufeffVerbetering;Soort;") || !strings.Contains(csv, `"'=SUM(A1); een, lange ""verbetering""`) ||
		!strings.Contains(csv, ";'@ann;") {
		t.Errorf("csv: %s", csv)
	}
	if csv := string(h.ask("GET", path+"/fixes.csv?lang=en", "", bearerOf(board.str("seat"))...).body); !strings.HasPrefix(
		csv,
		"\ufeffFix,Kind,",
	) {
		t.Errorf("csv: %s", csv)
	}
	ics := string(h.ask("GET", path+"/fixes.ics", "", bearerOf(board.str("seat"))...).want(t, 200).body)
	for line := range strings.SplitSeq(ics, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(ics, "\r\n ", "")
	for _, part := range []string{"DTSTART;VALUE=DATE:20270301\r\n", "DTEND;VALUE=DATE:20270302\r\n", `SUMMARY:=SUM(A1)\; een\, lange "verbetering" ` + strings.Repeat("é", 60), `DESCRIPTION:@ann\nTest`} {
		if !strings.Contains(unfolded, part) {
			t.Errorf("no %q in %s", part, unfolded)
		}
	}
}

func TestPagesAndHeaders(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for _, path := range []string{"/", "/index.html", "/b/whatever", "/K7M4QP"} {
		a := h.ask("GET", path, "").want(t, 200)
		if !strings.Contains(string(a.body), "Muntsaus") || a.header.Get("Cache-Control") != "no-store" ||
			!strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
			t.Errorf("%s: %v %s", path, a.header, a.body)
		}
	}
	asset := h.ask("GET", "/assets/main-abc12.js", "").want(t, 200)
	if asset.header.Get("Cache-Control") != "public, max-age=31536000, immutable" ||
		asset.header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("asset: %v", asset.header)
	}
	h.ask("GET", "/assets/gone.js", "").want(t, 404)
	for _, path := range []string{"/", "/api/templates", "/api/nothing", "/healthz", "/readyz", "/metrics"} {
		a := h.ask("GET", path, "")
		if csp := a.header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'") ||
			strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
			if a.header.Get(name) != want {
				t.Errorf("%s: %s %q", path, name, a.header.Get(name))
			}
		}
	}
	h.create("blank")
	if metrics := string(h.ask("GET", "/metrics", "").body); !strings.Contains(metrics, "muntsaus_append_seconds_count") ||
		!strings.Contains(metrics, "muntsaus_rooms") {
		t.Errorf("metrics: %s", metrics)
	}
}

func TestStringsOfARequestStayTrue(t *testing.T) { // trap 2: three boards on one connection
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}
	defer client.CloseIdleConnections()
	var all []answer
	for i := range 3 {
		all = append(
			all,
			h.askWith(client, "POST", "/api/boards", fmt.Sprintf(`{"template":"blank","agenda":"2h","title":"Bord %d","name":"Naam %d"}`, i, i)).
				want(t, 201),
		)
	}
	for i, board := range all {
		for range 5 {
			me := h.askWith(client, "GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(board.str("seat"))...).want(t, 200)
			if me.str("title") != fmt.Sprint("Bord ", i) || me.str("boardId") != board.str("boardId") {
				t.Fatalf("board %d is now %s", i, me.body)
			}
		}
	}
}

func TestSecureCookiesBehindATrustedProxy(t *testing.T) {
	t.Parallel()
	make := `{"template":"blank","agenda":"2h","title":"x"}`
	trusting := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.TrustedProxies = []string{"127.0.0.1"} })
	set := trusting.ask("POST", "/api/boards", make, "X-Forwarded-Proto", "https").want(t, 201).header.Get("Set-Cookie")
	if !strings.HasPrefix(set, "__Host-ms_") || !strings.Contains(set, "secure") && !strings.Contains(set, "Secure") ||
		!strings.Contains(set, "path=/;") {
		t.Errorf("cookie %s", set)
	}
	alone := openHouse(t, oplog.NewMemory())
	set = alone.ask("POST", "/api/boards", make, "X-Forwarded-Proto", "https").want(t, 201).header.Get("Set-Cookie")
	if !strings.HasPrefix(set, "ms_") {
		t.Errorf("a stranger's X-Forwarded-Proto was believed: %s", set)
	}
}

// The page of an address names what is shown there first; what has none of its own gets the page of the start.
func TestAnAddressHasThePageOfWhatItShows(t *testing.T) {
	t.Parallel()
	files := map[string]*asset{
		"index.html": {kind: "start"}, "join.html": {kind: "join"}, "key.html": {kind: "key"},
		"board-me.html": {kind: "me"}, "board-host.html": {kind: "host"},
	}
	p := &pages{files: files}
	for name, want := range map[string]string{
		"b/one": "me", "b/one/host": "host", "b/one/owner": "start", "K7M4QP": "join", "k7m4qp": "join", "k": "key", "": "start", "nowhere": "start",
	} {
		if got := p.of(name); got.kind != want {
			t.Errorf("%q: the page of %s, want %s", name, got.kind, want)
		}
	}
}
