package oplog

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"muntsaus/boards"
)

const (
	childDir    = "OPLOG_TEST_CHILD_DIR"
	childBoards = 6
)

// TestMain is also the child process of the tests in this file: it appends until it is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		fmt.Fprintln(os.Stderr, child(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// child appends to all boards at once and prints "board number" for what was acknowledged. Now and then it forgets.
func child(dir string) error {
	s, err := OpenSQLite(background, dir)
	if err != nil {
		return err
	}
	fmt.Println("open")
	ended := make(chan error)
	for i := range childBoards {
		go func() { ended <- appendForever(s, fmt.Sprint("b", i)) }()
	}
	return <-ended
}

func appendForever(s *SQLite, board string) error {
	last, err := lastOf(background, s, board)
	if errors.Is(err, boards.ErrGone) {
		err = s.Claim(background, boards.Card{Board: board, JoinCode: board}, boards.Snapshot{Epoch: lineage})
	}
	for ; err == nil; last++ {
		if err = s.Append(background, board, lineage, last, entryOf(board, last+1)); err != nil {
			break
		}
		if _, err = fmt.Fprintf(os.Stdout, "%s %d\n", board, last+1); err != nil { // one write, or lines would mix
			break
		}
		if (last+1)%60 == 0 {
			whole := boards.Snapshot{Epoch: lineage, Seq: last + 1, Data: entryOf(board, last+1)}
			err = s.Save(background, board, whole, (last+1)%120 == 0)
		}
	}
	return err
}

func entryOf(board string, seq uint64) []byte {
	return fmt.Appendf(nil, "%s %d %s", board, seq, strings.Repeat("x", int(seq*37%900)))
}

// lastOf reads a board as a server does at the start, and checks every entry on the way.
func lastOf(ctx context.Context, s *SQLite, board string) (uint64, error) {
	snap, err := s.Load(ctx, board)
	if err != nil {
		return 0, err
	}
	if snap.Seq > 0 && string(snap.Data) != string(entryOf(board, snap.Seq)) {
		return 0, fmt.Errorf("snapshot %d of %s is wrong", snap.Seq, board)
	}
	lines, err := s.Read(ctx, board, snap.Epoch, snap.Seq)
	if err != nil {
		return 0, err
	}
	for i, line := range lines {
		if line.Seq != snap.Seq+1+uint64(i) || string(line.Data) != string(entryOf(board, line.Seq)) {
			return 0, fmt.Errorf("entry %d of %s is wrong", line.Seq, board)
		}
	}
	return snap.Seq + uint64(len(lines)), nil
}

// TestKill kills a writing process (SIGKILL) after a random number of acknowledgements, again and again on one folder:
// every acknowledged entry is there afterwards, in order and without holes.
func TestKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	acked := map[string]uint64{}
	for round := range 25 {
		cmd, lines := startChild(t, dir)
		for enough := 1 + rand.IntN(400); enough > 0 && lines.Scan(); enough-- {
			note(t, acked, lines.Text())
		}
		must(t, cmd.Process.Kill())
		for lines.Scan() { // what it acknowledged before the kill reached it counts too
			note(t, acked, lines.Text())
		}
		_ = cmd.Wait() // it was killed, that is no news
		wantAcked(t, dir, acked, round)
	}
	t.Logf("acknowledged and found after 25 kills: %v", acked)
}

func startChild(t *testing.T, dir string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // most are dead by then
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "open" {
		t.Fatalf("the child did not start: %q", lines.Text())
	}
	return cmd, lines
}

func note(t *testing.T, acked map[string]uint64, line string) {
	t.Helper()
	board, number, found := strings.Cut(line, " ")
	seq, err := strconv.ParseUint(number, 10, 64)
	if !found || err != nil {
		t.Fatalf("line %q: %v", line, err)
	}
	acked[board] = max(acked[board], seq)
}

func wantAcked(t *testing.T, dir string, acked map[string]uint64, round int) {
	t.Helper()
	s := openIn(t, dir)
	must(t, s.Check(t.Context()))
	for board, seq := range acked {
		last, err := lastOf(t.Context(), s, board)
		must(t, err)
		if last < seq || last > seq+1 { // one may be on disk whose acknowledgement was not heard
			t.Fatalf("round %d: %s ends at %d, acknowledged was %d", round, board, last, seq)
		}
		acked[board] = last
	}
	must(t, s.Close())
}

// TestSecondProcess tries to open a folder that another process uses: a sentence that says what to do, and when that
// process was killed the folder is free.
func TestSecondProcess(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd, _ := startChild(t, dir)
	_, err := OpenSQLite(t.Context(), dir)
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(cmd.Process.Pid)) {
		t.Errorf("second process: %v", err)
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait() // it was killed, that is no news
	must(t, openIn(t, dir).Ready(t.Context()))
}
