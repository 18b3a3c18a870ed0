package web

import (
	"cmp"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// takeSeat exchanges the key of a link for a seat. The key came in the fragment of an address and is posted once.
func (s *Server) takeSeat(c *fiber.Ctx) error {
	f, err := ask(c)
	if err != nil {
		return err
	}
	token, name := f.need("key"), s.Rooms.Moment().Name(f.text("name"))
	if err := f.done(); err != nil {
		return err
	}
	key, language, err := s.keyOf(c, token)
	if err != nil {
		return err
	}
	board := boardOf(token)
	if key.Str("use") == "seat" {
		seat := seatBy(board, key)
		s.setSeatCookie(c, board, useOf(seat.Role), token)
		return answerSeat(c, fiber.StatusOK, seat, token, nil)
	}
	if seat, own, err := s.sameAgain(c, board, key); err != nil || own != "" {
		return answerSeat(c, fiber.StatusOK, seat, own, err)
	}
	if !s.seats.take(board+" "+cmp.Or(key.Str("person_id"), key.ID), time.Now()) {
		return errSeats
	}
	seat, fresh, err := s.exchange(c, board, key, name, language)
	if err == nil {
		s.setSeatCookie(c, board, useOf(seat.Role), fresh)
	}
	return answerSeat(c, fiber.StatusOK, seat, fresh, err)
}

// keyOf finds the key behind a link.
func (s *Server) keyOf(c *fiber.Ctx, token string) (key *boards.Record, language string, err error) {
	board := boardOf(token)
	if board == "" {
		return nil, "", errKey
	}
	err = s.Rooms.View(c.Context(), board, func(b *boards.Board) {
		key, language = b.KeyOf(live.Hash(token)), b.Workshop().Language
	})
	if err != nil {
		if s.problemOf(err).status == fiber.StatusNotFound {
			err = errKey
		}
		return nil, "", err
	}
	c.Locals("language", language)
	if key == nil {
		return nil, "", errKey
	}
	return key, language, nil
}

// sameAgain finds the seat this browser got for such a link before: opening a link twice makes nobody twice.
func (s *Server) sameAgain(c *fiber.Ctx, board string, key *boards.Record) (live.Seat, string, error) {
	token := seatCookie(c, board, useOf(key.Str("role")))
	seat, err := s.seatOf(c.Context(), board, token)
	if err != nil || seat.Key == "" || seat.Role != key.Str("role") {
		return live.Seat{}, "", err
	}
	another := key.Str("use") == boards.RoleOwner && seat.Person != key.ID
	if person := key.Str("person_id"); another || person != "" && person != seat.Person {
		return live.Seat{}, "", nil
	}
	return seat, token, nil
}

// exchange makes the seat: a new person for a co-facilitator, none for a projector, else the person the key is bound to.
func (s *Server) exchange(c *fiber.Ctx, board string, key *boards.Record, name, language string) (live.Seat, string, error) {
	role, by := key.Str("role"), map[string]any{"by": key.Str("hash")}
	if key.Str("person_id") != "" || role == boards.RoleScreen || apart(role) {
		by["use"] = "seat"
		return s.newSeat(c.Context(), board, role, "seat", by)
	}
	if name == "" {
		name = map[string]string{"nl": "Medebegeleider"}[language]
	}
	if name == "" {
		name = "Co-facilitator"
	}
	by["name"], by["role"] = name, role
	return s.newSeat(c.Context(), board, role, "join", by)
}
