package insight

import "muntsaus/boards"

// Mandates counts the cards that say what somebody may decide (method.md 3.4.21): complete ones, and those that are signed.
type Mandates struct {
	Made   int `json:"made"`
	Signed int `json:"signed"`
}

// mandatesOf counts; nil when none is complete.
func mandatesOf(m model) *Mandates {
	var c Mandates
	for _, r := range m.board.Shown("mandate") {
		if !r.Complete() {
			continue
		}
		if c.Made++; boards.Read[boards.Mandate](r).Signed() {
			c.Signed++
		}
	}
	if c.Made == 0 {
		return nil
	}
	return &c
}

// rulesIn gives the complete rules of the board as the formula reads them.
func rulesIn(m model) (all []rule) {
	for _, r := range m.board.Shown("rule") {
		if r.Complete() {
			all = append(all, rule{r.Str("verdict"), r.Str("reason"), r.Str("technically_possible"), r.Str("mother_test"), r.ID})
		}
	}
	return all
}
