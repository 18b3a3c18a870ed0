package main

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/bench/lines"
)

// peer is one connection of the load. It looks for marks in frames and decodes nothing, so that its own work stays small.
type peer struct {
	conn   lines.Line
	person string
	note   string
	n      int

	send1  sync.Mutex
	mu     sync.Mutex
	took   []time.Duration   // from the mark's time until it was read
	spots  map[string]string // person → where they were said to be last
	moved  func(person, spot string)
	waits  []byte
	waited chan struct{}
	bytes  atomic.Int64
}

var dialer = wire.Dialer{HandshakeTimeout: 20 * time.Second, ReadBufferSize: 4096, WriteBufferSize: 1024}

// greet says hello, and returns when the whole board was read.
func greet(conn lines.Line, hello []byte) (*peer, error) {
	p := &peer{conn: conn, spots: map[string]string{}}
	if hello != nil {
		if err := p.send(hello); err != nil {
			return nil, err
		}
	}
	for {
		_, data, err := conn.ReadMessage()
		if err != nil {
			return nil, err
		}
		p.bytes.Add(int64(len(data)))
		if !bytes.Contains(data, []byte(`"more":true`)) {
			break
		}
	}
	go p.read()
	return p, nil
}

func (p *peer) send(data []byte) error {
	p.send1.Lock()
	defer p.send1.Unlock()
	return p.conn.WriteMessage(wire.TextMessage, data)
}

func (p *peer) close() { p.conn.Close() }

// await gives a channel that is closed when a frame holds this text.
func (p *peer) await(text []byte) <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waits, p.waited = text, make(chan struct{})
	return p.waited
}

const markTag = "~!"

// mark is a text that says when it was sent.
func mark(at time.Time) string { return fmt.Sprintf("%s%016x", markTag, at.UnixNano()) }

func (p *peer) read() {
	for {
		_, data, err := p.conn.ReadMessage()
		if err != nil {
			return
		}
		now := time.Now()
		p.mu.Lock()
		if p.waited != nil && bytes.Contains(data, p.waits) {
			close(p.waited)
			p.waited = nil
		}
		p.marks(data, now)
		p.places(data)
		p.mu.Unlock()
	}
}

func (p *peer) marks(data []byte, now time.Time) {
	for {
		i := bytes.Index(data, []byte(markTag))
		if i < 0 || len(data) < i+len(markTag)+16 {
			return
		}
		var at int64
		for _, c := range data[i+2 : i+18] {
			at = at<<4 | int64(bytes.IndexByte([]byte("0123456789abcdef"), c))
		}
		p.took = append(p.took, now.Sub(time.Unix(0, at)))
		data = data[i+18:]
	}
}

// places finds who is said to be where.
func (p *peer) places(data []byte) {
	for {
		_, rest, found := bytes.Cut(data, []byte(`"personId":"`))
		if !found {
			return
		}
		person, rest, _ := bytes.Cut(rest, []byte(`"`))
		if spot, ok := bytes.CutPrefix(rest, []byte(`,"online":true,"at":"`)); ok {
			spot, _, _ = bytes.Cut(spot, []byte(`"`))
			p.spots[string(person)] = string(spot)
			if p.moved != nil {
				p.moved(string(person), string(spot))
			}
		}
		data = rest
	}
}

// taken gives what was measured so far and starts anew.
func (p *peer) taken() []time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := p.took
	p.took = nil
	return took
}
