package boards_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

func exportMoment() boards.Moment {
	n := 0
	return boards.Moment{At: 1763980000000, ID: func() string { n++; return fmt.Sprintf("id-%016d", n) }}
}

func TestExportComesBackTheSame(t *testing.T) {
	b, host, err := template.Found("board-1", "e1", template.Wish{Template: "lease", Agenda: "2h", Language: "nl", JoinCode: "AB12CD",
		Keys: []template.Key{{Use: "facilitator", Role: "facilitator", Hash: "h", Mine: true}}}, exportMoment())
	if err != nil {
		t.Fatal(err)
	}
	data := boards.Export(b)
	if bytes.Contains(data, []byte(`"hash"`)) {
		t.Error("an export holds a key")
	}
	f, err := boards.Import(data, "board-2", "e2", exportMoment())
	if err != nil {
		t.Fatal(err)
	}
	f.FoundBy("ZZ99ZZ")
	back, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	if back.Workshop().JoinCode != "ZZ99ZZ" {
		t.Errorf("join code %q", back.Workshop().JoinCode)
	}
	if back.Get(host) == nil {
		t.Error("people do not come along")
	}
	for _, kind := range boards.Kinds() {
		if kind.Name != "key" && back.Count(kind.Name) != b.Count(kind.Name) {
			t.Errorf("%s: %d, want %d", kind.Name, back.Count(kind.Name), b.Count(kind.Name))
		}
	}
	for i, r := range b.All("step") {
		if back.All("step")[i].ID != r.ID {
			t.Fatal("the steps stand in another order")
		}
	}
}

func TestImportTakesMergedPainsInAnyOrder(t *testing.T) {
	b, _, _ := template.Found("board-1", "e1", template.Wish{Template: "lease", Agenda: "2h", Language: "nl"}, exportMoment())
	step := b.All("step")[0].ID
	pain := func(id, into string) string {
		merged := ""
		if into != "" {
			merged = `,"merged_into":"` + into + `"`
		}
		return fmt.Sprintf(`{"id":"%s","kind":"pain","at":1,"fields":{"text":"Something hurts here","step_id":"%s"%s}},`, id, step, merged)
	}
	data := string(boards.Export(b))
	extra := pain("pain-aaaaaaaaaaaaaaaa", "pain-bbbbbbbbbbbbbbbb") + pain("pain-bbbbbbbbbbbbbbbb", "") +
		pain("pain-cccccccccccccccc", "gone-aaaaaaaaaaaaaaaa")
	data = strings.Replace(data, `"records":[`, `"records":[`+extra, 1)
	f, err := boards.Import([]byte(data), "board-2", "e2", exportMoment())
	if err != nil {
		t.Fatal(err)
	}
	back, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	if got := back.Get("pain-aaaaaaaaaaaaaaaa").Str("merged_into"); got != "pain-bbbbbbbbbbbbbbbb" {
		t.Errorf("merged into %q", got)
	}
	if got := back.Get("pain-cccccccccccccccc").Str("merged_into"); got != "" {
		t.Errorf("a reference to nothing stayed: %q", got)
	}
}

func TestImportRefusesWhatIsNoBoard(t *testing.T) {
	for _, data := range []string{"", "{}", "[]", `{"muntsaus":99,"records":[]}`, `{"muntsaus":1,"records":[]}`, `{"muntsaus":1,"records":[1]}`,
		`{"muntsaus":1,"records":[{"id":"x","kind":"spaceship","fields":{}}]}`, `{"muntsaus":1,"muntsaus":1,"records":[]}`} {
		if _, err := boards.Import([]byte(data), "board-2", "e2", exportMoment()); !errors.Is(err, boards.ErrExport) {
			t.Errorf("%s: got %v, want ErrExport", data, err)
		}
	}
}
