package insight

import (
	"testing"

	"muntsaus/boards"
)

// method.md 3.3b: two voices about a step, then everybody scores again. How far apart they were is told of both rounds; until somebody
// scores again there is no after.
func TestTalksOfABoard(t *testing.T) {
	x := set(t, "lease")
	step := look(x.b).Steps[3].ID
	rate := func(number int, values map[string]int) {
		round := x.round("rating", "revealed", number)
		for department, value := range values {
			x.put("rating", boards.Fields{"round_id": round, "step_id": step, "value": value, "department_id": x.ref[department], "voice": department})
		}
	}
	rate(1, map[string]int{"kco": -2, "sch": 1})
	id := x.put("gap_talk", boards.Fields{"step_id": step, "note": "We zien een ander moment", "round_before": 1})
	talks := Of(x.b).Talks
	if len(talks) != 1 || talks[0].ID != id || *talks[0].Before != 3 || talks[0].After != nil {
		t.Fatalf("%+v", talks)
	}
	rate(2, map[string]int{"kco": -1}) // one department: no gap
	rate(3, map[string]int{"kco": -1, "sch": 0})
	if talks = Of(x.b).Talks; *talks[0].Before != 3 || *talks[0].After != 1 {
		t.Errorf("%+v", talks[0])
	}
	x.put("gap_talk", boards.Fields{"step_id": "gone", "round_before": 1})
	if talks = Of(x.b).Talks; len(talks) != 1 {
		t.Errorf("a step that is gone: %+v", talks)
	}
}
