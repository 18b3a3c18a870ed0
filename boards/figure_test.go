package boards

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// N3: a number is rounded one way, on screens and on paper. The same vectors are in frontend/src/words/round.test.ts.
func TestN3FiguresAreRoundedAsOnThePages(t *testing.T) {
	data, err := os.ReadFile("testdata/figures.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Value, Rounded float64
		Decimals       int
		NL, EN         string
	}
	if err := json.Unmarshal(data, &vectors); err != nil || len(vectors) < 20 {
		t.Fatal(err, len(vectors))
	}
	for _, v := range vectors {
		got := Rounded(v.Value, v.Decimals)
		if got != v.Rounded || math.Signbit(got) != (v.Rounded < 0) {
			t.Errorf("%v with %d decimals is %v, want %v", v.Value, v.Decimals, got, v.Rounded)
		}
		if nl, en := Figure(v.Value, v.Decimals, "nl"), Figure(v.Value, v.Decimals, "en"); nl != v.NL || en != v.EN {
			t.Errorf("%v reads %s and %s, want %s and %s", v.Value, nl, en, v.NL, v.EN)
		}
	}
}
