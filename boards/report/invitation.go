package report

import (
	"bytes"
	"cmp"
	"strings"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// Invitation is what people get before a workshop: a subject and a text to paste into a mail or a calendar.
type Invitation struct {
	Subject string `json:"subject"`
	Text    string `json:"text"`
	Timed   bool   `json:"timed"` // somebody chose when it starts
}

// Invite writes the invitation to a workshop, in its own language and on the clocks of its own time zone. origin is the address at
// which people reach it (https://host); what nobody filled in is left out.
func Invite(b *boards.Board, origin string) Invitation {
	v := look(b, &insight.Insight{}, Options{})
	_, _, timed := v.session()
	return Invitation{v.T("invite.subject", v.title()), strings.Join(v.invitation(origin), "\n") + "\n", timed}
}

// InvitationCalendar writes the same as an iCalendar file (RFC 5545) with one event: from the start until the agenda is done, or the
// whole day as long as nobody chose a time. No METHOD: it is a file to keep, nobody answers it.
func InvitationCalendar(b *boards.Board, origin string) []byte {
	v := look(b, &insight.Insight{}, Options{})
	lines := calendarHead("workshop", v.Language)
	when := []string{}
	if start, end, timed := v.session(); timed {
		zone := v.zone().String()
		lines = append(lines, zoneLines(start, end)...)
		when = append(when, "DTSTART;TZID="+zone+":"+localStamp(start), "DTEND;TZID="+zone+":"+localStamp(end))
	} else if when = wholeDay(v.workshop.Date); when == nil {
		return calendarFile(lines)
	}
	event := append([]string{"BEGIN:VEVENT"}, v.stamps("workshop")...)
	event = append(append(event, when...), "SUMMARY:"+icsText(v.title()))
	if v.workshop.Place != "" {
		event = append(event, "LOCATION:"+icsText(v.workshop.Place))
	}
	event = append(event, "DESCRIPTION:"+icsText(strings.Join(v.invitation(origin), "\n")), "URL:"+v.doorOf(origin), "END:VEVENT")
	return calendarFile(append(lines, event...))
}

// session gives when the workshop starts and when its agenda is done; false as long as nobody chose a time.
func (v view) session() (start, end time.Time, timed bool) {
	start, err := time.Parse(time.RFC3339, v.workshop.StartsAt)
	if err != nil {
		return start, start, false
	}
	start = start.In(v.zone())
	minutes := 0
	for _, item := range v.board.All("agenda_item") {
		if long, _ := item.Int("minutes"); item.Str("state") != "skipped" {
			minutes += long
		}
	}
	return start, start.Add(time.Duration(minutes) * time.Minute), true
}

// doorOf is the link of this workshop's code.
func (v view) doorOf(origin string) string {
	return strings.TrimRight(origin, "/") + "/" + v.workshop.JoinCode
}

// invitation gives the lines of the text: what it is, the facts, how to join, and what to expect.
func (v view) invitation(origin string) []string {
	w := v.workshop
	intro := v.T("invite.intro", v.title())
	if w.Organisation != "" {
		intro = v.T("invite.intro.of", v.title(), w.Organisation)
	}
	lines := []string{intro, ""}
	leads := v.List(boards.Leads(v.board, v.Language))
	facts := [][2]string{{"invite.when", v.when()}, {"invite.where", w.Place}, {"invite.leads", leads}, {"invite.purpose", w.Purpose}}
	for _, fact := range facts {
		if fact[1] != "" {
			lines = append(lines, v.T(fact[0], fact[1]))
		}
	}
	host := origin[strings.LastIndex(origin, "/")+1:]
	lines = append(lines, v.T("invite.link", v.doorOf(origin)), v.T("invite.code", spacedCode(w.JoinCode), host), "", v.T("invite.expect"))
	for _, line := range v.expectations() {
		lines = append(lines, "- "+line)
	}
	return lines
}

// expectations are the five lines about what will happen, in the workshop's own word for its customers.
func (v view) expectations() []string {
	word := v.workshop.CustomerWord
	one, many := cmp.Or(word["singular"], v.T("customer.one")), cmp.Or(word["plural"], v.T("customer.many"))
	return []string{v.T("invite.expect.1", one), v.T("invite.expect.2"), v.T("invite.expect.3"), v.T("invite.expect.4", many),
		v.T("invite.expect.5")}
}

// when says the day, and from when until when; "" for a workshop without a date.
func (v view) when() string {
	start, end, timed := v.session()
	if !timed {
		day, err := time.Parse(time.DateOnly, v.workshop.Date)
		if err != nil {
			return ""
		}
		return v.weekday(day)
	}
	if end.Equal(start) {
		return v.weekday(start) + ", " + v.clock(start)
	}
	layout := map[bool]string{true: "15.04", false: "15:04"}[v.Dutch()]
	return v.T("invite.from", v.weekday(start), start.Format(layout), v.clock(end))
}

func (w words) weekday(day time.Time) string {
	return weekdays[w.Language][day.Weekday()] + " " + w.day(day)
}

// spacedCode writes a code as it is read aloud: K7M 4QP.
func spacedCode(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + " " + code[3:]
}

// zoneLines describe a time zone as long as something lasts, for calendars that do not know it by its name.
func zoneLines(from, to time.Time) []string {
	lines := []string{"BEGIN:VTIMEZONE", "TZID:" + from.Location().String()}
	for at := from; ; {
		begins, ends := at.ZoneBounds()
		name, offset := at.Zone()
		onset, before := "19700101T000000", offset
		if !begins.IsZero() {
			_, before = begins.Add(-time.Second).Zone()
			onset = localStamp(begins.In(time.FixedZone("", before)))
		}
		part := "STANDARD"
		if at.IsDST() {
			part = "DAYLIGHT"
		}
		lines = append(lines, "BEGIN:"+part, "DTSTART:"+onset, "TZOFFSETFROM:"+offsetStamp(before), "TZOFFSETTO:"+offsetStamp(offset),
			"TZNAME:"+name, "END:"+part)
		if ends.IsZero() || ends.After(to) {
			return append(lines, "END:VTIMEZONE")
		}
		at = ends
	}
}

func localStamp(at time.Time) string { return at.Format("20060102T150405") }

func offsetStamp(seconds int) string {
	return time.Unix(0, 0).In(time.FixedZone("", seconds)).Format("-0700")
}

// calendarFile writes lines as a file, folded as RFC 5545 wants.
func calendarFile(lines []string) []byte {
	var out bytes.Buffer
	for _, line := range append(lines, "END:VCALENDAR") {
		fold(&out, line)
	}
	return out.Bytes()
}
