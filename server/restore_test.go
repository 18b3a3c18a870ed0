package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

func TestRestorePutsABackupBack(t *testing.T) {
	t.Parallel()
	dir, fresh, out := t.TempDir(), filepath.Join(t.TempDir(), "new"), filepath.Join(t.TempDir(), "backup.db")
	run := func(says string, args ...string) {
		t.Helper()
		text, err := program(t, args...).CombinedOutput()
		if (err != nil) != (says != "") || !strings.Contains(string(text), says) {
			t.Fatalf("%v: %v: %s", args, err, text)
		}
	}
	server := serveIn(t, dir)
	board := server.create(t)
	run("", "backup", "--data", dir, "-o", out)
	run("already using this folder", "restore", "--data", dir, "--replace", out)
	server.stop(t)
	run("there are boards in this folder", "restore", "--data", dir, out)
	run("is no backup", "restore", "--data", fresh, filepath.Join(dir, "muntsaus.db"))
	whole, err := os.ReadFile(out)
	must(t, err)
	broken := filepath.Join(t.TempDir(), "broken.db")
	must(t, os.WriteFile(broken, whole[:len(whole)/2/4096*4096], 0o600))
	run("muntsaus:", "restore", "--data", fresh, broken)
	run("", "restore", "--data", fresh, out)
	run("", "check", "--data", fresh)
	run("", "restore", "--data", dir, "--replace", out)
	if _, err := os.Stat(filepath.Join(dir, "muntsaus.db.before")); err != nil {
		t.Error(err)
	}
	for _, folder := range []string{fresh, dir} {
		again := serveIn(t, folder)
		if len(records(t, again.dial(t, board, "reader"))) == 0 {
			t.Error("the board is empty")
		}
		again.stop(t)
	}
}

// TestBackupUnderLoadIsABeginning backs up three times while two people write, and holds each restored board against the log
// that went on: everything acknowledged before is in it, and at its last entry both are the same board.
func TestBackupUnderLoadIsABeginning(t *testing.T) {
	t.Parallel()
	dir, out := t.TempDir(), t.TempDir()
	server := serveIn(t, dir)
	board := server.create(t)
	var writers sync.WaitGroup
	for _, page := range []string{"writera", "writerb"} {
		conn, first := server.dial(t, board, page), make(chan struct{})
		records(t, conn)
		writers.Go(func() { writer(conn, page, first) })
		awaitFirst(t, first)
	}
	goOn := func() int {
		for from := server.notes(t, board); ; time.Sleep(10 * time.Millisecond) {
			if n := server.notes(t, board); n >= from+20 {
				return n
			}
		}
	}
	stored := [3]int{}
	for i := range stored {
		stored[i] = goOn()
		wantExit(t, "backup", "", "backup", "--data", dir, "-o", filepath.Join(out, fmt.Sprint(i)))
	}
	goOn()
	server.stop(t)
	writers.Wait()
	id := board["boardId"].(string)
	history, last := boardsOf(t, dir, id)
	for i, before := range stored {
		fresh := filepath.Join(out, fmt.Sprint("restored", i))
		wantExit(t, "restore", "", "restore", "--data", fresh, filepath.Join(out, fmt.Sprint(i)))
		_, b := boardsOf(t, fresh, id)
		if history[b.Seq] != hashOf(b) || b.Count("note") < before || b.Seq >= last.Seq || b.Epoch == last.Epoch {
			t.Errorf("backup %d: %d notes (%d were there before it), at entry %d of %d, the same board: %v, the same lineage: %v",
				i, b.Count("note"), before, b.Seq, last.Seq, history[b.Seq] == hashOf(b), b.Epoch == last.Epoch)
		}
	}
}

// notes gives how many notes a board has, as the server exports it.
func (c *child) notes(t *testing.T, board map[string]any) (n int) {
	t.Helper()
	file := c.get(t, "/api/boards/"+board["boardId"].(string)+"/board.json", board["seat"].(string))
	for _, r := range file["records"].([]any) {
		if r.(map[string]any)["kind"] == "note" {
			n++
		}
	}
	return n
}

// boardsOf replays the log of a folder: the hash of the board after every entry, and the board at the end.
func boardsOf(t *testing.T, dir, id string) (map[uint64]string, *boards.Board) {
	t.Helper()
	log, err := oplog.OpenSQLite(t.Context(), dir)
	must(t, err)
	defer log.Close()
	snapshot, err := log.Load(t.Context(), id)
	must(t, err)
	b, err := boards.Open(snapshot)
	must(t, err)
	lines, err := log.Read(t.Context(), id, snapshot.Epoch, snapshot.Seq)
	must(t, err)
	history := map[uint64]string{b.Seq: hashOf(b)}
	for _, line := range lines {
		_, err := b.Take(line)
		must(t, err)
		history[b.Seq] = hashOf(b)
	}
	return history, b
}

// hashOf names what is on a board, sealed things included, and the entry it came from; not its lineage.
func hashOf(b *boards.Board) string {
	data, err := json.Marshal(b.All("note"))
	if err != nil {
		panic(err) // our own types
	}
	return boards.Chain(append(append(data, boards.Export(b)...), b.Chain...))
}

// TestRestoredBoardStartsOver has a page that saw more than the backup come back with its number: it is given the whole board anew,
// of another lineage, and what it wrote after the backup is not on it.
func TestRestoredBoardStartsOver(t *testing.T) {
	t.Parallel()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "backup.db")
	server := serveIn(t, dir)
	board := server.create(t)
	page := server.dial(t, board, "page")
	records(t, page)
	write := func(n int) map[string]any {
		must(
			t,
			page.WriteMessage(
				wire.TextMessage,
				fmt.Appendf(
					nil,
					`{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":"dag"}}]}`,
					n,
					noteID("page", n),
				),
			),
		)
		for {
			var frame map[string]any
			must(t, page.ReadJSON(&frame))
			if frame["type"] == "entries" {
				return frame
			}
		}
	}
	write(1)
	wantExit(t, "backup", "", "backup", "--data", dir, "-o", out)
	seen := write(2)
	epoch := lineageOf(t, server, board)
	server.stop(t)
	wantExit(t, "restore", "", "restore", "--data", dir, "--replace", out)
	again := serveIn(t, dir)
	seq := seen["entries"].([]any)[0].(map[string]any)["seq"]
	welcome := again.hello(
		t,
		board,
		fmt.Sprintf(`{"type":"hello","client":"page","since":{"epoch":%q,"seq":%v,"tail":%q}}`, epoch, seq, seen["tail"]),
	)
	var ids []string
	for _, r := range welcome.Records {
		ids = append(ids, fmt.Sprint(r["id"]))
	}
	if welcome.Entries != nil || welcome.Epoch == epoch || !slices.Contains(ids, noteID("page", 1)) ||
		slices.Contains(ids, noteID("page", 2)) {
		t.Errorf("entries %v, lineage %s after %s, records %v", welcome.Entries, welcome.Epoch, epoch, ids)
	}
	if lineageOf(t, again, board) != welcome.Epoch {
		t.Error("every screen has a lineage of its own")
	}
	again.stop(t)
}

type welcomed struct {
	Type, Epoch string
	Entries     []any
	Records     []map[string]any
}

// hello opens a websocket, says it and gives the welcome of a small board.
func (c *child) hello(t *testing.T, board map[string]any, hello string) (w welcomed) {
	t.Helper()
	header := http.Header{"Authorization": {"Bearer " + board["seat"].(string)}}
	conn, _, err := wire.DefaultDialer.Dial("ws"+strings.TrimPrefix(c.url, "http")+"/api/boards/"+board["boardId"].(string)+"/live", header)
	must(t, err)
	defer conn.Close()
	must(t, conn.WriteMessage(wire.TextMessage, []byte(hello)))
	for w.Type != "welcome" {
		must(t, conn.ReadJSON(&w))
	}
	return w
}

func lineageOf(t *testing.T, c *child, board map[string]any) string {
	t.Helper()
	return c.hello(t, board, `{"type":"hello","client":"asks"}`).Epoch
}
