package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/boards/template"
)

// invited is a board as it stands when people are invited, with fields of the workshop as given.
func invited(t *testing.T, language string, fields boards.Fields) *boards.Board {
	t.Helper()
	x := &table{t: t}
	wish := template.Wish{Template: "blank", Agenda: "half", Language: language, Name: "Marieke van Dam", JoinCode: "K7M4QP"}
	b, host, err := template.Found("board-1", "e1", wish, x.moment())
	if err != nil {
		t.Fatal(err)
	}
	x.b, x.host = b, host
	workshop := x.b.All("board")[0].ID
	x.set(workshop, boards.Fields{"title": "Een scootmobiel aanvragen"})
	x.set(workshop, fields)
	return x.b
}

var thursday = boards.Fields{"organisation": "Gemeente Noorderveen", "place": "Raadszaal, 2e verdieping", "date": "2026-12-03",
	"starts_at": "2026-12-03T12:00:00Z", "purpose": "Binnen twee weken antwoord"}

func TestAnInvitationSaysWhenWhereAndHow(t *testing.T) {
	got := Invite(invited(t, "nl", thursday), "http://192.168.1.24:8080")
	if got.Subject != "Uitnodiging: Een scootmobiel aanvragen" {
		t.Error(got.Subject)
	}
	const want = `Doe je mee met de workshop “Een scootmobiel aanvragen” van Gemeente Noorderveen?

Wanneer: donderdag 3 december 2026, 13.00 tot 17.00 uur
Waar: Raadszaal, 2e verdieping
Begeleiding: Marieke van Dam
Doel: Binnen twee weken antwoord
Meedoen: http://192.168.1.24:8080/K7M4QP
Of typ de code K7M 4QP op 192.168.1.24:8080

Wat kun je verwachten?
`
	if !strings.HasPrefix(got.Text, want) || strings.Count(got.Text, "\n- ") != 5 {
		t.Errorf("%s", got.Text)
	}
	english := Invite(invited(t, "en", thursday), "https://example.org")
	for _, line := range []string{"When: Thursday 3 December 2026, 13:00 to 17:00\n", "Join: https://example.org/K7M4QP\n",
		"Or type the code K7M 4QP at example.org\n"} {
		if !strings.Contains(english.Text, line) {
			t.Errorf("no %q in %s", line, english.Text)
		}
	}
	own := Invite(invited(t, "nl", boards.Fields{"customer_word": map[string]any{"singular": "lid", "plural": "leden"}}), "http://a").Text
	if !strings.Contains(own, "de reis van één lid na") || !strings.Contains(own, "laatst van leden hoorde") || strings.Contains(own, "klant") {
		t.Errorf("the workshop's own word for its customers: %s", own)
	}
	bare := Invite(invited(t, "nl", boards.Fields{"date": "2026-12-03"}), "http://a")
	if !strings.Contains(bare.Text, "Wanneer: donderdag 3 december 2026\n") || strings.Contains(bare.Text, "Waar:") {
		t.Errorf("without time and place: %s", bare.Text)
	}
}

func TestAnInvitationForACalendar(t *testing.T) {
	file := func(fields boards.Fields) string {
		return strings.ReplaceAll(string(InvitationCalendar(invited(t, "nl", fields), "https://example.org")), "\r\n ", "")
	}
	got := file(thursday)
	for _, line := range []string{
		"BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:STANDARD", "DTSTART:20261025T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
		"DTSTART;TZID=Europe/Amsterdam:20261203T130000", "DTEND;TZID=Europe/Amsterdam:20261203T170000", "SUMMARY:Een scootmobiel aanvragen",
		`LOCATION:Raadszaal\, 2e verdieping`, "URL:https://example.org/K7M4QP", "UID:workshop-board-1@muntsaus",
	} {
		if !strings.Contains(got, line+"\r\n") {
			t.Errorf("no %q in\n%s", line, got)
		}
	}
	if strings.Contains(got, "METHOD") || strings.Count(got, "BEGIN:VEVENT") != 1 || strings.Contains(got, "DAYLIGHT") {
		t.Errorf("%s", got)
	}
	if whole := file(boards.Fields{"date": "2026-12-03"}); !strings.Contains(whole, "DTSTART;VALUE=DATE:20261203\r\n") ||
		!strings.Contains(whole, "DTEND;VALUE=DATE:20261204\r\n") || strings.Contains(whole, "TZID") {
		t.Errorf("without a time: %s", whole)
	}
	night := file(boards.Fields{"date": "2027-03-28", "starts_at": "2027-03-28T00:30:00Z"}) // over the hour that is skipped
	for _, line := range []string{"DTSTART;TZID=Europe/Amsterdam:20270328T013000", "DTEND;TZID=Europe/Amsterdam:20270328T063000",
		"BEGIN:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20270328T020000"} {
		if !strings.Contains(night, line+"\r\n") {
			t.Errorf("no %q in\n%s", line, night)
		}
	}
}

func TestTheCustomerTakesTheRightArticle(t *testing.T) {
	for word, want := range map[string]string{"huurder": "de huurder", "raadslid": "het raadslid", "Huishouden": "het Huishouden", "": "de klant"} {
		b := invited(t, "nl", boards.Fields{"customer_word": map[string]any{"singular": word, "plural": ""}})
		if got := look(b, &insight.Insight{}, Options{}).who(); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
