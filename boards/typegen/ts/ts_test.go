package ts

import (
	"bytes"
	"os"
	"testing"
)

func TestGeneratedTypesAreFresh(t *testing.T) {
	for name, want := range Files() {
		have, err := os.ReadFile("../../../frontend/src/board/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, want) {
			t.Errorf("frontend/src/board/%s is stale: run go generate ./boards", name)
		}
	}
}
