package ts

import (
	"bytes"
	"os"
	"testing"
)

func TestGeneratedTypesAreFresh(t *testing.T) {
	have, err := os.ReadFile("../../../frontend/src/board/records.gen.ts")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, Records()) {
		t.Fatal("frontend/src/board/records.gen.ts is stale: run go generate ./boards")
	}
}
