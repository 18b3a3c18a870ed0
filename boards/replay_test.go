package boards

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Apply is the same in Go and in TypeScript (B2): both replay the files in testdata/replay. The other reader is
// frontend/src/engine/replay.test.ts.

type replay struct {
	Name    string    `json:"name"`
	Start   []*Record `json:"start"`
	Entries []struct {
		At      int64    `json:"at"`
		Effects []Effect `json:"effects"`
	} `json:"entries"`
	Want []*Record `json:"want"`
}

func TestReplay(t *testing.T) {
	files, _ := filepath.Glob("testdata/replay/*.json")
	if len(files) < 8 {
		t.Fatalf("only %d replay files", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var r replay
			if err := json.Unmarshal(data, &r); err != nil {
				t.Fatal(err)
			}
			b := New("board", "epoch")
			for _, record := range r.Start {
				b.index(record)
			}
			for _, e := range r.Entries {
				b.Apply(Entry{V: Version, At: e.At, Effects: e.Effects})
			}
			sameReplayed(t, slices.Collect(maps.Values(b.records)), r.Want)
		})
	}
}

func sameReplayed(t *testing.T, have, want []*Record) {
	t.Helper()
	h, w := replayLines(have), replayLines(want)
	for i := range max(len(h), len(w)) {
		if i >= len(h) || i >= len(w) || h[i] != w[i] {
			t.Fatalf("record %d\nhave %v\nwant %v", i, h[min(i, len(h)):], w[min(i, len(w)):])
		}
	}
}

func replayLines(list []*Record) []string {
	lines := []string{}
	for _, r := range list {
		lines = append(lines, string(encode(r)))
	}
	slices.Sort(lines)
	return lines
}
