package oplog

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"muntsaus/boards"
)

// hold stops the writer before its next transaction until the returned function is called.
func hold(s *SQLite) (release func()) {
	s.writer.mu.Lock()
	return s.writer.mu.Unlock
}

// waitFor waits until n jobs are with the writer: one in its hand, the others in the queue.
func waitFor(s *SQLite, n int) {
	for len(s.writer.queue) < n-1 {
		runtime.Gosched()
	}
}

// TestGroupCommit has a hundred boards wait together: one transaction, in which only the board in conflict is left out.
func TestGroupCommit(t *testing.T) {
	t.Parallel()
	const many = 100
	s := openIn(t, t.TempDir())
	for i := range many {
		claimBoard(t, s, fmt.Sprint("b", i))
	}
	before := s.writer.file.commits
	release := hold(s)
	errs := make([]error, many)
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			after := uint64(0)
			if i == 50 {
				after = 7
			}
			errs[i] = s.Append(t.Context(), fmt.Sprint("b", i), lineage, after, []byte("together"))
		})
	}
	waitFor(s, many)
	release()
	all.Wait()
	for i, err := range errs {
		if i == 50 && !errors.Is(err, boards.ErrConflict) || i != 50 && err != nil {
			t.Errorf("board %d: %v", i, err)
		}
	}
	if commits := s.writer.file.commits - before; commits != 1 {
		t.Errorf("%d commits for %d appends that waited together", commits, many)
	}
	must(t, s.Check(t.Context()))
}

// TestCloseDrains closes while appends wait: each is either on disk or refused, and the queue is not forgotten.
func TestCloseDrains(t *testing.T) {
	t.Parallel()
	const many = 40
	dir := t.TempDir()
	s := openIn(t, dir)
	claimBoard(t, s, "b")
	release := hold(s)
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() {
			err := s.Append(t.Context(), "b", lineage, 0, nil)
			if err != nil && !errors.Is(err, boards.ErrConflict) {
				t.Errorf("append %d: %v", i, err)
			}
		})
	}
	waitFor(s, many)
	all.Go(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	release()
	all.Wait()
	must(t, s.Close())
	for what, err := range map[string]error{
		"append": s.Append(t.Context(), "b", lineage, 1, nil),
		"ready":  s.Ready(t.Context()),
		"check":  s.Check(t.Context()),
	} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s after close: %v", what, err)
		}
	}
	lines, err := openIn(t, dir).Read(t.Context(), "b", lineage, 0)
	if err != nil || len(lines) != 1 {
		t.Errorf("%d entries, %v", len(lines), err)
	}
}

// TestFull takes the room away with max_page_count: what waits is refused, what was there stays, and when there is room
// again everything goes on.
func TestFull(t *testing.T) {
	t.Parallel()
	s := openIn(t, t.TempDir())
	claimBoard(t, s, "a")
	claimBoard(t, s, "b")
	must(t, s.Append(t.Context(), "a", lineage, 0, []byte("before")))
	setMostPages(t, s, 1) // SQLite makes it what the file has now
	release := hold(s)
	var all sync.WaitGroup
	for _, board := range []string{"a", "b"} {
		all.Go(func() {
			err := s.Append(t.Context(), board, lineage, map[string]uint64{"a": 1}[board], make([]byte, 100000))
			if !errors.Is(err, boards.ErrFull) {
				t.Errorf("append to %s on a full disk: %v", board, err)
			}
		})
	}
	waitFor(s, 2)
	release()
	all.Wait()
	setMostPages(t, s, 1<<30)
	must(t, s.Append(t.Context(), "a", lineage, 1, []byte("after")))
	must(t, s.Append(t.Context(), "b", lineage, 0, []byte("after")))
	must(t, s.Ready(t.Context()))
	must(t, s.Check(t.Context()))
	select {
	case err := <-s.Failed():
		t.Fatalf("a full disk is no reason to stop: %v", err)
	default:
	}
}

func setMostPages(t *testing.T, s *SQLite, pages int) {
	t.Helper()
	must(t, s.writer.look(t.Context(), func(f *file) error {
		return f.exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	}))
}

// TestHole is a row that disappeared: reading tells, and so does the check.
func TestHole(t *testing.T) {
	t.Parallel()
	s := openIn(t, t.TempDir())
	claimBoard(t, s, "b")
	for seq := range uint64(5) {
		must(t, s.Append(t.Context(), "b", lineage, seq, nil))
	}
	must(t, s.Check(t.Context()))
	must(t, s.writer.look(t.Context(), func(f *file) error { return f.exec("DELETE FROM entries_1 WHERE seq = 3") }))
	if lines, err := s.Read(t.Context(), "b", lineage, 0); err == nil {
		t.Errorf("a hole was read as %d entries", len(lines))
	}
	if s.Check(t.Context()) == nil {
		t.Error("the check did not see the hole")
	}
	must(t, s.writer.look(t.Context(), func(f *file) error { return f.exec("DELETE FROM entries_1 WHERE seq >= 3") }))
	if lines, err := s.Read(t.Context(), "b", lineage, 0); err == nil {
		t.Errorf("a lost end was read as %d entries", len(lines))
	}
}
