package boards

import "slices"

// The one projector: frames, welcome, resume, exports and HTTP all pass here and nowhere else. It only reads the
// audience that was stamped when the effect was made (B7).

// Shared gives what everybody may see of these effects, stripped of what only the server may know.
func Shared(effects []Effect) []Effect {
	var out []Effect
	for _, f := range effects {
		if len(f.To) == 0 {
			out = append(out, f.bare())
		}
	}
	return out
}

// Private gives what is for one person alone.
func Private(effects []Effect, person string) []Effect {
	var out []Effect
	for _, f := range effects {
		if slices.Contains(f.To, person) {
			out = append(out, f.whisper(person))
		}
	}
	return out
}

// bare takes off what is the server's business: the audience, who deleted, what took a record along, and what that freed.
func (f Effect) bare() Effect {
	f.To, f.Who, f.With, f.Freed = nil, "", "", nil
	if f.Record != nil {
		f.Record = f.Record.public()
	}
	return f
}

// Public gives every record that everybody may see, parents before what hangs on them.
func (b *Board) Public() []*Record {
	var list []*Record
	for _, r := range b.parentsFirst() {
		if len(r.To) == 0 {
			list = append(list, r)
		}
	}
	return list
}

// sealedBy gives the hidden records a person is the author of: the first in their audience.
func (b *Board) sealedBy(person string) []*Record {
	return slices.DeleteFunc(inOrder(b.sealed[person]), func(r *Record) bool { return r.To[0] != person })
}

// Mine gives the hidden records a person sees: their own, while people write together those of their subgroup, and whole those of which
// others do not read every field.
func (b *Board) Mine(person string) []*Record {
	list := []*Record{}
	for _, r := range b.withAsides(inOrder(b.sealed[person]), person) {
		list = append(list, r.public())
	}
	return list
}

// OwnIDs names the shared records a person made although nobody sees their author, so that a page knows which it may edit.
func (b *Board) OwnIDs(person string) []string {
	ids := []string{}
	for id, owner := range b.owners {
		if owner == person && b.records[id] != nil {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
