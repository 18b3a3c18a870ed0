package live

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/template"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
	"muntsaus/server/oplog/redistest"
)

// keepingHouse is rooms with a clock of the test's own.
type keepingHouse struct {
	*Rooms
	t   *testing.T
	now *atomic.Int64
}

func keptBy(t *testing.T, log interface {
	boards.Log
	boards.Shelf
}, now *atomic.Int64, days int) keepingHouse {
	rooms := NewRooms(
		Options{Log: log, Shelf: log, Node: Random(12), Keep: boards.Retention{Days: days, Most: 365}, Moment: func() boards.Moment {
			m := Now()
			m.At = now.Load()
			return m
		}},
	)
	t.Cleanup(rooms.Close)
	return keepingHouse{rooms, t, now}
}

func clock() *atomic.Int64 {
	var now atomic.Int64
	now.Store(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixMilli())
	return &now
}

func (h keepingHouse) create(title string) string {
	h.t.Helper()
	now := h.Moment()
	board, _, err := template.Found(now.ID(), now.ID(),
		template.Wish{Template: "blank", Agenda: "2h", Language: "nl", Title: title, JoinCode: Random(6)}, now)
	must(h.t, err)
	must(h.t, h.Create(h.t.Context(), board, board.Workshop().JoinCode))
	return board.ID
}

// do makes the server itself do something on a board.
func (h keepingHouse) do(id string, op boards.Op) {
	h.t.Helper()
	must(h.t, h.Do(h.t.Context(), id, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(op, boards.Actor{Role: boards.RoleServer})
	}))
}

func keepFor(days int) boards.Op {
	return boards.Op{Op: "act", Do: "keep", Args: map[string]any{"days": days}}
}

// look lets an hour of looking happen at once: what is due is looked at twice.
func look(t *testing.T, e *Expiry) (there, deleted int) {
	t.Helper()
	e.pause, e.sure = 0, 0
	_, first, err := e.Look(t.Context())
	must(t, err)
	there, deleted, err = e.Look(t.Context())
	must(t, err)
	return there, first + deleted
}

func (h keepingHouse) there(id string) bool {
	err := h.View(context.Background(), id, func(*boards.Board) {})
	if err != nil && !errors.Is(err, boards.ErrGone) {
		h.t.Fatal(err)
	}
	return err == nil
}

func (h keepingHouse) passDays(n int) { h.now.Add(int64(n) * boards.Day) }

func TestBoardsGoAfterTheSetDaysWithoutUse(t *testing.T) {
	h := keptBy(t, oplog.NewMemory(), clock(), 90)
	plain, long, short, used := h.create("plain"), h.create("long"), h.create("short"), h.create("used")
	h.do(long, keepFor(365))
	h.do(short, keepFor(30))
	e := NewExpiry(h.Rooms)
	want := func(day int, gone ...string) {
		t.Helper()
		look(t, e)
		for _, id := range []string{plain, long, short, used} {
			want := true
			for _, g := range gone {
				want = want && g != id
			}
			if h.there(id) != want {
				t.Errorf("day %d: board %s is there: %v", day, id, !want)
			}
		}
	}
	h.passDays(29)
	want(29)
	h.passDays(1)
	want(30, short)
	h.passDays(59)
	h.do(used, put("note-of-the-test-0001")) // the day before it would go
	want(89, short)
	h.passDays(1)
	want(90, short, plain)
	h.passDays(88)
	h.do(used, keepFor(90)) // pressing "keep it" is use
	want(178, short, plain)
	h.passDays(187)
	want(365, short, plain, used, long)
}

func TestNoDaysKeepsBoardsForEver(t *testing.T) {
	h := keptBy(t, oplog.NewMemory(), clock(), 0)
	plain, chosen := h.create("plain"), h.create("chosen")
	h.do(chosen, keepFor(30))
	h.passDays(4000)
	if there, deleted := look(t, NewExpiry(h.Rooms)); there != 1 || deleted != 1 || !h.there(plain) {
		t.Fatalf("%d there, %d deleted", there, deleted)
	}
}

// What is chosen counts within the server's maximum, and may be made less.
func TestDaysOfABoard(t *testing.T) {
	h := keptBy(t, oplog.NewMemory(), clock(), 90)
	id := h.create("any")
	for _, c := range []struct{ chosen, most, want int }{{365, 365, 365}, {365, 100, 100}, {30, 100, 30}, {1825, 0, 1825}} {
		h.do(id, keepFor(c.chosen))
		must(t, h.View(t.Context(), id, func(b *boards.Board) {
			if got := (boards.Retention{Days: 90, Most: c.most}).DaysOf(b); got != c.want {
				t.Errorf("%+v: %d", c, got)
			}
		}))
	}
	for _, days := range []int{29, 1826, 0, -1} {
		err := h.Do(t.Context(), id, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
			return d.Do(keepFor(days), boards.Actor{Role: boards.RoleFacilitator})
		})
		var no *boards.Refusal
		if !errors.As(err, &no) || no.Code != "bad_value" {
			t.Errorf("%d days: %v", days, err)
		}
	}
}

// Somebody comes back just when the board is due: what they did is not deleted with it.
func TestUseInTheLastMomentSavesABoard(t *testing.T) {
	h := keptBy(t, oplog.NewMemory(), clock(), 90)
	id := h.create("late")
	h.passDays(91)
	board, err := h.peek(t.Context(), id)
	must(t, err)
	h.do(id, put("note-of-the-test-0001"))
	if went, err := h.deleteUnused(t.Context(), id, board.Seq); went || err != nil {
		t.Fatalf("went %v, %v", went, err)
	}
	if !h.there(id) {
		t.Fatal("the board is gone")
	}
}

func TestExpiredBoardIsInNoFileOfSQLite(t *testing.T) {
	dir := t.TempDir()
	log, err := oplog.OpenSQLite(t.Context(), dir)
	must(t, err)
	defer log.Close()
	log.KeepPlain()
	h := keptBy(t, log, clock(), 90)
	marker := "kanarie-" + Random(12)
	id := h.create(marker)
	other := h.create("blijft")
	for n := range saveEvery + 10 { // so that there are snapshots too
		h.do(
			id,
			boards.Op{
				Op:     "put",
				Kind:   "note",
				ID:     "note-of-the-test-" + string([]byte{byte('a' + n/100), byte('a' + n/10%10), byte('a' + n%10)}),
				Fields: boards.Fields{"text": marker},
			},
		)
	}
	if !inFiles(t, dir, marker) || !inFiles(t, dir, id) {
		t.Fatal("the test looks in the wrong place")
	}
	h.passDays(91)
	h.do(other, put("note-of-the-test-0001"))
	if there, deleted := look(t, NewExpiry(h.Rooms)); there != 1 || deleted != 1 {
		t.Fatalf("%d there, %d deleted", there, deleted)
	}
	for _, gone := range []string{marker, id} {
		if inFiles(t, dir, gone) {
			t.Errorf("%s is still in a file", gone)
		}
	}
	if !inFiles(t, dir, other) {
		t.Error("the other board is gone too")
	}
}

// Two nodes look at one Redis: the board goes once, for both, and its bytes go from the file when Redis wrote it anew.
func TestExpiryOnTwoNodes(t *testing.T) {
	server := redistest.New(t)
	now := clock()
	var houses [2]keepingHouse
	for i := range houses {
		log, err := oplog.OpenRedis(t.Context(), server.URL(), discard())
		must(t, err)
		t.Cleanup(func() { log.Close() })
		houses[i] = keptBy(t, log, now, 90)
	}
	one, two := houses[0], houses[1]
	marker := "kanarie-" + Random(12)
	id := one.create(marker)
	two.do(id, boards.Op{Op: "put", Kind: "note", ID: "note-of-the-test-0001", Fields: boards.Fields{"text": marker}})
	if !inFiles(t, server.Dir, marker) {
		t.Fatal("the test looks in the wrong place")
	}
	now.Add(91 * boards.Day)
	var deleted [2]int
	done := make(chan error, 2)
	for i, h := range houses {
		go func() {
			e := NewExpiry(h.Rooms)
			e.pause, e.sure = 0, 0
			_, _, err := e.Look(context.Background()) // due for the first time
			if err == nil {
				_, deleted[i], err = e.Look(context.Background())
			}
			done <- err
		}()
	}
	must(t, <-done)
	must(t, <-done)
	if deleted[0]+deleted[1] != 1 || one.there(id) || two.there(id) {
		t.Fatalf("deleted %v, there %v %v", deleted, one.there(id), two.there(id))
	}
	for deadline := time.Now().Add(clocktest.Patience); inFiles(t, server.Dir, marker); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("its words are still in a file of Redis")
		}
	}
}

// inFiles looks for a text in every file below a folder. Files that go meanwhile are no fault: Redis writes its anew.
func inFiles(t *testing.T, dir, text string) (found bool) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return ignoreGone(err)
		}
		data, err := os.ReadFile(path)
		found = found || bytes.Contains(data, []byte(text))
		return ignoreGone(err)
	}))
	return found
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

// T1: a clock that was a year ahead for a moment deleted boards people use.
func TestT1AClockAheadDeletesNothing(t *testing.T) {
	h := keptBy(t, oplog.NewMemory(), clock(), 90)
	id := h.create("in use")
	e := NewExpiry(h.Rooms)
	e.pause = 0
	h.passDays(400)
	for range 2 {
		if _, deleted, err := e.Look(t.Context()); err != nil || deleted != 0 {
			t.Fatalf("%d deleted, %v: within the hour it was due for the first time", deleted, err)
		}
	}
	h.passDays(-400)
	e.sure = 0
	for range 2 {
		if _, deleted, err := e.Look(t.Context()); err != nil || deleted != 0 || !h.there(id) {
			t.Fatalf("%d deleted, %v: the clock is right again", deleted, err)
		}
	}
}
