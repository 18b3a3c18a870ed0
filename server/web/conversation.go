package web

import (
	"context"
	"errors"
	"sync"
	"time"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// conversation is what a page says and is told, one frame after the other, whatever way they travel: nothing here knows the connection.
type conversation struct {
	server   *Server
	member   *live.Member
	language string
	greeted  func() // a hello was good

	hidden bool // nobody looks at the page, as it said last

	mu     sync.Mutex
	room   *live.Room // nil before hello
	client string     // "" before hello
}

// quietFrame is what a `here` or `ping` counts as, in ops.
const quietFrame = 0.25

// take handles one text frame. What cannot be read is answered; it hurts nobody else.
func (c *conversation) take(data []byte) {
	object, no := boards.ParseFrame(data)
	if no != nil {
		c.unreadable()
		return
	}
	c.handle(object)
}

// handle does what a frame asks.
func (c *conversation) handle(object map[string]any) {
	kind, _ := object["type"].(string)
	switch {
	case kind == "hello":
		c.hello(object)
	case c.room == nil:
		c.member.End(live.CloseRefused, "say hello first")
	case kind == "push":
		c.push(object)
	case kind == "here":
		c.here(object)
	case kind == "ping":
		c.spend(quietFrame)
		c.member.Send(frame(map[string]any{"type": "pong", "now": c.server.Rooms.Moment().At}))
	default:
		c.unreadable()
	}
}

// page gives the id of the page; "" before hello.
func (c *conversation) page() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.client
}

// leave takes the page out of the room. Nobody speaks for it any more.
func (c *conversation) leave() {
	if c.room != nil {
		c.room.Leave(c.member)
	}
}

// survive keeps a fault on one line from ending the process.
func (c *conversation) survive() {
	if fault := recover(); fault != nil {
		c.server.logFault("a line broke", fault)
		c.member.End(live.CloseLater, "come back later")
	}
}

func (c *conversation) unreadable() {
	c.spend(1)
	c.member.Send(errorFrame("bad_request", c.language))
}

func (c *conversation) hello(object map[string]any) {
	h, err := readHello(object)
	if errors.Is(err, errVersion) {
		c.member.End(live.CloseReload, "another version, reload")
		return
	}
	if err != nil {
		c.unreadable()
		return
	}
	c.spend(1)
	if h.Language != "" {
		c.language = h.Language
	}
	room, err := c.server.Rooms.Enter(context.Background(), c.member, h)
	var no *boards.Refusal
	switch {
	case errors.As(err, &no):
		c.member.Send(errorFrame(no.Code, c.language))
		c.member.End(live.CloseLater, "come back later")
	case errors.Is(err, boards.ErrGone):
		c.member.End(live.CloseGone, "the board is gone")
	case err != nil:
		c.member.End(live.CloseLater, "come back later")
	default:
		c.mu.Lock()
		c.room, c.client = room, h.Client
		c.mu.Unlock()
		c.greeted()
	}
}

func (c *conversation) push(object map[string]any) {
	p, no := boards.DecodePush(object, c.client)
	c.spend(float64(max(len(p.Ops), 1)))
	switch {
	case no == nil:
		c.room.Push(c.member, p)
	case p.N > 0 && boards.ValidClient(p.Client):
		c.member.Send(live.RefusedFrame(p, no, 0, c.client, c.language))
	default:
		c.member.Send(errorFrame(no.Code, c.language))
	}
}

func (c *conversation) here(object map[string]any) {
	c.spend(quietFrame)
	w, err := readHere(object)
	if err != nil {
		c.member.Send(errorFrame("bad_request", c.language))
		return
	}
	if w.hidden != c.hidden {
		c.hidden = w.hidden
		c.room.Hide(c.member, w.hidden)
	}
	c.room.Here(c.member, w.at, w.field, w.typing)
}

// spend keeps the pace: who is too fast is read more slowly, who floods is closed.
func (c *conversation) spend(ops float64) {
	wait, flood := c.server.Rooms.Limits.Spend(c.member.Seat, ops, time.Now())
	if flood {
		c.member.End(live.CloseFlooding, "too many changes at once")
		return
	}
	if wait == 0 {
		return
	}
	select {
	case <-time.After(wait):
	case <-c.member.Done():
	}
}
