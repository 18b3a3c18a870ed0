package boards

import (
	"maps"
	"slices"
	"strings"
)

// A field that is told to some alone, although everybody sees its record (a tag says `aside`): what it says lies in a record of its own,
// kept by the server, and is told to those people as if it stood in the record.

// Aside is what one such field says.
type Aside struct {
	RecordID string `field:"record_id,max=40"`
	Field    string `field:"field,max=40"`
	Text     string `field:"text,max=2000"`
}

// Parent is the record it is about: it is deleted with that.
var asideKind = define[Aside](Kind{Name: "aside", Made: ByServer, Reach: ToServer, Limit: 10000, Parent: "record_id"})

// asides names the fields of a kind that are told to some alone.
func (k *Kind) asides() (names []string) {
	for i := range k.Fields {
		if k.Fields[i].Aside {
			names = append(names, k.Fields[i].Name)
		}
	}
	return names
}

// asideID is the id of what a field says. No id of a page holds the sign.
func asideID(record, field string) string { return record + "." + field }

// AsideOf gives what a field says that is told to some alone, and to whom.
func (b *Board) AsideOf(record, field string) (text string, to []string) {
	if r := b.Get(asideID(record, field)); r != nil {
		return r.Str("text"), r.To[1:]
	}
	return "", nil
}

// setAside takes the fields that are told to some alone out of what somebody wrote, and gives what is left and the effects of the rest.
// next is the record as it becomes.
func setAside(b *Board, next *Record, given Fields, now Moment) (Fields, []Effect) {
	names := kindsByName[next.Kind].asides()
	if len(names) == 0 {
		return given, nil
	}
	rest, effects := maps.Clone(given), []Effect(nil)
	for _, name := range names {
		if value, there := given[name]; there {
			text, _ := value.(string)
			effects = append(effects, b.writeAside(next, name, text, now)...)
			delete(rest, name)
			delete(next.Fields, name)
		}
	}
	return rest, effects
}

func (b *Board) writeAside(next *Record, field, text string, now Moment) []Effect {
	id := asideID(next.ID, field)
	old := b.Get(id)
	switch {
	case text == "" && old == nil, old != nil && old.Str("text") == text:
		return nil
	case text == "":
		return []Effect{{E: "del", ID: id, To: old.To}}
	}
	r := &Record{ID: id, Kind: asideKind.Name, At: now.At, Fields: Fields{"record_id": next.ID, "field": field, "text": text},
		To: kindsByName[next.Kind].tells(b, next, nil)}
	return []Effect{{E: "put", Record: r, To: withReaders(r, old)}}
}

// withReaders gives who hears of an aside: who reads it from now on, and who did before.
func withReaders(r, old *Record) []string {
	to := slices.Clone(r.To)
	if old == nil {
		return to
	}
	for _, person := range old.To {
		if !slices.Contains(to, person) {
			to = append(to, person)
		}
	}
	return to
}

// tells gives who reads the asides of a record: who leads, and whom the kind names. roles are those of people whose role changes now.
func (k *Kind) tells(b *Board, r *Record, roles map[string]string) []string {
	to := []string{OnlyServer}
	for _, p := range b.All("person") {
		role := p.Str("role")
		if now, changes := roles[p.ID]; changes {
			role = now
		}
		if role == RoleFacilitator || role == RoleCoFacilitator || p.ID == r.Str(k.Confidant) {
			to = append(to, p.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(roles)) { // somebody who comes in now
		if b.Get(id) == nil && (roles[id] == RoleFacilitator || roles[id] == RoleCoFacilitator) {
			to = append(to, id)
		}
	}
	return to
}

// retold lays every aside before the people who read it from now on, and takes it from those who do so no more. about: of one record, as
// it becomes; nil: of all.
func (b *Board) retold(about *Record, roles map[string]string) (effects []Effect) {
	for _, r := range b.All(asideKind.Name) {
		on := b.Get(r.Str("record_id"))
		if about != nil && about.ID == r.Str("record_id") {
			on = about
		}
		if on == nil || about != nil && on != about {
			continue
		}
		next := *r
		if next.To = kindsByName[on.Kind].tells(b, on, roles); slices.Equal(next.To, r.To) {
			continue
		}
		effects = append(effects, Effect{E: "put", Record: &next, To: withReaders(&next, r)})
	}
	return effects
}

// whisper tells an effect on an aside as what it is to a person who reads it: a field of the record it is about.
func (f Effect) whisper(person string) Effect {
	if f.E == "put" && f.Record != nil && f.Record.Kind == asideKind.Name {
		text := any(f.Record.Str("text"))
		if !f.Record.SeenBy(person) {
			text = nil
		}
		return Effect{E: "set", ID: f.Record.Str("record_id"), Fields: Fields{f.Record.Str("field"): text}}
	}
	if record, field, is := strings.Cut(f.ID, "."); is && f.E == "del" {
		return Effect{E: "set", ID: record, Fields: Fields{field: nil}}
	}
	return f.bare()
}

// withAsides adds to a person's own records those of which they read a field that others do not.
func (b *Board) withAsides(list []*Record, person string) []*Record {
	at := map[string]int{}
	var out []*Record
	for _, r := range list {
		if r.Kind != asideKind.Name {
			out = append(out, r)
			continue
		}
		on := b.Get(r.Str("record_id"))
		if on == nil {
			continue
		}
		if _, known := at[on.ID]; !known {
			whole := *on
			whole.Fields = maps.Clone(on.Fields)
			at[on.ID], out = len(out), append(out, &whole)
		}
		out[at[on.ID]].Fields[r.Str("field")] = r.Str("text")
	}
	return out
}
