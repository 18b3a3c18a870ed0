package oplog

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

const (
	mostStreams = 500             // in one XREAD: with thousands it becomes slow
	blockTime   = 2 * time.Second // a blocked XREAD cannot be cancelled, so it must not block for long
	readBatch   = 256             // entries of one stream in one answer
	askTime     = 3 * time.Second // for a short question
)

// follows is up to 500 streams that one goroutine reads together. In a cluster they are all in one slot. A control
// stream of this node is read with them: an entry there brings the goroutine back at once when a board comes in.
type follows struct {
	redis   *Redis
	control string
	seen    string // last id of the control stream

	mu      sync.Mutex
	streams map[string]*watched
	running bool
}

// watched is one stream. It is fresh until its last id is known; nobody misses what came before, since he is woken then.
type watched struct {
	meta  string
	last  string
	fresh bool
	wakes map[*func(uint64)]func(uint64)
}

// Follow calls wake when another node appended to the board and lineage or deleted it, and once at the start and after
// every trouble with the connection, until stop.
func (r *Redis) Follow(board, epoch string, wake func(last uint64)) (stop func()) {
	r.with(board, func(p *standing) { p.followers++ })
	key, token := logKey(board, epoch), &wake
	group := r.watch(shardOf(board), key, keysOf(board).meta, token)
	var once sync.Once
	return func() {
		once.Do(func() {
			group.leave(key, token)
			r.with(board, func(p *standing) { p.followers-- })
		})
	}
}

// watch puts a stream in the first group that has it or has room for it.
func (r *Redis) watch(shard int, key, meta string, wake *func(uint64)) *follows {
	lane := 0
	if r.cluster {
		lane = shard
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, group := range r.lanes[lane] {
		if group.join(key, meta, wake) {
			return group
		}
	}
	group := &follows{redis: r, seen: "0-0", streams: map[string]*watched{},
		control: shardKey(lane, fmt.Sprintf("ctl:%s:%d", r.node, len(r.lanes[lane])))}
	r.lanes[lane] = append(r.lanes[lane], group)
	group.join(key, meta, wake)
	return group
}

func (g *follows) join(key, meta string, wake *func(uint64)) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	w, known := g.streams[key]
	if !known && len(g.streams) >= mostStreams {
		return false
	}
	if !known {
		w = &watched{meta: meta, wakes: map[*func(uint64)]func(uint64){}}
		g.streams[key] = w
	}
	w.fresh = true // whoever joins is woken once
	w.wakes[wake] = *wake
	if g.redis.life.Err() != nil {
		return true
	}
	if !g.running {
		g.running = true
		g.redis.work.Go(g.loop)
		return true
	}
	g.redis.work.Go(g.nudge)
	return true
}

// leave holds the lock of whoever wakes, so that nobody is woken after it.
func (g *follows) leave(key string, wake *func(uint64)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	w := g.streams[key]
	delete(w.wakes, wake)
	if len(w.wakes) == 0 {
		delete(g.streams, key)
	}
}

// nudge ends a blocked read. When it fails the read ends by itself soon.
func (g *follows) nudge() {
	ctx, cancel := context.WithTimeout(g.redis.life, askTime)
	defer cancel()
	_, _ = g.redis.client.Pipelined(ctx, func(p redis.Pipeliner) error {
		p.XAdd(ctx, &redis.XAddArgs{Stream: g.control, MaxLen: 1, Values: []string{"c", "1"}})
		p.Expire(ctx, g.control, time.Hour)
		return nil
	})
}

// loop reads until nobody follows anything here.
func (g *follows) loop() {
	r := g.redis
	var failed int
	checked := time.Now()
	for r.life.Err() == nil {
		if g.rest() {
			return
		}
		err := g.round()
		if err == nil && time.Since(checked) > blockTime {
			checked = time.Now()
			err = g.check()
		}
		switch {
		case r.life.Err() != nil:
		case err != nil:
			if failed == 0 {
				r.log.Warn("following boards is interrupted", "err", err)
			}
			failed++
			g.renew()
			pause(r.life, min(50*time.Millisecond<<min(failed, 6), blockTime))
		case failed > 0:
			failed = 0
			r.log.Info("following boards again")
		}
	}
}

func (g *follows) rest() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.running = len(g.streams) > 0
	return !g.running
}

// renew makes everything fresh: after a restart a log may be another than before, and every room should look.
func (g *follows) renew() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, w := range g.streams {
		w.fresh = true
	}
}

func (g *follows) round() error {
	if err := g.position(); err != nil {
		return err
	}
	streams := []string{g.control}
	ids := []string{g.seen}
	g.mu.Lock()
	for key, w := range g.streams {
		if !w.fresh {
			streams, ids = append(streams, key), append(ids, w.last)
		}
	}
	g.mu.Unlock()
	ctx, cancel := context.WithTimeout(g.redis.life, blockTime+askTime)
	defer cancel()
	from := &redis.XReadArgs{Streams: append(streams, ids...), Count: readBatch, Block: blockTime}
	answers, err := g.redis.readers.XRead(ctx, from).Result()
	if err == redis.Nil {
		return nil
	}
	for _, answer := range answers {
		g.arrived(answer)
	}
	return err
}

// arrived wakes whoever follows a stream.
func (g *follows) arrived(answer redis.XStream) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(answer.Messages) == 0 {
		return
	}
	last := answer.Messages[len(answer.Messages)-1].ID
	if answer.Stream == g.control {
		g.seen = last
		return
	}
	w := g.streams[answer.Stream]
	if w == nil {
		return
	}
	w.last = last
	seq, _ := seqOf(last) // the mark of an end is none of ours: then 0, and everybody looks
	w.wake(seq)
}

func (w *watched) wake(last uint64) {
	for _, wake := range w.wakes {
		wake(last)
	}
}

// position finds the ends of fresh streams and wakes their followers, who then read what they do not have yet.
func (g *follows) position() error {
	var fresh []string
	g.mu.Lock()
	for key, w := range g.streams {
		if w.fresh {
			fresh = append(fresh, key)
		}
	}
	g.mu.Unlock()
	if len(fresh) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(g.redis.life, askTime)
	defer cancel()
	ends := make([]*redis.XMessageSliceCmd, len(fresh))
	_, err := g.redis.readers.Pipelined(ctx, func(p redis.Pipeliner) error {
		for i, key := range fresh {
			ends[i] = p.XRevRangeN(ctx, key, "+", "-", 1)
		}
		return nil
	})
	if err != nil {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, key := range fresh {
		w := g.streams[key]
		if w == nil {
			continue
		}
		w.last, w.fresh = "0-0", false
		if end := ends[i].Val(); len(end) > 0 {
			w.last = end[0].ID
		}
		w.wake(0)
	}
	return nil
}

// check looks for boards that vanished or became shorter without a word, as after FLUSHALL: nothing would ever arrive.
func (g *follows) check() error {
	type question struct {
		key, last string
		answer    *redis.StringCmd
	}
	var list []*question
	ctx, cancel := context.WithTimeout(g.redis.life, askTime)
	defer cancel()
	pipe := g.redis.readers.Pipeline()
	g.mu.Lock()
	for key, w := range g.streams {
		list = append(list, &question{key, w.last, pipe.HGet(ctx, w.meta, "last")})
	}
	g.mu.Unlock()
	if len(list) == 0 {
		return nil
	}
	if _, err := pipe.Exec(ctx); err != nil && err != redis.Nil {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, q := range list {
		was, _ := seqOf(q.last)
		if is, err := q.answer.Uint64(); err == nil && is >= was {
			continue
		}
		if w := g.streams[q.key]; w != nil {
			w.wake(0)
		}
	}
	return nil
}
