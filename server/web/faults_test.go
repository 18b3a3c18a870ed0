package web

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// forgetful is a log whose snapshots fail, as when the process dies just before.
type forgetful struct{ *oplog.SQLite }

func (forgetful) Save(context.Context, string, boards.Snapshot, bool) error {
	return errors.New("a fault of the test")
}

// unsure is a log that answers badly on demand.
type unsure struct {
	*oplog.Memory
	mode atomic.Value // "", "lost answer", "nothing", "full", "blind"
}

func (u *unsure) Append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	switch u.mode.Load() {
	case "lost answer":
		u.mode.Store("")
		if err := u.Memory.Append(ctx, board, epoch, after, data); err != nil {
			return err
		}
		return errors.New("the answer was lost")
	case "nothing", "blind":
		return errors.New("the log failed")
	case "full":
		return boards.ErrFull
	}
	return u.Memory.Append(ctx, board, epoch, after, data)
}

func (u *unsure) Read(ctx context.Context, board, epoch string, after uint64) ([]boards.LogLine, error) {
	if u.mode.Load() == "blind" {
		u.mode.Store("")
		return nil, errors.New("the log failed")
	}
	return u.Memory.Read(ctx, board, epoch, after)
}

func TestAnswersOfAnUnsureLog(t *testing.T) {
	t.Parallel()
	log := &unsure{Memory: oplog.NewMemory()}
	log.mode.Store("")
	h := openHouse(t, log)
	board := h.create("blank")
	a := h.screen(board, board.str("seat"))
	a.push(1, noteOp(newID(), "voor de storing"))

	log.mode.Store("lost answer")
	if yes := a.push(2, noteOp(newID(), "een keer bewaard")); yes["type"] != "yours" {
		t.Fatalf("stored, but answered %v", yes)
	}
	log.mode.Store("full")
	if no := a.push(3, noteOp(newID(), "past niet")); no["code"] != "storage_full" {
		t.Fatalf("answer %v", no)
	}
	if again := a.push(1, noteOp(newID(), "voor de storing")); again["type"] != "yours" {
		t.Fatalf("settled long before, but answered %v", again)
	}
	log.mode.Store("nothing")
	if no := a.push(3, noteOp(newID(), "niet bewaard")); no["code"] != "unavailable" {
		t.Fatalf("answer %v", no)
	}
	log.mode.Store("")
	if yes := a.push(3, noteOp(newID(), "weer goed")); yes["type"] != "yours" {
		t.Fatalf("answer %v", yes)
	}
	log.mode.Store("blind") // nobody knows: no yes and no no, come back
	a.send(pushText(4, noteOp(newID(), "onbekend")))
	if code := a.closeCode(); code != 1012 {
		t.Fatalf("closed with %d", code)
	}
	if strings.Contains(string(a.recorded()), `"n":4`) {
		t.Fatal("an unknown outcome was answered")
	}
	b := h.screen(board, board.str("seat"))
	seen := string(b.recorded())
	for text, n := range map[string]int{"een keer bewaard": 1, "past niet": 0, "niet bewaard": 0, "weer goed": 1} {
		if got := strings.Count(seen, text); got != n {
			t.Errorf("%q: %d times on the board, want %d", text, got, n)
		}
	}
}

func TestTwoRoomsOnOneLog(t *testing.T) { // as two nodes on one Redis: everybody sees everything, nothing twice
	t.Parallel()
	log := oplog.NewMemory()
	one, two := openHouse(t, log), openHouse(t, log)
	board := one.create("blank")
	a, b := one.screen(board, board.str("seat")), two.screen(board, board.str("seat"))
	const each = 40
	for n := 1; n <= each; n++ {
		a.send(pushText(n, noteOp(newID(), fmt.Sprint("links ", n))))
		b.send(pushText(n, noteOp(newID(), fmt.Sprint("rechts ", n))))
	}
	for n := 1; n <= each; n++ {
		if yes := a.answerTo1(n); yes["type"] != "yours" {
			t.Fatalf("answer %v", yes)
		}
		if yes := b.answerTo1(n); yes["type"] != "yours" {
			t.Fatalf("answer %v", yes)
		}
	}
	x, y := one.screen(board, board.str("seat")), two.screen(board, board.str("seat"))
	left, right := x.hello(""), y.hello("")
	if fmt.Sprint(left["records"], left["tail"]) != fmt.Sprint(right["records"], right["tail"]) {
		t.Fatal("the two nodes have different boards")
	}
	if n := strings.Count(fmt.Sprint(left["records"]), "links") + strings.Count(fmt.Sprint(left["records"]), "rechts"); n != 2*each {
		t.Fatalf("%d notes, want %d", n, 2*each)
	}
}

// answerTo1 looks for an answer among all frames that came, also those before.
func (s *screen) answerTo1(n int) map[string]any {
	s.mu.Lock()
	s.read = 0
	s.mu.Unlock()
	return s.answerTo(n)
}
