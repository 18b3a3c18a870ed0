package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	wire "github.com/fasthttp/websocket"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/websocket/v2"
)

// The floor: everything that came within 25 ms goes to everybody as one prepared frame. No board, no log, no rules.

const floorTick = 25 * time.Millisecond

type relay struct {
	mu      sync.Mutex
	out     map[chan *wire.PreparedMessage]bool
	waiting [][]byte
	kept    [][]byte // what a late joiner gets
}

func serveFloor(address string) {
	r := &relay{out: map[chan *wire.PreparedMessage]bool{}}
	go r.tell()
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/", websocket.New(r.converse))
	log.Fatal(app.Listen(address))
}

func (r *relay) converse(c *websocket.Conn) {
	out, over := make(chan *wire.PreparedMessage, 64), make(chan struct{})
	r.mu.Lock()
	if first, err := wire.NewPreparedMessage(wire.TextMessage, join(`{"records":[`, r.kept, `]}`)); err == nil {
		out <- first
	}
	r.out[out] = true
	r.mu.Unlock()
	go func() {
		defer close(over)
		for m := range out {
			if c.Conn.WritePreparedMessage(m) != nil {
				return
			}
		}
	}()
	for {
		_, data, err := c.ReadMessage()
		if err != nil {
			break
		}
		r.take(bytes.Clone(data))
	}
	r.mu.Lock()
	delete(r.out, out)
	close(out)
	r.mu.Unlock()
	<-over
}

func (r *relay) take(data []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if bytes.HasPrefix(data, []byte(`{"keep"`)) {
		r.kept = append(r.kept, data)
		return
	}
	r.waiting = append(r.waiting, data)
}

func (r *relay) tell() {
	for range time.Tick(floorTick) {
		r.mu.Lock()
		if len(r.waiting) > 0 {
			if m, err := wire.NewPreparedMessage(wire.TextMessage, join(`[`, r.waiting, `]`)); err == nil {
				for out := range r.out {
					out <- m
				}
			}
			r.waiting = nil
		}
		r.mu.Unlock()
	}
}

func join(open string, parts [][]byte, end string) []byte {
	return append(append([]byte(open), bytes.Join(parts, []byte(","))...), end...)
}

// floor runs it as a process of its own.
type floor struct {
	cmd *exec.Cmd
	at  string
}

func (f *floor) name() string { return "floor" }
func (f *floor) pid() int     { return f.cmd.Process.Pid }

func (f *floor) start(string) error {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	f.at = free.Addr().String()
	free.Close()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	f.cmd = exec.Command(self, "-floor", f.at)
	f.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := f.cmd.Start(); err != nil {
		return err
	}
	for range 200 {
		if c, err := net.Dial("tcp", f.at); err == nil {
			return c.Close()
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("it does not listen")
}

func (f *floor) stop() {
	_ = f.cmd.Process.Kill()
	_ = f.cmd.Wait()
}

func (f *floor) prepare(int) error { return nil }

func (f *floor) join(ctx context.Context, i int) (*peer, error) {
	conn, _, err := dialer.DialContext(ctx, "ws://"+f.at+"/", nil)
	if err != nil {
		return nil, err
	}
	p, err := greet(conn, nil)
	if err == nil {
		p.person = fmt.Sprintf("person%014d", i)
	}
	return p, err
}

func (f *floor) edit(_ *peer, mark string) []byte {
	return fmt.Appendf(nil, `{"e":"set","id":"note-0000000000000001","fields":{"text":%q}}`, mark)
}

func (f *floor) here(p *peer, spot string) []byte {
	return fmt.Appendf(nil, `{"personId":%q,"online":true,"at":%q}`, p.person, spot)
}

func (f *floor) fill(ctx context.Context, notes int) error {
	p, err := f.join(ctx, 0)
	if err != nil {
		return err
	}
	defer p.close()
	for i := range notes {
		text := fmt.Sprintf(`{"keep":1,"kind":"note","id":"note-%016d","at":1763780000000,"fields":{"order":"a0","text":"%s"}}`,
			i, strings.Repeat("tekst ", 10))
		if err := p.send([]byte(text)); err != nil {
			return err
		}
	}
	time.Sleep(300 * time.Millisecond)
	return nil
}
