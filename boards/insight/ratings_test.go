package insight

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"muntsaus/boards/template"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s = %v, want %v ± %v", what, got, want, within)
	}
}

func nearAt(t *testing.T, what string, got *float64, want, within float64) {
	t.Helper()
	if got == nil {
		t.Errorf("%s = nil, want %v", what, want)
		return
	}
	near(t, what, *got, want, within)
}

// numbered gives step ids "1" … "n".
func numbered(n int) []string {
	var ids []string
	for i := range n {
		ids = append(ids, fmt.Sprint(i+1))
	}
	return ids
}

// scored turns the ratings of each department's people, step by step, into scores.
func scored(round int, ratings map[string][][]int) []score {
	var out []score
	for _, d := range slices.Sorted(maps.Keys(ratings)) {
		for person, values := range ratings[d] {
			for i, v := range values {
				out = append(out, score{round: round, step: fmt.Sprint(i + 1), department: d, voice: fmt.Sprint(d, person), value: v})
			}
		}
	}
	return out
}

// workshop is the worked example of method.md 2.9: Bediening B1 and B2, Keuken, Bedrijfsleiding; five steps.
var workshop = map[string][][]int{"bed": {{1, 1, -1, 0, 0}, {1, 2, -2, 1, 0}}, "keu": {{1, 1, 1, 2, 0}}, "bdl": {{1, 2, 0, 1, 1}}}

var teamsOfWorkshop = []team{{"bed", "front"}, {"keu", "back"}, {"bdl", "support"}}

// The expected values of method.md 6.2 check 5, that need ratings.
func TestTemplatesGiveTheirExpectedRatings(t *testing.T) {
	for _, j := range template.All() {
		var teams []team
		for _, d := range j.Departments {
			teams = append(teams, team{d.ID, d.Stage})
		}
		now, steps := scored(1, j.DemoRatings), numbered(len(j.Steps))
		points := curve(steps, now, nil)
		for i, want := range j.Expected.DemoCurve {
			nearAt(t, fmt.Sprintf("%s: curve %d", j.ID, i+1), points[i].Mean, want, 1e-3)
		}
		near(t, j.ID+": shared picture", 100*sharedPicture(steps, now, nil).Value, j.Expected.DemoSharedPicture, 1e-3)
		widest, end := gaps(teams, points)[0], peakEnd(points)
		near(t, j.ID+": widest gap", widest.Gap, j.Expected.DemoGapMax[1], 1e-3)
		near(t, j.ID+": peak–end", end.Value, j.Expected.DemoPeakEnd, 1e-3)
		if want := fmt.Sprint(j.Expected.DemoGapMax[0]); widest.Step != want {
			t.Errorf("%s: widest gap at step %s, want %s", j.ID, widest.Step, want)
		}
		if want := fmt.Sprint(j.Expected.DemoExtremeStep); end.ExtremeStep != want {
			t.Errorf("%s: extreme at step %s, want %s", j.ID, end.ExtremeStep, want)
		}
	}
}

// Worked example of method.md 3.4.5 and 6.2 check 7.
func TestCurveExample(t *testing.T) {
	points := curve(numbered(5), scored(1, workshop), nil)
	for i, want := range []float64{1, 1.5, -1.0 / 6, 7.0 / 6, 1.0 / 3} {
		nearAt(t, fmt.Sprint("y of step ", i+1), points[i].Mean, want, 1e-9)
	}
	end := peakEnd(points)
	near(t, "peak–end", end.Value, 0.9167, 1e-4)
	if end.ExtremeStep != "2" || end.LastStep != "5" || points[0].N != 4 {
		t.Errorf("%+v, n %d", end, points[0].N)
	}
}

// Worked example of method.md 3.4.6.
func TestGapExample(t *testing.T) {
	all := gaps(teamsOfWorkshop, curve(numbered(5), scored(1, workshop), nil))
	g := all[0]
	near(t, "gap", g.Gap, 2.5, 1e-9)
	nearAt(t, "front–back", g.FrontBack, -2.0, 1e-9)
	if g.Step != "3" || g.Low != "bed" || g.High != "keu" || !g.Alert || len(all) != 5 {
		t.Errorf("%+v of %d", g, len(all))
	}
	if last := all[4]; last.Step != "1" || last.Alert || last.Gap != 0 {
		t.Errorf("steps without a gap are listed too, last: %+v", last)
	}
}

func TestGapEdges(t *testing.T) {
	two := curve([]string{"1"},
		[]score{{step: "1", department: "a", voice: "x", value: -2}, {step: "1", department: "b", voice: "y", value: 2}}, nil)
	if g := gaps([]team{{"a", "front"}, {"b", "partner"}}, two)[0]; g.Alert || g.FrontBack != nil {
		t.Errorf("two people are no alert, a partner stands on neither side: %+v", g)
	}
	if g := gaps([]team{{"a", "front"}}, curve([]string{"1"}, []score{{step: "1", department: "a", value: 1}}, nil)); len(g) != 0 {
		t.Errorf("one department has no gap: %+v", g)
	}
	thirds := map[string][][]int{"a": {{0, 1}, {0, 1}, {1, 0}}, "b": {{1, 2}, {1, 1}, {2, 1}}} // 1/3 and 4/3; 2/3 and 4/3
	if g := gaps([]team{{"a", "front"}, {"b", "back"}}, curve(numbered(2), scored(1, thirds), nil))[0]; !g.Alert || g.Step != "1" {
		t.Errorf("one point apart is an alert whatever the last bit says: %+v", g)
	}
}

func TestPeakEndEdges(t *testing.T) {
	point := func(step string, mean float64) Point { return Point{Step: step, Mean: &mean} }
	for _, c := range []struct {
		points []Point
		want   string
	}{
		{[]Point{point("a", 1), point("b", -1), point("c", -1)}, "b"},
		{[]Point{point("a", -1), point("b", 1+1e-12)}, "a"},
		{[]Point{point("a", 1), point("b", 1)}, "a"},
		{[]Point{point("a", 0), {Step: "b", Guests: &Crowd{2, 1}}}, "a"},
	} {
		if got := peakEnd(c.points); got.ExtremeStep != c.want {
			t.Errorf("extreme %s, want %s", got.ExtremeStep, c.want)
		}
	}
	if peakEnd([]Point{{Step: "b", Guests: &Crowd{2, 1}}}) != nil || peakEnd(nil) != nil {
		t.Error("nobody rated: no peak–end")
	}
}

func TestGuestsHaveTheirOwnLine(t *testing.T) {
	now := []score{
		{step: "1", department: "a", voice: "x", value: 1},
		{step: "1", voice: "g", value: -2, guest: true},
		{step: "2", voice: "g", value: -1, guest: true},
	}
	points := curve(numbered(3), now, nil)
	if len(points) != 2 || *points[0].Mean != 1 || points[0].N != 1 || points[0].Guests.Mean != -2 || len(points[0].ByDepartment) != 1 {
		t.Errorf("%+v", points)
	}
	if points[1].Mean != nil || points[1].N != 0 || points[1].Guests.N != 1 {
		t.Errorf("only a guest: no mean: %+v", points[1])
	}
}

func TestTheHighestRoundOfEachStepCounts(t *testing.T) {
	all := []score{{1, "1", "a", "x", 0, false}, {1, "1", "b", "y", 2, false}, {1, "2", "a", "x", 1, false}, {2, "1", "a", "x", -1, false},
		{3, "1", "a", "x", -2, false}, {3, "1", "b", "z", 2, false}, {4, "1", "", "g", 2, true}}
	now, before := newest(all)
	points := curve(numbered(2), now, before)
	if *points[0].Mean != 0 || points[0].N != 2 || *points[1].Mean != 1 || points[1].Before != nil || points[0].Guests.N != 1 {
		t.Errorf("%+v", points)
	}
	if b := points[0].Before; b == nil || b.Mean != -1 || b.Now != -2 || b.N != 1 {
		t.Errorf("before is the round before it, same voices: %+v", b)
	}
}

func TestForgetZone(t *testing.T) {
	points := curve(numbered(5), scored(1, workshop), nil)
	if got := forgetZone(points, map[string]bool{"5": true}); !slices.Equal(got, []string{"3"}) {
		t.Errorf("forget zone %v, want step 3: step 5 has a story", got)
	}
}
