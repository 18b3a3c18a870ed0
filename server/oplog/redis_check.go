package oplog

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// suited checks every Redis that keeps boards. What would lose entries is refused with a sentence, what might is said.
func (r *Redis) suited(ctx context.Context, sentinel bool) error {
	copies := make(chan int, 1000) // masters are asked side by side
	err := r.everywhere(ctx, func(ctx context.Context, c redis.Cmdable) error {
		n, err := r.suits(ctx, c, sentinel)
		copies <- n
		return err
	})
	if err != nil {
		return err
	}
	close(copies)
	first, any := <-copies
	if !any {
		return errors.New("no Redis keeps boards here")
	}
	for n := range copies {
		if n != first {
			return errors.New("the servers of this cluster have different settings; give all the same min-replicas-to-write")
		}
	}
	r.copies = first
	return nil
}

// suits also gives how many replicas must have something before it counts.
func (r *Redis) suits(ctx context.Context, c redis.Cmdable, sentinel bool) (copies int, err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*askTime)
	defer cancel()
	info, err := c.Info(ctx).Result()
	if err != nil {
		return 0, fmt.Errorf("no answer: %w", err)
	}
	if err := r.fits(ctx, c, info); err != nil {
		return 0, err
	}
	settings := map[string]string{}
	for _, name := range []string{"appendonly", "appendfsync", "maxmemory-policy", "save", "min-replicas-to-write", "repl-diskless-load"} {
		got, err := c.ConfigGet(ctx, name).Result()
		if err != nil {
			r.log.Warn("Redis does not tell its settings; it needs appendonly yes, appendfsync always, maxmemory-policy noeviction and, "+
				"where a replica may become master, min-replicas-to-write 1", "err", err)
			return r.blind(info, sentinel), nil
		}
		settings[name] = got[name]
	}
	copies, _ = strconv.Atoi(settings["min-replicas-to-write"]) // 0 for what is no number
	return copies, r.judge(settings, field(info, "connected_slaves") != "0", sentinel)
}

// blind is for a Redis that keeps its settings to itself: where a replica may become master, one must have what counts.
func (r *Redis) blind(info string, sentinel bool) int {
	if sentinel || r.cluster && field(info, "connected_slaves") != "0" {
		return 1
	}
	return 0
}

// fits looks at what a Redis is.
func (r *Redis) fits(ctx context.Context, c redis.Cmdable, info string) error {
	switch version := field(info, "redis_version"); {
	case major(version) < 7:
		return fmt.Errorf("this Redis is version %s; 7.0 or newer is needed", version)
	case field(info, "role") == "slave":
		return errors.New("this Redis is a replica; name its master, or the Sentinels")
	case field(info, "cluster_enabled") == "1" && !r.cluster:
		return errors.New("this Redis is part of a cluster; name two or more of its servers, as in redis://host1:6379,host2:6379")
	case r.cluster:
		return r.working(ctx, c)
	}
	return nil
}

// working says whether a cluster serves everything, as one of its servers sees it.
func (r *Redis) working(ctx context.Context, c redis.Cmdable) error {
	info, err := c.ClusterInfo(ctx).Result()
	switch {
	case err != nil:
		return fmt.Errorf("no answer: %w", err)
	case field(info, "cluster_slots_assigned") != "16384":
		return errors.New("this Redis cluster does not have all its slots yet; give every slot to a server")
	case field(info, "cluster_state") != "ok":
		return errors.New("this Redis cluster is down; start the servers that are missing")
	}
	return nil
}

func (r *Redis) judge(settings map[string]string, replicas, sentinel bool) error {
	kept := settings["min-replicas-to-write"] != "" && settings["min-replicas-to-write"] != "0"
	switch {
	case settings["appendonly"] != "yes":
		return errors.New("this Redis keeps nothing on disk; set appendonly yes")
	case settings["maxmemory-policy"] != "noeviction":
		return errors.New("this Redis throws boards away when its memory is full; set maxmemory-policy noeviction")
	case settings["appendfsync"] == "no":
		return errors.New("this Redis leaves it to chance when something reaches the disk; set appendfsync always")
	case sentinel && !kept:
		return errors.New("behind Sentinel a replica may become master without what people were told is stored; " +
			"set min-replicas-to-write 1")
	case r.cluster && replicas && !kept:
		return errors.New("in this cluster a replica may become master without what people were told is stored; " +
			"set min-replicas-to-write 1")
	case replicas && !kept:
		r.log.Warn("this Redis has replicas that may lag behind: make none of them master without min-replicas-to-write 1")
	}
	if settings["appendfsync"] == "everysec" {
		r.log.Warn("this Redis writes to disk once a second: a power failure can take the last second; appendfsync always is safe")
	}
	if replicas && settings["repl-diskless-load"] == "disabled" {
		r.log.Warn("a replica of this Redis keeps what it copied at its start in a file of its own (dump.rdb), " +
			"also what is forgotten later; set repl-diskless-load swapdb on all")
	}
	if settings["save"] != "" {
		r.log.Warn(`this Redis also writes snapshot files, which keep revealed rounds and deleted boards until the next one; set save ""`)
	}
	return nil
}

func field(info, name string) string {
	for line := range strings.Lines(info) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), name+":"); ok {
			return value
		}
	}
	return ""
}

func major(version string) int {
	text, _, _ := strings.Cut(version, ".")
	n, _ := strconv.Atoi(text) // 0 for what is no version
	return n
}
