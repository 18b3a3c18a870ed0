package survey

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var amsterdam = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		panic(err)
	}
	return zone
}()

func read(t testing.TB, text string) *File {
	t.Helper()
	f, err := Read([]byte(text), Options{Zone: amsterdam, Steps: []string{"Balie", "Formulier invullen"}})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return f
}

// column finds a column by the beginning of its title.
func (f *File) column(t testing.TB, title string) *Column {
	t.Helper()
	for i := range f.preview.Columns {
		if strings.HasPrefix(f.preview.Columns[i].Title, title) {
			return &f.preview.Columns[i]
		}
	}
	t.Fatalf("no column %q in %+v", title, f.preview.Columns)
	return nil
}

func (f *File) guesses() string {
	var words []string
	for _, c := range f.preview.Columns {
		words = append(words, c.Guess)
	}
	return strings.Join(words, " ")
}

var nps = Measure{Min: 0, Max: 10, Whole: true}

func (f *File) take(t testing.TB, m Mapping, measure Measure) Taken {
	t.Helper()
	taken, err := f.Take(m, measure)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func scoreOf(c *Column) *ScoreOf { return &ScoreOf{Column: c.Index} }

func (f *File) reasons() string {
	var words []string
	for _, l := range f.preview.LeftOut {
		words = append(words, fmt.Sprint(l.Row, " ", l.Reason))
	}
	return strings.Join(words, ", ")
}

func texts(quotes []Quote) (list []string) {
	for _, q := range quotes {
		list = append(list, q.Text)
	}
	return list
}

func same[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func sameTexts(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s are %q, want %q", what, got, want)
	}
}

func sameLabels(t testing.TB, what string, got, want map[string]int) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("%s are %v, want %v", what, got, want)
	}
}

// latin gives a text in the bytes of Windows-1252.
func latin(text string) string {
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

func utf16(text string, mark unicode.BOMPolicy) string {
	out, err := unicode.UTF16(unicode.LittleEndian, mark).NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

// dutch gives a file with commas as a Dutch spreadsheet saves it: semicolons, and a comma in numbers.
func dutch(text string) string { return recut(text, ';') }

func recut(text string, sep byte) string {
	var b strings.Builder
	in := false
	for i, c := range text {
		switch {
		case c == '"':
			in = !in
			b.WriteRune(c)
		case c == ',' && !in:
			b.WriteByte(sep)
		case c == '.' && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]):
			b.WriteByte(',')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// asWorkbook gives the same file as a workbook: numbers as numbers, all else as it stands.
func asWorkbook(t *testing.T, text string) []byte {
	rows, err := Rows([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	sheet := make([][]any, 0, len(rows))
	for _, r := range rows {
		for len(sheet)+1 < r.At { // lines of a cell and empty rows keep their place
			sheet = append(sheet, nil)
		}
		cells := make([]any, len(r.Cells))
		for i, cell := range r.Cells {
			if v, err := strconv.ParseFloat(cell, 64); err == nil {
				cells[i] = v
			} else if cell != "" {
				cells[i] = cell
			}
		}
		sheet = append(sheet, cells)
	}
	return workbook(t, nil, sheet...)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// everyWay tries a file with commas in all the ways a spreadsheet may have saved it.
func everyWay(t *testing.T, text string, try func(t *testing.T, f *File)) {
	text = strings.TrimPrefix(text, "\ufeff")
	local := dutch(text)
	ways := map[string]string{
		"as it is": text, "with a mark": "\ufeff" + text, "lines of Windows": strings.ReplaceAll(text, "\n", "\r\n"), "lines of old Macs": strings.ReplaceAll(text, "\n", "\r"),
		"no last line end": strings.TrimRight(text, "\n"), "UTF-16": utf16(text, unicode.UseBOM), "UTF-16 without a mark": utf16(text, unicode.IgnoreBOM),
		"Dutch": local, "Dutch with a mark": "\ufeff" + local, "tabs": recut(text, '\t'),
		"told": "\ufeffsep=;\r\n" + local,
	}
	if one, err := charmap.Windows1252.NewEncoder().String(local); err == nil {
		ways["Dutch in Windows-1252"] = one
	}
	ways["a workbook"] = string(asWorkbook(t, text))
	for name, data := range ways {
		t.Run(name, func(t *testing.T) { try(t, read(t, data)) })
	}
}

const limeSurvey = "\ufeff" + `"Antwoord ID","Datum ingestuurd","Hoe was de balie? [Wachttijd]","Bent u geholpen?","Wat kan beter?","Dank voor uw tijd."
"1","1980-01-01 00:00:00","4","Ja","Graag een bankje bij de deur.",
"2","1980-01-01 00:00:00",,"N/A","",
"3","","1","N/A","Hier hield ik op",
"4","1980-01-01 00:00:00","5","Nee","'=stilte aan de lijn",
`

func TestCase1LimeSurvey(t *testing.T) {
	everyWay(t, limeSurvey, func(t *testing.T, f *File) {
		same(t, "rows", f.preview.Rows, 4)
		same(t, "counted", f.preview.Counted, 3)
		same(t, "heads", f.preview.HeaderRows, 1)
		same(t, "guesses", f.guesses(), "nothing nothing score group comment nothing")
		if len(f.preview.LeftOut) != 1 || f.preview.LeftOut[0].Reason != leftUnfinished {
			t.Errorf("left out: %s", f.reasons())
		}
		wait := f.column(t, "Hoe was de balie? [Wachttijd]")
		taken := f.take(t, Mapping{Score: scoreOf(wait), Comments: []int{4}, Day: "2026-05-01"}, Measure{Min: 1, Max: 5, Whole: true})
		same(t, "n", taken.N, 2)
		same(t, "mean", taken.Mean, 4.5)
		sameTexts(t, "quotes", texts(taken.Quotes), "Graag een bankje bij de deur.", "=stilte aan de lijn")
		same(t, "day", taken.Quotes[0].Day, "2026-05-01")
		sameLabels(t, "helped", f.column(t, "Bent u").Labels, map[string]int{"Ja": 1, "Nee": 1})
		if f.preview.Period != nil {
			t.Errorf("period %+v", f.preview.Period)
		}
	})
}

const microsoft = "ID;Begintijd;Tijd van voltooien;E-mail;Naam;Tijd van laatste wijziging;\"Welk cijfer geeft u\u00a0\nde intake?\";Wat gebruikte u?;Wat viel u op?\n" +
	"1;11-9-25 9:05:11;11-9-25 9:07:40;anonymous;;;7;\"Website;Telefoon;\";Het café-gevoel bij de balie\n" +
	"2;11-29-25 10:15:00;11-29-25 10:16:31;anonymous;;;10;\"Telefoon;\";\n" +
	"3;12-1-25 8:00:02;12-1-25 8:03:55;anonymous;;;0;;Niets – ik kwam er niet door\n"

func TestCase2MicrosoftForms(t *testing.T) {
	for name, data := range map[string]string{"Windows-1252": latin(microsoft), "UTF-8": microsoft, "marked": "\ufeff" + microsoft,
		"Windows lines": strings.ReplaceAll(latin(microsoft), "\n", "\r\n"), "Korean": strings.Replace(microsoft, "ID;Begintijd;Tijd van voltooien;E-mail;Naam", "ID;시작 시간;완료 시간;전자 메일;이름", 1)} {
		t.Run(name, func(t *testing.T) {
			f := read(t, data)
			same(t, "delimiter", f.preview.Delimiter, ";")
			same(t, "counted", f.preview.Counted, 3)
			grade := f.column(t, "Welk cijfer geeft u de intake?")
			same(t, "guess", grade.Guess, Score)
			same(t, "scale", *grade.Scale, Scale{0, 10})
			same(t, "order", f.preview.Columns[1].DateOrder, monthFirst)
			same(t, "period", fmt.Sprint(*f.preview.Period), "{2 2025-11-09 2025-12-01}")
			sameLabels(t, "used", f.column(t, "Wat gebruikte u?").Labels, map[string]int{"Website": 1, "Telefoon": 2})
			same(t, "without an answer", f.column(t, "Wat gebruikte u?").Answers, 2)
			taken := f.take(t, Mapping{Score: scoreOf(grade), Comments: []int{8}}, nps)
			same(t, "n", taken.N, 3)
			same(t, "mean", fmt.Sprintf("%.1f", taken.Mean), "5.7")
			same(t, "counts", fmt.Sprint(taken.Counts), "[1 0 0 0 0 0 0 1 0 0 1]")
			sameTexts(t, "quotes", texts(taken.Quotes), "Het café-gevoel bij de balie", "Niets – ik kwam er niet door")
			same(t, "day", taken.Quotes[0].Day+" "+taken.Quotes[1].Day, "2025-11-09 2025-12-01")
			for _, c := range f.preview.Columns[3:6] {
				if c.Guess != Personal && c.Guess != Nothing {
					t.Errorf("%s is %s", c.Title, c.Guess)
				}
			}
		})
	}
}

const qualtrics = `StartDate,Status,Progress,Finished,ResponseId,Q1_NPS_GROUP,Q1,Q2
Startdatum,Antwoordtype,Voortgang,Voltooid,Antwoord-ID,Aanbevelen - Groep,"Zou u ons
aanbevelen?",Waarom dit cijfer?
"{""ImportId"":""startDate"",""timeZone"":""Europe/Amsterdam""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
2026-03-10 09:00:00,IP Address,100,True,R_gemaakt1,Promoter,9,"Snel, en ""gewoon"" duidelijk"
2026-03-10 09:05:00,IP Address,100,True,R_gemaakt2,Detractor,3,
2026-03-10 09:06:00,Survey Preview,100,True,R_gemaakt3,Promoter,10,proef proef
2026-03-10 09:07:00,IP Address,40,False,R_gemaakt4,,6,half
2026-03-10 09:09:00,IP Address,100,True,R_gemaakt5,,-99,Geen mening
`

func TestCase4Qualtrics(t *testing.T) {
	german := strings.NewReplacer("Startdatum", "Anfangsdatum", "Antwoordtype", "Antworttyp", "Voortgang", "Fortschritt", "Voltooid", "Beendet").Replace(qualtrics)
	coded := strings.NewReplacer("IP Address", "0", "Survey Preview", "1", "True", "1", "False", "0").Replace(qualtrics)
	for name, text := range map[string]string{"Dutch": qualtrics, "German": german, "codes": coded} {
		t.Run(name, func(t *testing.T) {
			everyWay(t, text, func(t *testing.T, f *File) {
				same(t, "heads", f.preview.HeaderRows, 3)
				same(t, "rows", f.preview.Rows, 5)
				same(t, "counted", f.preview.Counted, 3)
				if len(f.preview.LeftOut) != 2 || f.preview.LeftOut[0].Reason != leftPreview || f.preview.LeftOut[1].Reason != leftUnfinished {
					t.Errorf("left out: %s", f.reasons())
				}
				same(t, "guesses", f.guesses(), "date nothing nothing nothing nothing nothing score comment")
				taken := f.take(t, Mapping{Score: scoreOf(f.column(t, "Zou u ons aanbevelen?")), Comments: []int{7}}, nps)
				same(t, "counts", fmt.Sprint(taken.Counts), "[0 0 0 1 0 0 0 0 0 1 0]")
				sameTexts(t, "quotes", texts(taken.Quotes), `Snel, en "gewoon" duidelijk`, "Geen mening")
			})
		})
	}
	same(t, "left out", read(t, qualtrics).reasons(), "7 preview, 8 unfinished")
}

const oldFormat = "\ufeff" + `V1,V2,V8,V10,Q1,Q2,
ResponseID,ResponseSet,StartDate,Finished,Welk cijfer geeft u?,Waarom?,
R_oud1,Standaard,2026-02-01 10:00:00,1,8,Vlot,
R_oud2,Standaard,2026-02-01 11:00:00,0,6,,
R_oud3,Standaard,2026-02-01 12:00:00,1,5,Te ver lopen,
`

func TestCase5QualtricsOldFormat(t *testing.T) {
	everyWay(t, oldFormat, func(t *testing.T, f *File) {
		same(t, "rows", f.preview.Rows, 3)
		same(t, "counted", f.preview.Counted, 2)
		same(t, "guesses", f.guesses(), "nothing nothing date nothing score comment")
		taken := f.take(t, Mapping{Score: scoreOf(f.column(t, "Welk cijfer")), Comments: []int{5}}, Measure{Min: 1, Max: 10})
		same(t, "n", taken.N, 2)
		same(t, "mean", taken.Mean, 6.5)
		sameTexts(t, "quotes", texts(taken.Quotes), "Vlot", "Te ver lopen")
	})
}

const monkey = `Respondent ID,Collector ID,Start Date,End Date,What&apos;s uw oordeel?,Wat hielp u?,,,Zet op volgorde,
,,,,Response,Folder,Website,Anders (graag toelichten),Prijs,Snelheid
90001,7,03/10/2026 09:00:00 AM,03/10/2026 09:02:00 AM,Goed,Folder,,,1,2
90002,7,03/10/2026 10:00:00 AM,03/10/2026 10:04:00 AM,Slecht,,Website,Mijn buurvrouw,2,1
`

func TestCase6SurveyMonkey(t *testing.T) {
	everyWay(t, monkey, func(t *testing.T, f *File) {
		same(t, "heads", f.preview.HeaderRows, 2)
		same(t, "counted", f.preview.Counted, 2)
		verdict := f.column(t, "What's uw oordeel?")
		same(t, "guess", verdict.Guess, Score)
		sameLabels(t, "verdict", verdict.Labels, map[string]int{"Goed": 1, "Slecht": 1})
		if verdict.Scale != nil {
			t.Errorf("scale %v before anybody gave the order", verdict.Scale)
		}
		same(t, "guesses", f.guesses(), "nothing nothing date date score group group comment nothing nothing")
		if len(f.preview.Choices) != 1 {
			t.Fatalf("choices %+v", f.preview.Choices)
		}
		same(t, "choice", fmt.Sprint(f.preview.Choices[0]), "{Wat hielp u? [5 6 7] map[Anders (graag toelichten):1 Folder:1 Website:1]}")
		good, bad := 4.0, 2.0
		taken := f.take(t, Mapping{Score: &ScoreOf{verdict.Index, map[string]*float64{"Goed": &good, "Slecht": &bad}}, Comments: []int{7}}, Measure{Min: 1, Max: 5})
		same(t, "mean", taken.Mean, 3)
		sameTexts(t, "quotes", texts(taken.Quotes), "Mijn buurvrouw")
		same(t, "ranking", f.preview.Columns[8].Ranking && f.preview.Columns[9].Ranking, true)
	})
}

const typeform = `#,"Bent u geholpen?",Balie,Website,Other,"*Hoe* was het, {{field:ab12}}? ⭐",Telefoon,"Response Type","Start Date (UTC)","Stage Date (UTC)","Submit Date (UTC)","Network ID",Tags
aa01,1,Balie,,,4,'+31600000001,completed,"2026-03-28 23:30:00",,"2026-03-28 23:31:00",dd01,
aa02,0,,Website,"via de wijkzuster",2,,completed,"2026-03-29 01:10:00",,"2026-03-29 01:12:00",dd01,
aa03,1,Balie,,,,,partial,"2026-03-29 09:00:00","2026-03-29 09:01:00",,dd02,
`

func TestCase8Typeform(t *testing.T) {
	everyWay(t, typeform, func(t *testing.T, f *File) {
		same(t, "rows", f.preview.Rows, 3)
		same(t, "counted", f.preview.Counted, 2)
		same(t, "guesses", f.guesses(), "nothing group group group comment score personal nothing date nothing date nothing nothing")
		sameLabels(t, "helped", f.column(t, "Bent u geholpen?").Labels, map[string]int{"1": 1, "0": 1})
		stars := f.column(t, "Hoe was het, …?")
		same(t, "scale", *stars.Scale, Scale{1, 5})
		same(t, "choice", fmt.Sprint(f.preview.Choices), "[{ [2 3 4] map[Balie:1 Other:1 Website:1]}]")
		taken := f.take(t, Mapping{Score: scoreOf(stars), Comments: []int{4}}, Measure{Min: 1, Max: 5})
		same(t, "n", taken.N, 2)
		same(t, "mean", taken.Mean, 3)
		sameTexts(t, "quotes", texts(taken.Quotes), "via de wijkzuster")
		same(t, "period", fmt.Sprint(*f.preview.Period), "{10 2026-03-29 2026-03-29}")
	})
	at, _ := dayOf("2026-03-29 01:12:00")
	moment, _ := at.in(yearFirst, time.UTC, amsterdam)
	same(t, "sent", moment.Format("15:04"), "03:12")
}

func TestCase11SepLine(t *testing.T) {
	text := "sep=;\r\nCijfer;Toelichting\r\n7,5;\"Eerst wachten.\r\nDaarna goed.\n\"\r\n4;Scherm van 15\" te klein\r\n"
	for _, data := range []string{"\ufeff" + text, text, strings.Replace(text, "sep=;", `"sep=;"`, 1), strings.Replace(text, "sep=;", "SEP=;", 1)} {
		f := read(t, data)
		same(t, "counted", f.preview.Counted, 2)
		same(t, "heads", f.preview.Columns[0].Title+"/"+f.preview.Columns[1].Title, "Cijfer/Toelichting")
		same(t, "guesses", f.guesses(), "score comment")
		taken := f.take(t, Mapping{Score: &ScoreOf{Column: 0}, Comments: []int{1}}, Measure{Min: 1, Max: 10})
		same(t, "mean", taken.Mean, 5.75)
		if taken.Counts != nil {
			t.Errorf("fractions have no counts: %v", taken.Counts)
		}
		sameTexts(t, "quotes", texts(taken.Quotes), "Eerst wachten.\nDaarna goed.", `Scherm van 15" te klein`)
		same(t, "rows", fmt.Sprint(taken.Quotes[0].Row, taken.Quotes[1].Row), "3 6")
	}
}

func TestCase12Words(t *testing.T) {
	text := "Nr,Tevreden?,Aanbevelen?\n1,Zeer tevreden\u200b,10 - Heel waarschijnlijk\n2,\"Noch tevreden, noch ontevreden\",7\n" +
		"3,Niet van toepassing,0 - Heel onwaarschijnlijk\n4,zeer  tevreden,\u00a08\u00a0\n5,,weet niet\n"
	everyWay(t, text, func(t *testing.T, f *File) {
		same(t, "counted", f.preview.Counted, 5)
		same(t, "guesses", f.guesses(), "nothing score score")
		happy, again := f.column(t, "Tevreden?"), f.column(t, "Aanbevelen?")
		sameLabels(t, "labels", happy.Labels, map[string]int{"Zeer tevreden": 2, "Noch tevreden, noch ontevreden": 1, "Niet van toepassing": 1})
		five, three := 5.0, 3.0
		order := map[string]*float64{"Zeer tevreden": &five, "Noch tevreden, noch ontevreden": &three, "Niet van toepassing": nil}
		same(t, "n", f.take(t, Mapping{Score: &ScoreOf{happy.Index, order}}, Measure{Min: 1, Max: 5}).N, 3)
		sameLabels(t, "no number", again.Labels, map[string]int{"weet niet": 1})
		taken := f.take(t, Mapping{Score: scoreOf(again)}, nps)
		same(t, "counts", fmt.Sprint(taken.Counts), "[1 0 0 0 0 0 0 1 1 0 1]")
		same(t, "left out", len(taken.LeftOut) == 1 && taken.LeftOut[0].Reason == "not_a_number" && *taken.LeftOut[0].Column == 2, true)
	})
}

func TestCase13NPS(t *testing.T) {
	everyWay(t, "Wie,NPS\nAnne,9\nBas,4\nCor,2\n", func(t *testing.T, f *File) {
		same(t, "guesses", f.guesses(), "personal score")
		same(t, "counts", fmt.Sprint(f.take(t, Mapping{Score: &ScoreOf{Column: 1}}, nps).Counts), "[0 0 1 0 1 0 0 0 0 1 0]")
	})
	everyWay(t, "Wie,NPS\nAnne,9\nBas,4\nCor,2\nDirk,6.5\n", func(t *testing.T, f *File) {
		taken := f.take(t, Mapping{Score: &ScoreOf{Column: 1}}, nps)
		same(t, "n", taken.N, 3)
		same(t, "left out", len(taken.LeftOut) == 1 && taken.LeftOut[0].Reason == "fraction", true)
	})
	f := read(t, "Wie;NPS\nAnne;11\nBas;1\nCor;8\n")
	same(t, "1 may be 0", f.column(t, "NPS").OneIsZero, true)
	if _, err := f.Take(Mapping{Score: &ScoreOf{Column: 1}}, nps); err == nil {
		t.Error("1 to 11 was taken for 0 to 10 without a question")
	}
	ten, zero, seven := 10.0, 0.0, 7.0
	taken := f.take(t, Mapping{Score: &ScoreOf{1, map[string]*float64{"11": &ten, "1": &zero, "8": &seven}}}, nps)
	same(t, "counts", fmt.Sprint(taken.Counts), "[1 0 0 0 0 0 0 1 0 0 1]")
}

func TestCase15NoSurveyAndLeaks(t *testing.T) {
	text := "Naam,E-mail,Telefoon,Opmerking\nJ. Verzonnen,j@voorbeeld.test,0600000000,Bel mij terug\nJ. Verzonnen,j@voorbeeld.test,0600000000,Bel mij terug\n"
	everyWay(t, text, func(t *testing.T, f *File) {
		same(t, "rows", f.preview.Rows, 2)
		same(t, "guesses", f.guesses(), "personal personal personal comment")
		same(t, "equal", f.preview.EqualRows, 2)
		for column := range 3 {
			var wrong *WrongMapping
			if _, err := f.Take(Mapping{Comments: []int{column}}, nps); !errors.As(err, &wrong) || wrong.Why != "personal" {
				t.Errorf("column %d: %v", column, err)
			}
			if len(f.preview.Columns[column].Samples) > 0 {
				t.Errorf("column %d shows %q", column, f.preview.Columns[column].Samples)
			}
		}
		same(t, "warned", len(f.preview.Columns[3].Names), 0)
	})
	f := read(t, strings.ReplaceAll(text, "Bel mij terug\n", "Bel J. Verzonnen op 06 00 00 00 00\n"))
	same(t, "warned", len(f.preview.Columns[3].Names), 2)
}

// Rows read and rows left out are the rows found, in every file.
func TestNothingGoesMissing(t *testing.T) {
	for _, text := range []string{limeSurvey, microsoft, qualtrics, oldFormat, monkey, typeform} {
		f := read(t, text)
		same(t, "rows", f.preview.Counted+len(f.preview.LeftOut), f.preview.Rows)
	}
}
