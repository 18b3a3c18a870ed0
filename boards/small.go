package boards

import "fmt"

// smallDepartments says whose department the reveal of a rating does not tell: where the board hides departments of one person
// (method.md 2.8), theirs, and as many more as it takes so that nobody can be worked out. Such answers count together, as those
// of one department without a name. Step by step, because not everybody answers everywhere.
func (a acting) smallDepartments(round *Record, said []saying) func(saying) bool {
	if round.Str("collect") != "rating" || a.board.Workshop().SingleVisible {
		return func(saying) bool { return false }
	}
	answered := map[string]map[string]string{}
	for i, r := range said {
		if _, rated := r.Int("value"); !rated || a.homeOf(r) == "" {
			continue
		}
		step := r.Str("step_id")
		if answered[step] == nil {
			answered[step] = map[string]string{}
		}
		answered[step][fmt.Sprint(i)] = a.homeOf(r)
	}
	shown := map[string]Disclosed{}
	for step, people := range answered {
		shown[step], _ = Disclose(people, Least{Department: 2}, nil)
	}
	return func(r saying) bool {
		home := a.homeOf(r)
		return home != "" && shown[r.Str("step_id")].Departments[home] == nil
	}
}

// homeOf gives the department an answer is of; "" for a guest's.
func (a acting) homeOf(r saying) string {
	person := a.board.Get(r.To[0])
	switch {
	case r.hand > 0:
		return teamOf(r.To[0])
	case person == nil || person.Str("role") == RoleGuest:
		return ""
	}
	return person.Str("department_id")
}
