package insight

import (
	"cmp"
	"slices"

	"muntsaus/boards"
)

// Need says how far people agree with a customer need (method.md 1.1, F13): 1 to 5, the mean of department means as in 3.4.5.
type Need struct {
	Need         string             `json:"need"`
	Mean         float64            `json:"mean"`
	N            int                `json:"n"`
	ByDepartment map[string]float64 `json:"byDepartment"`
}

// needsOf gives the needs somebody answered about, those most agreed with first; of equals in the order of the board. nil without any.
func needsOf(m model) []Need {
	var scores []score
	numbers := rounds(m, "need")
	for _, r := range m.board.All("need_vote") {
		value, said := r.Int("value")
		if n, ok := numbers[r.Str("round_id")]; ok && said && len(r.To) == 0 {
			scores = append(scores, score{n, r.Str("need_id"), m.known(r.Str("department_id")), voiceOf(r), value, r.Bool("guest")})
		}
	}
	now, _ := newest(scores)
	var out []Need
	for _, r := range m.board.Shown("need") {
		if p := pointOf(r.ID, now); p.Mean != nil {
			out = append(out, Need{r.ID, *p.Mean, p.N, p.ByDepartment})
		}
	}
	slices.SortStableFunc(out, func(a, b Need) int { return cmp.Compare(b.Mean, a.Mean) })
	return out
}

// Knowledge counts what the group knows, thinks and does not know of its customers (method.md 1.1, F12). A card counts once it is
// finished: what is known names its evidence.
type Knowledge struct {
	Known   int `json:"known"`
	Assumed int `json:"assumed"`
	Unknown int `json:"unknown"`
	Owned   int `json:"owned"` // unknown, and somebody finds out before a day
}

// knowledgeOf counts; nil without a finished card.
func knowledgeOf(b *boards.Board) *Knowledge {
	var k Knowledge
	for _, r := range b.Shown("knowledge_card") {
		switch level := r.Str("level"); {
		case !r.Complete():
		case level == "known":
			k.Known++
		case level == "assumed":
			k.Assumed++
		default:
			k.Unknown++
			if r.Str("owner") != "" && r.Str("due_date") != "" {
				k.Owned++
			}
		}
	}
	if k.Known+k.Assumed+k.Unknown == 0 {
		return nil
	}
	return &k
}
