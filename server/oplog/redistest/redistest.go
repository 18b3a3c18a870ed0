// Package redistest starts real Redis for tests and for fault programs: one server, a cluster of three, or a master with
// a replica and three Sentinels. Everything runs on free ports of 127.0.0.1 in folders of its own and ends with its Host.
// Without redis-server the run fails, it never skips: `make test` installs it.
//
//	redis := redistest.New(t)            // one server
//	redis := redistest.NewCluster(t)     // three servers that share the slots
//	redis := redistest.NewSentinel(t)    // one master, one replica, three Sentinels
//	url := redis.URL()                   // what --redis takes
//
// A test is a Host as it is; a program makes one with NewProgram:
//
//	host := redistest.NewProgram(dir)
//	defer host.Close()
//	redis := redistest.NewCluster(host)
//
// Every process can be killed (SIGKILL), paused (SIGSTOP), resumed and started again on what it had, each by its own
// pid. All waits have an end and say what they waited for.
package redistest

import (
	"fmt"
	"os"
	"sync"
	"time"
)

// Host is who the servers are for; every testing.TB is one.
type Host interface {
	Helper()
	Fatalf(format string, args ...any) // does not return
	TempDir() string
	Cleanup(func())
}

// Redis is any of the three arrangements.
type Redis interface {
	URL() string        // as a setting
	Servers() []*Server // those that keep boards
	Empty()             // removes all keys
	Kill()              // ends all servers that keep boards, at once
	Start()             // starts those that are dead, on what they had, and waits until writes are taken
	WaitReady()         // waits until writes are taken
}

// Program is a Host outside of tests.
type Program struct {
	dir string

	mu      sync.Mutex
	folders int
	cleanup []func()
}

// NewProgram gives a host whose servers keep their files below dir.
func NewProgram(dir string) *Program { return &Program{dir: dir} }

// Helper does nothing here.
func (p *Program) Helper() {}

// Fatalf ends all servers and then the program.
func (p *Program) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	p.Close()
	os.Exit(1)
}

// TempDir gives a new folder. It stays: a program may want to look at what happened.
func (p *Program) TempDir() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.folders++
	dir := fmt.Sprintf("%s/redis-%d", p.dir, p.folders)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		panic(err) // the folder was given to write in
	}
	return dir
}

// Cleanup has fn run by Close, the last one first.
func (p *Program) Cleanup(fn func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cleanup = append(p.cleanup, fn)
}

// Close ends all servers.
func (p *Program) Close() {
	p.mu.Lock()
	list := p.cleanup
	p.cleanup = nil
	p.mu.Unlock()
	for i := len(list) - 1; i >= 0; i-- {
		list[i]()
	}
}

// patience is how long a state may take on a busy machine.
const patience = 5 * time.Minute

// await waits until a state is there.
func await(h Host, what string, there func() bool) {
	h.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if there() {
			return
		}
	}
	h.Fatalf("redistest: waited %v for %s", patience, what)
}
