package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// ownLink gives somebody a personal key: with its link they are the same person on another device, or after losing their tab.
// Only its hash is kept, so it is told once; a person has a handful, and the oldest goes when one more is made.
func (s *Server) ownLink(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	if f, err := ask(c); err != nil {
		return err
	} else if err := f.done(); err != nil {
		return err
	}
	if seat.Person == "" {
		return bad("not_allowed")
	}
	key := newToken(seat.Board)
	args := map[string]any{"hash": live.Hash(key), "use": "personal", "role": seat.Role, "person_id": seat.Person}
	err = s.Rooms.Do(c.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(boards.Op{Op: "act", Do: "seat", Args: args}, boards.Actor{Role: boards.RoleServer})
	})
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(fiber.Map{"key": key})
}
