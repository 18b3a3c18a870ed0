package oplog

import (
	"slices"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

// A server that ends right after it forgot something, and a Redis that dies while it writes its file anew: the next server
// finishes what was begun, else what was sealed would stay in the file for good.
func TestForgettingIsFinishedByTheNextServer(t *testing.T) {
	t.Parallel()
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
	for deadline := time.Now().Add(clocktest.Patience); holds(t, server.Dir, string(mark)); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("what was forgotten is still in the file")
		}
	}
}

// What was forgotten leaves the file of the replica too, which got it as one more command.
func TestForgettingReachesTheFileOfTheReplica(t *testing.T) {
	t.Parallel()
	pair := redistest.NewSentinel(t)
	r := openRedis(t, pair.URL())
	claimIn(t, r, "b")
	mark := marker()
	must(t, r.Append(t.Context(), "b", lineage, 0, mark))
	for _, server := range pair.Servers() {
		if !holds(t, server.Dir, string(mark)) {
			t.Fatal("an acknowledged entry is not in both files: this test shows nothing")
		}
	}
	must(t, r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1, Data: []byte("after")}, true))
	for _, server := range pair.Servers() {
		for deadline := time.Now().Add(clocktest.Patience); holds(t, server.Dir, string(mark)); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("what was forgotten is still in the file of %s", server.Address)
			}
		}
	}
}

func TestReplicasInWhatAMasterSays(t *testing.T) {
	info := "# Replication\r\nrole:master\r\nconnected_slaves:2\r\nslave0:ip=10.0.0.2,port=6379,state=online,offset=14,lag=0\r\nslave1:ip=fd00::2,port=6380,state=online,offset=14,lag=1\r\n"
	if got := replicasIn(info); !slices.Equal(got, []string{"10.0.0.2:6379", "[fd00::2]:6380"}) {
		t.Fatal(got)
	}
}
