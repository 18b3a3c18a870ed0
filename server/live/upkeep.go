package live

import (
	"context"
	"errors"
	"fmt"
	"time"

	"muntsaus/boards"
)

const (
	saveEvery = 500 // entries
	saveAgain = 5 * time.Second
	readPause = 250 * time.Millisecond // for the other nodes, to read an entry that ends a round before it is forgotten
)

// keeping is what the log has of this board beside its entries. A snapshot that reaches the last sealing was saved with
// forget, always: so the number of the newest snapshot tells whether the forgetting was done.
type keeping struct {
	saved  uint64
	again  alarm
	ending uint64    // the sealing that is about to be forgotten
	since  time.Time // when it was met
}

// load opens a board from its newest snapshot and the entries after it.
func load(ctx context.Context, s *Rooms, id string) (r *Room, err error) {
	for range 3 { // another node may forget what is behind a newer snapshot, between the two readings
		if r, err = tryLoad(ctx, s, id); !errors.Is(err, boards.ErrForgotten) {
			break
		}
	}
	return r, err
}

func tryLoad(ctx context.Context, s *Rooms, id string) (*Room, error) {
	board, err := s.fromSnapshot(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("live: open: %w", err)
	}
	r := &Room{id: id, rooms: s, board: board, members: map[*Member]bool{}, people: map[string][]*Member{}, waiting: map[*Member]Hello{},
		in: make(chan command, mostWaiting), ends: make(chan int, 1), bell: newBell(), done: make(chan struct{})}
	r.presence.people, r.presence.changed = map[string]*place{}, map[string]bool{}
	r.keeping.saved = board.Seq
	r.ring.restart(board.Shared, board.Tail)
	if err := r.replay(ctx); err != nil {
		return nil, fmt.Errorf("live: open: %w", err)
	}
	r.unfollow = s.Log.Follow(id, board.Epoch, r.bell.strike)
	r.listen()
	r.ready.refresh(board)
	return r, nil
}

// fromSnapshot reads the newest snapshot of a board.
func (s *Rooms) fromSnapshot(ctx context.Context, id string) (*boards.Board, error) {
	snapshot, err := s.Log.Load(ctx, id)
	if err != nil {
		return nil, err
	}
	board, err := boards.Open(snapshot)
	if err != nil {
		return nil, err
	}
	board.Epoch, board.ID = snapshot.Epoch, id // a restored copy lives on under a new epoch
	return board, nil
}

func (r *Room) replay(ctx context.Context) error {
	lines, err := r.rooms.Log.Read(ctx, r.id, r.board.Epoch, r.board.Seq)
	if err != nil {
		return err
	}
	for _, line := range lines {
		e, err := r.board.Take(line)
		if err != nil {
			return err
		}
		r.remember(e)
	}
	return nil
}

// upkeep saves a snapshot when there are many entries since the last, and at once when a round ended: what was sealed
// must leave the log behind it.
func (r *Room) upkeep() {
	r.keeping.again.off()
	forget := r.board.Sealing > r.keeping.saved
	if !forget && r.board.Seq < r.keeping.saved+saveEvery {
		return
	}
	if rest := r.othersRead(); forget && rest > 0 {
		r.keeping.again.in(rest)
		return
	}
	r.save(forget)
}

// othersRead gives how long the other nodes still get to read what is about to be forgotten. Who comes too late starts over from
// the snapshot, with all screens; nothing is lost by that, but everybody sees it.
func (r *Room) othersRead() time.Duration {
	if r.rooms.Wire == nil {
		return 0
	}
	if r.keeping.ending != r.board.Sealing {
		r.keeping.ending, r.keeping.since = r.board.Sealing, time.Now()
	}
	return readPause - time.Since(r.keeping.since)
}

// finish forgets at once what would be forgotten in a moment.
func (r *Room) finish() {
	if r.board.Sealing > r.keeping.saved {
		r.save(true)
	}
}

func (r *Room) save(forget bool) {
	snapshot := r.board.Snapshot()
	if err := r.rooms.Log.Save(context.Background(), r.id, snapshot, forget); err != nil {
		r.rooms.Logger.Warn("a snapshot was not saved, trying again", "board", r.id, "forget", forget, "err", err)
		r.keeping.again.in(saveAgain)
		return
	}
	r.keeping.saved = snapshot.Seq
}

// mend puts right what an earlier program left on the board, once, as an entry like any other.
func (r *Room) mend() {
	if !r.board.Stale() {
		return
	}
	r.commit([]write{&doing{reply: make(chan error, 1), fn: func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(boards.Op{Op: "act", Do: "mend"}, boards.Actor{Role: boards.RoleServer})
	}}})
}
