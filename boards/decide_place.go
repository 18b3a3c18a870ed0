package boards

import (
	"iter"
	"slices"
)

// orderAfter makes the key that puts a record behind another of its kind and parent (B11). One walk and no sorting, because
// a board may have thousands of loose notes.
func orderAfter(b *Board, r *Record, after string, has bool) string {
	low, high, last := "", "", ""
	if s := b.records[after]; has && s != nil && beside(s, r) {
		low = s.Str("order")
	}
	for s := range siblingsOf(b, r) {
		key := s.Str("order")
		if last = max(last, key); key > low && (high == "" || key < high) {
			high = key
		}
	}
	if low == "" && (!has || after != "") {
		return between(last, "")
	}
	return between(low, high)
}

// beside says whether two records of a kind hang at one place, or both nowhere. What is sealed stands beside nothing that its
// author alone can see: a key must not tell that it is there. Nor does a card of a subgroup stand beside what not all of them see.
func beside(s, r *Record) bool {
	parent := kindsByName[r.Kind].Parent
	seen := len(s.To) == 0 || (len(r.To) > 0 && !slices.ContainsFunc(r.To, func(person string) bool { return !s.SeenBy(person) }))
	return s.ID != r.ID && s.Kind == r.Kind && seen && s.Str(parent) == r.Str(parent)
}

func siblingsOf(b *Board, r *Record) iter.Seq[*Record] {
	near := b.byKind[r.Kind]
	if parent := r.Str(kindsByName[r.Kind].Parent); parent != "" {
		near = b.hanging[parent]
	}
	return func(yield func(*Record) bool) {
		for _, s := range near {
			if beside(s, r) && !yield(s) {
				return
			}
		}
	}
}

// holder gives the sibling that has this record's key, nil when the key is its own.
func holder(b *Board, r *Record) *Record {
	for s := range siblingsOf(b, r) {
		if s.Str("order") == r.Str("order") {
			return s
		}
	}
	return nil
}

func decideMove(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	r, no := target(b, op.ID, who)
	if no != nil {
		return nil, no
	}
	kind := kindsByName[r.Kind]
	if !kind.Ordered {
		return nil, refuse("not_allowed", "")
	}
	fields := Fields{}
	if op.Parent != "" && kind.Parent != "" && op.Parent != r.Str(kind.Parent) {
		fields[kind.Parent] = op.Parent
	}
	if no := mayMove(b, r, fields, who, kind); no != nil {
		return nil, no
	}
	fields["order"] = orderAfter(b, r.with(fields), op.After, op.HasAfter)
	return setEffect(b, r, fields, who, now)
}

// mayMove: the row of the kind says who may, and its parent must be one that it can hang on.
func mayMove(b *Board, r *Record, fields Fields, who Actor, kind *Kind) *Refusal {
	if no := row("move", r.Kind).allow(b, who, isTheirs(b, r, who), ""); no != nil {
		return no
	}
	if parent, moves := fields[kind.Parent]; moves {
		return kind.byName[kind.Parent].check(b, parent)
	}
	return nil
}
