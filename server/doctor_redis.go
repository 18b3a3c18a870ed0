package main

import (
	"context"
	"log/slog"
	"time"

	"muntsaus/server/oplog"
)

// redisFindings judges a Redis as a server does at its start: what that refuses is bad, what that warns of is told.
func redisFindings(ctx context.Context, address string) []finding {
	warned := &warnings{}
	before := time.Now()
	log, err := oplog.OpenRedis(ctx, address, slog.New(warned))
	if err != nil {
		return append(warned.findings("redis"), found(bad, "redis", "%v", err))
	}
	defer log.Close()
	list := warned.findings("redis")
	version, now, err := log.About(ctx)
	if err != nil {
		return append(list, found(bad, "redis", "no answer: %v", err))
	}
	if now.Before(before.Add(-mostDrift)) || now.After(time.Now().Add(mostDrift)) {
		list = append(list, found(warn, "clock", "Redis says it is %s and this machine %s: let a time service keep both",
			now.Format(time.TimeOnly), time.Now().Format(time.TimeOnly)))
	}
	if err := log.Ready(ctx); err != nil {
		return append(list, found(bad, "redis", "it takes no writes: %v", err))
	}
	return append(list, found(ok, "redis", "version %s, takes writes, keeps boards on disk and throws none away", version))
}
