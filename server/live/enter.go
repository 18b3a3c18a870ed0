package live

import (
	"slices"

	"muntsaus/boards"
)

// Hello is the first frame of a page.
type Hello struct {
	Client   string   // the page's id, new per load
	Since    *Since   // nil: send everything
	Clients  []string // older pages of the same person whose outbox this page carries
	Language string   // "nl", "en" or "" for the board's
}

// Since is what a page has seen already.
type Since struct {
	Epoch string
	Seq   uint64
	Tail  string // "" when the page does not know it
}

// enter welcomes a member: the board or what it missed, who is here, how far the round is, the insights.
func (r *Room) enter(m *Member, h Hello) error {
	if r.board.KeyOf(m.Key) == nil {
		m.End(CloseGone, "this seat is no longer valid")
		return nil
	}
	if m.Role == boards.RoleOwner {
		return r.showOwner(m, h)
	}
	if !m.entered && r.full(m) {
		return &boards.Refusal{Code: "full"}
	}
	m.client, m.language = h.Client, h.Language
	if r.board.Waiting(m.Person) {
		r.wait(m, h)
		return nil
	}
	r.seat(m)
	r.welcome(m, h)
	m.Send(r.allPresence())
	for _, frame := range r.ready.frames() {
		m.Send(frame)
	}
	if frame := r.insightNow(); frame != nil {
		m.Send(frame)
	}
	return nil
}

// full says whether there is no place for one more screen: in the room, or of this person.
func (r *Room) full(m *Member) bool {
	all := len(r.members) + len(r.waiting) + len(r.owners)
	return all >= r.rooms.MostScreens || m.Person != "" && len(r.people[m.Person]) >= r.rooms.MostScreensEach
}

func (r *Room) seat(m *Member) {
	if m.entered {
		return
	}
	m.entered = true
	m.entering(r.rooms.happened)
	r.members[m] = true
	r.size.Store(int32(len(r.members)))
	r.empty.off()
	if m.Person != "" {
		r.people[m.Person] = append(r.people[m.Person], m)
		r.came(m)
	}
}

func (r *Room) leave(m *Member) {
	if r.ownerLeft(m) || r.stopsWaiting(m) || !r.members[m] {
		return
	}
	delete(r.members, m)
	r.size.Store(int32(len(r.members)))
	r.people[m.Person] = slices.DeleteFunc(r.people[m.Person], func(other *Member) bool { return other == m })
	if len(r.people[m.Person]) == 0 {
		delete(r.people, m.Person)
	}
	r.went(m)
	if len(r.members)+len(r.owners) == 0 {
		r.empty.in(r.rooms.Idle)
	}
}

// welcome sends the board, or only what the page missed when it saw the same history until then.
func (r *Room) welcome(m *Member, h Hello) {
	head := r.head(m, h)
	parts, resumed := r.missed(h.Since)
	if !resumed {
		parts = r.picture.of(r.board)
	}
	name := `,"records":`
	if resumed {
		name = `,"entries":`
	}
	for i, part := range parts {
		head.More = i < len(parts)-1
		open := encode(head)
		m.welcome(append(open[:len(open)-1], name...), part)
	}
}

func (r *Room) missed(since *Since) (parts [][]byte, ok bool) {
	if since == nil || since.Epoch != r.board.Epoch {
		return nil, false
	}
	lines, ok := r.ring.since(since.Seq, since.Tail)
	if !ok {
		return nil, false
	}
	entries := make([][]byte, len(lines))
	for i, line := range lines {
		entries[i] = line.entry
	}
	return lists(entries), true
}

// head is what every frame of a welcome says.
func (r *Room) head(m *Member, h Hello) welcome {
	lastN, skipped := r.board.LastN(m.Person, h.Client)
	w := welcome{Type: "welcome", Epoch: r.board.Epoch, Seq: r.board.Shared, Tail: r.board.Tail, Now: r.rooms.Moment().At,
		You: r.you(m), LastN: lastN, Skipped: skipped, Mine: []*boards.Record{}, Own: []string{}}
	if m.Person != "" {
		w.Mine, w.Own = r.board.Mine(m.Person), r.board.OwnIDs(m.Person)
	}
	for _, client := range h.Clients {
		if w.LastNs == nil {
			w.LastNs = map[string]settled{}
		}
		n, skipped := r.board.LastN(m.Person, client)
		w.LastNs[client] = settled{n, skipped}
	}
	return w
}

func (r *Room) you(m *Member) you {
	y := you{Person: m.Person, Role: m.Role}
	if person := r.board.Get(m.Person); person != nil {
		y.Department = person.Str("department_id")
	}
	return y
}
