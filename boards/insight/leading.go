package insight

// Led is who leads at one step (method.md 3.4.18): what the group decided, else what most of them said.
type Led struct {
	Step    string         `json:"step"`
	Value   string         `json:"value"`   // customer, task, process, system, product; empty: a tie, not judged
	Decided bool           `json:"decided"` // it stands in the step, a template's proposal too
	Votes   map[string]int `json:"votes"`   // of the latest revealed round
}

// leading gives every step that has a decision or votes, in the order of the journey. steps holds the decided values.
func leading(steps []decided, votes []lead) []Led {
	out := []Led{}
	for _, s := range steps {
		l := Led{s.step, s.value, s.value != "", leadsAt(votes, s.step)}
		if l.Value == "" {
			l.Value = most(l.Votes)
		}
		if l.Decided || len(l.Votes) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// decided is a step with its field "leading".
type decided struct{ step, value string }

func leadsAt(votes []lead, step string) map[string]int {
	n := map[string]int{}
	for _, v := range votes {
		if v.step == step && v.value != "" && !v.guest {
			n[v.value]++
		}
	}
	return n
}

// most gives the single most frequent answer, empty on a tie.
func most(votes map[string]int) string {
	best, highest := "", 0
	for value, n := range votes {
		switch {
		case n > highest:
			best, highest = value, n
		case n == highest:
			best = ""
		}
	}
	return best
}

// customerLeads counts the judged steps; nil when there are none.
func customerLeads(led []Led) *Leads {
	var l Leads
	for _, s := range led {
		if s.Value == "" {
			continue
		}
		if l.Of++; s.Value == "customer" {
			l.Yes++
		}
	}
	if l.Of == 0 {
		return nil
	}
	return &l
}
