package oplog

import (
	"context"
	"errors"
	"fmt"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

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
			p.fence = said.text()
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
func (r *Redis) judgeRead(
	ctx context.Context, board string, seen standing, t extent, entries []redis.XMessage, after uint64,
) ([]boards.LogLine, error) {
	lines, err := seen.fitting(t, entries, after)
	switch {
	case err == nil:
		r.with(board, func(p *standing) { p.see(t.Last, t.Mark) })
		return lines, nil
	case errors.Is(err, boards.ErrForgotten):
		return nil, err
	case errors.Is(err, errMixed):
		return nil, r.broken(ctx, board, t.Epoch, err.Error())
	}
	return nil, r.alarm(board, err.Error())
}

// errMixed says that Redis lost entries and others took their numbers.
var errMixed = errors.New("another history")

// fitting gives the entries after a number when they go on from what this node saw.
func (seen standing) fitting(t extent, entries []redis.XMessage, after uint64) ([]boards.LogLine, error) {
	if seen.mark != "" && (t.Last < seen.seq || t.Last == seen.seq && t.Mark != seen.mark) {
		return nil, fmt.Errorf("%w: its log ends at %d, and this node saw another %d", errMixed, t.Last, seen.seq)
	}
	if err := readable(t.Floor, t.Last, after); err != nil {
		return nil, err
	}
	lines, err := linesOf(entries)
	if err == nil {
		err = dense(lines, after, t.Last)
	}
	if err != nil {
		return nil, err
	}
	if before := markBefore(entries, seen.seq-after); seen.mark != "" && seen.seq >= after && before != "" && before != seen.mark {
		return nil, fmt.Errorf("%w: entry %d is not the one this node saw", errMixed, seen.seq)
	}
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
