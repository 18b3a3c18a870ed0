package oplog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// errAddress never shows what was given: there may be a password in it.
var errAddress = errors.New("a Redis address looks like redis://host:6379, rediss://host:6379 (TLS), " +
	"redis://host1:6379,host2:6379 (cluster) or redis+sentinel://master@host1:26379,host2:26379")

// OpenRedis connects to a Redis that several nodes may share, and refuses one that would not keep what it took.
func OpenRedis(ctx context.Context, address string, log *slog.Logger) (*Redis, error) {
	options, err := addressOf(address)
	if err != nil {
		return nil, fmt.Errorf("oplog: open redis: %w", err)
	}
	r := &Redis{node: newNode(), log: log, options: *options, cluster: len(options.Addrs) > 1 && options.MasterName == "",
		places: map[string]*standing{}, lanes: map[int][]*follows{}, wires: map[int]*wire{},
		sweep: make(chan struct{}, 1), parcels: make(chan parcel, mostUnsent)}
	r.life, r.end = context.WithCancel(context.WithoutCancel(ctx))
	r.client = redis.NewUniversalClient(options)
	options.PoolSize = 2 * shards // every group of streams holds one
	r.readers = redis.NewUniversalClient(options)
	if err := r.suited(ctx, options.MasterName != ""); err != nil {
		return nil, errors.Join(fmt.Errorf("oplog: open redis: %w", err), r.Close())
	}
	r.work.Go(r.rewriteFiles)
	r.work.Go(r.sendParcels)
	return r, nil
}

// addressOf reads an address. Nothing is ever sent twice by itself, since an append may have arrived although its answer
// did not. The old protocol, no introduction and no maintenance notices keep the client from asking for what Valkey and older
// servers do not know.
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
	o := &redis.UniversalOptions{
		Addrs: []string{one.Addr}, DB: one.DB, Username: one.Username, Password: one.Password, TLSConfig: one.TLSConfig,
		Protocol: 2, DisableIdentity: true, MaintNotificationsConfig: &maintnotifications.Config{Mode: maintnotifications.ModeDisabled},
		MaxRetries: -1, ContextTimeoutEnabled: true, DialerRetries: 1, PoolSize: 64,
		DialTimeout: askTime, ReadTimeout: askTime, WriteTimeout: askTime,
	}
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
