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
	options redis.UniversalOptions
	cluster bool
	copies  int // how many replicas must have something before it counts; 0 = what the master has on disk counts
	node    string
	log     *slog.Logger
	attempt atomic.Uint64
	way     atomic.Int64  // how long an append takes lately, in nanoseconds
	alarms  atomic.Uint64 // how often Redis lost something

	mu      sync.Mutex
	places  map[string]*standing
	lanes   map[int][]*follows
	wires   map[int]*wire
	sweep   chan struct{}
	parcels chan parcel
	life    context.Context
	end     context.CancelFunc
	work    sync.WaitGroup
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
