package oplog

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"muntsaus/boards"
)

// exchange puts another file behind the descriptor with which SQLite writes a file of the store, so that its writes
// meet real errors of the kernel. It gives the way back.
func exchange(t *testing.T, file, other string, flags int) (restore func()) {
	t.Helper()
	fd := descriptor(t, file)
	kept, err := syscall.Dup(fd)
	must(t, err)
	stand, err := os.OpenFile(other, flags, 0)
	must(t, err)
	must(t, syscall.Dup3(int(stand.Fd()), fd, 0))
	must(t, stand.Close())
	return func() {
		must(t, syscall.Dup3(kept, fd, 0))
		must(t, syscall.Close(kept))
	}
}

func descriptor(t *testing.T, file string) int {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	must(t, err)
	for _, entry := range open {
		if target, _ := os.Readlink(filepath.Join("/proc/self/fd", entry.Name())); target == file {
			fd, err := strconv.Atoi(entry.Name())
			must(t, err)
			return fd
		}
	}
	t.Fatalf("%s is not open", file)
	return 0
}

// TestFullAtCommit has the kernel answer "no space left on device" when the commit is written.
func TestFullAtCommit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	must(t, s.Append(t.Context(), "b", lineage, 0, []byte("before")))
	restore := exchange(t, filepath.Join(dir, fileName+"-wal"), "/dev/full", os.O_RDWR)
	if err := s.Append(t.Context(), "b", lineage, 1, []byte("refused")); !errors.Is(err, boards.ErrFull) {
		t.Errorf("append on a full disk: %v", err)
	}
	restore()
	must(t, s.Append(t.Context(), "b", lineage, 1, []byte("after")))
	must(t, s.Close())
	s = openIn(t, dir)
	must(t, s.Check(t.Context()))
	lines, err := s.Read(t.Context(), "b", lineage, 0)
	must(t, err)
	if len(lines) != 2 || string(lines[1].Data) != "after" {
		t.Errorf("entries %v", lines)
	}
}

// TestFullDisk fills a disk and makes room again.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	small := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m") == nil
	if small {
		defer func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) }()
	}
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	makeRoom := fill(t, s, dir, small)
	last := appendUntilFull(t, s)
	for range 5 {
		if err := s.Append(t.Context(), "b", lineage, last, make([]byte, 20000)); !errors.Is(err, boards.ErrFull) {
			t.Fatalf("append on a full disk: %v", err)
		}
	}
	makeRoom()
	must(t, s.Append(t.Context(), "b", lineage, last, make([]byte, 20000)))
	must(t, s.Ready(t.Context()))
	must(t, s.Close())
	s = openIn(t, dir)
	must(t, s.Check(t.Context()))
	if lines, err := s.Read(t.Context(), "b", lineage, last); err != nil || len(lines) != 1 {
		t.Errorf("%d entries after the full disk, %v", len(lines), err)
	}
	must(t, s.Close())
}

// fill takes half of a small disk. Where the test may not mount one, the file may have no more pages: the same answer from
// SQLite, one layer higher; the kernel's own is in TestFullAtCommit.
func fill(t *testing.T, s *SQLite, dir string, small bool) (makeRoom func()) {
	t.Helper()
	if !small {
		setMostPages(t, s, 100)
		return func() { setMostPages(t, s, 1<<30) }
	}
	filler := filepath.Join(dir, "filler")
	must(t, os.WriteFile(filler, make([]byte, 1<<20), 0o600))
	return func() { must(t, os.Remove(filler)) }
}

func appendUntilFull(t *testing.T, s *SQLite) (last uint64) {
	t.Helper()
	for {
		err := s.Append(t.Context(), "b", lineage, last, make([]byte, 20000))
		if errors.Is(err, boards.ErrFull) {
			return last
		}
		must(t, err)
		last++
	}
}

// TestWipeOwed has no room for the file itself: the snapshot is saved, the bytes cannot go yet, and they go when asked again.
func TestWipeOwed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	mark := marker()
	must(t, s.Append(t.Context(), "b", lineage, 0, mark))
	restore := exchange(t, filepath.Join(dir, fileName), "/dev/full", os.O_RDWR)
	revealed := boards.Snapshot{Epoch: lineage, Seq: 1, Data: []byte("revealed")}
	if err := s.Save(t.Context(), "b", revealed, true); !errors.Is(err, boards.ErrFull) {
		t.Errorf("forget without room: %v", err)
	}
	restore()
	must(t, s.Append(t.Context(), "b", lineage, 1, []byte("goes on")))
	must(t, s.Save(t.Context(), "b", revealed, true))
	wantInFiles(t, dir, mark, false)
	must(t, s.Check(t.Context()))
}

// TestBrokenDisk has writes fail in a way that says nothing about later ones: the store stops, says so once, and what
// was acknowledged is there at the next start.
func TestBrokenDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	must(t, s.Append(t.Context(), "b", lineage, 0, []byte("before")))
	restore := exchange(t, filepath.Join(dir, fileName+"-wal"), "/dev/null", os.O_RDONLY)
	fault := s.Append(t.Context(), "b", lineage, 1, []byte("lost"))
	if fault == nil || errors.Is(fault, boards.ErrFull) || isRefusal(fault) {
		t.Errorf("append on a broken disk: %v", fault)
	}
	restore()
	if err := <-s.Failed(); err == nil {
		t.Error("no reason given")
	}
	_, readErr := s.Read(t.Context(), "b", lineage, 0)
	for what, err := range map[string]error{
		"append": s.Append(t.Context(), "b", lineage, 1, nil), "ready": s.Ready(t.Context()), "read": readErr,
	} {
		if err == nil {
			t.Errorf("%s works after the disk broke", what)
		}
	}
	s.Close()
	s = openIn(t, dir)
	must(t, s.Check(t.Context()))
	must(t, s.Append(t.Context(), "b", lineage, 1, []byte("after")))
}
