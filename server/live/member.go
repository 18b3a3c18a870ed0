package live

import (
	"sync"
)

// Seat says who sits behind a screen: taken from the key that opened the connection, never from a message (B6).
type Seat struct {
	Board  string
	Person string // "" for a projector
	Role   string
	Waits  bool   // at the door: sees nothing yet
	Key    string // hash of the seat; when the board no longer knows it, the screen is closed
}

// Close codes of the protocol.
const (
	CloseLater    = 1012 // come back later: the server stops or the room starts anew
	CloseGone     = 4001 // the seat is no longer valid, or the board is gone
	CloseRefused  = 4003 // not allowed
	CloseTooSlow  = 4008 // the outbox ran over; resume
	CloseReload   = 4009 // the page is of another version
	CloseFlooding = 4029 // ten times too fast
)

// maxOutbox is how many bytes may wait for one screen. A welcome is not counted: it is as big as the board.
const maxOutbox = 1 << 20

// Member is one connected screen. It holds what waits to be written, never the connection: only the writer of the
// connection touches that, so nothing can reach the socket of somebody else.
type Member struct {
	Seat

	client   string // page id; the room's goroutine writes and reads it
	language string // "nl" or "en", as the page said; "" = the board's
	entered  bool   // the room's goroutine alone
	hidden   bool   // nobody looks at it: its person is away here; the room's goroutine alone

	wake func() // somebody has to look: there is something to write, or the end has come. Answers at once

	mu     sync.Mutex
	tell   func(Event) // of what is dropped; nil before it is in a room
	queue  []outgoing
	bytes  int
	stale  bool // presence was dropped: the next presence it gets is all of it
	ended  bool
	code   int
	reason string
	done   chan struct{}
}

// outgoing is one frame. What many members get is one array, also when each has a head of its own before it.
type outgoing struct {
	data     []byte
	shared   []byte // follows data; nil when data is all of it
	counted  bool
	presence bool
}

// NewMember makes the member of a new connection. wake is called whenever Next has something and when Ended; it must not wait
// and must not call back.
func NewMember(seat Seat, wake func()) *Member {
	return &Member{Seat: seat, wake: wake, done: make(chan struct{})}
}

// Done is closed when the member has ended.
func (m *Member) Done() <-chan struct{} { return m.done }

// Next takes the oldest frame from the outbox: data, and what follows it in the same frame when that is not nil. Others
// have the same arrays, so nobody may change them.
func (m *Member) Next() (data, shared []byte, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.queue) == 0 {
		return nil, nil, false
	}
	f := m.queue[0]
	m.queue[0] = outgoing{}
	if m.queue = m.queue[1:]; len(m.queue) == 0 {
		m.queue = nil // the array goes with its last frame
	}
	if f.counted {
		m.bytes -= len(f.data)
	}
	return f.data, f.shared, true
}

// Ended says whether the connection must be closed, and with what.
func (m *Member) Ended() (code int, reason string, ended bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.code, m.reason, m.ended
}

// End closes the member; the first code counts. What waits is still written, except when it was too slow to take it.
func (m *Member) End(code int, reason string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.end(code, reason)
}

func (m *Member) end(code int, reason string) {
	if m.ended {
		return
	}
	m.ended, m.code, m.reason = true, code, reason
	close(m.done)
	m.wake()
}

// Send puts a frame in the outbox. It never waits.
func (m *Member) Send(data []byte) { m.put(outgoing{data: data, counted: true}) }

// welcome puts a frame in the outbox that does not count: it is as big as the board.
func (m *Member) welcome(head, shared []byte) { m.put(outgoing{data: head, shared: shared}) }

// sendPresence puts a frame in the outbox that may be dropped. It tells whether the member has to get all of it instead.
func (m *Member) sendPresence(data []byte) (stale bool) {
	m.mu.Lock()
	stale = m.stale
	m.mu.Unlock()
	if !stale {
		m.put(outgoing{data: data, counted: true, presence: true})
	}
	return stale
}

// refreshed notes that the member is about to get the whole presence again, if it has room for it.
func (m *Member) refreshed() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.bytes > maxOutbox/2 {
		return false
	}
	m.stale = false
	return true
}

func (m *Member) put(f outgoing) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.ended {
		return
	}
	if f.counted && m.bytes+len(f.data) > maxOutbox {
		m.dropPresence()
		m.dropped(DroppedPresence)
		if f.presence {
			m.stale = true
			return
		}
	}
	if f.counted && m.bytes+len(f.data) > maxOutbox {
		m.queue, m.bytes = nil, 0
		m.end(CloseTooSlow, "too slow, resume")
		m.dropped(DroppedScreen)
		return
	}
	m.queue = append(m.queue, f)
	if f.counted {
		m.bytes += len(f.data)
	}
	m.wake()
}

func (m *Member) dropped(what Event) {
	if m.tell != nil {
		m.tell(what)
	}
}

// entering says whom to tell of what is dropped.
func (m *Member) entering(tell func(Event)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tell = tell
}

// dropPresence makes room: who was where is the first thing to go.
func (m *Member) dropPresence() {
	kept := m.queue[:0:0]
	for _, f := range m.queue {
		if f.presence {
			m.bytes -= len(f.data)
			m.stale = true
			continue
		}
		kept = append(kept, f)
	}
	m.queue = kept
}
