package web

import (
	"errors"
	"strings"

	"muntsaus/server/print"
)

// errNoPDF is what a server without a browser says; a page links the report beside it.
var errNoPDF = &problem{503, "unavailable", [2]string{
	"Deze server kan geen PDF maken. Open het verslag in je browser en kies daar Afdrukken, Opslaan als PDF.",
	"This server cannot make a PDF. Open the report in your browser and choose Print, Save as PDF there."}}

var errPrintBusy = &problem{503, "unavailable", [2]string{
	"De PDF laat op zich wachten. Probeer het over een minuut weer, of druk het verslag af vanuit je browser.",
	"The PDF takes too long. Try again in a minute, or print the report from your browser."}}

// pdf is the page of the report, printed.
func (t takeaway) pdf() ([]byte, error) {
	if t.server.Printer == nil {
		return nil, errNoPDF
	}
	return t.get("pdf", t.printed)
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

// boardURL is where the board lives for people, when the server was told its address; a guess from the request could lead anywhere.
func (s *Server) boardURL(id string) string {
	if len(s.PublicURLs) == 0 {
		return ""
	}
	return strings.TrimRight(s.PublicURLs[0], "/") + "/b/" + id
}
