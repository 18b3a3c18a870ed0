package main

import (
	"net"
	"net/url"
	"time"

	"muntsaus/bench/crowd"
)

// overWire seats people at a board in a folder of its own, half of them behind a wire.
func (s *stage) overWire(people int, prepare ...func(*crowd.Page)) (*sitting, *wire, error) {
	h, err := s.cottage("data")
	if err != nil {
		return nil, nil, err
	}
	at, err := url.Parse(h.url)
	if err != nil {
		return nil, nil, err
	}
	w, err := s.wire(at.Host)
	if err != nil {
		return nil, nil, err
	}
	seat := 0
	t, err := s.sitAs(h, people, func(p *crowd.Page) {
		if seat++; seat%2 == 0 {
			p.Dialer = through(w.address())
		}
		for _, set := range prepare {
			set(p)
		}
	})
	return t, w, err
}

// cutOff: the line of half of the people is gone for 5 s and for 30 s. They go on typing, some load their page anew meanwhile, the others
// do not notice, and afterwards everything is there once.
func cutOff(s *stage) (*outcome, error) {
	o := &outcome{}
	t, w, err := s.overWire(20)
	if err != nil {
		return o, err
	}
	for i := range s.times(5) {
		long := s.during(5 * time.Second)
		if i == 1 {
			long = s.during(30 * time.Second)
		}
		s.wait(300*time.Millisecond, 1000*time.Millisecond)
		w.closed.Store(true)
		w.cut()
		o.faults++
		s.sleep(long / 2)
		t.table.Pages[1].Reload()
		t.table.Pages[2].Reload()
		s.sleep(long / 2)
		o.note("after %v %d wishes waited at %s", long, t.table.Pages[1].Waiting(), t.table.Pages[1].Name)
		w.closed.Store(false)
		t.rest(o)
	}
	t.judge(o)
	return o, nil
}

// halfOpen: connections stay open and nothing arrives, in both directions. The page notices by itself and opens another line
// while the server still holds the old one; both sides let go of the dead one.
func halfOpen(s *stage) (*outcome, error) {
	o := &outcome{}
	t, w, err := s.overWire(20)
	if err != nil {
		return o, err
	}
	for range s.times(6) {
		s.wait(300*time.Millisecond, 1000*time.Millisecond)
		w.frozen.Store(true)
		o.faults++
		s.sleep(crowd.DefaultDeaf + 1500*time.Millisecond) // the page must notice by itself
		w.frozen.Store(false)
		t.goesOn(o)
		t.rest(o)
	}
	t.judge(o)
	return o, nil
}

// lostAnswers: a line that dies exactly between a push and its answer, all the time: the server has it, the page does not know.
func lostAnswers(s *stage) (*outcome, error) {
	o := &outcome{}
	t, w, err := s.overWire(20)
	if err != nil {
		return o, err
	}
	w.bites.Store(true)
	for range s.times(4) {
		s.sleep(s.during(12 * time.Second))
		w.bites.Store(false)
		t.rest(o)
		w.bites.Store(true)
	}
	w.bites.Store(false)
	o.faults = w.bitten()
	t.judge(o)
	return o, nil
}

// bite ends a connection after a request went on its way and before its answer comes back.
func (w *wire) bite(near, far net.Conn) {
	w.mu.Lock()
	w.cuts++
	w.mu.Unlock()
	near.Close() // the server may still read, decide, store and answer: nobody hears it
	time.AfterFunc(50*time.Millisecond, func() { far.Close() })
}

func (w *wire) bitten() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cuts
}
