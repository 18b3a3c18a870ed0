package web

import (
	"net/url"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/live"
)

// invitation answers whoever leads with what to paste into a mail: subject and text, in the language of the board.
func (s *Server) invitation(c *fiber.Ctx) error {
	return s.invite(c, func(b *boards.Board, at string) error { return c.JSON(report.Invite(b, at)) })
}

// invitationICS answers with the same as a file for a calendar.
func (s *Server) invitationICS(c *fiber.Ctx) error {
	return s.invite(c, func(b *boards.Board, at string) error {
		shop := b.Workshop()
		part := "uitnodiging"
		if shop.Language != "nl" {
			part = "invitation"
		}
		c.Set(fiber.HeaderContentType, calendarType)
		return attach(c, fileName(shop, part, "ics"), report.InvitationCalendar(b, at))
	})
}

// invite writes an invitation to the board of a facilitator, with a link to the address that was named.
func (s *Server) invite(c *fiber.Ctx, write func(b *boards.Board, at string) error) error {
	seat, err := s.seat(c)
	if err != nil {
		return err
	}
	at := s.reachedAt(c)
	switch {
	case useOf(seat.Role) != "host":
		return bad("not_allowed")
	case at == "":
		return bad("bad_value")
	}
	still, err := live.Look(c.Context(), s.Rooms, seat.Board, (*boards.Board).Still)
	if err != nil {
		return err
	}
	return write(still.Board(), at)
}

// reachedAt gives the address that people shall use, ours alone: what a page names as `at`, else a public one, else the one that was
// asked. "" for an address that is not ours: a link in an invitation leads nowhere else.
func (s *Server) reachedAt(c *fiber.Ctx) string {
	at := strings.TrimRight(c.Query("at"), "/")
	switch {
	case at == "" && len(s.PublicURLs) > 0:
		return strings.TrimRight(s.PublicURLs[0], "/")
	case at == "":
		return c.BaseURL()
	case isOrigin(at) && s.knows(at, string(c.Context().Host())):
		return at
	case s.Addresses != nil && slices.ContainsFunc(s.Addresses(), func(a Address) bool { return a.URL == at }):
		return at
	}
	return ""
}

// isOrigin says whether an address is scheme and host alone.
func isOrigin(at string) bool {
	u, err := url.Parse(at)
	return err == nil && at == u.Scheme+"://"+u.Host
}
