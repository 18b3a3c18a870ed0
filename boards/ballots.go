package boards

import (
	"maps"
	"slices"
)

// ballots are the dots of one round by department and item. They exist during the reveal only.
type ballots struct {
	voters int
	hands  int                       // of the voters
	people map[string]int            // department → people who gave at least one dot
	cast   map[string]int            // department → its dots
	dots   map[string]map[string]int // item → department → dots
}

func countVotes(b *Board, round *Record) ballots {
	c := ballots{people: map[string]int{}, cast: map[string]int{}, dots: map[string]map[string]int{}}
	for _, person := range b.answerers() {
		department := ""
		if p := b.Get(person); takesPart(b, p, "vote") {
			department = p.Str("department_id")
		}
		if team := teamOf(person); b.isTeam(team) {
			c.addHands(b, round, team)
		}
		if department != "" && c.add(b, round, person, department) {
			c.voters++
			c.people[department]++
		}
	}
	return c
}

func (c ballots) add(b *Board, round *Record, person, department string) bool {
	voted := false
	for _, r := range b.sealed[person] {
		if r.Kind != "vote" || r.Str("round_id") != round.ID {
			continue
		}
		item, n := r.Str("item_id"), 0
		n, _ = r.Int("count")
		if c.dots[item] == nil {
			c.dots[item] = map[string]int{}
		}
		c.dots[item][department] += n
		c.cast[department] += n
		voted = voted || n > 0
	}
	return voted
}

func (c ballots) raw(item string) int {
	sum := 0
	for _, n := range c.dots[item] {
		sum += n
	}
	return sum
}

// fair gives 100 × the mean over departments that voted of the share of their dots on this item (method.md 3.4.9).
func (c ballots) fair(item string) float64 {
	departments := slices.DeleteFunc(slices.Sorted(maps.Keys(c.cast)), func(d string) bool { return c.cast[d] == 0 })
	if len(departments) == 0 {
		return 0
	}
	sum := 0.0
	for _, d := range departments {
		sum += float64(c.dots[item][d]) / float64(c.cast[d])
	}
	return 100 * sum / float64(len(departments))
}

// givers names the departments with a dot on this item.
func (c ballots) givers(item string) []string {
	givers := slices.AppendSeq([]string{}, maps.Keys(c.dots[item])) // a list also when nobody gave: nil would be no value
	slices.Sort(givers)
	return slices.DeleteFunc(givers, func(d string) bool { return c.dots[item][d] == 0 })
}

// lonely counts departments in which one person voted for all.
func (c ballots) lonely() int {
	n := 0
	for _, people := range c.people {
		if people == 1 {
			n++
		}
	}
	return n
}
