package report

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"muntsaus/boards"
	"muntsaus/boards/boardtest"
)

// everyFile makes all that a board gives to take along, by its name.
func everyFile(t *testing.T, b *boards.Board, language string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{"md": Markdown(b, language), "ics": Calendar(b, language), "invitation": InvitationCalendar(b, "https://workshop.example")}
	for name, make := range map[string]func(*boards.Board, string) ([]byte, error){"fixes": FixesCSV, "pains": PainsCSV, "jira": TasksJira,
		"trello": TasksTrello, "planner": TasksPlanner, "svg": SVG, "xlsx": workbookOf, "html": htmlOf} {
		data, err := make(b, language)
		if err != nil {
			t.Fatal(name, err)
		}
		files[name] = data
	}
	return files
}

func workbookOf(b *boards.Board, language string) ([]byte, error) {
	var out bytes.Buffer
	err := Workbook(&out, b, language)
	return out.Bytes(), err
}

func htmlOf(b *boards.Board, language string) ([]byte, error) {
	return HTML(b, nil, Options{Language: language, Now: instant, Base: "https://workshop.example/b/board-1"})
}

// Whatever text stands in every field of every kind: the board comes in and goes out whole, and every file is still what it says it is.
func TestNaughtyTextsInEveryField(t *testing.T) {
	kinds := 0
	for _, name := range append([]string{""}, sorted(boardtest.Naughty)...) { // a plain text first, to compare with
		text := boardtest.Naughty[name]
		if name == "" {
			text = "een gewone tekst"
		}
		t.Run(name, func(t *testing.T) {
			b, left, err := boardtest.Open(boardtest.Everywhere(text))
			if err != nil {
				t.Fatal(err)
			}
			if kinds = max(kinds, kindsOn(b)); kindsOn(b) != kinds {
				t.Errorf("%d kinds of %d: %v", kindsOn(b), kinds, left)
			}
			files := everyFile(t, b, []string{"nl", "en"}[len(text)%2])
			for file, check := range sound {
				if name == "" && file != "xlsx" && !bytes.Contains(files[file], []byte(text)) {
					t.Errorf("%s does not hold the text", file)
				}
				check(t, file, files[file])
			}
			first := boards.Export(b)
			again, left, err := boardtest.Open(first)
			if err != nil || len(left) > 0 || !bytes.Equal(boards.Export(again), first) {
				t.Errorf("the file does not come back as it was: %v, %v", left, err)
			}
		})
	}
	if kinds < 45 {
		t.Errorf("only %d kinds", kinds)
	}
}

func sorted(texts map[string]string) (names []string) {
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func kindsOn(b *boards.Board) int {
	kinds := map[string]bool{}
	for _, r := range b.Public() {
		kinds[r.Kind] = true
	}
	return len(kinds)
}

// sound says of each file whether it is well made.
var sound = map[string]func(t *testing.T, name string, data []byte){
	"html": soundPage, "md": soundMarkdown, "svg": soundDrawing, "xlsx": soundWorkbook, "ics": soundCalendar, "invitation": soundCalendar,
	"fixes": soundCSV, "pains": soundCSV, "jira": soundCSV, "trello": soundCSV, "planner": soundCSV,
}

var (
	quoted  = regexp.MustCompile(`="[^"]*"`)
	strange = regexp.MustCompile(`(?i)<(script|iframe|img|link|object|embed|form|meta http)|<[^>]*\s(on\w+|style|srcdoc)=`)
	named   = regexp.MustCompile(` id="([^"]*)"`)
	leading = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
)

func soundPage(t *testing.T, _ string, data []byte) {
	doc := string(data)
	body := doc[strings.Index(doc, "</style>"):]
	if found := strange.FindString(quoted.ReplaceAllString(body, `=""`)); found != "" || strings.Contains(body, "ZgotmplZ") || strings.Contains(body, "%!") && !strings.Contains(body, "%!v(") {
		t.Errorf("the page holds %q", found)
	}
	if strings.Count(doc, "<style") != 1 || strings.Count(doc, "</style") != 1 || strings.Count(doc, "</html>") != 1 {
		t.Error("the page does not end where it should")
	}
	for _, link := range leading.FindAllStringSubmatch(body, -1) {
		if to := html.UnescapeString(link[1]); !strings.HasPrefix(to, "#") && !strings.HasPrefix(to, "https://workshop.example/") {
			t.Errorf("the page leads to %s", to)
		}
	}
	eachHasItsName(t, body)
	style := doc[strings.Index(doc, "<style>"):strings.Index(doc, "</style>")]
	if n := strings.Count(style, "{") - strings.Count(style, "}"); n != 0 && !strings.Contains(style, `content: "`) {
		t.Errorf("the style has %d braces too many", n)
	}
	if strings.Contains(style, "@import") {
		t.Error("the style holds an order of somebody")
	}
}

// eachHasItsName: a reference leads to one place.
func eachHasItsName(t *testing.T, body string) {
	t.Helper()
	ids := map[string]bool{}
	for _, id := range named.FindAllStringSubmatch(body, -1) {
		if ids[id[1]] {
			t.Errorf("two things are called %s", id[1])
		}
		ids[id[1]] = true
	}
}

var (
	diagramLine = regexp.MustCompile(`^ {4}(title|section) [^:;]|^ {6}[^:]*: [1-5]: [^:]+$`)
	bareMark    = regexp.MustCompile("(^|[^\\\\])[<>`]")
)

func soundMarkdown(t *testing.T, _ string, data []byte) {
	parts := strings.Split(string(data), "\n```")
	if len(parts) != 3 {
		t.Fatalf("%d fences", len(parts)-1)
	}
	for _, line := range strings.Split(parts[1], "\n")[2:] {
		if !diagramLine.MatchString(line) {
			t.Errorf("the diagram has the line %q", line)
		}
	}
	if found := bareMark.FindString(parts[0] + parts[2]); found != "" {
		t.Errorf("the text holds %q", found)
	}
	for line := range strings.SplitSeq(parts[2], "\n") {
		if bars := strings.Count(line, "|") - strings.Count(line, `\|`); strings.HasPrefix(line, "|") && bars != 4 {
			t.Errorf("%d bars in %q", bars, line)
		}
	}
}

func soundDrawing(t *testing.T, _ string, data []byte) {
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the drawing: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if slices.Contains([]string{"script", "image", "a", "foreignObject", "use"}, start.Name.Local) {
				t.Errorf("the drawing holds a %s", start.Name.Local)
			}
			for _, a := range start.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Errorf("the drawing has a %s", a.Name.Local)
				}
			}
		}
	}
}

func soundWorkbook(t *testing.T, _ string, data []byte) {
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(in); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "f" {
				t.Errorf("%s holds a formula", part.Name)
			}
		}
		in.Close()
	}
}

func soundCSV(t *testing.T, name string, data []byte) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	if head, _, _ := bytes.Cut(data, []byte("\n")); bytes.Contains(head, []byte(";")) {
		r.Comma = ';'
	}
	rows, err := r.ReadAll()
	if err != nil || len(rows) > 3 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if begin := strings.TrimLeft(cell, " \n\t\u00a0"); begin != "" && strings.ContainsRune("=+-@", rune(begin[0])) && !number.MatchString(cell) {
				t.Errorf("%s: %q is a formula", name, cell)
			}
		}
	}
}

var number = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)

var calendarNames = []string{"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND",
	"SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "TRANSP", "CLASS", "CREATED", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE"}

func soundCalendar(t *testing.T, name string, data []byte) {
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("%s: the line %q", name, line)
		}
	}
	depth := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(string(data), "\r\n ", ""), "\r\n"), "\r\n") {
		key, _, _ := strings.Cut(line, ":")
		if key, _, _ = strings.Cut(key, ";"); !slices.Contains(calendarNames, key) {
			t.Errorf("%s has the line %q", name, line)
		}
		depth += map[string]int{"BEGIN": 1, "END": -1}[key]
	}
	if depth != 0 {
		t.Errorf("%s does not end", name)
	}
}
