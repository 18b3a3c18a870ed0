package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/bench/lines"
)

// patience is how long something may take that always comes.
const patience = 30 * time.Second

// site is a server with a proxy before it.
type site struct {
	address   string // as browsers say it
	authority *authority
	dial      func(context.Context, string, string) (net.Conn, error) // leads the name to the proxy
	log       string
	programs  []*exec.Cmd
}

// start starts both and waits until a page comes through.
func (c test) start(dir, program, proxy string, a *authority) (*site, error) {
	dir, err := os.MkdirTemp(dir, "case-*")
	if err != nil {
		return nil, err
	}
	server, port, other := freePort(), freePort(), freePort()
	scheme := "https"
	if c.plain {
		scheme = "http"
	}
	s := &site{address: fmt.Sprintf("%s://%s:%d", scheme, siteName, port), authority: a, log: filepath.Join(dir, "server.log")}
	s.dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, fmt.Sprint("127.0.0.1:", port))
	}
	args := []string{"serve", "--listen", fmt.Sprint("127.0.0.1:", server),
		"--data", filepath.Join(dir, "data"), "--trusted-proxies", "127.0.0.1"}
	if c.public {
		args = append(args, "--public-url", s.address)
	}
	behind, err := c.configure(dir, fmt.Sprint("127.0.0.1:", server), port, other, a)
	if err == nil {
		err = s.run(s.log, program, args...)
	}
	if err == nil {
		err = s.run(filepath.Join(dir, "proxy.log"), proxy, behind...)
	}
	if err == nil {
		err = s.ready()
	}
	if err != nil {
		said, _ := os.ReadFile(filepath.Join(dir, "proxy.log"))
		s.stop()
		return nil, fmt.Errorf("%w: %s", err, said)
	}
	return s, nil
}

func freePort() int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err) // nothing can be run here then
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (s *site) run(log, program string, args ...string) error {
	file, err := os.Create(log)
	if err != nil {
		return err
	}
	defer file.Close()
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = file, file
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(log))
	s.programs = append(s.programs, cmd)
	return cmd.Start()
}

func (s *site) stop() {
	for _, cmd := range s.programs {
		if cmd.Process != nil {
			_ = cmd.Process.Signal(syscall.SIGTERM)
			_ = cmd.Wait()
		}
	}
}

func (s *site) ready() (err error) {
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if _, err = s.ask(context.Background(), http.MethodGet, "/healthz", "", nil); err == nil {
			return nil
		}
	}
	return err
}

// ask asks as a page does, with its origin.
func (s *site) ask(ctx context.Context, method, path, body string, into any) (proto string, err error) {
	request, err := http.NewRequestWithContext(ctx, method, s.address+path, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", s.address)
	transport := &http.Transport{DialContext: s.dial, TLSClientConfig: s.authority.tls(), ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	answer, err := (&http.Client{Transport: transport}).Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	switch {
	case err != nil:
		return "", err
	case answer.StatusCode/100 != 2:
		return "", fmt.Errorf("%s %s: %s: %s", method, path, answer.Status, text)
	case into == nil:
		return answer.Proto, nil
	}
	return answer.Proto, json.Unmarshal(text, into)
}

// refuses holds that a page is refused, and that the server's log says why.
func (s *site) refuses(says string) error {
	board := `{"template":"blank","agenda":"2h","language":"nl","title":"x"}`
	_, err := s.ask(context.Background(), http.MethodPost, "/api/boards", board, nil)
	if err == nil || !strings.Contains(err.Error(), "403") {
		return fmt.Errorf("the page was not refused: %w", err)
	}
	said, err := os.ReadFile(s.log)
	if err == nil && !strings.Contains(string(said), says) {
		err = fmt.Errorf("the log does not say %q: %s", says, said)
	}
	return err
}

// screen opens a line and waits for its welcome.
func (s *site) screen(ctx context.Context, way, board, seat, page string) (lines.Line, error) {
	dialer := &wire.Dialer{NetDialContext: s.dial, TLSClientConfig: s.authority.tls(), HandshakeTimeout: patience}
	line, err := lines.Open(ctx, way, lines.Where{Door: s.address, Board: board, Seat: seat}, dialer)
	if err != nil {
		return nil, err
	}
	if err = line.WriteMessage(wire.TextMessage, fmt.Appendf(nil, `{"type":"hello","client":%q}`, page)); err == nil {
		err = await(line, `"type":"welcome"`)
	}
	if err != nil {
		return nil, errors.Join(err, line.Close())
	}
	return line, nil
}

// await reads until a frame has a text in it.
func await(line lines.Line, text string) error {
	if err := line.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	for {
		_, data, err := line.ReadMessage()
		if err != nil {
			return fmt.Errorf("waiting for %s: %w", text, err)
		}
		if strings.Contains(string(data), text) {
			return nil
		}
	}
}

// pass has one write a note, and the other see it.
func pass(from, to lines.Line, n int) error {
	id := fmt.Sprintf("note-through-the-proxy-%d", n)
	push := fmt.Sprintf(`{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":"dag"}}]}`, n, id)
	if err := from.WriteMessage(wire.TextMessage, []byte(push)); err != nil {
		return err
	}
	return await(to, id)
}

// stay lets nobody write for a while. Pages ask whether somebody is there when they hear nothing for 20 s, and so do these.
func stay(silent time.Duration, all ...lines.Line) error {
	for until := time.Now().Add(silent); time.Now().Before(until); {
		time.Sleep(min(20*time.Second, time.Until(until)))
		for _, line := range all {
			if err := line.WriteMessage(wire.TextMessage, []byte(`{"type":"ping"}`)); err != nil {
				return err
			}
			if err := await(line, `"pong"`); err != nil {
				return err
			}
		}
	}
	return nil
}
