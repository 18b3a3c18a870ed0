package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"muntsaus/server/clocktest"
)

// server is one process of the program under test. Started again it listens where it listened before.
type server struct {
	stage *stage
	args  []string
	wrap  []string // a command that runs it, such as strace or ip netns exec
	url   string

	cmd    *exec.Cmd
	exited chan error
	log    *logbook
}

// logbook keeps what a server writes, over all its lives.
type logbook struct {
	mu     sync.Mutex
	all    []byte
	errors []string // lines of level ERROR
}

// startWithin is how long a server may take until it listens.
const startWithin = 10 * time.Second

// serve starts a server with these settings and ends it with the row.
func (s *stage) serve(args ...string) (*server, error) { return s.serveIn(nil, "127.0.0.1:0", args...) }

func (s *stage) serveIn(wrap []string, listen string, args ...string) (*server, error) {
	srv := &server{stage: s, wrap: wrap, args: append([]string{"serve", "--listen", listen}, args...), log: &logbook{}}
	s.later(srv.kill)
	return srv, srv.start()
}

// start runs it and waits until it listens.
func (s *server) start() error {
	line := append(append(append([]string{}, s.wrap...), s.stage.program), s.args...)
	s.cmd = exec.Command(line[0], line[1:]...)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	out, err := s.cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := s.cmd.Start(); err != nil {
		return err
	}
	from, listening := time.Now(), make(chan string, 1)
	exited := make(chan error, 1)
	s.exited = exited
	go s.read(s.cmd, out, exited, listening)
	address := ""
	select {
	case address = <-listening:
	case <-time.After(clocktest.Patience):
	}
	switch {
	case address == "":
		return fmt.Errorf("the server did not start: %s", s.log.tail())
	case clocktest.Over(time.Since(from), startWithin):
		return fmt.Errorf("the server needed %v to start", time.Since(from))
	case s.url == address: // pages read it meanwhile, so it is written once
		return nil
	}
	s.url = address
	at, err := url.Parse(s.url)
	if err != nil {
		return err
	}
	s.args[2] = at.Host
	return nil
}

// read keeps what one life of the server writes, and says when it listens and how it ended. The next life may begin before it returns.
func (s *server) read(cmd *exec.Cmd, out io.Reader, exited chan<- error, listening chan<- string) {
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var line struct{ Msg, URL, Level string }
		_ = json.Unmarshal(lines.Bytes(), &line) // what strace or a fault writes is no JSON
		s.log.add(lines.Bytes(), line.Level == "ERROR")
		if line.Msg == "listening" {
			listening <- line.URL
		}
	}
	exited <- cmd.Wait()
	close(exited)
	close(listening)
}

func (l *logbook) add(line []byte, bad bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(append(l.all, line...), '\n')
	if bad {
		l.errors = append(l.errors, string(line))
	}
}

// alarms gives how many lines of level ERROR there are.
func (l *logbook) alarms() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.errors)
}

func (l *logbook) bytes() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]byte{}, l.all...)
}

func (l *logbook) tail() string {
	all := l.bytes()
	return string(all[max(len(all)-1500, 0):])
}

// signal reaches the server also when it runs under another command: all of them are one group.
func (s *server) signal(sig syscall.Signal) { _ = syscall.Kill(-s.cmd.Process.Pid, sig) }

// kill is kill -9, in the middle of whatever it does. A dead one stays dead.
func (s *server) kill() {
	if s.cmd == nil || s.cmd.Process == nil {
		return
	}
	s.signal(syscall.SIGKILL)
	s.await()
	s.cmd = nil
}

// await waits until it is gone, however it ended.
func (s *server) await() {
	for range s.exited { // closed behind the one error
	}
}

// stop is SIGTERM: it must end by itself within five seconds, with 0.
func (s *server) stop() (took time.Duration, err error) {
	from := time.Now()
	s.signal(syscall.SIGTERM)
	select {
	case err = <-s.exited:
	case <-time.After(clocktest.Patience):
		s.signal(syscall.SIGKILL)
		err = errors.Join(errors.New("SIGTERM does not end it"), <-s.exited)
	}
	s.cmd = nil
	took = time.Since(from)
	if err == nil && clocktest.Over(took, 5*time.Second) {
		err = fmt.Errorf("SIGTERM did not end it within five seconds, but after %v", took)
	}
	return took, err
}

// restarted starts it again and gives how long it took until it listened.
func (s *server) restarted() (time.Duration, error) {
	from := time.Now()
	err := s.start()
	return time.Since(from), err
}

// command runs the program with other arguments and gives what it says.
func (s *stage) command(ctx context.Context, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, s.program, args...).CombinedOutput()
	return string(out), err
}
