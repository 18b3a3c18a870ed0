package web

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"muntsaus/boards/survey"
	"muntsaus/server/picture"
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

// guardLength refuses a request that says its length in two ways: a proxy before us may have believed the other one, and take what is
// the end of this request for the beginning of the next (RFC 9112 6.3). So nothing more is read from that connection.
func (s *Server) guardLength(c *fiber.Ctx) error {
	length, chunks := false, false
	for line := range bytes.Lines(c.Request().Header.RawHeaders()) {
		name, _, _ := bytes.Cut(line, []byte(":"))
		length = length || bytes.EqualFold(name, []byte(fiber.HeaderContentLength))
		chunks = chunks || bytes.EqualFold(name, []byte(fiber.HeaderTransferEncoding))
	}
	if length && chunks {
		c.Context().SetConnectionClose()
		return errLengths
	}
	return c.Next()
}

// guardBody keeps bodies small; a file to import may be bigger.
func (s *Server) guardBody(c *fiber.Ctx) error {
	most := mostBody
	tooBig := errTooBig
	switch {
	case c.Path() == "/api/boards/import":
		most = mostImport
	case takesPicture(c.Method(), c.Path()):
		most, tooBig = picture.MostBytes+mostForm, errPictureBig
	case takesSurvey(c.Method(), c.Path()):
		most, tooBig = survey.MostBytes+mostForm, errSurveyBig
	}
	if len(c.Request().Body()) > most {
		return tooBig
	}
	return c.Next()
}

// mostForm is what a form may hold beside its file.
const mostForm = 512 << 10

// surveyWithin is how long a big file may take to arrive.
const surveyWithin = 3 * time.Minute

// roomFor lets the one address that takes big files read more, and for longer, of whoever shows a seat.
func roomFor(header *fasthttp.RequestHeader) fasthttp.RequestConfig {
	path, _, _ := strings.Cut(string(header.RequestURI()), "?")
	shows := len(header.Peek(fiber.HeaderAuthorization)) > 0 || len(header.Peek(fiber.HeaderCookie)) > 0
	if !shows || !takesSurvey(string(header.Method()), path) {
		return fasthttp.RequestConfig{}
	}
	return fasthttp.RequestConfig{ReadTimeout: surveyWithin, MaxRequestBodySize: survey.MostBytes + 2*mostForm}
}

func takesSurvey(method, path string) bool {
	return method == fiber.MethodPost && strings.HasPrefix(path, "/api/boards/") && strings.HasSuffix(path, "/survey")
}

// guardOrigin refuses what another site makes a browser do. Browsers name the origin on everything that changes something
// and on every websocket; a program without one must bring its seat itself, because a cookie alone may not be its wish.
func (s *Server) guardOrigin(c *fiber.Ctx) error {
	origin := c.Get(fiber.HeaderOrigin)
	changes := c.Method() != fiber.MethodGet && c.Method() != fiber.MethodHead || isUpgrade(c)
	switch {
	case origin != "" && !s.knows(origin, string(c.Context().Host())), s.secure(c) && strings.HasPrefix(origin, "http:"):
		return s.foreign(origin, string(c.Context().Host()))
	case origin == "" && changes && bearer(c) == "" && (hasSeatCookie(c) || hasPersonCookie(c)):
		return errNoOrigin
	}
	return c.Next()
}

// mostForeign is how many pairs of sites the log tells of; whoever makes them up does not fill it.
const mostForeign = 50

// foreign refuses a request of another site and says what may be the matter: mostly a proxy that does not pass on which name was asked.
func (s *Server) foreign(origin, host string) error {
	pair := origin + " " + host
	s.mu.Lock()
	fresh := !s.foreigners[pair] && len(s.foreigners) < mostForeign
	if fresh {
		s.foreigners[pair] = true
	}
	s.mu.Unlock()
	if fresh {
		s.Logger.Warn("a page of another address was refused; behind a proxy: let it pass on Host, or start with --public-url",
			"page", origin, "asked", host)
	}
	origin, host = printable(origin), printable(host)
	return &problem{403, "origin", [2]string{
		fmt.Sprintf("Deze pagina komt van %s, maar de aanvraag was voor %s en is niet uitgevoerd. Zit er een proxy voor de server? "+
			"Laat die Host doorgeven, of start de server met --public-url.", origin, host),
		fmt.Sprintf("This page comes from %s, but the request was for %s and was not carried out. Is there a proxy before the server? "+
			"Let it pass on Host, or start the server with --public-url.", origin, host)}}
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
