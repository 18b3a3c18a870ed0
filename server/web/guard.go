package web

import (
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// policy allows what our pages do and nothing else. The desk shows the projector page in a frame of its own.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'; " +
	"frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html muntsaus-worker"

// filePolicy is for what is saved: a browser that shows it all the same runs nothing in it.
const filePolicy = "default-src 'none'; sandbox"

// headers are on every answer.
func (s *Server) headers(c *fiber.Ctx) error {
	s.dress(c)
	return c.Next()
}

// dress puts the headers on an answer. Errors are dressed once more: what fasthttp cannot read never comes by the handlers.
func (s *Server) dress(c *fiber.Ctx) {
	c.Set("Content-Security-Policy", policy)
	c.Set("Referrer-Policy", "no-referrer")
	c.Set("X-Content-Type-Options", "nosniff")
	c.Set("X-Frame-Options", "SAMEORIGIN")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set("Cross-Origin-Resource-Policy", "same-origin")
	c.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")
	c.Set("Cache-Control", "no-store")
	if s.HSTS && s.isPublic(c) {
		c.Set("Strict-Transport-Security", "max-age=63072000")
	}
}

// guardBody keeps bodies small; a file to import may be bigger.
func (s *Server) guardBody(c *fiber.Ctx) error {
	most := mostBody
	if c.Path() == "/api/boards/import" {
		most = mostImport
	}
	if len(c.Request().Body()) > most {
		return errTooBig
	}
	return c.Next()
}

// guardOrigin refuses what another site makes a browser do. Browsers name the origin on everything that changes something
// and on every websocket; a program without one must bring its seat itself, because a cookie alone may not be its wish.
func (s *Server) guardOrigin(c *fiber.Ctx) error {
	origin := c.Get(fiber.HeaderOrigin)
	changes := c.Method() != fiber.MethodGet && c.Method() != fiber.MethodHead || isUpgrade(c)
	switch {
	case origin != "" && !s.knows(origin, string(c.Context().Host())), s.secure(c) && strings.HasPrefix(origin, "http:"):
		return errOrigin
	case origin == "" && changes && bearer(c) == "" && (hasSeatCookie(c) || hasPersonCookie(c)):
		return errOrigin
	}
	return c.Next()
}

// knows says whether an origin is this server: the host that was asked, or one of the public addresses.
func (s *Server) knows(origin, host string) bool {
	from, err := url.Parse(origin)
	if err != nil || (from.Scheme != "http" && from.Scheme != "https") || from.Host == "" {
		return false
	}
	if strings.EqualFold(from.Host, host) {
		return true
	}
	for _, known := range s.PublicURLs {
		if strings.EqualFold(strings.TrimSuffix(known, "/"), origin) {
			return true
		}
	}
	return false
}

func isUpgrade(c *fiber.Ctx) bool { return strings.EqualFold(c.Get(fiber.HeaderUpgrade), "websocket") }
