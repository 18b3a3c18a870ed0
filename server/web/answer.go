package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"unicode"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// problem is an error with everything the answer needs; sentence "" takes the one that belongs to the code.
type problem struct {
	status   int
	code     string
	sentence [2]string // nl, en
}

func (p *problem) Error() string { return p.code }

// Problems that only the door has.
var (
	errCode = &problem{404, "not_found", [2]string{
		"Deze code kennen we niet. Kijk nog eens op het scherm.", "We do not know this code. Look at the screen once more."}}
	errKey = &problem{404, "not_found", [2]string{
		"Deze link werkt niet meer. Vraag de begeleider om een nieuwe.", "This link no longer works. Ask the facilitator for a new one."}}
	errGuesses = &problem{429, "slow_down", [2]string{
		"Te vaak een verkeerde code. Wacht een paar minuten en probeer het weer.",
		"Too many wrong codes. Wait a few minutes and try again."}}
	errNoOrigin = &problem{403, "not_allowed", [2]string{
		"Deze aanvraag zegt niet van welke site hij komt en is niet uitgevoerd.",
		"This request does not say which site it comes from and was not carried out."}}
	errPasscode = &problem{403, "passcode", [2]string{
		"Om op deze server een workshop te beginnen heb je het wachtwoord van de server nodig.",
		"To begin a workshop on this server you need the server's passcode."}}
	errBoards = &problem{429, "slow_down", [2]string{
		"Vanaf dit adres zijn het afgelopen uur veel workshops gemaakt. Probeer het later weer.",
		"Many workshops were made from this address in the last hour. Try again later."}}
	errLengths = &problem{400, "bad_request", [2]string{
		"Deze aanvraag noemt zijn lengte op twee manieren en is niet gelezen.",
		"This request states its length in two ways and was not read."}}
	errSlow = &problem{408, "too_slow", [2]string{
		"Het versturen duurde te lang. Controleer je verbinding en probeer het weer.",
		"Sending took too long. Check your connection and try again."}}
	errJoins = &problem{429, "slow_down", [2]string{
		"Er komen vanaf dit adres heel veel mensen tegelijk binnen. Probeer het over een minuut weer.",
		"Very many people come in from this address at once. Try again in a minute."}}
	errImporting = &problem{429, "slow_down", [2]string{
		"De server is nog bezig met een ander bestand. Probeer het zo weer.",
		"The server is still busy with another file. Try again in a moment."}}
	errLines = &problem{429, "slow_down", [2]string{
		"Je maakt te vaak achter elkaar verbinding. Wacht een paar tellen.",
		"You connect too often in a row. Wait a few seconds."}}
	errWhole = &problem{429, "slow_down", [2]string{
		"Er zijn net veel workshops ingelezen of gekopieerd. Wacht een paar tellen en probeer het weer.",
		"Many workshops were imported or copied just now. Wait a few seconds and try again."}}
	errDocuments = &problem{429, "slow_down", [2]string{
		"Je wacht al op twee bestanden van deze workshop. Probeer het weer als die er zijn.",
		"You are already waiting for two files of this workshop. Try again when they are there."}}
	errHungUp = &problem{499, "unavailable", [2]string{"Er wacht niemand meer op dit antwoord.", "Nobody waits for this answer any more."}}
	errSeats  = &problem{429, "slow_down", [2]string{
		"Dit gaat wel heel vaak achter elkaar. Wacht een minuut en probeer het weer.",
		"This happened very often in a short time. Wait a minute and try again."}}
	errDoor = &problem{409, "locked", [2]string{
		"De deur van deze workshop is dicht. Vraag de begeleider om hem open te zetten.",
		"The door of this workshop is closed. Ask the facilitator to open it."}}
	errFull = &problem{409, "full", [2]string{
		"Deze workshop zit vol.", "This workshop is full."}}
	errTooBig = &problem{413, "too_long", [2]string{
		"Dit is te groot. Een bestand mag 5 MB zijn, de rest 64 kB.", "This is too big. A file may have 5 MB, anything else 64 kB."}}
	errLineName = &problem{400, "bad_request", [2]string{
		"Geef deze lijn een naam: ?client= en 1 tot 40 letters, cijfers, _ of -.",
		"Give this line a name: ?client= and 1 to 40 letters, digits, _ or -."}}
	errNoLine = &problem{404, "not_found", [2]string{
		"Deze lijn is er niet of niet meer. Begin opnieuw met hello.", "There is no such line, or not any more. Begin anew with hello."}}
	errCursor = &problem{400, "bad_value", [2]string{
		"Dit is geen plek op deze lijn.", "This is no place on this line."}}
	errOldCursor = &problem{409, "stale", [2]string{
		"Wat daarna kwam, bewaren we niet meer. Open een nieuwe lijn en begin met hello.",
		"What came after this is no longer kept. Open another line and begin with hello."}}
	errCrowd = &problem{429, "slow_down", [2]string{
		"Er wachten al te veel berichten van deze pagina. Stuur ze na elkaar.",
		"Too many frames of this page are waiting. Send them one after the other."}}
	errUpgrade = &problem{426, "bad_request", [2]string{
		"Dit adres is voor een websocket.", "This address is for a websocket."}}
	errNoInsight = &problem{503, "unavailable", [2]string{
		"Deze server berekent geen inzichten.", "This server computes no insights."}}
	errInsight = &problem{503, "unavailable", [2]string{
		"De inzichten zijn nu niet te berekenen. De workshop zelf gaat gewoon door.",
		"The insights cannot be computed now. The workshop itself goes on."}}
	errFile = &problem{400, "bad_value", [2]string{
		"Dit is geen workshopbestand van Muntsaus, of het is beschadigd.", "This is no Muntsaus workshop file, or it is damaged."}}
)

func bad(code string) error { return &boards.Refusal{Code: code} }

// mostNamed is how much of a value from outside a sentence repeats.
const mostNamed = 40

// unknown refuses a value and says which; the sentences have one place for it.
func unknown(nl, en, value string) error {
	shown := printable(value)
	return &problem{400, "bad_value", [2]string{fmt.Sprintf(nl, shown), fmt.Sprintf(en, shown)}}
}

// printable gives the beginning of a value from outside as a sentence may repeat it.
func printable(value string) string {
	shown := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, value)
	if short := []rune(shown); len(short) > mostNamed {
		shown = string(short[:mostNamed]) + "…"
	}
	return shown
}

// explain turns any error into the JSON of the protocol. Internals stay inside: what is not known is a plain 500.
func (s *Server) explain(c *fiber.Ctx, err error) error {
	s.dress(c)
	p := s.problemOf(err)
	language := languageOf(c)
	sentence := boards.Sentence(p.code, language)
	if p.sentence[0] != "" {
		sentence = p.sentence[1]
		if language == "nl" {
			sentence = p.sentence[0]
		}
	}
	return c.Status(p.status).JSON(fiber.Map{"error": fiber.Map{"code": p.code, "message": sentence}})
}

func (s *Server) problemOf(err error) *problem {
	var p *problem
	var no *boards.Refusal
	var plain *fiber.Error
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &no):
		return &problem{status: statusOf(no.Code), code: no.Code}
	case errors.As(err, &plain):
		return plainProblem(plain.Code)
	case errors.Is(err, boards.ErrGone):
		return &problem{status: 404, code: "not_found"}
	case errors.Is(err, boards.ErrFull):
		return &problem{status: 507, code: "storage_full"}
	case errors.Is(err, live.ErrStopping), errors.Is(err, live.ErrUnknown), errors.Is(err, context.DeadlineExceeded):
		return &problem{status: 503, code: "unavailable"}
	case errors.Is(err, boards.ErrNewer): // until this server is upgraded too
		s.Logger.Warn("a board needs a newer program", "err", err)
		return &problem{status: 503, code: "unavailable"}
	}
	s.Logger.Error("a request failed", "err", err)
	return &problem{status: 500, code: "unavailable"}
}

// plainProblem is for what fiber itself refuses: no such route, a body beyond all limits.
func plainProblem(status int) *problem {
	switch {
	case status == http.StatusRequestEntityTooLarge:
		return errTooBig
	case status == http.StatusRequestTimeout:
		return errSlow
	case status == http.StatusNotFound:
		return &problem{status: status, code: "not_found"}
	case status >= 500:
		return &problem{status: status, code: "unavailable"}
	}
	return &problem{status: status, code: "bad_request"}
}

var statuses = map[string]int{"not_found": 404, "not_allowed": 403, "locked": 409, "full": 409, "in_use": 409, "round_closed": 409,
	"over_budget": 409, "stale": 409, "slow_down": 429, "storage_full": 507, "unavailable": 503}

func statusOf(code string) int {
	if status, ok := statuses[code]; ok {
		return status
	}
	return 400
}

// languageOf gives the reader's language: what the browser asks for, else the board's, else English.
func languageOf(c *fiber.Ctx) string {
	for tag := range strings.SplitSeq(c.Get(fiber.HeaderAcceptLanguage), ",") {
		language, _, _ := strings.Cut(strings.TrimSpace(tag), "-")
		if len(language) >= 2 && (language[:2] == "nl" || language[:2] == "en") {
			return language[:2]
		}
	}
	if language, ok := c.Locals("language").(string); ok {
		return language
	}
	return "en"
}

func (s *Server) logFault(what string, fault any) {
	s.Logger.Error(what, "fault", fault, "stack", string(debug.Stack()))
}
