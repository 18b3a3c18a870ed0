package oplog

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

func openRedis(t testing.TB, url string) *Redis {
	t.Helper()
	r, err := OpenRedis(t.Context(), url, slog.New(slog.DiscardHandler))
	must(t, err)
	t.Cleanup(func() { must(t, r.Close()) })
	return r
}

func claimIn(t testing.TB, r *Redis, board string) {
	t.Helper()
	must(t, r.Claim(t.Context(), boards.Card{Board: board, JoinCode: board}, boards.Snapshot{Epoch: lineage}))
}

// far is a way to Redis that takes longer, and that can lose answers.
type far struct {
	url   string
	delay time.Duration
	deaf  atomic.Bool // what Redis answers gets lost, and the connection with it
	stuck atomic.Bool // what is sent waits on the way, while the connection looks broken to the sender

	mu   sync.Mutex
	late []func()
}

func farFrom(t testing.TB, server *redistest.Server, delay time.Duration) *far {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	t.Cleanup(func() { listener.Close() })
	f := &far{url: "redis://" + listener.Addr().String(), delay: delay}
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			away, err := net.Dial("tcp", server.Address)
			if err != nil {
				near.Close()
				continue
			}
			go f.carry(near, away, true)
			go f.carry(away, near, false)
		}
	}()
	return f
}

func (f *far) carry(from, to net.Conn, there bool) {
	type parcel struct {
		data []byte
		due  time.Time
	}
	way := make(chan parcel, 1000)
	go func() {
		for p := range way {
			time.Sleep(time.Until(p.due))
			if _, err := to.Write(p.data); err != nil {
				break
			}
		}
		to.Close()
		for range way { // else the sender waits for ever
		}
	}()
	defer close(way)
	defer from.Close()
	for {
		data := make([]byte, 64<<10)
		n, err := from.Read(data)
		if err != nil {
			return
		}
		switch {
		case there && f.stuck.Load():
			arrived := make(chan struct{})
			f.mu.Lock()
			f.late = append(f.late, func() { _, _ = to.Write(data[:n]); time.Sleep(50 * time.Millisecond); close(arrived) })
			f.mu.Unlock()
			from.Close()
			<-arrived
			return
		case !there && f.deaf.Load():
			return
		}
		way <- parcel{data[:n], time.Now().Add(f.delay)}
	}
}

// arrive brings what was stuck to Redis.
func (f *far) arrive() {
	f.stuck.Store(false)
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, send := range f.late {
		send()
	}
	f.late = nil
}

func TestRedisKilledWhileAppending(t *testing.T) {
	t.Parallel()
	const producers, rounds = 8, 3
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	for i := range producers {
		claimIn(t, r, fmt.Sprint("b", i))
	}
	for range rounds {
		acknowledged := make([]uint64, producers)
		var all sync.WaitGroup
		for i := range producers {
			all.Go(func() {
				board := fmt.Sprint("b", i)
				lines, err := r.Read(t.Context(), board, lineage, 0)
				for last := uint64(len(lines)); err == nil; last++ {
					acknowledged[i] = last
					err = r.Append(t.Context(), board, lineage, last, fmt.Append(nil, board, last+1))
				}
				if isRefusal(err) {
					t.Errorf("a killed Redis gave the reason %v", err)
				}
			})
		}
		time.Sleep(300 * time.Millisecond) // a kill at some moment is the point
		server.Kill()
		all.Wait()
		server.Start() // it does not know the scripts any more
		for i := range producers {
			board := fmt.Sprint("b", i)
			lines, err := r.Read(t.Context(), board, lineage, 0)
			must(t, err)
			if n := uint64(len(lines)); n < acknowledged[i] || n > acknowledged[i]+1 || n == 0 {
				t.Errorf("%s has %d entries, %d were acknowledged", board, n, acknowledged[i])
			}
			for j, line := range lines {
				if string(line.Data) != fmt.Sprint(board, j+1) {
					t.Fatalf("%s: entry %d is %q", board, j+1, line.Data)
				}
			}
			must(t, r.Append(t.Context(), board, lineage, uint64(len(lines)), fmt.Append(nil, board, len(lines)+1)))
		}
	}
}

func TestScriptsAreSentAgain(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, nil))
	server.Ask("SCRIPT FLUSH")
	must(t, r.Append(t.Context(), "b", lineage, 1, nil))
}

func TestLostAnswerIsSettled(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	way := farFrom(t, server, 0)
	r := openRedis(t, way.url)
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, []byte("one")))
	way.deaf.Store(true)
	err := r.Append(t.Context(), "b", lineage, 1, []byte("two"))
	if err == nil || isRefusal(err) {
		t.Fatalf("an append without an answer gave %v", err)
	}
	way.deaf.Store(false)
	lines, err := r.Read(t.Context(), "b", lineage, 1)
	must(t, err)
	if len(lines) != 1 || string(lines[0].Data) != "two" {
		t.Fatalf("read back %v", lines)
	}
	must(t, r.Append(t.Context(), "b", lineage, 2, []byte("three")))
}

// An append that is still on its way when its room reads back must not arrive later: the room said no to people.
func TestLateAppendIsFencedOff(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	way := farFrom(t, server, 0)
	r, other := openRedis(t, way.url), openRedis(t, server.URL())
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, []byte("one")))
	way.stuck.Store(true)
	err := r.Append(t.Context(), "b", lineage, 1, []byte("late"))
	if err == nil || isRefusal(err) {
		t.Fatalf("an append that got stuck gave %v", err)
	}
	way.stuck.Store(false)
	lines, err := r.Read(t.Context(), "b", lineage, 1)
	must(t, err)
	if len(lines) != 0 {
		t.Fatalf("read back %v", lines)
	}
	way.arrive()
	lines, err = other.Read(t.Context(), "b", lineage, 1)
	must(t, err)
	if len(lines) != 0 {
		t.Fatalf("after it was settled there came %q", lines[0].Data)
	}
	must(t, other.Append(t.Context(), "b", lineage, 1, []byte("two"))) // the fence stops nobody else
	must(t, r.Append(t.Context(), "b", lineage, 2, []byte("three")))
}

func TestFlushedBoardIsNoticed(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	claimIn(t, r, "b")
	must(t, r.Append(t.Context(), "b", lineage, 0, nil))
	woken := make(chan struct{}, 1)
	defer r.Follow("b", lineage, ring(woken))()
	wait(t, woken, "the start")
	server.Ask("FLUSHALL")
	wait(t, woken, "the loss, without anybody writing")
	for name, err := range map[string]error{
		"append": r.Append(t.Context(), "b", lineage, 1, nil),
		"read":   second(r.Read(t.Context(), "b", lineage, 1)),
		"save":   r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1}, false),
	} {
		if err == nil || isRefusal(err) {
			t.Errorf("%s on a board that Redis lost gave %v", name, err)
		}
	}
	if got := server.Ask("DBSIZE"); got != ":0" && got != ":1" { // the control stream at most
		t.Errorf("something was made anew: %s keys", got)
	}
}

func second[T any](_ T, err error) error { return err }

func ring(bell chan struct{}) func(uint64) {
	return func(uint64) {
		select {
		case bell <- struct{}{}:
		default:
		}
	}
}

func wait(t *testing.T, bell chan struct{}, what string) {
	t.Helper()
	select {
	case <-bell:
	case <-time.After(clocktest.Patience):
		t.Fatalf("not woken by %s", what)
	}
}

func TestFollowingSurvivesARestart(t *testing.T) {
	server := redistest.New(t)
	a, b := openRedis(t, server.URL()), openRedis(t, server.URL())
	claimIn(t, a, "b")
	claimIn(t, a, "c")
	woken, later := make(chan struct{}, 1), make(chan struct{}, 1)
	defer a.Follow("b", lineage, ring(woken))()
	wait(t, woken, "the start")
	must(t, b.Append(t.Context(), "b", lineage, 0, nil))
	wait(t, woken, "an append")
	from := time.Now()
	defer a.Follow("c", lineage, ring(later))() // a read is blocked meanwhile
	wait(t, later, "the start")
	if took := time.Since(from); clocktest.Over(took, blockTime/2) {
		t.Errorf("another board came in after %v", took)
	}
	server.Kill()
	server.Start()
	wait(t, woken, "the restart")
	_, _ = b.Read(t.Context(), "c", lineage, 0) // the connections are dead, and this is how one finds out
	for len(later) > 0 {
		<-later
	}
	must(t, b.Append(t.Context(), "c", lineage, 0, nil))
	wait(t, later, "an append after the restart")
	for len(woken) > 0 {
		<-woken
	}
	must(t, b.Delete(t.Context(), "b"))
	wait(t, woken, "the end of the board")
	if _, err := a.Read(t.Context(), "b", lineage, 1); !errors.Is(err, boards.ErrGone) {
		t.Errorf("read of a deleted board: %v", err)
	}
}

func TestMoreBoardsThanOneReadTakes(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	a, b := openRedis(t, server.URL()), openRedis(t, server.URL())
	const many = mostStreams + 20
	bells := make([]chan struct{}, many)
	for i := range bells {
		name := fmt.Sprint("b", i)
		claimIn(t, a, name)
		bells[i] = make(chan struct{}, 1)
		defer a.Follow(name, lineage, ring(bells[i]))()
	}
	for _, i := range []int{0, mostStreams - 1, mostStreams, many - 1} {
		wait(t, bells[i], "the start")
		for len(bells[i]) > 0 {
			<-bells[i]
		}
		must(t, b.Append(t.Context(), fmt.Sprint("b", i), lineage, 0, nil))
		wait(t, bells[i], "an append")
	}
}

// What was forgotten or deleted leaves the files of Redis too.
func TestForgottenLeavesTheDisk(t *testing.T) {
	t.Parallel()
	server := redistest.New(t)
	r := openRedis(t, server.URL())
	const secret = "canary-of-the-test"
	claimIn(t, r, "b")
	claimIn(t, r, "deleted")
	must(t, r.Append(t.Context(), "deleted", lineage, 0, []byte(secret)))
	must(t, r.Append(t.Context(), "b", lineage, 0, []byte(secret)))
	must(t, r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 1, Data: []byte(secret)}, false))
	must(t, r.Append(t.Context(), "b", lineage, 1, []byte("revealed")))
	must(t, r.Append(t.Context(), "b", lineage, 2, []byte("after")))
	if !holds(t, server.Dir, secret) {
		t.Fatal("the secret was never there")
	}
	must(t, r.Save(t.Context(), "b", boards.Snapshot{Epoch: lineage, Seq: 2, Data: []byte("clean")}, true))
	must(t, r.Delete(t.Context(), "deleted"))
	for range 200 {
		if !holds(t, server.Dir, secret) {
			lines, err := r.Read(t.Context(), "b", lineage, 2)
			must(t, err)
			if len(lines) != 1 || string(lines[0].Data) != "after" {
				t.Fatalf("what stays: %v", lines)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the secret is still in a file")
}

func holds(t *testing.T, dir, text string) (found bool) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // files come and go
		}
		data, err := os.ReadFile(path)
		found = found || err == nil && strings.Contains(string(data), text)
		return nil
	})
	must(t, err)
	return found
}

func TestRedisAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"redis://h":                             "[h:6379] 0   false",
		"rediss://u:p@h:7/2":                    "[h:7] 2 u p true",
		"redis://:p@h:1,i:2,j:3":                "[h:1 i:2 j:3] 0  p false",
		"redis+sentinel://main@h:26379,i:26379": "main [h:26379 i:26379] 0   false",
		"h:6379":                                "",
		"http://h":                              "",
		"redis://h:1,i":                         "",
		"redis://h:1,i:2/3":                     "",
		"redis+sentinel://h:1":                  "",
		"unix:///tmp/redis":                     "",
	} {
		o, err := addressOf(address)
		got := ""
		if err == nil {
			got = strings.TrimPrefix(
				fmt.Sprint(o.MasterName, " ", o.Addrs, " ", o.DB, " ", o.Username, " ", o.Password, " ", o.TLSConfig != nil),
				" ",
			)
		}
		if got != want {
			t.Errorf("%s: %q, want %q (%v)", address, got, want, err)
		}
	}
}
