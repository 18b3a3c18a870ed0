package boards

import (
	"cmp"
	"maps"
	"slices"
)

// What one person gave to a board, and how they take it back.
//
// Words of your own (a kind that only its author writes: pain, note, quote …) go when you take them back, unless others built on
// them: something of somebody else hangs on it or refers to it, or it was voted on. What everybody writes at (steps, cells, fixes)
// belongs to the group. Both stay without a trace of who made them. After the reveal of a vote or a writing round nobody can tell
// any more what was yours, the server neither.

// Own is what a person gave, as far as the server can still tell.
type Own struct {
	Person *Record   // who they are here
	Shared []*Record // everybody sees these, though perhaps not by whom
	Sealed []*Record // in rounds that are open: seen by the author alone
	Voiced []*Record // revealed scores and claims: others see the department, the server can tell that they are yours
	Holds  []*Record // fixes that are theirs to do, whoever wrote them
}

// OwnOf collects what a person gave.
func OwnOf(b *Board, person string) Own {
	own := Own{Person: b.Get(person), Shared: []*Record{}, Sealed: []*Record{}, Voiced: []*Record{}, Holds: []*Record{}}
	for _, r := range b.sealedBy(person) {
		own.Sealed = append(own.Sealed, r.public())
	}
	voice := voiceOf(b, person)
	for _, r := range b.parentsFirst() {
		switch {
		case len(r.To) > 0 || r.Kind == "person":
		case b.Owner(r) == person:
			own.Shared = append(own.Shared, r)
		case voice != "" && r.Str("voice") == voice:
			own.Voiced = append(own.Voiced, r)
		}
		if len(r.To) == 0 && r.Str("owner_participant_id") == person {
			own.Holds = append(own.Holds, r)
		}
	}
	return own
}

func voiceOf(b *Board, person string) string {
	for _, r := range b.Hanging(person, "voice") {
		return r.Str("name")
	}
	return ""
}

// MayTakeBack says whether a person can take a record of theirs back for good.
func MayTakeBack(b *Board, r *Record, person string) bool {
	kind := kindsByName[r.Kind]
	if kind == nil || b.Owner(r) != person {
		return false
	}
	alone := len(r.To) == 1
	return alone || len(r.To) == 0 && row("set", kind.Name).May[RoleParticipant] == "own" && !builtOn(b, r, person)
}

// builtOn says whether somebody else's work stands on a record.
func builtOn(b *Board, r *Record, person string) bool {
	for _, other := range b.records {
		if other.ID != r.ID && other.Kind != "projector_state" && len(other.To) == 0 && b.Owner(other) != person && refersTo(other, r.ID) {
			return true
		}
	}
	return false
}

func refersTo(r *Record, id string) bool {
	for _, v := range r.Fields {
		switch v := v.(type) {
		case string:
			if v == id {
				return true
			}
		case []string:
			if slices.Contains(v, id) {
				return true
			}
		}
	}
	return false
}

// eraseOwn takes back what a person gave: one record (args: record), or everything and the person too. A facilitator stays, because
// a board needs one; whoever wants that gone deletes the board. The id is the person's.
func eraseOwn(a acting) ([]Effect, *Refusal) {
	person, no := a.record("person")
	if no != nil {
		return nil, no
	}
	if a.args.has("record") {
		return a.takeBack(a.board.Get(a.args.text("record")), person.ID)
	}
	var effects []Effect
	for _, r := range OwnOf(a.board, person.ID).Shared {
		effects = append(effects, a.deleteOrAnonymise(r, person.ID)...)
	}
	if person.Str("role") != RoleFacilitator {
		effects = append(effects, a.removalOf(person)...)
	} else {
		effects = append(effects, sealedGone(a.board, person.ID)...)
		for _, voice := range a.board.Hanging(person.ID, "voice") {
			effects = append(effects, Effect{E: "del", ID: voice.ID, To: voice.To})
		}
	}
	return append(effects, forgotten(person.ID)), nil
}

func (a acting) takeBack(r *Record, person string) ([]Effect, *Refusal) {
	switch {
	case r == nil || r.Kind == "person" || a.board.Owner(r) != person:
		return nil, refuse("not_found", "record")
	case !MayTakeBack(a.board, r, person):
		return nil, refuse("in_use", "record")
	}
	return append(deletion(a.board, r, Actor{}), forgotten(r.ID)), nil
}

// deleteOrAnonymise deletes a record, or takes its author away where others built on it.
func (a acting) deleteOrAnonymise(r *Record, person string) []Effect {
	if MayTakeBack(a.board, r, person) {
		return deletion(a.board, r, Actor{})
	}
	if r.By == "" {
		return nil // only the server knew, and forgets
	}
	nobodys := *r
	nobodys.By = ""
	return []Effect{{E: "put", Record: &nobodys}}
}

// removalOf takes a person off the board: keys, voice, what they had sealed, and their name wherever others wrote it. What they would do
// is nobody's again.
func (a acting) removalOf(person *Record) []Effect {
	effects := append(deletion(a.board, person, Actor{}), sealedGone(a.board, person.ID)...)
	for _, r := range a.board.Public() {
		if named := namesOf(r, person); len(named) > 0 {
			effects = append(effects, a.unnamed(r, named)...)
		}
	}
	for _, key := range a.board.All("key") { // the link to their fixes
		if len(namesOf(key, person)) > 0 {
			effects = append(effects, a.ended(key)...)
		}
	}
	return append(effects, a.namelessVoters(func(voter string) bool { return voter == person.ID })...)
}

// unnamed takes a name off a record, and what the kind's rule says goes with it. No rule keeps a name.
func (a acting) unnamed(r *Record, named Fields) []Effect {
	effects, no := setEffect(a.board, r, named, Actor{Role: RoleServer}, a.now)
	if no != nil {
		return []Effect{{E: "set", ID: r.ID, Fields: named}}
	}
	return effects
}

// namesOf gives the fields of a record that name a person, emptied.
func namesOf(r, person *Record) Fields {
	kind, named := kindsByName[r.Kind], Fields{}
	if kind == nil { // of a newer program
		return nil
	}
	for _, f := range kind.Fields {
		is := map[Type]string{Ref: person.ID, Text: person.Str("name")}[f.Type]
		if f.Person && is != "" && r.Str(f.Name) == is {
			named[f.Name] = nil
		}
	}
	return named
}

func sealedGone(b *Board, person string) (effects []Effect) {
	for _, r := range b.sealedBy(person) {
		if len(r.To) == 1 {
			effects = append(effects, Effect{E: "del", ID: r.ID, To: r.To})
		}
	}
	return effects
}

func forgotten(person string) Effect {
	return Effect{E: "forget", ID: person, To: []string{OnlyServer}}
}

// forget drops what the server alone still knew of a person: what they made where nobody sees authors, and deleted records of
// theirs that could have come back. Who is gone for good leaves no page behind either. Of a record it drops the author.
func (b *Board) forget(person string) {
	for id, owner := range maps.Clone(b.owners) {
		if owner == person || id == person {
			delete(b.owners, id)
			b.onUndo(func() { b.owners[id] = owner })
		}
	}
	b.unname(&Record{ID: person})
	for id, t := range maps.Clone(b.gone) {
		if cmp.Or(t.Record.By, t.Owner) == person || t.Who == person {
			b.dropTombstone(id)
		}
	}
	if b.records[person] != nil {
		return
	}
	for key, row := range maps.Clone(b.clients) {
		if len(key) > len(person) && key[:len(person)+1] == person+"\n" {
			delete(b.clients, key)
			b.onUndo(func() { b.clients[key] = row })
		}
	}
}

// Owns says whether a fix is this person's to do.
func Owns(b *Board, person string) bool {
	for _, fix := range b.byKind["fix"] {
		if person != "" && fix.Str("owner_participant_id") == person && len(fix.To) == 0 {
			return true
		}
	}
	return false
}
