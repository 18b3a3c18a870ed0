package main

import (
	"syscall"
	"time"

	"muntsaus/bench/crowd"
)

// stopped: SIGTERM under load, as at an upgrade. Every screen is told to come back later, the process ends with 0, nobody
// gets an error.
func stopped(s *stage) (*outcome, error) {
	o := &outcome{}
	house, t, err := s.atHome(20)
	if err != nil {
		return o, err
	}
	var ended crowd.Delays
	for range s.times(20) {
		s.wait(300*time.Millisecond, 1200*time.Millisecond)
		before := t.breaks()
		took, err := house.stop()
		o.faults++
		ended = append(ended, took)
		if err != nil {
			o.fault("SIGTERM: %v", err)
		}
		t.wantGoodbye(o, before)
		if _, err := house.restarted(); err != nil {
			return o, err
		}
	}
	o.note("ended after p50 %d ms, worst %d ms", ended.At(0.5).Milliseconds(), ended.At(1).Milliseconds())
	t.judge(o)
	if n := o.tally.Codes["unavailable"] + o.tally.Codes["storage_full"]; n > 0 {
		o.fault("%d pushes were refused because the server stopped", n)
	}
	return o, nil
}

func (t *sitting) breaks() (times []int) {
	for _, p := range t.table.Pages {
		n, _ := p.Breaks()
		times = append(times, n)
	}
	return times
}

// wantGoodbye holds that every line that ended since was ended with "come back later".
func (t *sitting) wantGoodbye(o *outcome, before []int) {
	t.stage.sleep(20 * time.Millisecond) // the pages read their last frame
	for i, p := range t.table.Pages {
		if n, code := p.Breaks(); n > before[i] && code != 1012 && code != 1001 {
			o.fault("%s was cut off with code %d instead of 1012", p.Name, code)
		}
	}
}

// filled: the disk has no room left, for a while, under load. Pushes are refused with a clear code, reading goes on, and
// when there is room again it goes on by itself.
func filled(s *stage) (*outcome, error) {
	o := &outcome{}
	dir := s.folder("data")
	if err := smallDisk(s, dir, "12m"); err != nil {
		return o, err
	}
	_, t, err := s.atHome(20)
	if err != nil {
		return o, err
	}
	var back crowd.Delays
	for range s.times(20) {
		s.wait(200*time.Millisecond, 800*time.Millisecond)
		took, err := t.fillOnce(o, dir)
		if err != nil {
			return o, err
		}
		back = append(back, took)
	}
	t.judge(o)
	if o.tally.Codes["storage_full"] == 0 {
		o.fault("the disk was never full")
	}
	o.note("first acknowledgement after room was made: p50 %d ms, worst %d ms; no restart",
		back.At(0.5).Milliseconds(), back.At(1).Milliseconds())
	return o, nil
}

func smallDisk(s *stage, dir, size string) error {
	if err := makeFolder(dir); err != nil {
		return err
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		return needs("root, for a small tmpfs", err)
	}
	s.later(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return nil
}

// fillOnce fills the disk, looks around, makes room and waits until something is acknowledged.
func (t *sitting) fillOnce(o *outcome, dir string) (time.Duration, error) {
	makeRoom, err := fillUp(dir)
	if err != nil {
		return 0, err
	}
	o.faults++
	t.stage.wait(300*time.Millisecond, 1200*time.Millisecond)
	ctx, done := t.stage.within(5 * time.Second)
	defer done()
	if _, err := t.table.ServerHash(ctx, t.house.door()); err != nil {
		o.fault("reading on a full disk: %v", err)
	}
	before := t.table.Ledger.Count().Acknowledged
	if err := makeRoom(); err != nil {
		return 0, err
	}
	took, err := t.acknowledged(before, 5*time.Second)
	if took > 2*time.Second {
		o.fault("after room was made it took %v until something was stored", took)
	}
	return took, err
}

// broken: the disk answers fsync with an I/O error. The server may acknowledge nothing any more and must end; what it
// acknowledged before is there at the next start.
func broken(s *stage) (*outcome, error) {
	o := &outcome{}
	house, t, err := s.atHome(20)
	if err != nil {
		return o, err
	}
	for range s.times(20) {
		s.wait(300*time.Millisecond, 1200*time.Millisecond)
		if err := t.breakOnce(o, house); err != nil {
			return o, err
		}
	}
	t.judge(o)
	return o, nil
}
