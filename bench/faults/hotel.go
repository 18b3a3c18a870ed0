package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"muntsaus/bench/crowd"
	"muntsaus/server/oplog"
	"muntsaus/server/oplog/redistest"
)

// hotel is several servers whose boards are in one Redis, one of its three arrangements.
type hotel struct {
	stage *stage
	redis redistest.Redis
	nodes []*server
	next  atomic.Uint64
}

// hotel starts a Redis of the asked kind and servers on it.
func (s *stage) hotel(nodes int) (*hotel, error) {
	host := redistest.NewProgram(s.dir)
	s.later(host.Close)
	h := &hotel{stage: s}
	switch s.kind {
	case "cluster":
		h.redis = redistest.NewCluster(host)
	case "sentinel":
		h.redis = redistest.NewSentinel(host)
	default:
		h.redis = redistest.New(host)
	}
	for range nodes {
		if err := h.open(h.redis.URL()); err != nil {
			return h, err
		}
	}
	return h, nil
}

func (h *hotel) open(url string) error {
	node, err := h.stage.serve("--redis", url)
	h.nodes = append(h.nodes, node)
	return err
}

// door sends people to another server each time.
func (h *hotel) door() string { return h.nodes[h.next.Add(1)%uint64(len(h.nodes))].url }

func (h *hotel) servers() []*server { return h.nodes }

func (h *hotel) read(ctx context.Context, a *crowd.Archive) error {
	log, err := oplog.OpenRedis(ctx, h.redis.URL(), slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer log.Close()
	return a.Read(ctx, log)
}

// restart starts the servers anew, and Redis between them. A Redis that is killed while it writes its file anew leaves the
// half of it behind for good; docs/operate.md asks the operator to remove that, and so it is done here.
func (h *hotel) restart(context.Context, *outcome) error {
	for _, node := range h.nodes {
		if _, err := node.stop(); err != nil {
			return err
		}
	}
	h.redis.Kill()
	for _, server := range h.redis.Servers() {
		halves, _ := filepath.Glob(filepath.Join(server.Dir, "temp-rewriteaof-*.aof"))
		for _, half := range halves {
			if err := os.Remove(half); err != nil {
				return err
			}
		}
	}
	h.redis.Start()
	for _, node := range h.nodes {
		if _, err := node.restarted(); err != nil {
			return err
		}
	}
	return nil
}

// secrets waits until Redis has written its files anew without what was forgotten, which it does in the background.
func (h *hotel) secrets(ctx context.Context, l *crowd.Ledger) error {
	var left []string
	for range 150 {
		left = nil
		for _, server := range h.redis.Servers() {
			left = append(left, smellFiles(l, server.Dir)...)
		}
		if len(left) == 0 {
			return nil
		}
		sleepFor(ctx, 100*time.Millisecond)
	}
	return fmt.Errorf("secrets of rounds that ended are in the files of Redis: %v", left)
}

func sleepFor(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

func (h *hotel) alarms() (n int) {
	for _, node := range h.nodes {
		n += node.log.alarms()
	}
	return n
}

// awaitAlarm waits until a server cried.
func (h *hotel) awaitAlarm(o *outcome, before int, what string) {
	for range 200 {
		if h.alarms() > before {
			return
		}
		h.stage.sleep(50 * time.Millisecond)
	}
	o.fault("%s: nobody raised an alarm within ten seconds", what)
}

func (h *hotel) kindNote() string {
	return fmt.Sprintf("%d servers, redis %s", len(h.nodes), h.stage.kind)
}
