package main

import (
	"fmt"
	"syscall"
	"time"

	"muntsaus/bench/crowd"
)

// A full hall: as many people as a board takes, and a long workshop's records.
const (
	hallRecords = 10_000
	hallScreens = 1_000 // the host, who writes with twenty others, and all who look
	hallWriters = 20
	hallPause   = 2 * time.Second // between two gestures of one person

	firstWithin = 2 * time.Second // promised, on a quiet machine: noted, not held
	backWithin  = 10 * time.Second
	hallWithin  = 2 * time.Minute // held
)

// fullHall: kill -9 of a server with 10,000 records and 1,000 screens. All come back by themselves, and every one of them shows what
// the server shows. How fast is noted: the generator has the same cores as the server.
func fullHall(s *stage) (*outcome, error) {
	o := &outcome{}
	if err := roomFor(2*hallScreens + 200); err != nil {
		return o, err
	}
	house, err := s.cottage("data")
	if err != nil {
		return o, err
	}
	screens := max(min(int(hallScreens*s.scale), hallScreens), 2*hallWriters) // fewer screens in a short run, the whole board always
	t, hall, err := s.fillHall(house, screens, o)
	if err != nil {
		return o, err
	}
	for range s.times(3) {
		if err := t.emptyOnce(o, house, hall); err != nil {
			return o, err
		}
	}
	t.judge(o)
	return o, nil
}

// roomFor holds that this process, and so the server it starts, may have so many connections.
func roomFor(files uint64) error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return err
	}
	if limit.Cur < files {
		return fmt.Errorf("needs %d open files, %d are allowed (ulimit -n)", files, limit.Cur)
	}
	return nil
}

// fillHall makes the board and lets everybody in.
func (s *stage) fillHall(house *cottage, screens int, o *outcome) (*sitting, *crowd.Hall, error) {
	table, hall, err := crowd.SetFull(s.ctx, house.door, hallRecords, hallWriters, screens-hallWriters-1, s.nextSeed())
	if err != nil {
		return nil, nil, err
	}
	for _, p := range table.Pages {
		p.Pause, p.Deaf = hallPause, 20*time.Second
	}
	t := &sitting{stage: s, table: table, archive: crowd.NewArchive(table), house: house, end: func() {}, led: make(chan struct{})}
	close(t.led) // no rounds: who looks would get the whole board anew at each
	s.later(t.leave)
	if err := table.Start(s.ctx); err != nil {
		return nil, nil, err
	}
	ctx, done := s.within(hallWithin)
	defer done()
	from := time.Now()
	if err := hall.Start(ctx); err != nil {
		return nil, nil, err
	}
	o.note("%d screens came in together within %.1f s", screens, time.Since(from).Seconds())
	t.sameInHall(o, hall)
	return t, hall, nil
}

// emptyOnce kills the server under everybody, starts it again and waits until all are back.
func (t *sitting) emptyOnce(o *outcome, house *cottage, hall *crowd.Hall) error {
	t.table.Work(true)
	t.stage.wait(time.Second, 3*time.Second)
	house.kill()
	o.faults++
	t.look(o)
	t.table.Ledger.Forget()
	from := time.Now()
	listening, err := house.restarted()
	if err != nil {
		return err
	}
	ctx, done := t.stage.within(hallWithin)
	defer done()
	if err := hall.Back(ctx, from); err != nil {
		return err
	}
	var back crowd.Delays
	for _, at := range hall.Welcomed() {
		back = append(back, at.Sub(from))
	}
	if _, err := t.acknowledgedAfter(from); err != nil {
		return err
	}
	first := t.table.Ledger.FirstStored().Sub(from)
	o.note("after start: listening %.2f s, first push stored %.2f s (%s), back half %.1f s, all %.1f s (%s)", listening.Seconds(),
		first.Seconds(), against(first, firstWithin), back.At(0.5).Seconds(), back.At(1).Seconds(), against(back.At(1), backWithin))
	t.sameInHall(o, hall)
	return nil
}

func against(took, promised time.Duration) string {
	if took < promised {
		return fmt.Sprintf("within %v", promised)
	}
	return fmt.Sprintf("NOT within %v", promised)
}

// acknowledgedAfter waits until a push is stored after a start.
func (t *sitting) acknowledgedAfter(from time.Time) (time.Duration, error) {
	for t.table.Ledger.FirstStored().Before(from) {
		if time.Since(from) > hallWithin || t.stage.ctx.Err() != nil {
			return 0, fmt.Errorf("nothing is stored any more after a start")
		}
		t.stage.sleep(10 * time.Millisecond)
	}
	return time.Since(from), nil
}

// sameInHall brings everybody to rest: pages, screens and the server show one board.
func (t *sitting) sameInHall(o *outcome, hall *crowd.Hall) {
	t.quiet(o)
	ctx, done := t.stage.within(hallWithin)
	defer done()
	if err := hall.Rest(ctx); err != nil {
		o.fault("%v", err)
		return
	}
	want, err := t.table.ServerHash(ctx, t.house.door())
	if err != nil {
		o.fault("the server's board: %v", err)
		return
	}
	if unlike, begins := hall.Unlike(want); unlike > 0 {
		o.fault("%d screens show another board than the server, from %d beginnings", unlike, begins)
	}
}
