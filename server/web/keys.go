package web

import (
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// linkRoles gives what each renewable link opens.
var linkRoles = map[string]string{"facilitator": boards.RoleFacilitator, "co_facilitator": boards.RoleCoFacilitator, "projector": boards.RoleScreen}

// renewKey makes a new join code or link and ends the old one, with the screens that came in by it; the seat that asks stays.
func (s *Server) renewKey(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	use := f.need("use")
	if err := f.done(); err != nil {
		return err
	}
	if use == "join" {
		return s.renewCode(c, seat)
	}
	role, known := linkRoles[use]
	if !known {
		return unknown("Deze link kennen we niet: %s.", "We do not know this link: %s.", use)
	}
	key := newToken(seat.Board)
	if err := s.act(c, seat.Board, "rekey", map[string]any{"use": use, "role": role, "hash": live.Hash(key), "keep": seat.Key}); err != nil {
		return err
	}
	return c.JSON(fiber.Map{"use": use, "key": key})
}

// renewCode draws another join code. The shelf learns it first: a crash in between leaves a code nobody was told.
func (s *Server) renewCode(c *fiber.Ctx, seat live.Seat) error {
	for try := 0; ; try++ {
		code := s.Code()
		err := s.Rooms.Shelf.Recode(c.Context(), seat.Board, code)
		if errors.Is(err, boards.ErrTaken) && try < 9 {
			continue
		}
		if err == nil {
			err = s.act(c, seat.Board, "recode", map[string]any{"code": code})
		}
		if err != nil {
			return err
		}
		s.failures.note(addressOf(c), code, true, time.Now())
		return c.JSON(fiber.Map{"use": "join", "joinCode": code})
	}
}

// act runs one of the server's own acts.
func (s *Server) act(c *fiber.Ctx, board, do string, args map[string]any) error {
	return s.Rooms.Do(c.Context(), board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(boards.Op{Op: "act", Do: do, Args: args}, boards.Actor{Role: boards.RoleServer})
	})
}
