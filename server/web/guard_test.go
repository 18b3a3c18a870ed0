package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// wire1 sends bytes as they are and reads one answer.
func (h *house) wire1(text string) (*http.Response, *bufio.Reader) {
	h.t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	must(h.t, err)
	h.t.Cleanup(func() { conn.Close() })
	must(h.t, conn.SetDeadline(time.Now().Add(clocktest.Patience)))
	_, err = io.WriteString(conn, text)
	must(h.t, err)
	reader := bufio.NewReader(conn)
	answer, err := http.ReadResponse(reader, nil)
	must(h.t, err)
	return answer, reader
}

// D7: a request with both lengths is refused and its connection closed, in any order; what follows it is never read as a request.
func TestD7TwoLengthsAreRefused(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for _, headers := range []string{"Content-Length: 4\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\ncontent-length: 4"} {
		answer, rest := h.wire1("POST /api/boards HTTP/1.1\r\nHost: x\r\n" + headers +
			"\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
		if answer.StatusCode != 400 || !answer.Close {
			t.Errorf("%q: %d, closed %v", headers, answer.StatusCode, answer.Close)
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
		if more, err := io.ReadAll(rest); len(more) > 0 {
			t.Errorf("%q: then came %q, %v", headers, more, err)
		}
	}
}

// D7: a body that does not come in time has its own code and sentence.
func TestD7ASlowBody(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.BodyWithin = 300 * time.Millisecond })
	answer, _ := h.wire1("POST /api/boards HTTP/1.1\r\nHost: x\r\nAccept-Language: nl\r\nContent-Length: 40\r\n\r\n{")
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	if answer.StatusCode != 408 || !strings.Contains(string(body), `"too_slow"`) {
		t.Errorf("%d %s", answer.StatusCode, body)
	}
}

// D8: behind a proxy that does not pass on Host, answer and log say what is the matter.
func TestD8AProxyThatKeepsTheHost(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	for range 3 {
		no := h.ask("POST", "/api/boards", wishOfTheTest,
			"Origin", "https://muntsaus.example", "Host", "127.0.0.1:8080", "Accept-Language", "nl").want(t, 403)
		if sentence := string(no.body); no.code() != "origin" || !strings.Contains(sentence, "https://muntsaus.example") ||
			!strings.Contains(sentence, "127.0.0.1:8080") || !strings.Contains(sentence, "--public-url") {
			t.Errorf("%s", no.body)
		}
	}
	if log := h.log.String(); strings.Count(log, "--public-url") != 1 || !strings.Contains(log, "muntsaus.example") {
		t.Errorf("the log: %s", log)
	}
	for n := range 2 * mostForeign {
		h.ask("POST", "/api/boards", wishOfTheTest, "Origin", fmt.Sprintf("https://%d.example", n)).want(t, 403)
	}
	if n := strings.Count(h.log.String(), "--public-url"); n != mostForeign {
		t.Errorf("the log tells of %d", n)
	}
}

// D5: the code alone, in a loop from one address: it gets slow long before the board is full. Others come in, and so does a hall.
func TestD5NewPeopleOfOneAddress(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.TrustedProxies = []string{"127.0.0.1"} })
	board := h.create("blank")
	from := func(address string) answer {
		return h.ask("POST", "/api/join/"+board.str("joinCode"), `{"name":"Gast","role":"guest"}`,
			"X-Forwarded-For", address, "Accept-Language", "nl")
	}
	came := 0
	for came < 400 {
		got := from("203.0.113.7")
		if got.status == 429 {
			if got.code() != "slow_down" || !strings.Contains(string(got.body), "tegelijk") {
				t.Errorf("%s", got.body)
			}
			break
		}
		got.want(t, 201)
		came++
	}
	if came < mostJoinsAtOnce || came > 300 {
		t.Errorf("%d came in", came)
	}
	from("203.0.113.8").want(t, 201)
	h.join(board, "Ann") // this machine is not counted
}

func TestRhythm(t *testing.T) {
	r, now := newRhythm(3, time.Second), time.Now()
	for n, want := range []bool{true, true, true, false} {
		if got := r.take("ann", now); got != want {
			t.Errorf("%d: %v", n, got)
		}
	}
	if !r.take("bob", now) || !r.take("ann", now.Add(time.Second)) || r.take("ann", now.Add(time.Second)) {
		t.Error("one per pause, for each their own")
	}
}
