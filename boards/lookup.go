package boards

// Reading a board: what lives on it, in the one order of records.

import (
	"cmp"
	"slices"
	"strings"
)

// Get gives a living record, nil when there is none.
func (b *Board) Get(id string) *Record { return b.records[id] }

// Count gives how many living records of a kind there are.
func (b *Board) Count(kind string) int { return len(b.byKind[kind]) }

// All gives the living records of a kind in their order.
func (b *Board) All(kind string) []*Record { return inOrder(b.byKind[kind]) }

// Shown gives the living records of a kind that everybody may see, in their order. What is computed of a board and what leaves
// it reads these.
func (b *Board) Shown(kind string) []*Record {
	return slices.DeleteFunc(b.All(kind), func(r *Record) bool { return len(r.To) > 0 })
}

// Hanging gives the records of a kind that hang on another, in their order.
func (b *Board) Hanging(on, kind string) []*Record {
	mine := map[string]*Record{}
	for id, r := range b.hanging[on] {
		if r.Kind == kind {
			mine[id] = r
		}
	}
	return inOrder(mine)
}

// Owner gives the person who made a record, also where nobody may know.
func (b *Board) Owner(r *Record) string {
	switch {
	case r.Kind == "person":
		return r.ID
	case len(r.To) > 0 && r.To[0] != OnlyServer:
		return r.To[0]
	case r.By != "":
		return r.By
	}
	return b.owners[r.ID]
}

// Workshop gives the board's own record as a struct; empty before there is one.
func (b *Board) Workshop() Workshop {
	if r := b.one("board"); r != nil {
		return Read[Workshop](r)
	}
	return Workshop{}
}

// one gives the single record of a kind that exists once per board.
func (b *Board) one(kind string) *Record {
	for _, r := range b.byKind[kind] {
		return r
	}
	return nil
}

// KeyOf finds the key with this hash; nil when it was never made or revoked.
func (b *Board) KeyOf(hash string) *Record { return b.keys[hash] }

func inOrder(set map[string]*Record) []*Record {
	list := make([]*Record, 0, len(set))
	for _, r := range set {
		list = append(list, r)
	}
	slices.SortFunc(list, inPlace)
	return list
}

// inPlace is the one order of records everywhere: key, then time, then id.
func inPlace(a, b *Record) int {
	return cmp.Or(strings.Compare(a.Str("order"), b.Str("order")), cmp.Compare(a.At, b.At), strings.Compare(a.ID, b.ID))
}
