package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// deleted lists what was deleted lately and who asks may bring back: `restore` is the way.
func (s *Server) deleted(c *fiber.Ctx) error {
	seat, err := s.personSeat(c)
	if err != nil {
		return err
	}
	who := boards.Actor{Person: seat.Person, Role: seat.Role}
	list, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) []boards.Deleted { return b.Deletions(who) })
	if err != nil {
		return err
	}
	return c.JSON(list)
}
