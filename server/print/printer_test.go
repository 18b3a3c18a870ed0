package print

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf16"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/server/clocktest"
	"muntsaus/server/live"
)

// sample makes the report of a saved workshop.
func sample(t *testing.T, name, language string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	founder, err := boards.Import(data, "board-1", "e1", live.Now())
	if err != nil {
		t.Fatal(err)
	}
	b, err := founder.Board()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := report.HTML(b, nil, report.Options{Language: language, Now: time.Date(2026, 11, 24, 13, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return report.OnPaper(doc)
}

// shared prints for the tests that only look at a document: they do with one browser.
var shared = New("", slog.New(slog.DiscardHandler)).Beside()

func TestMain(m *testing.M) {
	code := m.Run()
	shared.Close()
	os.Exit(code)
}

func printed1(t *testing.T, doc []byte) string {
	t.Helper()
	pdf, err := shared.PDF(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs one of poppler's programs; without it the test fails, it does not look away.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v (poppler-utils is needed)", name, err)
	}
	return string(out)
}

func TestReportBecomesAPDF(t *testing.T) {
	path := printed1(t, sample(t, "workshop", "nl"))
	info := tool(t, "pdfinfo", "-f", "1", "-l", "99", path)
	for _, want := range []string{"Title:           Schade aan de leaseauto · 24 november 2026", "Tagged:          yes", "JavaScript:      no", "Creator:         Muntsaus",
		"Author:          ",
		"Page    1 size:  594.96 x 841.92 pts (A4)", "Page    2 size:  841.92 x 594.96 pts (A4)", "Page    3 size:  841.92 x 594.96 pts (A4)", "Page    4 size:  594.96 x 841.92 pts (A4)"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
	text := strings.Join(strings.Fields(tool(t, "pdftotext", "-layout", path, "-")+tool(t, "pdftotext", path, "-")), " ")
	for _, want := range []string{"Sanne, 36", "Niemand is eigenaar van de hele schade", "Klantcontact leest het schadedossier", "Joris Bakker", "1 dec", "geen eigenaar", "😡", "客户不知道谁负责维修工作",
		"Hasan Yıldız", "Ewa Wołowska", "pagina 1 van 7", "Schade aan de leaseauto · 24 november 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not hold %q", want)
		}
	}
	for _, word := range []string{"العميل", "يتصل", "أحد"} { // poppler turns lam-alef round, so words without one
		if !strings.Contains(text, word) {
			t.Errorf("the text does not hold %q", word)
		}
	}
	fonts := strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")[2:]
	seen := strings.Join(fonts, "\n")
	for _, font := range fonts {
		fields := strings.Fields(font)
		if emb := fields[len(fields)-5]; emb != "yes" {
			t.Errorf("not embedded: %s", font)
		}
	}
	for _, want := range []string{"AtkinsonHyperlegibleNext-Regular CID TrueType", "AtkinsonHyperlegibleNext-Bold", "Fraunces-SemiBold"} {
		if !strings.Contains(strings.Join(strings.Fields(seen), " "), want) {
			t.Errorf("no %s in\n%s", want, seen)
		}
	}
	checkTags(t, path)
	if strings.ContainsRune(text, '\u00ad') {
		t.Error("F2: what is copied holds soft hyphens")
	}
	raw, _ := os.ReadFile(path)
	checkOutline(t, raw)
	checkSheets(t, path)
	for _, want := range []string{"/Lang (nl-NL)", "/Outlines"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("no %s in the file", want)
		}
	}
}

var tag = regexp.MustCompile(`(?m)^( *)(H[1-6]|Table|TR|TH|TD|L|LI|Figure)\b`)

// checkTags reads the structure as poppler does: headings that skip no level, tables whose rows have cells and whose columns are named,
// lists of items, figures.
func checkTags(t *testing.T, path string) {
	t.Helper()
	structure := tool(t, "pdfinfo", "-struct", path)
	seen := map[string]int{}
	level, named := 0, true
	for _, m := range tag.FindAllStringSubmatch(structure, -1) {
		name := m[2]
		seen[name]++
		switch {
		case name[0] == 'H':
			if next := int(name[1] - '0'); next > level+1 {
				t.Errorf("a heading of level %d follows one of level %d", next, level)
			} else {
				level = next
			}
		case name == "Table":
			if !named {
				t.Error("a table names none of its columns or rows")
			}
			named = false
		case name == "TH":
			named = true
		}
	}
	for _, want := range []string{"H1", "H2", "Table", "TR", "TH", "TD", "L", "LI", "Figure"} {
		if seen[want] == 0 {
			t.Errorf("the structure has no %s: %v", want, seen)
		}
	}
	if !named || strings.Count(structure, "/Scope /Column") == 0 || strings.Count(structure, "/Headers ") == 0 {
		t.Error("a cell of a table does not say what it is about")
	}
}

// F4: no sheet holds a line or a legend alone. The foot of a sheet is one line.
func checkSheets(t *testing.T, path string) {
	t.Helper()
	sheets := strings.Split(strings.TrimSuffix(tool(t, "pdftotext", "-layout", path, "-"), "\f"), "\f")
	for i, sheet := range sheets {
		if lines := len(strings.Fields(strings.ReplaceAll(blank.ReplaceAllString(strings.TrimSpace(sheet), "\n"), " ", ""))); lines < 6 {
			t.Errorf("F4: sheet %d of %d holds %d lines", i+1, len(sheets), lines)
		}
	}
}

var blank = regexp.MustCompile(`\n\s*\n`)

var bookmark = regexp.MustCompile(`(?s)^\d+ 0 obj\n<</Title (?:<FEFF([0-9A-F]+)>|\(([^)]*)\)).*/Parent `)

// F3: a bookmark says its heading once, and no heading has two bookmarks.
func checkOutline(t *testing.T, pdf []byte) {
	t.Helper()
	objects, _, err := takeApart(pdf)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, o := range objects {
		m := bookmark.FindSubmatch(o.body)
		if m == nil {
			continue
		}
		text, err := hex.DecodeString(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		var units []uint16
		for i := 0; i+1 < len(text); i += 2 {
			units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
		}
		title := string(utf16.Decode(units)) + string(m[2])
		seen[title]++
		if half := len(title) / 2; title[:half] == title[half:] || strings.ContainsRune(title, '\u00ad') {
			t.Errorf("a bookmark says %q", title)
		}
	}
	for _, want := range []string{"Gevraagd besluit", "Wat we zagen", "Klantuitspraken", "Bijlage"} {
		if seen[want] != 1 {
			t.Errorf("%d bookmarks %q in %v", seen[want], want, seen)
		}
	}
}

// The longest of everything, in every script, comes out on whole sheets: nothing clipped, no sheet cut short.
func TestHardestTextsArePrinted(t *testing.T) {
	path := printed1(t, sample(t, "crowded", "en"))
	text := strings.Join(strings.Fields(tool(t, "pdftotext", path, "-")), "")
	for _, want := range []string{"woningcorporatiemedewerkers", "客户不知道谁负责", "🔥"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not hold %q", want)
		}
	}
	checkSheets(t, path)
	if info := tool(t, "pdfinfo", path); !strings.Contains(info, "Tagged:          yes") {
		t.Errorf("pdfinfo: %s", info)
	}
}

// A document that wants something gets nothing: no request leaves, no script runs.
func TestDocumentReachesNothing(t *testing.T) {
	var asked atomic.Int32
	outside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer outside.Close()
	at := outside.URL
	doc := `<!doctype html><html lang="nl"><title>stil</title><link rel="stylesheet" href="` + at + `/a.css"><img src="` + at + `/b.png"><iframe src="` + at + `/c"></iframe>` +
		`<style>@import url(` + at + `/d.css); @font-face{font-family:x;src:url(` + at + `/e.woff2)} p{font-family:x;background:url(` + at + `/f.png)}</style>` +
		`<p id="p">gedrukt</p><object data="file:///etc/passwd"></object><script>document.getElementById("p").textContent="uitgevoerd";fetch("` + at + `/g")</script></html>`
	text := tool(t, "pdftotext", printed1(t, []byte(doc)), "-")
	if !strings.Contains(text, "gedrukt") || strings.Contains(text, "uitgevoerd") || strings.Contains(text, "root:") {
		t.Errorf("printed %q", text)
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("%d requests left the browser", n)
	}
}

func TestNoBrowserIsSaid(t *testing.T) {
	p := New("/no/such/browser", nil).Beside()
	defer p.Close()
	if _, err := p.PDF(t.Context(), []byte("x")); !errors.Is(err, ErrNoBrowser) {
		t.Errorf("got %v, want ErrNoBrowser", err)
	}
}

// A program that is no browser fails, and soon.
func TestBrokenBrowserIsAnError(t *testing.T) {
	p := New("/bin/false", slog.New(slog.DiscardHandler)).Beside()
	defer p.Close()
	if _, err := p.PDF(t.Context(), []byte("x")); err == nil || errors.Is(err, ErrNoBrowser) {
		t.Errorf("got %v", err)
	}
}

func TestOneBrowserIsSharedAndRests(t *testing.T) {
	var said bytes.Buffer
	p := New("", slog.New(slog.NewTextHandler(&said, nil))).Beside()
	p.idleTime = 300 * time.Millisecond
	defer p.Close()
	doc := []byte("<!doctype html><html lang=nl><title>kort</title><p>een")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := p.PDF(context.Background(), doc); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if !p.Warm() {
		t.Error("the browser is not kept")
	}
	deadline := time.Now().Add(clocktest.Patience)
	for p.Warm() && time.Now().Before(deadline) {
		time.Sleep(50 * time.Millisecond)
	}
	if p.Warm() {
		t.Error("the browser does not rest")
	}
	if _, err := p.PDF(context.Background(), doc); err != nil { // and starts again
		t.Error(err)
	}
	if n := strings.Count(said.String(), "sandbox"); n > 1 || (n == 0 && isRoot()) {
		t.Errorf("said %d times: %s", n, said.String())
	}
}

func TestNothingStaysInTheTemporaryFolder(t *testing.T) {
	dir, err := os.MkdirTemp("", "print") // not t.TempDir: the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	t.Setenv("TMPDIR", dir)
	p := New("", slog.New(slog.DiscardHandler)).Beside()
	if _, err := p.PDF(t.Context(), []byte("<!doctype html><html lang=nl><title>kort</title><p>een")); err != nil {
		t.Error(err)
	}
	p.Close()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestWaitingEndsWithTheAsker(t *testing.T) {
	p := New("", slog.New(slog.DiscardHandler)).Beside()
	defer p.Close()
	p.turn <- struct{}{} // somebody prints
	defer func() { <-p.turn }()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := p.PDF(ctx, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the asker's own end", err)
	}
	for range waitMost {
		p.waiting <- struct{}{}
	}
	if _, err := p.PDF(t.Context(), nil); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
}

var madeAt = regexp.MustCompile(`/(CreationDate|ModDate) \(D:[^)]*\)`)

// The same board gives the same bytes, but for the moment of printing: the two dates among the properties of the file.
func TestSameBoardSamePDF(t *testing.T) {
	doc := sample(t, "workshop", "nl")
	var made [2][]byte
	for i := range made {
		pdf, err := shared.PDF(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(madeAt.FindAll(pdf, -1)); n != 2 {
			t.Errorf("%d dates", n)
		}
		made[i] = madeAt.ReplaceAll(pdf, nil)
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Errorf("%d and %d bytes differ", len(made[0]), len(made[1]))
	}
}
