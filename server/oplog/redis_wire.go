package oplog

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
)

const (
	mostUnsent = 1024            // messages that wait to be sent; what is too much is dropped
	quietTime  = 3 * time.Second // without a message the connection is tried
)

// wire is the messages of all boards in one shard of a cluster, or of all boards: one connection that listens. Sharded
// channels stay with the server that has the shard.
type wire struct {
	redis *Redis
	listeners

	mu      sync.Mutex
	ears    *redis.PubSub
	running bool
}

type parcel struct {
	channel string
	message []byte
}

func wireChannel(board string) string {
	return shardKey(shardOf(board), "here:"+url.QueryEscape(board))
}

// Send hands a message about a board to all nodes; see live.Wire. While Redis is away it gets lost.
func (r *Redis) Send(board string, message []byte) {
	select {
	case r.parcels <- parcel{wireChannel(board), message}:
	default:
	}
}

// sendParcels sends what waits together.
func (r *Redis) sendParcels() {
	for {
		var p parcel
		select {
		case p = <-r.parcels:
		case <-r.life.Done():
			return
		}
		ctx, cancel := context.WithTimeout(r.life, askTime)
		_, err := r.client.Pipelined(ctx, func(pipe redis.Pipeliner) error {
			pipe.SPublish(ctx, p.channel, p.message)
			for n := len(r.parcels); n > 0; n-- {
				p = <-r.parcels
				pipe.SPublish(ctx, p.channel, p.message)
			}
			return nil
		})
		cancel()
		if err != nil {
			pause(r.life, movePause) // whoever is still there says so again soon
		}
	}
}

// Listen calls hear with what nodes send about a board, until stop. Messages may get lost.
func (r *Redis) Listen(board string, hear func([]byte)) (stop func()) {
	lane := 0
	if r.cluster {
		lane = shardOf(board)
	}
	r.mu.Lock()
	w := r.wires[lane]
	if w == nil {
		w = &wire{redis: r}
		r.wires[lane] = w
	}
	r.mu.Unlock()
	channel := wireChannel(board)
	token, first := w.add(channel, hear)
	if first {
		w.open(channel)
	}
	return sync.OnceFunc(func() {
		if w.remove(channel, token) {
			w.shut(channel)
		}
	})
}

func (w *wire) open(channel string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.redis.life.Err() != nil:
	case !w.running:
		w.running = true
		w.redis.work.Go(w.loop)
	case w.ears != nil:
		_ = w.ears.SSubscribe(w.redis.life, channel) // when it fails the loop begins anew with all of them
	}
}

func (w *wire) shut(channel string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ears != nil {
		_ = w.ears.SUnsubscribe(w.redis.life, channel)
	}
}

// loop listens until nobody wants to hear anything.
func (w *wire) loop() {
	for w.redis.life.Err() == nil {
		ears := w.begin()
		if ears == nil {
			return
		}
		unhook := context.AfterFunc(w.redis.life, func() { ears.Close() }) // nothing else wakes it
		w.hearAll(ears)
		unhook()
		w.mu.Lock()
		w.ears = nil
		w.mu.Unlock()
		ears.Close()
		if cluster, ok := w.redis.readers.(*redis.ClusterClient); ok {
			cluster.ReloadState(w.redis.life)
		}
		pause(w.redis.life, movePause)
	}
}

// begin subscribes to everything that is wanted now; nil when that is nothing.
func (w *wire) begin() *redis.PubSub {
	w.mu.Lock()
	defer w.mu.Unlock()
	channels := w.boards()
	if len(channels) == 0 {
		w.running = false
		return nil
	}
	w.ears = w.redis.readers.SSubscribe(w.redis.life, channels...)
	return w.ears
}

// hearAll passes messages on until the connection is no good or nobody listens. A slot that moved ends its subscriptions.
func (w *wire) hearAll(ears *redis.PubSub) {
	var asked bool
	for {
		got, err := ears.ReceiveTimeout(w.redis.life, quietTime)
		var silent net.Error
		switch {
		case errors.As(err, &silent) && silent.Timeout() && !asked && len(w.boards()) > 0:
			asked = ears.Ping(w.redis.life) == nil
			if !asked {
				return
			}
			continue
		case err != nil:
			return
		}
		asked = false
		switch got := got.(type) {
		case *redis.Message:
			w.tell(got.Channel, []byte(got.Payload))
		case *redis.Subscription:
			if strings.HasSuffix(got.Kind, "unsubscribe") && w.wants(got.Channel) {
				return
			}
		}
	}
}
