package insight

// Rules counts the rules of the organisation that were looked at (method.md 3.4.21).
type Rules struct {
	Collected  int `json:"collected"`
	Crocodiles int `json:"crocodiles"`
	Scrapped   int `json:"scrapped"`
	Asked      int `json:"asked"`

	Which []string `json:"which"` // ids of the crocodiles, in the order of the rules
}

// rule is one rule as the four questions left it. Possible and mother are "yes", "no" or unanswered.
type rule struct{ verdict, reason, possible, mother, id string }

// crocodile says whether a rule stands in the customer's way without a reason (method.md 3.4, derived flags; laws too, ruling 8):
// scrapped, or at least two of no reason known, it could be done otherwise, one would not treat one's mother so.
func (r rule) crocodile() bool {
	signs := 0
	for _, sign := range []bool{r.reason == "", r.possible == "yes", r.mother == "no"} {
		if sign {
			signs++
		}
	}
	return r.verdict == "scrap" || signs >= 2
}

// rulesOf counts; nil when none was collected.
func rulesOf(all []rule) *Rules {
	if len(all) == 0 {
		return nil
	}
	c := Rules{Collected: len(all), Which: []string{}}
	for _, r := range all {
		if r.crocodile() {
			c.Crocodiles++
			c.Which = append(c.Which, r.id)
		}
		switch r.verdict {
		case "scrap":
			c.Scrapped++
		case "ask":
			c.Asked++
		}
	}
	return &c
}

// crocodiles says what was decided about rules (method.md 3.5); nothing before anything was.
func (s speaker) crocodiles(r *Rules) string {
	if r == nil || r.Scrapped+r.Asked == 0 {
		return ""
	}
	asked := s.say("%d "+plural(r.Asked, "vraag", "vragen")+" aan de leiding",
		"%d "+plural(r.Asked, "question", "questions")+" for management", r.Asked)
	scrapped := s.say("%d "+plural(r.Scrapped, "regel", "regels")+" geschrapt",
		"%d "+plural(r.Scrapped, "rule", "rules")+" scrapped", r.Scrapped)
	switch {
	case r.Asked == 0:
		return scrapped + "."
	case r.Scrapped == 0:
		return s.say("Nog geen regel geschrapt, ", "No rule scrapped yet, ") + asked + "."
	}
	return scrapped + ", " + asked + "."
}
