package report

import (
	"slices"

	"muntsaus/boards"
)

// What the people in the room did: the report says nothing about questions that nobody was asked.

// discussed says whether the room did anything yet; before that, what the map says is the example it came with.
func (v view) discussed() bool {
	for _, kind := range []string{"pain", "fix", "note"} {
		if v.board.Count(kind) > 0 {
			return true
		}
	}
	made := func(kind string) bool {
		return slices.ContainsFunc(v.board.All(kind), func(r *boards.Record) bool { return r.By != "" })
	}
	state := func(kind, state string) bool {
		return slices.ContainsFunc(v.board.All(kind), func(r *boards.Record) bool { return r.Str("state") == state })
	}
	return made("step") || made("cell") || made("quote") || state("round", "revealed") || state("agenda_item", "done")
}

// promises counts the fixes that were agreed or are further.
func (v view) promises() int {
	n := 0
	for _, f := range v.fixes {
		if f.agreed() {
			n++
		}
	}
	return n
}

// agreed says whether the room agreed on it, or is further.
func (f fix) agreed() bool {
	return slices.Contains([]string{"agreed", "doing", "done", "verified"}, f.Status)
}

// severest gives the highest weight of the pains in this report, 0 when none was weighed.
func (v view) severest() int {
	most := 0
	for _, p := range v.pains {
		if p.shown() && p.Severity != nil {
			most = max(most, *p.Severity)
		}
	}
	return most
}

// knowledge counts the pains of which somebody said how we know them.
func (v view) knowledge() int {
	n := 0
	for _, p := range v.pains {
		if p.EvidenceLevel != "" {
			n++
		}
	}
	return n
}

// onMap gives the departments that stand somewhere on the map.
func (v view) onMap() map[string]bool {
	on := map[string]bool{}
	for _, s := range v.steps {
		on[s.FrontDepartmentID] = true
	}
	for _, r := range v.board.All("cell") {
		on[r.Str("department_id")] = true
	}
	for _, r := range v.board.All("handoff") {
		on[r.Str("from_department_id")], on[r.Str("to_department_id")] = true, true
	}
	delete(on, "")
	return on
}
