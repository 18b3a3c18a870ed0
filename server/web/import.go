package web

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/incoming"
	"muntsaus/boards/survey"
)

// importWait is how long a board that is made of another waits for the one before it from the same address.
const importWait = 5 * time.Second

// importTurn waits until nothing else is imported or copied from this address: a whole board is read, and that takes its time. who is
// refused when they have done it too often lately; "" is never.
func (s *Server) importTurn(c *fiber.Ctx, who string) (done func(), err error) {
	if who != "" && !s.whole.take(who, time.Now()) {
		return nil, errWhole
	}
	waits, cancel := context.WithTimeout(context.Background(), importWait) // the timer's goroutine holds on to it, so not the request's
	defer cancel()
	if done, err = s.documents.alone(waits, "import from "+addressOf(c)); err != nil {
		err = errImporting
	}
	return done, err
}

// importBoard makes a new board of an exported one: new id, new code, new keys; whoever imports it facilitates.
func (s *Server) importBoard(c *fiber.Ctx) error {
	from := addressOf(c)
	if isLoopback(from) {
		from = ""
	}
	done, err := s.importTurn(c, from)
	if err != nil {
		return err
	}
	defer done()
	body, outside, err := s.brought(c)
	if err != nil {
		return err
	}
	if c.Query("preview") != "" {
		return s.previewImport(c, body, outside)
	}
	var left []boards.LeftOut
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		f, err := opened(body, m.BoardID, epoch, now)
		if err != nil {
			return nil, "", err
		}
		board, host, err := m.opens(f)
		left = append(slices.Clone(f.LeftOut()), outside...)
		return board, host, err
	}, func(m made) any { return imported{m, left} })
}

// opened reads a board's file.
func opened(body []byte, id, epoch string, now boards.Moment) (*boards.Founder, error) {
	f, err := boards.Import(body, id, epoch, now)
	if errors.Is(err, boards.ErrExport) {
		return nil, errFile
	}
	return f, err
}

// opens gives a board its code and its keys. Who facilitated it in the file does so here.
func (m made) opens(f *boards.Founder) (board *boards.Board, host string, err error) {
	f.FoundBy(m.JoinCode)
	if host = f.Facilitator(); host == "" {
		host = f.Put("person", "", boards.Fields{"name": "Facilitator", "role": boards.RoleFacilitator})
	}
	m.hangKeys(f, host)
	board, err = f.Board()
	return board, host, err
}

// brought gives the file somebody brings, as a board's file: the body itself, or the file of a form, of whatever program.
func (s *Server) brought(c *fiber.Ctx) (body []byte, left []boards.LeftOut, err error) {
	if !strings.HasPrefix(c.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		return c.Body(), nil, nil
	}
	up, err := uploaded(c)
	if err != nil {
		return nil, nil, err
	}
	if bytes.Contains(up.file[:min(len(up.file), 200)], []byte(`"muntsaus"`)) {
		return up.file, nil, nil
	}
	journey, err := incoming.Read(up.file)
	if err != nil {
		return nil, nil, journeyProblem(err)
	}
	return incoming.File(journey, languageOf(c), s.Rooms.Moment())
}

// errJourney is for a file of which nothing could be made.
var errJourney = &problem{400, "bad_value", [2]string{
	"Hier kunnen we geen klantreis van maken. Neem een bestand van Muntsaus, een tabel met stappen, of een tekening in Mermaid of CJML.",
	"We cannot make a journey of this. Take a file of Muntsaus, a table of steps, or a drawing in Mermaid or CJML."}}

// errArchive is for a zip, such as the one with everything of a board.
var errArchive = &problem{400, "bad_value", [2]string{
	"Dit is een zip-bestand. Pak het uit en kies daaruit board.json, of een tabel met stappen.",
	"This is a zip file. Unpack it and choose board.json out of it, or a table of steps."}}

// journeyProblem says what is wrong with a file that should hold a journey. A table of steps is read as a survey is.
func journeyProblem(err error) error {
	if errors.Is(err, survey.ErrNoWorkbook) {
		return errArchive
	}
	for _, known := range []error{survey.ErrTooMany, survey.ErrUnpacked, survey.ErrOldExcel, survey.ErrDamaged} {
		if errors.Is(err, known) {
			return surveyProblem(err)
		}
	}
	return errJourney
}

// imported is what whoever imports a file is told: the board, and what could not come along.
type imported struct {
	made
	LeftOut []boards.LeftOut `json:"leftOut"`
}
