package web

import (
	"bytes"
	"encoding/csv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"muntsaus/boards"
)

// action is one fix in words.
type action struct {
	id string
	boards.Fix
	owner       string
	departments string
	pains       string
}

// actions reads the fixes of the board the request is about, in their order, and the language to write them in.
func (s *Server) actions(c *fiber.Ctx) (list []action, shop boards.Workshop, at int64, err error) {
	seat, err := s.seat(c)
	if err != nil {
		return nil, shop, 0, err
	}
	err = s.Rooms.View(c.Context(), seat.Board, func(b *boards.Board) {
		shop, at = b.Workshop(), b.SharedAt
		if lang := c.Query("lang"); lang == "nl" || lang == "en" {
			shop.Language = lang
		}
		names := boards.Names(b, shop.Language)
		for _, r := range b.All("fix") {
			list = append(list, actionOf(b, r, names))
		}
	})
	return list, shop, at, err
}

func actionOf(b *boards.Board, r *boards.Record, names map[string]string) action {
	a := action{id: r.ID, Fix: boards.Read[boards.Fix](r)}
	a.owner = boards.OwnerName(b, a.Fix, names)
	a.departments = named(b, a.DepartmentIDs, "name")
	a.pains = named(b, a.PainIDs, "text")
	return a
}

func named(b *boards.Board, ids []string, field string) string {
	var names []string
	for _, id := range ids {
		if r := b.Get(id); r != nil {
			names = append(names, r.Str(field))
		}
	}
	return strings.Join(names, " | ")
}

var csvHead = map[string][]string{
	"nl": {"Verbetering", "Soort", "Status", "Wie", "Buddy", "Wanneer klaar", "Eerste stap", "Klaar als", "Nodig van", "Afdelingen", "Pijnpunten", "Terugkijken"},
	"en": {"Fix", "Kind", "Status", "Owner", "Buddy", "Due", "First step", "Done when", "Needs from", "Departments", "Pains", "Look back"},
}

// fixesCSV writes the list for a spreadsheet: in Dutch with semicolons, as Dutch spreadsheets expect.
func (s *Server) fixesCSV(c *fiber.Ctx) error {
	list, shop, _, err := s.actions(c)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	buf.WriteString("\ufeff") // else Excel takes it for another encoding
	w := csv.NewWriter(&buf)
	w.UseCRLF = true
	if shop.Language == "nl" {
		w.Comma = ';'
	}
	rows := [][]string{csvHead[shop.Language]}
	for _, a := range list {
		rows = append(rows, harmless([]string{a.Text, a.Kind, a.Status, a.owner, a.Buddy, a.DueDate, a.FirstStep, a.DoneCriterion, a.NeedsFrom,
			a.departments, a.pains, strings.Join(a.CheckDates, " ")}))
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return attach(c, "fixes.csv", "text/csv; charset=utf-8", buf.Bytes())
}

// harmless keeps a spreadsheet from taking what somebody typed for a formula.
func harmless(cells []string) []string {
	for i, cell := range cells {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			cells[i] = "'" + cell
		}
	}
	return cells
}

// fixesICS writes a calendar with one whole day per fix that has a date.
func (s *Server) fixesICS(c *fiber.Ctx) error {
	list, shop, at, err := s.actions(c)
	if err != nil {
		return err
	}
	lines := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muntsaus//fixes//" + strings.ToUpper(shop.Language), "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}
	for _, a := range list {
		lines = append(lines, event(a, shop, at)...)
	}
	lines = append(lines, "END:VCALENDAR")
	var buf bytes.Buffer
	for _, line := range lines {
		fold(&buf, line)
	}
	return attach(c, "fixes.ics", "text/calendar; charset=utf-8", buf.Bytes())
}

func event(a action, shop boards.Workshop, at int64) []string {
	day, err := time.Parse(time.DateOnly, a.DueDate)
	if err != nil || a.Status == "dropped" {
		return nil
	}
	var about []string
	for _, text := range []string{a.owner, a.FirstStep, a.DoneCriterion, shop.Title} {
		if text != "" {
			about = append(about, text)
		}
	}
	return []string{
		"BEGIN:VEVENT",
		"UID:" + a.id + "@muntsaus",
		"DTSTAMP:" + time.UnixMilli(at).UTC().Format("20060102T150405Z"),
		"DTSTART;VALUE=DATE:" + day.Format("20060102"),
		"DTEND;VALUE=DATE:" + day.AddDate(0, 0, 1).Format("20060102"),
		"SUMMARY:" + icsText(a.Text),
		"DESCRIPTION:" + icsText(strings.Join(about, "\n")),
		"TRANSP:TRANSPARENT",
		"END:VEVENT",
	}
}

var icsEscape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func icsText(s string) string { return icsEscape.Replace(s) }

// fold writes a line of at most 75 bytes, the rest on lines that begin with a space (RFC 5545 3.1). No letter is cut.
func fold(buf *bytes.Buffer, line string) {
	room := 75
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		buf.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], 74
	}
	buf.WriteString(line + "\r\n")
}
