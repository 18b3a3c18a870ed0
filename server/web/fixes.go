package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards/report"
)

// fixesCSV answers with the fixes for a spreadsheet.
func (s *Server) fixesCSV(c *fiber.Ctx) error {
	board, language, err := s.boardOf(c)
	if err != nil {
		return err
	}
	file, err := report.FixesCSV(board, language)
	if err != nil {
		return err
	}
	return attach(c, "fixes.csv", csvType, file)
}

// painsCSV answers with the pains for a spreadsheet.
func (s *Server) painsCSV(c *fiber.Ctx) error {
	board, language, err := s.boardOf(c)
	if err != nil {
		return err
	}
	file, err := report.PainsCSV(board, language)
	if err != nil {
		return err
	}
	return attach(c, "pains.csv", csvType, file)
}

const csvType = "text/csv; charset=utf-8"

// fixesICS answers with a calendar of the fixes that have a date and the days of looking back.
func (s *Server) fixesICS(c *fiber.Ctx) error {
	board, language, err := s.boardOf(c)
	if err != nil {
		return err
	}
	return attach(c, "fixes.ics", "text/calendar; charset=utf-8", report.Calendar(board, language))
}
