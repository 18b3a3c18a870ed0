package live

import (
	"bytes"
	"context"
	"time"

	"muntsaus/boards"
)

// sightPause is the least time between two computations of one board.
const sightPause = 250 * time.Millisecond

// sight is what is computed of the board, as it was told last.
type sight struct {
	due   alarm
	at    time.Time
	told  []byte // without its seq, to see whether anything changed
	frame []byte
}

// sightDue plans a computation after a shared entry.
func (r *Room) sightDue() {
	if r.rooms.Sight != nil && !r.sight.due.set {
		r.sight.due.in(max(sightPause-time.Since(r.sight.at), 0))
	}
}

func (r *Room) tellSight() {
	r.sight.due.off()
	if !r.compute() {
		return
	}
	for m := range r.members {
		m.Send(r.sight.frame)
	}
}

// sightNow gives the frame for somebody who comes in.
func (r *Room) sightNow() []byte {
	if r.rooms.Sight != nil && r.sight.frame == nil {
		r.compute()
	}
	return r.sight.frame
}

// compute runs the insights and says whether they changed. Only `seq` may differ without anything having changed.
func (r *Room) compute() bool {
	r.sight.at = time.Now()
	data := r.rooms.Sight(r.board)
	told := data[bytes.IndexByte(data, ',')+1:]
	if r.sight.frame != nil && bytes.Equal(told, r.sight.told) {
		return false
	}
	r.sight.told = told
	r.sight.frame = append([]byte(`{"type":"insight",`), data[1:]...)
	return true
}

// Insight computes the insights of a board now; nil when this server computes none.
func (s *Rooms) Insight(ctx context.Context, id string) (data []byte, err error) {
	if s.Sight == nil {
		return nil, nil
	}
	err = s.View(ctx, id, func(b *boards.Board) { data = s.Sight(b) })
	return data, err
}
