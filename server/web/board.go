package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

func (s *Server) templates(c *fiber.Ctx) error { return c.JSON(template.Cards()) }

// me tells a page who it is before it opens the websocket.
func (s *Server) me(c *fiber.Ctx) error {
	seat, err := s.seatOrWaiting(c)
	if err != nil {
		return err
	}
	var shop boards.Workshop
	var name string
	if err := s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) {
		shop = b.Workshop()
		if person := b.Get(seat.Person); person != nil {
			name = person.Str("name")
		}
	}); err != nil {
		return err
	}
	answer := fiber.Map{"boardId": seat.Board, "role": seat.Role, "title": shop.Title, "language": shop.Language}
	if seat.Person != "" && !apart(seat.Role) {
		answer["personId"] = seat.Person
	}
	if name != "" {
		answer["name"] = name
	}
	if seat.Waits {
		answer["waiting"] = true
	}
	if useOf(seat.Role) == "host" {
		answer["joinCode"] = shop.JoinCode
	}
	return c.JSON(answer)
}

func (s *Server) insights(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	data, err := s.Rooms.InsightOf(c.Context(), seat.Board)
	switch {
	case err == nil && data == nil && s.Rooms.Insight == nil:
		err = errNoInsight
	case err == nil && data == nil:
		err = errInsight
	}
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, fiber.MIMEApplicationJSON)
	return c.Send(data)
}

func (s *Server) deleteBoard(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	if err := s.Rooms.Delete(c.Context(), seat.Board); err != nil {
		return err
	}
	s.documents.forget(seat.Board)
	dropSeatCookies(c, seat.Board)
	return c.SendStatus(fiber.StatusNoContent)
}
