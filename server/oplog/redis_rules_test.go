package oplog

import (
	"testing"

	"muntsaus/boards/logtest"
	"muntsaus/server/oplog/redistest"
)

// The rules of a log hold in every arrangement of Redis.
func TestRedisKeepsTheRules(t *testing.T) {
	t.Parallel()
	for name, start := range arrangements {
		t.Run(name, func(t *testing.T) {
			redis := start(t)
			logtest.Run(t, func(t *testing.T) logtest.Stores {
				redis.WaitReady()
				redis.Empty()
				return redisStores(t, redis, openRedis(t, redis.URL()))
			})
		})
	}
}

var arrangements = map[string]func(redistest.Host) redistest.Redis{
	"single":   func(h redistest.Host) redistest.Redis { return redistest.New(h) },
	"cluster":  func(h redistest.Host) redistest.Redis { return redistest.NewCluster(h) },
	"sentinel": func(h redistest.Host) redistest.Redis { return redistest.NewSentinel(h) },
}

// redisStores reopens with a Redis that was killed; behind Sentinel with the replica that took over.
func redisStores(t *testing.T, redis redistest.Redis, r *Redis) logtest.Stores {
	return logtest.Stores{Log: r, Shelf: r,
		Reopen: func() logtest.Stores {
			must(t, r.Close())
			if pair, ok := redis.(*redistest.Sentinel); ok {
				pair.Failover()
			}
			redis.Kill()
			redis.Start()
			return redisStores(t, redis, openRedis(t, redis.URL()))
		},
		Peer: func() logtest.Stores {
			peer := openRedis(t, redis.URL())
			return logtest.Stores{Log: peer, Shelf: peer}
		}}
}
