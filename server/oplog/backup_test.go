package oplog

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"muntsaus/boards"
)

// TestBackupUnderLoad copies while a board is written, and opens the copy as another server would.
func TestBackupUnderLoad(t *testing.T) {
	t.Parallel()
	s := openIn(t, t.TempDir())
	claimBoard(t, s, "b")
	ctx, stop := context.WithCancel(t.Context())
	started := make(chan struct{})
	var all sync.WaitGroup
	all.Go(func() {
		for seq := uint64(0); ctx.Err() == nil; seq++ {
			if err := s.Append(ctx, "b", lineage, seq, make([]byte, 300)); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
			if seq == 100 {
				close(started)
			}
		}
	})
	<-started
	out := t.TempDir()
	path := filepath.Join(out, "copy.db")
	must(t, os.WriteFile(path, []byte("an older backup"), 0o600))
	must(t, s.Backup(t.Context(), path))
	stop()
	all.Wait()
	must(t, s.Check(t.Context()))
	wantFiles(t, out, "copy.db")
	restored(t, path)
}

// restored opens a copy in a folder where another file's write-ahead log was left behind.
func restored(t *testing.T, backup string) {
	t.Helper()
	dir := t.TempDir()
	copyFile(t, backup, filepath.Join(dir, fileName))
	must(t, os.WriteFile(filepath.Join(dir, fileName+"-wal"), []byte("of another file"), 0o600))
	s := openIn(t, dir)
	must(t, s.Check(t.Context()))
	snap, err := s.Load(t.Context(), "b")
	must(t, err)
	if snap.Epoch == lineage || snap.Epoch == "" {
		t.Errorf("epoch %q: screens that saw more than the backup would go on", snap.Epoch)
	}
	lines, err := s.Read(t.Context(), "b", snap.Epoch, 0)
	must(t, err)
	if len(lines) < 100 {
		t.Errorf("%d entries in the copy, 100 were acknowledged before", len(lines))
	}
	must(t, s.Append(t.Context(), "b", snap.Epoch, uint64(len(lines)), []byte("goes on")))
	must(t, s.Close())
	if again, err := openIn(t, dir).Load(t.Context(), "b"); err != nil || again.Epoch != snap.Epoch {
		t.Errorf("the epoch changed again at the second start: %v", err)
	}
}

// TestForgetDuringBackup has pages change that were copied already: the copy follows, and holds nothing forgotten.
func TestForgetDuringBackup(t *testing.T) {
	t.Parallel()
	s := openIn(t, t.TempDir())
	claimBoard(t, s, "b")
	mark := marker()
	for seq := range uint64(3 * backupPages) { // more than one step
		must(t, s.Append(t.Context(), "b", lineage, seq, append(make([]byte, 3000), mark...)))
	}
	out := t.TempDir()
	part := filepath.Join(out, "part")
	must(t, s.writer.look(t.Context(), func(f *file) error {
		must(t, f.startCopy(part))
		_, err := f.copying.Step(backupPages)
		return err
	}))
	must(t, s.Append(t.Context(), "b", lineage, 3*backupPages, []byte("meanwhile")))
	must(t, s.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 3 * backupPages, Data: []byte("revealed")}, true))
	must(t, s.writer.look(t.Context(), func(f *file) error {
		_, err := f.copying.Step(-1)
		return errors.Join(err, f.endCopy())
	}))
	wantInFiles(t, out, mark, false)
	wantInFiles(t, out, []byte("meanwhile"), true)
	dir := t.TempDir()
	copyFile(t, part, filepath.Join(dir, fileName))
	copied := openIn(t, dir)
	must(t, copied.Check(t.Context()))
	lines, err := copied.Read(t.Context(), "b", lineage, 3*backupPages)
	if err != nil || len(lines) != 1 {
		t.Errorf("%d entries in the copy, %v", len(lines), err)
	}
}

// TestCloseDuringBackup closes the store while a backup has not ended.
func TestCloseDuringBackup(t *testing.T) {
	t.Parallel()
	s := openIn(t, t.TempDir())
	claimBoard(t, s, "b")
	must(t, s.writer.look(t.Context(), func(f *file) error { return f.startCopy(filepath.Join(t.TempDir(), "part")) }))
	must(t, s.Close())
	must(t, openIn(t, s.dir).Ready(t.Context())) // the file is free again
}

func TestBackupRefusals(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	if err := s.Backup(t.Context(), filepath.Join(dir, fileName)); err == nil {
		t.Error("a backup over the file in use")
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "no", "folder", "copy.db")); err == nil {
		t.Error("a backup into a folder that is not there")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out := t.TempDir()
	if err := s.Backup(ctx, filepath.Join(out, "copy.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled backup: %v", err)
	}
	wantFiles(t, out)
	must(t, s.Append(t.Context(), "b", lineage, 0, nil))
}

// TestInterruptedStart is a process that died when it had made the tables but not yet emptied the write-ahead log.
func TestInterruptedStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), fileName)
	must(t, prepareFile(path))
	f, err := connect(t.Context(), path)
	must(t, err)
	defer func() { must(t, f.close()) }()
	must(t, f.setUp())
	_, err = f.migrate()
	must(t, err)
	dir := t.TempDir()
	for _, end := range []string{"", "-wal"} {
		copyFile(t, path+end, filepath.Join(dir, fileName+end))
	}
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	must(t, s.Check(t.Context()))
}

// TestPaths opens and copies under relative names and names with signs that mean something in an address.
func TestPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"data", "./a?mode=memory", "50%20#x", "a:b/é ü"} {
		s := openIn(t, dir)
		claimBoard(t, s, "b")
		must(t, s.Backup(t.Context(), dir+".copy"))
		must(t, s.Close())
		wantFiles(t, dir, "lock", fileName)
		restored, err := os.Stat(dir + ".copy")
		must(t, err)
		if restored.Size() == 0 || restored.Mode().Perm() != 0o600 {
			t.Errorf("%s: copy of %d bytes with mode %v", dir, restored.Size(), restored.Mode())
		}
	}
}

func TestStrangeFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, fileName), make([]byte, 4096), 0o600))
	if _, err := OpenSQLite(t.Context(), dir); err == nil {
		t.Error("opened a file that is no database")
	}
	s := openIn(t, t.TempDir())
	must(t, s.writer.look(t.Context(), func(f *file) error { return f.exec("PRAGMA user_version = 99") }))
	must(t, s.Close())
	if _, err := OpenSQLite(t.Context(), s.dir); err == nil || errors.Is(err, boards.ErrGone) {
		t.Errorf("opened a file of a newer muntsaus: %v", err)
	}
}

func wantFiles(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	if len(entries) != len(names) {
		t.Fatalf("files %v, want %v", entries, names)
	}
	for i, entry := range entries {
		if entry.Name() != names[i] {
			t.Fatalf("files %v, want %v", entries, names)
		}
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, content, 0o600))
}
