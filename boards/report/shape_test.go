package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// shaped gives the full lease board as its facilitator shaped the summary.
func shaped(t *testing.T, fields boards.Fields) *table {
	x := full(t, "nl")
	x.put("report", fields)
	return x
}

func TestTheFacilitatorsOwnWords(t *testing.T) {
	x := shaped(t, boards.Fields{"conclusion": "Wie schade heeft, belt voortaan één nummer.", "confidential": true, "fill_decisions": false})
	x.put("decision_line", boards.Fields{"text": "Schrap het akkoord van de werkgever tot drie dagen huur.", "proposer": "Lotte Visser",
		"decider": "directeur Operatie", "by_date": "2026-12-01"})
	x.put("decision_line", boards.Fields{"text": "Geef Klantcontact inzage in het schadedossier."})
	doc := report(t, x.b, "nl")
	text := plain(doc)
	for _, want := range []string{"Wie schade heeft, belt voortaan één nummer.", "Schrap het akkoord van de werkgever tot drie dagen huur.",
		"voorstel van Lotte Visser · beslist door: directeur Operatie · vóór 1 december 2026", "geen beslisser"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q", want)
		}
	}
	for _, no := range []string{"Wijs een eigenaar aan", "Er wordt geen besluit gevraagd"} {
		if strings.Contains(text, no) {
			t.Errorf("says %q", no)
		}
	}
	if !strings.Contains(doc, cssString(boards.Isolated(x.b.Workshop().Title)+"   ·   24 november 2026   ·   Vertrouwelijk")) {
		t.Error("the foot does not say that it is confidential")
	}
	x.set(x.b.All("report")[0].ID, boards.Fields{"fill_decisions": true})
	if text = plain(report(t, x.b, "nl")); !strings.Contains(text, "Wijs een eigenaar aan") {
		t.Error("what the board asks for does not stand below the own lines")
	}
}

func TestSectionsAndLanguageAreChosen(t *testing.T) {
	x := shaped(t, boards.Fields{"sections": []string{"summary", "actions"}, "language": "en"})
	doc, err := HTML(x.b, insight.Of(x.b), Options{Now: instant})
	if err != nil {
		t.Fatal(err)
	}
	text := string(doc)
	for _, want := range []string{`id="summary"`, `id="actions"`, "Part 2", `lang="en-GB"`} {
		if !strings.Contains(text, want) {
			t.Errorf("does not hold %q", want)
		}
	}
	for _, no := range []string{`id="map"`, `id="saw"`, `id="rules"`, `id="annex"`, "annex"} {
		if strings.Contains(plain(text), no) {
			t.Errorf("holds %q", no)
		}
	}
}

// What is left out stands in no file, and where it changes a count that is said.
func TestAHiddenItemIsInNoFile(t *testing.T) {
	x := full(t, "nl")
	pain, fix, quote := x.b.All("pain")[0], x.b.All("fix")[1], x.b.All("quote")[0]
	x.put("report", boards.Fields{"hidden_ids": []string{pain.ID, fix.ID, quote.ID}})
	files := map[string][]byte{"HTML": []byte(report(t, x.b, "nl")), "outside": boards.ExportOutside(x.b), "md": Markdown(x.b, "nl"), "ics": Calendar(x.b, "nl")}
	for name, make := range map[string]func(*boards.Board, string) ([]byte, error){"fixes": FixesCSV, "pains": PainsCSV, "svg": SVG, "jira": TasksJira,
		"trello": TasksTrello, "planner": TasksPlanner, "xlsx": cells} {
		data, err := make(x.b, "nl")
		if err != nil {
			t.Fatal(name, err)
		}
		files[name] = data
	}
	for name, data := range files {
		for _, r := range []*boards.Record{pain, fix, quote} {
			if bytes.Contains(data, []byte(r.Str("text"))) {
				t.Errorf("%s tells %q", name, r.Str("text"))
			}
		}
	}
	text := plain(string(files["HTML"]))
	if n := strings.Count(text, "De begeleider liet hier 1 onderdeel weg."); n != 3 { // what we saw, who does what, the annex
		t.Errorf("said %d times", n)
	}
	if !strings.Contains(text, "De begeleider liet hier 2 onderdelen weg.") { // page 1 counts pains and fixes
		t.Error("page 1 does not say it")
	}
	if !bytes.Contains(boards.Export(x.b), []byte(pain.Str("text"))) {
		t.Error("the file that opens again does not hold it")
	}
}

// cells are all texts of the workbook.
func cells(b *boards.Board, language string) ([]byte, error) {
	var out bytes.Buffer
	if err := Workbook(&out, b, language); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(&out)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	all := ""
	for _, sheet := range file.GetSheetList() {
		rows, err := file.GetRows(sheet)
		if err != nil {
			return nil, err
		}
		all += fmt.Sprintln(rows)
	}
	return []byte(all), nil
}
