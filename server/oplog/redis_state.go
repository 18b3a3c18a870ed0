package oplog

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/redis/go-redis/v9"
)

// Reading is one number about a store, asked for when somebody looks.
type Reading struct {
	Help string
	Now  func() float64
}

// State gives what can be measured of the connection to Redis.
func (r *Redis) State() map[string]Reading {
	pool := func(pick func(*redis.PoolStats) uint32) func() float64 {
		return func() float64 { return float64(pick(r.client.PoolStats())) }
	}
	open := func() float64 { return float64(r.client.PoolStats().TotalConns + r.readers.PoolStats().TotalConns) }
	idle := pool(func(s *redis.PoolStats) uint32 { return s.IdleConns })
	timeouts := pool(func(s *redis.PoolStats) uint32 { return s.Timeouts })
	stale := pool(func(s *redis.PoolStats) uint32 { return s.StaleConns })
	alarms := func() float64 { return float64(r.alarms.Load()) }
	return map[string]Reading{
		"up":            {"1 when Redis answered a PING just now (all of them in a cluster), else 0.", r.up},
		"connections":   {"Open connections.", open},
		"idle":          {"Open connections that nobody uses now.", idle},
		"pool_timeouts": {"How often nobody got a connection in time, since the start.", timeouts},
		"stale":         {"Connections that were found dead, since the start.", stale},
		"alarms":        {"How often Redis lost something of a board, since the start.", alarms},
		"boards":        {"Boards this node follows.", r.followed},
	}
}

func (r *Redis) up() float64 {
	ctx, cancel := context.WithTimeout(r.life, askTime/3)
	defer cancel()
	if r.everywhere(ctx, ping) != nil {
		return 0
	}
	return 1
}

func (r *Redis) followed() (n float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, place := range r.places {
		if place.followers > 0 {
			n++
		}
	}
	return n
}

func ping(ctx context.Context, c redis.Cmdable) error { return c.Ping(ctx).Err() }

// murmur takes what the client library says by itself, else it writes lines of its own. What matters of it comes back as an
// error anyway.
type murmur struct{}

func init() { redis.SetLogger(murmur{}) }

// Printf is what the library calls.
func (murmur) Printf(ctx context.Context, format string, v ...any) {
	slog.Default().DebugContext(ctx, "the Redis client says", "what", fmt.Sprintf(format, v...))
}

// About says of what version Redis is and what time it has.
func (r *Redis) About(ctx context.Context) (version string, now time.Time, err error) {
	info, err := r.client.Info(ctx).Result()
	if err == nil {
		now, err = r.client.Time(ctx).Result()
	}
	return field(info, "redis_version"), now, err
}
