package incoming

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// told says a journey in one line per step.
func told(j Journey) string {
	var lines []string
	for _, p := range j.Phases {
		for _, s := range p.Steps {
			wait := ""
			if s.Wait != nil {
				wait = fmt.Sprint(*s.Wait)
			}
			lines = append(lines, strings.Join([]string{p.Title, s.Title, s.Action, s.Channel, s.Department, wait, strings.Join(s.Notes, "+")}, "|"))
		}
	}
	return strings.Join(lines, "\n")
}

func TestJourneysOfOtherPrograms(t *testing.T) {
	for name, want := range map[string]string{
		"journey.mmd": "Melden|Noodnummer bellen|||Alarmcentrale||Score: 3\nMelden|Formulier invullen|||Schade||Score: 2\n" +
			"Herstel|Bellen om 10:30|||Klantcontact||Score: 1\nHerstel|Auto ophalen|||Herstelbedrijf||Score: 5",
		"steps.csv": "Melden|Noodnummer bellen|Staat langs de weg en belt|Telefoon|Alarmcentrale|35|\n" +
			"Melden|Schadeformulier invullen|Vult 38 velden in; twee keer|Website|Schadeafdeling|25|\n" +
			"Herstel|Auto naar het herstelbedrijf|Brengt de auto weg|Op locatie|Herstelbedrijf|30|",
		"word-list.txt":   "|Klant belt met Klantcontact|||||\n|Klant wacht op bericht|||||\n|Klant mailt nog eens|||||",
		"excel-table.tsv": "Melden|Klant belt en wacht|||KCC||\nMelden|Klant mailt foto’s|||SCH||\nHerstel|Klant brengt auto|||HER||",
	} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		j, err := Read(data)
		if got := told(j); err != nil || got != want || len(j.LeftOut) > 0 {
			t.Errorf("%s: %v\n%s\nwant\n%s\nleft out %v", name, err, got, want, j.LeftOut)
		}
	}
}

// A column that has no place was dropped without a word.
func TestColumnsWithoutAPlaceAreNamed(t *testing.T) {
	j, err := Read([]byte("Nr;Fase;Stap;Wie;Score;Leeg\n1;Melden;Bellen;Receptie;3;\n2;Melden;Wachten;;2;\n"))
	want := []LeftOut{{Column: 4, Head: "Wie", Reason: "no_field"}, {Column: 5, Head: "Score", Reason: "no_field"}}
	if err != nil || !slices.Equal(j.LeftOut, want) || told(j) != "Melden|Bellen|||||\nMelden|Wachten|||||" {
		t.Errorf("%v %q left out %+v", err, told(j), j.LeftOut)
	}
}

// What people paste in a file of their own: bullets and numbers are no steps.
func TestListsOfWordProcessors(t *testing.T) {
	for _, list := range []string{"1.\tBellen\n2.\tWachten\n", "a)\tBellen\nb)\tWachten\n", "☐ Bellen\n☐ Wachten\n", "o\tBellen\no\tWachten\n", "- Bellen\n- Wachten\n"} {
		if j, err := Read([]byte(list)); err != nil || told(j) != "|Bellen|||||\n|Wachten|||||" {
			t.Errorf("%q: %v\n%s", list, err, told(j))
		}
	}
}

// A list of 5,000 lines is read whole; what is more is named.
func TestLongLists(t *testing.T) {
	j, err := Read([]byte("Fase;Stap\n" + strings.Repeat("Melden;Bellen\n", mostSteps+3)))
	if err != nil || j.steps() != mostSteps || len(j.LeftOut) != 3 {
		t.Errorf("%v: %d steps, %d left out", err, j.steps(), len(j.LeftOut))
	}
}

func TestMermaidThatIsOdd(t *testing.T) {
	j, err := Read([]byte("# Een reis\n\n```mermaid\njourney\n  title Schade\n  %% weg\n  section A#58; b\n    Bel: nu: -1.5: Klant\n    Zonder score\n    1. Wachten: : Balie, Post\n```\n"))
	want := "A: b|Bel: nu|||||Score: -1.5\nA: b|Wachten|||Balie||Post"
	if got := told(j); err != nil || got != want || j.Title != "Schade" || len(j.LeftOut) != 1 {
		t.Errorf("%v\n%s\n%v", err, got, j.LeftOut)
	}
}

func TestScrumlr(t *testing.T) {
	j, err := Read([]byte(`{"board":{"name":"Retro"},"columns":[{"id":"c1","name":"Goed"},{"id":"c2","name":"Beter"}],` +
		`"notes":[{"id":"n1","author":"u1","text":"Snel","position":{"column":"c1"}},{"id":"n2","text":"Traag","position":{"column":"c2"}},{"id":"n3","text":"Kwijt","position":{"column":"c9"}}]}`))
	if got := told(j); err != nil || got != "Goed|Goed|||||Snel\nBeter|Beter|||||Traag" || len(j.LeftOut) != 1 {
		t.Errorf("%v\n%s\n%v", err, got, j.LeftOut)
	}
}

const cjmlFile = `<?xml version="1.0"?><cjml version="2.0"><journey name="Schade &amp; herstel"><actors><actor id="a1" role="customer"><name>Sanne</name></actor>
<actor id="a2" role="provider"><name>Jansen & Zn</name></actor></actors>stray
<phase name="Melden"><touchpoint id="t1" type="communication"><name>Belt het noodnummer</name><sender ref="a1"/><receiver ref="a2"/><channel>phone</channel></touchpoint>
<touchpoint id="t2" type="action" initiator="a1"><name>Vult het formulier in</name></touchpoint></phase></journey></cjml>`

func TestCJML(t *testing.T) {
	want := "Melden|Belt het noodnummer||phone|Jansen & Zn||\nMelden|Vult het formulier in|||||"
	j, err := Read([]byte(cjmlFile))
	if got := told(j); err != nil || got != want || j.Title != "Schade & herstel" {
		t.Errorf("%v %s\n%s", err, j.Title, got)
	}
	j, err = Read([]byte(strings.Split(cjmlFile, "</phase>")[0]))
	if got := told(j); err != nil || got != want || len(j.LeftOut) != 1 || j.LeftOut[0].Reason != "ends_early" {
		t.Errorf("cut off: %v\n%s\n%v", err, got, j.LeftOut)
	}
	for _, unsafe := range []string{`<!DOCTYPE x [<!ENTITY a "b">]>` + cjmlFile, "<cjml>" + strings.Repeat("<a>", 100)} {
		if _, err := Read([]byte(unsafe)); !errors.Is(err, ErrUnsafe) {
			t.Errorf("%.40s: %v", unsafe, err)
		}
	}
}

func TestFilesThatAreNoJourney(t *testing.T) {
	for _, text := range []string{"", " ", "{}", `{"columns":[]}`, "<html></html>", "journey\n", "PK\x03\x04", ";;;\n", "[1,2]\n"} {
		if j, err := Read([]byte(text)); err == nil && j.steps() > 1 {
			t.Errorf("%q is a journey: %s", text, told(j))
		}
	}
}

// FuzzRead reads any bytes: nothing breaks, and every step has a title.
func FuzzRead(f *testing.F) {
	for _, text := range []string{cjmlFile, "journey\n section A\n B: 3: C\n", `{"columns":[{"id":"c","name":"G"}],"notes":[{"text":"x","column":"c"}]}`, "Fase;Stap\nA;B\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		j, err := Read(data)
		if err != nil {
			return
		}
		for _, p := range j.Phases {
			for _, s := range p.Steps {
				if s.Title == "" {
					t.Fatalf("a step without a title: %+v", s)
				}
			}
		}
	})
}
