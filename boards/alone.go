package boards

import "slices"

// Some records are for their author alone until they are shown: what somebody writes to themselves (reflection), what somebody puts in a
// box that is opened later (anonymous_note). A kind says so with Alone; it may have a field that shows a record, Shows,
// or an act of its own.

// aloneNow says whether a new record of this kind is for its author alone.
func aloneNow(kind *Kind, r *Record, who Actor) bool {
	return kind.Alone && who.Role != RoleServer && who.Person != "" && (kind.Shows == "" || !r.Bool(kind.Shows))
}

// hides says whether records of a kind can be told to some only: they do not count for others (B8).
func (k *Kind) hides() bool {
	return k.Alone || slices.Contains(written, k.Name)
}

// mostAlone is how many records of a kind one person may have that nobody else sees.
const mostAlone = 100

// sealAlone puts a record before its author and nobody else.
func sealAlone(r *Record, author string) []Effect {
	r.By, r.To = "", []string{author}
	return []Effect{{E: "put", Record: r, To: r.To}}
}

// aloneOf gives how many records of a kind lie before their author alone.
func (b *Board) aloneOf(kind, person string) int {
	n := 0
	for _, r := range b.sealed[person] {
		if r.Kind == kind && r.To[0] == person {
			n++
		}
	}
	return n
}

// shownNow says whether the author shows a record that was theirs alone.
func shownNow(r, next *Record) bool {
	kind := kindsByName[r.Kind]
	return kind.Alone && kind.Shows != "" && len(r.To) > 0 && next.Bool(kind.Shows)
}

// showing puts a record that was its author's alone before everybody, under the same id. There is no way back: what was seen was seen.
func showing(b *Board, next *Record, who Actor) []Effect {
	kind, author, shown := kindsByName[next.Kind], next.To[0], *next
	if shown.To = nil; kind.namesAuthor(b, next) {
		shown.By = author
	}
	return created(kind, &shown, Actor{author, who.Role})
}

// namesAuthor says whether a record that its author shows names them.
func (k *Kind) namesAuthor(b *Board, r *Record) bool {
	return !k.Veiled || b.Workshop().AuthorVisible || k.Signed != "" && r.Bool(k.Signed)
}
