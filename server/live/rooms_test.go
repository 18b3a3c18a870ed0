package live

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/template"
	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
)

// home is rooms over a log in memory, with one board in it.
func home(t *testing.T, set func(*Options)) (*Rooms, *oplog.Memory, Seat) {
	t.Helper()
	log := oplog.NewMemory()
	o := Options{Log: log, Shelf: log, Moment: Now, Node: "node"}
	if set != nil {
		set(&o)
	}
	rooms := NewRooms(o)
	t.Cleanup(rooms.Close)
	now := Now()
	seat := Seat{Board: now.ID(), Role: boards.RoleFacilitator, Key: Hash("seat")}
	board, host, err := template.Found(
		seat.Board,
		now.ID(),
		template.Wish{Template: "blank", Agenda: "2h", Language: "nl", JoinCode: "CODE22",
			Keys: []template.Key{{Use: "seat", Role: seat.Role, Hash: seat.Key, Mine: true}}},
		now,
	)
	must(t, err)
	must(t, rooms.Create(t.Context(), board, "CODE22"))
	seat.Person = host
	return rooms, log, seat
}

var bells sync.Map // member → channel that holds something after a wake

func newMember(seat Seat) *Member {
	bell := make(chan struct{}, 1)
	m := NewMember(seat, func() {
		select {
		case bell <- struct{}{}:
		default:
		}
	})
	bells.Store(m, bell)
	return m
}

func bellOf(m *Member) chan struct{} {
	bell, _ := bells.Load(m)
	return bell.(chan struct{})
}

// frame waits for the next frame that holds a text.
func frame(t *testing.T, m *Member, part string) string {
	t.Helper()
	deadline := time.After(clocktest.Patience)
	for {
		for {
			data, shared, ok := m.Next()
			if !ok {
				break
			}
			if text := string(data) + string(shared); strings.Contains(text, part) {
				return text
			}
		}
		select {
		case <-bellOf(m):
		case <-deadline:
			t.Fatalf("no frame with %s", part)
		}
	}
}

func put(id string) boards.Op {
	return boards.Op{Op: "put", Kind: "note", ID: id, Fields: boards.Fields{"text": "dag"}}
}

func TestSnapshotsKeepOpeningShort(t *testing.T) {
	rooms, log, seat := home(t, nil)
	for n := range saveEvery + 20 {
		must(t, rooms.Do(t.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
			return d.Do(put(fmt.Sprintf("note-of-the-test-%04d", n)), boards.Actor{Role: boards.RoleServer})
		}))
	}
	snapshot, err := log.Load(t.Context(), seat.Board)
	must(t, err)
	if snapshot.Seq < saveEvery {
		t.Fatalf("the newest snapshot is at %d", snapshot.Seq)
	}
	var before, after string
	see := func(into *string) {
		must(t, rooms.View(t.Context(), seat.Board, func(b *boards.Board) { *into = string(b.Snapshot().Data) }))
	}
	see(&before)
	room, err := rooms.room(t.Context(), seat.Board)
	must(t, err)
	room.stop(CloseLater)
	if see(&after); before != after {
		t.Fatal("the board came back different")
	}
}

func TestEmptyRoomCloses(t *testing.T) {
	rooms, _, seat := home(t, func(o *Options) { o.Idle = 20 * time.Millisecond })
	m := newMember(seat)
	room, err := rooms.Enter(t.Context(), m, Hello{Client: "page"})
	must(t, err)
	room.Leave(m)
	select {
	case <-room.done:
	case <-time.After(clocktest.Patience):
		t.Fatal("the room is still open")
	}
	if n, members := rooms.Count(); n != 0 || members != 0 {
		t.Fatalf("%d rooms, %d members", n, members)
	}
	must(t, rooms.View(t.Context(), seat.Board, func(*boards.Board) {}))
}

func TestPushThatBreaksARoomBreaksItOnce(t *testing.T) {
	var breaks atomic.Bool
	rooms, _, seat := home(t, func(o *Options) {
		o.Moment = func() boards.Moment {
			now := Now()
			if breaks.Load() {
				now.ID = func() string { panic("a fault of the test") }
			}
			return now
		}
	})
	enter := func() (*Member, *Room) {
		m := newMember(seat)
		room, err := rooms.Enter(t.Context(), m, Hello{Client: "page"})
		must(t, err)
		return m, room
	}
	m, room := enter()
	fix := func(id string) boards.Op {
		return boards.Op{Op: "put", Kind: "fix", ID: id, Fields: boards.Fields{"text": "Bel de klant terug"}}
	}
	room.Push(m, boards.Push{Client: "page", N: 1, Ops: []boards.Op{fix("fix-of-the-test-00001"), fix("fix-of-the-test-00002")}})
	frame(t, m, `"acks":[1]`)
	breaks.Store(true)
	breaking := boards.Push{Client: "page", N: 2, Ops: []boards.Op{{Op: "act", Do: "open", ID: "round-of-the-test-01",
		Args: map[string]any{"collect": "vote", "item_ids": []string{"fix-of-the-test-00001", "fix-of-the-test-00002"}}}}}
	room.Push(m, breaking)
	<-m.Done()
	if code, _, _ := m.Ended(); code != CloseLater {
		t.Fatalf("closed with %d", code)
	}
	m, room = enter()
	room.Push(m, breaking) // the page hands it in again, as it must
	frame(t, m, `"refused"`)
	room.Push(m, boards.Push{Client: "page", N: 3, Ops: []boards.Op{put("note-of-the-test-0003")}})
	frame(t, m, `"acks":[3]`)
}

func TestResumeOverManyEntries(t *testing.T) {
	var r ring
	r.restart(10, "t10")
	for n := 11; n <= 10+ringEntries+5; n++ {
		r.add([]byte("e"), fmt.Sprint("t", n))
	}
	for _, c := range []struct {
		seq  uint64
		tail string
		n    int
	}{{10, "", -1}, {14, "", -1}, {15, "t15", ringEntries}, {15, "", ringEntries}, {15, "t14", -1}, {2015, "t2015", 0}, {2014, "t2014", 1}, {2016, "", -1}} {
		lines, ok := r.since(c.seq, c.tail)
		if ok != (c.n >= 0) || (ok && len(lines) != c.n) {
			t.Errorf("since %d %q: %d lines, %v", c.seq, c.tail, len(lines), ok)
		}
	}
}

func TestOutboxDropsPresenceFirst(t *testing.T) {
	m := newMember(Seat{})
	half := make([]byte, maxOutbox/2)
	m.welcome(make([]byte, 2*maxOutbox), nil)
	m.sendPresence(half)
	m.Send(half)
	if _, _, ended := m.Ended(); ended {
		t.Fatal("closed although there was room")
	}
	m.Send(half)
	if _, _, ended := m.Ended(); ended {
		t.Fatal("closed although presence could be dropped")
	}
	if !m.sendPresence([]byte("x")) {
		t.Fatal("it should be told all of the presence")
	}
	m.Send([]byte("x"))
	if code, _, ended := m.Ended(); !ended || code != CloseTooSlow {
		t.Fatalf("ended %v with %d", ended, code)
	}
}

func TestPaceOfASeat(t *testing.T) {
	l, now := NewLimits(), time.Now()
	seat, other := Seat{Key: "seat"}, Seat{Key: "other"}
	for range int(seatPace.Burst) {
		if wait, flood := l.Spend(seat, 1, now); wait != 0 || flood {
			t.Fatal("slowed within the burst")
		}
	}
	if wait, _ := l.Spend(seat, 1, now); wait != 50*time.Millisecond {
		t.Fatalf("one over: %v", wait)
	}
	if wait, _ := l.Spend(other, 1, now); wait != 0 {
		t.Fatal("somebody else was slowed")
	}
	if wait, _ := l.Spend(seat, 20, now.Add(time.Second)); wait == 0 || wait > 60*time.Millisecond {
		t.Fatalf("a second later: %v", wait)
	}
	if _, flood := l.Spend(seat, floodBursts*seatPace.Burst+1, now.Add(time.Second)); !flood {
		t.Fatal("flooding went unnoticed")
	}
}

// D6: many seats of one person are together no faster than two of them; a fresh page or a fresh seat pays for nothing.
func TestD6PaceOfAPersonOverTheirSeats(t *testing.T) {
	l, now := NewLimits(), time.Now()
	seats := func(person string, n int) Seat {
		return Seat{Board: "board", Person: person, Key: fmt.Sprint(person, n)}
	}
	free := 0
	for n := range 45 {
		for range 10 {
			if wait, _ := l.Spend(seats("ann", n), 1, now); wait == 0 {
				free++
			}
		}
	}
	if free != int(personPace.Burst) {
		t.Errorf("%d ops went through at once", free)
	}
	if wait, _ := l.Spend(seats("bob", 1), 1, now); wait != 0 {
		t.Error("somebody else was slowed")
	}
	elsewhere := Seat{Board: "another", Person: "ann", Key: "ann at another board"}
	if wait, _ := l.Spend(elsewhere, 1, now); wait != 0 {
		t.Error("the same id at another board was slowed")
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
