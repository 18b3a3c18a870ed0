package live

import (
	"context"
	"errors"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// breaking is a log that breaks the first time a board is read.
type breaking struct {
	*oplog.Memory
	times int
}

func (l *breaking) Load(ctx context.Context, board string) (boards.Snapshot, error) {
	if l.times--; l.times >= 0 {
		panic("a byte of the snapshot is missing")
	}
	return l.Memory.Load(ctx, board)
}

// A board that breaks while it is opened is an error for who asks, and is tried again for the next.
func TestABoardThatBreaksWhileItIsOpened(t *testing.T) {
	log := &breaking{times: 1}
	rooms, _, seat := home(t, func(o *Options) {
		log.Memory = o.Log.(*oplog.Memory)
		o.Log = log
	})
	look := func() error { return rooms.View(t.Context(), seat.Board, func(*boards.Board) {}) }
	if err := look(); !errors.Is(err, errBroke) {
		t.Fatalf("the first: %v", err)
	}
	must(t, look())
}

// What the server does for somebody at the door and breaks is told once and not tried again; the room starts anew for the others.
func TestWhatBreaksTheRoomIsTriedOnce(t *testing.T) {
	rooms, _, seat := home(t, nil)
	tries := 0
	broken := map[string]func() error{
		"an act": func() error {
			return rooms.Do(t.Context(), seat.Board, func(*boards.Board, *boards.Trial) *boards.Refusal { tries++; panic("an act") })
		},
		"a look": func() error {
			return rooms.View(t.Context(), seat.Board, func(*boards.Board) { tries++; panic("a look") })
		},
	}
	for what, does := range broken {
		tries = 0
		if err := does(); !errors.Is(err, errBroke) || tries != 1 {
			t.Errorf("%s: %v after %d tries", what, err, tries)
		}
		must(t, rooms.Do(t.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
			return d.Do(put("note-after-"+strings.ReplaceAll(what, " ", "-")+"-0001"), boards.Actor{Role: boards.RoleServer})
		}))
	}
}
