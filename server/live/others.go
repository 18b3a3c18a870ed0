package live

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// Wire carries between the nodes what is never stored: who is where. A message may get lost, and the room lives with that.
type Wire interface {
	// Send hands a message about a board to the other nodes. It never waits.
	Send(board string, message []byte)
	// Listen calls hear with what nodes send about a board, this one too, until stop. hear never waits.
	Listen(board string, hear func(message []byte)) (stop func())
}

const (
	otherPulse = 2 * time.Second  // every node says all of its own so often; typing lives longer
	otherLife  = 10 * time.Second // a node that is silent for so long is gone, and its people with it
	mostHeard  = 64               // messages that wait; what is too much is made good by the next pulse
)

// others is who is at the screens of other nodes, as those said last.
type others struct {
	heard  chan []byte
	untold map[string]bool // people of this node to tell the others about
	nodes  map[string]*otherNode
	pulse  alarm
	stop   func()
}

type otherNode struct {
	at     time.Time // when it was heard last
	people map[string]*place
}

// abroad is one message: what changed on a node since the last one, or all of it.
type abroad struct {
	Node   string       `json:"node"`
	All    bool         `json:"all,omitempty"`
	Ask    bool         `json:"ask,omitempty"` // a room opened and knows nobody yet
	People []herePerson `json:"people"`
}

// listen starts hearing the other nodes.
func (r *Room) listen() {
	o := &r.presence.others
	o.untold, o.nodes = map[string]bool{}, map[string]*otherNode{}
	if r.rooms.Wire == nil {
		return
	}
	o.heard = make(chan []byte, mostHeard)
	o.stop = r.rooms.Wire.Listen(r.id, func(message []byte) {
		select {
		case o.heard <- message:
		default:
		}
	})
	r.shout(abroad{Ask: true})
	o.pulse.in(otherPulse)
}

// unlisten says goodbye for everybody here.
func (r *Room) unlisten() {
	if o := &r.presence.others; o.stop != nil {
		o.stop()
		r.shout(abroad{All: true})
	}
}

func (r *Room) shout(message abroad) {
	message.Node = r.rooms.Node
	if message.People == nil {
		message.People = []herePerson{}
	}
	r.rooms.Wire.Send(r.id, encode(message))
}

// tellOthers sends what changed here since the last tick, as one message.
func (r *Room) tellOthers() {
	o := &r.presence.others
	if r.rooms.Wire != nil && len(o.untold) > 0 {
		r.shout(abroad{People: r.ownPlaces(slices.Sorted(maps.Keys(o.untold)))})
	}
	clear(o.untold)
}

// tellAll is the pulse: it heals what got lost, and its absence tells that a node died.
func (r *Room) tellAll() {
	o := &r.presence.others
	o.pulse.in(otherPulse)
	if len(r.presence.people) > 0 {
		r.shout(abroad{All: true, People: r.ownPlaces(slices.Sorted(maps.Keys(r.presence.people)))})
	}
	for name, node := range o.nodes {
		if time.Since(node.at) > otherLife {
			r.forgetNode(name)
		}
	}
}

func (r *Room) ownPlaces(people []string) []herePerson {
	list := make([]herePerson, 0, len(people))
	for _, person := range people {
		now := herePerson{Person: person}
		if p := r.presence.people[person]; p != nil {
			now = herePerson{person, true, p.at, p.field, !p.typing.IsZero()}
		}
		list = append(list, now)
	}
	return list
}

// hear takes a message of another node.
func (r *Room) hear(data []byte) {
	var message abroad
	if json.Unmarshal(data, &message) != nil || message.Node == "" || message.Node == r.rooms.Node {
		return
	}
	if message.Ask {
		r.tellAll()
		return
	}
	o := &r.presence.others
	node := o.nodes[message.Node]
	if node == nil {
		node = &otherNode{people: map[string]*place{}}
		o.nodes[message.Node] = node
	}
	node.at = time.Now()
	there := map[string]bool{}
	for _, p := range message.People {
		there[p.Person] = true
		r.heardOf(node, p)
	}
	for person := range node.people {
		if message.All && !there[person] {
			r.heardOf(node, herePerson{Person: person})
		}
	}
}

// heardOf holds a person of another node to the same rules as one of this node: a record that not everybody here may see
// leaves no trace (B8).
func (r *Room) heardOf(node *otherNode, now herePerson) {
	p := node.people[now.Person]
	if !now.Online {
		if p != nil {
			delete(node.people, now.Person)
			r.stirred(now.Person)
		}
		return
	}
	if p == nil {
		p = &place{}
		node.people[now.Person] = p
		r.stirred(now.Person)
	}
	if now.At != "" && !r.open(now.At) {
		return
	}
	typing := now.Typing && now.At != ""
	if p.at != now.At || p.field != now.Field || p.typing.IsZero() == typing {
		p.at, p.field, p.moved = now.At, now.Field, time.Now()
		r.stirred(now.Person)
	}
	p.typing = time.Time{}
	if typing {
		p.typing = time.Now().Add(typingLife)
		if !r.presence.expiry.set {
			r.presence.expiry.in(typingLife)
		}
	}
}

func (r *Room) forgetNode(name string) {
	for person := range r.presence.others.nodes[name].people {
		r.stirred(person)
	}
	delete(r.presence.others.nodes, name)
}
