package web

import (
	"context"
	"strings"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// secretLength gives 22 characters of 62: 131 bits.
const secretLength = 22

// newToken makes a key or seat for a board: what is handed out. Only its hash is kept.
func newToken(board string) string { return board + "." + live.Random(secretLength) }

// boardOf gives the board a token is for; "" when it is no token.
func boardOf(token string) string {
	board, secret, ok := strings.Cut(token, ".")
	if !ok || len(secret) < secretLength || len(token) > 120 || !isName(board) {
		return ""
	}
	return board
}

// isName says whether a text can be the id of a board.
func isName(s string) bool {
	return len(s) >= 16 && len(s) <= 40 && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
	}) < 0
}

// bearer gives the seat a program shows.
func bearer(c *fiber.Ctx) string {
	token, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
	if !ok {
		return ""
	}
	return strings.TrimSpace(token)
}

// uses of a page, strongest first: the desk, the participant page, the projector window, the own fixes, the summary by link.
var uses = []string{"host", "me", "screen", "owner", "reader"}

// useOf gives the use of the pages a role has.
func useOf(role string) string {
	switch role {
	case boards.RoleFacilitator, boards.RoleCoFacilitator:
		return "host"
	case boards.RoleScreen:
		return "screen"
	case boards.RoleOwner, boards.RoleReader:
		return role
	}
	return "me"
}

// seat finds who asks about the board of the path. Whoever may not see it, or not yet, learns nothing: 404.
func (s *Server) seat(c *fiber.Ctx) (live.Seat, error) {
	seat, err := s.anySeat(c)
	if err == nil && apart(seat.Role) {
		err = bad("not_allowed")
	}
	return seat, err
}

// apart says whether a role sees one thing of a board and nothing else: own fixes, or the summary.
func apart(role string) bool { return role == boards.RoleOwner || role == boards.RoleReader }

// anySeat also finds who sees one thing of the board alone.
func (s *Server) anySeat(c *fiber.Ctx) (live.Seat, error) {
	seat, err := s.seatOrWaiting(c)
	if err == nil && seat.Waits {
		err = boards.ErrGone
	}
	return seat, err
}

// seatOrWaiting also finds who still waits at the door.
func (s *Server) seatOrWaiting(c *fiber.Ctx) (live.Seat, error) {
	board := c.Params("id")
	for _, token := range shown(c, board) {
		seat, err := s.seatOf(c.Context(), board, token)
		if err != nil {
			return seat, err
		}
		if seat.Key != "" {
			s.readIn(c, board)
			return seat, nil
		}
	}
	return live.Seat{}, boards.ErrGone
}

// readIn notes the language of the board, for readers whose browser asks for none.
func (s *Server) readIn(c *fiber.Ctx, board string) {
	if c.Get(fiber.HeaderAcceptLanguage) != "" {
		return
	}
	language, err := live.Look(c.Context(), s.Rooms, board, func(b *boards.Board) string { return b.Workshop().Language })
	if err == nil { // else English
		c.Locals("language", language)
	}
}

// shown gives the tokens a request brings for a board: its bearer, else the cookie of the use it names, else all.
func shown(c *fiber.Ctx, board string) []string {
	if token := bearer(c); token != "" {
		return []string{token}
	}
	if use := c.Get("X-Seat", c.Query("as")); use != "" {
		return []string{seatCookie(c, board, use)}
	}
	var tokens []string
	for _, use := range uses {
		tokens = append(tokens, seatCookie(c, board, use))
	}
	return tokens
}

// seatOf looks up a seat on a board; a seat without Key when the board does not know it.
func (s *Server) seatOf(ctx context.Context, board, token string) (seat live.Seat, err error) {
	if boardOf(token) != board {
		return seat, nil
	}
	hash := live.Hash(token)
	err = s.Rooms.View(ctx, board, func(b *boards.Board) {
		if key := b.KeyOf(hash); key != nil && key.Str("use") == "seat" {
			seat = seatBy(board, key)
			seat.Key, seat.Waits = hash, b.Waiting(key.Str("person_id"))
		}
	})
	return seat, err
}

// seatBy gives who sits by a key: a person, nobody, or an owner, whom their link stands for.
func seatBy(board string, key *boards.Record) live.Seat {
	seat := live.Seat{Board: board, Person: key.Str("person_id"), Role: key.Str("role")}
	if seat.Role == boards.RoleOwner {
		seat.Person = key.Str("from")
	}
	return seat
}

// host finds the seat and insists that it facilitates.
func (s *Server) host(c *fiber.Ctx) (live.Seat, error) {
	seat, err := s.seat(c)
	if err == nil && seat.Role != boards.RoleFacilitator {
		err = bad("not_allowed")
	}
	return seat, err
}
