package survey

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestNumbers(t *testing.T) {
	for text, want := range map[string]float64{"8": 8, "0": 0, "7,5": 7.5, "7.5": 7.5, "7½": 7.5, "-2": -2, "−1": -1, "+2": 2, "10": 10,
		"9 - zeer goed": 9, "9 – zeer goed": 9, "9: zeer goed": 9, "9 = zeer goed": 9, "9. Zeer goed": 9, "9 (zeer goed)": 9, "10 - Heel waarschijnlijk": 10,
		"1 Zeer ontevreden": 1, "Zeer tevreden (5)": 5, "8/10": 8, "8 / 10": 8, "4 van 5": 4, "4 van de 5": 4, "4 out of 5": 4, "80%": 80, "80 %": 80, "12,5%": 12.5,
		"1.234,5": 1234.5, "1,234.5": 1234.5, "1.000": 1000, "★★★★☆": 4, "⭐⭐⭐": 3, "5 sterren": 5, "4 stars": 4, "8,0": 8, "8.": 8} {
		if got, ok := number(text); !ok || got != want {
			t.Errorf("%q is %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "weet niet", "3-5", "5-mrt", "10-3-2026", "7 keer gebeld", "2 weken gewacht", "A4", "zes", "8-", "06-12345678", "1e", "drie (nee)", "#DEEL/0!", "."} {
		if got, ok := number(text); ok && text != "8-" {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-10 09:00:00": "2026-03-10T09:00:00+01:00", "2026-03-10T09:00:00Z": "2026-03-10T10:00:00+01:00", "2026-03-10T09:00:00.123Z": "2026-03-10T10:00:00+01:00",
		"2026-03-10T09:00:00+01:00": "2026-03-10T09:00:00+01:00", "2024/04/07 8:54:18 PM GMT+5:30": "2024-04-07T17:24:18+02:00", "2024/12/03 8:48:17 p.m. CET": "2024-12-03T20:48:17+01:00",
		"2024/12/03 12:05:00 a.m. CET": "2024-12-03T00:05:00+01:00", "31-8-2020 14:20:53": "2020-08-31T14:20:53+02:00", "31.8.2020": "2020-08-31T00:00:00+02:00",
		"10 maart 2026": "2026-03-10T00:00:00+01:00", "12 mrt. 2026 9:05": "2026-03-12T09:05:00+01:00", "Mar 10, 2026 9:00 AM": "2026-03-10T09:00:00+01:00",
		"5-mrt-2026": "2026-03-05T00:00:00+01:00", "dinsdag 10 maart 2026": "2026-03-10T00:00:00+01:00", "10-3-26": "2026-03-10T00:00:00+01:00"} {
		d, ok := dayOf(text)
		at, good := d.in(yearOr(d, dayFirst), amsterdam, amsterdam)
		if !ok || !good || at.Format(time.RFC3339) != want {
			t.Errorf("%q is %v %v, want %s", text, at, ok, want)
		}
	}
	for _, text := range []string{"", "8", "7,5", "3-5", "5-mrt", "192.168.1.1", "06-12345678", "1.234.567", "over 3 dagen", "31-31-2026", "2026-13-45 99:99", "12:30"} {
		d, ok := dayOf(text)
		if _, good := d.in(yearOr(d, dayFirst), time.UTC, time.UTC); ok && good {
			t.Errorf("%q is read as %+v", text, d)
		}
	}
}

// Which order the dates are in is decided for the whole column, and asked when no value decides.
func TestOrderOfDates(t *testing.T) {
	file := func(days ...string) *File {
		return read(t, "Datum;Cijfer;Waarom?\n"+strings.Join(days, ";8;Het ging heel goed\n")+";7;Het kon wel beter\n")
	}
	for order, days := range map[string][]string{dayFirst: {"11-9-2025", "29-11-2025"}, monthFirst: {"11-9-25 9:05:11", "11-29-25 10:15:00"}, yearFirst: {"2025-11-09", "2025-01-02"},
		"": {"11-9-2025", "12-10-2025"}} {
		same(t, fmt.Sprint(days), file(days...).preview.Columns[0].DateOrder, order)
	}
	asked := file("11-9-2025", "12-10-2025")
	if asked.preview.Period != nil {
		t.Error("a period although nobody knows the order")
	}
	for order, want := range map[string]string{dayFirst: "2025-09-11", monthFirst: "2025-11-09", "": "2026-05-01"} {
		same(t, order, asked.take(t, Mapping{Comments: []int{2}, DateOrder: order, Day: "2026-05-01"}, nps).Quotes[0].Day, want)
	}
}

func TestScales(t *testing.T) {
	for text, want := range map[string]string{
		"Cijfer (1-5)\n3\n4\n":                           "{1 5}",
		"Cijfer 0 t/m 10\n3\n4\n":                        "{0 10}",
		"Cijfer op een schaal van 1 tot 10\n3\n4\n":      "{1 10}",
		"1 = heel moeilijk … 7 = heel makkelijk\n3\n4\n": "{1 7}",
		"Score (0-100)\n80\n95\n":                        "{0 100}",
		"Opgelost\n80%\n95%\n":                           "{0 100}",
		"Hoe waarschijnlijk beveelt u ons aan?\n7\n8\n":  "{0 10}",
		"Gevoel\n-2\n1\n2\n":                             "{-2 2}",
		"Cijfer\n7\n8\n6\n":                              "{1 10}",
		"Cijfer\n7\n8\n0\n":                              "{0 10}",
		"Tevreden\n3\n4\n5\n":                            "{1 5}",
		"Makkelijk\n1\n2\n3\n7\n6\n5\n7\n1\n4\n4\n":      "{1 7}",
		"Tevreden\n5\n4\n3\n2\n1\n5\n4\n3\n5\n4\n99\n":   "{1 5}",
	} {
		f := read(t, text)
		if c := f.preview.Columns[0]; c.Guess != Score || fmt.Sprint(*c.Scale) != want {
			t.Errorf("%q: %s %v, want %s", text, c.Guess, c.Scale, want)
		}
	}
	for _, text := range []string{"Leeftijd\n34\n51\n27\n", "Wachttijd in minuten\n120\n45\n", "Jaar\n2024\n2025\n2024\n"} {
		same(t, text, read(t, text).guesses(), Nothing)
	}
}

func TestGuesses(t *testing.T) {
	for text, want := range map[string]string{
		"Nr;Cijfer\n1;8\n2;8\n3;9\nGemiddelde;8,3\n":                                                         "nothing score",
		"Nr;Cijfer\n1;8\n2;8\n3;9\n":                                                                         "nothing score",
		"Afdeling;Cijfer\nKassa;8\nKassa;7\nWeb;9\n":                                                         "group score",
		"Waar was u?;Cijfer\nBalie;8\nFormulier invullen;7\nbalie;9\n":                                       "step score",
		"Bent u geholpen?;Tip\nJa;Ga zo door, het was goed\nNee;Ik wacht nog steeds op antwoord\n":           "group comment",
		"IP-adres;Cijfer\n192.168.1.10;8\n2001:db8::1;7\n":                                                   "personal score",
		"Bereikbaar op;Cijfer\n06-12345678;8\n+31 6 12345678;7\n":                                            "personal score",
		"Contact;Cijfer\njan@voorbeeld.test;8\npiet@voorbeeld.test;7\n":                                      "personal score",
		"latitude;longitude;Cijfer\n52.0907;5.1214;8\n52.3702;4.8951;7\n":                                    "personal personal score",
		"Telefoon;Cijfer\n612345678;8\n687654321;7\n":                                                        "personal score",
		"Postcode;Cijfer\n3511 AB;8\n1012LG;7\n":                                                             "personal score",
		"Ingevuld door;Cijfer\nJ. de Vries;8\nAnna van den Berg;7\nPeter Jansen;9\n":                         "personal score",
		"Telefoon;Mail;Balie\n4;5;3\n3;4;5\n2;2;2\n":                                                         "score score score",
		"Hoe bereikbaar zijn wij per telefoon?\n4\n3\n":                                                      "score",
		"Tevredenheid\nZeer tevreden\nTevreden\nNeutraal\nOntevreden\nn.v.t.\n":                              "score",
		"Kanalen\nWebsite;Telefoon\nTelefoon\nWebsite;Balie\nBalie;Telefoon\n":                               "group",
		"Cijfer,Volgorde\n8,Prijs;Snelheid;Contact;\n7,Snelheid;Prijs;Contact;\n9,Contact;Prijs;Snelheid;\n": "score nothing",
		"Token;Cijfer\nab12cd34;8\nef56gh78;7\n":                                                             "nothing score",
		"Cijfer;\n8;\n7;\n":                                                                                  "score",
		"8\n7\n9\n":                                                                                          "score",
	} {
		if got := read(t, text).guesses(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestHeadsOfOtherFiles(t *testing.T) {
	titles := func(f *File) string {
		var list []string
		for _, c := range f.preview.Columns {
			list = append(list, c.Title)
		}
		return strings.Join(list, "|")
	}
	for text, want := range map[string]string{
		"8;Mooi zo, dank\n7;Kon beter, helaas\n":                               "0 2 |",
		"Rapport derde kwartaal\n\nAfdeling;Cijfer\nBalie;8\nWeb;7\n":          "2 2 Afdeling|Cijfer",
		"Klant;;Oordeel;\nNaam;Stad;Balie;Web\nAnn;Assen;8;7\nBob;Breda;7;7\n": "2 2 Klant – Naam|Klant – Stad|Oordeel – Balie|Oordeel – Web",
		";Wat gebruikt u?;;Cijfer\nNr;App;Site;Oordeel\n1;App;;8\n2;;Site;7\n": "2 2 Nr|App|Site|Oordeel",
		"Cijfer;Reden?\n8;Snel\nCijfer;Reden?\n7;Traag\n":                      "1 3 Cijfer|Reden?",
		"*Vraag* één ⭐\n8\n":                                                   "1 1 Vraag één",
		"Hoe <b>goed</b> was het?&nbsp;\n8\n":                                  "1 1 Hoe goed was het?",
		"Zie [onze site](https://voorbeeld.test)\n8\n":                         "1 1 Zie onze site",
	} {
		f := read(t, text)
		if got := fmt.Sprint(f.preview.HeaderRows, f.preview.Rows, " ", titles(f)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	same(t, "a head again", read(t, "Cijfer;Reden?\n8;Snel\nCijfer;Reden?\n7;Traag\n").reasons(), "3 header")
}

// A quote that was never closed takes no other answers with it.
func TestQuotesThatWereNeverClosed(t *testing.T) {
	for _, text := range []string{"Nr;Cijfer;Reden\n1;8;\"Snel\n2;7;\"Traag, maar goed\"\n3;6;Matig\n", "Nr;Cijfer;Reden\n1;8;Snel\n2;7;Traag\n3;6;\"Matig\n",
		"Nr;Cijfer;Reden\n1;8; \"Snel\" \n2;7;\"Heel \"\"snel\"\" en goed\"\n3;6;zo\"n gedoe\n"} {
		f := read(t, text)
		same(t, text, f.preview.Rows, 3)
		same(t, text, f.take(t, Mapping{Score: &ScoreOf{Column: 1}, Comments: []int{2}}, nps).N, 3)
	}
}

func TestEncodings(t *testing.T) {
	text := "Cijfer;Reden\n8;Het café was €5 duurder\n7;Fijn\n"
	for want, data := range map[string]string{"utf-8": text, "windows-1252": latin(text), "utf-16le": utf16(text, 1)} {
		f := read(t, data)
		same(t, "encoding", f.preview.Encoding, want)
		same(t, want, f.preview.Columns[1].Samples[0], "Het café was €5 duurder")
	}
	late := "Cijfer;Reden\n" + strings.Repeat("8;Prima geregeld\n", 200) + "7;café\n"
	same(t, "a late letter", read(t, late).preview.Encoding, "utf-8")
	broken := "Cijfer;Reden\n8;één\n7;twee ❤\n6;caf\xe9\n"
	f := read(t, broken)
	same(t, "one broken letter", strings.Join(f.preview.Columns[1].Samples, " "), "één twee ❤ café")
}

func TestQuotesAreShortenedAndFew(t *testing.T) {
	long := strings.Repeat("lang verhaal ", 30)
	f := read(t, "Cijfer;Reden?\n8;"+long+"\n"+strings.Repeat("7;Het was best goed zo\n", 250))
	taken := f.take(t, Mapping{Comments: []int{1}}, nps)
	same(t, "quotes", len(taken.Quotes), 200)
	same(t, "left out", len(taken.LeftOut), 1+51)
	if first := taken.Quotes[0].Text; len([]rune(first)) > MostQuote || !strings.HasSuffix(first, "verhaal…") && !strings.HasSuffix(first, "lang…") {
		t.Errorf("cut to %q", first)
	}
	same(t, "why", taken.LeftOut[0].Reason, "shortened")
	same(t, "why", taken.LeftOut[51].Reason, "beyond")
	picked := f.take(t, Mapping{Comments: []int{1}, QuoteRows: []int{5, 250}}, nps)
	same(t, "picked", fmt.Sprint(picked.Quotes[0].Row, picked.Quotes[1].Row, len(picked.Quotes)), "5 250 2")
	same(t, "one word", len([]rune(cut(strings.Repeat("a", 400), 300))), 300)
}

func TestAnswersThatSayNothing(t *testing.T) {
	f := read(t, "Cijfer;Reden?\n8;n.v.t.\n-99;-\nN/A;geen antwoord\n;Fijn geholpen, dank\n999;Prima hoor\n")
	taken := f.take(t, Mapping{Score: &ScoreOf{Column: 0}, Comments: []int{1}}, nps)
	same(t, "n", taken.N, 1)
	sameTexts(t, "quotes", texts(taken.Quotes), "Fijn geholpen, dank", "Prima hoor")
	same(t, "left out", fmt.Sprint(taken.LeftOut[0].Row, " ", taken.LeftOut[0].Reason), "6 outside_scale")
}

func TestMappingsThatDoNotFit(t *testing.T) {
	f := read(t, "Naam;Cijfer\nAnna;8\nBob;7\n")
	far := 9
	for name, m := range map[string]Mapping{"nothing": {}, "no such column": {Score: &ScoreOf{Column: 9}}, "minus": {Comments: []int{-1}}, "personal score": {Score: &ScoreOf{Column: 0}},
		"twice": {Comments: []int{1, 1}}, "no such step": {Comments: []int{1}, StepIn: &far}} {
		if _, err := f.Take(m, nps); err == nil {
			t.Errorf("%s fits", name)
		}
	}
	if _, err := read(t, "Naam;Cijfer\nAnna;weet niet\n").Take(Mapping{Score: &ScoreOf{Column: 1}}, nps); err == nil {
		t.Error("a measurement of nobody")
	}
}
