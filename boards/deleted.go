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
	Record *Record `json:"record"`
	Who    string  `json:"who,omitempty"` // the person who deleted it; absent where that would name a hidden author
	At     int64   `json:"at"`            // Unix milliseconds
	With   int     `json:"with"`          // how many records went along
}

// Deletions lists what was deleted lately and this actor may bring back, the newest first: to who leads what anybody deleted, to
// everybody else what they deleted themselves, and their own cards that went along with something else.
func (b *Board) Deletions(who Actor) []Deleted {
	along := map[string]int{}
	for id, t := range b.gone {
		if t.With != id {
			along[t.With]++
		}
	}
	list := []Deleted{}
	for id, t := range b.gone {
		if !b.byItself(t, who) || b.At-t.At > tombstoneLife || kindsByName[t.Record.Kind] == nil || !b.mayRestore(t, who) {
			continue
		}
		list = append(list, Deleted{t.Record.public(), b.deleter(t), t.At, along[id]})
	}
	slices.SortFunc(list, func(x, y Deleted) int {
		return cmp.Or(cmp.Compare(y.At, x.At), cmp.Compare(x.Record.ID, y.Record.ID))
	})
	return list
}

// byItself says whether a deleted record stands on a line of its own: it did not go along with something this actor may bring back.
func (b *Board) byItself(t tombstone, who Actor) bool {
	root, there := b.gone[t.With]
	return t.With == t.Record.ID || !there || !b.mayRestore(root, who)
}

func (b *Board) mayRestore(t tombstone, who Actor) bool {
	return row("restore", t.Record.Kind).holds(b, who, t.of(who.Person))
}

// deleter gives who deleted something. People delete their own cards, so where authors are hidden it is not told.
func (b *Board) deleter(t tombstone) string {
	if kindsByName[t.Record.Kind].Veiled && t.Record.By == "" {
		return ""
	}
	return t.Who
}
