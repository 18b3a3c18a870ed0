package web

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/server/signin"
)

// Signing in with an organisation's account, on a server that asks for it before somebody begins a workshop. Pages go to the provider
// and back by themselves, so what goes wrong there is shown as a page (signinpage.go) and not as JSON.

const (
	attemptCookie = "muntsaus_attempt" // lax: it must come along when the provider sends the browser back
	personCookie  = "muntsaus_person"  // strict, as seats are
	attemptTime   = 600                // seconds
	providerTime  = 15 * time.Second
	callbackPath  = "/signin/callback"
)

// publicOrigin gives the address under which the browser of this request knows us, and whether it asked there.
func (s *Server) publicOrigin(c *fiber.Ctx) (origin string, here bool) {
	host := string(c.Context().Host())
	for _, address := range s.PublicURLs {
		if known, err := url.Parse(address); err == nil && strings.EqualFold(known.Host, host) {
			return strings.TrimSuffix(address, "/"), true
		}
	}
	if len(s.PublicURLs) == 0 {
		return "", false
	}
	return strings.TrimSuffix(s.PublicURLs[0], "/"), false
}

// signinCookie names a cookie: where the public address is https, one that only https may set.
func (s *Server) signinCookie(c *fiber.Ctx, name string) string {
	if origin, _ := s.publicOrigin(c); strings.HasPrefix(origin, "https:") {
		return hostPrefix + name
	}
	return name
}

func (s *Server) keepSignin(c *fiber.Ctx, name, value string, seconds int, sameSite string) {
	k := cookie(s.signinCookie(c, name), value, seconds)
	k.Path, k.SameSite = "/", sameSite
	c.Cookie(k)
}

// signinStart sends the browser to the provider. Who asked at another address of ours goes to the public one first: the cookie must
// be where the provider sends them back to.
func (s *Server) signinStart(c *fiber.Ctx) error {
	if s.SignIn == nil {
		return fiber.ErrNotFound
	}
	language := c.Query("lang")
	if language != "nl" && language != "en" {
		language = languageOf(c)
	}
	to := signin.OwnPath(c.Query("to"))
	origin, here := s.publicOrigin(c)
	if !here && c.Query("moved") == "" {
		again := url.Values{"to": {to}, "lang": {language}, "moved": {"1"}}
		return c.Redirect(origin+"/signin/start?"+again.Encode(), fiber.StatusSeeOther)
	}
	ctx, cancel := context.WithTimeout(context.Background(), providerTime) // other goroutines hold on to it, so not the request's
	defer cancel()
	address, kept, err := s.SignIn.Begin(ctx, origin+callbackPath, to, language)
	if err != nil {
		return s.signinFailed(c, err, language)
	}
	s.keepSignin(c, attemptCookie, kept, attemptTime, fiber.CookieSameSiteLaxMode)
	return c.Redirect(address, fiber.StatusSeeOther)
}

// signinBack is where the provider sends the browser. The attempt is over, whatever comes of it. A wrong answer counts like a wrong
// code, so that nobody makes us ask the provider without end.
func (s *Server) signinBack(c *fiber.Ctx) error {
	if s.SignIn == nil {
		return fiber.ErrNotFound
	}
	kept := c.Cookies(s.signinCookie(c, attemptCookie))
	s.keepSignin(c, attemptCookie, "", -1, fiber.CookieSameSiteLaxMode)
	back, err := s.SignIn.Return(kept, c.Query("state"))
	language := back.Language
	if err != nil {
		return s.signinFailed(c, err, languageOf(c))
	}
	if c.Query("error") != "" || c.Query("code") == "" {
		return s.signinFailed(c, errNotLetIn, language)
	}
	address, now := addressOf(c), time.Now()
	if s.passFailures.blocked(address, "", now) {
		return s.signinFailed(c, errGuesses, language)
	}
	origin, _ := s.publicOrigin(c)
	ctx, cancel := context.WithTimeout(context.Background(), providerTime)
	defer cancel()
	person, lasts, err := s.SignIn.Finish(ctx, origin+callbackPath, back, c.Query("code"))
	if err != nil {
		if !errors.Is(err, signin.ErrAway) {
			s.passFailures.note(address, "", false, now)
		}
		return s.signinFailed(c, err, language)
	}
	s.keepSignin(c, personCookie, person, int(lasts/time.Second), fiber.CookieSameSiteStrictMode)
	return c.Redirect(back.To, fiber.StatusSeeOther)
}

// signedIn says who begins workshops in this browser.
func (s *Server) signedIn(c *fiber.Ctx) (signin.Person, bool) {
	if s.SignIn == nil {
		return signin.Person{}, false
	}
	return s.SignIn.Who(c.Cookies(s.signinCookie(c, personCookie)))
}

// whoSigned tells the start page whether this server asks to sign in, and who did.
func (s *Server) whoSigned(c *fiber.Ctx) error {
	answer := fiber.Map{"needed": s.SignIn != nil}
	if who, ok := s.signedIn(c); ok {
		answer["person"] = who
	}
	return c.JSON(answer)
}

// signOut lets go of the person in this browser; the provider keeps its own session, and boards keep their seats.
func (s *Server) signOut(c *fiber.Ctx) error {
	if s.SignIn != nil {
		s.keepSignin(c, personCookie, "", -1, fiber.CookieSameSiteStrictMode)
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// hasPersonCookie is for guardOrigin: such a cookie alone may not be somebody's wish.
func hasPersonCookie(c *fiber.Ctx) bool {
	return c.Cookies(personCookie) != "" || c.Cookies(hostPrefix+personCookie) != ""
}
