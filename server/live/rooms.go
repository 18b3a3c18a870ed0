package live

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"muntsaus/boards"
)

// Reasons a room gives that are not refusals of the domain.
var (
	ErrStopping = errors.New("the server stops")
	ErrUnknown  = errors.New("it is not known whether this was stored")
	errClosed   = errors.New("the room closed")
	errBroke    = errors.New("it broke")
)

// Options are what rooms need from outside. Log, Shelf, Moment and Node must be set.
type Options struct {
	Log     boards.Log
	Shelf   boards.Shelf
	Wire    Wire                       // to the other nodes; nil: there are none
	Moment  func() boards.Moment       // time, ids and chance; tests give their own
	Node    string                     // names this process in entries, so that an unknown outcome can be settled
	Logger  *slog.Logger               // nil: the default one. Never gets contents
	Idle    time.Duration              // how long an empty room stays open; 0 = two minutes
	Insight func(*boards.Board) []byte // computes the insight object (JSON, `seq` first); nil: none is sent
	Keep    boards.Retention           // how long boards stay without use

	MostScreens     int // in one room; 0 = 1,200
	MostScreensEach int // of one person in one room; 0 = 50

	// For whoever counts; each may be nil and must answer at once.
	Stored   func(took time.Duration) // every append that succeeded
	Answered func(took time.Duration) // every push that is stored and told, since it was handed in
	Refuse   func(code string)        // every refused push
	Happened func(what Event)         // what went otherwise than hoped
}

// Rooms finds or opens the room of a board. There is one room per board and process.
type Rooms struct {
	Options
	Limits *Limits

	mu       sync.Mutex
	slots    map[string]*slot
	stopping bool
	poison   sync.Map // pushes that broke a room: refused from then on
}

// slot is the place of one room; ready is closed when it is open or failed to open.
type slot struct {
	ready chan struct{}
	room  *Room
	err   error
}

// NewRooms gives a house without open rooms.
func NewRooms(o Options) *Rooms {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Idle == 0 {
		o.Idle = 2 * time.Minute
	}
	o.MostScreens, o.MostScreensEach = cmp.Or(o.MostScreens, mostScreens), cmp.Or(o.MostScreensEach, mostScreensEach)
	return &Rooms{Options: o, Limits: NewLimits(), slots: map[string]*slot{}}
}

// Create puts a new board on the shelf; boards.ErrTaken when the join code is in use.
func (s *Rooms) Create(ctx context.Context, b *boards.Board, joinCode string) error {
	card := boards.Card{Board: b.ID, JoinCode: joinCode, Created: b.At}
	if err := s.Shelf.Claim(ctx, card, b.Snapshot()); err != nil {
		return fmt.Errorf("live: create: %w", err)
	}
	return nil
}

// Delete closes the room and removes the board for good. Its screens are told that it is gone.
func (s *Rooms) Delete(ctx context.Context, id string) error {
	free := s.hold(id, CloseGone)
	defer free()
	if err := s.Shelf.Delete(context.WithoutCancel(ctx), id); err != nil {
		return fmt.Errorf("live: delete: %w", err)
	}
	return nil
}

// hold ends the room of a board with a close code and keeps it shut until free is called.
func (s *Rooms) hold(id string, code int) (free func()) {
	closed := &slot{ready: make(chan struct{}), err: boards.ErrGone}
	close(closed.ready)
	s.mu.Lock()
	old := s.slots[id]
	s.slots[id] = closed
	s.mu.Unlock()
	if old != nil {
		if <-old.ready; old.room != nil {
			old.room.stop(code)
		}
	}
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.slots[id] == closed {
			delete(s.slots, id)
		}
	}
}

// Do runs one op of the server itself (somebody at the door) and waits until it is stored. A Refusal comes back as it
// is. fn may run several times and must do nothing but look at the board and make at most one op on the trial.
func (s *Rooms) Do(ctx context.Context, id string, fn func(*boards.Board, *boards.Trial) *boards.Refusal) error {
	return s.within(ctx, id, func(r *Room) error { return r.Do(ctx, fn) })
}

// View lets fn look at the board. fn must not keep the board; records it may keep.
func (s *Rooms) View(ctx context.Context, id string, fn func(*boards.Board)) error {
	return s.within(ctx, id, func(r *Room) error { return r.View(ctx, fn) })
}

// Enter brings a screen in and gives the room it is in. Frames come through the member's outbox.
func (s *Rooms) Enter(ctx context.Context, m *Member, h Hello) (room *Room, err error) {
	err = s.within(ctx, m.Board, func(r *Room) error { room = r; return r.Enter(ctx, m, h) })
	return room, err
}

// within finds the room, and finds it again when it closed in between.
func (s *Rooms) within(ctx context.Context, id string, do func(*Room) error) error {
	for range 3 {
		r, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		if err = do(r); !errors.Is(err, errClosed) {
			return err
		}
	}
	return &boards.Refusal{Code: "unavailable"}
}

func (s *Rooms) room(ctx context.Context, id string) (*Room, error) {
	s.mu.Lock()
	place := s.slots[id]
	switch {
	case s.stopping:
		s.mu.Unlock()
		return nil, ErrStopping
	case place == nil:
		place = &slot{ready: make(chan struct{})}
		s.slots[id] = place
		s.mu.Unlock()
		s.open(context.WithoutCancel(ctx), id, place)
	default:
		s.mu.Unlock()
	}
	select {
	case <-place.ready:
		return place.room, place.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// open loads a board and starts its goroutine. Who fails leaves no slot behind, so the next one tries again.
func (s *Rooms) open(ctx context.Context, id string, place *slot) {
	defer close(place.ready)
	room, err := s.loadSafely(ctx, id)
	s.mu.Lock()
	if err == nil && s.stopping {
		err = ErrStopping
	}
	if err != nil && s.slots[id] == place {
		delete(s.slots, id)
	}
	s.mu.Unlock()
	if err != nil {
		place.err = err
		return
	}
	room.slot, place.room = place, room
	go room.run()
}

// loadSafely opens a board; one that breaks while it is read fails like one that cannot be read.
func (s *Rooms) loadSafely(ctx context.Context, id string) (room *Room, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			s.happened(RoomBroke)
			s.Logger.Error("a board broke while it was opened", "board", id, "fault", fault, "stack", string(debug.Stack()))
			room, err = nil, errBroke
		}
	}()
	return load(ctx, s, id)
}

// forget takes a room that ended off the list; a newer one in its place stays.
func (s *Rooms) forget(r *Room) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.slots[r.id] == r.slot {
		delete(s.slots, r.id)
	}
}

// Count gives how many rooms are open and how many screens are in them.
func (s *Rooms) Count() (rooms, members int) {
	for _, r := range s.all() {
		rooms++
		members += int(r.size.Load())
	}
	return rooms, members
}

func (s *Rooms) all() []*Room {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []*Room
	for _, place := range s.slots {
		select {
		case <-place.ready:
			if place.room != nil {
				list = append(list, place.room)
			}
		default:
		}
	}
	return list
}

// Close ends all rooms; their screens are told to come back later. What was accepted is in the log already.
func (s *Rooms) Close() {
	s.mu.Lock()
	s.stopping = true
	var waiting []*slot
	for _, place := range s.slots {
		waiting = append(waiting, place)
	}
	s.mu.Unlock()
	for _, place := range waiting {
		<-place.ready
		if place.room != nil {
			place.room.halt(CloseLater)
		}
	}
	for _, place := range waiting {
		if place.room != nil {
			<-place.room.done
		}
	}
}
