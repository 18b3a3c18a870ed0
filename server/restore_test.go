package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRestorePutsABackupBack(t *testing.T) {
	dir, fresh, out := t.TempDir(), filepath.Join(t.TempDir(), "new"), filepath.Join(t.TempDir(), "backup.db")
	run := func(says string, args ...string) {
		t.Helper()
		text, err := program(t, args...).CombinedOutput()
		if (err != nil) != (says != "") || !strings.Contains(string(text), says) {
			t.Fatalf("%v: %v: %s", args, err, text)
		}
	}
	server := serveIn(t, dir)
	board := server.create(t)
	run("", "backup", "--data", dir, "-o", out)
	run("already using this folder", "restore", "--data", dir, "--replace", out)
	server.stop(t)
	run("there are boards in this folder", "restore", "--data", dir, out)
	run("is no backup", "restore", "--data", fresh, filepath.Join(dir, "muntsaus.db"))
	whole, err := os.ReadFile(out)
	must(t, err)
	broken := filepath.Join(t.TempDir(), "broken.db")
	must(t, os.WriteFile(broken, whole[:len(whole)/2/4096*4096], 0o600))
	run("muntsaus:", "restore", "--data", fresh, broken)
	run("", "restore", "--data", fresh, out)
	run("", "check", "--data", fresh)
	run("", "restore", "--data", dir, "--replace", out)
	if _, err := os.Stat(filepath.Join(dir, "muntsaus.db.before")); err != nil {
		t.Error(err)
	}
	for _, folder := range []string{fresh, dir} {
		again := serveIn(t, folder)
		if len(records(t, again.dial(t, board, "reader"))) == 0 {
			t.Error("the board is empty")
		}
		again.stop(t)
	}
}
