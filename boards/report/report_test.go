package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/boards/template"
)

// docs are the boards every structural rule is held against.
func docs(t *testing.T) map[string]*boards.Board {
	full, small := full(t, "nl").b, newTable(t, "hotel", "en").b
	crowd := crowded(t, 3)
	return map[string]*boards.Board{"full": full, "fresh": small, "blank": newTable(t, "blank", "nl").b, "crowded": crowd.b,
		"sixty": crowded(t, 60).b, "restaurant": newTable(t, "restaurant", "nl").b}
}

func report(t *testing.T, b *boards.Board, language string) string {
	t.Helper()
	doc, err := HTML(
		b,
		insight.Of(b),
		Options{Language: language, Now: instant, Base: "https://workshop.example/b/board-1?a=1&b=2", Version: "1.0"},
	)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("MUNTSAUS_REPORT_DIR"); dir != "" { // to look at them
		_ = os.WriteFile(dir+"/"+strings.ReplaceAll(t.Name(), "/", "-")+"-"+language+".html", OnPaper(doc), 0o644)
	}
	return string(doc)
}

func TestEveryReportIsOneSafeDocument(t *testing.T) {
	for name, b := range docs(t) {
		for _, language := range []string{"nl", "en"} {
			t.Run(name+language, func(t *testing.T) {
				doc := report(t, b, language)
				body := doc[strings.Index(doc, "</style>"):]
				for _, no := range []string{" style=", "<script", "javascript:", "ZgotmplZ", "%!", "<iframe", "<img", "<link", "onload", "{n}"} {
					if strings.Contains(body, no) {
						t.Errorf("holds %q: …%s…", no, around(body, no))
					}
				}
				eachHasItsName(t, body)
				if n := strings.Count(doc, "<style>"); n != 1 {
					t.Errorf("%d styles", n)
				}
				if strings.Count(doc, "<h1") < 4 {
					t.Error("a page has no title")
				}
				for _, url := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(doc, -1) {
					if u := html.UnescapeString(url[1]); !strings.HasPrefix(u, "#") && !strings.HasPrefix(u, "https://workshop.example/") {
						t.Errorf("leads to %s", u)
					}
				}
				if strings.Contains(doc, "<tbody></tbody>") {
					t.Error("an empty table")
				}
			})
		}
	}
}

func around(s, what string) string {
	i := strings.Index(s, what)
	return s[max(0, i-80):min(len(s), i+80)]
}

func TestPolicyNamesTheOneStyle(t *testing.T) {
	doc := report(t, full(t, "nl").b, "nl")
	_, rest, _ := strings.Cut(doc, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	policy := Policy([]byte(doc))
	if !strings.Contains(policy, want) || !strings.HasPrefix(policy, "default-src 'none'; ") ||
		!strings.HasSuffix(policy, "; sandbox allow-popups") {
		t.Errorf("policy %s, want %s", policy, want)
	}
}

// In a frame that is printed nothing runs either, and nobody else has it in a frame.
func TestPolicyOfAFrame(t *testing.T) {
	doc := []byte(report(t, full(t, "nl").b, "nl"))
	if got, want := FramePolicy(doc), Policy(doc)+" allow-modals allow-same-origin"; got != want || strings.Contains(got, "script") {
		t.Errorf("policy %s, want %s", got, want)
	}
}

// What people write cannot leave its place: not the markup, not the style, not a link.
func TestTextStaysText(t *testing.T) {
	x := newTable(t, "lease", "nl")
	evil := `</style><script>alert(1)</script>"}*{x:y}\27 ; @import url(//evil.example)`
	x.set(x.b.All("board")[0].ID, boards.Fields{"title": evil, "organisation": evil})
	x.set(x.step(1), boards.Fields{"title": `<b onclick="x">`, "customer_action": evil})
	x.put("pain", boards.Fields{"text": evil, "step_id": x.step(1)})
	doc := report(t, x.b, "nl")
	if strings.Contains(doc, "<script") || strings.Contains(doc, "<b onclick") || strings.Count(doc, "</style>") != 1 {
		t.Error("text became markup")
	}
	style := doc[strings.Index(doc, "<style>"):strings.Index(doc, "</style>")]
	if strings.Contains(style, "alert(1)") || strings.Contains(style, "evil.example") {
		t.Error("text stands bare in the style")
	}
}

func TestFullBoardTellsItsStory(t *testing.T) {
	text := plain(report(t, full(t, "nl").b, "nl"))
	for _, want := range []string{
		"Hypothesekaart – nog niet bij klanten getoetst", "Noorderlicht Lease (fictief), Utrecht, 24 november 2026.", "6 deelnemers van 4 afdelingen.",
		"Begeleider: Marieke van Dam.", "Sanne wordt 4 keer doorgestuurd langs 4 afdelingen voordat de vraag is opgelost.",
		"Wijs een eigenaar aan voor ‘Niemand is eigenaar van de hele schade’.", "4 keer doorgestuurd, stap 3 tot en met 7.",
		"2 van de 6 belangrijkste pijnpunten hebben een eigenaar en een datum.", "Top 3 pijnpunten", "geen eigenaar", "geen datum", "Wie Sanne spreekt, regelt het.",
		"“Op dag zeven belde ik zelf.", "De reis van Sanne", "stap 1 tot en met 7 van 11", "stap 8 tot en met 11 van 11", "interactielijn", "zichtbaarheidslijn",
		"lijn van interne interactie", "niemand in beeld", "geen contact, 9 dagen", "Legenda", "Wat we zagen", "Onderbelicht", "Klantcontact mag het dossier niet inzien",
		"Sanne wordt 4 keer doorgestuurd langs 4 afdelingen en komt weer uit bij Klantcontact.", "terug bij af", "samen 116 min", "Wie doet wat wanneer", "nu opgelost",
		"Klaar als: Nummer werkt, getest", "afgesproken", "8 december 2026 na 2 weken", "Lege stoelen", "Wagenparkbeheer werkgever", "klant A",
		"1 uitspraak is weggelaten: er is geen toestemming.", "Kijk ook naar de camerabeelden", "240 min", "Gemaakt op 24 november 2026 om 14.00 uur.", "Controlegetal",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q", want)
		}
	}
	for _, no := range []string{"Dit mag niemand lezen", "Geheime Gast", "zonder toestemming"} {
		if strings.Contains(text, no) {
			t.Errorf("says %q", no)
		}
	}
}

func TestEnglishIsEnglish(t *testing.T) {
	text := plain(report(t, newTable(t, "lease", "en").b, "en"))
	for _, want := range []string{"Hypothesis map – not yet checked with customers", "24 November 2026", "The journey of Sanne", "line of visibility", "No decision is asked.",
		"Nobody voted, so there is no top 3 yet.", "There are no pains on the board.", "No fixes were agreed yet.", "No participants yet", "Made on 24 November 2026 at 14:00."} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q", want)
		}
	}
	for _, no := range []string{"stap ", " afdeling", "pijnpunt", " niet "} {
		if strings.Contains(text, no) {
			t.Errorf("speaks Dutch: %s", around(text, no))
		}
	}
}

// Nobody is named beside a pain or a vote, and dots are never split by department.
func TestNoNamesOnPainsAndVotes(t *testing.T) {
	x := full(t, "nl")
	doc := report(t, x.b, "nl")
	saw := section(doc, "Wat we zagen")
	annexPains := doc[strings.Index(doc, "Alle pijnpunten"):strings.Index(doc, "Klantuitspraken</h2>")]
	for _, r := range x.b.All("person") {
		for where, part := range map[string]string{"page 3": saw, "the list of pains": annexPains} {
			if strings.Contains(part, r.Str("name")) {
				t.Errorf("%s names %s", where, r.Str("name"))
			}
		}
	}
	table := saw[strings.Index(saw, "<table"):strings.Index(saw, "</table>")]
	for _, r := range x.b.All("department") {
		if strings.Contains(table, r.Str("name")) || strings.Contains(table, ">"+r.Str("code")+"<") {
			t.Errorf("the vote table names department %s", r.Str("name"))
		}
	}
}

// The most hidden thing on a board before the reveal: an open round leaves no trace in the report.
func TestOpenRoundIsNotTold(t *testing.T) {
	x := newTable(t, "lease", "nl")
	person := x.join("Joris", "KCO", "participant")
	pains := x.pains()
	before := plain(report(t, x.b, "nl"))
	round := x.id()
	x.act("open", round, map[string]any{"collect": "vote", "item_ids": pains, "dots": 3, "max_per_item": 2})
	x.do(boards.Actor{Person: person, Role: "participant"},
		boards.Op{Op: "put", Kind: "vote", ID: x.id(), Fields: boards.Fields{"round_id": round, "item_id": pains[0], "count": 2}})
	after := plain(report(t, x.b, "nl"))
	cut := regexp.MustCompile(`Stand van het bord.*`)
	if cut.ReplaceAllString(before, "") != cut.ReplaceAllString(after, "") {
		t.Error("the report changed with a sealed vote")
	}
}

// What does not fit on the map stands whole in the annex; nothing is lost.
func TestLongTextsComeOutWhole(t *testing.T) {
	x := crowded(t, 3)
	x.crowdedVote()
	text := strings.ReplaceAll(plain(report(t, x.b, "nl")), " ", "")
	for _, kind := range []string{"step", "cell", "pain", "fix", "quote", "note", "persona"} {
		for _, r := range x.b.All(kind) {
			for name, v := range r.Fields {
				if s, ok := v.(string); ok && len([]rune(s)) > 40 && !strings.Contains(text, strings.Join(strings.Fields(s), "")) {
					t.Errorf("%s %s is not whole", kind, name)
				}
			}
		}
	}
}

func TestSameBoardSameDocument(t *testing.T) {
	b := full(t, "nl").b
	if first, second := report(t, b, "nl"), report(t, b, "nl"); first != second {
		t.Error("two reports of one board differ")
	}
}

func TestEmptyBoardIsRefused(t *testing.T) {
	if _, err := HTML(boards.New("b", "e"), nil, Options{}); err != ErrEmpty {
		t.Errorf("got %v, want ErrEmpty", err)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// plain gives what a reader sees, as one line.
func plain(doc string) string {
	doc = doc[max(0, strings.Index(doc, "</style>")):]
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(doc, " "))), " ")
}

func section(doc, title string) string {
	at := strings.Index(doc, ">"+title+"</h1>")
	return doc[at : at+strings.Index(doc[at:], "</section>")]
}

// Every key of the dictionary has both languages, with the same places to fill; every key that is asked for exists.
func TestDictionaryIsComplete(t *testing.T) {
	for key, both := range dictionary {
		if strings.Count(both[0], "%") != strings.Count(both[1], "%") || strings.Count(both[0], "|") != strings.Count(both[1], "|") {
			t.Errorf("%s: %q and %q ask for different things", key, both[0], both[1])
		}
		if strings.Contains(both[0], "|") && strings.Count(both[0], "|") != 2 {
			t.Errorf("%s has not three forms", key)
		}
	}
	asked := regexp.MustCompile(`\b(?:T|Count)\(?\s?"([a-z_.]+)"`)
	entries, _ := os.ReadDir("pages")
	names := []string{}
	for _, e := range entries {
		names = append(names, "pages/"+e.Name())
	}
	here, _ := os.ReadDir(".")
	for _, e := range here {
		if strings.HasSuffix(e.Name(), ".go") && !strings.HasSuffix(e.Name(), "_test.go") {
			names = append(names, e.Name())
		}
	}
	used := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			used++
			if key := m[1]; key != "board" && !strings.HasSuffix(key, ".") && dictionary[key][0] == "" {
				t.Errorf("%s asks for %s", name, key)
			}
		}
	}
	if used < 100 {
		t.Errorf("only %d questions found", used)
	}
}

// House 14: a value of a newer program is shown as it is; nothing panics.
func TestUnknownValuesAreShownAsTheyAre(t *testing.T) {
	x := full(t, "nl")
	for kind, field := range map[string]string{"pain": "evidence_level", "fix": "status", "step": "channel", "handoff": "kind", "quote": "kind"} {
		for _, r := range x.b.All(kind) {
			r.Fields[field] = "from_tomorrow"
		}
	}
	for _, r := range x.b.All("pain") {
		r.Fields["cause_categories"], r.Fields["frequency"], r.Fields["control"] = []string{"from_tomorrow"}, "from_tomorrow", "from_tomorrow"
	}
	for _, language := range []string{"nl", "en"} {
		if doc := report(t, x.b, language); !strings.Contains(doc, "from_tomorrow") {
			t.Error("says nothing of a value it does not know")
		}
		var out bytes.Buffer
		if err := Workbook(&out, x.b, language); err != nil {
			t.Error(err)
		}
		if file, err := FixesCSV(x.b, language); err != nil || !bytes.Contains(file, []byte("from_tomorrow")) {
			t.Error(err)
		}
	}
}

func TestFormats(t *testing.T) {
	nl, en := words{"nl"}, words{"en"}
	for _, c := range [][2]string{
		{nl.date("2026-11-22"), "22 november 2026"}, {en.date("2026-11-22"), "22 November 2026"}, {nl.clock(instant), "13.00 uur"}, {en.clock(instant), "13:00"},
		{nl.decimal(0.8), "0,8"}, {en.decimal(0.8), "0.8"}, {nl.decimal(17), "17"}, {nl.mean(7), "7,0"}, {en.mean(-1234), "-1,234.0"}, {nl.mean(7.75), "7,8"}, {nl.whole(1250), "1.250"}, {en.whole(1250), "1,250"}, {nl.whole(-1000), "-1.000"},
		{nl.whole(999), "999"}, {nl.decimal(1234.56), "1.234,6"}, {nl.duration(116), "116 min"}, {nl.duration(12960), "9 dagen"}, {nl.duration(1440), "1 dag"}, {nl.duration(180), "3 uur"},
		{en.duration(150), "2.5 hours"}, {nl.duration(525600), "365 dagen"}, {nl.shortDate("2026-12-01", "2026-11-22"), "1\u00a0dec"}, {nl.shortDate("2027-03-01", "2026-11-22"), "1\u00a0mrt 2027"},
		{nl.Count("n.steps", 0), "geen stappen"}, {nl.Count("n.steps", 1), "1 stap"}, {en.Count("n.steps", 1250), "1,250 steps"}, {nl.List([]string{"a", "b", "c"}), "a, b en c"},
		{nl.percent(0.254), "25%"}, {clip("een twee drie vier", 10), "een twee…"}, {clip("👩🏽‍💻👩🏽‍💻👩🏽‍💻", 6), "👩🏽‍💻…"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestMapIsCutAtPhases(t *testing.T) {
	x := newTable(t, "lease", "nl")
	if got := fmt.Sprint(cutPages(look(x.b, insight.Of(x.b), Options{}))); got != "[[0 7] [7 11]]" {
		t.Errorf("lease is cut %s", got)
	}
	y := crowded(t, 60)
	for _, c := range cutPages(look(y.b, insight.Of(y.b), Options{})) {
		if c[1]-c[0] > columnsMost {
			t.Errorf("a page of %d steps", c[1]-c[0])
		}
	}
}

// Whoever led and gave no name is called by what they do; saying that twice says nothing.
func TestFacilitatorWithoutAName(t *testing.T) {
	for language, label := range map[string]string{"nl": "Begeleider", "en": "Facilitator"} {
		b, _, err := template.Found("board-1", "e1", template.Wish{Template: "lease", Agenda: "half", Language: language},
			(&table{t: t}).moment())
		if err != nil {
			t.Fatal(err)
		}
		if text := plain(report(t, b, language)); strings.Contains(text, label+":") {
			t.Errorf("says %q", around(text, label+":"))
		}
	}
}
