package boards

import (
	"cmp"
	"slices"
)

// What was deleted and can still come back.

// of says whether a person may take this deletion back: who deleted, and the author of a card that went along with something
// else. What somebody deleted on purpose stays theirs to bring back.
func (t tombstone) of(person string) bool {
	author := cmp.Or(t.Record.By, t.Owner)
	return person != "" && (t.Who == person || (t.With != t.Record.ID && author == person))
}

// comingBack gives what returns with a record, parents first. A card that went along with its step comes back without it when
// the step stays away; nothing else can do without what it hangs on.
func (b *Board) comingBack(t tombstone) ([]*Record, *Refusal) {
	kind := kindsByName[t.Record.Kind]
	if kind == nil {
		return nil, refuse("not_found", "parent")
	}
	on := t.Record.Str(kind.Parent)
	switch {
	case on == "" || b.records[on] != nil:
		return b.deletedUnder(t), nil
	case t.With != t.Record.ID && slices.Contains(written, kind.Name):
		return []*Record{t.Record.with(Fields{kind.Parent: nil})}, nil
	}
	return nil, refuse("not_found", "parent")
}

// deletedUnder gives a deleted record with what hung on it and went with the same deletion.
func (b *Board) deletedUnder(t tombstone) []*Record {
	in := map[string]bool{t.Record.ID: true}
	return slices.DeleteFunc(b.deletedWith(t.With), func(r *Record) bool {
		in[r.ID] = in[r.ID] || in[r.Str(kindsByName[r.Kind].Parent)]
		return !in[r.ID]
	})
}

// Deleted is one deletion that can still be taken back.
type Deleted struct {
	Record *Record
	Who    string // the person who deleted it
	At     int64  // Unix milliseconds
	With   int    // how many records went along
}

// Deletions lists what people deleted lately and can still come back, the newest first.
func (b *Board) Deletions() []Deleted {
	along := map[string]int{}
	for id, t := range b.gone {
		if t.With != id {
			along[t.With]++
		}
	}
	list := []Deleted{}
	for id, t := range b.gone {
		if t.With == id && b.At-t.At <= tombstoneLife && kindsByName[t.Record.Kind] != nil {
			list = append(list, Deleted{t.Record.public(), t.Who, t.At, along[id]})
		}
	}
	slices.SortFunc(list, func(x, y Deleted) int {
		return cmp.Or(cmp.Compare(y.At, x.At), cmp.Compare(x.Record.ID, y.Record.ID))
	})
	return list
}
