package boards

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// stored is a board as a snapshot holds it.
type stored struct {
	V        int                  `json:"v"`
	ID       string               `json:"id"`
	Epoch    string               `json:"epoch"`
	Seq      uint64               `json:"seq"`
	At       int64                `json:"at"`
	Chain    string               `json:"chain"`
	Shared   uint64               `json:"shared"`
	SharedAt int64                `json:"sharedAt"`
	Tail     string               `json:"tail"`
	Sealing  uint64               `json:"sealing"`
	Records  []*Record            `json:"records"`
	Owners   map[string]string    `json:"owners"`
	Gone     map[string]tombstone `json:"gone"`
	Clients  map[string]clientRow `json:"clients"`

	Milestones []Milestone          `json:"milestones,omitempty"`
	Past       map[string][]earlier `json:"past,omitempty"`
}

// Snapshot gives the whole board at its present number. The recent past of texts is not in it: who typed on an older text
// is told `stale` and places the words anew.
func (b *Board) Snapshot() Snapshot {
	s := stored{Version, b.ID, b.Epoch, b.Seq, b.At, b.Chain, b.Shared, b.SharedAt, b.Tail, b.Sealing, b.parentsFirst(), b.owners, b.gone,
		b.clients, b.milestones, b.past}
	return Snapshot{Epoch: b.Epoch, Seq: b.Seq, Data: encode(s)}
}

// Open gives the board a snapshot holds.
func Open(s Snapshot) (*Board, error) {
	var from stored
	if err := json.Unmarshal(s.Data, &from); err != nil {
		return nil, fmt.Errorf("boards: broken snapshot: %w", err)
	}
	if from.V > Version {
		return nil, ErrNewer
	}
	b := New(from.ID, s.Epoch) // the log's word: a restored copy is another lineage with the same content
	b.Seq, b.At, b.Chain, b.Shared, b.Tail, b.Sealing = from.Seq, from.At, from.Chain, from.Shared, from.Tail, from.Sealing
	b.SharedAt = cmp.Or(from.SharedAt, from.At) // an older snapshot has none
	for _, r := range from.Records {
		b.index(r)
	}
	adopt(&b.owners, from.Owners)
	adopt(&b.gone, from.Gone)
	adopt(&b.clients, from.Clients)
	b.milestones = from.Milestones
	for id, list := range from.Past {
		b.setPast(id, list)
	}
	maps.DeleteFunc(b.gone, func(_ string, t tombstone) bool { return t.Record == nil })
	return b, nil
}

func adopt[V any](to *map[string]V, from map[string]V) {
	if from != nil {
		*to = from
	}
}

// parentsFirst gives all records in the order of a snapshot and a welcome: parents before what hangs on them.
func (b *Board) parentsFirst() []*Record {
	var list []*Record
	for _, kind := range kinds {
		list = append(list, b.All(kind.Name)...)
	}
	for _, name := range slices.Sorted(maps.Keys(b.byKind)) { // kinds of a newer program are kept, last
		if kindsByName[name] == nil {
			list = append(list, b.All(name)...)
		}
	}
	return list
}
