package web

import (
	"bytes"
	"errors"
	"strings"

	"github.com/gofiber/fiber/v2"

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
	t, err := s.takeaway(c)
	if err != nil {
		return err
	}
	doc, err := t.get("html", t.made(t.summary))
	if err != nil {
		return err
	}
	c.Set("Content-Security-Policy", report.Policy(doc))
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(doc)
}

// reportPDF answers with the same page, printed.
func (s *Server) reportPDF(c *fiber.Ctx) error {
	t, err := s.takeaway(c)
	if err != nil {
		return err
	}
	if s.Printer == nil {
		return errNoPDF
	}
	pdf, err := t.get("pdf", t.printed)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentDisposition, disposition(fileName(t.shop, "pdf")))
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
	t, err := s.takeaway(c)
	if err != nil {
		return err
	}
	file, err := t.get("xlsx", t.made(func(b *boards.Board, language string) ([]byte, error) {
		var out bytes.Buffer
		err := report.Workbook(&out, b, language)
		return out.Bytes(), err
	}))
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentDisposition, disposition(fileName(t.shop, "xlsx")))
	c.Set("Content-Security-Policy", filePolicy)
	c.Set(fiber.HeaderContentType, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	return c.Send(file)
}

// boardURL is where the board lives for people, when the server was told its address; a guess from the request could lead anywhere.
func (s *Server) boardURL(id string) string {
	if len(s.PublicURLs) == 0 {
		return ""
	}
	return strings.TrimRight(s.PublicURLs[0], "/") + "/b/" + id
}
