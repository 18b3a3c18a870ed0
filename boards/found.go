package boards

import "fmt"

// Founder makes the first entry of a board: from a template or from an exported file. Everything it puts passes the same
// table as any other op.
type Founder struct {
	board  *Board
	now    Moment
	err    error
	places map[string]*place // kind and parent → the keys given there
	left   []LeftOut
}

// place is where ordered records stand beside each other. Founding keeps their keys, because looking through the siblings for each
// of thousands would take the square of them.
type place struct {
	taken map[string]bool
	last  string
}

// key gives the key of a record at its place: its own, when it is valid and nobody's, else one behind the last.
func (f *Founder) key(kind *Kind, r *Record) string {
	where := kind.Name + "\n" + r.Str(kind.Parent)
	at := f.places[where]
	if at == nil {
		at = &place{taken: map[string]bool{}}
		f.places[where] = at
	}
	key := r.Str("order")
	if !validKey(key) || at.taken[key] {
		key = between(at.last, "")
	}
	at.taken[key], at.last = true, max(at.last, key)
	return key
}

// Found starts a board with a fresh id and lineage.
func Found(id, epoch string, now Moment) *Founder {
	return &Founder{board: New(id, epoch), now: now, places: map[string]*place{}}
}

// Put makes a record of the server's making behind the ones of its kind, and gives its id. ref is its name in the template.
// A kind that only the server may see is put so.
func (f *Founder) Put(kind, ref string, fields Fields) string {
	record := &Record{ID: f.now.ID(), Kind: kind, At: f.now.At, Ref: ref, Fields: fields}
	f.Add(record)
	return record.ID
}

// Add puts a whole record, as an exported file holds it. A record that does not fit stops the founding.
func (f *Founder) Add(from *Record) {
	if f.err != nil {
		return
	}
	if no := f.add(from); no != nil {
		f.err = fmt.Errorf("boards: %s %s: %w", from.Kind, from.ID, no)
	}
}

func (f *Founder) add(from *Record) *Refusal {
	kind := kindsByName[from.Kind]
	switch {
	case kind == nil:
		return refuse("unknown_kind", from.Kind)
	case !validID(from.ID) || f.board.Get(from.ID) != nil:
		return refuse("bad_value", "id")
	case f.board.Count(kind.Name) >= kind.Limit:
		return refuse("full", kind.Name)
	}
	server := Actor{Role: RoleServer}
	r := newRecord(f.board, Op{ID: from.ID, Fields: from.Fields}, server, kind, f.now)
	r.By, r.Ref = from.By, from.Ref
	for _, name := range kind.asides() { // a file tells everybody
		delete(r.Fields, name)
	}
	if from.At > 0 {
		r.At = from.At
	}
	if no := checkFields(f.board, server, r, r.Fields, true); no != nil {
		return no
	}
	if no := settleRecord(f.board, nil, r, server, f.now); no != nil {
		return no
	}
	for name, v := range from.Fields {
		if v == nil { // somebody cleared it: no default, and nothing that a rule fills in
			delete(r.Fields, name)
		}
	}
	if kind.Ordered { // after the kind's rule, which may name the parent
		r.Fields["order"] = f.key(kind, r)
	}
	if kind.untold() {
		r.To = []string{OnlyServer}
	}
	f.board.replace(r.ID, r)
	return nil
}

// Board gives the founded board: at number 1, with everything in its first snapshot and an empty log behind it.
func (f *Founder) Board() (*Board, error) {
	for _, kind := range []string{"timer", "projector_state"} { // acts rely on them, and a file may lack them
		if f.board.Count(kind) == 0 {
			f.Put(kind, "", Fields{})
		}
	}
	if f.err != nil {
		return nil, f.err
	}
	f.board.Seq, f.board.Shared, f.board.At, f.board.SharedAt = 1, 1, f.now.At, f.now.At
	f.board.Chain = Chain([]byte(f.board.ID + f.board.Epoch))
	f.board.Tail = f.board.Chain
	return f.board, nil
}
