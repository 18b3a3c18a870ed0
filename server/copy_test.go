package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"muntsaus/server/oplog/redistest"
)

var copied = regexp.MustCompile(`(?m)^(\S+) copied, (\d+) entries, ([0-9a-f]{16})$`)

// carryOver runs muntsaus copy and gives the hash of every board, by its code.
func carryOver(t *testing.T, args ...string) (hashes map[string]string) {
	t.Helper()
	out, err := program(t, append([]string{"copy"}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	hashes = map[string]string{}
	for _, line := range copied.FindAllStringSubmatch(string(out), -1) {
		hashes[line[1]] = line[3]
	}
	return hashes
}

func alike(t *testing.T, what string, a, b map[string]string) {
	t.Helper()
	if len(a) == 0 || fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("%s: %v and %v", what, a, b)
	}
}

// Boards go from a folder to Redis, are worked on there, and go back: every hash is the same, links work, and both sides check well.
func TestBoardsGoToRedisAndBack(t *testing.T) {
	t.Parallel()
	dir, back := t.TempDir(), filepath.Join(t.TempDir(), "back")
	redis := redistest.New(t)
	server := serveIn(t, dir)
	board, other := server.create(t), server.create(t)
	for i, b := range []map[string]any{board, other} {
		s := sitDown(t, server, b, b["seat"].(string), "page")
		for n := range 5 {
			s.push(t, fmt.Sprintf(`{"op":"put","kind":"note","id":"note-of-the-test-%d-%d","fields":{"text":"dag"}}`, i, n))
		}
	}
	server.stop(t)
	there := carryOver(t, "--from", dir, "--to", redis.URL())
	if len(there) != 2 {
		t.Fatalf("copied %v", there)
	}
	alike(t, "again, which changes nothing", there, carryOver(t, "--from", dir, "--to", redis.URL()))
	wantExit(t, "Redis", "", "check", "--redis", redis.URL())
	alike(t, "back", there, carryOver(t, "--from", redis.URL(), "--to", back))

	node := serveWith(t, "--redis", redis.URL())
	s := sitDown(t, node, board, board["seat"].(string), "page-of-redis")
	s.push(t, `{"op":"put","kind":"note","id":"note-of-the-test-in-redis","fields":{"text":"dag"}}`)
	node.stop(t)
	wantExit(t, "worked on there", "another board is there", "copy", "--from", dir, "--to", redis.URL())
	home := carryOver(t, "--from", redis.URL(), "--to", back) // what is new is added
	if home[board["joinCode"].(string)] == there[board["joinCode"].(string)] || len(home) != 2 {
		t.Errorf("the note did not come back: %v", home)
	}
	wantExit(t, "the folder", "", "check", "--data", back)
	server = serveIn(t, back)
	found := 0
	for _, r := range records(t, server.dial(t, board, "reader")) {
		if strings.HasPrefix(r["id"].(string), "note-of-the-test-") {
			found++
		}
	}
	if found != 6 {
		t.Errorf("%d notes came back", found)
	}
	server.stop(t)
}

// One board goes from the folder of one server to that of another, and is gone where it was.
func TestABoardGoesToAnotherServer(t *testing.T) {
	t.Parallel()
	dir, to := t.TempDir(), t.TempDir()
	first, second := serveIn(t, dir), serveIn(t, to)
	board, stays := first.create(t), first.create(t)
	second.create(t)
	code := board["joinCode"].(string)
	wantExit(t, "in use", "already using this folder", "copy", "--from", dir, "--to", to)
	first.stop(t)
	wantExit(t, "the other in use", "--to: ", "copy", "--from", dir, "--to", to)
	second.stop(t)
	wantExit(t, "no such board", "no board with code or id", "copy", "--from", dir, "--to", to, "--board", "ZZZZZZ")
	wantExit(t, "no boards", "no boards in", "copy", "--from", t.TempDir(), "--to", to)
	if went := carryOver(t, "--from", dir, "--to", to, "--board", strings.ToLower(code), "--remove"); len(went) != 1 || went[code] == "" {
		t.Errorf("went: %v", went)
	}
	second = serveIn(t, to)
	if me := second.get(t, "/api/boards/"+board["boardId"].(string)+"/me", board["seat"].(string)); me["title"] != "Kind" {
		t.Errorf("the board says %v", me)
	}
	second.stop(t)
	left := carryOver(t, "--from", dir, "--to", t.TempDir())
	if len(left) != 1 || left[stays["joinCode"].(string)] == "" {
		t.Errorf("left behind: %v", left)
	}
}
