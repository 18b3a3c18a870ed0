package report

import (
	"fmt"
	"strings"
	"time"

	"muntsaus/boards"
)

// Formats of method.md 5.3: 22 november 2026, 13.00 uur, 0,8 punt, 1.250; 22 November 2026, 13:00, 0.8 point, 1,250.

// date writes a day (2006-01-02) in full; what is no date is shown as it is.
func (w words) date(iso string) string {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return w.day(day)
}

func (w words) day(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), months[w.Language][t.Month()-1], t.Year())
}

// shortDate writes a day as a table has room for it; the year only when it differs from the given day's.
func (w words) shortDate(iso, near string) string {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	text := fmt.Sprintf("%d\u00a0%s", day.Day(), monthsShort[w.Language][day.Month()-1])
	if len(near) >= 4 && iso[:4] != near[:4] {
		text += " " + iso[:4]
	}
	return text
}

func (w words) clock(t time.Time) string {
	if w.Dutch() {
		return t.Format("15.04") + " uur"
	}
	return t.Format("15:04")
}

// whole writes a whole number with the separator of the language.
func (w words) whole(n int) string { return boards.Figure(float64(n), 0, w.Language) }

// decimal writes one decimal where there is one.
func (w words) decimal(v float64) string { return boards.Figure(v, 1, w.Language) }

// mean writes a mean or a grade, always with one decimal, as the screens do.
func (w words) mean(v float64) string {
	comma := "."
	if w.Dutch() {
		comma = ","
	}
	text := w.decimal(v)
	if !strings.Contains(text, comma) {
		text += comma + "0"
	}
	return text
}

// percent writes a share (0–1) as whole percents.
func (w words) percent(share float64) string { return boards.Figure(100*share, 0, w.Language) + "%" }

// fair writes a fair score (0–100) as a whole number.
func (w words) fair(score float64) string { return boards.Figure(score, 0, w.Language) }

// duration writes minutes the way people say them, as the screens do: 116 min, 3 uur, 9 dagen.
func (w words) duration(minutes int) string {
	switch {
	case minutes >= 24*60:
		return w.unit("unit.days", float64(minutes)/(24*60))
	case minutes >= 120:
		return w.unit("unit.hours", float64(minutes)/60)
	}
	return w.Count("n.minutes", minutes)
}

func (w words) unit(key string, v float64) string {
	number := w.decimal(v)
	if number == "1" {
		return w.Count(key, 1)
	}
	return strings.ReplaceAll(strings.Split(w.T(key), "|")[2], "{n}", number)
}

// capital makes the first letter of a sentence a capital.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
