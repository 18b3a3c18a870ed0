package redistest_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/oplog/redistest"
)

func TestOneServer(t *testing.T) {
	t.Parallel()
	host := redistest.NewProgram(t.TempDir())
	defer host.Close()
	s := redistest.New(host)
	ask(t, s, "SET k v", "+OK")
	s.Kill()
	if s.Pid() != 0 || s.Ask("PING") != "" {
		t.Fatal("it lives")
	}
	s.Start()
	if got := s.Tell("GET k"); got != "v" {
		t.Fatalf("after a kill it has %q", got)
	}
	pid := s.Pid()
	s.Pause()
	for deadline := time.Now().Add(clocktest.Patience); stateOf(t, pid) != "T"; time.Sleep(time.Millisecond) { // the signal is on its way
		if time.Now().After(deadline) {
			t.Fatalf("a paused one has state %s", stateOf(t, pid))
		}
	}
	s.Resume()
	ask(t, s, "PING", "+PONG")
	host.Close()
	if s.Pid() != 0 {
		t.Fatal("it outlived its host")
	}
}

func stateOf(t *testing.T, pid int) string {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))[2]
}

func ask(t *testing.T, s *redistest.Server, command, want string) {
	t.Helper()
	if got := s.Ask(command); got != want {
		t.Fatalf("%s: %q, want %q", command, got, want)
	}
}

func TestCluster(t *testing.T) {
	t.Parallel()
	c := redistest.NewCluster(t)
	const slot = 12182 // of foo
	moved, kept := 0, 0
	for _, s := range c.Servers() {
		switch got := s.Ask("SET foo bar"); {
		case got == "+OK":
			kept++
		case strings.HasPrefix(got, fmt.Sprint("-MOVED ", slot)):
			moved++
		default:
			t.Fatal(got)
		}
	}
	if kept != 1 || moved != 2 {
		t.Fatalf("%d servers took a key, %d sent it on", kept, moved)
	}
	c.Move(slot, func() {})
	c.Kill()
	c.Start()
	found := 0
	for _, s := range c.Servers() {
		if s.Tell("GET foo") == "bar" {
			found++
		}
	}
	if found != 1 {
		t.Fatalf("%d servers have the key", found)
	}
}

func TestSentinel(t *testing.T) {
	t.Parallel()
	s := redistest.NewSentinel(t)
	old := s.Master()
	ask(t, old, "SET k v", "+OK")
	s.Failover()
	if s.Master() == old {
		t.Fatal("the dead one is master")
	}
	s.Start()
	if got := s.Master().Tell("GET k"); got != "v" || s.Replica() != old {
		t.Fatalf("after the failover it has %q", got)
	}
}
