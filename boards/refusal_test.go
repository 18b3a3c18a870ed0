package boards

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// Every reason that a refusal gives has its own sentence; one without would say the general sentence of its code.
func TestEveryReasonHasItsSentence(t *testing.T) {
	given := regexp.MustCompile(`refuse\("(\w+)",[^\n]*\)\.reason\("(\w+)"\)`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range given.FindAllStringSubmatch(string(text), -1) {
			found++
			if pair, ok := reasons[m[1]+" "+m[2]]; !ok || pair[0] == "" || pair[1] == "" {
				t.Errorf("%s: %s because of %s has no sentence", name, m[1], m[2])
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d reasons were found", found)
	}
}
