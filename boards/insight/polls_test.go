package insight

import (
	"testing"

	"muntsaus/boards"
)

// The last poll of a sort that is shown counts: of what too few answered later nothing is told, and what was told stands.
func TestPollsOfABoard(t *testing.T) {
	x := set(t, "lease")
	add := func(poll string, n int, shown bool, items ...any) {
		fields := boards.Fields{"round_id": x.put("round", boards.Fields{"collect": "poll", "poll": poll, "number": 1, "state": "revealed"}),
			"poll": poll, "n": n, "shown": shown}
		if shown {
			fields["items"], fields["departments"] = items, []any{}
		}
		x.put("poll_result", fields)
	}
	row := func(name string, mean float64) any { return map[string]any{"name": name, "n": 5, "mean": mean} }
	if in := Of(x.b); in.Mirror != nil || in.Courage != nil || in.Checkout != nil || in.Importance != nil || in.Promise != nil {
		t.Errorf("nothing was asked: %+v", in)
	}
	add("mirror", 5, true, row("self", 8), row("own", 7), map[string]any{"name": "other", "n": 1}, row("organisation", 6))
	add("mirror", 4, false)
	add("courage", 5, true, row("dare", 2.5))
	add("checkout", 5, true, row("fun", 4.25), row("useful", 4.5))
	in := Of(x.b)
	if m := in.Mirror; m == nil || m.N != 5 || *m.Self != 8 || m.Other != nil || *m.Gap != 2 || m.Both != nil {
		t.Errorf("%+v", m)
	}
	if c := in.Checkout; c == nil || *c.Fun != 4.25 || *c.Useful != 4.5 || c.N != 5 {
		t.Errorf("%+v", c)
	}
	if len(in.Courage) != 1 || in.Courage[0].Name != "dare" || !afraid(in.Courage) {
		t.Errorf("%+v", in.Courage)
	}
}
