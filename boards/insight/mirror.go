package insight

import (
	"cmp"
	"slices"
)

// Mirror is how customer-focused people find themselves and the others (method.md 3.4.14). A mean nobody answered is null.
type Mirror struct {
	N            int      `json:"n"`
	Self         *float64 `json:"self"`
	Own          *float64 `json:"own"`
	Other        *float64 `json:"other"`
	Organisation *float64 `json:"organisation"`
	Gap          *float64 `json:"gap"`    // self − organisation
	Higher       int      `json:"higher"` // people who put themselves above the organisation
	Both         int      `json:"both"`   // of those who answered both
}

// opinion is one anonymous answer, 1–10 each; nil was left open.
type opinion struct{ self, own, other, organisation *int }

// mirror is nil below the least number of people, so that nobody can be picked out.
func mirror(answers []opinion, least int) *Mirror {
	if len(answers) < least {
		return nil
	}
	mean := func(of func(opinion) *int) *float64 { return meanOf(answers, of) }
	m := Mirror{N: len(answers),
		Self:         mean(func(o opinion) *int { return o.self }),
		Own:          mean(func(o opinion) *int { return o.own }),
		Other:        mean(func(o opinion) *int { return o.other }),
		Organisation: mean(func(o opinion) *int { return o.organisation }),
	}
	m.compare(answers)
	return &m
}

func (m *Mirror) compare(answers []opinion) {
	for _, o := range answers {
		if o.self != nil && o.organisation != nil {
			if m.Both++; *o.self > *o.organisation {
				m.Higher++
			}
		}
	}
	if m.Self != nil && m.Organisation != nil {
		gap := *m.Self - *m.Organisation
		m.Gap = &gap
	}
}

func meanOf(answers []opinion, of func(opinion) *int) *float64 {
	sum, n := 0, 0
	for _, o := range answers {
		if v := of(o); v != nil {
			sum, n = sum+*v, n+1
		}
	}
	if n == 0 {
		return nil
	}
	mean := float64(sum) / float64(n)
	return &mean
}

// visible gives the departments of an anonymous poll that may be shown. One hidden department alone could be worked out from
// the total, so the next smallest is hidden with it (method.md 2.8, ruling 8).
func visible(people map[string]int, least int) []string {
	var shown []string
	for d := range people {
		shown = append(shown, d)
	}
	slices.SortFunc(shown, func(a, b string) int { return cmp.Or(cmp.Compare(people[a], people[b]), cmp.Compare(a, b)) })
	hidden := 0
	for hidden < len(shown) && people[shown[hidden]] < least {
		hidden++
	}
	if hidden == 1 && len(shown) > 1 {
		hidden = 2
	}
	return slices.Sorted(slices.Values(shown[hidden:]))
}
