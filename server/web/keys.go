package web

import (
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// linkRoles gives what each renewable link opens.
var linkRoles = map[string]string{
	"facilitator":    boards.RoleFacilitator,
	"co_facilitator": boards.RoleCoFacilitator,
	"projector":      boards.RoleScreen,
	"summary":        boards.RoleReader,
}

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
	ended, err := s.rekey(c, seat, map[string]any{"use": use, "role": role, "hash": live.Hash(key), "keep": seat.Key})
	if err != nil {
		return err
	}
	answer := fiber.Map{"use": use, "key": key}
	if ended {
		answer["ownLinksEnded"] = true
	}
	return c.JSON(answer)
}

// rekey makes the new link, and says whether personal links of who asks ended with the old one.
func (s *Server) rekey(c *fiber.Ctx, seat live.Seat, args map[string]any) (ended bool, err error) {
	err = s.Rooms.Do(c.Context(), seat.Board, func(b *boards.Board, d *boards.Trial) *boards.Refusal {
		before := b.Links(seat.Person)
		no := onBehalf(b, d, seat, boards.Op{Do: "rekey", Args: args})
		ended = b.Links(seat.Person) < before
		return no
	})
	return ended, err
}

// renewCode draws another join code. The shelf learns it first: a crash in between leaves a code nobody was told. Who loses a race with
// another renewal draws again.
func (s *Server) renewCode(c *fiber.Ctx, seat live.Seat) error {
	for try := 0; ; try++ {
		code := s.Code()
		err := s.recode(c, seat, code)
		var no *boards.Refusal
		if again := errors.Is(err, boards.ErrTaken) || errors.As(err, &no) && no.Code == "already"; again && try < 9 {
			continue
		}
		if err != nil {
			return err
		}
		s.failures.note(addressOf(c), code, true, time.Now())
		return c.JSON(fiber.Map{"use": "join", "joinCode": code})
	}
}

// recode gives a code to the shelf and then to the board, unless the board got another one meanwhile.
func (s *Server) recode(c *fiber.Ctx, seat live.Seat, code string) error {
	was, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) string { return b.Workshop().JoinCode })
	if err != nil {
		return err
	}
	if err := s.Rooms.Shelf.Recode(c.Context(), seat.Board, code); err != nil {
		return err
	}
	return s.act(c, seat, boards.Op{Do: "recode", Args: map[string]any{"code": code, "was": was}})
}

// act runs one of the server's own acts on behalf of a seat.
func (s *Server) act(c *fiber.Ctx, seat live.Seat, op boards.Op) error {
	return s.Rooms.Do(c.Context(), seat.Board, func(b *boards.Board, d *boards.Trial) *boards.Refusal { return onBehalf(b, d, seat, op) })
}

// onBehalf runs an act where the seat that asked is still there: it was looked up a moment ago, perhaps on a board that lagged behind.
func onBehalf(b *boards.Board, d *boards.Trial, seat live.Seat, op boards.Op) *boards.Refusal {
	if key := b.KeyOf(seat.Key); key == nil || key.Str("role") != seat.Role {
		return &boards.Refusal{Code: "not_found"}
	}
	op.Op = "act"
	return d.Do(op, boards.Actor{Role: boards.RoleServer})
}
