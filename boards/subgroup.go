package boards

import (
	"cmp"
	"hash/fnv"
	"slices"
)

// Subgroup is a pair or a four of a writing round (method.md 2.6). Who sits together is no secret: people must find each other.
// What they write is for them alone. Pairs with the same Number become one four.
type Subgroup struct {
	RoundID   string   `field:"round_id,of=round"`
	Stage     string   `field:"stage,enum=pair|four"`
	Number    int      `field:"number,min=1,max=1000"`
	PersonIDs []string `field:"person_ids,max=40,most=1000"`
}

var subgroupKind = define[Subgroup](Kind{Name: "subgroup", Made: ByServer, Reach: ToPages, Limit: 1000, Parent: "round_id"})

// fours deals people into groups of three to five, and each group into pairs of two or three. Few are left over in a workshop, so
// nobody sits alone as long as there are two. Departments are spread: people are laid in a row by department, the largest first, and
// dealt out one by one. The same people and seed always give the same groups.
func fours(people []*Record, seed string) [][][]string {
	row := byDepartment(people, seed)
	var out [][][]string
	for _, four := range dealt(row, tables(len(row))) {
		pairs := 1
		if len(four) >= 4 {
			pairs = 2
		}
		out = append(out, dealt(four, pairs))
	}
	return out
}

// tables gives how many fours sit down: of three to five people, the fewest of three.
func tables(people int) int {
	if people == 6 {
		return 2
	}
	return max((people+1)/4, 1)
}

// dealt gives n hands out of a row, one by one.
func dealt(row []string, n int) [][]string {
	hands := make([][]string, n)
	for i, one := range row {
		hands[i%n] = append(hands[i%n], one)
	}
	return hands
}

// byDepartment lays people in a row: the largest department first; chance inside it comes from the seed.
func byDepartment(people []*Record, seed string) []string {
	size := map[string]int{}
	for _, p := range people {
		size[p.Str("department_id")]++
	}
	row := slices.Clone(people)
	slices.SortFunc(row, func(x, y *Record) int {
		of, other := x.Str("department_id"), y.Str("department_id")
		return cmp.Or(size[other]-size[of], cmp.Compare(of, other), cmp.Compare(drawn(seed, x.ID), drawn(seed, y.ID)),
			cmp.Compare(x.ID, y.ID))
	})
	ids := make([]string, len(row))
	for i, p := range row {
		ids[i] = p.ID
	}
	return ids
}

// drawn is a lot: the same for one person and seed, and no order anybody chose.
func drawn(seed, id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id + "\n" + seed)) // the seed last, so that it mixes ids that are nearly alike
	return h.Sum64()
}

// tableOf gives the subgroup a person sits in now, nil when in none.
func tableOf(b *Board, round *Record, person string) *Record {
	for _, group := range b.Hanging(round.ID, "subgroup") {
		if slices.Contains(group.List("person_ids"), person) {
			return group
		}
	}
	return nil
}

// readersOf gives who reads what a person writes in the round: the author first, then the others at the table.
func readersOf(b *Board, round *Record, person string) []string {
	readers := []string{person}
	if group := tableOf(b, round, person); group != nil {
		for _, other := range group.List("person_ids") {
			if other != person {
				readers = append(readers, other)
			}
		}
	}
	return readers
}

// sitDown gives a person who comes late a place in the smallest subgroup of the open writing round, with what lies on that table.
func (a acting) sitDown(person string) ([]Effect, *Refusal) {
	round := OpenRound(a.board, "writing")
	if round == nil {
		return nil, nil
	}
	var smallest *Record
	for _, group := range a.board.Hanging(round.ID, "subgroup") {
		if smallest == nil || a.present(group) < a.present(smallest) {
			smallest = group
		}
	}
	if smallest == nil {
		return nil, nil
	}
	people := append(slices.Clone(smallest.List("person_ids")), person)
	effects, no := a.set(smallest, Fields{"person_ids": people})
	return append(effects, a.readableBy(people)...), no
}

// present counts who of a subgroup is still on the board.
func (a acting) present(group *Record) int {
	n := 0
	for _, id := range group.List("person_ids") {
		if a.board.Get(id) != nil {
			n++
		}
	}
	return n
}

// readableBy puts what these people wrote anew with all of them as its audience, each record with its author first.
func (a acting) readableBy(people []string) []Effect {
	var effects []Effect
	for _, author := range people {
		for _, r := range a.board.writtenBy(author) {
			effects = append(effects, forReaders(r, people))
		}
	}
	return effects
}

func forReaders(r *Record, people []string) Effect {
	next := *r
	next.To = []string{r.To[0]}
	for _, person := range people {
		if !slices.Contains(next.To, person) {
			next.To = append(next.To, person)
		}
	}
	return Effect{E: "put", Record: &next, To: next.To}
}
