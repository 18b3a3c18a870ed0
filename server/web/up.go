package web

import (
	"cmp"
	"time"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// up takes one frame of a page that cannot have a websocket. What it says comes down the line, as by websocket.
func (s *Server) up(c *fiber.Ctx) error {
	if !utf8.Valid(c.Body()) {
		return bad("bad_text")
	}
	object, no := boards.ParseFrame(c.Body())
	l, err := s.lineOf(c)
	switch {
	case err != nil:
		return err
	case no != nil:
		return no
	case l == nil && object["type"] != "hello":
		return errNoLine
	case l == nil:
		if l, _, err = s.newLine(c); err != nil {
			return err
		}
	}
	if err := l.says(object); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// says handles a frame when it is its turn.
func (l *requestLine) says(object map[string]any) error {
	defer l.waiting.Add(-1)
	if l.waiting.Add(1) > mostWaiting {
		return errCrowd
	}
	l.speaking.Lock()
	defer l.speaking.Unlock()
	if _, _, ended := l.member.Ended(); ended {
		return errNoLine
	}
	l.touch()
	defer l.survive()
	l.handle(object)
	return nil
}

// lineOf finds the line a request names, when it is of a seat the request shows; nil when there is none and the seat may open one.
// A line of somebody else is as good as none: 404.
func (s *Server) lineOf(c *fiber.Ctx) (*requestLine, error) {
	board, client := c.Params("id"), c.Query("client")
	s.mu.Lock()
	l := s.byRequests[board+" "+client]
	s.mu.Unlock()
	if l != nil {
		for _, token := range shown(c, board) {
			if token != "" && live.Hash(token) == l.member.Key {
				return l, nil
			}
		}
	}
	seat, err := s.seatOrWaiting(c)
	switch {
	case err != nil:
		return nil, err
	case seat.Role == boards.RoleReader:
		return nil, bad("not_allowed")
	case !boards.ValidClient(client):
		return nil, errLineName
	case l != nil:
		return nil, boards.ErrGone
	}
	c.Locals("seat", seat)
	return nil, nil
}

// newLine opens the line a request names, for the seat that lineOf found.
func (s *Server) newLine(c *fiber.Ctx) (l *requestLine, fresh bool, err error) {
	seat, _ := c.Locals("seat").(live.Seat)
	if !s.lines.take(seat.Board+" "+cmp.Or(seat.Person, seat.Key), time.Now()) {
		return nil, false, errLines
	}
	return s.openByRequests(seat, seat.Board+" "+c.Query("client"), languageOf(c))
}
