package web

import (
	"context"
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// exportBoard gives the board as a file: what everybody may see of it. Keys, sealed answers and who wrote veiled cards stay here.
func (s *Server) exportBoard(c *fiber.Ctx) error {
	t, err := s.takeaway(c)
	if err != nil {
		return err
	}
	data, err := t.get("json", t.made(func(b *boards.Board, _ string) ([]byte, error) { return boards.Export(b), nil }))
	if err != nil {
		return err
	}
	return attach(c, "board.json", fiber.MIMEApplicationJSONCharsetUTF8, data)
}

// attach sends a file to save. Its own policy keeps a browser from running anything in it.
func attach(c *fiber.Ctx, name, kind string, data []byte) error {
	c.Set(fiber.HeaderContentType, kind)
	c.Set(fiber.HeaderContentDisposition, `attachment; filename="`+name+`"`)
	c.Set("Content-Security-Policy", filePolicy)
	return c.Send(data)
}

// importWait is how long a file waits for the one before it from the same address.
const importWait = 5 * time.Second

// importBoard makes a new board of an exported one: new id, new code, new keys; whoever imports it facilitates.
func (s *Server) importBoard(c *fiber.Ctx) error {
	waits, cancel := context.WithTimeout(context.Background(), importWait) // the timer's goroutine holds on to it, so not the request's
	defer cancel()
	done, err := s.documents.alone(waits, "import from "+addressOf(c))
	if err != nil {
		return errImporting
	}
	defer done()
	body := c.Body()
	var left []boards.LeftOut
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		f, err := boards.Import(body, m.BoardID, epoch, now)
		if errors.Is(err, boards.ErrExport) {
			return nil, "", errFile
		}
		if err != nil {
			return nil, "", err
		}
		f.FoundBy(m.JoinCode)
		host := f.Facilitator()
		if host == "" {
			host = f.Put("person", "", boards.Fields{"name": "Facilitator", "role": boards.RoleFacilitator})
		}
		m.hangKeys(f, host)
		board, err := f.Board()
		left = f.LeftOut()
		return board, host, err
	}, func(m made) any { return imported{m, left} })
}

// imported is what whoever imports a file is told: the board, and what could not come along.
type imported struct {
	made
	LeftOut []boards.LeftOut `json:"leftOut"`
}
