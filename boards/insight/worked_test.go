package insight

import (
	"fmt"
	"slices"
	"testing"

	"muntsaus/boards"
)

// Worked examples of method.md 3.4.1: the counts are not to be summed.
func TestHandoffExamples(t *testing.T) {
	lease, restaurant := Of(found(t, "lease", "nl")).Handoffs, Of(found(t, "restaurant", "nl")).Handoffs
	if lease.Front != 8 || lease.Crossings != 5 || lease.ContactDepartments != 7 {
		t.Errorf("lease %+v, want 8, 5 and 7", lease)
	}
	if restaurant.Front != 0 || restaurant.Crossings != 6 {
		t.Errorf("restaurant %+v: all tension is behind the line", restaurant)
	}
}

// method.md 3.4.2: four times over four departments, back where it began, 116 minutes; with one contact four times less of telling again.
func TestChainExample(t *testing.T) {
	x := set(t, "lease")
	c := Of(x.b).Chain
	want := []string{x.ref["kco"], x.ref["sch"], x.ref["vvv"], x.ref["wag"], x.ref["kco"]}
	if c.Length != 4 || c.Distinct != 4 || !c.Boomerang || *c.WaitMinutes != 116 || !slices.Equal(c.Departments, want) {
		t.Errorf("%+v", c)
	}
	again := 0
	for _, s := range look(x.b).Steps[3:7] { // what if one contact: everything after the first step of the chain
		if s.RepeatsStory {
			again++
		}
	}
	if c.TellAgain != again || again == 0 {
		t.Errorf("one contact saves %d, want %d", c.TellAgain, again)
	}
}

// method.md 3.4.2: fewer than half of the steps have an outcome, nothing is told; exactly half is enough.
func TestAChainNeedsOutcomes(t *testing.T) {
	x := set(t, "lease")
	steps := look(x.b).Steps
	for _, i := range []int{0, 1, 7, 8, 9} {
		x.set(steps[i].ID, boards.Fields{"outcome": nil})
	}
	if Of(x.b).Chain == nil {
		t.Error("6 of 11 steps have an outcome: the chain is told")
	}
	x.set(steps[10].ID, boards.Fields{"outcome": nil})
	if c := Of(x.b).Chain; c != nil {
		t.Errorf("5 of 11: %+v, want nothing, never 0", c)
	}
}

// method.md 3.4.2 and 6.2 check 6: of two chains as long the one over more departments, however late.
func TestMoreDepartmentsWin(t *testing.T) {
	step := func(id, front, outcome string) Step {
		return Step{ID: id, Step: boards.Step{FrontDepartmentID: front, Outcome: outcome}}
	}
	c := longest([]Step{step("1", "a", "passed_on"), step("2", "b", "passed_on"), step("3", "a", "solved"),
		step("4", "c", "passed_on"), step("5", "d", "passed_on"), step("6", "e", "passed_on")})
	if c.Steps[0] != "4" || c.Steps[len(c.Steps)-1] != "6" || c.Distinct != 3 || c.Boomerang {
		t.Errorf("%+v: the run at the end has no receiver and ends at the last step", c)
	}
}

// method.md 3.4.20: everybody on the map is here but ala, wag and her; a guest keeps no chair warm.
func TestEmptyChairsExample(t *testing.T) {
	x := set(t, "lease")
	empty := []string{x.ref["ala"], x.ref["wag"], x.ref["her"]}
	for _, d := range x.b.All("department") {
		role := "participant"
		if slices.Contains(empty, d.ID) {
			role = "guest"
		}
		x.put("person", boards.Fields{"department_id": d.ID, "role": role, "present": true})
	}
	if got := Of(x.b).EmptyChairs; len(got) != 3 || !slices.Contains(got, empty[0]) || !slices.Contains(got, empty[1]) ||
		!slices.Contains(got, empty[2]) {
		t.Errorf("%v, want %v", got, empty)
	}
}

// method.md 3.4.16: over all complete pains before any dots; a hypothesis below half.
func TestEvidence(t *testing.T) {
	pains := func(levels ...string) model {
		m := model{board: boards.New("b", "e")}
		for _, level := range levels {
			m.pains = append(m.pains, Pain{Complete: level != "unfinished", Pain: boards.Pain{EvidenceLevel: level}})
		}
		return m
	}
	if e := evidence(pains("known", "assumed", "unknown", "unfinished"), nil); *e != (Evidence{1, 3, true}) {
		t.Errorf("%+v", e)
	}
	if e := evidence(pains("known", "assumed"), nil); e.Hypothesis {
		t.Errorf("half is enough: %+v", e)
	}
	if e := evidence(pains("unfinished"), nil); e != nil {
		t.Errorf("%+v", e)
	}
}

// Lowest and highest of method.md 3.4.5: of equals the earlier step, and all of them by name; and the face a mean is nearest to.
func TestEndsOfTheCurve(t *testing.T) {
	point := func(step string, mean float64) Point { return Point{Step: step, Mean: &mean} }
	p := peakEnd([]Point{point("a", 0.5), point("b", -1), point("c", -1-1e-12), point("d", 0.5+1e-12)})
	if p.LowestStep != "b" || p.HighestStep != "a" {
		t.Errorf("%+v", p)
	}
	if low, high := fmt.Sprint(p.LowestSteps), fmt.Sprint(p.HighestSteps); low != "[b c]" || high != "[a d]" {
		t.Errorf("equals are named too: lowest %s, highest %s", low, high)
	}
	for mean, want := range map[float64]int{-2: -2, -1.5: -2, -0.5: -1, -0.49: 0, 0: 0, 0.49: 0, 0.5: 1, 1.4: 1, 1.5 - 1e-12: 2} {
		if got := faceOf(mean); got != want {
			t.Errorf("%v has face %d, want %d", mean, got, want)
		}
	}
	if got := curve(numbered(1), []score{{step: "1", department: "a", voice: "x", value: -2}, {step: "1", department: "b", voice: "y", value: -1}}, nil); *got[0].Face != -2 {
		t.Errorf("%+v", got)
	}
}

// The bands of method.md 2.9 cover the whole scale and name every value.
func TestBandsCoverTheScale(t *testing.T) {
	all := bands()
	if all[0].From != 0 || all[len(all)-1].To != 1 {
		t.Errorf("%+v", all)
	}
	for i, b := range all {
		if i > 0 && all[i-1].To != b.From {
			t.Errorf("%+v", all)
		}
		if got := bandOf(b.From); got != b.Name {
			t.Errorf("%v is %s, want %s", b.From, got, b.Name)
		}
	}
}
