package main

import (
	"time"

	"muntsaus/bench/crowd"
	"muntsaus/server/clocktest"
)

// A board gets a new one after so many kills: so it stays as big as a workshop's.
const killsPerBoard = 40

// killed: kill -9 of the server at random moments under load, again and again on one folder.
func killed(s *stage) (*outcome, error) {
	o := &outcome{}
	house, err := s.cottage("data")
	if err != nil {
		return o, err
	}
	var back crowd.Delays
	for left := s.times(200); left > 0 && s.ctx.Err() == nil; left -= killsPerBoard {
		t, err := s.sit(house, 20)
		if err != nil {
			return o, err
		}
		for i := range min(left, killsPerBoard) {
			took, err := t.killOnce(o)
			if err != nil {
				return o, err
			}
			back = append(back, took)
			if i%10 == 9 {
				t.rest(o)
			}
		}
		t.judge(o)
		read, blind := t.archive.Seen()
		o.note("%d log entries replayed, %d forgotten before", read, blind)
	}
	o.note("listening again: p50 %d ms, worst %d ms", back.At(0.5).Milliseconds(), back.At(1).Milliseconds())
	return o, nil
}

// killOnce lets everybody work for a moment by chance, kills, reads the log from outside and starts the server again.
func (t *sitting) killOnce(o *outcome) (back time.Duration, err error) {
	house := t.house.(*cottage)
	t.stage.wait(30*time.Millisecond, 1200*time.Millisecond)
	house.kill()
	o.faults++
	ctx, done := t.stage.within(clocktest.Patience)
	defer done()
	if err := house.read(ctx, t.archive); err != nil {
		o.fault("the log cannot be read after a kill: %v", err)
	}
	return house.restarted()
}
