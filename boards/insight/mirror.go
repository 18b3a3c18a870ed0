package insight

import "muntsaus/boards"

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

func mirror(p *boards.PollResult) *Mirror {
	if p == nil {
		return nil
	}
	m := &Mirror{N: p.N, Self: meanOf(p, "self"), Own: meanOf(p, "own"), Other: meanOf(p, "other"), Organisation: meanOf(p, "organisation"),
		Higher: p.Higher, Both: p.Both}
	if m.Self != nil && m.Organisation != nil {
		gap := *m.Self - *m.Organisation
		m.Gap = &gap
	}
	return m
}
