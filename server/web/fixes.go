package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/report"
)

const csvType = "text/csv; charset=utf-8"

// fixesCSV answers with the fixes for a spreadsheet.
func (s *Server) fixesCSV(c *fiber.Ctx) error {
	return s.list(c, "fixes.csv", csvType, report.FixesCSV)
}

// painsCSV answers with the pains for a spreadsheet.
func (s *Server) painsCSV(c *fiber.Ctx) error {
	return s.list(c, "pains.csv", csvType, report.PainsCSV)
}

// fixesICS answers with a calendar of the fixes that have a date and the days of looking back.
func (s *Server) fixesICS(c *fiber.Ctx) error {
	return s.list(c, "fixes.ics", "text/calendar; charset=utf-8", func(b *boards.Board, language string) ([]byte, error) {
		return report.Calendar(b, language), nil
	})
}

func (s *Server) list(c *fiber.Ctx, name, kind string, build func(*boards.Board, string) ([]byte, error)) error {
	t, err := s.takeaway(c)
	if err != nil {
		return err
	}
	file, err := t.get(name, t.made(build))
	if err != nil {
		return err
	}
	return attach(c, name, kind, file)
}
