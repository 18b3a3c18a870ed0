package main

import (
	"time"

	"muntsaus/bench/crowd"
)

const (
	longCut  = 10 * time.Minute
	longRest = 2500 * time.Millisecond // between two gestures, on average: some 240 in ten minutes
	looks    = 10                      // at the log while the line is gone, or much of it is forgotten before it was read
)

// longCutOff: half of the people have no line for ten minutes and go on typing, two of them load their page anew; the others go on too.
// Shorter runs type faster, so that about as much waits.
func longCutOff(s *stage) (*outcome, error) {
	o := &outcome{}
	long := s.during(longCut)
	t, w, err := s.overWire(20, func(p *crowd.Page) {
		p.Pause = max(time.Duration(float64(longRest)*float64(long)/float64(longCut)), crowd.DefaultPause)
	})
	if err != nil {
		return o, err
	}
	w.closed.Store(true)
	w.cut()
	o.faults++
	before := t.table.Ledger.Count().Acknowledged
	for i := range looks {
		s.sleep(long / looks)
		t.look(o)
		if i == looks/2 {
			t.table.Pages[1].Reload()
			t.table.Pages[3].Reload()
		}
	}
	during := t.table.Ledger.Count().Acknowledged - before
	o.note("gone for %v; %d wishes waited, at most %d on a page; the others stored %d meanwhile",
		long, t.waiting(), t.mostWaiting(), during)
	if during == 0 || t.waiting() == 0 {
		o.fault("nobody worked: %d were stored meanwhile, %d waited", during, t.waiting())
	}
	w.closed.Store(false)
	from := time.Now()
	t.rest(o)
	o.note("all of it answered and all boards equal %.1f s after the line was back", time.Since(from).Seconds())
	t.judge(o)
	return o, nil
}

// look reads the log as far as it goes by now.
func (t *sitting) look(o *outcome) {
	ctx, done := t.stage.within(startWithin)
	defer done()
	if err := t.house.read(ctx, t.archive); err != nil {
		o.fault("the log cannot be read: %v", err)
	}
}

// waiting gives how many wishes have no answer yet.
func (t *sitting) waiting() (all int) {
	for _, p := range t.table.Pages {
		all += p.Waiting()
	}
	return all
}

func (t *sitting) mostWaiting() (most int) {
	for _, p := range t.table.Pages {
		most = max(most, p.Waiting())
	}
	return most
}
