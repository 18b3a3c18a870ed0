package web

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// caller is a page that cannot have a websocket. It listens by stream or by poll, and knows what it has by its cursor.
type caller struct {
	h      *house
	board  string
	seat   string
	name   string // of its line
	page   string // as its hello says
	cursor string
	events *eventReader // nil: it polls

	got []map[string]any // not looked at yet
}

func (h *house) caller(board answer, seat string) *caller {
	return &caller{h: h, board: board.str("boardId"), seat: seat, name: newID(), page: newID()}
}

func (c *caller) path(way string) string {
	return fmt.Sprintf("/api/boards/%s/live/%s?client=%s", c.board, way, c.name)
}

func (c *caller) up(text string) answer {
	c.h.t.Helper()
	return c.h.ask("POST", c.path("up"), text, bearerOf(c.seat)...)
}

// says posts a frame that must be taken.
func (c *caller) says(text string) {
	c.h.t.Helper()
	c.up(text).want(c.h.t, 204)
}

func (c *caller) hello(since string) {
	c.h.t.Helper()
	if since != "" {
		since = `,"since":` + since
	}
	c.says(fmt.Sprintf(`{"type":"hello","client":%q%s}`, c.page, since))
}

// ask polls once, with the cursor it has.
func (c *caller) ask() answer {
	c.h.t.Helper()
	path := c.path("down")
	if c.cursor != "" {
		path += "&after=" + c.cursor
	}
	return c.h.ask("GET", path, "", append(bearerOf(c.seat), "Accept", "application/json")...)
}

func (c *caller) poll() (frames []map[string]any) {
	c.h.t.Helper()
	a := c.ask().want(c.h.t, 200)
	must(c.h.t, json.Unmarshal(a.body, &frames))
	c.cursor = a.header.Get("X-Cursor")
	return frames
}

// drain polls until nothing is left to tell.
func (c *caller) drain() {
	c.h.t.Helper()
	usual := c.h.door.requests.poll
	c.h.door.requests.poll = 200 * time.Millisecond
	for len(c.poll()) > 0 {
	}
	c.h.door.requests.poll = usual
}

// eventReader reads one stream of events.
type eventReader struct {
	response *http.Response
	lines    *bufio.Scanner
	comments int
}

// listens opens a stream from the cursor on.
func (c *caller) listens() {
	c.h.t.Helper()
	request, err := http.NewRequest("GET", c.h.url+c.path("down"), nil)
	must(c.h.t, err)
	request.Header.Set("Authorization", "Bearer "+c.seat)
	request.Header.Set("Accept", eventStream)
	if c.cursor != "" {
		request.Header.Set("Last-Event-ID", c.cursor)
	}
	response, err := http.DefaultClient.Do(request)
	must(c.h.t, err)
	if response.StatusCode != 200 {
		c.h.t.Fatalf("stream: %d", response.StatusCode)
	}
	c.h.t.Cleanup(func() { response.Body.Close() })
	c.events = &eventReader{response: response, lines: bufio.NewScanner(response.Body)}
	c.events.lines.Buffer(nil, 16<<20)
}

func (c *caller) cut() { c.events.response.Body.Close() }

// event reads the next one; false when the stream is over.
func (e *eventReader) event() (cursor string, frame map[string]any, ok bool) {
	for e.lines.Scan() {
		line := e.lines.Text()
		switch {
		case strings.HasPrefix(line, ":"):
			e.comments++
		case strings.HasPrefix(line, "id: "):
			cursor = line[4:]
		case strings.HasPrefix(line, "data: "):
			return cursor, frame, json.Unmarshal([]byte(line[6:]), &frame) == nil
		}
	}
	return "", nil, false
}

// next waits for a frame, skipping others.
func (c *caller) next(what string, is func(map[string]any) bool) map[string]any {
	c.h.t.Helper()
	for deadline := time.Now().Add(clocktest.Patience); time.Now().Before(deadline); {
		for len(c.got) > 0 {
			f := c.got[0]
			c.got = c.got[1:]
			if is(f) {
				return f
			}
		}
		if c.events == nil {
			c.got = c.poll()
			continue
		}
		cursor, frame, ok := c.events.event()
		if !ok {
			c.h.t.Fatalf("waiting for %s: the stream ended", what)
		}
		c.cursor, c.got = cursor, append(c.got, frame)
	}
	c.h.t.Fatalf("waiting for %s: nothing came", what)
	return nil
}

func (c *caller) nextOf(kind string) map[string]any {
	c.h.t.Helper()
	return c.next("a frame "+kind, func(f map[string]any) bool { return f["type"] == kind })
}

// nextNote waits for an entry with this text.
func (c *caller) nextNote(text string) {
	c.h.t.Helper()
	c.next("the note "+text, func(f map[string]any) bool { return f["type"] == "entries" && strings.Contains(fmt.Sprint(f), text) })
}

// byWays runs a test by an event stream and by long polls.
func byWays(t *testing.T, test func(t *testing.T, open func(*caller))) {
	t.Run("stream", func(t *testing.T) { t.Parallel(); test(t, (*caller).listens) })
	t.Run("poll", func(t *testing.T) { t.Parallel(); test(t, func(*caller) {}) })
}

func TestRequestsCarryTheFramesOfAWebsocket(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("restaurant")
		ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
		witness := h.screen(board, bob.str("seat"))
		want := witness.hello("")
		c := h.caller(board, ann.str("seat"))
		open(c)
		c.hello("")
		welcome := c.nextOf("welcome")
		if !reflect.DeepEqual(welcome["records"], want["records"]) || welcome["you"].(map[string]any)["personId"] != ann.str("personId") {
			t.Fatalf("welcome %v", welcome)
		}
		c.says(pushText(1, noteOp(newID(), "van Ann")))
		if yes := c.nextOf("yours"); fmt.Sprint(yes["acks"]) != "[1]" || yes["seq"] == nil {
			t.Fatalf("answer %v", yes)
		}
		witness.wait("the note of Ann", func(f map[string]any) bool { return strings.Contains(fmt.Sprint(f), "van Ann") })
		witness.push(1, noteOp(newID(), "van Bob"))
		c.nextNote("van Bob")
		c.says(pushText(1, noteOp(newID(), "nog eens"))) // a number that was stored is answered again
		c.nextOf("yours")
		c.says(pushText(2, `{"op":"put","kind":"nothing","id":"`+newID()+`","fields":{}}`))
		if no := c.nextOf("refused"); no["code"] != "unknown_kind" {
			t.Fatalf("answer %v", no)
		}
		c.says(`{"type":"ping"}`)
		c.nextOf("pong")
		if strings.Contains(string(witness.recorded()), "nog eens") {
			t.Error("a repeated push was carried out")
		}
	})
}

// What comes while nobody listens is told to whoever goes on from its cursor, once and in order, however often the line is cut.
func TestALineByRequestsIsCutAndGoesOn(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("blank")
		writer := h.screen(board, board.str("seat"))
		c := h.caller(board, h.join(board, "Ann").str("seat"))
		open(c)
		c.hello("")
		seq := c.nextOf("welcome")["seq"].(float64)
		for n := 1; n <= 8; n++ {
			if c.events != nil {
				c.cut()
			}
			writer.push(2*n-1, noteOp(newID(), fmt.Sprint("a", n)))
			writer.push(2*n, noteOp(newID(), fmt.Sprint("b", n)))
			open(c)
			for range 2 {
				entries := c.nextOf("entries")["entries"].([]any)
				for _, e := range entries {
					seq++
					if got := e.(map[string]any)["seq"]; got != seq {
						t.Fatalf("round %d: entry %v, want %v", n, got, seq)
					}
				}
			}
		}
		if _, members := h.rooms.Count(); members != 2 {
			t.Errorf("%d members", members)
		}
	})
}

// What a cut took with it is told again to whoever has not got it: the cursor says so, and not what was written.
func TestAnAnswerThatWasLostIsGivenAgain(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	c := h.caller(board, board.str("seat"))
	c.hello("")
	c.nextOf("welcome")
	c.says(pushText(1, noteOp(newID(), "eenmaal")))
	c.nextOf("yours")
	before := c.cursor
	lost := c.poll()
	c.cursor = before
	again := c.poll()
	if len(again) < len(lost) || !reflect.DeepEqual(again[:len(lost)], lost) {
		t.Errorf("first %v, again %v", lost, again)
	}
}

// The answer to a poll that comes after the next was asked is empty: the later one has the line.
func TestTheLaterPollHasTheLine(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	c := h.caller(board, board.str("seat"))
	c.hello("")
	c.drain()
	line := h.lineBy(c)
	first := line.listens.Load()
	answers := make(chan answer, 2)
	poll := func() { answers <- c.ask() }
	go poll()
	second := awaitListener(t, line, first)
	go poll()
	if early := (<-answers).want(t, 200); string(early.body) != "[]" || early.header.Get("X-Cursor") != c.cursor {
		t.Fatalf("the earlier one: %s", early.body)
	}
	if line.listens.Load() == second {
		t.Error("the earlier one still listens")
	}
	c.says(pushText(1, noteOp(newID(), "voor de latere")))
	if late := (<-answers).want(t, 200); !strings.Contains(string(late.body), `"acks":[1]`) {
		t.Errorf("the later one: %s", late.body)
	}
}

func (h *house) lineBy(c *caller) *requestLine {
	h.door.mu.Lock()
	defer h.door.mu.Unlock()
	return h.door.byRequests[c.board+" "+c.name]
}

// awaitListener waits until somebody else listens.
func awaitListener(t *testing.T, l *requestLine, than *listener) *listener {
	t.Helper()
	for deadline := time.Now().Add(clocktest.Patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if now := l.listens.Load(); now != nil && now != than {
			return now
		}
	}
	t.Fatal("nobody listens")
	return nil
}

// Every no of these ways: a status and a sentence, and the line of the one who asked well goes on.
func TestRefusalsOfLinesByRequests(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board, other := h.create("blank"), h.create("blank")
	ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
	c := h.caller(board, ann.str("seat"))
	c.hello("")
	c.nextOf("here")
	c.says(`{"type":"ping"}`)
	c.nextOf("pong")
	down, up, mine := c.path("down"), c.path("up"), bearerOf(c.seat)
	jar := fmt.Sprintf("ms_%s_me=%s", c.board, c.seat)
	asJSON := append(bearerOf(c.seat), "Accept", "application/json")
	ping := `{"type":"ping"}`
	for what, a := range map[string]struct {
		got    answer
		status int
		code   string
	}{
		"a cursor to come":           {h.ask("GET", down+"&after=9999", "", asJSON...), 400, "bad_value"},
		"a forged cursor":            {h.ask("GET", down+"&after=x';--", "", asJSON...), 400, "bad_value"},
		"a negative cursor":          {h.ask("GET", down+"&after=-1", "", asJSON...), 400, "bad_value"},
		"a huge cursor":              {h.ask("GET", down+"&after=99999999999999999999999", "", asJSON...), 400, "bad_value"},
		"of an earlier line":         {h.ask("GET", down, "", append(bearerOf(c.seat), "Last-Event-ID", "abcdefgh-1")...), 409, "stale"},
		"what is not kept":           {h.ask("GET", down+"&after=0", "", asJSON...), 409, "stale"},
		"no name":                    {h.ask("GET", strings.TrimSuffix(down, c.name), "", asJSON...), 400, "bad_request"},
		"a strange name":             {h.ask("POST", strings.TrimSuffix(up, c.name)+"..%2F", ping, mine...), 400, "bad_request"},
		"a line that is not":         {h.ask("POST", up+"0", ping, mine...), 404, "not_found"},
		"another seat speaks":        {h.ask("POST", up, ping, bearerOf(bob.str("seat"))...), 404, "not_found"},
		"another seat listens":       {h.ask("GET", down, "", append(bearerOf(bob.str("seat")), "Accept", "application/json")...), 404, "not_found"},
		"another board":              {h.ask("POST", up, ping, bearerOf(other.str("seat"))...), 404, "not_found"},
		"no seat":                    {h.ask("GET", down, "", "Accept", "application/json"), 404, "not_found"},
		"a foreign page speaks":      {h.ask("POST", up, ping, "Cookie", jar, "Origin", "https://evil.example"), 403, "origin"},
		"a foreign page listens":     {h.ask("GET", down, "", "Cookie", jar, "Origin", "https://evil.example"), 403, "origin"},
		"a cookie without a page":    {h.ask("POST", up, ping, "Cookie", jar), 403, "not_allowed"},
		"no JSON":                    {h.ask("POST", up, `{"type"`, mine...), 400, "bad_request"},
		"no UTF-8":                   {h.ask("POST", up, "{\"type\":\"\xe2\x82\"}", mine...), 400, "bad_text"},
		"more than 64 KiB":           {h.ask("POST", up, `{"type":"`+strings.Repeat("x", mostFrame)+`"}`, mine...), 413, "too_long"},
		"a line opened by any frame": {h.ask("POST", up+"1", pushText(1, noteOp(newID(), "x")), mine...), 404, "not_found"},
	} {
		if a.got.status != a.status || a.got.code() != a.code {
			t.Errorf("%s: %d %s", what, a.got.status, a.got.body)
		}
	}
	h.ask("HEAD", down, "", mine...).want(t, 405)
	c.says(ping)
	c.nextOf("pong")
	h.ask("POST", up, ping, "Cookie", jar, "Origin", h.url, "X-Seat", "me").want(t, 204)
	c.nextOf("pong")
}

// A cursor of a line the server does not know, as after a restart: the page is told to begin anew, by both ways.
func TestAnUnknownLineTellsItsEnd(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("blank")
		c := h.caller(board, board.str("seat"))
		c.cursor = "abcdefgh-41"
		open(c)
		if end := c.nextOf("end"); end["code"] != 1012.0 {
			t.Errorf("end %v", end)
		}
		if h.lineBy(c) != nil {
			t.Error("a line was opened")
		}
	})
}

// The end comes as the last frame, whatever it is; then the line is silent, and its place is free.
func TestTheEndIsTheLastFrame(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("blank")
		host := h.screen(board, board.str("seat"))
		for n, row := range []struct {
			what string
			code float64
			does func(c *caller, person string)
		}{
			{"removed", 4001, func(_ *caller, person string) {
				host.push(1, fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, person))
			}},
			{"another protocol", 4009, func(c *caller, _ string) { c.says(`{"type":"hello","client":"abc","protocol":2}`) }},
			{"a flood", 4029, func(c *caller, _ string) {
				flood := strings.Repeat(`{"op":"del","id":"x"},`, 99) + `{"op":"del","id":"x"}`
				var wait sync.WaitGroup
				for n := range 9 {
					wait.Go(func() { c.up(pushText(n+1, flood)) })
				}
				wait.Wait()
			}},
		} {
			who := h.join(board, fmt.Sprint("Ann ", n))
			c := h.caller(board, who.str("seat"))
			open(c)
			c.hello("")
			c.nextOf("here")
			if row.code == 4029 { // one line alone is only read more slowly
				h.rooms.Limits.Spend(h.lineBy(c).member.Seat, 400, time.Now())
			}
			row.does(c, who.str("personId"))
			if end := c.nextOf("end"); end["code"] != row.code {
				t.Errorf("%s: end %v", row.what, end)
			}
			if row.code != 4001 {
				c.up(`{"type":"ping"}`).want(t, 404)
			}
			c.ask().want(t, 204)
			if yes := host.push(n+2, noteOp(newID(), "gewoon door")); yes["type"] != "yours" {
				t.Fatalf("after %s the host heard %v", row.what, yes)
			}
		}
		awaitMembers(t, h, 1)
	})
}

func awaitMembers(t *testing.T, h *house, want int) {
	t.Helper()
	deadline := time.Now().Add(clocktest.Patience)
	for _, n := h.rooms.Count(); n != want; _, n = h.rooms.Count() {
		if time.Now().After(deadline) {
			t.Fatalf("%d members, want %d", n, want)
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func TestALineWithoutHelloEnds(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		h.door.helloWithin = 20 * time.Millisecond
		board := h.create("blank")
		c := h.caller(board, board.str("seat"))
		open(c)
		if end := c.nextOf("end"); end["code"] != 4003.0 {
			t.Errorf("end %v", end)
		}
	})
}

// Nobody listens any more: the room lets go of the page, and whoever comes back is told to begin anew.
func TestALineThatNobodyListensToEnds(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		h.door.requests.alone = 50 * time.Millisecond
		board := h.create("blank")
		c := h.caller(board, board.str("seat"))
		open(c)
		c.hello("")
		c.nextOf("here")
		if c.events != nil {
			c.cut()
		}
		awaitMembers(t, h, 0)
		open(c)
		if end := c.nextOf("end"); end["code"] != 1012.0 {
			t.Errorf("end %v", end)
		}
	})
}

// A stream that is silent says that it lives; a page that says nothing for too long has to ask again, and misses nothing.
func TestAStreamLivesAndAsksForLife(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	h.door.requests.beat = 5 * time.Millisecond
	board := h.create("blank")
	c := h.caller(board, board.str("seat"))
	c.listens()
	c.hello("")
	c.nextOf("here")
	line := h.lineBy(c)
	line.heard.Store(time.Now().Add(-2 * silence).UnixNano())
	for cursor, _, ok := c.events.event(); ok; cursor, _, ok = c.events.event() {
		c.cursor = cursor
	}
	if c.events.comments == 0 {
		t.Error("no sign of life")
	}
	c.listens()
	c.says(pushText(1, noteOp(newID(), "nog steeds")))
	c.nextNote("nog steeds")
	if _, members := h.rooms.Count(); members != 1 {
		t.Errorf("%d members", members)
	}
}

// Proxies cut what is silent for 30 s: by every way something comes before that.
func TestNoWayIsSilentForAsLongAsProxiesWait(t *testing.T) {
	t.Parallel()
	const cut = 30 * time.Second
	for way, silent := range map[string]time.Duration{"socket": pingEvery, "stream": usualRequests.beat, "poll": usualRequests.poll} {
		if silent > cut-cut/6 {
			t.Errorf("by %s nothing comes for %v", way, silent)
		}
	}
}

// Two tabs of one person, one by websocket and one by requests: both are told everything, and who is here is one person.
func TestTwoTabsByTwoWays(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory())
		board := h.create("blank")
		ann := h.join(board, "Ann")
		tab := h.screen(board, ann.str("seat"))
		c := h.caller(board, ann.str("seat"))
		open(c)
		c.hello("")
		c.nextOf("welcome")
		tab.push(1, noteOp(newID(), "van het ene tabblad"))
		c.nextNote("van het ene tabblad")
		c.says(pushText(1, noteOp(newID(), "van het andere")))
		if yes := c.nextOf("yours"); fmt.Sprint(yes["acks"]) != "[1]" {
			t.Fatalf("answer %v", yes)
		}
		tab.wait("the other note", func(f map[string]any) bool { return strings.Contains(fmt.Sprint(f), "van het andere") })
		fresh := h.screen(board, board.str("seat"))
		for text, times := range map[string]int{"van het ene tabblad": 1, "van het andere": 1} {
			if n := strings.Count(string(fresh.recorded()), text); n != times {
				t.Errorf("%q stands %d times on the board", text, n)
			}
		}
	})
}

// A page that opens another line has left the one before, also when nobody noticed that it was cut.
func TestAPageHasOneLineByRequests(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	c := h.caller(board, board.str("seat"))
	c.listens()
	c.hello("")
	c.nextOf("here")
	again := h.caller(board, board.str("seat"))
	again.page = c.page
	again.listens()
	again.hello("")
	again.nextOf("welcome")
	if end := c.nextOf("end"); end["code"] != 1012.0 {
		t.Errorf("end %v", end)
	}
	back, err := h.dial(c.board, c.seat)
	must(t, err)
	back.page = c.page
	back.hello("")
	if end := again.nextOf("end"); end["code"] != 1012.0 {
		t.Errorf("back by websocket: end %v", end)
	}
	awaitMembers(t, h, 1)
}

// A screen that does not read is closed as by websocket; it is told so when it asks again, and nobody else waits.
func TestAStreamThatIsNotReadEnds(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	h.door.writeWithin = 100 * time.Millisecond
	board := h.create("blank")
	c := h.caller(board, h.join(board, "Ann").str("seat"))
	c.listens()
	c.hello("")
	c.nextOf("here")
	seat := h.lineBy(c).member
	for range 40 {
		seat.Send([]byte(`{"type":"x","fill":"` + strings.Repeat("x", 128<<10) + `"}`))
	}
	awaitMembers(t, h, 0)
	c.events = nil
	for len(c.got) == 0 || c.got[len(c.got)-1]["type"] != "end" {
		a := c.ask()
		if a.status == 409 { // what it was told last is too much to keep: clear as well
			return
		}
		must(t, json.Unmarshal(a.want(t, 200).body, &c.got))
		c.cursor = a.header.Get("X-Cursor")
	}
	if code := c.got[len(c.got)-1]["code"]; code != 4008.0 && code != 1012.0 {
		t.Errorf("end %v", code)
	}
}

// Frames that wait for their turn are few; who sends them all at once is told so, and those that were taken are carried out.
func TestFramesWaitForTheirTurn(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	c := h.caller(board, board.str("seat"))
	c.hello("")
	c.nextOf("here")
	line := h.lineBy(c)
	line.speaking.Lock()
	statuses := make(chan int, mostWaiting+8)
	for range mostWaiting + 8 {
		go func() { statuses <- c.up(`{"type":"ping"}`).status }()
	}
	for range 8 {
		if status := <-statuses; status != 429 {
			t.Errorf("status %d", status)
		}
	}
	line.speaking.Unlock()
	for range mostWaiting {
		if status := <-statuses; status != 204 {
			t.Errorf("status %d", status)
		}
	}
}

// Closing the server tells every line, and leaves nothing behind.
func TestClosingTellsLinesByRequests(t *testing.T) {
	t.Parallel()
	byWays(t, func(t *testing.T, open func(*caller)) {
		h := openHouse(t, oplog.NewMemory(), func(o *live.Options, _ *Config) {})
		board := h.create("blank")
		c := h.caller(board, board.str("seat"))
		open(c)
		c.hello("")
		c.nextOf("here")
		if c.events == nil {
			c.drain()
		}
		line := h.lineBy(c)
		before := line.listens.Load()
		end := make(chan map[string]any, 1)
		go func() { end <- c.nextOf("end") }()
		if c.events == nil {
			awaitListener(t, line, before)
		}
		h.close()
		if got := <-end; got["code"] != 1012.0 {
			t.Errorf("end %v", got)
		}
	})
}
