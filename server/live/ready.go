package live

import (
	"maps"
	"slices"
	"time"

	"muntsaus/boards"
)

// readyTick is fixed: when a number changes tells nothing about when somebody said so.
const readyTick = time.Second

// readiness tells how many are done with the open rounds, on a fixed tick and only when it changed.
type readiness struct {
	tick   alarm
	rounds map[string][]byte // open round → the frame told last; nil = none yet
}

// refresh looks which rounds are open after a shared entry.
func (d *readiness) refresh(b *boards.Board) {
	open := map[string][]byte{}
	for _, round := range b.All("round") {
		if round.Str("state") == "open" {
			open[round.ID] = d.rounds[round.ID]
		}
	}
	d.rounds = open
	switch {
	case len(open) == 0:
		d.tick.off()
	case !d.tick.set:
		d.tick.in(readyTick)
	}
}

// frames gives what was sent last, for somebody who comes in. It is not what is true now: that waits for the tick.
func (d *readiness) frames() [][]byte {
	var frames [][]byte
	for _, round := range slices.Sorted(maps.Keys(d.rounds)) {
		if d.rounds[round] != nil {
			frames = append(frames, d.rounds[round])
		}
	}
	return frames
}

func (r *Room) tellReady() {
	r.ready.tick.in(readyTick)
	for _, round := range slices.Sorted(maps.Keys(r.ready.rounds)) {
		done, of, away := boards.Readiness(r.board, round, func(person string) bool { return r.placeOf(person) != nil })
		frame := encode(ready{"ready", round, done, of, away})
		if string(frame) == string(r.ready.rounds[round]) {
			continue
		}
		r.ready.rounds[round] = frame
		for m := range r.members {
			m.Send(frame)
		}
	}
}
