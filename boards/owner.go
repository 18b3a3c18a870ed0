package boards

import (
	"maps"
	"slices"
	"strings"
)

// An owner has a personal link to the fixes with their name (method.md 2.14). They are nobody at the table: they see their own fixes,
// the words of the pains and steps those are about, and the customer number; they change only how far they are.

// linkOwner makes the link of the owner of the fixes with a name, and ends the earlier one with its seats. args: name, and hash, or
// off: true when there shall be none.
func linkOwner(a acting) ([]Effect, *Refusal) {
	name, off := a.args.text("name"), a.args.flag("off", false)
	var gone []Effect
	for _, key := range a.board.All("key") {
		if key.Str("use") == RoleOwner && sameName(key.Str("name"), name) {
			gone = append(gone, a.ended(key)...)
		}
	}
	if off {
		return gone, nil
	}
	hash := a.args.text("hash")
	owns := func(fix *Record) bool { return sameName(fix.Str("owner_person"), name) }
	switch {
	case strings.TrimSpace(name) == "" || !slices.ContainsFunc(a.board.Shown("fix"), owns):
		return nil, refuse("not_found", "name").reason("owner")
	case a.board.Count("key")-len(gone) >= keyKind.Limit:
		return nil, refuse("full", "key")
	}
	return append(gone, a.key(Fields{"hash": hash, "use": RoleOwner, "role": RoleOwner, "name": name})), nil
}

func sameName(one, other string) bool {
	return strings.EqualFold(strings.TrimSpace(one), strings.TrimSpace(other))
}

// OwnerName gives the name that the link of an owner is for; "" when the link is no more.
func (b *Board) OwnerName(link string) string {
	if key := b.records[link]; key != nil && key.Kind == "key" && key.Str("use") == RoleOwner {
		return key.Str("name")
	}
	return ""
}

// ownsFix says whether a fix is in the name of this owner.
func (b *Board) ownsFix(who Actor, r *Record) bool {
	name := b.OwnerName(who.Person)
	return r.Kind == "fix" && len(r.To) == 0 && name != "" && sameName(r.Str("owner_person"), name)
}

// ownerSees says whether an owner sees anything of a record.
func (b *Board) ownerSees(who Actor, r *Record) bool {
	return slices.ContainsFunc(b.OwnerView(who.Person), func(seen *Record) bool { return seen.ID == r.ID })
}

// OwnerView gives all that the owner with this link sees: their fixes whole, of the pains and steps those are about only the words, and
// the customer number without who stands behind it.
func (b *Board) OwnerView(link string) []*Record {
	who, seen := Actor{link, RoleOwner}, map[string]*Record{}
	var list []*Record
	see := func(r *Record, fields ...string) {
		if r == nil || len(r.To) > 0 || seen[r.ID] != nil {
			return
		}
		seen[r.ID] = r.only(fields...)
		list = append(list, seen[r.ID])
	}
	for _, fix := range b.All("fix") {
		if !b.ownsFix(who, fix) {
			continue
		}
		list = append(list, fix.public())
		for _, id := range fix.List("pain_ids") {
			if pain := b.records[id]; pain != nil {
				see(pain, "text", "step_id")
				see(b.records[pain.Str("step_id")], "title")
			}
		}
	}
	if len(list) > 0 || b.OwnerName(link) != "" {
		for _, indicator := range b.All("indicator") {
			fields := maps.Clone(indicator.Fields)
			delete(fields, "department_commits")
			see(indicator, slices.Sorted(maps.Keys(fields))...)
		}
	}
	return list
}

// only gives a record with nothing but these fields: nobody's, and of no moment.
func (r *Record) only(fields ...string) *Record {
	part := &Record{ID: r.ID, Kind: r.Kind, Ver: map[string]int{}, Fields: Fields{}}
	for _, name := range fields {
		if v, there := r.Fields[name]; there {
			part.Fields[name] = v
		}
		if ver, there := r.Ver[name]; there {
			part.Ver[name] = ver
		}
	}
	return part
}
