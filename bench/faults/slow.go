package main

import (
	"context"
	"net"
	"sync/atomic"
	"time"

	ws "github.com/fasthttp/websocket"

	"muntsaus/bench/crowd"
)

// trickle is a connection that reads at most so many bytes per second, as long as it is asked to.
type trickle struct {
	net.Conn
	slow *atomic.Bool
}

const trickleRate = 1024 // bytes per second

// Read reads a tenth of a second's worth at a time.
func (t *trickle) Read(to []byte) (int, error) {
	if t.slow.Load() {
		time.Sleep(100 * time.Millisecond)
		to = to[:min(len(to), trickleRate/10)]
	}
	return t.Conn.Read(to)
}

// slowScreen: one screen reads 1 KB per second. Measured in turns, with and without, so that the noise of the machine is in
// both. The others must not notice, the server must let go of it before a megabyte waits, and then it catches up by itself.
func slowScreen(s *stage) (*outcome, error) {
	o := &outcome{}
	house, err := s.cottage("data")
	if err != nil {
		return o, err
	}
	var slow atomic.Bool
	var snail *crowd.Page
	t, err := s.sitAs(house, 30, func(p *crowd.Page) {
		p.Pause = 90 * time.Millisecond // below the pace of a seat, or the server makes everybody wait
		if p.Name == "p0" {
			snail, p.Deaf, p.Quiet = p, time.Hour, true
			p.Dialer = dialing(func(c net.Conn) net.Conn {
				_ = c.(*net.TCPConn).SetReadBuffer(4096)
				return &trickle{c, &slow}
			})
		}
	})
	if err != nil {
		return o, err
	}
	var with, without, withTold, withoutTold crowd.Delays
	breaks, _ := snail.Breaks()
	for turn := range 2 * s.times(2) {
		slow.Store(turn%2 == 0)
		t.others(snail)
		s.sleep(s.during(turnTime))
		took, told := t.others(snail)
		if turn%2 == 0 {
			with, withTold = append(with, took...), append(withTold, told...)
			o.faults++
		} else {
			without, withoutTold = append(without, took...), append(withoutTold, told...)
		}
	}
	slow.Store(false)
	after, code := snail.Breaks()
	o.note("others' p99 with / without it: stored %.1f / %.1f ms (× %.2f), told %.1f / %.1f ms (× %.2f)",
		ms(with), ms(without), ms(with)/ms(without),
		ms(withTold), ms(withoutTold), ms(withTold)/ms(withoutTold))
	o.note("it was let go %d times, last code %d", after-breaks, code)
	if after == breaks && s.during(turnTime) >= turnTime {
		o.fault("the server never let go of a screen that does not keep up")
	}
	t.judge(o)
	return o, nil
}

// turnTime is long enough for a megabyte to wait for somebody who does not read.
const turnTime = 15 * time.Second

func ms(d crowd.Delays) float64 { return float64(d.At(0.99).Microseconds()) / 1000 }

func (t *sitting) others(snail *crowd.Page) (took, told crowd.Delays) {
	for _, p := range t.table.Pages {
		if p != snail {
			a, b := p.Delays()
			took, told = append(took, a...), append(told, b...)
		}
	}
	return took, told
}

// dialing gives a dialer whose connections are changed by a function.
func dialing(change func(net.Conn) net.Conn) *ws.Dialer {
	return &ws.Dialer{NetDialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := (&net.Dialer{}).DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return change(c), nil
	}}
}

// through sends a page's connections to another address.
func through(address string) *ws.Dialer {
	return &ws.Dialer{NetDialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, address)
	}}
}
