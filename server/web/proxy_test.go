package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// spoofs are what a browser, or a proxy before us, may say about where a request came from.
var spoofs = map[string][]string{
	"nothing":                       nil,
	"X-Forwarded-For":               {"X-Forwarded-For", "203.0.113.7"},
	"X-Forwarded-For, a list":       {"X-Forwarded-For", "198.51.100.1, 203.0.113.7"},
	"X-Forwarded-For, two lines":    {"X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.7"},
	"X-Forwarded-For with a port":   {"X-Forwarded-For", "203.0.113.7:4711"},
	"X-Forwarded-For, IPv6":         {"X-Forwarded-For", "[2001:db8:1:2::9]:4711"},
	"X-Forwarded-For, mapped":       {"X-Forwarded-For", "::ffff:203.0.113.7"},
	"X-Forwarded-For, nonsense":     {"X-Forwarded-For", "unknown"},
	"X-Real-IP":                     {"X-Real-IP", "203.0.113.7"},
	"Forwarded":                     {"Forwarded", "for=203.0.113.7;proto=https;host=evil.example"},
	"X-Forwarded-Proto":             {"X-Forwarded-Proto", "https"},
	"X-Forwarded-Proto http":        {"X-Forwarded-Proto", "http"},
	"X-Forwarded-Ssl":               {"X-Forwarded-Ssl", "on"},
	"X-Forwarded-Host":              {"X-Forwarded-Host", "evil.example"},
	"X-Forwarded-Host, Proto, Port": {"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https", "X-Forwarded-Port", "443"},
	"X-Original-URL and X-Rewrite":  {"X-Original-URL", "/api/boards", "X-Rewrite-URL", "/metrics"},
}

// believed is what those do when the peer is a proxy we trust; everything that is not here, and everything when it is not, does nothing.
var believed = map[string]struct {
	counts string // the address the limits count, "" = the peer's
	https  bool
}{
	"X-Forwarded-For":               {"203.0.113.7", false},
	"X-Forwarded-For, a list":       {"203.0.113.7", false},
	"X-Forwarded-For, two lines":    {"203.0.113.7", false},
	"X-Forwarded-For with a port":   {"203.0.113.7", false},
	"X-Forwarded-For, IPv6":         {"2001:db8:1:2::/64", false},
	"X-Forwarded-For, mapped":       {"203.0.113.7", false},
	"X-Forwarded-Proto":             {"", true},
	"X-Forwarded-Ssl":               {"", true},
	"X-Forwarded-Host, Proto, Port": {"", true},
}

// Trusted or not, times what is said, times everything that could believe it: the address that is counted, the cookie, the check of the
// origin, links, and who reads the metrics.
func TestWhatIsBelievedOfAProxy(t *testing.T) {
	t.Parallel()
	for trusted, proxies := range map[string][]string{"nobody": nil, "this peer": {"127.0.0.1"}, "its network": {"127.0.0.0/8"}, "another": {"192.0.2.1", "10.0.0.0/8"}} {
		h := openHouse(t, oplog.NewMemory(), func(_ *live.Options, c *Config) { c.TrustedProxies = proxies })
		for what, headers := range spoofs {
			t.Run(trusted+", "+what, func(t *testing.T) {
				h := &house{t: t, url: h.url, door: h.door}
				h.door.failures = newFailures(h.door.Logger)
				want := believed[what]
				peer := strings.HasPrefix(trusted, "this") || strings.HasPrefix(trusted, "its")
				if !peer {
					want.counts, want.https = "", false
				}
				h.checkCounted(want.counts, headers)
				h.checkSpoof(want.https, headers)
				h.checkMetrics(peer, want.counts, what, headers)
			})
		}
	}
}

// checkCounted looks whose tries are counted.
func (h *house) checkCounted(want string, headers []string) {
	h.t.Helper()
	if want == "" {
		want = "127.0.0.1"
	}
	h.ask("GET", "/api/join/WRONG1", "", headers...).want(h.t, 404)
	h.door.failures.mu.Lock()
	defer h.door.failures.mu.Unlock()
	for address, guesses := range h.door.failures.from {
		if address != want || guesses.wrong != 1 {
			h.t.Errorf("counted for %s, want %s", address, want)
		}
	}
}

// checkSpoof looks at the cookie, the origin and everything that is a link.
func (h *house) checkSpoof(https bool, headers []string) {
	h.t.Helper()
	board := h.ask("POST", "/api/boards", wishOfTheTest, headers...).want(h.t, 201)
	set := board.header.Get("Set-Cookie")
	if strings.HasPrefix(set, "__Host-") != https || strings.Contains(strings.ToLower(set), "secure") != https {
		h.t.Errorf("cookie %s", set)
	}
	jar, _, _ := strings.Cut(set, ";")
	path := "/api/boards/" + board.str("boardId")
	own, own403 := 201, 403
	if !https {
		own403 = 201
	}
	for origin, status := range map[string]int{h.url: own403, strings.Replace(h.url, "http:", "https:", 1): own,
		"http://evil.example": 403, "https://evil.example": 403, "null": 403, "https://203.0.113.7": 403} {
		a := h.ask("POST", path+"/link", "{}", append([]string{"Origin", origin, "Cookie", jar}, headers...)...)
		if a.status != status {
			h.t.Errorf("origin %s: %d, want %d", origin, a.status, status)
		}
	}
	for _, page := range []string{"/", path + "/report", path + "/fixes.ics", path + "/board.json", path + "/me", "/api/addresses", "/nothing.html"} {
		a := h.ask("GET", page, "", append(slices.Clone(headers), bearerOf(board.str("seat"))...)...)
		if seen := string(a.body) + fmt.Sprint(a.header); strings.Contains(seen, "evil") || strings.Contains(seen, "203.0.113") {
			h.t.Errorf("%s repeats it: %s", page, seen)
		}
	}
}

// checkMetrics looks whether somebody comes near the numbers by saying who they are: through a proxy we were not told of nobody does,
// and through one we know nobody from outside.
func (h *house) checkMetrics(peer bool, counts, what string, headers []string) {
	h.t.Helper()
	forwarded := strings.HasPrefix(what, "X-Forwarded-For") || what == "X-Real-IP" || what == "Forwarded"
	want := 200
	if forwarded && !peer || counts != "" {
		want = 404
	}
	if a := h.ask("GET", "/metrics", "", headers...); a.status != want {
		h.t.Errorf("metrics: %d, want %d", a.status, want)
	}
}
