package oplog

import (
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/oplog/redistest"
)

// A server that ends right after it forgot something, and a Redis that dies while it writes its file anew: the next server
// finishes what was begun, else what was sealed would stay in the file for good.
func TestForgettingIsFinishedByTheNextServer(t *testing.T) {
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	claimIn(t, r, "b")
	mark := marker()
	must(t, r.Append(t.Context(), "b", lineage, 0, mark))
	must(t, r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1, Data: []byte("after")}, true))
	must(t, r.Close())
	if !holds(t, server.Dir, string(mark)) {
		t.Fatal("the file was rewritten before the server ended: this test shows nothing")
	}
	openRedis(t, server.URL())
	for deadline := time.Now().Add(30 * time.Second); holds(t, server.Dir, string(mark)); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("what was forgotten is still in the file")
		}
	}
}
