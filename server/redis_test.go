package main

import (
	"fmt"
	"sync"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

// watcher keeps which notes a page was told of.
type watcher struct {
	mu   sync.Mutex
	told map[string]int
}

func watch(conn *wire.Conn) *watcher {
	w := &watcher{told: map[string]int{}}
	go func() {
		for {
			var frame map[string]any
			if conn.ReadJSON(&frame) != nil {
				return
			}
			w.mu.Lock()
			w.collect(frame)
			w.mu.Unlock()
		}
	}()
	return w
}

// collect finds the records in a frame, wherever they stand.
func (w *watcher) collect(part any) {
	switch part := part.(type) {
	case map[string]any:
		if id, ok := part["id"].(string); ok {
			w.told[id]++
		}
		for _, inner := range part {
			w.collect(inner)
		}
	case []any:
		for _, inner := range part {
			w.collect(inner)
		}
	}
}

func (w *watcher) waitFor(t *testing.T, ids ...string) {
	t.Helper()
	deadline := time.Now().Add(clocktest.Patience)
	for _, id := range ids {
		for w.count(id) == 0 {
			if time.Now().After(deadline) {
				t.Fatalf("%s was never told", id)
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
}

func (w *watcher) count(id string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.told[id]
}

func pushNote(t *testing.T, conn *wire.Conn, page string, n int) string {
	t.Helper()
	text := fmt.Sprintf(`{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":"dag"}}]}`, n, noteID(page, n))
	must(t, conn.WriteMessage(wire.TextMessage, []byte(text)))
	return noteID(page, n)
}

func TestTwoNodesOnOneRedis(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	one, two := serveWith(t, "--redis", server.URL()), serveWith(t, "--redis", server.URL())
	board := one.create(t)
	anna, bram := one.dial(t, board, "anna"), two.dial(t, board, "bram")
	records(t, anna)
	records(t, bram)
	annaSees, bramSees := watch(anna), watch(bram)
	var all []string
	for n := 1; n <= 60; n++ { // both at once, so that they get in each other's way
		all = append(all, pushNote(t, anna, "anna", n), pushNote(t, bram, "bram", n))
	}
	annaSees.waitFor(t, all...)
	bramSees.waitFor(t, all...)

	one.kill(t)
	for n := 61; n <= 80; n++ {
		all = append(all, pushNote(t, bram, "bram", n))
	}
	bramSees.waitFor(t, all...)

	third := serveWith(t, "--redis", server.URL())
	found := map[string]int{}
	for _, r := range records(t, third.dial(t, board, "reader")) {
		found[r["id"].(string)]++
	}
	for _, id := range all {
		if found[id] != 1 {
			t.Errorf("%s is there %d times", id, found[id])
		}
	}
	third.stop(t)
	two.stop(t)
}

// What one node acknowledged survives a Redis that is killed, and people go on without the node being started again.
func TestRedisKilledUnderANode(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	node := serveWith(t, "--redis", server.URL())
	board := node.create(t)
	kept := map[string]bool{}
	for round := range 3 {
		page := fmt.Sprint("page", round)
		conn := node.dial(t, board, page)
		records(t, conn)
		ended := make(chan map[string]bool)
		first := make(chan struct{})
		go func() { ended <- writer(conn, page, first) }()
		awaitFirst(t, first)
		time.Sleep(300 * time.Millisecond) // a kill at some moment is the point
		server.Kill()
		time.Sleep(100 * time.Millisecond)
		conn.Close()
		for id := range <-ended {
			kept[id] = true
		}
		server.Start()
		found := map[string]int{}
		for _, r := range records(t, comeBack(t, node, board, fmt.Sprint("reader", round))) {
			found[r["id"].(string)]++
		}
		for id := range kept {
			if found[id] != 1 {
				t.Errorf("round %d: %s was acknowledged and is there %d times", round, id, found[id])
			}
		}
	}
	node.stop(t)
}

// comeBack tries as a page does until the node has its Redis again.
func comeBack(t *testing.T, node *child, board map[string]any, page string) *wire.Conn {
	t.Helper()
	for range 100 {
		if health := program(t, "health", "--url", node.url+"/healthz"); health.Run() == nil {
			return node.dial(t, board, page)
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the node does not find its Redis again")
	return nil
}
