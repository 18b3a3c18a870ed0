package report

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"muntsaus/boards"
)

// hostile is a text in which every program finds something that means something to it.
const hostile = "title: #1; {x} \"a\", <b>|`c`\\ %% =1+1 & ]]> 😀"

func TestNamesInADiagramMeanNothing(t *testing.T) {
	for text, want := range map[string]string{"Klant: belt": "Klant#58; belt", "title van het dossier": "#116;itle van het dossier", "Sectie": "Sectie", "Section 1": "#83;ection 1",
		"a#b;c,d": "a#35;b#59;c#44;d", "": "–", "twee\nregels": "twee regels", "%% weg": "#37;#37; weg"} {
		if got := diagrammed(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	line := "      " + diagrammed(hostile) + ": 3: " + diagrammed("Klant")
	if strings.Count(line, ": ") != 2 || strings.ContainsAny(line, "`<>{}") {
		t.Error(line)
	}
}

func TestMarkdownOfABoard(t *testing.T) {
	text := string(Markdown(full(t, "nl").b, "nl"))
	for _, want := range []string{"# ", "```mermaid\njourney\n    title ", "    section ", ": 3: Klant", "## "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Count(text, "```") != 2 {
		t.Error("the diagram does not end")
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	data, err := SVG(full(t, "nl").b, "nl")
	if err != nil {
		t.Fatal(err)
	}
	texts := 0
	for d := xml.NewDecoder(strings.NewReader(string(data))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if start.Name.Local == "script" || start.Name.Local == "image" || start.Name.Local == "a" {
				t.Errorf("the drawing holds a %s", start.Name.Local)
			}
			if start.Name.Local == "text" {
				texts++
			}
		}
	}
	if texts < 30 {
		t.Errorf("%d texts in the drawing", texts)
	}
	if got := drawn(hostile); strings.ContainsAny(got, "<>\"") {
		t.Error(got)
	}
}

func TestWrappedTextsKeepEveryLetter(t *testing.T) {
	for _, text := range []string{"Klant belt met het noodnummer en wacht", strings.Repeat("lang", 40), "a " + strings.Repeat("b", 60) + " c"} {
		if got := strings.Join(wrapped(text, 27), ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Errorf("%q becomes %q", text, got)
		}
		for _, line := range wrapped(text, 27) {
			if len([]rune(line)) > 27 {
				t.Errorf("a line of %d: %q", len([]rune(line)), line)
			}
		}
	}
}

func TestTasksOfOtherPrograms(t *testing.T) {
	x := newTable(t, "lease", "nl")
	x.put("fix", boards.Fields{"text": "=Bel iedereen terug, \"snel\"", "status": "doing", "due_date": "2027-02-03", "owner_person": "Vera", "first_step": "Lijst maken"})
	x.put("fix", boards.Fields{"text": "Vervalt toch maar", "status": "dropped"})
	b := x.b
	for name, test := range map[string]struct {
		make func() ([]byte, error)
		head string
		row  string
	}{
		"Jira":    {func() ([]byte, error) { return TasksJira(b, "nl") }, "Summary|Issue Type|Description|Assignee|Due Date|Status|Labels", "In Progress"},
		"Trello":  {func() ([]byte, error) { return TasksTrello(b, "nl") }, "Card Name|Card Description|List Name|Due Date|Members|Labels", "Vera"},
		"Planner": {func() ([]byte, error) { return TasksPlanner(b, "nl") }, "Task Name|Bucket Name|Progress|Priority|Assigned To|Due Date|Description", "In progress"},
	} {
		data, err := test.make()
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
		if err != nil || len(rows) < 2 || strings.Join(rows[0], "|") != test.head {
			t.Fatalf("%s: %v %q", name, err, rows)
		}
		all := string(data)
		if !strings.Contains(all, test.row) || !strings.Contains(all, "2027-02-03") || !strings.Contains(all, "'=Bel iedereen") || strings.Contains(all, "Vervalt") {
			t.Errorf("%s: %s", name, all)
		}
	}
}
