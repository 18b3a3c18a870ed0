package report

import (
	"bytes"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/boardtest"
)

// As much as a board holds goes out whole: sixty steps, four hundred pains, two hundred fixes in every file that tells of them.
func TestTheLargestBoardGoesOutWhole(t *testing.T) {
	b := large(t)
	if b.Count("step") != boardtest.Steps || b.Count("pain") != boardtest.Pains || b.Count("fix") != boardtest.Fixes {
		t.Fatal("the board is not the largest")
	}
	files := everyFile(t, b, "nl")
	files["board"] = boards.Export(b)
	files["xlsx"], _ = cells(b, "nl")
	const step, pain, fix = "Stap 60 van de klant", "Pijnpunt 400: ", "Oplossing 200: "
	for text, in := range map[string][]string{step: {"html", "md", "svg", "xlsx", "board"}, pain: {"html", "md", "pains", "xlsx", "board"},
		fix: {"html", "md", "fixes", "xlsx", "board"}, "Oplossing 199: ": {"ics", "jira", "trello", "planner"}} {
		for _, name := range in {
			if !bytes.Contains(files[name], []byte(text)) {
				t.Errorf("%s does not hold %q", name, text)
			}
		}
	}
	again, left, err := boardtest.Open(files["board"])
	if err != nil || len(left) > 0 || !bytes.Equal(boards.Export(again), files["board"]) {
		t.Errorf("the file does not come back as it was: %v, %v", left, err)
	}
}

func large(t testing.TB) *boards.Board {
	t.Helper()
	b, left, err := boardtest.Open(boardtest.Large())
	if err != nil || len(left) > 0 {
		t.Fatal(left, err)
	}
	return b
}
