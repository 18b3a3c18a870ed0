package boards

import (
	"errors"
	"fmt"
	"slices"
)

// Board is everything on one table: its records and what is needed to place the next op. It belongs to one goroutine.
type Board struct {
	ID    string
	Epoch string // lineage of its log; another epoch is another history
	Seq   uint64 // number of the last log entry
	At    int64  // time of the last log entry, Unix milliseconds
	Chain string // hash of the last log entry

	Shared   uint64 // number of shared entries: the `seq` that screens see (B8)
	SharedAt int64  // time of the last one: the only time that leaves the server (B8)
	Tail     string // hash over what was shared; a resuming screen shows it back

	Sealing uint64 // log number of the last round that ended: entries up to here must be forgotten

	records map[string]*Record
	byKind  map[string]map[string]*Record
	hanging map[string]map[string]*Record // parent id → what hangs on it
	sealed  map[string]map[string]*Record // person → the hidden records they see: their own, and their subgroup's
	keys    map[string]*Record            // hash → key
	owners  map[string]string             // who made it, where the author is hidden
	gone    map[string]tombstone
	clients map[string]clientRow
	texts   map[string]*textLog

	milestones  []Milestone
	past        map[string][]earlier // by record, the oldest first (history.go)
	earlierRows int

	undo *[]func() // set while a Trial is open: how to take everything back
}

// tombstone keeps a deleted record for a day (B13). With is the record whose deletion took this one along.
type tombstone struct {
	Record *Record `json:"record"`
	Owner  string  `json:"owner,omitempty"`
	With   string  `json:"with"`
	Who    string  `json:"who"`
	At     int64   `json:"at"`

	Freed []string `json:"freed,omitempty"` // what had been merged into it
}

// clientRow is what was settled for one page of one person (B4).
type clientRow struct {
	LastN   int   `json:"lastN"`
	Skipped []int `json:"skipped,omitempty"`
	At      int64 `json:"at"`
}

const (
	tombstoneLife = 24 * 3600 * 1000     // ms
	clientLife    = 7 * 24 * 3600 * 1000 // ms
	maxSkipped    = 200
)

// Reasons a log line cannot be taken.
var (
	ErrNewer  = errors.New("the entry was written by a newer program")
	ErrBroken = errors.New("the log does not fit together")
)

// New gives an empty board.
func New(id, epoch string) *Board {
	return &Board{
		ID: id, Epoch: epoch,
		records: map[string]*Record{}, byKind: map[string]map[string]*Record{}, hanging: map[string]map[string]*Record{},
		sealed: map[string]map[string]*Record{}, keys: map[string]*Record{}, owners: map[string]string{},
		gone: map[string]tombstone{}, clients: map[string]clientRow{}, texts: map[string]*textLog{}, past: map[string][]earlier{},
	}
}

// Take applies one line of the log: the next number, the right predecessor, a version we know.
func (b *Board) Take(line LogLine) (Entry, error) {
	e, err := DecodeEntry(line.Data)
	if err != nil {
		return e, err
	}
	if line.Seq != b.Seq+1 || e.Prev != b.Chain {
		return e, fmt.Errorf("%w: entry %d after %d", ErrBroken, line.Seq, b.Seq)
	}
	b.Apply(e)
	b.settle(e, line.Data)
	return e, nil
}

// settle moves the numbers on after an entry was applied.
func (b *Board) settle(e Entry, data []byte) {
	b.Seq++
	b.At = max(b.At, e.At)
	b.Chain = Chain(data)
	if shared := Shared(e.Effects); len(shared) > 0 {
		b.Shared, b.SharedAt = b.Shared+1, b.At
		b.Tail = Chain(append([]byte(b.Tail), encode(shared)...))
	}
	if unsealed(e.Effects) {
		b.Sealing = b.Seq
	}
	b.reach(e)
	if b.Seq%64 == 0 {
		b.expire()
	}
}

// unsealed says whether these effects end a round; what was sealed must then leave the log.
func unsealed(effects []Effect) bool {
	return slices.ContainsFunc(effects, func(f Effect) bool {
		return f.E == "forget" || f.E == "set" && (f.Fields["state"] == "revealed" || f.Fields["state"] == "cancelled")
	})
}

// Apply changes the board by the facts of an entry. It is total: what makes no sense any more changes nothing (B2).
func (b *Board) Apply(e Entry) {
	for _, f := range e.Effects {
		b.apply(f, e.At)
	}
	for _, m := range e.Marks {
		b.mark(m, e.At)
	}
}

func (b *Board) apply(f Effect, at int64) {
	switch f.E {
	case "put":
		if f.Record != nil {
			b.dropTombstone(f.Record.ID)
			b.replace(f.Record.ID, f.Record)
		}
	case "set":
		if old := b.records[f.ID]; old != nil {
			b.setFields(old, f)
		}
	case "text":
		if old := b.records[f.ID]; old != nil {
			b.setText(old, f)
		}
	case "del":
		b.remove(f, at)
	case "forget":
		b.forget(f.ID)
	case "own":
		if len(f.To) == 1 {
			b.setOwner(f.ID, f.To[0])
		}
	}
}

func (b *Board) setFields(old *Record, f Effect) {
	next := old.with(f.Fields)
	kind := kindsByName[old.Kind]
	for name := range f.Fields {
		if kind.isText(name) {
			b.remember(old, name, textChange{splices: spliceOf(old.Str(name), next.Str(name))})
		}
	}
	b.replace(old.ID, next)
}

func (b *Board) setText(old *Record, f Effect) {
	text, ok := applySplices(old.Str(f.Field), f.Splices)
	if !ok {
		return
	}
	b.remember(old, f.Field, textChange{splices: f.Splices, site: f.Site})
	b.replace(old.ID, old.with(Fields{f.Field: text}))
}

// remember keeps one change of a text field for those who typed on the text before it.
func (b *Board) remember(old *Record, field string, c textChange) {
	key, before := old.ID+"\n"+field, b.texts[old.ID+"\n"+field]
	next := &textLog{first: old.Version(field) + 1}
	if before != nil && before.last() == old.Version(field) { // else it is the past of an earlier record with this id
		next.first, next.changes = before.first, before.changes
	}
	next.changes = append(slices.Clip(next.changes), c)
	if over := len(next.changes) - window; over > 0 {
		next.first, next.changes = next.first+over, next.changes[over:]
	}
	b.texts[key] = next
	b.onUndo(func() { restore(b.texts, key, before, before != nil) })
}

func (b *Board) remove(f Effect, at int64) {
	old := b.records[f.ID]
	if old == nil {
		return
	}
	b.replace(f.ID, nil)
	b.unlearn(f, old)
	if old.Kind == "person" {
		b.unname(old)
	}
	if (len(old.To) == 0 || old.Kind == asideKind.Name) && f.Who != "" {
		b.bury(tombstone{Record: old, Owner: b.owners[f.ID], With: f.With, Who: f.Who, At: at, Freed: f.Freed})
	}
}

func (b *Board) bury(t tombstone) {
	id := t.Record.ID
	b.gone[id] = t
	b.onUndo(func() { delete(b.gone, id) })
}

func (b *Board) dropTombstone(id string) {
	if t, ok := b.gone[id]; ok {
		delete(b.gone, id)
		b.onUndo(func() { b.gone[id] = t })
	}
}

func (b *Board) setOwner(id, person string) {
	before, had := b.owners[id]
	b.owners[id] = person
	b.onUndo(func() { restore(b.owners, id, before, had) })
}

func (b *Board) mark(m Mark, at int64) {
	key := m.Person + "\n" + m.Client
	before, had := b.clients[key]
	row := clientRow{LastN: m.N, Skipped: slices.Clip(before.Skipped), At: at}
	for n := max(before.LastN+1, m.N-maxSkipped); n < m.N; n++ {
		row.Skipped = append(row.Skipped, n)
	}
	if over := len(row.Skipped) - maxSkipped; over > 0 {
		row.Skipped = row.Skipped[over:]
	}
	b.clients[key] = row
	b.onUndo(func() { restore(b.clients, key, before, had) })
}

// replace puts a record in the place of the one with that id, or takes it away (nil), in every index at once.
func (b *Board) replace(id string, next *Record) {
	old := b.records[id]
	b.remains(id, old, next)
	b.unindex(old)
	b.index(next)
	b.onUndo(func() { b.unindex(next); b.index(old) })
}

func (b *Board) index(r *Record) {
	if r == nil {
		return
	}
	b.records[r.ID] = r
	include(b.byKind, r.Kind, r)
	if kind := kindsByName[r.Kind]; kind != nil && kind.Parent != "" {
		include(b.hanging, r.Str(kind.Parent), r)
	}
	for _, person := range r.To {
		if person != OnlyServer {
			include(b.sealed, person, r)
		}
	}
	if r.Kind == "key" {
		b.keys[r.Str("hash")] = r
	}
}

func (b *Board) unindex(r *Record) {
	if r == nil {
		return
	}
	delete(b.records, r.ID)
	exclude(b.byKind, r.Kind, r)
	if kind := kindsByName[r.Kind]; kind != nil && kind.Parent != "" {
		exclude(b.hanging, r.Str(kind.Parent), r)
	}
	for _, person := range r.To {
		if person != OnlyServer {
			exclude(b.sealed, person, r)
		}
	}
	if r.Kind == "key" {
		delete(b.keys, r.Str("hash"))
	}
}

func include(index map[string]map[string]*Record, key string, r *Record) {
	if key == "" {
		return
	}
	if index[key] == nil {
		index[key] = map[string]*Record{}
	}
	index[key][r.ID] = r
}

func exclude(index map[string]map[string]*Record, key string, r *Record) {
	delete(index[key], r.ID)
	if len(index[key]) == 0 {
		delete(index, key)
	}
}

func (b *Board) onUndo(back func()) {
	if b.undo != nil {
		*b.undo = append(*b.undo, back)
	}
}

func restore[V any](m map[string]V, key string, before V, had bool) {
	if had {
		m[key] = before
	} else {
		delete(m, key)
	}
}
