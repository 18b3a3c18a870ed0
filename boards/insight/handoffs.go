package insight

import "slices"

// Handoffs counts how often work or customer changes hands (method.md 3.4.1). The counts are not to be summed.
type Handoffs struct {
	Front              int `json:"front"`              // neighbours in sight that differ
	Crossings          int `json:"crossings"`          // over the line of visibility
	Explicit           int `json:"explicit"`           // confirmed records
	ContactDepartments int `json:"contactDepartments"` // departments the customer meets
}

func handoffs(m model) Handoffs {
	fronts := frontsOf(m.Steps)
	h := Handoffs{Front: changes(fronts), ContactDepartments: len(distinct(fronts))}
	for _, s := range m.Steps {
		h.Crossings += crossings(m, s)
	}
	for _, r := range m.board.All("handoff") {
		if r.Bool("confirmed") {
			h.Explicit++
		}
	}
	return h
}

// crossings counts the departments behind the line at one step, other than the one in front.
func crossings(m model, s Step) int {
	if s.FrontDepartmentID == "" {
		return 0
	}
	var behind []string
	for _, cell := range m.board.Hanging(s.ID, "cell") {
		if d := cell.Str("department_id"); cell.Str("lane") == "back" && d != "" && d != s.FrontDepartmentID {
			behind = append(behind, d)
		}
	}
	return len(distinct(behind))
}

// frontsOf gives the departments in front of the customer, step by step; steps without one are skipped.
func frontsOf(steps []Step) []string {
	var fronts []string
	for _, s := range steps {
		if s.FrontDepartmentID != "" {
			fronts = append(fronts, s.FrontDepartmentID)
		}
	}
	return fronts
}

func changes(list []string) int {
	n := 0
	for i := 1; i < len(list); i++ {
		if list[i] != list[i-1] {
			n++
		}
	}
	return n
}

func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// nobodyInSight gives the steps in which the customer is busy or waiting and no department shows itself (method.md 3.4.4).
func nobodyInSight(m model) []string {
	out := []string{}
	for _, s := range m.Steps {
		waiting := s.WaitMinutes != nil && *s.WaitMinutes > 0
		open := s.Outcome == "partly" || s.Outcome == "passed_on" || s.Outcome == "not_solved"
		if s.FrontDepartmentID == "" && (open || waiting) {
			out = append(out, s.ID)
		}
	}
	return out
}

func repeats(steps []Step) int {
	n := 0
	for _, s := range steps {
		if s.RepeatsStory {
			n++
		}
	}
	return n
}

// Leads says in how many of the judged steps the customer leads (method.md 3.4.18).
type Leads struct {
	Yes int `json:"yes"`
	Of  int `json:"of"`
}

// emptyChairs gives the departments on the map (front, cell, confirmed hand-off or not) with nobody in the room but guests
// (method.md 3.4.20), in the order of the departments.
func emptyChairs(m model) []string {
	onMap, seated := m.onMap(), map[string]bool{}
	for _, p := range m.board.All("person") {
		if p.Str("role") != "guest" && p.Bool("present") {
			seated[p.Str("department_id")] = true
		}
	}
	out := []string{}
	for _, d := range m.Departments {
		if onMap[d.ID] && !seated[d.ID] {
			out = append(out, d.ID)
		}
	}
	return out
}

func (m model) onMap() map[string]bool {
	on := map[string]bool{}
	for _, s := range m.Steps {
		on[s.FrontDepartmentID] = true
	}
	for _, r := range m.board.All("cell") {
		on[r.Str("department_id")] = true
	}
	for _, r := range m.board.All("handoff") {
		on[r.Str("from_department_id")], on[r.Str("to_department_id")] = true, true
	}
	delete(on, "") // a step or cell nobody was named for
	return on
}
