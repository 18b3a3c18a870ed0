package insight

import (
	"slices"

	"muntsaus/boards"
	"muntsaus/boards/reading"
)

// Coverage says how many of the top pains have a fix with one named person and a date (method.md 3.4.11).
type Coverage struct {
	Covered  int      `json:"covered"`
	Of       int      `json:"of"`
	Share    float64  `json:"share"`
	Weighted float64  `json:"weighted"` // by fair score
	Top      []string `json:"top"`      // the top pains, best first
	Done     []string `json:"done"`     // those of them that are covered
}

// topMost is how many pains the top has at most.
const topMost = 10

// top gives the pains that got dots, best first, at most ten; nil before any dots.
func top(m model, votes []Vote) []Vote {
	var out []Vote
	for _, v := range votes {
		if r := m.board.Get(v.Item); r != nil && r.Kind == "pain" && v.Fair > 0 && len(out) < topMost {
			out = append(out, v)
		}
	}
	return out
}

func coverage(m model, votes []Vote) *Coverage {
	best := top(m, votes)
	if len(best) == 0 {
		return nil
	}
	c := Coverage{Of: len(best), Done: []string{}}
	all, covered := 0.0, 0.0
	for _, v := range best {
		c.Top = append(c.Top, v.Item)
		all += v.Fair
		if m.covered(v.Item) {
			c.Covered++
			c.Done = append(c.Done, v.Item)
			covered += v.Fair
		}
	}
	c.Share, c.Weighted = float64(c.Covered)/float64(c.Of), covered/all
	return &c
}

// covered: some linked fix is agreed or further, and names its owner and its day.
func (m model) covered(pain string) bool {
	return slices.ContainsFunc(m.fixes, func(f reading.Fix) bool {
		return m.links(f.Fix, pain) && Promised(f.Fix)
	})
}

// Promised says whether a fix counts: agreed or further, one named person, one date.
func Promised(f boards.Fix) bool {
	return slices.Contains([]string{"agreed", "doing", "done", "verified"}, f.Status) && f.OwnerPerson != "" && f.DueDate != ""
}

func (m model) links(f boards.Fix, pain string) bool {
	return slices.ContainsFunc(f.PainIDs, func(id string) bool { return m.target(id) == pain })
}

// Evidence says of how many top pains we know from customers (method.md 3.4.16). Hypothesis: less than half.
type Evidence struct {
	Known      int  `json:"known"`
	Of         int  `json:"of"`
	Hypothesis bool `json:"hypothesis"`
}

// evidence looks at the top pains once dots are revealed, before that at all of them.
func evidence(m model, votes []Vote) *Evidence {
	var e Evidence
	count := func(level string) {
		e.Of++
		if level == "known" {
			e.Known++
		}
	}
	if best := top(m, votes); len(best) > 0 {
		for _, v := range best {
			count(m.board.Get(v.Item).Str("evidence_level"))
		}
	} else {
		for _, p := range m.pains {
			if p.Complete {
				count(p.EvidenceLevel)
			}
		}
	}
	if e.Of == 0 {
		return nil
	}
	e.Hypothesis = 2*e.Known < e.Of
	return &e
}

// overlooked gives the severe pains that got no dot, once dots are revealed (method.md 3.4.10); in the order of the board.
func overlooked(m model, votes []Vote) []string {
	out := []string{}
	if len(top(m, votes)) == 0 {
		return out
	}
	for _, p := range m.pains {
		dotted := slices.ContainsFunc(votes, func(v Vote) bool { return v.Item == p.ID && v.Fair > 0 })
		if p.Severity != nil && *p.Severity >= severe && !dotted {
			out = append(out, p.ID)
		}
	}
	return out
}
