package main

import (
	"math/rand/v2"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// wire is a line between people and a server, or a server and Redis, that can go wrong.
type wire struct {
	listener net.Listener
	to       string
	delay    atomic.Int64 // how much longer a request takes
	closed   atomic.Bool  // nobody gets through
	frozen   atomic.Bool  // connections stay open and nothing arrives
	bites    atomic.Bool  // now and then one dies between a request and its answer

	mu    sync.Mutex
	lines map[net.Conn]bool
	cuts  int
}

// wire starts one before an address.
func (s *stage) wire(to string) (*wire, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	w := &wire{listener: listener, to: to, lines: map[net.Conn]bool{}}
	s.later(func() { listener.Close(); w.cut() })
	go w.accept()
	return w, nil
}

func (w *wire) address() string { return w.listener.Addr().String() }

func (w *wire) accept() {
	for {
		near, err := w.listener.Accept()
		if err != nil {
			return
		}
		if w.closed.Load() {
			near.Close()
			continue
		}
		go w.join(near)
	}
}

func (w *wire) join(near net.Conn) {
	far, err := net.Dial("tcp", w.to)
	if err != nil {
		near.Close()
		return
	}
	w.keep(near, far)
	go w.carry(far, near, false)
	go w.carry(near, far, true)
}

func (w *wire) keep(conns ...net.Conn) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range conns {
		w.lines[c] = true
	}
}

// carry brings bytes from one side to the other; late says whether the delay counts in this direction.
func (w *wire) carry(from, to net.Conn, late bool) {
	type parcel struct {
		data []byte
		due  time.Time
	}
	way := make(chan parcel, 1024)
	go func() {
		defer close(way)
		buf := make([]byte, 32<<10)
		for {
			n, err := from.Read(buf)
			if n > 0 {
				due := time.Now()
				if late {
					due = due.Add(time.Duration(w.delay.Load()))
				}
				way <- parcel{append([]byte{}, buf[:n]...), due}
			}
			if err != nil {
				return
			}
		}
	}()
	broken := false
	defer func() {
		if !broken {
			from.Close()
			to.Close()
		}
	}()
	for p := range way { // to its end, or the reader above would wait for ever
		if broken {
			continue
		}
		time.Sleep(time.Until(p.due))
		for w.frozen.Load() {
			time.Sleep(5 * time.Millisecond)
		}
		if _, err := to.Write(p.data); err != nil {
			broken = true
			from.Close()
		}
		if late && !broken && w.bites.Load() && rand.IntN(20) == 0 {
			broken = true
			w.bite(from, to)
			return
		}
	}
}

// cut ends every connection at once.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for c := range w.lines {
		c.Close()
	}
	w.lines = map[net.Conn]bool{}
}
