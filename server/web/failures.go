package web

import (
	"log/slog"
	"net/netip"
	"strings"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
)

// Wrong join codes: per address and for the whole server. Right ones are not counted, because a whole hall may share one
// address. Over the limit an address is only let in with codes that were right from there before: so nobody guesses on,
// and a few typing errors do not lock out a hall. While guesses come from everywhere, only networks that guessed wrong themselves are
// refused: a hall that has nothing to do with it still comes in.
const (
	mostFailures    = 10
	failureWindow   = 10 * time.Minute
	mostFailuresAll = 300
	windowAll       = time.Minute
	mostFailuresNet = 2 // of one network, while guesses come from everywhere
	sweepAddresses  = 10000
)

type failures struct {
	log   *slog.Logger
	mu    sync.Mutex
	from  map[string]*guesses // by address
	nets  map[string]*guesses // by network
	all   int
	until time.Time
}

type guesses struct {
	wrong int
	until time.Time
	right map[string]bool
}

func newFailures(log *slog.Logger) *failures {
	return &failures{log: log, from: map[string]*guesses{}, nets: map[string]*guesses{}}
}

// blocked says whether this address may not try this code now.
func (f *failures) blocked(address, code string, now time.Time) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	g := guessesOf(f.from, address, now)
	if g.right[code] {
		return false
	}
	flood := now.Before(f.until) && f.all >= mostFailuresAll
	return g.wrong >= mostFailures || flood && (g.wrong > 0 || guessesOf(f.nets, networkOf(address), now).wrong >= mostFailuresNet)
}

// note counts a try.
func (f *failures) note(address, code string, right bool, now time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	g := guessesOf(f.from, address, now)
	if right {
		g.right[code] = true
		return
	}
	for _, g := range []*guesses{g, guessesOf(f.nets, networkOf(address), now)} {
		if g.wrong++; g.wrong == 1 {
			g.until = now.Add(failureWindow)
		}
	}
	if !now.Before(f.until) {
		f.all, f.until = 0, now.Add(windowAll)
	}
	if f.all++; f.all == mostFailuresAll {
		f.log.Warn("many wrong codes on the whole server: new ones are refused for a minute", "wrong", f.all)
	}
}

func guessesOf(from map[string]*guesses, address string, now time.Time) *guesses {
	if len(from) >= sweepAddresses {
		sweep(from, now)
	}
	g := from[address]
	if g == nil {
		g = &guesses{right: map[string]bool{}}
		from[address] = g
	}
	if !now.Before(g.until) {
		g.wrong = 0
	}
	return g
}

func sweep(from map[string]*guesses, now time.Time) {
	for address, g := range from {
		if !now.Before(g.until) {
			delete(from, address)
		}
	}
}

// isLoopback says whether an address is this machine: a program of ours, or a proxy we were not told of, behind which everybody is.
func isLoopback(address string) bool {
	ip, err := netip.ParseAddr(address)
	if err == nil {
		return ip.IsLoopback()
	}
	house, err := netip.ParsePrefix(address)
	return err == nil && house.Contains(netip.IPv6Loopback())
}

// networkOf gives the neighbourhood of an address as addressOf gives it: whoever has many addresses has them side by side.
func networkOf(address string) string {
	bits := 24
	ip, err := netip.ParseAddr(address)
	if err != nil {
		house, err := netip.ParsePrefix(address)
		if err != nil {
			return address
		}
		ip, bits = house.Addr(), 48
	}
	net, _ := ip.Prefix(bits)
	return net.String()
}

// addressOf gives who asks, as far as we can know. Behind trusted proxies it is the last address they did not add
// themselves; what stands before it anybody may have written. Of IPv6 the network counts, a house has one.
func addressOf(c *fiber.Ctx) string {
	ip, _ := netip.ParseAddr(c.Context().RemoteIP().String())
	if via := forwardedFor(c); via.IsValid() && c.IsProxyTrusted() {
		ip = via
	}
	if ip = ip.Unmap(); ip.Is4() {
		return ip.String()
	}
	net, _ := ip.WithZone("").Prefix(64)
	return net.String()
}

// forwardedFor gives the last address of X-Forwarded-For. Some proxies add to the line that came, some add a line, some name the port.
func forwardedFor(c *fiber.Ctx) netip.Addr {
	lines := c.Request().Header.PeekAll(fiber.HeaderXForwardedFor)
	if len(lines) == 0 {
		return netip.Addr{}
	}
	list := strings.Split(string(lines[len(lines)-1]), ",")
	last := strings.TrimSpace(list[len(list)-1])
	if ip, err := netip.ParseAddr(strings.Trim(last, "[]")); err == nil {
		return ip
	}
	withPort, _ := netip.ParseAddrPort(last)
	return withPort.Addr()
}
