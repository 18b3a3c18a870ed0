package print

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
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

// F8: the limit counts what the browser computed, not what passed.
func TestF8WorkIsCounted(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells what processes computed")
	}
	if got := computed("7 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20"); got != 3*time.Second {
		t.Errorf("computed %v", got)
	}
	if got := computed("7 (short) S 1"); got != 0 {
		t.Errorf("computed %v", got)
	}
	if got, known := worked("no process has this on its command line " + t.Name()); got != 0 || !known {
		t.Errorf("worked %v, %v", got, known)
	}
}
