package print

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestABrowserOfFlatpakIsFound: one that no search path names.
func TestABrowserOfFlatpakIsFound(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	var mine []string // what this machine itself has is not asked
	for _, path := range onLinux(func(string) string { return home }) {
		if strings.HasPrefix(path, home) {
			mine = append(mine, path)
		}
	}
	want := filepath.Join(home, ".local/share/flatpak/exports/bin/com.brave.Browser")
	if err := os.MkdirAll(filepath.Dir(want), 0o755); err != nil {
		t.Fatal(err)
	}
	if path, err := first(mine); err == nil {
		t.Errorf("found %s, where nothing is", path)
	}
	if err := os.WriteFile(want, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if path, err := first(mine); err != nil || path != want {
		t.Errorf("found %q, %v", path, err)
	}
}
