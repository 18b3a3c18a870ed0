package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/oplog/redistest"
)

// Three nodes share one board: a node dies, Redis dies and comes back, and at the end all nodes, and one that starts then,
// hold the same board with every acknowledged note once.
func TestThreeNodesOnOneRedis(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	var nodes []*child
	for range 3 {
		nodes = append(nodes, serveWith(t, "--redis", redis.URL()))
	}
	board := nodes[0].create(t)
	kept := map[string]bool{}
	for round := range 3 {
		ended := make(chan map[string]bool)
		var conns []*wire.Conn
		for i, node := range nodes {
			page := fmt.Sprintf("page%d%d", round, i)
			conn := comeBack(t, node, board, page)
			records(t, conn)
			first := make(chan struct{})
			go func() { ended <- writer(conn, page, first) }()
			awaitFirst(t, first)
			conns = append(conns, conn)
		}
		switch round {
		case 0: // a node dies
			nodes[2].kill(t)
			nodes = nodes[:2]
		default:
			redis.Kill()
			redis.Start()
		}
		for _, conn := range conns { // a node may have kept it: a short absence of Redis need not end a connection
			conn.Close()
			maps.Copy(kept, <-ended)
		}
	}
	nodes = append(nodes, serveWith(t, "--redis", redis.URL()))
	var held []string
	for range 100 { // what was handed in last may still be under way to a node
		held = nil
		for i, node := range nodes {
			held = append(held, wholeBoard(t, comeBack(t, node, board, fmt.Sprint("reader", i))))
		}
		if len(slices.Compact(slices.Clone(held))) == 1 {
			break
		}
	}
	for i := range nodes {
		if held[i] != held[0] {
			t.Errorf("node %d holds another board than node 0", i)
		}
		for id := range kept {
			if n := strings.Count(held[i], `"id":"`+id+`"`); n != 1 {
				t.Errorf("node %d: %s was acknowledged and is there %d times", i, id, n)
			}
		}
	}
	t.Logf("%d notes acknowledged", len(kept))
	for _, node := range nodes {
		node.stop(t)
	}
}

// wholeBoard reads all records, in the order of their ids.
func wholeBoard(t *testing.T, conn *wire.Conn) string {
	t.Helper()
	defer conn.Close()
	all := records(t, conn)
	slices.SortFunc(all, compareIDs)
	text, err := json.Marshal(all)
	must(t, err)
	return string(text)
}

func compareIDs(a, b map[string]any) int {
	if a["id"].(string) < b["id"].(string) {
		return -1
	}
	return 1
}
