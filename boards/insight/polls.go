package insight

import "muntsaus/boards"

// What anonymous polls told (method.md 2.8): a board holds their sums only, and of what too few answered nothing but how many. The
// last poll of a sort that is shown counts.

// polled gives the last result of a sort of poll that is shown; nil when there is none.
func polled(b *boards.Board, poll string) *boards.PollResult {
	var last *boards.PollResult
	for _, r := range b.Shown("poll_result") {
		if result := boards.Read[boards.PollResult](r); result.Poll == poll && result.Shown {
			last = &result
		}
	}
	return last
}

// asked fills in what anonymous polls told.
func (in *Insight) asked(b *boards.Board) {
	in.Mirror = mirror(polled(b, "mirror"))
	in.Courage = courage(polled(b, "courage"))
	in.Importance = importance(polled(b, "importance"))
	in.Checkout = checkout(polled(b, "checkout"))
}

// meanOf gives the mean of one question; nil when too few people answered it.
func meanOf(p *boards.PollResult, question string) *float64 {
	for _, item := range p.Items {
		if item.Name == question {
			return item.Mean
		}
	}
	return nil
}

// Importance is how important people say customer focus really is, when it costs something: 1 to 10 (method.md 3.3b).
type Importance struct {
	N    int     `json:"n"`
	Mean float64 `json:"mean"`
}

func importance(p *boards.PollResult) *Importance {
	if p == nil || meanOf(p, "importance") == nil {
		return nil
	}
	return &Importance{p.N, *meanOf(p, "importance")}
}

// Checkout is how people liked the workshop: 1 to 5 (method.md 3.3b).
type Checkout struct {
	Fun    *float64 `json:"fun"`
	Useful *float64 `json:"useful"`
	N      int      `json:"n"`
}

func checkout(p *boards.PollResult) *Checkout {
	if p == nil {
		return nil
	}
	return &Checkout{meanOf(p, "fun"), meanOf(p, "useful"), p.N}
}
