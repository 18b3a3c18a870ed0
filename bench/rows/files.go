package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// files are the rows about what a board gives to take along.
var files = []probe{{"F5", datesOfTheWorkbook}, {"F6", codesInTheList}, {"F7", calendar}, {"F8", searchedHead}, {"F9", clearedFields}}

// fixed makes a board with a merged pain and an agreed fix, and gives the lines of it.
func (h *house) fixed() (b board, desk *line, fix string) {
	b = h.board("lease")
	desk = h.line(b, b.seat)
	step := desk.first("step")
	one, into := desk.pain(step, "De klant belt drie keer"), desk.pain(step, "Niemand is eigenaar van de schade")
	desk.do(act("merge", one, op{"into": into}))
	fix = id()
	desk.do(put("fix", fix, op{"text": "Bel de klant\nvoor vijf uur", "kind": "process", "status": "agreed", "due_date": "2026-12-03",
		"pain_ids": []string{one}, "check_dates": []string{"2026-12-08", "2027-01-05"}}))
	return b, desk, fix
}

// datesOfTheWorkbook: what kind of cell a date is, and who wrote the file.
func datesOfTheWorkbook(h *house) string {
	b, _, _ := h.fixed()
	data := []byte(h.file(b, "workbook.xlsx"))
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(err)
	var sheets, core string
	for _, part := range parts.File {
		f, err := part.Open()
		must(err)
		text, err := io.ReadAll(f)
		must(err)
		f.Close()
		if strings.HasPrefix(part.Name, "xl/worksheets/") || part.Name == "xl/sharedStrings.xml" {
			sheets += string(text)
		}
		if part.Name == "docProps/core.xml" {
			core = string(text)
		}
	}
	days := time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC).Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	if !strings.Contains(sheets, fmt.Sprintf("<v>%.0f</v>", days)) {
		return "the date is a text"
	}
	library := strings.Contains(core, "xuri") || strings.Contains(core, "2006-")
	return say(library, "its properties say %.120s", tags.ReplaceAllString(core, " "))
}

// codesInTheList: a Dutch list of fixes.
func codesInTheList(h *house) string {
	b, _, _ := h.fixed()
	text := h.file(b, "fixes.csv")
	switch {
	case strings.Contains(text, "process;agreed"):
		return "codes: process;agreed"
	case strings.Contains(text, "De klant belt drie keer"):
		return "a merged pain by its own text"
	}
	return say(strings.Contains(text, "klant\r\nvoor"), "CR LF inside a cell")
}

// calendar: what the calendar of the fixes says, and what of it changes when a date moves.
func calendar(h *house) string {
	b, desk, fix := h.fixed()
	unfolded := func() string { return strings.ReplaceAll(h.file(b, "fixes.ics"), "\r\n ", "") }
	first := unfolded()
	switch {
	case strings.Contains(first, "METHOD"):
		return "METHOD without an organiser"
	case !strings.Contains(first, b.id):
		return "no board in the UID"
	case !strings.Contains(first, "20261208"):
		return "no day of looking back"
	}
	sequence := regexp.MustCompile(`SEQUENCE:\d+`)
	before := sequence.FindAllString(first, -1)
	desk.do(set(fix, op{"due_date": "2026-12-10"}))
	return say(encode(before) == encode(sequence.FindAllString(unfolded(), -1)), "no SEQUENCE that grows: %v", before)
}

// searchedHead: a search in the PDF for the head of a column.
func searchedHead(h *house) string {
	b := h.sample("workshop")
	text := h.printed(b, "pdftotext")
	return say(strings.Contains(text, "\u00ad"), "soft hyphens in the text: %q", regexp.MustCompile(`\S*\x{00ad}\S*`).FindString(text))
}

// clearedFields: a field with a default is cleared, the board goes out and comes in.
func clearedFields(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	persona := desk.first("persona")
	desk.do(set(persona, op{"is_fictional": nil}))
	first := h.file(b, "board.json")
	again := h.made(h.ask("POST", "/api/boards/import", "", first))
	l := h.line(again, again.seat)
	value, back := l.record(persona).Fields["is_fictional"]
	return say(back && value != nil, "persona.is_fictional is %v again", value)
}
