package insight

// Chain is the longest run in which the customer is passed from pillar to post (method.md 3.4.2).
type Chain struct {
	Length      int      `json:"length"` // how often she is passed on
	Steps       []string `json:"steps"`
	Departments []string `json:"departments"` // in the order she meets them, equal neighbours once
	Distinct    int      `json:"distinct"`
	Boomerang   bool     `json:"boomerang"`   // she comes back to a department she was at
	WaitMinutes *int     `json:"waitMinutes"` // sum of the known
	TellAgain   int      `json:"tellAgain"`   // tell-again steps that one contact would save
	Filled      bool     `json:"filled"`      // false: fewer than half of the steps have an outcome, nothing else is told
}

func chain(m model) *Chain {
	if len(m.Steps) == 0 {
		return nil
	}
	filled := 0
	for _, s := range m.Steps {
		if s.Outcome != "" {
			filled++
		}
	}
	if 2*filled < len(m.Steps) {
		return nil
	}
	return longest(m.Steps)
}

// longest walks the runs of "passed on"; a run ends at the step that received the customer, or at the last step.
func longest(steps []Step) *Chain {
	var best *Chain
	for i := 0; i < len(steps); i++ {
		if steps[i].Outcome != "passed_on" {
			continue
		}
		j := i
		for j < len(steps) && steps[j].Outcome == "passed_on" {
			j++
		}
		c := chainOf(steps[i:min(j+1, len(steps))])
		if c.Length > 0 && (best == nil || c.Length > best.Length || (c.Length == best.Length && c.Distinct > best.Distinct)) {
			best = &c
		}
		i = j
	}
	return best
}

func chainOf(run []Step) Chain {
	fronts := frontsOf(run)
	c := Chain{Length: changes(fronts), Distinct: len(distinct(fronts)), Filled: true, Steps: []string{}, Departments: []string{}}
	for i, s := range run {
		c.Steps = append(c.Steps, s.ID)
		if s.WaitMinutes != nil {
			sum := *s.WaitMinutes
			if c.WaitMinutes != nil {
				sum += *c.WaitMinutes
			}
			c.WaitMinutes = &sum
		}
		if i > 0 && s.RepeatsStory {
			c.TellAgain++
		}
	}
	for i, d := range fronts {
		if i == 0 || d != fronts[i-1] {
			c.Departments = append(c.Departments, d)
		}
	}
	c.Boomerang = len(distinct(c.Departments)) < len(c.Departments)
	return c
}
