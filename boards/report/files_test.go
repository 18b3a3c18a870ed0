package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"muntsaus/boards"
)

// filesTable gives a board with fixes of every sort, a merged pain and a text that a spreadsheet might run.
func filesTable(t *testing.T) *table {
	x := full(t, "nl")
	pains := x.b.All("pain")
	x.act("merge", pains[1].ID, map[string]any{"into": pains[0].ID})
	x.put("fix", boards.Fields{"text": "Bel de klant\nvoor vijf uur", "kind": "rule", "status": "agreed", "owner_person": " =cmd|' /C calc'!A0",
		"due_date": "2026-12-03", "pain_ids": []string{pains[0].ID, pains[1].ID}, "check_dates": []string{"2026-12-08", "2027-01-05"}})
	return x
}

func rowsOf(t *testing.T, file []byte, comma rune) [][]string {
	t.Helper()
	if !bytes.HasPrefix(file, []byte("\ufeff")) {
		t.Error("no mark of UTF-8")
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// F6: words of the language instead of codes, the text of the pain that stands for a merged one, LF inside cells, no formula.
func TestF6FixesInTheWordsOfTheLanguage(t *testing.T) {
	x := filesTable(t)
	file, err := FixesCSV(x.b, "nl")
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, file, ';')
	last := rows[len(rows)-1]
	cell := func(head string) string {
		for i, h := range rows[0] {
			if h == head {
				return last[i]
			}
		}
		t.Fatalf("no column %s in %v", head, rows[0])
		return ""
	}
	for head, want := range map[string]string{"Verbetering": "Bel de klant\nvoor vijf uur", "Soort": "regel", "Status": "afgesproken",
		"Eigenaar": "' =cmd|' /C calc'!A0", "Datum": "2026-12-03", "Pijnpunten": "Niemand is eigenaar van de hele schade",
		"Terugkijken 1": "2026-12-08", "Terugkijken 2": "2027-01-05", "Terugkijken 3": ""} {
		if head == "Datum" {
			head = dictionary["col.when"][0]
		}
		if got := cell(head); got != want {
			t.Errorf("%s is %q, want %q", head, got, want)
		}
	}
	if n := bytes.Count(file, []byte("\r\n")); n != len(rows) || bytes.Count(file, []byte("\r")) != n {
		t.Errorf("%d line ends for %d rows", n, len(rows))
	}
	english, err := FixesCSV(x.b, "en")
	if err != nil || !bytes.HasPrefix(english, []byte("\ufeffFix,Kind,Status,")) {
		t.Errorf("%.80s %v", english, err)
	}
}

// Numbers have the decimal sign of the language; a merged pain has no row.
func TestPainsCSV(t *testing.T) {
	x := filesTable(t)
	for language, want := range map[string]string{"nl": ",", "en": "."} {
		file, err := PainsCSV(x.b, language)
		if err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(t, file, map[string]rune{"nl": ';', "en": ','}[language])
		if len(rows) != 1+len(lease12)-1 {
			t.Errorf("%d rows", len(rows))
		}
		if fair := rows[3][4]; !strings.Contains(fair, want) {
			t.Errorf("%s: fair is %q in %q", language, fair, rows[3])
		}
	}
}

// F5: a date is a date, each in a column of its own, and the file says whose it is and when the board was made.
func TestF5DatesAndPropertiesOfTheWorkbook(t *testing.T) {
	x := filesTable(t)
	var out, again bytes.Buffer
	if err := Workbook(&out, x.b, "nl"); err != nil {
		t.Fatal(err)
	}
	if err := Workbook(&again, x.b, "nl"); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same board gives another file")
	}
	file, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	sheet := dictionary["sheet.fixes"][0]
	raw, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	last := raw[len(raw)-1]
	for column, head := range raw[0] {
		name, _ := excelize.CoordinatesToCellName(column+1, len(raw))
		if head != dictionary["col.when"][0] && !strings.HasPrefix(head, "Terugkijken") || column >= len(last) || last[column] == "" {
			continue
		}
		id, err := file.GetCellStyle(sheet, name)
		if err != nil {
			t.Fatal(err)
		}
		style, err := file.GetStyle(id)
		if err != nil || style.NumFmt != shortDay {
			t.Errorf("%s is no date: %q, format %d, %v", head, last[column], style.NumFmt, err)
		}
	}
	if due := time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC).Sub(firstDay).Hours() / 24; last[5] != fmt.Sprint(due) {
		t.Errorf("the date is %s, want %v", last[5], due)
	}
	p, err := file.GetDocProps()
	if err != nil || p.Creator != "Noorderlicht Lease (fictief), Utrecht" || p.Created != "2026-11-24T13:00:00Z" || p.Title != "Schade aan de leaseauto" {
		t.Errorf("%+v %v", p, err)
	}
}

// F7: nobody is invited, a UID holds its board, days of looking back are events, and SEQUENCE grows when a date moves.
func TestF7Calendar(t *testing.T) {
	x := filesTable(t)
	first := string(Calendar(x.b, "nl"))
	if strings.Contains(first, "METHOD") {
		t.Error("has a METHOD")
	}
	fix := x.b.All("fix")[6]
	uid := "UID:" + fix.ID + "-board-1@muntsaus\r\n"
	for _, want := range []string{uid, "UID:look-back-1-board-1@muntsaus\r\n", "SUMMARY:Terugkijken: Schade aan de leaseauto\r\n", "SUMMARY:Bel de klant voor vijf uur\r\n", "DTSTART;VALUE=DATE:20261208\r\n",
		"LAST-MODIFIED:20261124T130000Z\r\n"} {
		if !strings.Contains(strings.ReplaceAll(first, "\r\n ", ""), want) {
			t.Errorf("no %q in %s", want, first)
		}
	}
	if n := strings.Count(first, "BEGIN:VEVENT"); n != strings.Count(first, "\r\nDTSTAMP:") || n != strings.Count(first, "\r\nUID:") || n < 5 {
		t.Errorf("%d events", n)
	}
	before := sequenceOf(t, first, uid)
	x.set(fix.ID, boards.Fields{"due_date": "2026-12-10"})
	if after := sequenceOf(t, string(Calendar(x.b, "nl")), uid); after <= before {
		t.Errorf("moved, but SEQUENCE went from %d to %d", before, after)
	}
}

func sequenceOf(t *testing.T, calendar, uid string) (n int) {
	t.Helper()
	_, rest, found := strings.Cut(calendar, uid)
	_, rest, _ = strings.Cut(rest, "SEQUENCE:")
	if _, err := fmt.Sscan(rest, &n); err != nil || !found {
		t.Fatal(err, found)
	}
	return n
}

// FuzzCells writes what people type as a row of CSV and reads it back: every cell whole, none that a spreadsheet takes for a formula.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"gewoon", "=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", `"=1"`, `;=1`, ",=1", "a\n=1", "'", "😀=1", "＝1", ""} {
		f.Add(text, "x", true)
		f.Add("x", text, false)
	}
	f.Fuzz(func(t *testing.T, first, second string, dutch bool) {
		v, comma := view{words: words{"en"}}, ','
		if dutch {
			v.Language, comma = "nl", ';'
		}
		var out bytes.Buffer
		if err := v.csvRow(&out, []string{v.csvCell(first), v.csvCell(second), "end"}); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(&out)
		r.Comma = comma
		row, err := r.Read()
		if err != nil || len(row) != 3 {
			t.Fatalf("%q %q is read as %q, %v", first, second, row, err)
		}
		for i, want := range []string{first, second} {
			got := row[i]
			if start := strings.TrimLeft(got, " \n\t"); start != "" && strings.ContainsRune("=+-@", rune(start[0])) {
				t.Fatalf("%q is a formula", got)
			}
			plain := strings.ReplaceAll(strings.ReplaceAll(want, "\r\n", "\n"), "\r", "\n")
			if got != plain && got != "'"+plain {
				t.Fatalf("%q comes back as %q", want, got)
			}
		}
	})
}

// FuzzCalendar puts a text in a calendar and reads it back as RFC 5545 says: one line however it is folded, no property but ours.
func FuzzCalendar(f *testing.F) {
	for _, text := range []string{"gewoon", "a\nBEGIN:VEVENT", "a\r\nATTACH:x", `\n;,:`, strings.Repeat("é", 80), strings.Repeat("😀", 40), "a\x01b", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, '\r') {
			return // no such text gets on a board
		}
		var out bytes.Buffer
		fold(&out, "SUMMARY:"+icsText(text))
		for line := range strings.SplitSeq(strings.TrimSuffix(out.String(), "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Fatalf("%q has the line %q", text, line)
			}
		}
		unfolded := strings.ReplaceAll(out.String(), "\r\n ", "")
		value, ok := strings.CutPrefix(strings.TrimSuffix(unfolded, "\r\n"), "SUMMARY:")
		back := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' || r == 0x7F {
				return -1
			}
			return r
		}, text)
		if !ok || back != want || strings.ContainsAny(value, "\r\n") {
			t.Fatalf("%q comes back as %q", text, back)
		}
	})
}
