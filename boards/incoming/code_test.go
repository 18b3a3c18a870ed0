package incoming

import (
	"encoding/json"
	"os"
	"testing"
)

// The table is the page's too: frontend/src/kinds/department/code.test.ts.
func TestCodesAreThoseOfTheDesk(t *testing.T) {
	data, err := os.ReadFile("../testdata/codes.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Name  string   `json:"name"`
		Taken []string `json:"taken"`
		Code  string   `json:"code"`
	}
	if err := json.Unmarshal(data, &rows); err != nil || len(rows) < 8 {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		taken := map[string]bool{}
		for _, code := range row.Taken {
			taken[code] = true
		}
		if code := proposeCode(row.Name, taken); code != row.Code {
			t.Errorf("%q with %v taken: %q, want %q", row.Name, row.Taken, code, row.Code)
		}
	}
}

func TestCodesOfManyOfOneName(t *testing.T) {
	taken := map[string]bool{}
	for n := range 40 {
		if code := proposeCode("Klantenservice", taken); len(code) < 2 || len(code) > 3 || len(taken) != n+1 {
			t.Fatalf("%d: %q, %d taken", n, code, len(taken))
		}
	}
}
