package oplog

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

// A Redis that came back from an older copy looks fine to everybody who counts only. The node that knows better raises an
// alarm, and what is there goes on as another lineage on every node.
func TestOlderCopyIsNeverMixed(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	a, b := openRedis(t, server.URL()), openRedis(t, server.URL())
	claimIn(t, a, "b")
	must(t, a.Append(t.Context(), "b", lineage, 0, []byte("one")))
	server.Kill()
	older := server.Copy()
	server.Start()
	_, _ = a.Read(t.Context(), "b", lineage, 0) // the connections are dead, and this is how one finds out
	must(t, a.Append(t.Context(), "b", lineage, 1, []byte("two")))
	woken := make(chan struct{}, 1)
	defer b.Follow("b", lineage, ring(woken))()
	wait(t, woken, "the start")
	server.Kill()
	server.Restore(older)
	server.Start()
	wait(t, woken, "the restart")
	_, _ = b.Read(t.Context(), "b", lineage, 0) // as above
	must(t, b.Append(t.Context(), "b", lineage, 1, []byte("another two")))
	for len(woken) > 0 {
		<-woken
	}
	if _, err := a.Read(t.Context(), "b", lineage, 2); err == nil || isRefusal(err) {
		t.Fatalf("a log that holds another history gave %v", err)
	}
	if a.alarms.Load() == 0 {
		t.Fatal("there was no alarm")
	}
	wait(t, woken, "the end of the lineage")
	for name, r := range map[string]*Redis{"a": a, "b": b} {
		if _, err := r.Read(t.Context(), "b", lineage, 1); !errors.Is(err, boards.ErrEpoch) {
			t.Errorf("%s reads the old lineage: %v", name, err)
		}
		now, err := r.Load(t.Context(), "b")
		must(t, err)
		lines, err := r.Read(t.Context(), "b", now.Epoch, now.Seq)
		must(t, err)
		if now.Epoch == lineage || len(lines) != 2 || string(lines[1].Data) != "another two" {
			t.Errorf("%s finds %v in %s", name, lines, now.Epoch)
		}
	}
}

// The node that wrote the last entry notices too, before it appends to a shorter log or saves a snapshot of what was lost.
func TestShorterLogStopsItsWriter(t *testing.T) {
	t.Parallel()
	for name, try := range map[string]func(r *Redis) error{
		"append": func(r *Redis) error { return r.Append(t.Context(), "b", lineage, 2, []byte("three")) },
		"read":   func(r *Redis) error { return second(r.Read(t.Context(), "b", lineage, 2)) },
		"save": func(r *Redis) error {
			return r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 2, Data: []byte("mixed")}, false)
		},
	} {
		t.Run(name, func(t *testing.T) {
			server := redistest.New(t)
			a, b := openRedis(t, server.URL()), openRedis(t, server.URL())
			claimIn(t, a, "b")
			must(t, a.Append(t.Context(), "b", lineage, 0, []byte("one")))
			server.Kill()
			older := server.Copy()
			server.Start()
			_ = a.Ready(t.Context()) // the connections are dead, and this is how one finds out
			must(t, a.Append(t.Context(), "b", lineage, 1, []byte("two")))
			server.Kill()
			server.Restore(older)
			server.Start()
			_, _ = b.Ready(t.Context()), a.Ready(t.Context())
			must(t, b.Append(t.Context(), "b", lineage, 1, []byte("another two")))
			if err := try(a); err == nil || isRefusal(err) {
				t.Fatalf("on another history: %v", err)
			}
			now, err := b.Load(t.Context(), "b")
			must(t, err)
			if now.Epoch == lineage || string(now.Data) == "mixed" {
				t.Fatalf("afterwards there is %q in %s", now.Data, now.Epoch)
			}
		})
	}
}

// drive appends to several boards while do makes trouble, through two nodes that take turns, and checks that what was
// acknowledged is there once and in order afterwards.
func drive(t *testing.T, url string, do func()) {
	t.Helper()
	const producers = 6
	nodes := []*Redis{openRedis(t, url), openRedis(t, url)}
	ctx, stop := context.WithCancel(t.Context())
	acknowledged := make([][]string, producers)
	var count atomic.Int64
	var all sync.WaitGroup
	for i := range producers {
		board := fmt.Sprint("b", i)
		claimIn(t, nodes[0], board)
		all.Go(func() { acknowledged[i] = insist(ctx, t, nodes[i%2], board, &count) })
	}
	await(t, "appends before the trouble", func() bool { return count.Load() > 50 })
	do()
	before := count.Load()
	await(t, "appends after the trouble", func() bool { return count.Load() > before+50 })
	stop()
	all.Wait()
	for i, told := range acknowledged {
		checkLog(t, nodes[(i+1)%2], fmt.Sprint("b", i), told)
	}
	t.Logf("%d appends acknowledged", count.Load())
}

// insist appends one text after the other as a room does, through every fault, and gives what was acknowledged.
func insist(ctx context.Context, t *testing.T, r *Redis, board string, count *atomic.Int64) (told []string) {
	var last uint64
	for n := 0; ctx.Err() == nil; n++ {
		text := fmt.Sprint(board, " text ", n)
		for ctx.Err() == nil {
			err := r.Append(t.Context(), board, lineage, last, []byte(text))
			if err == nil {
				last++
				told = append(told, text)
				count.Add(1)
				break
			}
			lines, failed := r.Read(t.Context(), board, lineage, last)
			if failed != nil {
				pause(ctx, 20*time.Millisecond)
				continue
			}
			last += uint64(len(lines))
			if slices.ContainsFunc(lines, func(l boards.LogLine) bool { return string(l.Data) == text }) {
				told = append(told, text)
				break
			}
			if errors.Is(err, boards.ErrEpoch) || errors.Is(err, boards.ErrGone) {
				t.Errorf("%s: %v", board, err)
				return told
			}
		}
	}
	return told
}

func checkLog(t *testing.T, r *Redis, board string, told []string) {
	t.Helper()
	var lines []boards.LogLine
	await(t, "a read after the trouble", func() (read bool) {
		var err error
		lines, err = r.Read(t.Context(), board, lineage, 0)
		return err == nil
	})
	at := map[string]int{}
	for i, line := range lines {
		if _, twice := at[string(line.Data)]; twice {
			t.Errorf("%q is there twice", line.Data)
		}
		at[string(line.Data)] = i
	}
	before := -1
	for _, text := range told {
		i, there := at[text]
		if !there || i <= before {
			t.Fatalf("%q was acknowledged, and is at %d (%v) after %d", text, i, there, before)
		}
		before = i
	}
}

func await(t testing.TB, what string, there func() bool) {
	t.Helper()
	for deadline := time.Now().Add(clocktest.Patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if there() {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}

func TestFailoverKeepsWhatWasAcknowledged(t *testing.T) {
	t.Parallel()
	pair := redistest.NewSentinel(t)
	drive(t, pair.URL(), func() {
		pair.Failover()
		pair.Start()
	})
}

// A master that is paused while a replica takes over goes on as if nothing had happened; what it says counts for nothing.
func TestMasterThatWasAsleep(t *testing.T) {
	t.Parallel()
	pair := redistest.NewSentinel(t)
	drive(t, pair.URL(), func() {
		old, other := pair.Master(), pair.Replica()
		old.Pause()
		pair.WaitMaster(other)
		old.Resume()
		pair.WaitReady()
	})
}

// While the replica is away nothing is acknowledged, and nothing that happened meanwhile is forgotten or stored twice.
func TestReplicaAway(t *testing.T) {
	t.Parallel()
	pair := redistest.NewSentinel(t)
	r := openRedis(t, pair.URL())
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, []byte("one")))
	replica := pair.Replica()
	replica.Pause()
	if err := r.Append(t.Context(), "b", lineage, 1, []byte("two")); err == nil || isRefusal(err) {
		t.Fatalf("an append that only the master has gave %v", err)
	}
	if err := r.Ready(t.Context()); err == nil {
		t.Error("ready without a replica")
	}
	if lines, err := openRedis(t, pair.URL()).Read(t.Context(), "b", lineage, 0); err == nil {
		t.Errorf("%d entries were shown, and a failover could take some back", len(lines))
	}
	replica.Resume()
	var lines []boards.LogLine
	await(t, "the replica", func() (back bool) {
		var err error
		lines, err = r.Read(t.Context(), "b", lineage, 1)
		return err == nil
	})
	if len(lines) > 1 || len(lines) == 1 && string(lines[0].Data) != "two" {
		t.Fatalf("afterwards there is %v", lines)
	}
	must(t, r.Append(t.Context(), "b", lineage, 1+uint64(len(lines)), []byte("three")))
}

func TestClusterServerKilled(t *testing.T) {
	t.Parallel()
	cluster := redistest.NewCluster(t)
	drive(t, cluster.URL(), func() {
		cluster.Servers()[1].Kill()
		time.Sleep(300 * time.Millisecond) // with or without the others noticing, it comes back
		cluster.Start()
	})
}

// Slots move to other servers while boards in them are edited.
func TestClusterRebalanced(t *testing.T) {
	t.Parallel()
	cluster := redistest.NewCluster(t)
	r := openRedis(t, cluster.URL())
	drive(t, cluster.URL(), func() {
		for i := range 6 {
			slot, err := r.client.ClusterKeySlot(t.Context(), keysOf(fmt.Sprint("b", i)).meta).Result()
			must(t, err)
			cluster.Move(int(slot), func() { time.Sleep(20 * time.Millisecond) })
		}
	})
}

func TestUnfitRedisIsRefused(t *testing.T) {
	t.Parallel()
	server := redistest.New(t, "repl-diskless-sync-delay 0")
	for setting, says := range map[string]string{
		"appendonly no": "nothing on disk", "maxmemory-policy allkeys-lru": "noeviction", "appendfsync no": "chance",
	} {
		name, _, _ := strings.Cut(setting, " ")
		server.Ask("CONFIG SET " + setting)
		refused(t, server.URL(), says)
		server.Ask(
			"CONFIG SET " + name + " " + map[string]string{"appendonly": "yes", "maxmemory-policy": "noeviction", "appendfsync": "always"}[name],
		)
	}
	openRedis(t, server.URL())
	server.Ask("CONFIG SET appendfsync everysec")
	if said := opened(t, server.URL()); !strings.Contains(said, "once a second") {
		t.Errorf("everysec: %s", said)
	}
	replica := redistest.New(t, "replicaof "+strings.ReplaceAll(server.Address, ":", " "))
	await(t, "the replica", func() bool { return replica.Field("replication", "master_link_status") == "up" })
	refused(t, replica.URL(), "is a replica")
	if said := opened(t, server.URL()); !strings.Contains(said, "may lag behind") {
		t.Errorf("with a replica: %s", said)
	}
	server.Kill()
	refused(t, server.URL(), "no answer")
}

func TestUnfitClusterIsRefused(t *testing.T) {
	t.Parallel()
	cluster := redistest.NewCluster(t)
	refused(t, cluster.Servers()[0].URL(), "part of a cluster")
	alone := redistest.New(t)
	refused(t, "redis://"+alone.Address+","+alone.Address, "cluster support disabled")
	must(t, openRedis(t, cluster.URL()).Ready(t.Context()))
	cluster.Servers()[1].Ask("CONFIG SET appendonly no")
	refused(t, cluster.URL(), "nothing on disk")
	cluster.Servers()[1].Ask("CONFIG SET appendonly yes")
	cluster.Servers()[2].Ask("CLUSTER DELSLOTS 16383")
	refused(t, cluster.URL(), "slots")
}

func TestUnfitSentinelIsRefused(t *testing.T) {
	t.Parallel()
	pair := redistest.NewSentinel(t)
	pair.Master().Ask("CONFIG SET min-replicas-to-write 0")
	refused(t, pair.URL(), "min-replicas-to-write 1")
	refused(t, strings.Replace(pair.URL(), "main@", "another@", 1), "no answer")
}

func refused(t *testing.T, url, says string) {
	t.Helper()
	r, err := OpenRedis(t.Context(), url, slog.New(slog.DiscardHandler))
	if err == nil {
		r.Close()
	}
	if err == nil || !strings.Contains(err.Error(), says) {
		t.Errorf("want a sentence with %q, got %v", says, err)
	}
}

// opened gives what is said when a Redis is opened.
func opened(t *testing.T, url string) string {
	t.Helper()
	var said strings.Builder
	r, err := OpenRedis(t.Context(), url, slog.New(slog.NewTextHandler(&said, nil)))
	must(t, err)
	must(t, r.Close())
	return said.String()
}

// What Valkey and older servers do not know is never asked. Valkey itself is not run here.
func TestNothingModernIsAsked(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, nil))
	stats := server.Tell("INFO commandstats") + server.Tell("INFO errorstats")
	for _, word := range []string{"setinfo", "maint_notifications", "errorstat_ERR", "tracking"} {
		if strings.Contains(strings.ToLower(stats), strings.ToLower(word)) {
			t.Errorf("there was %s: %s", word, stats)
		}
	}
}

func TestOldRedisIsRefused(t *testing.T) {
	for version, fit := range map[string]bool{"6.2.14": false, "5.0.3": false, "": false, "7.0.0": true, "8.2.1": true} {
		err := (&Redis{}).fits(t.Context(), nil, "# Server\r\nredis_version:"+version+"\r\nrole:master\r\n")
		if (err == nil) != fit || !fit && !strings.Contains(err.Error(), "7.0 or newer") {
			t.Errorf("version %q: %v", version, err)
		}
	}
}

// An account that may not read the settings is let in, and what could not be checked is said.
func TestSettingsThatAreHidden(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	if got := server.Ask("ACL SETUSER app on >secret ~* &* +@all -config"); got != "+OK" {
		t.Fatal(got)
	}
	url := strings.Replace(server.URL(), "//", "//app:secret@", 1)
	if said := opened(t, url); !strings.Contains(said, "does not tell its settings") || strings.Contains(said, "secret") {
		t.Errorf("said: %s", said)
	}
	r := openRedis(t, url)
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, []byte("one")))
	if lines, err := r.Read(t.Context(), "b", lineage, 0); err != nil || len(lines) != 1 {
		t.Errorf("%v, %v", lines, err)
	}
	refused(t, strings.Replace(url, "secret", "wrong", 1), "WRONGPASS")
}
