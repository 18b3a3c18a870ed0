package boards

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// teams makes answers: so many people per department, "" for people without one.
func teams(sizes map[string]int) map[string]string {
	out := map[string]string{}
	for d, n := range sizes {
		for i := range n {
			out[fmt.Sprintf("%s%d", d, i)] = d
		}
	}
	return out
}

// N1: departments of 1, 1 and 7 with least 3 showed the seven, so that each lone person could work out the other's answer.
func TestN1HiddenPeopleAreAtLeastThree(t *testing.T) {
	for _, c := range []struct {
		people map[string]int
		least  int
		want   []string
	}{
		{map[string]int{"a": 1, "b": 1, "c": 7}, 3, nil},
		{map[string]int{"a": 5, "b": 4, "c": 3}, 3, []string{"a", "b", "c"}},
		{map[string]int{"a": 5, "b": 4, "c": 2}, 3, []string{"a"}},
		{map[string]int{"a": 5, "b": 1, "c": 2}, 3, []string{"a"}},
		{map[string]int{"a": 5, "b": 4, "c": 1, "d": 1, "e": 1}, 3, []string{"a", "b"}},
		{map[string]int{"a": 5, "b": 1}, 3, nil},
		{map[string]int{"a": 4, "b": 2, "c": 2}, 2, []string{"a", "b", "c"}},
		{map[string]int{"a": 4, "b": 2, "c": 1}, 2, []string{"a"}},
		{map[string]int{"a": 4, "": 1, "c": 5}, 3, []string{"c"}},
	} {
		told, ok := Disclose(teams(c.people), Least{5, c.least}, nil)
		if got := slices.Sorted(maps.Keys(told.Departments)); !ok || !slices.Equal(got, c.want) {
			t.Errorf("%v with least %d shows %v (%v), want %v", c.people, c.least, got, ok, c.want)
		}
	}
	if _, ok := Disclose(teams(map[string]int{"a": 4}), Least{5, 3}, nil); ok {
		t.Error("four answers are told")
	}
}

// N1: nothing may follow from two publications either.
func TestN1BetweenTwoPublications(t *testing.T) {
	first, _ := Disclose(teams(map[string]int{"a": 4, "b": 4}), Least{5, 3}, nil)
	one := teams(map[string]int{"a": 4, "b": 4, "c": 1})
	if _, ok := Disclose(one, Least{5, 3}, []Disclosed{first}); ok {
		t.Error("one more person answers, and the difference is theirs")
	}
	swapped := teams(map[string]int{"a": 4, "b": 3, "c": 1})
	if _, ok := Disclose(swapped, Least{5, 3}, []Disclosed{first}); ok {
		t.Error("one person for another: the difference is about two")
	}
	again, ok := Disclose(teams(map[string]int{"a": 4, "b": 4}), Least{5, 3}, []Disclosed{first})
	if !ok || len(again.Departments) != 2 {
		t.Errorf("the same people again: %+v %v", again, ok)
	}
	rows := teams(map[string]int{"a": 5, "b": 3, "c": 2}) // of all three differ, of departments a and b one each
	told, ok := Disclose(rows, Least{5, 3}, []Disclosed{first})
	if !ok || len(told.Departments) != 0 {
		t.Errorf("a department that differs by one is hidden: %+v %v", told, ok)
	}
}

// From everything that was ever told, whatever is added to or taken off what, nobody finds one person or a group of two.
func TestDisclosedSinglesNobodyOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		homes := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "b", "c", "d"}), 3, 11).Draw(t, "homes")
		least := Least{rapid.IntRange(3, 5).Draw(t, "least"), rapid.IntRange(3, 4).Draw(t, "department")}
		var earlier []Disclosed
		for range rapid.IntRange(1, 4).Draw(t, "polls") {
			answered := map[string]string{}
			for i, home := range homes {
				if rapid.IntRange(0, 3).Draw(t, "answers") > 0 {
					answered[fmt.Sprint("p", 10+i)] = home
				}
			}
			told, ok := Disclose(answered, least, earlier)
			if !ok {
				continue
			}
			earlier = append(earlier, told)
			hidden := len(answered)
			for _, people := range told.Departments {
				hidden -= len(people)
			}
			if hidden == 1 || hidden == 2 {
				t.Fatalf("%d people hidden: %+v", hidden, told)
			}
		}
		if a, b := foundPair(earlier, len(homes)); a != "" {
			t.Fatalf("something about %s and %s alone follows from %+v", a, b, earlier)
		}
	})
}

// foundPair looks for two people (or one, twice) with exact fractions: adding their own answers as unknowns must not leave the
// rank short, or a combination of what was told is about them alone.
func foundPair(told []Disclosed, people int) (string, string) {
	groups, _ := groupsOf(told)
	name := func(i int) string { return fmt.Sprint("p", 10+i) }
	var rows [][]*big.Rat
	for _, g := range groups {
		row := make([]*big.Rat, people)
		for i := range row {
			row[i] = new(big.Rat)
			if slices.Contains(g, name(i)) {
				row[i].SetInt64(1)
			}
		}
		rows = append(rows, row)
	}
	unit := func(at int) []*big.Rat {
		row := make([]*big.Rat, people)
		for i := range row {
			row[i] = new(big.Rat)
		}
		row[at].SetInt64(1)
		return row
	}
	was := rankOf(rows)
	for i := range people {
		for j := i + 1; j < people; j++ {
			if rankOf(append(slices.Clone(rows), unit(i), unit(j))) < was+2 {
				return name(i), name(j)
			}
		}
	}
	return "", ""
}

func rankOf(rows [][]*big.Rat) int {
	m := make([][]*big.Rat, len(rows))
	for i, row := range rows {
		for _, v := range row {
			m[i] = append(m[i], new(big.Rat).Set(v))
		}
	}
	rank := 0
	for c := 0; len(m) > 0 && c < len(m[0]) && rank < len(m); c++ {
		p := slices.IndexFunc(m[rank:], func(row []*big.Rat) bool { return row[c].Sign() != 0 })
		if p < 0 {
			continue
		}
		m[rank], m[rank+p] = m[rank+p], m[rank]
		for r := rank + 1; r < len(m); r++ {
			f := new(big.Rat).Quo(m[r][c], m[rank][c])
			for k := range m[r] {
				m[r][k].Sub(m[r][k], new(big.Rat).Mul(f, m[rank][k]))
			}
		}
		rank++
	}
	return rank
}
