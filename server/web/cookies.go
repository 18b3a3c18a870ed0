package web

import (
	"slices"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
)

const (
	cookiePrefix  = "ms_"
	hostPrefix    = "__Host-" // browsers take such a cookie from https alone and send it to nobody else
	mostCookies   = 24        // per browser: they must fit in mostHeader
	cookieSeconds = 400 * 24 * 3600
)

// seatCookie gives the token in the cookie of a board and use.
func seatCookie(c *fiber.Ctx, board, use string) string {
	if token := c.Cookies(hostPrefix + cookiePrefix + board + "_" + use); token != "" {
		return token
	}
	return c.Cookies(cookiePrefix + board + "_" + use)
}

// setSeatCookie keeps a seat in the browser, and lets go of the oldest when it has too many.
func (s *Server) setSeatCookie(c *fiber.Ctx, board, use, token string) {
	name := cookiePrefix + board + "_" + use
	if s.secure(c) {
		name = hostPrefix + name
	}
	names := slices.DeleteFunc(seatCookies(c), func(other string) bool { return other == name })
	for len(names) >= mostCookies {
		drop := slices.IndexFunc(names, func(n string) bool { return !strings.HasSuffix(n, "_host") })
		drop = max(drop, 0)
		c.Cookie(cookie(names[drop], "", -1))
		names = slices.Delete(names, drop, drop+1)
	}
	c.Cookie(cookie(name, token, cookieSeconds))
}

// dropSeatCookies takes the seats of a deleted board out of the browser.
func dropSeatCookies(c *fiber.Ctx, board string) {
	for _, name := range seatCookies(c) {
		if strings.Contains(name, cookiePrefix+board+"_") {
			c.Cookie(cookie(name, "", -1))
		}
	}
}

func cookie(name, value string, seconds int) *fiber.Cookie {
	k := &fiber.Cookie{Name: name, Value: value, Path: "/api", HTTPOnly: true, SameSite: fiber.CookieSameSiteStrictMode, MaxAge: seconds}
	if strings.HasPrefix(name, hostPrefix) {
		k.Path, k.Secure = "/", true
	}
	if seconds < 0 {
		k.MaxAge, k.Expires = 0, time.Unix(1, 0)
	}
	return k
}

// seatCookies gives the names of our cookies as the browser sent them: the oldest first.
func seatCookies(c *fiber.Ctx) []string {
	var names []string
	for key := range c.Context().Request.Header.Cookies() {
		name := string(key)
		if strings.HasPrefix(strings.TrimPrefix(name, hostPrefix), cookiePrefix) {
			names = append(names, name)
		}
	}
	return names
}

func hasSeatCookie(c *fiber.Ctx) bool { return len(seatCookies(c)) > 0 }
