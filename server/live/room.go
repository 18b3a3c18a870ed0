package live

import (
	"context"
	"runtime/debug"
	"sync/atomic"
	"time"

	"muntsaus/boards"
)

const (
	mostWaiting     = 256  // commands in the queue of a room
	mostWrites      = 512  // pushes in one entry
	mostScreens     = 1200 // in one room
	mostScreensEach = 50   // of one person: a page that opens sockets without end takes nobody's place
)

// Room is one open board and everybody at it. All fields below `done` belong to its goroutine.
type Room struct {
	id    string
	rooms *Rooms
	slot  *slot
	size  atomic.Int32 // members, for the metrics
	in    chan command
	ends  chan int // close code: somebody wants this room closed
	bell  bell     // another node may have appended
	done  chan struct{}

	board     *boards.Board
	members   map[*Member]bool
	people    map[string][]*Member
	owners    map[*Member]told  // who has a link to their own fixes: they get those and nothing else
	waiting   map[*Member]Hello // who stands at the door until the facilitator lets them in
	ring      ring
	picture   picture
	presence  presence
	ready     readiness
	insight   insights
	keeping   keeping
	empty     alarm
	unfollow  func()
	wishes    []write // they wait until the next entry is due
	due       alarm   // when that is
	lastStore time.Time
	code      int    // not 0: the room ends with this close code
	deciding  string // the push that is being decided, in case it breaks the room
}

// command is a look at the board or a write. Looks run at once, writes together.
type command struct {
	look  func()
	write write
}

// write is a wish to change the board. It is decided on a trial, perhaps several times, and answered once.
type write interface {
	decide(r *Room, d *boards.Trial)
	settle(m *mail)            // the log has it, or it was refused
	fail(r *Room, code string) // the log has nothing of it; code "" = nobody knows
}

// Do runs one op of the server itself; see Rooms.Do.
func (r *Room) Do(ctx context.Context, fn func(*boards.Board, *boards.Trial) *boards.Refusal) error {
	do := &doing{fn: fn, reply: make(chan error, 1)}
	return r.ask(ctx, command{write: do}, do.reply)
}

// View lets fn look at the board between two entries.
func (r *Room) View(ctx context.Context, fn func(*boards.Board)) error {
	reply := make(chan error, 1)
	return r.ask(ctx, command{look: func() { answer(reply, func() error { fn(r.board); return nil }) }}, reply)
}

// Enter welcomes a screen, or welcomes it again.
func (r *Room) Enter(ctx context.Context, m *Member, h Hello) error {
	reply := make(chan error, 1)
	return r.ask(ctx, command{look: func() { answer(reply, func() error { return r.enter(m, h) }) }}, reply)
}

// answer runs what somebody waits for. When it breaks they hear so before the room starts anew: asked again it would break again.
func answer(reply chan<- error, do func() error) {
	defer func() {
		if fault := recover(); fault != nil {
			reply <- errBroke
			panic(fault)
		}
	}()
	reply <- do()
}

// Push hands in one gesture of a member. The answer comes through the outbox. It waits when the room is busy.
func (r *Room) Push(m *Member, p boards.Push) {
	r.send(command{write: &pushing{member: m, push: p, from: time.Now()}})
}

// Here tells where a member is. at is a record id or "".
func (r *Room) Here(m *Member, at, field string, typing bool) {
	r.send(command{look: func() { r.here(m, at, field, typing) }})
}

// Hide tells that nobody looks at a screen, or somebody does again: a phone in a pocket answers pings for minutes.
func (r *Room) Hide(m *Member, hidden bool) { r.send(command{look: func() { r.hide(m, hidden) }}) }

// Leave takes a member out.
func (r *Room) Leave(m *Member) { r.send(command{look: func() { r.leave(m) }}) }

func (r *Room) send(c command) bool {
	select {
	case r.in <- c:
		return true
	case <-r.done:
		return false
	}
}

// ask sends a command and waits for its reply. Who gives up waiting does not take the command back.
func (r *Room) ask(ctx context.Context, c command, reply chan error) error {
	if !r.send(c) {
		return errClosed
	}
	select {
	case err := <-reply:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-r.done:
	}
	select {
	case err := <-reply:
		return err
	default:
		return errClosed
	}
}

// halt asks the room to end with a close code; stop also waits for it.
func (r *Room) halt(code int) {
	select {
	case r.ends <- code:
	default: // it ends already
	}
}

func (r *Room) stop(code int) {
	r.halt(code)
	<-r.done
}

func (r *Room) run() {
	defer r.close()
	defer r.survive()
	r.upkeep() // a reveal that was interrupted is finished before anybody comes in
	r.mend()
	r.empty.in(r.rooms.Idle)
	for r.code == 0 {
		r.turn()
	}
}

func (r *Room) turn() {
	select {
	case c := <-r.in:
		r.take(c)
	case r.code = <-r.ends:
		r.finish()
	case <-r.bell.rings:
		r.wake()
	case <-r.due.C():
		r.storeAll()
	case <-r.presence.tick.C():
		r.tellPresence()
	case <-r.presence.expiry.C():
		r.expireTyping()
	case message := <-r.presence.others.heard:
		r.hear(message)
	case <-r.presence.others.pulse.C():
		r.tellAll()
	case <-r.ready.tick.C():
		r.tellReady()
	case <-r.insight.due.C():
		r.tellInsight()
	case <-r.keeping.again.C():
		r.upkeep()
	case <-r.empty.C():
		r.closeIfEmpty()
	}
}

// wake reads what another node appended. When somebody waits to write he goes first: a log that takes an entry, or refuses
// it, says by that what came before, and a node with a long way to its log need not go twice.
func (r *Room) wake() {
	last, before := r.bell.last(), r.board.Seq
	select {
	case c := <-r.in:
		r.take(c)
	default:
	}
	if r.code == 0 && r.board.Seq == before && last > before {
		r.catchUp()
	}
}

// closeIfEmpty ends a room that nobody was in for a while.
func (r *Room) closeIfEmpty() {
	r.empty.off()
	switch {
	case len(r.members)+len(r.waiting)+len(r.owners) > 0:
	case len(r.in)+len(r.wishes) > 0:
		r.empty.in(r.rooms.Idle)
	default:
		r.code = CloseLater
	}
}

// survive keeps a fault in one room from ending the others: the room starts anew from the log.
func (r *Room) survive() {
	if fault := recover(); fault != nil {
		r.code = CloseLater
		if r.deciding != "" {
			r.rooms.poison.Store(r.deciding, true)
		}
		r.rooms.happened(RoomBroke)
		r.rooms.Logger.Error("a room broke and starts anew", "board", r.id, "fault", fault, "stack", string(debug.Stack()))
	}
}

func (r *Room) close() {
	r.rooms.forget(r)
	if r.unfollow != nil {
		r.unfollow()
	}
	r.unlisten()
	reason := "come back later"
	if r.code == CloseGone {
		reason = "the board is gone"
	}
	for m := range r.waiting {
		m.End(r.code, reason)
	}
	for m := range r.owners {
		m.End(r.code, reason)
	}
	for m := range r.members {
		m.End(r.code, reason)
	}
	r.size.Store(0)
	close(r.done)
}
