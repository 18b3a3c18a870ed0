package boards

import (
	"maps"
	"slices"
)

// merge lays one record on another of its kind: a pain on a pain, a department on a department. args: into (for a pain null undoes it).
func merge(a acting) ([]Effect, *Refusal) {
	if r := a.board.Get(a.id); r != nil && r.Kind == "department" {
		return mergeDepartment(a, r)
	}
	return mergePain(a)
}

// mergeDepartment gives everything one department is named in to another, and ends it: its people, its steps and lanes, its fixes and
// what it answered. A hand-off between the two is none any more. While a round is open it waits: answers lie sealed under both.
func mergeDepartment(a acting, from *Record) ([]Effect, *Refusal) {
	into := a.board.Get(a.args.text("into"))
	switch {
	case into == nil || into.Kind != "department" || len(into.To) > 0:
		return nil, refuse("not_found", "into")
	case into.ID == from.ID:
		return nil, refuse("bad_value", "into")
	case slices.ContainsFunc(a.board.All("round"), func(r *Record) bool { return r.Str("state") == "open" }):
		return nil, refuse("locked", "").reason("open_round")
	}
	var effects []Effect
	for _, id := range slices.Sorted(maps.Keys(a.board.records)) {
		effects = append(effects, renamed(a.board.records[id], from.ID, into.ID)...)
	}
	return append(effects, deletion(a.board, from, a.who)...), nil
}

// renamed replaces a department in every field of a record that names one.
func renamed(r *Record, from, into string) []Effect {
	kind := kindsByName[r.Kind]
	if kind == nil {
		return nil
	}
	fields := Fields{}
	for i := range kind.Fields {
		name := kind.Fields[i].Name
		switch list := r.List(name); {
		case kind.Fields[i].Of != "department":
		case r.Str(name) == from:
			fields[name] = into
		case slices.Contains(list, from):
			fields[name] = replaced(list, from, into)
		}
	}
	if kind.regroup != nil {
		maps.Copy(fields, kind.regroup(r, from, into))
	}
	if len(fields) == 0 {
		return nil
	}
	next := r.with(fields)
	if r.Kind == "handoff" && next.Str("from_department_id") == next.Str("to_department_id") {
		return []Effect{{E: "del", ID: r.ID, With: r.ID, To: r.To}}
	}
	return []Effect{{E: "set", ID: r.ID, Fields: fields, To: r.To}}
}

// replaced gives the list with one id instead of another, each once.
func replaced(list []string, from, into string) []string {
	next := []string{}
	for _, id := range list {
		if id == from {
			id = into
		}
		if !slices.Contains(next, id) {
			next = append(next, id)
		}
	}
	return next
}
