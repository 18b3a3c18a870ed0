package web

import (
	"bufio"
	"encoding/json"
	"net"
	"strings"
	"testing"

	"github.com/valyala/fasthttp"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// FuzzFrames reads the first and the small frames of a page: what is taken holds only what the room may hold.
func FuzzFrames(f *testing.F) {
	for _, text := range []string{`{"type":"hello","client":"page","since":{"epoch":"e","seq":41,"tail":"t"},"clients":["older"],"language":"nl","protocol":1}`,
		`{"type":"hello","client":"page","protocol":2}`, `{"type":"hello","client":"page","since":{"epoch":"e","seq":-1}}`, `{"type":"hello","client":"page","clients":[1]}`,
		`{"type":"here","at":"note-00000000000001","typing":true,"field":"text"}`, `{"type":"here","at":null}`, `{"type":"here","at":3}`, `{"type":"ping"}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if object, no := boards.ParseFrame(data); no == nil {
			h, err := readHello(object)
			if err == nil && (!boards.ValidClient(h.Client) || len(h.Clients) > mostClients || len(object) != 0) {
				t.Fatalf("%q is read as %+v, left %v", data, h, object)
			}
		}
		if object, no := boards.ParseFrame(data); no == nil {
			w, err := readHere(object)
			if err == nil && (len(w.field) > 40 || len(object) != 0) {
				t.Fatalf("%q is read as %+v, left %v", data, w, object)
			}
		}
	})
}

// FuzzTokens reads what is shown as a key or seat: only a name of a board and a long secret are one.
func FuzzTokens(f *testing.F) {
	for _, token := range []string{"", ".", "board", "b0ard00000000000.secret", "abcdefghijklmnop." + strings.Repeat("x", secretLength), "abcdefghijklmnop/..." + strings.Repeat("x", 30)} {
		f.Add(token)
	}
	f.Fuzz(func(t *testing.T, token string) {
		board := boardOf(token)
		if board == "" {
			return
		}
		if len(token) > 120 || len(board) < 16 || len(board) > 40 || len(token)-len(board)-1 < secretLength ||
			strings.ContainsAny(board, "./ _\x00") {
			t.Fatalf("%q is a token of %q", token, board)
		}
	})
}

// rawRequests are requests as they come over the line; the words in braces stand for a real board's own.
var rawRequests = []string{
	"GET /api/join/{code} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4, 10.0.0.1\r\nX-Forwarded-Proto: https\r\nForwarded: for=\"[::1]\";proto=https\r\n\r\n",
	"GET /api/join/%7B-0x\xff HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: [::1]:80,, x\r\n\r\n",
	"POST /api/join/{code} HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Length: 29\r\n\r\n{\"name\":\"Ann\",\"role\":\"guest\"}",
	"POST /api/seat HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{\"key\":\"\"}",
	"GET /api/boards/{board}/me HTTP/1.1\r\nHost: a\r\nCookie: ms_{board}_host={seat}; __Host-ms_{board}_me=x; ms_; =\r\nX-Seat: host\r\nAccept-Language: nl;q=0.5, en\r\n\r\n",
	"GET /api/boards/{board}/live?as=screen HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer {seat}\r\n\r\n",
	"GET /api/boards/{board}/fixes.csv?lang=nl HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {seat}\r\n\r\n",
	"POST /api/boards/{board}/keys HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {seat}\r\nContent-Length: 14\r\n\r\n{\"use\":\"join\"}",
	"DELETE /api/boards/{board}/own/x HTTP/1.1\r\nHost: a\r\nOrigin: null\r\nAuthorization: Bearer {seat}\r\n\r\n",
	"POST /api/boards HTTP/1.1\r\nHost: a\r\nX-Passcode: %E2%82\r\nContent-Length: 2\r\n\r\n{}",
	"GET /metrics HTTP/1.1\r\nHost: a\r\nX-Real-IP: 1\r\nAuthorization: Bearer \r\n\r\n",
	"GET /../index.html?x=%00 HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\"\r\nRange: bytes=0-\r\n\r\n",
}

// FuzzRequests sends raw requests to the whole door, behind a trusted proxy: names and codes, cookies, keys, forwarded addresses,
// origins and bodies. Every answer is one of ours, and no handler breaks.
func FuzzRequests(f *testing.F) {
	for _, raw := range rawRequests {
		f.Add([]byte(raw))
	}
	h := openHouse(f, oplog.NewMemory(), func(o *live.Options, c *Config) { c.TrustedProxies, c.MostBoards = []string{"192.0.2.1"}, 20 })
	board := h.create("blank")
	from := &net.TCPAddr{IP: net.ParseIP("192.0.2.1"), Port: 9}
	f.Fuzz(func(t *testing.T, raw []byte) {
		h.t = t
		words := strings.NewReplacer("{board}", board.str("boardId"), "{seat}", board.str("seat"), "{code}", board.str("joinCode"))
		var request fasthttp.Request
		if request.ReadLimitBody(bufio.NewReaderSize(strings.NewReader(words.Replace(string(raw))), mostHeader), mostRead) != nil {
			return // the server below us refuses it
		}
		var ctx fasthttp.RequestCtx
		ctx.Init(&request, from, nil)
		h.door.app.Handler()(&ctx)
		wantOurAnswer(t, raw, &ctx)
		if h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(board.str("seat"))...).status == 404 {
			board = h.create("blank") // the request deleted it, as it may
		}
	})
}

func wantOurAnswer(t *testing.T, raw []byte, ctx *fasthttp.RequestCtx) {
	t.Helper()
	status, body := ctx.Response.StatusCode(), ctx.Response.Body()
	if status == 500 || status < 100 {
		t.Fatalf("%q gives %d %s", raw, status, body)
	}
	path := string(ctx.Path())
	if string(body) == "Invalid http method" {
		return // fiber's own words, before anything of ours is asked
	}
	if status >= 400 && strings.HasPrefix(path, "/api/") {
		var answer struct {
			Error struct{ Code, Message string }
		}
		if json.Unmarshal(body, &answer) != nil || answer.Error.Code == "" || answer.Error.Message == "" {
			t.Fatalf("%q gives %d %s", raw, status, body)
		}
	}
	for _, cookie := range ctx.Response.Header.Cookies() {
		if line := string(cookie); !strings.Contains(line, "HttpOnly") || !strings.Contains(line, "SameSite=Strict") {
			t.Fatalf("%q sets %s", raw, line)
		}
	}
}
