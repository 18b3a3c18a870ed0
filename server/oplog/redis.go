package oplog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

// Redis keeps boards in a Redis that several nodes share. Every board is one stream per lineage beside a small hash that
// says how far the log goes; one script compares and appends. It is safe for use from many goroutines.
//
// When the connection breaks nobody knows whether an append arrived, or still will. Append then gives the fault as it
// is, and the next call for that board first raises the board's fence: what was under way cannot arrive any more, so that
// reading back settles the question for good.
type Redis struct {
	client  redis.UniversalClient
	readers redis.UniversalClient // blocking reads have connections of their own
	cluster bool
	node    string
	log     *slog.Logger
	attempt atomic.Uint64

	mu     sync.Mutex
	places map[string]*standing
	lanes  map[int][]*follows
	sweep  chan struct{}
	life   context.Context
	end    context.CancelFunc
	work   sync.WaitGroup
}

// standing is what this node believes of a board. Nothing but `unsure` and `followers` would be missed.
type standing struct {
	fence     string
	unsure    bool   // an append may still be under way
	losses    int    // races lost since the last one won
	seq       uint64 // the last entry seen and its mark
	mark      string
	followers int
}

// Close ends the readers and the connections. Nothing acknowledged depends on it.
func (r *Redis) Close() error {
	r.end()
	err := errors.Join(r.readers.Close(), r.client.Close())
	r.work.Wait()
	if err != nil && !errors.Is(err, redis.ErrClosed) {
		return fmt.Errorf("oplog: close redis: %w", err)
	}
	return nil
}

// Failed never tells anything: a Redis that went away may come back, and every room checks what it then finds.
func (r *Redis) Failed() <-chan error { return nil }

// with runs do on what is known of the board.
func (r *Redis) with(board string, do func(*standing)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	place, known := r.places[board]
	if !known {
		if len(r.places) >= mostTails {
			for name, old := range r.places {
				if old.followers == 0 && !old.unsure {
					delete(r.places, name)
				}
			}
		}
		place = &standing{fence: "0"}
		r.places[board] = place
	}
	do(place)
}

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
		return r.reason(ctx, board, said.word)
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
	return r.reason(ctx, board, said.word)
}

// reason turns the word of a script into an error.
func (r *Redis) reason(ctx context.Context, board, word string) error {
	switch word {
	case "ok":
		return nil
	case "conflict", "turn", "fence":
		return boards.ErrConflict
	case "epoch":
		return boards.ErrEpoch
	case "taken":
		return boards.ErrTaken
	case "gone":
		return r.gone(ctx, board)
	case "mixed":
		return r.alarm(board, "its last entry is not the one this node saw: Redis lost entries and others took their numbers")
	case "lost":
		return r.alarm(board, "its entries are gone while the rest is there")
	}
	return fmt.Errorf("redis said %q", word)
}

// gone tells a board that was deleted or never was from one that Redis lost while people were at it.
func (r *Redis) gone(ctx context.Context, board string) error {
	var followed bool
	r.with(board, func(p *standing) { followed = p.followers > 0 })
	if !followed {
		r.forget(board)
		return boards.ErrGone
	}
	deleted, err := r.client.Exists(ctx, keysOf(board).end).Result()
	switch {
	case err != nil:
		return err
	case deleted == 0:
		return r.alarm(board, "it is not there any more and nobody deleted it")
	}
	return boards.ErrGone
}

// forget starts anew with what is known of a board nobody follows here.
func (r *Redis) forget(board string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.places[board]; p != nil && p.followers == 0 {
		delete(r.places, board)
	}
}

// alarm is for what Redis must never do. The room stops; people come back to what is there now.
func (r *Redis) alarm(board, what string) error {
	r.log.Error("redis lost something of a board", "board", board, "what", what)
	return fmt.Errorf("redis lost something of the board: %s", what)
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
	var meta *redis.SliceCmd
	var entries *redis.XMessageSliceCmd
	_, err := r.client.TxPipelined(ctx, func(p redis.Pipeliner) error {
		meta = p.HMGet(ctx, keysOf(board).meta, "epoch", "last", "floor")
		entries = p.XRange(ctx, logKey(board, epoch), "(0-"+decimal(min(after, maxSeq)), "+")
		return nil
	})
	if err != nil {
		return nil, err
	}
	var t struct {
		Epoch string `redis:"epoch"`
		Last  uint64 `redis:"last"`
		Floor uint64 `redis:"floor"`
	}
	if err := meta.Scan(&t); err != nil {
		return nil, err
	}
	switch {
	case meta.Val()[0] == nil:
		return nil, r.gone(ctx, board)
	case t.Epoch != epoch:
		return nil, boards.ErrEpoch
	}
	if err := readable(t.Floor, t.Last, after); err != nil {
		if !errors.Is(err, boards.ErrForgotten) {
			return nil, r.alarm(board, err.Error())
		}
		return nil, err
	}
	lines, mark, err := linesOf(entries.Val())
	if err == nil {
		err = dense(lines, after, t.Last)
	}
	if err != nil {
		return nil, r.alarm(board, err.Error())
	}
	if mark != "" {
		r.with(board, func(p *standing) { p.see(t.Last, mark) })
	}
	return lines, nil
}

// linesOf also gives the mark of the last entry.
func linesOf(entries []redis.XMessage) (lines []boards.LogLine, mark string, err error) {
	for _, entry := range entries {
		seq, err := seqOf(entry.ID)
		if err != nil {
			return nil, "", err
		}
		data, _ := entry.Values["d"].(string)
		mark, _ = entry.Values["n"].(string)
		lines = append(lines, boards.LogLine{Seq: seq, Data: []byte(data)})
	}
	return lines, mark, nil
}

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
		if said, err = r.run(ctx, saveScript, []string{k.meta, logKey(board, s.Epoch), k.snaps}, s.Epoch, decimal(s.Seq), blob(s.Data), flag); err == nil {
			err = r.reason(ctx, board, said.word)
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
	s, err := r.load(ctx, board)
	if err != nil {
		return boards.Snapshot{}, fmt.Errorf("oplog: load board %s: %w", board, err)
	}
	return s, nil
}

func (r *Redis) load(ctx context.Context, board string) (s boards.Snapshot, err error) {
	if err := ctx.Err(); err != nil {
		return s, err
	}
	k := keysOf(board)
	for range 5 { // between the two questions a newer one may replace it
		meta, err := r.client.HMGet(ctx, k.meta, "epoch", "snap").Result()
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

// rewrite asks for the file of Redis to be written anew without what was forgotten. Several wishes become one.
func (r *Redis) rewrite() {
	select {
	case r.sweep <- struct{}{}:
	default:
	}
}

func (r *Redis) rewriteFiles() {
	for {
		select {
		case <-r.sweep:
		case <-r.life.Done():
			return
		}
		pause(r.life, time.Second)
		for r.life.Err() == nil {
			err := r.everywhere(r.life, func(ctx context.Context, c redis.Cmdable) error { return c.BgRewriteAOF(ctx).Err() })
			if err == nil || redis.HasErrorPrefix(err, "NOPERM") || redis.HasErrorPrefix(err, "ERR unknown command") {
				break
			}
			pause(r.life, 2*time.Second) // one that began before the forgetting may still run
		}
	}
}

// everywhere runs do on every Redis that keeps boards.
func (r *Redis) everywhere(ctx context.Context, do func(context.Context, redis.Cmdable) error) error {
	if cluster, ok := r.client.(*redis.ClusterClient); ok {
		return cluster.ForEachMaster(ctx, func(ctx context.Context, c *redis.Client) error { return do(ctx, c) })
	}
	return do(ctx, r.client)
}

// pause waits, or shorter when ctx ends.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

func newNode() string { return fmt.Sprintf("%016x", rand.Uint64()) }
