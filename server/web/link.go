package web

import (
	"time"

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
	if !s.seats.take(seat.Board+" "+seat.Person, time.Now()) {
		return errSeats
	}
	key := newToken(seat.Board)
	args := map[string]any{"hash": live.Hash(key), "use": "personal", "by": seat.Key}
	if err := s.act(c, seat, boards.Op{Do: "seat", Args: args}); err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(fiber.Map{"key": key})
}
