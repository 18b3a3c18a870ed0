package oplog

import (
	"context"
	"errors"
	"fmt"
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
		for r.life.Err() == nil {
			err := r.everywhere(r.life, rewriteFile)
			if err == nil || forbidden(err) || redis.HasErrorPrefix(err, "ERR unknown command") {
				break
			}
			pause(r.life, 2*time.Second) // one that began before the forgetting may still run
		}
	}
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
