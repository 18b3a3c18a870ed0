package web

import (
	"context"
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// importWait is how long a board that is made of another waits for the one before it from the same address.
const importWait = 5 * time.Second

// importTurn waits until nothing else is imported or copied from this address: a whole board is read, and that takes its time.
func (s *Server) importTurn(c *fiber.Ctx) (done func(), err error) {
	waits, cancel := context.WithTimeout(context.Background(), importWait) // the timer's goroutine holds on to it, so not the request's
	defer cancel()
	if done, err = s.documents.alone(waits, "import from "+addressOf(c)); err != nil {
		err = errImporting
	}
	return done, err
}

// importBoard makes a new board of an exported one: new id, new code, new keys; whoever imports it facilitates.
func (s *Server) importBoard(c *fiber.Ctx) error {
	done, err := s.importTurn(c)
	if err != nil {
		return err
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
