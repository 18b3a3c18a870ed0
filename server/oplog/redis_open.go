package oplog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// errAddress never shows what was given: there may be a password in it.
var errAddress = errors.New("a Redis address looks like redis://host:6379, rediss://host:6379 (TLS), redis://host1:6379,host2:6379 (cluster) " +
	"or redis+sentinel://master@host1:26379,host2:26379")

// OpenRedis connects to a Redis that several nodes may share, and refuses one that would not keep what it took.
func OpenRedis(ctx context.Context, address string, log *slog.Logger) (*Redis, error) {
	options, err := addressOf(address)
	if err != nil {
		return nil, fmt.Errorf("oplog: open redis: %w", err)
	}
	r := &Redis{node: newNode(), log: log, cluster: len(options.Addrs) > 1 && options.MasterName == "",
		places: map[string]*standing{}, lanes: map[int][]*follows{}, sweep: make(chan struct{}, 1)}
	r.life, r.end = context.WithCancel(context.WithoutCancel(ctx))
	r.client = redis.NewUniversalClient(options)
	options.PoolSize = 2 * shards // every group of streams holds one
	r.readers = redis.NewUniversalClient(options)
	if err := r.everywhere(ctx, r.suits); err != nil {
		return nil, errors.Join(fmt.Errorf("oplog: open redis: %w", err), r.Close())
	}
	r.work.Go(r.rewriteFiles)
	return r, nil
}

// addressOf reads an address. Nothing is ever sent twice by itself, since an append may have arrived although its answer
// did not; and the old protocol keeps the client from asking Valkey for what it does not know.
func addressOf(address string) (*redis.UniversalOptions, error) {
	scheme, rest, found := strings.Cut(address, "://")
	if !found {
		return nil, errAddress
	}
	sentinel := scheme == "redis+sentinel"
	if sentinel {
		scheme = "redis"
	}
	user, hosts := "", rest
	if at := strings.LastIndex(rest, "@"); at >= 0 {
		user, hosts = rest[:at+1], rest[at+1:]
	}
	hosts, path, _ := strings.Cut(hosts, "/")
	list := strings.Split(hosts, ",")
	one, err := redis.ParseURL(scheme + "://" + user + list[0] + "/" + path)
	if err != nil || one.Network == "unix" {
		return nil, errAddress
	}
	o := &redis.UniversalOptions{Addrs: []string{one.Addr}, DB: one.DB, Username: one.Username, Password: one.Password, TLSConfig: one.TLSConfig,
		Protocol: 2, MaxRetries: -1, ContextTimeoutEnabled: true, DialerRetries: 1, PoolSize: 64,
		DialTimeout: askTime, ReadTimeout: askTime, WriteTimeout: askTime}
	for _, host := range list[1:] {
		if !strings.Contains(host, ":") {
			return nil, errAddress
		}
		o.Addrs = append(o.Addrs, host)
	}
	switch {
	case sentinel && one.Username == "":
		return nil, errAddress
	case sentinel:
		o.MasterName, o.Username = one.Username, ""
	case len(o.Addrs) > 1 && o.DB != 0:
		return nil, errors.New("a Redis cluster has no numbered databases: leave the number out of the address")
	}
	return o, nil
}

// suits checks one Redis. What would lose entries is refused, what might is said.
func (r *Redis) suits(ctx context.Context, c redis.Cmdable) error {
	ctx, cancel := context.WithTimeout(ctx, 2*askTime)
	defer cancel()
	info, err := c.Info(ctx, "server").Result()
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	if version := field(info, "redis_version"); major(version) < 7 {
		return fmt.Errorf("this Redis is version %s; 7.0 or newer is needed", version)
	}
	settings := map[string]string{}
	for _, name := range []string{"appendonly", "appendfsync", "maxmemory-policy", "save"} {
		got, err := c.ConfigGet(ctx, name).Result()
		if err != nil {
			r.log.Warn("Redis does not tell its settings; it needs appendonly yes, appendfsync always and maxmemory-policy noeviction", "err", err)
			return nil
		}
		settings[name] = got[name]
	}
	return r.judge(settings)
}

func (r *Redis) judge(settings map[string]string) error {
	switch {
	case settings["appendonly"] != "yes":
		return errors.New("this Redis keeps nothing on disk; set appendonly yes")
	case settings["maxmemory-policy"] != "noeviction":
		return errors.New("this Redis throws boards away when its memory is full; set maxmemory-policy noeviction")
	case settings["appendfsync"] == "no":
		return errors.New("this Redis leaves it to chance when something reaches the disk; set appendfsync always")
	case settings["appendfsync"] == "everysec":
		r.log.Warn("this Redis writes to disk once a second: a power failure can take the last second; appendfsync always is safe")
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
