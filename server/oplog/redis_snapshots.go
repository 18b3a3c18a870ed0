package oplog

import (
	"context"
	"errors"
	"fmt"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

// Save stores a snapshot. An older one than Redis has changes nothing and is no error; one beyond the last entry is
// refused with ErrConflict. With forget nothing of it can be read from Redis any more when Save returns; its file is
// rewritten in the background, which takes until the bytes are gone from disk too.
func (r *Redis) Save(ctx context.Context, board string, s boards.Snapshot, forget bool) error {
	flag := "0"
	if forget {
		flag = "1"
	}
	k := keysOf(board)
	err := ctx.Err()
	if err == nil {
		var said answer
		var mark string
		r.with(board, func(p *standing) {
			if p.seq == s.Seq {
				mark = p.mark
			}
		})
		keys := []string{k.meta, logKey(board, s.Epoch), k.snaps}
		said, err = r.run(ctx, saveScript, keys, s.Epoch, decimal(s.Seq), blob(s.Data), flag, mark)
		if err == nil {
			err = r.reason(ctx, board, s.Epoch, said.word)
		}
	}
	if err != nil {
		return fmt.Errorf("oplog: save board %s at %d: %w", board, s.Seq, err)
	}
	if forget {
		r.rewrite()
	}
	return nil
}

// Load gives the newest snapshot, or ErrGone.
func (r *Redis) Load(ctx context.Context, board string) (boards.Snapshot, error) {
	return r.snapshot(ctx, board, "snap")
}

// Oldest gives the oldest snapshot that is kept, or ErrGone. Every entry after it can be read.
func (r *Redis) Oldest(ctx context.Context, board string) (boards.Snapshot, error) {
	return r.snapshot(ctx, board, "prev")
}

func (r *Redis) snapshot(ctx context.Context, board, which string) (boards.Snapshot, error) {
	s, err := r.load(ctx, board, which)
	if err != nil {
		return boards.Snapshot{}, fmt.Errorf("oplog: load board %s: %w", board, err)
	}
	return s, nil
}

func (r *Redis) load(ctx context.Context, board, which string) (s boards.Snapshot, err error) {
	if err := ctx.Err(); err != nil {
		return s, err
	}
	k := keysOf(board)
	for range 5 { // between the two questions a newer one may replace it
		meta, err := r.client.HMGet(ctx, k.meta, "epoch", which).Result()
		if err != nil {
			return s, err
		}
		if meta[0] == nil {
			return s, r.gone(ctx, board)
		}
		seq, _ := meta[1].(string)
		data, err := r.client.HGet(ctx, k.snaps, seq).Bytes()
		if errors.Is(err, redis.Nil) {
			continue
		}
		if err != nil {
			return s, err
		}
		s.Epoch, _ = meta[0].(string)
		s.Data = data
		_, err = fmt.Sscan(seq, &s.Seq)
		return s, err
	}
	return s, r.alarm(board, "its snapshot is gone while the rest is there")
}
