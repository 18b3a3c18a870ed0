package boards

import (
	"cmp"
	"maps"
	"slices"
)

// Statistical disclosure control: what may be told of an anonymous poll, so that nobody can work out what one person, or one
// of two, answered. Everything that hides small groups asks Disclose.

// Least is from how many answers something is told.
type Least struct {
	All        int // of everybody together
	Department int // of one department
}

// fewest is the smallest group that may be left over when what is told is taken from what else is told.
const fewest = 3

// LeastOf gives the least numbers of a board's polls.
func LeastOf(b *Board) Least {
	shop := b.Workshop()
	return Least{All: max(cmp.Or(shop.MirrorMinN, 5), fewest), Department: max(cmp.Or(shop.DepartmentMinN, 3), 2)} // cleared: the default
}

// Disclosed is what was told of one question: of whom together, and the departments that have a line of their own. Who answered
// is for the server alone; it is kept to hold the next poll against.
type Disclosed struct {
	All         []string            // people, sorted
	Departments map[string][]string // department → its people, sorted
}

// Disclose decides what may be told of one question. answered names the department of everybody who answered it ("" for none).
// The rules: nothing below the least number; departments below theirs are hidden, then the next smallest, until all that is
// hidden holds three people or nothing is shown; and together with what was told earlier nobody can be singled out. false: only
// the number of answers may be told.
func Disclose(answered map[string]string, least Least, earlier []Disclosed) (Disclosed, bool) {
	told := Disclosed{All: slices.Sorted(maps.Keys(answered)), Departments: map[string][]string{}}
	if len(told.All) < max(least.All, fewest) || singlesOut(append(slices.Clone(earlier), told)) {
		return Disclosed{}, false
	}
	hidden := len(told.All)
	shown := departmentsBySize(answered)
	for _, d := range shown {
		hidden -= len(d.people)
		told.Departments[d.id] = d.people
	}
	for _, d := range shown {
		small := len(d.people) < least.Department
		if !small && (hidden == 0 || hidden >= fewest) && !singlesOut(append(slices.Clone(earlier), told)) {
			break
		}
		hidden += len(d.people)
		delete(told.Departments, d.id)
	}
	return told, true
}

type teamAnswered struct {
	id     string
	people []string
}

// departmentsBySize gives the departments with their people, the smallest first.
func departmentsBySize(answered map[string]string) []teamAnswered {
	people := map[string][]string{}
	for _, person := range slices.Sorted(maps.Keys(answered)) {
		if department := answered[person]; department != "" {
			people[department] = append(people[department], person)
		}
	}
	var out []teamAnswered
	for _, id := range slices.Sorted(maps.Keys(people)) {
		out = append(out, teamAnswered{id, people[id]})
	}
	slices.SortStableFunc(out, func(a, b teamAnswered) int { return cmp.Compare(len(a.people), len(b.people)) })
	return out
}

// singlesOut says whether sums over these groups, added and taken off each other in any way, give the answer of one person or
// something about two alone. A department of two that is told on purpose is no finding.
func singlesOut(told []Disclosed) bool {
	groups, onPurpose := groupsOf(told)
	columns := columnsOf(groups)
	rows := reduced(columns, len(groups))
	for i, row := range rows {
		if tells(row, columns, onPurpose) {
			return true
		}
		for _, other := range rows[:i] {
			if tellsTogether(row, other, columns, onPurpose) {
				return true
			}
		}
	}
	return false
}

// groupsOf lists every group whose sum was told, and those of two.
func groupsOf(told []Disclosed) (groups [][]string, pairs map[[2]string]bool) {
	pairs = map[[2]string]bool{}
	for _, t := range told {
		groups = append(groups, t.All)
		for _, d := range slices.Sorted(maps.Keys(t.Departments)) {
			people := t.Departments[d]
			if groups = append(groups, people); len(people) == 2 {
				pairs[[2]string{people[0], people[1]}] = true
			}
		}
	}
	return groups, pairs
}

// column is the people who stand in exactly the same groups: nothing can tell them apart.
type column struct {
	people []string
	in     []bool // by group
}

func columnsOf(groups [][]string) []column {
	in := map[string][]bool{}
	for g, people := range groups {
		for _, person := range people {
			if in[person] == nil {
				in[person] = make([]bool, len(groups))
			}
			in[person][g] = true
		}
	}
	var out []column
	at := map[string]int{}
	for _, person := range slices.Sorted(maps.Keys(in)) {
		key := string(encode(in[person]))
		i, known := at[key]
		if !known {
			i, at[key] = len(out), len(out)
			out = append(out, column{in: in[person]})
		}
		out[i].people = append(out[i].people, person)
	}
	return out
}
