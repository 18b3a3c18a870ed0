package oplog

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

const (
	turnPause = 3 * time.Millisecond // between two tries of a node that must wait for another's turn
	mostTries = 64                   // with the pause longer than a turn lasts
	longWay   = 5 * time.Millisecond // a race that costs as much as a room's pace must not be lost twice
)

// Append stores data as entry after+1 of the board. When it returns nil the entry is where Redis keeps it; with
// appendfsync always that is on disk.
func (r *Redis) Append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	if err := r.append(ctx, board, epoch, after, data); err != nil {
		return fmt.Errorf("oplog: append to board %s after %d: %w", board, after, err)
	}
	return nil
}

func (r *Redis) append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	if err := r.settle(ctx, board, epoch); err != nil {
		return err
	}
	mark := fmt.Sprintf("%s.%d", r.node, r.attempt.Add(1))
	for range mostTries {
		var seen standing
		r.with(board, func(p *standing) { seen = *p })
		said, err := r.tryAppend(ctx, seen, board, epoch, after, data, mark)
		if err != nil {
			if !errors.Is(err, boards.ErrFull) {
				r.with(board, func(p *standing) { p.unsure = true })
			}
			return err
		}
		switch said.word {
		case "ok":
			r.with(board, func(p *standing) { p.losses = 0; p.see(after+1, mark) })
			return nil
		case "fence": // every other node may raise it meanwhile
			r.with(board, func(p *standing) { p.fence = said.text() })
		case "turn": // another node is let in first
			pause(ctx, turnPause)
		case "conflict":
			return r.lostRace(board, seen, said, after)
		default:
			return r.reason(ctx, board, epoch, said.word)
		}
	}
	return boards.ErrConflict
}

// tryAppend asks once. A node that lost a race before, or has a long way to Redis, asks for the next turn if it loses.
func (r *Redis) tryAppend(ctx context.Context, seen standing, board, epoch string, after uint64, data []byte, mark string) (answer, error) {
	before := ""
	if seen.seq == after {
		before = seen.mark
	}
	eager := seen.losses > 0 || time.Duration(r.way.Load()) >= longWay
	from := time.Now()
	said, err := r.run(ctx, appendScript, []string{keysOf(board).meta, logKey(board, epoch)},
		epoch, decimal(after), decimal(after+1), blob(data), r.node, flag(eager), seen.fence, before, mark, flag(r.copies > 0))
	if err == nil {
		r.way.Store((7*r.way.Load() + int64(time.Since(from))) / 8) // one of two at once may get lost, which is no harm
	}
	return said, err
}

// lostRace gives what came first, when that fits what this node saw. Else the caller reads, which is where it is judged.
func (r *Redis) lostRace(board string, seen standing, said answer, after uint64) error {
	r.with(board, func(p *standing) { p.losses++ })
	t, entries, err := missed(said.more)
	if err != nil {
		return boards.ErrConflict
	}
	lines, err := seen.fitting(t, entries, after)
	if err != nil {
		return boards.ErrConflict
	}
	r.with(board, func(p *standing) { p.see(t.Last, t.Mark) })
	return &boards.Missed{Lines: lines}
}

// missed reads what the script says of a lost race: last, floor and mark of the log, and four texts per entry.
func missed(said []string) (t extent, entries []redis.XMessage, err error) {
	if len(said) < 3 || len(said)%4 != 3 {
		return t, nil, fmt.Errorf("%d texts about a lost race", len(said))
	}
	last, err := strconv.ParseUint(said[0], 10, 64)
	if err != nil {
		return t, nil, err
	}
	floor, err := strconv.ParseUint(said[1], 10, 64)
	if err != nil {
		return t, nil, err
	}
	for rest := said[3:]; len(rest) > 0; rest = rest[4:] {
		entries = append(entries, redis.XMessage{ID: rest[0], Values: map[string]any{"d": rest[1], "n": rest[2], "p": rest[3]}})
	}
	return extent{Last: last, Floor: floor, Mark: said[2]}, entries, nil
}

func (seen *standing) see(seq uint64, mark string) {
	if seq >= seen.seq {
		seen.seq, seen.mark = seq, mark
	}
}

func flag(on bool) string {
	if on {
		return "1"
	}
	return "0"
}
