package web

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"time"
	"unicode"

	"github.com/gofiber/fiber/v2"
	"golang.org/x/text/unicode/norm"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/print"
)

// errNoPDF is what a server without a browser says; a page links the report beside it.
var errNoPDF = &problem{503, "unavailable", [2]string{
	"Deze server kan geen PDF maken. Open het verslag in je browser en kies daar Afdrukken, Opslaan als PDF.",
	"This server cannot make a PDF. Open the report in your browser and choose Print, Save as PDF there."}}

var errPrintBusy = &problem{503, "unavailable", [2]string{
	"De PDF laat op zich wachten. Probeer het over een minuut weer, of druk het verslag af vanuit je browser.",
	"The PDF takes too long. Try again in a minute, or print the report from your browser."}}

// report answers with the summary as one page under a policy of its own: no script, nothing from outside.
func (s *Server) report(c *fiber.Ctx) error {
	from := time.Now()
	doc, _, err := s.reportOf(c)
	if err != nil {
		return err
	}
	s.Metrics.report("html", from, "ok")
	c.Set("Content-Security-Policy", report.Policy(doc))
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(doc)
}

// reportPDF answers with the same page, printed.
func (s *Server) reportPDF(c *fiber.Ctx) error {
	doc, shop, err := s.reportOf(c)
	if err != nil {
		return err
	}
	if s.Printer == nil {
		return errNoPDF
	}
	from := time.Now()
	// Not the request's own context: another goroutine would wait on it, and it belongs to the next request by then. Printing has
	// a time limit, and ends when the printer is closed.
	pdf, err := s.Printer.PDF(context.Background(), doc)
	s.Metrics.report("pdf", from, outcomeOf(err))
	switch {
	case errors.Is(err, print.ErrNoBrowser):
		return errNoPDF
	case err != nil:
		s.Logger.Error("no PDF", "err", err)
		return errPrintBusy
	}
	c.Set(fiber.HeaderContentDisposition, disposition(fileName(shop, "pdf")))
	c.Set("Content-Security-Policy", filePolicy)
	c.Set(fiber.HeaderContentType, "application/pdf")
	return c.Send(pdf)
}

// outcomeOf is how a print ended, as a label.
func outcomeOf(err error) string {
	switch {
	case err == nil:
		return "ok"
	case errors.Is(err, print.ErrNoBrowser):
		return "no_browser"
	case errors.Is(err, print.ErrBusy):
		return "busy"
	case errors.Is(err, print.ErrTime):
		return "time"
	}
	return "failed"
}

// workbook answers with the lists as a spreadsheet.
func (s *Server) workbook(c *fiber.Ctx) error {
	var out bytes.Buffer
	board, language, err := s.boardOf(c)
	if err != nil {
		return err
	}
	if err := report.Workbook(&out, board, language); err != nil {
		return err
	}
	c.Set(fiber.HeaderContentDisposition, disposition(fileName(board.Workshop(), "xlsx")))
	c.Set("Content-Security-Policy", filePolicy)
	c.Set(fiber.HeaderContentType, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	return c.Send(out.Bytes())
}

func (s *Server) reportOf(c *fiber.Ctx) ([]byte, boards.Workshop, error) {
	board, language, err := s.boardOf(c)
	if err != nil {
		return nil, boards.Workshop{}, err
	}
	doc, err := report.HTML(board, nil,
		report.Options{Language: language, Now: time.UnixMilli(s.Rooms.Moment().At), Base: s.boardURL(board.ID), Version: s.Version})
	return doc, board.Workshop(), err
}

// boardOf gives a copy of the board the request is about, so that the room goes on while a report is made of it.
func (s *Server) boardOf(c *fiber.Ctx) (*boards.Board, string, error) {
	seat, err := s.seat(c)
	if err != nil {
		return nil, "", err
	}
	var now boards.Snapshot
	if err := s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) { now = b.Snapshot() }); err != nil {
		return nil, "", err
	}
	board, err := boards.Open(now)
	if err != nil {
		return nil, "", err
	}
	language := board.Workshop().Language
	if wish := c.Query("lang"); wish == "nl" || wish == "en" {
		language = wish
	}
	return board, language, nil
}

// boardURL is where the board lives for people, when the server was told its address; a guess from the request could lead anywhere.
func (s *Server) boardURL(id string) string {
	if len(s.PublicURLs) == 0 {
		return ""
	}
	return strings.TrimRight(s.PublicURLs[0], "/") + "/b/" + id
}

// fileName is klantreis_{title}_{date}.{kind} (method.md 5.3), in letters every system can store.
func fileName(shop boards.Workshop, kind string) string {
	parts := []string{"klantreis"}
	if shop.Language == "en" {
		parts[0] = "journey"
	}
	if slug := slugOf(shop.Title); slug != "" {
		parts = append(parts, slug)
	}
	if shop.Date != "" {
		parts = append(parts, shop.Date)
	}
	return strings.Join(parts, "_") + "." + kind
}

// slugOf keeps letters and digits of any script, without accents and without what a path could mean.
func slugOf(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case unicode.Is(unicode.Mn, r) && r < 0x370: // the accents of Latin
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	slug := []rune(norm.NFC.String(b.String()))
	return strings.Trim(string(slug[:min(len(slug), 60)]), "-")
}

// disposition names a file to save, for old readers in ASCII and for the others as it is (RFC 6266, RFC 5987).
func disposition(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r > 0x7E || r < 0x20 || r == '"' || r == '\\' {
			return '_'
		}
		return r
	}, name)
	if plain == name {
		return `attachment; filename="` + name + `"`
	}
	return `attachment; filename="` + plain + `"; filename*=UTF-8''` + percentEncoded(name)
}

func percentEncoded(name string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(name) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
