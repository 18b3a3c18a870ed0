package insight

import (
	"maps"
	"slices"

	"muntsaus/boards"
)

// Talk is what was said at a step at which departments differ, and how far they were apart before it and after (method.md 2.8, 3.3b).
type Talk struct {
	ID     string   `json:"id"`
	Step   string   `json:"step"`
	Note   string   `json:"note"`
	Quote  string   `json:"quote"`  // shown with it; "" = none
	Before *float64 `json:"before"` // the gap in the round that was talked about
	After  *float64 `json:"after"`  // and in the first round behind it that asked about the step; null when nobody scored again
}

// talksOf gives the talks about steps that are still there, in the order of the journey.
func talksOf(m model) []Talk {
	out := []Talk{}
	scores := scoresOf(m)
	for _, r := range m.board.Shown("gap_talk") {
		talk := boards.Read[boards.GapTalk](r)
		if m.Number(talk.StepID) == 0 || talk.RoundBefore == nil {
			continue
		}
		before := gapIn(scores, talk.StepID, *talk.RoundBefore)
		said := Talk{ID: r.ID, Step: talk.StepID, Note: talk.Note, Quote: talk.QuoteID, Before: before}
		for _, round := range roundsAt(scores, talk.StepID) {
			if round > *talk.RoundBefore && said.After == nil {
				said.After = gapIn(scores, talk.StepID, round)
			}
		}
		out = append(out, said)
	}
	slices.SortStableFunc(out, func(a, b Talk) int { return m.Number(a.Step) - m.Number(b.Step) })
	return out
}

// roundsAt gives the numbers of the rounds in which a step was scored, the first one first.
func roundsAt(scores []score, step string) []int {
	numbers := map[int]bool{}
	for _, s := range scores {
		if s.step == step {
			numbers[s.round] = true
		}
	}
	return slices.Sorted(maps.Keys(numbers))
}

// gapIn gives how far departments are apart at a step in one round; nil with fewer than two.
func gapIn(scores []score, step string, round int) *float64 {
	var here []score
	for _, s := range at(scores, step) {
		if s.round == round {
			here = append(here, s)
		}
	}
	means := departmentMeans(here)
	delete(means, "") // of those whose department is not told
	if len(means) < 2 {
		return nil
	}
	values := slices.Sorted(maps.Values(means))
	gap := values[len(values)-1] - values[0]
	return &gap
}
