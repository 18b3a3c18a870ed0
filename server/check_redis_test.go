package main

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/oplog/redistest"
)

// Boards in Redis are read to their end, also while a server works on them; what is damaged is named, and the exit code says so.
func TestCheckOfARedis(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	node := serveWith(t, "--redis", redis.URL())
	board, other := node.create(t), node.create(t)
	for i, b := range []map[string]any{board, other} {
		s := sitDown(t, node, b, b["seat"].(string), "page")
		for n := range 5 {
			s.push(t, fmt.Sprintf(`{"op":"put","kind":"note","id":"note-of-the-test-%d-%d","fields":{"text":"dag"}}`, i, n))
		}
	}
	out, err := program(t, "check", "--redis", redis.URL()).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "all boards are well") {
		t.Fatalf("%v: %s", err, out)
	}
	node.stop(t)
	id := board["boardId"].(string)
	if got := redis.Ask("XDEL " + redis.KeyLike("*:log:"+id+":*") + " 0-3"); got != ":1" {
		t.Fatalf("XDEL gave %s", got)
	}
	out, err = program(t, "check", "--redis", redis.URL()).CombinedOutput()
	if err == nil || !strings.Contains(string(out), id) || strings.Contains(string(out), other["boardId"].(string)) {
		t.Errorf("with a hole: %v: %s", err, out)
	}
}
