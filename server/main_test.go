package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
)

// The test binary is the program too: a child with this name in its environment runs main.
const childEnv = "MUNTSAUS_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childEnv) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program runs the real program with these arguments.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	c := exec.Command(cmp.Or(os.Getenv(recordEnv), self), args...)
	c.Env = append(os.Environ(), childEnv+"=1", "MUNTSAUS_PDF_PRIORITY=beside") // tests ask for much at once
	return c
}

// child is a running server.
type child struct {
	cmd    *exec.Cmd
	url    string
	exited chan error

	mu     sync.Mutex
	logged []string
}

// log gives everything the server wrote so far.
func (c *child) log() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.Join(c.logged, "\n")
}

func (c *child) hear(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.logged = append(c.logged, line)
}

func serveIn(t *testing.T, dir string) *child {
	t.Helper()
	return serveWith(t, "--data", dir)
}

func serveWith(t *testing.T, args ...string) *child {
	t.Helper()
	return startChild(t, program(t, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...))
}

// startChild starts a server and waits until it listens.
func startChild(t *testing.T, cmd *exec.Cmd) *child {
	t.Helper()
	c := &child{cmd: cmd, exited: make(chan error, 1)}
	out, err := c.cmd.StderrPipe()
	must(t, err)
	must(t, c.cmd.Start())
	t.Cleanup(func() { _ = c.cmd.Process.Kill() }) // most have ended long before
	lines := bufio.NewScanner(out)
	for c.url == "" && lines.Scan() {
		var line struct{ Msg, URL string }
		c.hear(lines.Text())
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			c.url = line.URL
		}
	}
	if c.url == "" {
		t.Fatalf("the server did not start: %s", c.log())
	}
	go func() {
		for lines.Scan() { // else it blocks on a full pipe
			c.hear(lines.Text())
		}
		c.exited <- c.cmd.Wait()
	}()
	return c
}

// kill is kill -9, in the middle of whatever it does.
func (c *child) kill(t *testing.T) {
	t.Helper()
	must(t, c.cmd.Process.Kill())
	if err := <-c.exited; err == nil {
		t.Fatal("the server ended by itself before it was killed")
	}
}

func (c *child) stop(t *testing.T) {
	t.Helper()
	from := time.Now()
	must(t, c.cmd.Process.Signal(syscall.SIGTERM))
	select {
	case err := <-c.exited:
		if err != nil {
			t.Fatalf("the server ended with %v", err)
		}
		if took := time.Since(from); clocktest.Over(took, 5*time.Second) {
			t.Fatalf("the server did not end within five seconds, it took %v", took)
		}
	case <-time.After(clocktest.Patience):
		t.Fatal("the server does not end")
	}
}

func (c *child) post(t *testing.T, path, body string) (answer map[string]any) {
	t.Helper()
	response, err := http.Post(c.url+path, "application/json", strings.NewReader(body))
	must(t, err)
	defer response.Body.Close()
	must(t, json.NewDecoder(response.Body).Decode(&answer))
	if response.StatusCode/100 != 2 {
		t.Fatalf("%s: %v", path, answer)
	}
	return answer
}

// get asks with a seat, or without one.
func (c *child) get(t *testing.T, path, seat string) (answer map[string]any) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, c.url+path, nil)
	must(t, err)
	if seat != "" {
		request.Header.Set("Authorization", "Bearer "+seat)
	}
	response, err := http.DefaultClient.Do(request)
	must(t, err)
	defer response.Body.Close()
	must(t, json.NewDecoder(response.Body).Decode(&answer))
	if response.StatusCode/100 != 2 {
		t.Fatalf("%s: %v", path, answer)
	}
	return answer
}

func (c *child) create(t *testing.T) map[string]any {
	t.Helper()
	return c.post(t, "/api/boards", `{"template":"blank","agenda":"2h","language":"nl","title":"Kind"}`)
}

// dial opens a websocket and says hello as a page.
func (c *child) dial(t *testing.T, board map[string]any, page string) *wire.Conn {
	t.Helper()
	header := http.Header{"Authorization": {"Bearer " + board["seat"].(string)}}
	conn, _, err := wire.DefaultDialer.Dial("ws"+strings.TrimPrefix(c.url, "http")+"/api/boards/"+board["boardId"].(string)+"/live", header)
	must(t, err)
	t.Cleanup(func() { conn.Close() })
	must(t, conn.WriteMessage(wire.TextMessage, fmt.Appendf(nil, `{"type":"hello","client":%q}`, page)))
	return conn
}

// records reads a whole welcome.
func records(t *testing.T, conn *wire.Conn) (all []map[string]any) {
	t.Helper()
	for {
		var w struct {
			Type    string
			Records []map[string]any
			More    bool
		}
		must(t, conn.ReadJSON(&w))
		if w.Type == "welcome" {
			all = append(all, w.Records...)
			if !w.More {
				return all
			}
		}
	}
}

// writer pushes notes one after the other without waiting, and keeps what was acknowledged, until the connection breaks.
// It closes first at the first one.
func writer(conn *wire.Conn, page string, first chan<- struct{}) (acknowledged map[string]bool) {
	acknowledged = map[string]bool{}
	go func() {
		for n := 1; ; n++ {
			text := fmt.Sprintf(
				`{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":"dag"}}]}`,
				n,
				noteID(page, n),
			)
			if conn.WriteMessage(wire.TextMessage, []byte(text)) != nil {
				return
			}
		}
	}()
	for {
		var frame struct {
			Type string
			Acks []int
		}
		if conn.ReadJSON(&frame) != nil {
			return acknowledged
		}
		for _, n := range frame.Acks {
			if len(acknowledged) == 0 {
				close(first)
			}
			acknowledged[noteID(page, n)] = true
		}
	}
}

// awaitFirst waits until a writer has something to lose.
func awaitFirst(t *testing.T, first <-chan struct{}) {
	t.Helper()
	select {
	case <-first:
	case <-time.After(clocktest.Patience):
		t.Fatal("nothing is acknowledged")
	}
}

func noteID(page string, n int) string { return fmt.Sprintf("%s-%014d", page, n) }

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	server := serveIn(t, dir)
	board := server.create(t)
	for round := range 5 {
		var wait sync.WaitGroup
		kept := make([]map[string]bool, 2)
		first := []chan struct{}{make(chan struct{}), make(chan struct{})}
		for i := range kept {
			page := fmt.Sprintf("page%d%d", round, i)
			conn := server.dial(t, board, page)
			records(t, conn)
			wait.Go(func() { kept[i] = writer(conn, page, first[i]) })
		}
		for _, f := range first {
			awaitFirst(t, f)
		}
		time.Sleep(time.Duration(150+70*round) * time.Millisecond) // a kill at some moment is the point
		server.kill(t)
		wait.Wait()
		server = serveIn(t, dir)
		found := map[string]int{}
		for _, r := range records(t, server.dial(t, board, "reader")) {
			found[r["id"].(string)]++
		}
		for _, mine := range kept {
			for id := range mine {
				if found[id] != 1 {
					t.Errorf("round %d: %s was acknowledged and is there %d times", round, id, found[id])
				}
			}
		}
	}
	server.stop(t)
	if out, err := program(t, "check", "--data", dir).CombinedOutput(); err != nil {
		t.Fatalf("check: %v: %s", err, out)
	}
}

func TestSigtermSaysComeBackLater(t *testing.T) {
	t.Parallel()
	server := serveIn(t, t.TempDir())
	board := server.create(t)
	conn := server.dial(t, board, "page")
	records(t, conn)
	idle := server.dial(t, board, "idle") // answers nothing, not even the close
	server.stop(t)
	for {
		_, _, err := conn.ReadMessage()
		if err == nil {
			continue
		}
		if c, ok := err.(*wire.CloseError); !ok || c.Code != 1012 {
			t.Fatalf("ended with %v", err)
		}
		break
	}
	idle.Close()
}

func TestBackupOfARunningServerCanBeServed(t *testing.T) {
	t.Parallel()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "backup.db")
	server := serveIn(t, dir)
	board := server.create(t)
	conn := server.dial(t, board, "page")
	records(t, conn)
	must(
		t,
		conn.WriteMessage(
			wire.TextMessage,
			[]byte(`{"type":"push","n":1,"ops":[{"op":"put","kind":"note","id":"note-in-the-backup-1","fields":{"text":"dag"}}]}`),
		),
	)
	for acked := false; !acked; {
		var f struct{ Type string }
		must(t, conn.ReadJSON(&f))
		acked = f.Type == "yours"
	}
	if text, err := program(t, "backup", "--data", dir, "-o", out).CombinedOutput(); err != nil {
		t.Fatalf("backup: %v: %s", err, text)
	}
	second := program(t, "serve", "--listen", "127.0.0.1:0", "--data", dir)
	if text, err := second.CombinedOutput(); err == nil || len(text) == 0 {
		t.Fatalf("a second server on the same folder: %v %s", err, text)
	}
	server.stop(t)
	fresh := t.TempDir()
	data, err := os.ReadFile(out)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(fresh, "muntsaus.db"), data, 0o600))
	restored := serveIn(t, fresh)
	found := false
	for _, r := range records(t, restored.dial(t, board, "reader")) {
		found = found || r["id"] == "note-in-the-backup-1"
	}
	if !found {
		t.Fatal("the note is not in the backup")
	}
	restored.stop(t)
}

func TestCommandsSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"serve", "--redis", "127.0.0.1:6379"}, "looks like redis://"},
		{[]string{"serve", "--redis", "redis://127.0.0.1:1"}, "no answer"},
		{[]string{"serve", "--public-url", "workshop"}, "must look like"},
		{[]string{"serve", "--public-url", "https://example.nl/muntsaus"}, "not https://example.nl/muntsaus: the pages stand at its top"},
		{[]string{"serve", "--public-url", "https://example.nl/../x/"}, "a name of its own"},
		{[]string{"serve", "--public-url", "https://example.nl?x=1"}, "with nothing behind it"},
		{[]string{"serve", "--hsts"}, "needs --public-url https://"},
		{[]string{"serve", "--hsts", "--public-url", "http://workshop.example.nl"}, "needs --public-url https://"},
		{[]string{"serve", "--listen", "nonsense"}, "cannot listen"},
		{[]string{"check", "--data", filepath.Join(t.TempDir(), "nothing")}, "no boards in"},
		{[]string{"backup", "--data", t.TempDir()}, "--out"},
		{[]string{"health", "--url", "http://127.0.0.1:1/healthz"}, "no answer"},
		{[]string{"dance"}, "unexpected"},
	} {
		cmd := program(t, c.args...)
		cmd.Dir = t.TempDir()
		out, err := cmd.CombinedOutput()
		if err == nil || !bytes.Contains(out, []byte(c.says)) {
			t.Errorf("%v: %v: %s", c.args, err, out)
		}
	}
	server := serveIn(t, t.TempDir())
	if out, err := program(t, "health", "--url", server.url+"/healthz").CombinedOutput(); err != nil {
		t.Errorf("health: %v: %s", err, out)
	}
	server.stop(t)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A port that is taken leaves the boards as they are: nothing is opened, made or brought to life.
func TestAPortThatIsTakenTouchesNoBoards(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer taken.Close()
	dir := filepath.Join(t.TempDir(), "boards")
	out, err := program(t, "serve", "--listen", taken.Addr().String(), "--data", dir).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "cannot listen") {
		t.Errorf("%v: %s", err, out)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder was made")
	}
}
