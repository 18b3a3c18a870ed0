package insight

// Mirror is how customer-focused people find themselves and the others (method.md 3.4.14). What too few people answered is null.
type Mirror struct {
	N            int      `json:"n"`
	Self         *float64 `json:"self"`
	Own          *float64 `json:"own"`
	Other        *float64 `json:"other"`
	Organisation *float64 `json:"organisation"`
	Gap          *float64 `json:"gap"`    // self − organisation
	Higher       *int     `json:"higher"` // people who put themselves above the organisation
	Both         *int     `json:"both"`   // of those who answered both
}

// opinion is one anonymous answer, 1–10 each; nil was left open.
type opinion struct{ self, own, other, organisation *int }

// mirror is nil below the least number of people, so that nobody can be picked out. The number counts per question too: of five
// people one may have answered it.
func mirror(answers []opinion, least int) *Mirror {
	if len(answers) < least {
		return nil
	}
	mean := func(of func(opinion) *int) *float64 { return meanOf(answers, of, least) }
	m := Mirror{N: len(answers),
		Self:         mean(func(o opinion) *int { return o.self }),
		Own:          mean(func(o opinion) *int { return o.own }),
		Other:        mean(func(o opinion) *int { return o.other }),
		Organisation: mean(func(o opinion) *int { return o.organisation }),
	}
	m.compare(answers, least)
	return &m
}

func (m *Mirror) compare(answers []opinion, least int) {
	higher, both := 0, 0
	for _, o := range answers {
		if o.self != nil && o.organisation != nil {
			if both++; *o.self > *o.organisation {
				higher++
			}
		}
	}
	if both >= least {
		m.Higher, m.Both = &higher, &both
	}
	if m.Self != nil && m.Organisation != nil {
		gap := *m.Self - *m.Organisation
		m.Gap = &gap
	}
}

// meanOf gives the mean of one question; nil when fewer people than the least number answered it.
func meanOf(answers []opinion, of func(opinion) *int, least int) *float64 {
	sum, n := 0, 0
	for _, o := range answers {
		if v := of(o); v != nil {
			sum, n = sum+*v, n+1
		}
	}
	if n == 0 || n < least {
		return nil
	}
	mean := float64(sum) / float64(n)
	return &mean
}
