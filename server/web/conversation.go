package web

import (
	"context"
	"errors"
	"time"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// What a page says on its line, one frame after the other. Nothing here knows the connection.

// quietFrame is what a `here` or `ping` counts as, in ops.
const quietFrame = 0.25

// take handles one text frame. What cannot be read is answered; it hurts nobody else.
func (l *line) take(data []byte) {
	object, no := boards.ParseFrame(data)
	if no != nil {
		l.unreadable()
		return
	}
	kind, _ := object["type"].(string)
	switch {
	case kind == "hello":
		l.hello(object)
	case l.room == nil:
		l.member.End(live.CloseRefused, "say hello first")
	case kind == "push":
		l.push(object)
	case kind == "here":
		l.here(object)
	case kind == "ping":
		l.spend(quietFrame)
		l.member.Send(frame(map[string]any{"type": "pong", "now": l.server.Rooms.Moment().At}))
	default:
		l.unreadable()
	}
}

func (l *line) unreadable() {
	l.spend(1)
	l.member.Send(errorFrame("bad_request", l.language))
}

func (l *line) hello(object map[string]any) {
	h, err := readHello(object)
	if errors.Is(err, errVersion) {
		l.member.End(live.CloseReload, "another version, reload")
		return
	}
	if err != nil {
		l.unreadable()
		return
	}
	l.spend(1)
	if h.Language != "" {
		l.language = h.Language
	}
	room, err := l.server.Rooms.Enter(context.Background(), l.member, h)
	var no *boards.Refusal
	switch {
	case errors.As(err, &no):
		l.member.Send(errorFrame(no.Code, l.language))
		l.member.End(live.CloseLater, "come back later")
	case errors.Is(err, boards.ErrGone):
		l.member.End(live.CloseGone, "the board is gone")
	case err != nil:
		l.member.End(live.CloseLater, "come back later")
	default:
		l.mu.Lock()
		l.room, l.client = room, h.Client
		l.mu.Unlock()
		l.extend()
	}
}

func (l *line) push(object map[string]any) {
	p, no := boards.DecodePush(object, l.client)
	l.spend(float64(max(len(p.Ops), 1)))
	switch {
	case no == nil:
		l.room.Push(l.member, p)
	case p.N > 0 && boards.ValidClient(p.Client):
		l.member.Send(live.RefusedFrame(p, no, 0, l.client, l.language))
	default:
		l.member.Send(errorFrame(no.Code, l.language))
	}
}

func (l *line) here(object map[string]any) {
	l.spend(quietFrame)
	w, err := readHere(object)
	if err != nil {
		l.member.Send(errorFrame("bad_request", l.language))
		return
	}
	if w.hidden != l.hidden {
		l.hidden = w.hidden
		l.room.Hide(l.member, w.hidden)
	}
	l.room.Here(l.member, w.at, w.field, w.typing)
}

// spend keeps the pace: who is too fast is read more slowly, who floods is closed.
func (l *line) spend(ops float64) {
	wait, flood := l.server.Rooms.Limits.Spend(l.member.Seat, ops, time.Now())
	if flood {
		l.member.End(live.CloseFlooding, "too many changes at once")
		return
	}
	if wait == 0 {
		return
	}
	select {
	case <-time.After(wait):
	case <-l.member.Done():
	}
}
