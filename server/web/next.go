package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// nextSession makes the next session of a series: what was prepared, what is still open, and the customer number with its measurements.
// Its agenda is that of a follow-up unless another is asked for.
func (s *Server) nextSession(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	title, date, agenda := f.text("title"), f.text("date"), orElse(f.text("agenda"), boards.FollowUp)
	if err := f.done(); err != nil {
		return err
	}
	if boards.PlannedFor(agenda) == nil {
		return unknown("Deze agenda kennen we niet: %s. Kies followup, 2h, half of day.",
			"We do not know this agenda: %s. Choose followup, 2h, half or day.", agenda)
	}
	return s.again(c, seat, func(b *boards.Board, m made, epoch string, now boards.Moment) (*boards.Founder, error) {
		founder, err := boards.Next(b, m.BoardID, epoch, renamed(b, title, date, now), now)
		if err == nil {
			founder.Plan(agenda, b.Workshop().Language)
		}
		return founder, err
	})
}
