package survey

import (
	"fmt"
	"strings"
	"testing"
)

// Further shapes that real exports have, beside the cases: each in every encoding and locale, and as a workbook.

// Microsoft Forms of a quiz, with names: points nobody gave, a Dutch decimal comma, dates with the month first.
func TestExportOfAFormWithNames(t *testing.T) {
	everyWay(t, `ID,Begintijd,Tijd van voltooien,E-mail,Naam,Totaal aantal punten,Feedback van quiz,Tevredenheid,Welk cijfer?,Waarom?
1,11-13-25 9:05:11,11-13-25 9:07:40,a@voorbeeld.test,A. Verzonnen,,,Zeer tevreden,7.5,Fijn geholpen aan de balie
2,11-14-25 9:05:11,11-14-25 9:07:40,b@voorbeeld.test,B. Bedacht,,,Ontevreden,4.5,Lang gewacht op antwoord
`, func(t *testing.T, f *File) {
		same(t, "guesses", f.guesses(), "nothing date date personal personal nothing nothing score score comment")
		same(t, "period", fmt.Sprint(*f.preview.Period), "{2 2025-11-13 2025-11-14}")
		taken := f.take(t, Mapping{Score: &ScoreOf{Column: 8}, Comments: []int{9}}, Measure{Min: 1, Max: 10})
		same(t, "mean", taken.Mean, 6)
	})
}

// Google Forms: a time stamp, several options in one cell with commas, points out of ten that are a score and no label.
func TestExportOfGoogleForms(t *testing.T) {
	everyWay(t, `Tijdstempel,Welk cijfer geef je ons?,Welke kanalen heb je gebruikt?,Wat kan beter?,Score
31-8-2020 14:20:53,8,"Website, Telefoon",De wachttijd was te lang,8 / 10
1-9-2020 9:01:02,6,Telefoon,,6 / 10
2-9-2020 10:11:12,9,"Website, Balie",Niets het ging prima,9 / 10
3-9-2020 10:11:12,9,"Website, Telefoon",,9 / 10
`, func(t *testing.T, f *File) {
		same(t, "guesses", f.guesses(), "date score group comment score")
		same(t, "period", fmt.Sprint(*f.preview.Period), "{0 2020-08-31 2020-09-03}")
		sameLabels(t, "channels", f.preview.Columns[2].Labels, map[string]int{"Website": 3, "Telefoon": 3, "Balie": 1})
		same(t, "out of ten", *f.preview.Columns[4].Scale, Scale{1, 10})
		same(t, "counts", fmt.Sprint(f.take(t, Mapping{Score: &ScoreOf{Column: 4}}, nps).Counts), "[0 0 0 0 0 0 1 0 1 2 0]")
	})
}

// SurveyMonkey with all it knows of people, and the group it made of the grade for recommending.
func TestExportOfSurveyMonkeyWithPeople(t *testing.T) {
	everyWay(t, `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Would you recommend us?,,Why?
,,,,,,,,,Response,Group,Open-Ended Response
118000001,4000001,2026-03-10 09:00:00,2026-03-10 09:02:00,192.0.2.1,ann@example.test,Ann,Verzonnen,,10 - Extremely likely,Promoter,They called me back
118000002,4000001,2026-03-10 09:05:00,2026-03-10 09:07:00,192.0.2.2,bob@example.test,Bob,Bedacht,,0 - Not at all likely,Detractor,Nobody called
118000003,4000001,2026-03-11 09:05:00,2026-03-11 09:07:00,192.0.2.3,cor@example.test,Cor,Gemaakt,,7,Passive,
`, func(t *testing.T, f *File) {
		same(t, "heads", f.preview.HeaderRows, 2)
		same(t, "guesses", f.guesses(), "nothing nothing date date personal personal personal personal nothing score nothing comment")
		taken := f.take(t, Mapping{Score: &ScoreOf{Column: 9}, Comments: []int{11}}, nps)
		same(t, "counts", fmt.Sprint(taken.Counts), "[1 0 0 0 0 0 0 1 0 0 1]")
		sameTexts(t, "quotes", texts(taken.Quotes), "They called me back", "Nobody called")
	})
}

// Qualtrics with a column for each option and each line of a matrix, a rubbish answer, and -99 for what was seen and passed over.
func TestExportOfQualtricsWithOptions(t *testing.T) {
	id := func(s string) string { return `"{""ImportId"":""` + s + `""}"` }
	ids := strings.Join([]string{id("startDate"), id("status"), id("finished"), id("_recordId"), id("QID1"), id("QID1"), id("QID1"),
		id("QID1_3_TEXT"), id("QID2_1"), id("QID2_2"), id("QID3_DO")}, ",")
	everyWay(t, `StartDate,Status,Finished,ResponseId,Q1_1,Q1_2,Q1_3,Q1_3_TEXT,Q2_1,Q2_2,Q3_DO
Start Date,Response Type,Finished,Response ID,Which? - Selected Choice - Website,Which? - Selected Choice - Phone,Which? - Selected Choice - Other,Which? - Other - Text,How was - The desk,How was - The phone,Q3 - Display Order
`+ids+`
2026-03-10 09:00:00,IP Address,True,R_1,Website,,,,4,5,1|2
2026-03-10 09:10:00,IP Address,True,R_2,,Phone,Other,By the neighbour,2,-99,2|1
2026-03-11 09:10:00,Spam,True,R_3,,Phone,,,1,1,2|1
`, func(t *testing.T, f *File) {
		same(t, "rows", fmt.Sprint(f.preview.HeaderRows, f.preview.Rows, f.preview.Counted), "3 3 2")
		same(t, "guesses", f.guesses(), "date nothing nothing nothing group group group comment score score nothing")
		same(t, "choice", fmt.Sprint(f.preview.Choices), "[{Which? [4 5 6] map[Other:1 Phone:1 Website:1]}]")
		same(t, "passed over", f.take(t, Mapping{Score: &ScoreOf{Column: 9}}, Measure{Min: 1, Max: 5}).N, 1)
	})
}

// LimeSurvey with the codes of its questions before their texts: they are no part of the question, and its own columns no scores.
func TestExportOfLimeSurveyWithCodes(t *testing.T) {
	everyWay(t, `"id. Antwoord ID","submitdate. Datum ingestuurd","lastpage. Laatste pagina","startlanguage. Starttaal","Q1[SQ001]. Hoe was het? [Balie]","Q1[SQ002]. Hoe was het? [Telefoon]","Q2[SQ001]. Kanalen [Website]","Q2[SQ002]. Kanalen [Balie]","Q2[other]. Kanalen [Anders]","Q3. Wat kan beter?"
"1","2026-03-10 09:00:00","3","nl","4","3","Ja","Nee","","De wachttijd aan de balie"
"2","2026-03-10 10:00:00","3","nl","5","","Ja","Ja","via de buurvrouw",""
"3","","1","nl","1","","Nee","Nee","",""
`, func(t *testing.T, f *File) {
		same(t, "counted", fmt.Sprint(f.preview.Rows, f.preview.Counted), "3 2")
		same(t, "guesses", f.guesses(), "nothing date nothing nothing score score group group comment comment")
		same(t, "title", f.preview.Columns[4].Title+" / "+f.preview.Columns[9].Title, "Hoe was het? [Balie] / Wat kan beter?")
		same(t, "choice", fmt.Sprint(f.preview.Choices), "[{Kanalen [6 7 8] map[Anders:1 Balie:2 Website:2]}]")
	})
}

// A grade for recommending with a column for each point: it is a choice, and no column of it a score.
func TestExportWithAColumnForEachPoint(t *testing.T) {
	everyWay(t, "Nr,Aanbevelen? [0],Aanbevelen? [1],Aanbevelen? [9],Aanbevelen? [10],Waarom?\n1,,,9,,Snel en duidelijk geholpen\n"+
		"2,,,,10,Altijd vriendelijk aan de lijn\n3,0,,,,Drie keer doorverbonden\n", func(t *testing.T, f *File) {
		same(t, "guesses", f.guesses(), "nothing group nothing group group comment")
		same(t, "choice", fmt.Sprint(f.preview.Choices), "[{Aanbevelen? [1 2 3 4] map[0:1 10:1 9:1]}]")
	})
	everyWay(t, "Nr,0,1,9,10,Waarom?\n1,,,1,,Snel en duidelijk geholpen\n2,,,,1,Altijd vriendelijk aan de lijn\n3,1,,,,Drie keer doorverbonden\n",
		func(t *testing.T, f *File) {
			same(t, "guesses", f.guesses(), "nothing group nothing group group comment")
		})
}

// A sheet of one's own that was saved with empty columns and rows behind it, and the same answer twice.
func TestExportWithEmptyEdgesAndEqualRows(t *testing.T) {
	everyWay(t, "Datum,Cijfer,Reden,,,\n10-03-2026,8,Snel geholpen door de balie,,,\n10-03-2026,8,Snel geholpen door de balie,,,\n"+
		"13-03-2026,6,Lang wachten aan de lijn,,,\n,,,,,\n,,,,,\n", func(t *testing.T, f *File) {
		same(t, "guesses", f.guesses(), "date score comment")
		same(t, "rows", fmt.Sprint(f.preview.Rows, f.preview.Counted, f.preview.EqualRows), "3 3 2")
		same(t, "period", fmt.Sprint(*f.preview.Period), "{0 2026-03-10 2026-03-13}")
	})
}
