package web

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/live"
	"muntsaus/server/print"
)

// takeaway is a request for a document of a board.
type takeaway struct {
	server   *Server
	board    string
	person   string
	who      string
	leads    bool
	language string
	shop     boards.Workshop
	at       int64 // when the board changed last
	now      edition
	no       *boards.Refusal // why who asks may take nothing along; nil = they may
	gone     func() bool
}

// taking is what a request asks for: what everybody sees on their page anyway, or what the table of rights speaks of.
type taking int

const (
	onPage taking = iota // what the page of who asks shows anyway, or is their own
	along                // what is taken along
	summed               // the summary, which is taken along, and shown to who has its link
)

// right names what the table of rights calls it.
func (t taking) right() string {
	if t == summed {
		return "summary"
	}
	return "files"
}

// takeaway finds who asks for a document, of which board and in which language.
func (s *Server) takeaway(c *fiber.Ctx, what taking) (takeaway, error) {
	seat, err := s.anySeat(c)
	if err == nil && apart(seat.Role) && what == onPage {
		err = bad("not_allowed")
	}
	if err != nil {
		return takeaway{}, err
	}
	conn := c.Context().Conn()
	t := takeaway{server: s, board: seat.Board, person: seat.Person, who: seat.Board + " " + cmp.Or(seat.Person, seat.Key),
		leads: seat.Role == boards.RoleFacilitator || seat.Role == boards.RoleCoFacilitator,
		gone:  func() bool { return hungUp(conn) }}
	type state struct {
		shop boards.Workshop
		at   int64
		of   edition
		no   *boards.Refusal

		language string
	}
	now, err := live.Look(c.Context(), s.Rooms, seat.Board, func(b *boards.Board) state {
		who := boards.Actor{Person: seat.Person, Role: seat.Role}
		shop := b.Workshop()
		language := cmp.Or(boards.ReportOf(b).Language, shop.Language)
		return state{shop, b.SharedAt, editionOf(b), boards.MayTake(b, who, what.right()), language}
	})
	switch {
	case err != nil:
		return t, err
	case what != onPage && now.no != nil:
		return t, now.no
	}
	t.shop, t.at, t.now, t.no, t.language = now.shop, now.at, now.of, now.no, now.language
	if wish := c.Query("lang"); wish == "nl" || wish == "en" {
		t.language = wish
	}
	return t, nil
}

func editionOf(b *boards.Board) edition { return edition{b.Epoch, b.Shared} }

func (t takeaway) get(kind string, make maker) ([]byte, error) {
	return t.server.documents.get(document{t.board, kind, t.language}, t.now, t.who, t.gone, make)
}

// made makes a document of the board as it is when its turn comes, while the room goes on.
func (t takeaway) made(build func(b *boards.Board, language string) ([]byte, error)) maker {
	return func(ctx context.Context, begun func(edition)) ([]byte, error) {
		done, err := t.server.documents.alone(ctx, t.board)
		if err != nil {
			return nil, err
		}
		defer done()
		still, err := live.Look(ctx, t.server.Rooms, t.board, (*boards.Board).Still)
		if err != nil {
			return nil, err
		}
		board := still.Board()
		begun(editionOf(board))
		return build(board, t.language)
	}
}

// summary makes the page of the report.
func (t takeaway) summary(board *boards.Board, language string) ([]byte, error) {
	from := time.Now()
	doc, err := report.HTML(board, nil, report.Options{Language: language, Now: time.UnixMilli(t.server.Rooms.Moment().At),
		Base: t.server.boardURL(board.ID), Version: t.server.Version})
	t.server.Metrics.report("html", from, outcomeOf(err))
	return doc, err
}

// paper makes the page as it is printed.
func (t takeaway) paper(board *boards.Board, language string) ([]byte, error) {
	doc, err := t.summary(board, language)
	if err != nil {
		return nil, err
	}
	return report.OnPaper(doc), nil
}

// printed makes the page when the printer is free, and prints it.
func (t takeaway) printed(ctx context.Context, begun func(edition)) ([]byte, error) {
	from := time.Now()
	pdf, err := t.server.Printer.Print(ctx, func(ctx context.Context) ([]byte, error) { return t.made(t.paper)(ctx, begun) })
	if ctx.Err() != nil {
		return nil, errHungUp // everybody did
	}
	t.server.Metrics.report("pdf", from, outcomeOf(err))
	switch {
	case err == nil, errors.Is(err, boards.ErrGone):
		return pdf, err
	case errors.Is(err, print.ErrNoBrowser):
		return nil, errNoPDF
	}
	t.server.Logger.Error("no PDF", "err", err)
	return nil, errPrintBusy
}
