package redistest

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Server is one process. It keeps everything on disk before it says so, unless its settings say otherwise.
type Server struct {
	Address string // host:port
	Dir     string

	host   Host
	config string
	args   []string
	cmd    *exec.Cmd
}

// New starts one server. Settings are lines of redis.conf, as in New(t, "maxmemory 10mb").
func New(h Host, settings ...string) *Server {
	h.Helper()
	s := newServer(h, append([]string{"appendonly yes", "appendfsync always", `save ""`}, settings...))
	s.Start()
	return s
}

// newServer prepares a server with its configuration in a file, because Redis and Sentinel write there what they become.
func newServer(h Host, settings []string) *Server {
	h.Helper()
	s := &Server{host: h, Dir: h.TempDir(), Address: freeAddress(h)}
	s.config = filepath.Join(s.Dir, "redis.conf")
	_, port, _ := net.SplitHostPort(s.Address)
	lines := append([]string{"bind 127.0.0.1", "port " + port, "dir " + s.Dir}, settings...)
	if err := os.WriteFile(s.config, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		h.Fatalf("redistest: %v", err)
	}
	h.Cleanup(s.Kill)
	return s
}

func freeAddress(h Host) string {
	h.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.Fatalf("redistest: %v", err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// URL is the address as a setting.
func (s *Server) URL() string { return "redis://" + s.Address }

// Servers gives the server alone.
func (s *Server) Servers() []*Server { return []*Server{s} }

// Empty removes all keys.
func (s *Server) Empty() { s.expect("FLUSHALL", "+OK") }

// Start starts it on what is in its folder, and waits until it answers. One that runs stays.
func (s *Server) Start() {
	s.host.Helper()
	s.launch()
	s.WaitReady()
}

func (s *Server) launch() {
	s.host.Helper()
	if s.cmd != nil {
		return
	}
	s.cmd = exec.Command("redis-server", append([]string{s.config}, s.args...)...)
	out, err := os.OpenFile(filepath.Join(s.Dir, "redis.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		s.host.Fatalf("redistest: %v", err)
	}
	defer out.Close()
	s.cmd.Stdout, s.cmd.Stderr = out, out
	if err := s.cmd.Start(); err != nil {
		s.host.Fatalf("redistest: redis-server is needed: %v", err)
	}
}

// WaitReady waits until it answers.
func (s *Server) WaitReady() {
	s.host.Helper()
	await(s.host, "redis-server to answer", func() bool { return s.Ask("PING") == "+PONG" })
}

// Pid is the process, 0 when it is dead.
func (s *Server) Pid() int {
	if s.cmd == nil {
		return 0
	}
	return s.cmd.Process.Pid
}

// Kill ends it at once, in the middle of whatever it does. A dead one stays dead, and so does the process that rewrites its file beside it:
// that one would go on writing in a folder that is taken away.
func (s *Server) Kill() {
	if s.cmd == nil {
		return
	}
	beside := children(s.cmd.Process.Pid)
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait() // it was killed, that is no news
	s.cmd = nil
	for _, pid := range beside {
		_ = syscall.Kill(pid, syscall.SIGKILL)
		await(s.host, "the end of a child", func() bool { return !runs(pid) })
	}
}

// children lists the processes that a process started; nothing where the system does not tell.
func children(pid int) (list []int) {
	told, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	if err != nil {
		return nil
	}
	for _, word := range strings.Fields(string(told)) {
		if child, err := strconv.Atoi(word); err == nil {
			list = append(list, child)
		}
	}
	return list
}

// runs says whether a process still does anything: one that ended may wait there to be taken notice of.
func runs(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, state, _ := strings.Cut(string(stat), ") ")
	return !strings.HasPrefix(state, "Z") && !strings.HasPrefix(state, "X")
}

// Copy keeps what a dead server has on disk, for Restore.
func (s *Server) Copy() (kept string) {
	s.host.Helper()
	kept = s.host.TempDir()
	if err := os.CopyFS(filepath.Join(kept, aofDir), os.DirFS(filepath.Join(s.Dir, aofDir))); err != nil {
		s.host.Fatalf("redistest: %v", err)
	}
	return kept
}

// Restore puts a dead server back to what Copy kept, as an operator with an older copy does. An empty kept is an empty disk.
func (s *Server) Restore(kept string) {
	s.host.Helper()
	err := os.RemoveAll(filepath.Join(s.Dir, aofDir))
	if err == nil && kept != "" {
		err = os.CopyFS(filepath.Join(s.Dir, aofDir), os.DirFS(filepath.Join(kept, aofDir)))
	}
	if err != nil {
		s.host.Fatalf("redistest: %v", err)
	}
}

// aofDir is where Redis keeps its log.
const aofDir = "appendonlydir"

// Pause stops it without ending it: connections stay open and nobody answers.
func (s *Server) Pause() { s.signal(syscall.SIGSTOP) }

// Resume lets it go on after Pause.
func (s *Server) Resume() { s.signal(syscall.SIGCONT) }

func (s *Server) signal(what syscall.Signal) {
	s.host.Helper()
	if s.cmd == nil {
		s.host.Fatalf("redistest: %v for a dead redis-server", what)
	}
	if err := s.cmd.Process.Signal(what); err != nil {
		s.host.Fatalf("redistest: %v: %v", what, err)
	}
}

// Ask sends one command of simple words and gives the first line of the answer, or "".
func (s *Server) Ask(command string) string {
	line, _, _ := strings.Cut(s.Tell(command), "\n")
	return strings.TrimSpace(line)
}

// Tell sends one command of simple words. It gives the text when the answer is one, else the first line of the answer,
// and "" when there is none.
func (s *Server) Tell(command string) string {
	conn, err := net.DialTimeout("tcp", s.Address, time.Second)
	if err != nil {
		return ""
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	if _, err := conn.Write([]byte(command + "\r\n")); err != nil {
		return ""
	}
	in := bufio.NewReader(conn)
	line, _ := in.ReadString('\n')
	line = strings.TrimSpace(line)
	if size, text := strings.CutPrefix(line, "$"); text {
		n, err := strconv.Atoi(size)
		data := make([]byte, max(n, 0))
		if _, failed := io.ReadFull(in, data); err != nil || failed != nil {
			return ""
		}
		return string(data)
	}
	return line
}

// Field gives one line of INFO, as in Field("replication", "role"), or "".
func (s *Server) Field(section, name string) string { return field(s.Tell("INFO "+section), name) }

func field(text, name string) string {
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), name+":"); ok {
			return value
		}
	}
	return ""
}

func (s *Server) expect(command, want string) {
	s.host.Helper()
	if got := s.Ask(command); !strings.HasPrefix(got, want) { // "+OK Already connected …" is one too
		s.host.Fatalf("redistest: %s gave %q, not %q; %s", command, got, want, s.tail())
	}
}

// tail gives the end of what the server wrote about itself.
func (s *Server) tail() string {
	text, err := os.ReadFile(filepath.Join(s.Dir, "redis.log"))
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("its log ends with\n%s", text[max(0, len(text)-2000):])
}

// list sends one command whose answer is a list of texts.
func (s *Server) list(command string) (all []string) {
	conn, err := net.DialTimeout("tcp", s.Address, time.Second)
	if err != nil {
		return nil
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	if _, err := conn.Write([]byte(command + "\r\n")); err != nil {
		return nil
	}
	in := bufio.NewReader(conn)
	head, _ := in.ReadString('\n')
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(head, "*")))
	for range max(n, 0) {
		size, _ := in.ReadString('\n')
		text, failed := in.ReadString('\n')
		if err != nil || failed != nil || !strings.HasPrefix(size, "$") {
			return nil
		}
		all = append(all, strings.TrimRight(text, "\r\n"))
	}
	return all
}

// KeyLike gives the one key that fits a pattern.
func (s *Server) KeyLike(pattern string) string {
	s.host.Helper()
	keys := s.list("KEYS " + pattern)
	if len(keys) != 1 {
		s.host.Fatalf("redistest: %d keys like %s", len(keys), pattern)
	}
	return keys[0]
}
