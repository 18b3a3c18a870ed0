package insight

import (
	"testing"
	"time"

	"muntsaus/boards"
)

// Below the middle a fix asks for a talk; the latest round that asked counts, and too few answers say nothing.
func TestConfidence(t *testing.T) {
	x := set(t, "lease")
	one := x.put("fix", boards.Fields{"text": "call every customer"})
	two := x.put("fix", boards.Fields{"text": "one name on every mail"})
	x.put("fix", boards.Fields{"text": "nobody was asked about"})
	result := func(round, fix string, n int, median any) {
		x.put("estimate_result", boards.Fields{"round_id": round, "item_id": fix, "n": n, "confidence": median})
	}
	first, second := x.round("estimate", "revealed", 1), x.round("estimate", "revealed", 2)
	result(second, one, 4, 2.5)
	result(first, one, 6, 5)
	result(first, two, 3, 3)
	result(x.round("estimate", "revealed", 3), one, 2, nil)
	got := Of(x.b).Confidence
	if len(got) != 2 || got[0] != (Confidence{one, 2.5, 4, true}) || got[1] != (Confidence{two, 3, 3, false}) {
		t.Errorf("%+v", got)
	}
	if Of(set(t, "lease").b).Confidence != nil {
		t.Error("nobody was asked")
	}
}

// The number of a board: its latest measurement, the target, the baseline, and all of them by day.
func TestSeriesOfANumber(t *testing.T) {
	x := set(t, "lease")
	number := x.put("indicator", boards.Fields{"metric": "nps", "variant": "classic", "target_value": 20, "scale_min": 0, "scale_max": 10})
	if in := Of(x.b); in.Indicator != nil || in.Series != nil {
		t.Error("nothing was measured")
	}
	counts := func(detractors, passives, promoters int) []any {
		return []any{detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters, 0}
	}
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-12-01", "n": 70, "counts": counts(16, 30, 24)})
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-06-01", "n": 200, "counts": counts(100, 50, 50), "is_baseline": true})
	in := Of(x.b)
	near(t, "value", in.Indicator.Value, 11.43, 0.005)
	nearAt(t, "low", in.Indicator.Low, -6.2, 0.05)
	nearAt(t, "high", in.Indicator.High, 28.1, 0.05)
	if in.Indicator.N != 70 || in.Indicator.Unit != "points" || *in.Indicator.Target != 20 || in.Indicator.Baseline.Value != -25 {
		t.Errorf("%+v", in.Indicator)
	}
	if in.Indicator.Demonstrable == nil || !*in.Indicator.Demonstrable {
		t.Errorf("from −25 to +11: %+v", in.Indicator.Change)
	}
	if len(in.Series) != 2 || in.Series[0].Date != "2026-06-01" || in.Series[1].N != 70 {
		t.Errorf("%+v", in.Series)
	}
}

// Fewer than ten customers are counted, nobody gets a percentage of them.
func TestFewCustomersAreCounted(t *testing.T) {
	x := set(t, "lease")
	number := x.put("indicator", boards.Fields{"metric": "csat", "scale_min": 1, "scale_max": 5})
	x.put("measurement", boards.Fields{"indicator_id": number, "date": "2026-12-01", "n": 9, "counts": []any{0, 1, 1, 4, 3}})
	in := Of(x.b).Indicator
	if in.Display != "counts" || in.Good == nil || *in.Good != 7 || in.N != 9 || in.Unit != "percent" {
		t.Errorf("%+v", in)
	}
}

// Follow-through is told by the day on which it is asked for, on the board's own calendar.
func TestFollowThroughOnADay(t *testing.T) {
	x := set(t, "lease")
	x.put("fix", boards.Fields{"text": "call", "status": "done", "due_date": "2026-12-01", "done_at": "2026-11-30T22:30:00Z"})
	x.put("fix", boards.Fields{"text": "write", "status": "agreed", "due_date": "2026-12-02"})
	if Of(x.b).FollowThrough != nil {
		t.Error("Of knows no clock")
	}
	got := On(x.b, time.Date(2026, 12, 1, 23, 30, 0, 0, time.UTC)).FollowThrough // in Amsterdam it is the second already
	if got == nil || got.Due != 2 || got.OnTime != 0.5 || got.Done != 0.5 {
		t.Errorf("%+v", got)
	}
}
