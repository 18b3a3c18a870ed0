package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"muntsaus/boards"
)

// Calendar writes the fixes that have a date and the days on which the group looks back as an iCalendar file (RFC 5545): whole days, no
// METHOD (nobody is invited), a UID that holds the board, and a SEQUENCE that grows with the board, so that a file read again moves
// what moved.
func Calendar(b *boards.Board, language string) []byte {
	return open(b, language).calendar()
}

// CalendarOf writes the same of the fixes that one person owns.
func CalendarOf(b *boards.Board, person, language string) []byte {
	v := open(b, language)
	v.fixes = slices.DeleteFunc(v.fixes, func(f fix) bool { return f.OwnerParticipantID != person })
	return v.calendar()
}

func (v view) calendar() []byte {
	lines := calendarHead("fixes", v.Language)
	for _, f := range v.fixes {
		if f.Status != "dropped" {
			lines = append(lines, v.event(f.ID, f.DueDate, strings.Join(strings.Fields(f.Text), " "), v.aboutFix(f))...)
		}
	}
	for i, day := range v.checkDays() {
		lines = append(lines, v.event("look-back-"+strconv.Itoa(i+1), day, v.T("ics.check", v.title()), v.aboutCheck(day))...)
	}
	return calendarFile(lines)
}

// calendarHead opens a file; what says what it holds.
func calendarHead(what, language string) []string {
	product := "PRODID:-//Muntsaus//" + what + "//" + strings.ToUpper(language)
	return []string{"BEGIN:VCALENDAR", "VERSION:2.0", product, "CALSCALE:GREGORIAN"}
}

// event is one whole day; nothing without a date.
func (v view) event(id, iso, summary string, about []string) []string {
	day := wholeDay(iso)
	if day == nil {
		return nil
	}
	lines := append([]string{"BEGIN:VEVENT"}, v.stamps(id)...)
	lines = append(lines, day...)
	return append(lines, "SUMMARY:"+icsText(summary), "DESCRIPTION:"+icsText(strings.Join(about, "\n")), "TRANSP:TRANSPARENT", "END:VEVENT")
}

// stamps say which event it is and how new, so that a file read again moves what moved.
func (v view) stamps(id string) []string {
	changed := time.UnixMilli(v.board.SharedAt).UTC().Format("20060102T150405Z")
	return []string{
		"UID:" + id + "-" + v.board.ID + "@muntsaus",
		"DTSTAMP:" + changed,
		"LAST-MODIFIED:" + changed,
		"SEQUENCE:" + strconv.FormatUint(v.board.Shared, 10),
	}
}

// wholeDay is a day (2006-01-02) from its beginning to its end; nil when it is none.
func wholeDay(iso string) []string {
	at, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return nil
	}
	return []string{"DTSTART;VALUE=DATE:" + at.Format("20060102"), "DTEND;VALUE=DATE:" + at.AddDate(0, 0, 1).Format("20060102")}
}

// aboutFix says whose it is, how it begins and when it is ready.
func (v view) aboutFix(f fix) []string {
	var about []string
	for _, text := range []string{v.owner(f), f.FirstStep, f.DoneCriterion, v.title()} {
		if text != "" {
			about = append(about, text)
		}
	}
	return about
}

// aboutCheck names what the group looks back on that day.
func (v view) aboutCheck(day string) []string {
	var about []string
	for _, f := range v.fixes {
		for _, check := range f.CheckDates {
			if check == day && f.shown() && f.Status != "dropped" {
				about = append(about, f.Text)
				break
			}
		}
	}
	return about
}

var icsEscape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// icsText escapes a text; control characters, which no calendar may hold, are left out.
func icsText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7F {
			return -1
		}
		return r
	}, icsEscape.Replace(s))
}

// fold writes a line of at most 75 bytes, the rest on lines that begin with a space (RFC 5545 3.1). No letter is cut.
func fold(out *bytes.Buffer, line string) {
	room := 75
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		out.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], 74
	}
	out.WriteString(line + "\r\n")
}
