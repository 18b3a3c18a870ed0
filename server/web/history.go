package web

import (
	"encoding/json"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// milestone is a moment one can look back at, with what it is called by: an agenda item has a title, a round its sort and number.
type milestone struct {
	boards.Milestone
	Title   string `json:"title,omitempty"`
	Collect string `json:"collect,omitempty"`
	Number  int    `json:"number,omitempty"`
}

// history lists the moments of a board that its facilitator can look back at, the oldest first.
func (s *Server) history(c *fiber.Ctx) error {
	seat, err := s.host(c)
	if err != nil {
		return err
	}
	list, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) []milestone {
		list := []milestone{}
		for _, m := range b.Milestones() {
			next := milestone{Milestone: m}
			if r := b.WasAt(m.ID, m.N); r != nil {
				next.Title, next.Collect = r.Str("title"), r.Str("collect")
				next.Number, _ = r.Int("number")
			}
			list = append(list, next)
		}
		return list
	})
	if err != nil {
		return err
	}
	return c.JSON(list)
}

// moment is a board as it was.
type moment struct {
	Records []*boards.Record `json:"records"`
	Insight json.RawMessage  `json:"insight,omitempty"`
}

// asOf gives the board of whoever asks as everybody saw it at the milestone the address names.
func (s *Server) asOf(c *fiber.Ctx) (seat live.Seat, then *boards.Board, err error) {
	if seat, err = s.host(c); err != nil {
		return seat, nil, err
	}
	n, err := strconv.Atoi(c.Params("n"))
	if err != nil {
		return seat, nil, bad("not_found")
	}
	then, err = live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) *boards.Board { return b.AsOf(n) })
	if err == nil && then == nil {
		err = bad("not_found")
	}
	return seat, then, err
}

// historyAt gives the records of a board as they were at a milestone, and what follows from them.
func (s *Server) historyAt(c *fiber.Ctx) error {
	_, then, err := s.asOf(c)
	if err != nil {
		return err
	}
	m := moment{Records: then.Public()}
	if s.Rooms.Insight != nil {
		m.Insight = s.Rooms.InsightOn(then)
	}
	return c.JSON(m)
}

// putBack makes a new board of a moment of this one: as a file of it that was saved then and is opened now. The board itself stays.
func (s *Server) putBack(c *fiber.Ctx) error {
	if _, err := s.host(c); err != nil {
		return err
	}
	f, err := ask(c)
	if err != nil {
		return err
	}
	title := f.text("title")
	if err := f.done(); err != nil {
		return err
	}
	seat, then, err := s.asOf(c)
	if err != nil {
		return err
	}
	done, err := s.importTurn(c, seat.Board+" "+seat.Person)
	if err != nil {
		return err
	}
	defer done()
	return s.settle(c, func(m made, epoch string, now boards.Moment) (*boards.Board, string, error) {
		founder, err := boards.Import(boards.Export(then), m.BoardID, epoch, now)
		if err != nil {
			return nil, "", err
		}
		founder.Rename(orElse(title, then.Workshop().Title))
		return m.opens(founder)
	}, alone)
}
