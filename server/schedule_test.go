package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"muntsaus/server/clocktest"
)

// awaitLog waits until a server said something.
func (c *child) awaitLog(t *testing.T, says string) {
	t.Helper()
	for until := time.Now().Add(clocktest.Patience); !strings.Contains(c.log(), says); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("the log never said %q: %s", says, c.log())
		}
	}
}

// A server makes its first backup at the start, keeps as many as it was told, and leaves files of others alone.
func TestBackupsByThemselves(t *testing.T) {
	t.Parallel()
	dir, to := t.TempDir(), t.TempDir()
	first := serveIn(t, dir)
	board := first.create(t)
	first.stop(t)
	others := []string{"muntsaus-today.db", "notes.txt"}
	for _, name := range append(others, "muntsaus-20200101-000000.db", "muntsaus-20200102-000000.db", "muntsaus-20200103-000000.db.part") {
		must(t, os.WriteFile(filepath.Join(to, name), []byte("old"), 0o600))
	}
	server := serveWith(t, "--data", dir, "--backup-to", to, "--backup-keep", "2")
	server.awaitLog(t, "a backup was made")
	server.stop(t) // it has rotated when it ended
	names, err := backupsIn(to)
	must(t, err)
	if len(names) != 2 || names[0] != "muntsaus-20200102-000000.db" {
		t.Fatalf("there are %v", names)
	}
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(to, name)); err != nil {
			t.Error(err)
		}
	}
	fresh := t.TempDir()
	wantExit(t, "the backup", "", "restore", "--data", fresh, filepath.Join(to, names[1]))
	restored := serveWith(t, "--data", fresh, "--backup-to", to, "--backup-keep", "2")
	if me := restored.get(t, "/api/boards/"+board["boardId"].(string)+"/me", board["seat"].(string)); me["title"] != "Kind" {
		t.Errorf("the board says %v", me)
	}
	restored.stop(t)
	if again, err := backupsIn(to); err != nil || !slices.Equal(again, names) {
		t.Errorf("a start within the day made another: %v (%v)", again, err)
	}
}

func TestBackupSettings(t *testing.T) {
	t.Parallel()
	for says, args := range map[string][]string{
		"back up Redis itself":              {"serve", "--backup-to", "x", "--redis", "redis://127.0.0.1:1"},
		"--backup-keep is 1 or more":        {"serve", "--backup-to", "x", "--backup-keep", "0"},
		"--backup-every must look like 24h": {"serve", "--backup-to", "x", "--backup-every", "1ms"},
		"--backup-to cannot be made":        {"serve", "--listen", "127.0.0.1:0", "--data", t.TempDir(), "--backup-to", "/dev/null/x"},
	} {
		out, _ := program(t, args...).CombinedOutput()
		if text := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(text, says) {
			t.Errorf("%v: %s", args, out)
		}
	}
}

// copying is a store of which the backups go as the test says.
type copying func(path string) error

// Backup does that.
func (c copying) Backup(_ context.Context, path string) error { return c(path) }

func TestBackupSchedule(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	var fails error
	s := &schedule{dir: t.TempDir(), every: 24 * time.Hour, keep: 3, logger: slog.New(slog.DiscardHandler),
		store: copying(func(path string) error {
			if fails != nil {
				return fails
			}
			return os.WriteFile(path, nil, 0o600)
		})}
	try := func(at time.Time, due bool) {
		t.Helper()
		if s.due(at) != due {
			t.Errorf("%v: due %v", at, !due)
		}
		if due {
			s.run(t.Context(), at)
		}
	}
	try(now, true)
	try(now.Add(23*time.Hour), false)
	try(now.Add(24*time.Hour), true)
	fails = errors.New("the disk is away")
	try(now.Add(48*time.Hour), true)
	try(now.Add(48*time.Hour+5*time.Minute), false) // not at once again
	fails = nil
	try(now.Add(48*time.Hour+11*time.Minute), true)
	try(now.Add(96*time.Hour), true)
	try(now.Add(-time.Hour), true) // the clock was put back: it goes on, and once
	try(now.Add(-time.Minute), false)
	s.store = copying(func(string) error { panic("a fault") })
	try(now.Add(200*time.Hour), true)
	if names, err := backupsIn(s.dir); err != nil || len(names) != 4 { // three, and the one of the clock that was put back
		t.Errorf("there are %v (%v)", names, err)
	}
}
