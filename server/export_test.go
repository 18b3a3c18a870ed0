package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every form of a saved board is written without a server.
func TestExportWritesEveryForm(t *testing.T) {
	saved, err := filepath.Glob("testdata/versions/*/board-*.json")
	if err != nil || len(saved) == 0 {
		t.Fatalf("no saved board: %v", err)
	}
	for format, begin := range map[string]string{"md": "# ", "xlsx": "PK", "csv": "\ufeff", "ics": "BEGIN:VCALENDAR", "svg": "<?xml"} {
		out := filepath.Join(t.TempDir(), "board."+format)
		if err := (&exportCommand{Board: saved[0], Format: format, Out: out}).Run(); err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		if data, err := os.ReadFile(out); err != nil || !strings.HasPrefix(string(data), begin) {
			t.Errorf("%s: %v %.30q", format, err, data)
		}
	}
}
