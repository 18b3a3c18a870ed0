package oplog

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"

	"muntsaus/boards"
)

// answer is what our scripts say: one word, and sometimes something more.
type answer struct {
	word string
	more []string
}

func (a answer) text() string { return strings.Join(a.more, "") }

func (r *Redis) run(ctx context.Context, script *redis.Script, keys []string, args ...any) (answer, error) {
	texts, err := r.do(ctx, script, keys, args...).StringSlice()
	switch {
	case err != nil && full(err):
		return answer{}, fmt.Errorf("%w: %w", boards.ErrFull, err)
	case err != nil:
		return answer{}, err
	case len(texts) == 0:
		return answer{}, fmt.Errorf("a script gave no answer")
	}
	return answer{texts[0], texts[1:]}, nil
}

// do runs a script where its keys are. With replicas the answer counts when so many of them have what it wrote; else
// nobody knows whether a failover will keep it.
func (r *Redis) do(ctx context.Context, script *redis.Script, keys []string, args ...any) *redis.Cmd {
	if r.copies == 0 {
		return script.Run(ctx, r.client, keys, args...)
	}
	var said *redis.Cmd
	for range mostMoves {
		said = r.copied(ctx, keys[0], func(p redis.Pipeliner) *redis.Cmd { return script.EvalSha(ctx, p, keys, args...) })
		if redis.HasErrorPrefix(said.Err(), "NOSCRIPT") {
			said = r.copied(ctx, keys[0], func(p redis.Pipeliner) *redis.Cmd { return script.Eval(ctx, p, keys, args...) })
		}
		if !moved(said.Err()) {
			break
		}
		r.lookAround(ctx)
	}
	return said
}

const (
	mostMoves = 8                      // a slot is moved by hand, so this is much
	copyTime  = 2 * time.Second        // a replica that needs longer counts as away; shorter than askTime
	movePause = 100 * time.Millisecond // while keys of a slot are on their way
)

var errCopies = errors.New("the replicas of this Redis do not have it")

// copied sends one writing command and waits for the replicas on the same connection: Redis counts per connection.
func (r *Redis) copied(ctx context.Context, key string, send func(redis.Pipeliner) *redis.Cmd) *redis.Cmd {
	home, err := r.home(ctx, key)
	if err != nil {
		said := redis.NewCmd(ctx)
		said.SetErr(err)
		return said
	}
	return r.copiedAt(ctx, home, send)
}

func (r *Redis) copiedAt(ctx context.Context, at redis.Cmdable, send func(redis.Pipeliner) *redis.Cmd) *redis.Cmd {
	var said *redis.Cmd
	var copies *redis.Cmd
	_, _ = at.Pipelined(ctx, func(p redis.Pipeliner) error { // both answers are looked at
		said = send(p)
		copies = p.Do(ctx, "wait", r.copies, copyTime.Milliseconds())
		return nil
	})
	if said.Err() != nil {
		return said
	}
	if n, err := copies.Int(); err != nil || n < r.copies {
		said.SetErr(errors.Join(errCopies, err))
	}
	return said
}

// home gives the one Redis that has a key now.
func (r *Redis) home(ctx context.Context, key string) (*redis.Client, error) {
	switch c := r.client.(type) {
	case *redis.ClusterClient:
		return c.MasterForKey(ctx, key)
	case *redis.Client:
		return c, nil
	}
	return nil, fmt.Errorf("an unknown client %T", r.client)
}

// moved says that a command did not run because its keys are at another Redis, or on their way there.
func moved(err error) bool {
	return redis.HasErrorPrefix(err, "MOVED") || redis.HasErrorPrefix(err, "ASK") || redis.HasErrorPrefix(err, "TRYAGAIN")
}

func (r *Redis) lookAround(ctx context.Context) {
	if cluster, ok := r.client.(*redis.ClusterClient); ok {
		cluster.ReloadState(ctx)
		pause(ctx, movePause)
	}
}

// pulse writes something nobody reads, to learn whether writes are taken and kept.
func (r *Redis) pulse(ctx context.Context, at redis.Cmdable, shard int) error {
	key := shardKey(shard, "pulse")
	if r.copies == 0 {
		return at.Set(ctx, key, r.node, time.Minute).Err()
	}
	return r.copiedAt(ctx, at, func(p redis.Pipeliner) *redis.Cmd { return p.Do(ctx, "set", key, r.node, "ex", 60) }).Err()
}
