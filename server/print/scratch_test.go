package print

import (
	"os"
	"path/filepath"
	"testing"
)

// Q8: what a server that was killed left behind goes at the next start; what a living one uses stays.
func TestQ8WhatAKilledServerLeftBehindGoes(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	alive, err := newScratch()
	if err != nil {
		t.Fatal(err)
	}
	dead, err := newScratch()
	if err != nil {
		t.Fatal(err)
	}
	dead.lock.Close() // as the system does when a process ends
	foreign := filepath.Join(os.TempDir(), scratchName+"of-somebody")
	for _, folder := range []string{filepath.Join(dead.path, "profile"), foreign} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	New("", nil).Close()
	for path, stays := range map[string]bool{alive.path: true, dead.path: false, foreign: true} {
		if _, err := os.Stat(path); (err == nil) != stays {
			t.Errorf("%s: there %v", path, err == nil)
		}
	}
	alive.remove()
	if _, err := os.Stat(alive.path); err == nil {
		t.Error("the folder did not go with its browser")
	}
}
