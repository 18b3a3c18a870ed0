package live

import (
	"bytes"
	"maps"
	"slices"

	"muntsaus/boards"
)

// An owner of fixes sits at no table: they are in no presence, no counter and no insight, and every frame they get is made of what
// boards.OwnerView shows. So nothing that is told to everybody can reach them.

// owner is what the page of an owner needs to know of the workshop: whose page it is, and of which.
type owner struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Language string `json:"language"`
	Date     string `json:"date,omitempty"`
	TimeZone string `json:"timeZone,omitempty"`
}

// told is what an owner was sent last, by record.
type told map[string][]byte

// showOwner welcomes an owner: always the whole of their view, which is small.
func (r *Room) showOwner(m *Member, h Hello) error {
	if r.owners[m] == nil && r.full(m) {
		return &boards.Refusal{Code: "full"}
	}
	if r.owners == nil {
		r.owners = map[*Member]told{}
	}
	records := r.board.OwnerView(m.Person)
	r.owners[m] = asTold(records)
	r.empty.off()
	shop := r.board.Workshop()
	head := r.head(m, h)
	head.You = you{Role: m.Role, Owner: &owner{r.board.OwnerName(m.Person), shop.Title, shop.Language, shop.Date, shop.TimeZone}}
	head.Mine, head.Own = []*boards.Record{}, []string{}
	open := encode(head)
	m.welcome(append(open[:len(open)-1], `,"records":`...), append(encode(append([]*boards.Record{}, records...)), '}'))
	return nil
}

func asTold(records []*boards.Record) told {
	known := told{}
	for _, r := range records {
		known[r.ID] = encode(r)
	}
	return known
}

// ownerLeft takes the screen of an owner out; false when it is none.
func (r *Room) ownerLeft(m *Member) bool {
	_, there := r.owners[m]
	delete(r.owners, m)
	if there && len(r.members)+len(r.waiting)+len(r.owners) == 0 {
		r.empty.in(r.rooms.Idle)
	}
	return there
}

// tellOwners brings a shared entry to each owner as what it changed for them: often nothing, but numbers have no holes.
func (r *Room) tellOwners(at int64) {
	for m, before := range r.owners {
		records := r.board.OwnerView(m.Person)
		now := asTold(records)
		entry := sharedEntry{r.board.Shared, at, changes(before, now, records)}
		r.owners[m] = now
		m.Send(entriesFrame(encode(entry), r.board.Tail))
	}
}

// changes are the effects that make one view of another, in the order of the view.
func changes(before, now told, records []*boards.Record) []boards.Effect {
	effects := []boards.Effect{}
	for _, r := range records {
		if !bytes.Equal(before[r.ID], now[r.ID]) {
			effects = append(effects, boards.Effect{E: "put", Record: r})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if now[id] == nil {
			effects = append(effects, boards.Effect{E: "del", ID: id})
		}
	}
	return effects
}
