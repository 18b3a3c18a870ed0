package web

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"html"

	"github.com/gofiber/fiber/v2"

	"muntsaus/server/signin"
)

// What can go wrong on the way to the provider and back, for people and by a word for the log.
var (
	errSignin = &problem{403, "sign_in", [2]string{
		"Om op deze server een workshop te beginnen log je eerst in.", "To begin a workshop on this server you sign in first."}}
	errAway = &problem{503, "unavailable", [2]string{
		"De inlogdienst van je organisatie antwoordt niet. Meedoen met een code en workshops die al bestaan werken gewoon. " +
			"Probeer het zo weer.",
		"Your organisation’s sign-in does not answer. Joining with a code and workshops that exist already work as always. " +
			"Try again in a moment."}}
	errAttempt = &problem{400, "bad_request", [2]string{
		"Dit inloggen is niet in deze browser begonnen, of het duurde langer dan tien minuten. Begin opnieuw.",
		"This sign-in did not begin in this browser, or it took longer than ten minutes. Begin again."}}
	errNotLetIn = &problem{403, "not_allowed", [2]string{
		"Je organisatie liet je niet in, of je brak het inloggen af. Er is niets veranderd.",
		"Your organisation did not let you in, or you stopped signing in. Nothing has changed."}}
	errToken = &problem{403, "not_allowed", [2]string{
		"Het antwoord van de inlogdienst klopte niet, dus je bent niet ingelogd. Begin opnieuw; blijft dit zo, " +
			"waarschuw dan wie de server beheert.",
		"The answer of the sign-in service was not right, so you are not signed in. Begin again; if this goes on, " +
			"tell whoever runs the server."}}
	errForeign = &problem{403, "not_allowed", [2]string{
		"Met dit account kun je hier geen workshop beginnen. Log in met het account van je organisatie; meedoen kan zonder.",
		"With this account you cannot begin a workshop here. Sign in with your organisation’s account; joining needs none."}}
)

// signinProblem gives the sentence of a failed sign-in, and the word the log says: never a name, a token or what the provider wrote.
func signinProblem(err error) (*problem, string) {
	var p *problem
	switch {
	case errors.Is(err, signin.ErrAway):
		return errAway, "away"
	case errors.Is(err, signin.ErrAttempt):
		return errAttempt, "attempt"
	case errors.Is(err, signin.ErrForeign):
		return errForeign, "foreign"
	case errors.Is(err, signin.ErrClient):
		return errToken, "client"
	case errors.As(err, &p):
		return p, p.code
	}
	return errToken, "token"
}

const signinStyle = "body{max-width:36rem;margin:18vh auto 0;padding:0 1.25rem;" +
	"font:1.125rem/1.5 'Atkinson Hyperlegible Next',system-ui,sans-serif;" +
	"color:#17211c;background:#fbfaf6;text-wrap:pretty}" +
	"h1{font:600 2rem/1.15 Fraunces,Georgia,serif}a{color:#0f5c46;font-weight:600}a+a{margin-left:1.5rem}" +
	"@media(prefers-color-scheme:dark){body{color:#eef2ef;background:#161c19}a{color:#7fd8b8}}"

var signinPolicy = func() string {
	sum := sha256.Sum256([]byte(signinStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}()

var signinWords = map[string][3]string{
	"nl": {"Je bent niet ingelogd", "Opnieuw inloggen", "Naar de startpagina"},
	"en": {"You are not signed in", "Sign in again", "To the start page"},
}

// signinFailed shows a page of one sentence and two ways on.
func (s *Server) signinFailed(c *fiber.Ctx, err error, language string) error {
	p, why := signinProblem(err)
	s.Logger.Warn("a sign-in failed", "why", why)
	words, sentence := signinWords["en"], p.sentence[1]
	if language == "nl" {
		words, sentence = signinWords["nl"], p.sentence[0]
	} else {
		language = "en"
	}
	c.Set("Content-Security-Policy", signinPolicy)
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Status(p.status).SendString(`<!doctype html><html lang="` + language +
		`"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>` +
		words[0] + ` · Muntsaus</title><style>` + signinStyle + `</style></head><body><main><h1>` + words[0] + `</h1><p>` +
		html.EscapeString(sentence) +
		`</p><p><a href="/signin/start?lang=` + language + `">` + words[1] + `</a><a href="/">` + words[2] +
		`</a></p></main></body></html>`)
}
