package web

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
)

// proof remembers by which of our own addresses another device came: whether phones reach an address cannot be known before.
type proof struct {
	mu     sync.Mutex
	hosts  map[string]bool
	looked time.Time
}

// lookPause is how long a request for a name we do not know waits for the next look at our network cards: names cost nothing to make up.
const lookPause = time.Second

func (p *proof) has(host string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hosts[host]
}

// mayLook says whether it is time to look at our addresses again.
func (p *proof) mayLook(now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Sub(p.looked) < lookPause {
		return false
	}
	p.looked = now
	return true
}

func (p *proof) add(host string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.hosts == nil {
		p.hosts = map[string]bool{}
	}
	p.hosts[host] = true
}

// notice sees by which address another device comes.
func (s *Server) notice(c *fiber.Ctx) error {
	host := strings.ToLower(string(c.Context().Host()))
	if !s.proof.has(host) && s.isElsewhere(c) && s.isOurs(host) {
		s.proof.add(host)
	}
	return c.Next()
}

// isElsewhere says whether a request comes from another device. This machine comes to its own address from that very address.
func (s *Server) isElsewhere(c *fiber.Ctx) bool {
	remote := c.Context().RemoteIP()
	if via := forwardedFor(c); via.IsValid() && c.IsProxyTrusted() {
		return !via.IsLoopback()
	}
	return !remote.IsLoopback() && !remote.IsUnspecified() && !remote.Equal(c.Context().LocalIP())
}

func (s *Server) isOurs(host string) bool {
	is := func(address string) bool { return hostOf(address) == host }
	if len(s.PublicURLs) > 0 {
		return slices.ContainsFunc(s.PublicURLs, is)
	}
	return s.Addresses != nil && s.proof.mayLook(time.Now()) &&
		slices.ContainsFunc(s.Addresses(), func(a Address) bool { return is(a.URL) })
}
