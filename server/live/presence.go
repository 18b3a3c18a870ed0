package live

import (
	"maps"
	"slices"
	"time"
)

const typingLife = 6 * time.Second // typing ends by itself

// presence is who is where. It is never in the log, told as changes per tick, and only while something changes.
type presence struct {
	people  map[string]*place
	changed map[string]bool
	tick    alarm
	told    time.Time // the last tick
	expiry  alarm
	others  others // people on other nodes
}

// place is where one person is, in whichever of their screens they moved last.
type place struct {
	screens int
	by      *Member
	at      string
	field   string
	typing  time.Time // until when; zero = not typing
	moved   time.Time // when that was
}

type hereFrame struct {
	Type   string       `json:"type"`
	People []herePerson `json:"people"`
}

type herePerson struct {
	Person string `json:"personId"`
	Online bool   `json:"online"`
	At     string `json:"at,omitempty"`
	Field  string `json:"field,omitempty"`
	Typing bool   `json:"typing,omitempty"`
}

// here notes where somebody is. What not everybody may see is dropped without a trace (B8).
func (r *Room) here(m *Member, at, field string, typing bool) {
	p := r.presence.people[m.Person]
	if p == nil || m.hidden || !r.members[m] {
		return
	}
	if at != "" && !r.open(at) {
		return
	}
	until := time.Time{}
	if typing && at != "" {
		until = time.Now().Add(typingLife)
	}
	same := p.at == at && p.field == field && p.typing.IsZero() == until.IsZero()
	p.by, p.at, p.field, p.typing, p.moved = m, at, field, until, time.Now()
	if !until.IsZero() && !r.presence.expiry.set {
		r.presence.expiry.in(typingLife)
	}
	if !same {
		r.moved(m.Person)
	}
}

// open says whether everybody may see a record.
func (r *Room) open(id string) bool {
	record := r.board.Get(id)
	return record != nil && len(record.To) == 0
}

// hide takes a screen nobody looks at out of the presence, and in again.
func (r *Room) hide(m *Member, hidden bool) {
	if m.hidden == hidden || m.Person == "" || !r.members[m] {
		return
	}
	if hidden {
		r.went(m)
	}
	if m.hidden = hidden; !hidden {
		r.came(m)
	}
}

func (r *Room) came(m *Member) {
	p := r.presence.people[m.Person]
	if p == nil {
		p = &place{}
		r.presence.people[m.Person] = p
		r.moved(m.Person)
	}
	p.screens++
}

func (r *Room) went(m *Member) {
	p := r.presence.people[m.Person]
	if p == nil || m.hidden {
		return
	}
	p.screens--
	switch {
	case p.screens == 0:
		delete(r.presence.people, m.Person)
		r.moved(m.Person)
	case p.by == m && p.at != "":
		p.by, p.at, p.field, p.typing = nil, "", "", time.Time{}
		r.moved(m.Person)
	}
}

// moved plans to tell of somebody at a screen of this node, here and on the others.
func (r *Room) moved(person string) {
	r.presence.others.untold[person] = true
	r.stirred(person)
}

// stirred plans to tell the screens of this node.
func (r *Room) stirred(person string) {
	r.presence.changed[person] = true
	if !r.presence.tick.set {
		r.presence.tick.in(max(r.presencePace()-time.Since(r.presence.told), 0))
	}
}

// tellPresence sends what changed since the last tick; who missed some gets all of it.
func (r *Room) tellPresence() {
	r.presence.tick.off()
	r.presence.told = time.Now()
	r.tellOthers()
	changes := r.hereOf(slices.Sorted(maps.Keys(r.presence.changed)))
	clear(r.presence.changed)
	for m := range r.members {
		if m.sendPresence(changes) && m.refreshed() {
			m.sendPresence(r.allPresence())
		}
	}
}

func (r *Room) allPresence() []byte {
	all := map[string]bool{}
	for person := range r.presence.people {
		all[person] = true
	}
	for _, node := range r.presence.others.nodes {
		for person := range node.people {
			all[person] = true
		}
	}
	return r.hereOf(slices.Sorted(maps.Keys(all)))
}

func (r *Room) hereOf(people []string) []byte {
	frame := hereFrame{Type: "here", People: make([]herePerson, 0, len(people))}
	for _, person := range people {
		now := herePerson{Person: person}
		if p := r.placeOf(person); p != nil {
			now = herePerson{person, true, p.at, p.field, !p.typing.IsZero()}
		}
		frame.People = append(frame.People, now)
	}
	return encode(frame)
}

// placeOf gives where somebody is, of all nodes where they moved last; nil when they are nowhere.
func (r *Room) placeOf(person string) *place {
	found := r.presence.people[person]
	for _, node := range r.presence.others.nodes {
		if p := node.people[person]; p != nil && (found == nil || found.at == "" || p.at != "" && p.moved.After(found.moved)) {
			found = p
		}
	}
	return found
}

// expireTyping ends the typing of those who said nothing for a while.
func (r *Room) expireTyping() {
	r.presence.expiry.off()
	next := r.endTyping(r.presence.people, r.moved, 0)
	for _, node := range r.presence.others.nodes {
		next = r.endTyping(node.people, r.stirred, next)
	}
	if next > 0 {
		r.presence.expiry.in(next)
	}
}

// endTyping gives when the next one is due, or 0.
func (r *Room) endTyping(people map[string]*place, ended func(person string), next time.Duration) time.Duration {
	now := time.Now()
	for person, p := range people {
		left := p.typing.Sub(now)
		switch {
		case p.typing.IsZero():
		case left <= 0:
			p.typing = time.Time{}
			ended(person)
		case next == 0 || left < next:
			next = left
		}
	}
	return next
}
