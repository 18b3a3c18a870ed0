package web

import (
	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/template"
	"muntsaus/server/live"
)

// copyBoard makes a new board of what was prepared for this one: departments, customer, journey and agenda, without people, answers and
// what was written in the session. Whoever copies it facilitates, under the same name. The date is today's until another is chosen.
func (s *Server) copyBoard(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	title, date := f.text("title"), f.text("date")
	if err := f.done(); err != nil {
		return err
	}
	return s.again(c, seat, func(b *boards.Board, m made, epoch string, now boards.Moment) (*boards.Founder, error) {
		return boards.Copy(b, m.BoardID, epoch, renamed(b, title, date, now), now)
	})
}

// renamed gives the title and the date of a board made of another: as asked, else the title it had, and today.
func renamed(b *boards.Board, title, date string, now boards.Moment) boards.Fields {
	shop := b.Workshop()
	return boards.Fields{"title": orElse(title, shop.Title), "date": orElse(date, template.Today(now.At, shop.TimeZone))}
}

// founding makes a board of another, as whoever asks will have it.
type founding func(b *boards.Board, m made, epoch string, now boards.Moment) (*boards.Founder, error)

// again makes a board of one that is there. Whoever asks facilitates it, under the same name.
func (s *Server) again(c *fiber.Ctx, seat live.Seat, found founding) error {
	done, err := s.importTurn(c, seat.Board+" "+seat.Person)
	if err != nil {
		return err
	}
	defer done()
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		var founder *boards.Founder
		var copied error
		name := ""
		err := s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) {
			founder, copied = found(b, m, epoch, now)
			if person := b.Get(seat.Person); person != nil {
				name = person.Str("name")
			}
		})
		switch {
		case err != nil:
			return nil, "", err
		case copied != nil:
			return nil, "", copied
		}
		founder.FoundBy(m.JoinCode)
		host := founder.Put("person", "", boards.Fields{"name": orElse(name, "Facilitator"), "role": boards.RoleFacilitator})
		m.hangKeys(founder, host)
		board, err := founder.Board()
		return board, host, err
	}, alone)
}

// orElse gives the first of two texts that says something.
func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
