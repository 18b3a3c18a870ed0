package oplog

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
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
	for range 8 { // every other node may raise the fence meanwhile
		said, err := r.tryAppend(ctx, board, epoch, after, data, mark)
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
		case "fence":
			r.with(board, func(p *standing) { p.fence = said.more })
			continue
		case "conflict":
			r.with(board, func(p *standing) { p.losses++ })
		case "turn":
			pause(ctx, turnPause) // another node is let in first
		}
		return r.reason(ctx, board, epoch, said.word)
	}
	return boards.ErrConflict
}

// turnPause keeps a node that must wait for another's turn from asking without a break.
const turnPause = 3 * time.Millisecond

func (r *Redis) tryAppend(ctx context.Context, board, epoch string, after uint64, data []byte, mark string) (answer, error) {
	var fence, before string
	var losses int
	r.with(board, func(p *standing) {
		fence, losses = p.fence, p.losses
		if p.seq == after {
			before = p.mark
		}
	})
	return r.run(ctx, appendScript, []string{keysOf(board).meta, logKey(board, epoch)},
		epoch, decimal(after), decimal(after+1), blob(data), r.node, losses, fence, before, mark)
}

func (p *standing) see(seq uint64, mark string) {
	if seq >= p.seq {
		p.seq, p.mark = seq, mark
	}
}

// settle raises the fence of a board when something sent to it may still be under way.
func (r *Redis) settle(ctx context.Context, board, epoch string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var unsure bool
	r.with(board, func(p *standing) { unsure = p.unsure })
	if !unsure {
		return nil
	}
	said, err := r.run(ctx, fenceScript, []string{keysOf(board).meta}, epoch)
	if err != nil {
		return err
	}
	r.with(board, func(p *standing) {
		p.unsure = false
		if said.word == "ok" {
			p.fence = said.more
		}
	})
	return r.reason(ctx, board, epoch, said.word)
}

// Read gives the entries after the given number; rule L3.
func (r *Redis) Read(ctx context.Context, board, epoch string, after uint64) ([]boards.LogLine, error) {
	lines, err := r.read(ctx, board, epoch, after)
	if err != nil {
		return nil, fmt.Errorf("oplog: read board %s after %d: %w", board, after, err)
	}
	return lines, nil
}

func (r *Redis) read(ctx context.Context, board, epoch string, after uint64) ([]boards.LogLine, error) {
	if err := r.settle(ctx, board, epoch); err != nil {
		return nil, err
	}
	var seen standing // before asking: meanwhile this node may append more
	r.with(board, func(p *standing) { seen.seq, seen.mark = p.seq, p.mark })
	t, entries, err := r.fetch(ctx, board, epoch, after)
	switch {
	case err != nil:
		return nil, err
	case t.Epoch == "":
		return nil, r.gone(ctx, board)
	case t.Epoch != epoch:
		return nil, boards.ErrEpoch
	}
	return r.judgeRead(ctx, board, seen, t, entries, after)
}

// extent is what the hash of a board says about its log.
type extent struct {
	Epoch string `redis:"epoch"`
	Last  uint64 `redis:"last"`
	Floor uint64 `redis:"floor"`
	Mark  string `redis:"mark"`
}

// fetch asks for the extent of a log and its entries after a number, both at one moment.
func (r *Redis) fetch(ctx context.Context, board, epoch string, after uint64) (t extent, entries []redis.XMessage, err error) {
	if r.copies == 0 {
		return fetchAt(ctx, r.client, board, epoch, after)
	}
	for range mostMoves {
		if t, entries, err = r.fetchCopied(ctx, board, epoch, after); !moved(err) {
			break
		}
		r.lookAround(ctx)
	}
	return t, entries, err
}

// fetchCopied gives nothing that a failover could take back, and nothing of a master that was put aside: after reading, the
// replicas must have what the same connection writes.
func (r *Redis) fetchCopied(ctx context.Context, board, epoch string, after uint64) (t extent, entries []redis.XMessage, err error) {
	home, err := r.home(ctx, keysOf(board).meta)
	if err != nil {
		return t, nil, err
	}
	conn := home.Conn()
	defer conn.Close()
	if t, entries, err = fetchAt(ctx, conn, board, epoch, after); err != nil {
		return t, nil, err
	}
	return t, entries, r.pulse(ctx, conn, shardOf(board))
}

func fetchAt(ctx context.Context, at redis.Cmdable, board, epoch string, after uint64) (t extent, _ []redis.XMessage, err error) {
	var meta *redis.SliceCmd
	var entries *redis.XMessageSliceCmd
	_, err = at.TxPipelined(ctx, func(p redis.Pipeliner) error {
		meta = p.HMGet(ctx, keysOf(board).meta, "epoch", "last", "floor", "mark")
		entries = p.XRange(ctx, logKey(board, epoch), "(0-"+decimal(min(after, maxSeq)), "+")
		return nil
	})
	if err == nil {
		err = meta.Scan(&t)
	}
	if err != nil {
		return t, nil, err
	}
	return t, entries.Val(), nil
}

// judgeRead holds what was read against what this node saw before.
func (r *Redis) judgeRead(ctx context.Context, board string, seen standing, t extent, entries []redis.XMessage, after uint64) ([]boards.LogLine, error) {
	if seen.mark != "" && (t.Last < seen.seq || t.Last == seen.seq && t.Mark != seen.mark) {
		return nil, r.broken(ctx, board, t.Epoch, fmt.Sprintf("its log ends at %d, and this node saw another %d", t.Last, seen.seq))
	}
	if err := readable(t.Floor, t.Last, after); err != nil {
		if !errors.Is(err, boards.ErrForgotten) {
			return nil, r.alarm(board, err.Error())
		}
		return nil, err
	}
	lines, err := linesOf(entries)
	if err == nil {
		err = dense(lines, after, t.Last)
	}
	if err != nil {
		return nil, r.alarm(board, err.Error())
	}
	if before := markBefore(entries, seen.seq-after); seen.mark != "" && seen.seq >= after && before != "" && before != seen.mark {
		return nil, r.broken(ctx, board, t.Epoch, fmt.Sprintf("entry %d is not the one this node saw", seen.seq))
	}
	r.with(board, func(p *standing) { p.see(t.Last, t.Mark) })
	return lines, nil
}

// markBefore gives the mark of the entry before the one at an index, as that one names it; "" when it names none.
func markBefore(entries []redis.XMessage, index uint64) string {
	if index >= uint64(len(entries)) {
		return ""
	}
	mark, _ := entries[index].Values["p"].(string)
	return mark
}

func linesOf(entries []redis.XMessage) (lines []boards.LogLine, err error) {
	for _, entry := range entries {
		seq, err := seqOf(entry.ID)
		if err != nil {
			return nil, err
		}
		data, _ := entry.Values["d"].(string)
		lines = append(lines, boards.LogLine{Seq: seq, Data: []byte(data)})
	}
	return lines, nil
}
