package boards

import "slices"

// Keys come of each other: a link opens seats, a seat makes a personal link, which opens seats again. A seat lives as long as the link it
// came of, so that ending a link ends everything behind it. Each link opens a handful of seats, each person has a handful of links: more
// makes the oldest go, and nobody can fill a board with keys.
const (
	mostLinks = 5  // personal links of one person
	mostSeats = 10 // seats that came of one link
)

// seat makes a key with another one: a seat with a link, or a personal link with a seat. What made it must still be there: whoever was
// asked in one moment may be gone in the next. args: hash, use, by (the hash of the key that makes it).
func seat(a acting) ([]Effect, *Refusal) {
	by, use, hash := a.board.KeyOf(a.args.text("by")), a.args.text("use"), a.args.text("hash")
	switch {
	case by == nil:
		return nil, refuse("not_found", "by")
	case use != "seat" && use != "personal", (use == "seat") == (by.Str("use") == "seat"):
		return nil, refuse("bad_value", "use")
	}
	gone := a.displaced(by, use)
	if !bounded(by.Str("role")) && a.board.Count("key")-len(gone) >= keyKind.Limit {
		return nil, refuse("full", "key")
	}
	key := Fields{"hash": hash, "use": use, "role": by.Str("role"), "person_id": by.Fields["person_id"], "name": by.Fields["name"]}
	return append(gone, a.key(cameOf(by, key))), nil
}

// bounded says whether the keys of a role are few by themselves: those of one facilitator, of co-facilitators and of projectors. Their
// links always open a seat, however many keys the others made.
func bounded(role string) bool {
	return role == RoleFacilitator || role == RoleCoFacilitator || role == RoleScreen
}

// cameOf notes on a key which one made it and which link of the board was the first of them.
func cameOf(by *Record, fields Fields) Fields {
	fields["from"], fields["origin"] = by.ID, by.Fields["origin"]
	if use := by.Str("use"); use != "seat" && use != "personal" {
		fields["origin"] = use
	}
	for name, value := range fields {
		if value == nil {
			delete(fields, name)
		}
	}
	return fields
}

// key gives a fresh key. It may name a person who is only just being made, so it is not checked against the board.
func (a acting) key(fields Fields) Effect {
	key := &Record{ID: a.now.ID(), Kind: "key", At: a.now.At, To: []string{OnlyServer}, Fields: fields}
	return Effect{E: "put", Record: key, To: key.To}
}

// Links gives how many personal links somebody has.
func (b *Board) Links(person string) int { return len(b.links(person)) }

func (b *Board) links(person string) []*Record {
	return slices.DeleteFunc(b.Hanging(person, "key"), func(k *Record) bool { return k.Str("use") != "personal" })
}

// displaced gives the end of what goes when one more key is made: the oldest seats of a link, or the oldest links of a person with their
// seats. The link that the maker came by stays.
func (a acting) displaced(by *Record, use string) []Effect {
	rivals, most := a.seatsOf(by.ID), mostSeats
	if use == "personal" {
		most = mostLinks
		rivals = a.board.links(by.Str("person_id"))
	}
	over := len(rivals) - most + 1
	var effects []Effect
	for _, old := range rivals {
		if over > 0 && old.ID != by.Str("from") {
			effects = append(effects, a.ended(old)...)
			over--
		}
	}
	return effects
}

// seatsOf gives the seats that came of a link, oldest first.
func (a acting) seatsOf(link string) []*Record {
	other := func(k *Record) bool { return k.Str("use") != "seat" || k.Str("from") != link }
	return slices.DeleteFunc(inOrder(a.board.byKind["key"]), other)
}

// ended gives the end of a key and of the seats that came of it; of the co-facilitators' link those are people, who stay.
func (a acting) ended(key *Record) []Effect {
	effects := []Effect{{E: "del", ID: key.ID, To: key.To}}
	if key.Str("use") == RoleCoFacilitator {
		return effects
	}
	for _, seat := range a.seatsOf(key.ID) {
		effects = append(effects, Effect{E: "del", ID: seat.ID, To: seat.To})
	}
	return effects
}

// rekey makes a new link and ends the old one, with every personal link and every seat that came of it, except the seat that asks. A
// co-facilitator is a person, who stays until removed, with the seat they came in by. args: use, role, hash, keep? (the hash of the seat
// that asks).
func rekey(a acting) ([]Effect, *Refusal) {
	use, role, keep := a.args.text("use"), a.args.text("role"), a.args.textOr("keep", "")
	fields := Fields{"hash": a.args.text("hash"), "use": use, "role": role}
	gone := map[string]bool{}
	var effects []Effect
	for _, key := range inOrder(a.board.byKind["key"]) {
		if key.Str("use") == use && key.Str("person_id") != "" {
			fields["person_id"] = key.Str("person_id")
		}
		if !endsWith(key, use, role) {
			continue
		}
		for _, end := range a.ended(key) {
			if !gone[end.ID] && a.board.Get(end.ID).Str("hash") != keep {
				gone[end.ID] = true
				effects = append(effects, end)
			}
		}
	}
	return append(effects, a.key(fields)), nil
}

// endsWith says whether a key ends when the link of a use and role is renewed. Keys of before 2026-12 do not say what they came of: their
// role tells.
func endsWith(key *Record, use, role string) bool {
	alike := key.Str("role") == role
	switch key.Str("use") {
	case use:
		return true
	case "personal":
		return key.Str("origin") == use || alike && (role != RoleCoFacilitator || key.Str("from") == "")
	case "seat":
		return alike && role != RoleCoFacilitator
	}
	return false
}
