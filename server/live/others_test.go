package live

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/clocktest"
)

// beside is another node on the same log.
func beside(t *testing.T, log any, name string) *Rooms {
	t.Helper()
	type all interface {
		boards.Log
		boards.Shelf
		Wire
	}
	rooms := NewRooms(Options{Log: log.(all), Shelf: log.(all), Wire: log.(all), Moment: Now, Node: name})
	t.Cleanup(rooms.Close)
	return rooms
}

func comeIn(t *testing.T, rooms *Rooms, seat Seat, page string) (*Member, *Room) {
	t.Helper()
	m := newMember(seat)
	room, err := rooms.Enter(t.Context(), m, Hello{Client: page})
	must(t, err)
	return m, room
}

func TestPeopleOnOtherNodesAreSeen(t *testing.T) {
	_, log, seat := home(t, nil)
	one, two := beside(t, log, "one"), beside(t, log, "two")
	host, here := comeIn(t, one, seat, "page-a")
	screen := seat
	screen.Person = ""
	wall, far := comeIn(t, two, screen, "page-b")
	frame(t, wall, fmt.Sprintf(`"personId":%q,"online":true`, seat.Person)) // the room asked who is there
	must(t, one.Do(t.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(put("note-of-the-test-0001"), boards.Actor{Role: boards.RoleServer})
	}))
	frame(t, wall, "note-of-the-test-0001")
	here.Here(host, "note-of-the-test-0001", "text", true)
	frame(t, wall, `"at":"note-of-the-test-0001","field":"text","typing":true`)
	late, _ := comeIn(t, two, screen, "page-c") // who comes later is told the same
	frame(t, late, `"at":"note-of-the-test-0001"`)
	here.Leave(host)
	frame(t, wall, fmt.Sprintf(`"personId":%q,"online":false`, seat.Person))
	_ = far
}

func TestPeopleOfADeadNodeLeave(t *testing.T) {
	_, log, seat := home(t, nil)
	two := beside(t, log, "two")
	screen := seat
	screen.Person = ""
	wall, room := comeIn(t, two, screen, "page")
	log.Send(seat.Board, []byte(`{"node":"dead","people":[{"personId":"anna","online":true}]}`))
	frame(t, wall, `"personId":"anna","online":true`)
	room.send(command{look: func() {
		room.presence.others.nodes["dead"].at = time.Now().Add(-otherLife - time.Second) // as if so much time passed
		room.tellAll()
	}})
	frame(t, wall, `"personId":"anna","online":false`)
	log.Send(seat.Board, []byte("no message at all"))
	log.Send(seat.Board, []byte(`{"node":"dead","all":true,"people":[{"personId":"bram","online":true}]}`))
	frame(t, wall, `"personId":"bram","online":true`)
	room.stop(CloseLater)
}

// What is said of a record that not everybody may see crosses no wire, and if it does it leaves no trace.
func TestSealedRecordsCrossNoWire(t *testing.T) {
	_, log, seat := home(t, nil)
	var mu sync.Mutex
	var said strings.Builder
	defer log.Listen(seat.Board, func(message []byte) {
		mu.Lock()
		defer mu.Unlock()
		said.Write(message)
	})()
	one, two := beside(t, log, "one"), beside(t, log, "two")
	host, here := comeIn(t, one, seat, "page-a")
	screen := seat
	screen.Person = ""
	wall, _ := comeIn(t, two, screen, "page-b")
	frame(t, wall, `"online":true`)
	push := func(n int, op boards.Op) {
		here.Push(host, boards.Push{Client: "page-a", N: n, Ops: []boards.Op{op}})
		frame(t, host, fmt.Sprintf(`"acks":[%d]`, n))
	}
	push(1, boards.Op{Op: "act", Do: "open", ID: "round-of-the-test-01", Args: boards.Fields{"collect": "writing"}})
	push(2, put("sealed-of-the-test-1"))
	push(3, boards.Op{Op: "act", Do: "show", Args: boards.Fields{"view": "map"}})
	here.Here(host, "sealed-of-the-test-1", "text", true)
	log.Send(
		seat.Board,
		fmt.Appendf(nil, `{"node":"three","people":[{"personId":"eve","online":true,"at":"sealed-of-the-%s","typing":true}]}`, "test-1"),
	)
	told := frame(t, wall, `"personId":"eve"`)
	if strings.Contains(told, "sealed") || strings.Contains(told, "typing") {
		t.Errorf("the other node told %s", told)
	}
	board := seat.Board
	must(t, two.View(t.Context(), board, func(*boards.Board) {})) // everything before was handled
	here.Leave(host)
	frame(t, wall, fmt.Sprintf(`"personId":%q,"online":false`, seat.Person))
	mu.Lock()
	defer mu.Unlock()
	mine, _, _ := strings.Cut(said.String(), `"node":"three"`)
	if strings.Contains(mine, "sealed") || strings.Contains(mine, "typing") {
		t.Errorf("the wire carried %s", mine)
	}
}

// newerLog lets one node see entries of a program that is newer than itself.
type newerLog struct {
	boards.Log
}

func (l newerLog) Append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	newer := strings.Replace(string(data), fmt.Sprintf(`"v":%d`, boards.Version), fmt.Sprintf(`"v":%d`, boards.Version+1), 1)
	return l.Log.Append(ctx, board, epoch, after, []byte(newer))
}

// During a rolling restart an old node meets what a newer one wrote: it closes that board and guesses nothing.
func TestOlderNodeClosesANewerBoard(t *testing.T) {
	_, log, seat := home(t, nil)
	old := beside(t, log, "old")
	fresh := NewRooms(Options{Log: newerLog{log}, Shelf: log, Wire: log, Moment: Now, Node: "new"})
	t.Cleanup(fresh.Close)
	m, _ := comeIn(t, old, seat, "page")
	must(t, fresh.Do(t.Context(), seat.Board, func(_ *boards.Board, d *boards.Trial) *boards.Refusal {
		return d.Do(put("note-of-the-test-0001"), boards.Actor{Role: boards.RoleServer})
	}))
	select {
	case <-m.Done():
	case <-time.After(clocktest.Patience):
		t.Fatal("the older node goes on")
	}
	if code, _, _ := m.Ended(); code != CloseLater {
		t.Errorf("closed with %d", code)
	}
	for {
		data, shared, ok := m.Next()
		if !ok {
			break
		}
		if strings.Contains(string(data)+string(shared), "note-of-the-test-0001") {
			t.Error("the older node told what it cannot know")
		}
	}
	if err := old.View(t.Context(), seat.Board, func(*boards.Board) {}); err == nil {
		t.Error("the older node opened it again")
	} else {
		t.Log(err)
	}
}
