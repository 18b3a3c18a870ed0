package oplog

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// rewrite asks for the file of Redis to be written anew without what was forgotten. Several wishes become one.
func (r *Redis) rewrite() {
	select {
	case r.sweep <- struct{}{}:
	default:
	}
}

// rewriteFiles does what is wished until the end. It begins with a wish: an earlier process may have ended with one, and
// what it had forgotten would stay in the file.
func (r *Redis) rewriteFiles() {
	r.rewrite()
	for {
		select {
		case <-r.sweep:
		case <-r.life.Done():
			return
		}
		pause(r.life, time.Second)
		for r.life.Err() == nil && unfinished(r.everywhere(r.life, rewriteFile)) {
			pause(r.life, 2*time.Second) // one that began before the forgetting may still run
		}
		r.rewriteReplicas()
	}
}

// replicaTries is how often a replica that does not answer is asked. Its master is asked until it has done it: without that
// one no board goes on, but a replica may stand behind an address that only its master can reach.
const replicaTries = 30

// rewriteReplicas has the replicas write their files anew as well; what was forgotten reached them as one more command.
func (r *Redis) rewriteReplicas() {
	var err error
	for range replicaTries {
		if err = r.everywhere(r.life, r.rewriteReplicasOf); !unfinished(err) || r.life.Err() != nil {
			return
		}
		pause(r.life, 2*time.Second)
	}
	r.log.Warn("a replica of Redis keeps what was forgotten in its file until it writes that anew", "error", err)
}

func (r *Redis) rewriteReplicasOf(ctx context.Context, master redis.Cmdable) error {
	info, err := master.Info(ctx, "replication").Result()
	if err != nil {
		return err
	}
	var errs []error
	for _, address := range replicasIn(info) {
		errs = append(errs, r.rewriteAt(ctx, address))
	}
	return errors.Join(errs...)
}

func (r *Redis) rewriteAt(ctx context.Context, address string) error {
	options := r.options.Simple()
	options.Addr, options.PoolSize = address, 1
	replica := redis.NewClient(options)
	defer replica.Close()
	return rewriteFile(ctx, replica)
}

// replicasIn reads the addresses of replicas from what a master says of itself: slave0:ip=10.0.0.2,port=6379,state=online,…
func replicasIn(info string) (addresses []string) {
	for n := 0; ; n++ {
		line := field(info, fmt.Sprintf("slave%d", n))
		if line == "" {
			return addresses
		}
		said := map[string]string{}
		for _, pair := range strings.Split(line, ",") {
			name, value, _ := strings.Cut(pair, "=")
			said[name] = value
		}
		addresses = append(addresses, net.JoinHostPort(said["ip"], said["port"]))
	}
}

// unfinished says whether asking once more may help.
func unfinished(err error) bool {
	return err != nil && !forbidden(err) && !redis.HasErrorPrefix(err, "ERR unknown command")
}

func forbidden(err error) bool { return redis.HasErrorPrefix(err, "NOPERM") }

// rewriteFile has one Redis write its file anew and waits until that is done: one that dies meanwhile still has the old
// file when it starts again.
func rewriteFile(ctx context.Context, c redis.Cmdable) error {
	before, err := c.Info(ctx).Result()
	if err != nil && !forbidden(err) {
		return err
	}
	if err := c.BgRewriteAOF(ctx).Err(); err != nil || before == "" {
		return err
	}
	for {
		pause(ctx, 100*time.Millisecond)
		now, err := c.Info(ctx).Result()
		switch {
		case err != nil:
			return err
		case field(now, "run_id") != field(before, "run_id"):
			return errors.New("it started anew meanwhile")
		case field(now, "aof_rewrite_in_progress") == "1", field(now, "aof_rewrite_scheduled") == "1":
		case field(now, "aof_last_bgrewrite_status") != "ok":
			return fmt.Errorf("rewriting its file ended with %q", field(now, "aof_last_bgrewrite_status"))
		default:
			return nil
		}
	}
}
