package live

import (
	"context"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"runtime/debug"
	"time"

	"muntsaus/boards"
)

const (
	expireEvery = time.Hour
	expirePause = 50 * time.Millisecond // between two boards, so that nobody waits for this
	expireSure  = 50 * time.Minute      // a board that is due must still be due so much later, or a clock that jumped ahead takes it
)

// Expiry deletes boards that nobody used for the set days. Every node may do it: what is due is read from the log itself, and the
// second who comes finds the board gone.
type Expiry struct {
	rooms *Rooms
	next  map[string]int64     // board → when it is worth looking again
	due   map[string]time.Time // board → since when it is due, by a clock that does not jump
	pause time.Duration
	sure  time.Duration
}

// NewExpiry looks after the boards of these rooms, by their Keep.
func NewExpiry(rooms *Rooms) *Expiry {
	return &Expiry{rooms: rooms, next: map[string]int64{}, due: map[string]time.Time{}, pause: expirePause, sure: expireSure}
}

// Run looks through all boards now and then until ctx ends, and tells after each time how many there are and how many went.
// Nodes that start together do not look together.
func (e *Expiry) Run(ctx context.Context, report func(there, deleted int)) {
	wait := time.Minute + mathrand.N(expireEvery/2)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		wait = expireEvery
		there, deleted, err := e.Look(ctx)
		if err != nil && ctx.Err() == nil {
			e.rooms.Logger.Warn("old boards were not all looked at", "err", err)
		}
		report(there, deleted)
	}
}

// Look goes through all boards once and deletes what is due. A board that cannot be read stays, and is named in the error.
func (e *Expiry) Look(ctx context.Context) (there, deleted int, err error) {
	cards, err := e.rooms.Shelf.List(ctx)
	if err != nil {
		return 0, 0, fmt.Errorf("live: expire: %w", err)
	}
	seen := map[string]int64{}
	for _, card := range cards {
		if ctx.Err() != nil {
			break
		}
		now := e.rooms.Moment().At
		seen[card.Board] = e.next[card.Board]
		if now < e.next[card.Board] {
			continue
		}
		went, again, fault := e.one(ctx, card.Board, now)
		seen[card.Board] = again
		if went {
			deleted++
		}
		err = errors.Join(err, fault)
		pauseFor(ctx, e.pause)
	}
	e.next = seen
	return len(cards) - deleted, deleted, err
}

// one looks at one board. It says when to look again: when it is due, but within a day, because a board may ask for less.
func (e *Expiry) one(ctx context.Context, id string, now int64) (went bool, again int64, err error) {
	defer func() { // one board that nobody can read must not end the program
		if fault := recover(); fault != nil {
			went, again, err = false, now+boards.Day, fmt.Errorf("board %s: cannot be read", id)
			e.rooms.Logger.Error("a board could not be looked at", "board", id, "fault", fault, "stack", string(debug.Stack()))
		}
	}()
	board, err := e.rooms.peek(ctx, id)
	if err != nil {
		if errors.Is(err, boards.ErrGone) {
			return false, now, nil
		}
		return false, now + boards.Day, fmt.Errorf("board %s: %w", id, err)
	}
	if until := e.rooms.Keep.Until(board, board.At); until == 0 || now < until {
		again = now + boards.Day
		if until != 0 {
			again = min(again, until)
		}
		delete(e.due, id)
		return false, again, nil
	}
	if !e.surely(id) {
		return false, now, nil
	}
	went, err = e.rooms.deleteUnused(ctx, id, board.Seq)
	if went {
		e.rooms.Logger.Info("a board was deleted: nobody used it for the set days", "board", id)
	}
	return went, now, err
}

// surely says whether a board was due when it was looked at before, long enough ago. The first time it only notes that it is.
func (e *Expiry) surely(id string) bool {
	since, before := e.due[id]
	if !before {
		e.due[id] = time.Now()
		return false
	}
	if time.Since(since) < e.sure {
		return false
	}
	delete(e.due, id)
	return true
}

// peek reads a board from its log without opening a room.
func (s *Rooms) peek(ctx context.Context, id string) (*boards.Board, error) {
	board, err := s.fromSnapshot(ctx, id)
	if err != nil {
		return nil, err
	}
	lines, err := s.Log.Read(ctx, id, board.Epoch, board.Seq)
	for _, line := range lines {
		if _, err := board.Take(line); err != nil {
			return nil, err
		}
	}
	return board, err
}

// deleteUnused deletes a board unless something was appended after seq. Its room is closed first, so on this node nothing can
// come in between.
func (s *Rooms) deleteUnused(ctx context.Context, id string, seq uint64) (bool, error) {
	free := s.hold(id, CloseLater)
	defer free()
	board, err := s.peek(ctx, id)
	if err == nil && board.Seq == seq {
		err = s.Shelf.Delete(context.WithoutCancel(ctx), id)
	} else if err == nil {
		return false, nil
	}
	if errors.Is(err, boards.ErrGone) { // another node was faster
		return false, nil
	}
	return err == nil, err
}

func pauseFor(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
