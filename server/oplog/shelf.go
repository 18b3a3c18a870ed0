package oplog

import (
	"context"
	"fmt"

	"muntsaus/boards"
)

// Claim makes a board with its first snapshot and its join code; ErrTaken when the code or the board is there already.
func (s *SQLite) Claim(ctx context.Context, card boards.Card, first boards.Snapshot) error {
	err := claimable(ctx, card, first)
	if err == nil {
		first.Data, err = pack(first.Data, s.packFrom)
	}
	if err == nil {
		err = s.writer.do(ctx, &job{size: len(first.Data), change: func(f *file) error { return f.claim(card, first) }})
	}
	if err != nil {
		return fmt.Errorf("oplog: claim board %s: %w", card.Board, err)
	}
	return nil
}

// Find gives the board a join code opens, or ErrGone.
func (s *SQLite) Find(ctx context.Context, code string) (board string, err error) {
	err = s.writer.look(ctx, func(f *file) error { board, err = f.byCode(code); return err })
	if err != nil {
		return "", fmt.Errorf("oplog: find: %w", err)
	}
	return board, nil
}

// Recode gives a board another join code; ErrTaken when it is in use, ErrGone when there is no such board.
func (s *SQLite) Recode(ctx context.Context, board, code string) error {
	err := s.writer.do(ctx, &job{change: func(f *file) error { return f.recode(board, code) }})
	if err != nil {
		return fmt.Errorf("oplog: recode board %s: %w", board, err)
	}
	return nil
}

// List gives all cards, oldest first.
func (s *SQLite) List(ctx context.Context) (cards []boards.Card, err error) {
	err = s.writer.look(ctx, func(f *file) error { cards, err = f.cards(); return err })
	if err != nil {
		return nil, fmt.Errorf("oplog: list: %w", err)
	}
	return cards, nil
}

// Delete removes a board and returns when its bytes are overwritten in every file; ErrGone when there is none. After
// ErrFull the board may be gone already while its bytes wait for room; they go as soon as there is some.
func (s *SQLite) Delete(ctx context.Context, board string) error {
	err := s.writer.do(ctx, &job{wipe: true, change: func(f *file) error { return f.remove(board) }})
	if err != nil {
		return fmt.Errorf("oplog: delete board %s: %w", board, err)
	}
	return nil
}

// Ready writes a number and answers nil when it reached the disk. It waits no longer than ctx.
func (s *SQLite) Ready(ctx context.Context) error {
	j := &job{change: func(f *file) error { return f.exec("UPDATE pulse SET beat = beat + 1") }}
	err := s.writer.put(ctx, j)
	if err == nil {
		select {
		case err = <-j.done:
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err != nil {
		return fmt.Errorf("oplog: not ready: %w", err)
	}
	return nil
}
