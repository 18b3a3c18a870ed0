// Package redistest starts a real Redis for a test, on a free port and in a folder of its own. Without redis-server the
// test fails: `make test` installs it.
package redistest

import (
	"bufio"
	"net"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// Server is a Redis that keeps everything on disk before it says so.
type Server struct {
	Address string // host:port
	Dir     string

	t   testing.TB
	cmd *exec.Cmd
}

// New starts a server that ends with the test.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{t: t, Dir: t.TempDir(), Address: freeAddress(t)}
	s.Start()
	t.Cleanup(s.Kill)
	return s
}

func freeAddress(t testing.TB) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// URL is the address as a setting.
func (s *Server) URL() string { return "redis://" + s.Address }

// Start starts it on what is in its folder, and waits until it answers.
func (s *Server) Start() {
	s.t.Helper()
	host, port, _ := net.SplitHostPort(s.Address)
	s.cmd = exec.Command("redis-server", "--bind", host, "--port", port, "--dir", s.Dir,
		"--appendonly", "yes", "--appendfsync", "always", "--save", "")
	if err := s.cmd.Start(); err != nil {
		s.t.Fatalf("redis-server is needed for this test: %v", err)
	}
	for range 200 {
		if s.Ask("PING") == "+PONG" {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	s.t.Fatal("redis-server does not answer")
}

// Kill ends it at once, in the middle of whatever it does. A dead one stays dead.
func (s *Server) Kill() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait() // it was killed, that is no news
	s.cmd = nil
}

// Ask sends one command of simple words and gives the first line of the answer, or "".
func (s *Server) Ask(command string) string {
	conn, err := net.DialTimeout("tcp", s.Address, time.Second)
	if err != nil {
		return ""
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	if _, err := conn.Write([]byte(command + "\r\n")); err != nil {
		return ""
	}
	line, _ := bufio.NewReader(conn).ReadString('\n')
	return strings.TrimSpace(line)
}
