package web

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
	"muntsaus/server/print"
)

func withPrinter(t *testing.T, path string) setting {
	p := print.New(path, nil).Beside()
	t.Cleanup(p.Close)
	return func(_ *live.Options, c *Config) { c.Printer = p }
}

func TestReportIsServedUnderItsOwnPolicy(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	path := "/api/boards/" + board.str("boardId") + "/report"
	a := h.ask("GET", path+"?lang=en", "", bearerOf(board.str("seat"))...).want(t, 200)
	if got := a.header.Get("Content-Security-Policy"); got != report.Policy(a.body) || !strings.Contains(got, "sandbox allow-popups") {
		t.Errorf("policy %s", got)
	}
	framed := h.ask("GET", path+"?lang=en&frame=1", "", bearerOf(board.str("seat"))...).want(t, 200)
	if got := framed.header.Get("Content-Security-Policy"); got != report.FramePolicy(framed.body) {
		t.Errorf("in a frame: policy %s", got)
	}
	if !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") || !strings.Contains(string(a.body), "The journey of Sanne") {
		t.Error("not the English page")
	}
	if !strings.Contains(string(h.ask("GET", path, "", bearerOf(board.str("seat"))...).want(t, 200).body), "De reis van Sanne") {
		t.Error("without a wish it speaks the language of the board")
	}
	for _, kind := range []string{"report", "report.pdf", "workbook.xlsx"} {
		h.ask("GET", "/api/boards/"+board.str("boardId")+"/"+kind, "").want(t, 404)
	}
}

// printed asks for a PDF as often as the server says that it is late, as people do: a browser has a limit of twenty seconds, and a busy
// machine may need more.
func (h *house) printed(path, seat string) answer {
	h.t.Helper()
	a := h.ask("GET", path, "", bearerOf(seat)...)
	for tries := 1; tries < 6 && a.status == http.StatusServiceUnavailable; tries++ {
		a = h.ask("GET", path, "", bearerOf(seat)...)
	}
	return a
}

func TestPDFOfTheReport(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), withPrinter(t, ""))
	board := h.create("lease")
	a := h.printed("/api/boards/"+board.str("boardId")+"/report.pdf", board.str("seat")).want(t, 200)
	if !bytes.HasPrefix(a.body, []byte("%PDF-")) || a.header.Get("Content-Type") != "application/pdf" {
		t.Errorf("%s: %.20q", a.header.Get("Content-Type"), a.body)
	}
	if got := a.header.Get("Content-Disposition"); !strings.HasPrefix(got, `attachment; filename="klantreis_`) ||
		!strings.HasSuffix(got, `.pdf"`) {
		t.Errorf("file %s", got)
	}
}

func TestWithoutABrowserThePDFIsExplained(t *testing.T) {
	t.Parallel()
	for _, settings := range [][]setting{nil, {withPrinter(t, "/no/such/browser")}} {
		h := openHouse(t, oplog.NewMemory(), settings...)
		board := h.create("blank")
		a := h.ask("GET", "/api/boards/"+board.str("boardId")+"/report.pdf", "", append(bearerOf(board.str("seat")), "Accept-Language", "nl")...).
			want(t, 503)
		if a.code() != "unavailable" || !strings.Contains(string(a.body), "Opslaan als PDF") {
			t.Errorf("%s", a.body)
		}
	}
}

func TestWorkbook(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("lease")
	a := h.ask("GET", "/api/boards/"+board.str("boardId")+"/workbook.xlsx", "", bearerOf(board.str("seat"))...).want(t, 200)
	if !bytes.HasPrefix(a.body, []byte("PK")) || !strings.Contains(a.header.Get("Content-Disposition"), ".xlsx") {
		t.Errorf("%v", a.header)
	}
}

func TestFileNames(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Schade aan de leaseauto":  `attachment; filename="klantreis_schade-aan-de-leaseauto_2026-11-22.pdf"`,
		"Café: één / \"twee\"\n..": `attachment; filename="klantreis_cafe-een-twee_2026-11-22.pdf"`,
		"../../etc/passwd":         `attachment; filename="klantreis_etc-passwd_2026-11-22.pdf"`,
		"🔥":                        `attachment; filename="klantreis_2026-11-22.pdf"`,
		"客户":                       `attachment; filename="klantreis____2026-11-22.pdf"; filename*=UTF-8''klantreis_%E5%AE%A2%E6%88%B7_2026-11-22.pdf`,
	} {
		if got := disposition("attachment", fileName(boards.Workshop{Title: title, Date: "2026-11-22", Language: "nl"}, "", "pdf")); got != want {
			t.Errorf("%q: %s", title, got)
		}
	}
}
