package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// warnDays is how long before a board goes its facilitator is warned.
const warnDays = 14

// keep tells a facilitator until when the board stays. What is sealed moves no time that anybody sees, so the day is counted from
// the last shared entry: the board goes then or later.
func (s *Server) keep(c *fiber.Ctx) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	if useOf(seat.Role) != "host" {
		return bad("not_allowed")
	}
	rule, now := s.Rooms.Keep, s.Rooms.Moment().At
	answer, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) fiber.Map {
		answer := fiber.Map{"days": rule.DaysOf(b), "standard": rule.Days, "most": rule.Most, "chosen": b.Workshop().RetentionDays,
			"until": nil, "warn": false}
		if until := rule.Until(b, b.SharedAt); until > 0 {
			answer["until"], answer["warn"] = until, until-now <= warnDays*boards.Day
		}
		return answer
	})
	if err != nil {
		return err
	}
	return c.JSON(answer)
}

// ownRecord is one thing a person gave, and whether they can take it back for good.
type ownRecord struct {
	*boards.Record
	Deletable bool `json:"deletable"`
}

// ownData is what somebody gets who asks what is kept of them.
type ownData struct {
	BoardID string         `json:"boardId"`
	Title   string         `json:"title"`
	Person  *boards.Record `json:"person"`
	Shared  []ownRecord    `json:"shared"` // everybody sees these
	Sealed  []ownRecord    `json:"sealed"` // open rounds: nobody else sees them yet
	Voiced  []ownRecord    `json:"voiced"` // revealed scores and claims, linked to you by a pseudonym on the server
	Holds   []ownRecord    `json:"holds"`  // fixes that are yours to do
	Unbound bool           `json:"unbound"`
}

// own tells a person what is kept of them, themselves alone.
func (s *Server) own(c *fiber.Ctx) error {
	data, err := s.ownOf(c)
	if err != nil {
		return err
	}
	return c.JSON(data)
}

// ownFile is the same as a file to keep.
func (s *Server) ownFile(c *fiber.Ctx) error {
	data, err := s.ownOf(c)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentDisposition, disposition("attachment", "muntsaus-mijn-bijdragen.json"))
	c.Set("Content-Security-Policy", filePolicy)
	return c.JSON(data)
}

func (s *Server) ownOf(c *fiber.Ctx) (data ownData, err error) {
	seat, err := s.personSeat(c)
	if err != nil {
		return data, err
	}
	err = s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) {
		own := boards.OwnOf(b, seat.Person)
		list := func(records []*boards.Record) []ownRecord {
			out := make([]ownRecord, 0, len(records))
			for _, r := range records {
				shown := *r
				shown.To = nil
				out = append(out, ownRecord{&shown, boards.MayTakeBack(b, b.Get(r.ID), seat.Person)})
			}
			return out
		}
		data = ownData{BoardID: b.ID, Title: b.Workshop().Title, Person: own.Person, Shared: list(own.Shared), Sealed: list(own.Sealed),
			Voiced: list(own.Voiced), Holds: list(own.Holds), Unbound: revealedNameless(b)}
	})
	return data, err
}

// revealedNameless says whether a round ended whose answers nobody can give back to a person.
func revealedNameless(b *boards.Board) bool {
	for _, round := range b.Shown("round") {
		if round.Str("state") == "revealed" && round.Bool("anonymous") {
			return true
		}
	}
	return false
}

// eraseOwn takes back one record, or everything together with the person.
func (s *Server) eraseOwn(c *fiber.Ctx) error {
	seat, err := s.personSeat(c)
	if err != nil {
		return err
	}
	op := boards.Op{Do: "erase", ID: seat.Person}
	if record := c.Params("record"); record != "" {
		op.Args = map[string]any{"record": record}
	}
	if err := s.act(c, seat, op); err != nil {
		return err
	}
	if op.Args == nil && seat.Role != boards.RoleFacilitator {
		dropSeatCookies(c, seat.Board)
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// personSeat finds a seat that somebody sits on.
func (s *Server) personSeat(c *fiber.Ctx) (live.Seat, error) {
	seat, err := s.seat(c)
	if err == nil && seat.Person == "" {
		err = bad("not_allowed")
	}
	return seat, err
}
