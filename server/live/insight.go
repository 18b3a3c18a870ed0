package live

import (
	"bytes"
	"context"
	"runtime/debug"
	"time"

	"muntsaus/boards"
)

// insightPause is the least time between two computations of one board.
const insightPause = 250 * time.Millisecond

// insights is what is computed of the board, as it was told last.
type insights struct {
	due   alarm
	at    time.Time
	told  []byte // without its seq, to see whether anything changed
	frame []byte
}

// insightDue plans a computation after a shared entry.
func (r *Room) insightDue() {
	if r.rooms.Insight != nil && !r.insight.due.set {
		r.insight.due.in(max(insightPause-time.Since(r.insight.at), 0))
	}
}

func (r *Room) tellInsight() {
	r.insight.due.off()
	if !r.compute() {
		return
	}
	for m := range r.members {
		m.Send(r.insight.frame)
	}
}

// insightNow gives the frame for somebody who comes in; what just broke is not tried again for each of them.
func (r *Room) insightNow() []byte {
	if r.rooms.Insight != nil && r.insight.frame == nil && time.Since(r.insight.at) > insightPause {
		r.compute()
	}
	return r.insight.frame
}

// compute runs the insights and says whether they changed. Only `seq` may differ without anything having changed. When they
// cannot be computed the last ones stay.
func (r *Room) compute() bool {
	r.insight.at = time.Now()
	data := r.rooms.insightsOf(r.board)
	if len(data) == 0 {
		return false
	}
	told := data[bytes.IndexByte(data, ',')+1:]
	if r.insight.frame != nil && bytes.Equal(told, r.insight.told) {
		return false
	}
	r.insight.told = told
	r.insight.frame = append([]byte(`{"type":"insight",`), data[1:]...)
	return true
}

// insightsOf computes the insights of a board; nil when they break. They are read from what people made, so a fault in one must
// not end the room in which they make it: it is logged and counted, and the workshop goes on.
func (s *Rooms) insightsOf(b *boards.Board) (data []byte) {
	defer func() {
		if fault := recover(); fault != nil {
			data = nil
			s.happened(InsightBroke)
			s.Logger.Error("insights broke", "board", b.ID, "fault", fault, "stack", string(debug.Stack()))
		}
	}()
	return s.Insight(b)
}

// InsightOn computes the insights of a board that is in no room; nil when they break. This server must compute some.
func (s *Rooms) InsightOn(b *boards.Board) []byte { return s.insightsOf(b) }

// InsightOf computes the insights of a board now; nil when this server computes none, or cannot.
func (s *Rooms) InsightOf(ctx context.Context, id string) (data []byte, err error) {
	if s.Insight == nil {
		return nil, nil
	}
	err = s.View(ctx, id, func(b *boards.Board) { data = s.insightsOf(b) })
	return data, err
}
