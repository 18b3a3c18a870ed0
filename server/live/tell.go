package live

import (
	"slices"
	"time"

	"muntsaus/boards"
)

// tell brings an entry that is in the log to the screens: to each author and person what is theirs alone, then the
// same bytes to all. writes are the pushes it settles on this node.
func (r *Room) tell(e boards.Entry, writes []write) {
	shared := r.remember(e)
	m := &mail{room: r, private: privates(e.Effects)}
	for _, w := range writes {
		w.settle(m)
	}
	m.post(shared != nil)
	if shared != nil {
		for member := range r.members {
			member.Send(shared)
		}
		r.tellOwners(e.At)
		r.ready.refresh(r.board)
		r.insightDue()
	}
	r.openDoor()
	if slices.ContainsFunc(e.Effects, func(f boards.Effect) bool {
		return f.E == "del" || (f.E == "set" && slices.Contains(f.To, boards.OnlyServer))
	}) {
		r.closeRevoked()
	}
}

// remember encodes what everybody may see, once, and keeps it for those who come back.
func (r *Room) remember(e boards.Entry) []byte {
	effects := boards.Shared(e.Effects)
	if len(effects) == 0 {
		return nil
	}
	entry := encode(sharedEntry{r.board.Shared, e.At, effects})
	if r.board.Sealing == r.board.Seq { // a round ended here: nobody resumes from before
		r.ring.restart(r.board.Shared, r.board.Tail)
	} else {
		r.ring.add(entry, r.board.Tail)
	}
	return entriesFrame(entry, r.board.Tail)
}

// closeRevoked closes the screens whose seat went, and sends those whose role changed through the door once more.
func (r *Room) closeRevoked() {
	for m := range r.owners {
		if r.board.KeyOf(m.Key) == nil {
			m.End(CloseGone, "this seat is no longer valid")
		}
	}
	for m := range r.members {
		switch key := r.board.KeyOf(m.Key); {
		case key == nil:
			m.End(CloseGone, "this seat is no longer valid")
		case key.Str("role") != m.Role:
			m.End(CloseLater, "your role changed, come back")
		}
	}
}

// privates gives per person the effects that are for them alone.
func privates(effects []boards.Effect) map[string][]boards.Effect {
	var mine map[string][]boards.Effect
	for _, f := range effects {
		for _, person := range f.To {
			if _, there := mine[person]; there || person == boards.OnlyServer {
				continue
			}
			if mine == nil {
				mine = map[string][]boards.Effect{}
			}
			mine[person] = boards.Private(effects, person)
		}
	}
	return mine
}

// mail collects the answers of one entry, so that a page that pushed ten times gets one `yours`.
type mail struct {
	room    *Room
	letters []*letter
	private map[string][]boards.Effect
}

// letter is one `yours`: the pushes of one page that the shared entry shows, or those that are for its person alone.
type letter struct {
	member *Member
	client string
	shared bool
	acks   []int
}

// answer notes the answer to one push; a refusal goes out at once.
func (m *mail) answer(p *pushing) {
	if no := p.verdict.Refusal; no != nil {
		if m.room.rooms.Refuse != nil {
			m.room.rooms.Refuse(no.Code)
		}
		p.member.Send(RefusedFrame(p.push, no, p.verdict.Op, p.member.client, m.room.languageOf(p.member)))
		return
	}
	if m.room.rooms.Answered != nil {
		m.room.rooms.Answered(time.Since(p.from))
	}
	for _, l := range m.letters {
		if l.member == p.member && l.client == p.push.Client && l.shared == p.verdict.Shared {
			l.acks = append(l.acks, p.push.N)
			return
		}
	}
	m.letters = append(m.letters, &letter{p.member, p.push.Client, p.verdict.Shared, []int{p.push.N}})
}

// post sends the letters. What is a person's alone goes with the first one, before anything shared, and to the person's
// other screens.
func (m *mail) post(shared bool) {
	told := map[*Member]bool{}
	slices.SortStableFunc(m.letters, func(a, b *letter) int { // alone first: it carries the effects
		return rank(a.shared) - rank(b.shared)
	})
	for _, l := range m.letters {
		frame := yours{Type: "yours", Acks: l.acks, Effects: []boards.Effect{}}
		if l.client != l.member.client {
			frame.Client = l.client
		}
		if l.shared {
			frame.Seq = &m.room.board.Shared
		}
		if !told[l.member] {
			told[l.member] = true
			frame.Effects = append(frame.Effects, m.private[l.member.Person]...)
		}
		l.member.Send(encode(frame))
	}
	var with *uint64 // what they wait for, so that both are seen at once
	if shared {
		with = &m.room.board.Shared
	}
	for person, effects := range m.private {
		for _, member := range m.room.people[person] {
			if !told[member] {
				member.Send(encode(yours{Type: "yours", Acks: []int{}, Seq: with, Effects: effects}))
			}
		}
	}
}

func rank(shared bool) int {
	if shared {
		return 1
	}
	return 0
}

// languageOf gives the language a page reads, else the board's.
func (r *Room) languageOf(m *Member) string {
	if m.language != "" {
		return m.language
	}
	return r.board.Workshop().Language
}
