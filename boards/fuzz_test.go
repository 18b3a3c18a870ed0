package boards_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// FuzzImport reads a board.json of a stranger. What is taken must be a board that exports to a file which comes back the same.
func FuzzImport(f *testing.F) {
	b, _, err := template.Found("board-1", "e1", template.Wish{Template: "blank", Agenda: "2h", Language: "nl"}, exportMoment())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(boards.Export(b))
	f.Add([]byte(`{"muntsaus":1,"records":[{"id":"board-0000000001","kind":"board","fields":{"title":"T","language":"nl"}}]}`))
	f.Add(
		[]byte(
			`{"muntsaus":1,"records":[{"id":"board-0000000001","kind":"board","fields":{}},{"id":"person-000000001","kind":"person","fields":{"role":"facilitator","name":"A"}},
		{"id":"pain-00000000001","kind":"pain","ref":"p1","by":"person-000000001","fields":{"text":"x","merged_into":"pain-00000000001"}},{"id":"round-0000000001","kind":"round","fields":{"state":"open"}}]}`,
		),
	)
	f.Add([]byte(`{"muntsaus":2,"records":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, ok := exportOfImport(t, data)
		if !ok {
			return
		}
		if !json.Valid(once) {
			t.Fatalf("no JSON: %s", once)
		}
		if again, ok := exportOfImport(t, once); !ok || !bytes.Equal(once, again) {
			t.Fatalf("taken %v: once\n%s\nthen\n%s", ok, once, again)
		}
	})
}

// exportOfImport imports a file and gives what the board exports after it was stored and opened again.
func exportOfImport(t *testing.T, data []byte) ([]byte, bool) {
	founder, err := boards.Import(data, "board-2", "e2", exportMoment())
	if err != nil {
		return nil, false
	}
	founder.Facilitator()
	founder.FoundBy("ZZ99ZZ")
	b, err := founder.Board()
	if err != nil {
		return nil, false
	}
	opened, err := boards.Open(b.Snapshot())
	if err != nil {
		t.Fatalf("the board of %s cannot be opened: %v", data, err)
	}
	return boards.Export(opened), true
}
