package insight

import (
	"cmp"
	"slices"

	"muntsaus/boards"
)

// Vote is how one item came out of the latest revealed round about its kind (method.md 3.4.9).
type Vote struct {
	Round       string  `json:"round"`
	Item        string  `json:"item"`
	Raw         int     `json:"raw"`         // dots
	Fair        float64 `json:"fair"`        // percent; every department one voice; all items together 100
	Departments int     `json:"departments"` // with at least one dot
	Rank        int     `json:"rank"`        // from 1; items within half a point of the best of their group share it
}

// tieWithin is how close fair scores must be to count as equal: half a point of the group's best.
const tieWithin = 0.5

func votes(m model) []Vote {
	out := []Vote{}
	for _, kind := range []string{"pain", "fix"} {
		round := latest(m.board, kind)
		if round == nil {
			continue
		}
		if list := tallied(m, round.ID); slices.ContainsFunc(list, func(v Vote) bool { return v.Raw > 0 }) { // no dots: nothing is known
			out = append(out, ranked(m, list)...)
		}
	}
	return out
}

// latest gives the revealed vote round about a kind with the highest number.
func latest(b *boards.Board, kind string) *boards.Record {
	var best *boards.Record
	highest := 0
	for _, r := range b.All("round") {
		n, _ := r.Int("number")
		if r.Str("collect") == "vote" && r.Str("state") == "revealed" && r.Str("object_type") == kind && n > highest {
			best, highest = r, n
		}
	}
	return best
}

// tallied sums the tallies of a round; the dots of a merged pain go to the one it was merged into.
func tallied(m model, round string) []Vote {
	by, givers := map[string]*Vote{}, givers(m, round)
	var order []string
	for _, r := range m.board.Hanging(round, "tally") {
		item := m.target(r.Str("item_id"))
		if m.board.Get(item) == nil {
			continue
		}
		if by[item] == nil {
			by[item] = &Vote{Round: round, Item: item}
			order = append(order, item)
		}
		n, _ := r.Int("count")
		fair, _ := r.Num("fair")
		departments, _ := r.Int("departments")
		v := by[item]
		v.Raw, v.Fair = v.Raw+n, v.Fair+fair
		v.Departments = max(v.Departments, departments, len(givers[item]))
	}
	out := []Vote{}
	for _, item := range order {
		out = append(out, *by[item])
	}
	return out
}

// givers names the departments behind each item, merged pains included. An imported board has none: then the tally's own number holds.
func givers(m model, round string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, r := range m.board.Hanging(round, "split") {
		item := m.target(r.Str("item_id"))
		if out[item] == nil {
			out[item] = map[string]bool{}
		}
		for _, d := range r.List("department_ids") {
			out[item][d] = true
		}
	}
	return out
}

// ranked orders by fair score; within a tie by departments, severity × frequency, raw dots, and then the order of the board.
func ranked(m model, list []Vote) []Vote {
	slices.SortStableFunc(list, func(a, b Vote) int { return cmp.Or(cmp.Compare(b.Fair, a.Fair), cmp.Compare(a.Item, b.Item)) })
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && list[start].Fair-list[end].Fair < tieWithin {
			end++
		}
		slices.SortStableFunc(list[start:end], func(a, b Vote) int {
			return cmp.Or(cmp.Compare(b.Departments, a.Departments), cmp.Compare(m.weight(b.Item), m.weight(a.Item)),
				cmp.Compare(b.Raw, a.Raw))
		})
		for i := start; i < end; i++ {
			list[i].Rank = start + 1
		}
		start = end
	}
	return list
}

var frequencyRank = map[string]int{"daily": 4, "weekly": 3, "monthly": 2, "rarely": 1}

// weight is severity × frequency of a pain; 0 for what has none.
func (m model) weight(item string) int {
	r := m.board.Get(item)
	if r == nil || r.Kind != "pain" {
		return 0
	}
	severity, _ := r.Int("severity")
	return severity * frequencyRank[r.Str("frequency")]
}
