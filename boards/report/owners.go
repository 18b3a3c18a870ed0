package report

import (
	"slices"
	"strings"

	"muntsaus/boards/insight"
)

// ownerRow is one answer to "whose is this step?" with the steps it was given for.
type ownerRow struct {
	State, Label string
	Steps        []ownedAt
}

// ownedAt is a step with who said what about it.
type ownedAt struct{ Step, Title, Who string }

// ownerStates are the four answers, the ones that ask for a talk first (method.md 3.4.3).
var ownerStates = []string{"unowned", "contested", "unknown", "clear"}

// owners lists the steps by what the departments claim; nothing when nobody was asked.
func (v view) owners() []ownerRow {
	if v.in.Ownership == nil {
		return nil
	}
	by := map[string][]ownedAt{}
	for _, s := range v.in.Ownership.Steps {
		n := v.number[s.Step]
		if n == 0 {
			continue
		}
		state := s.State
		if !slices.Contains(ownerStates, state) {
			state = "unknown"
		}
		by[state] = append(by[state], ownedAt{v.whole(n), v.steps[n-1].Title, v.claimants(s)})
	}
	var rows []ownerRow
	for _, state := range ownerStates {
		if steps := by[state]; len(steps) > 0 {
			rows = append(rows, ownerRow{state, v.Count("owners."+state, len(steps)), steps})
		}
	}
	return rows
}

// claimants says which departments claim a step, or where they point when none does.
func (v view) claimants(s insight.OwnedStep) string {
	if n := v.number[s.Step]; n > 0 {
		if d, ok := v.byID[v.steps[n-1].OwnerDepartmentID]; ok {
			return v.T("owners.decided", d.Name)
		}
	}
	if names := v.departmentNames(append(slices.Clone(s.Own), s.Split...)); len(names) > 0 {
		return v.List(names)
	}
	var points []string
	for _, p := range s.Points {
		if d, ok := v.byID[p.To]; ok {
			points = append(points, v.Count("owners.points", p.People, d.Name))
		}
	}
	return strings.Join(points, ", ")
}

func (v view) departmentNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		if d, ok := v.byID[id]; ok {
			names = append(names, d.Name)
		}
	}
	return names
}
