package insight

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

func moment() boards.Moment {
	n := 0
	return boards.Moment{At: 1763980000000, ID: func() string { n++; return fmt.Sprintf("id-%016d", n) }}
}

func found(t *testing.T, name, language string) *boards.Board {
	t.Helper()
	b, _, err := template.Found("board-1", "e1", template.Wish{Template: name, Agenda: "2h", Language: language}, moment())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The expected values of method.md 6.2 check 5, that need no ratings.
func TestTemplatesGiveTheirExpectedValues(t *testing.T) {
	for _, j := range template.All() {
		in, e, m := Of(found(t, j.ID, "nl")), j.Expected, look(found(t, j.ID, "nl"))
		check := func(what string, got, want any) {
			if got != want {
				t.Errorf("%s: %s = %v, want %v", j.ID, what, got, want)
			}
		}
		check("front", in.Handoffs.Front, e.FrontHandoffs)
		check("crossings", in.Handoffs.Crossings, e.FrontBackCrossings)
		check("explicit", in.Handoffs.Explicit, e.ExplicitHandoffs)
		check("contact departments", in.Handoffs.ContactDepartments, e.ContactDepartments)
		check("repeats", in.RepeatsStory, e.Repeat)
		check("leads", in.CustomerLeads.Yes, e.CustomerLeading)
		var nobody []int
		for _, id := range in.NobodyInSight {
			nobody = append(nobody, m.Number(id))
		}
		if !slices.Equal(nobody, e.NobodyInSight) {
			t.Errorf("%s: nobody in sight %v, want %v", j.ID, nobody, e.NobodyInSight)
		}
		if e.Chain == nil || e.Chain.L == 0 {
			if in.Chain != nil {
				t.Errorf("%s: chain %+v, want none", j.ID, *in.Chain)
			}
			continue
		}
		check("chain length", in.Chain.Length, e.Chain.L)
		check("chain distinct", in.Chain.Distinct, e.Chain.Distinct)
		check("boomerang", in.Chain.Boomerang, e.Chain.Boomerang)
		check("wait", *in.Chain.WaitMinutes, e.Chain.Wait)
		check("first step", m.Number(in.Chain.Steps[0]), e.Chain.From)
		check("last step", m.Number(in.Chain.Steps[len(in.Chain.Steps)-1]), e.Chain.To)
	}
}

func TestChainEdges(t *testing.T) {
	step := func(front, outcome string) Step {
		return Step{ID: front, Step: boards.Step{FrontDepartmentID: front, Outcome: outcome}}
	}
	if c := longest([]Step{step("a", "solved"), step("b", "passed_on")}); c != nil {
		t.Errorf("a run at the last step without receiver and one department is no chain: %+v", c)
	}
	c := longest([]Step{step("a", "passed_on"), step("", "passed_on"), step("b", "passed_on")})
	if c == nil || c.Length != 1 {
		t.Errorf("fronts without a department are skipped: %+v", c)
	}
	two := []Step{step("a", "passed_on"), step("b", "solved"), step("c", "passed_on"), step("d", "solved")}
	if c := longest(two); c.Steps[0] != "a" {
		t.Errorf("of two equal chains the first: %+v", c)
	}
}

// Worked example of method.md 3.4.11: F = 30, 24, 18, 10, 6; covered are 1 and 5.
func TestCoverageExample(t *testing.T) {
	b := boards.Found("b", "e", moment())
	b.Put("board", "", boards.Fields{"title": "t", "language": "nl", "date": "2026-11-22"})
	b.Put("journey", "", boards.Fields{"title": "t"})
	phase := b.Put("phase", "", boards.Fields{"title": "p"})
	step := b.Put("step", "", boards.Fields{"phase_id": phase, "title": "step"})
	department := b.Put("department", "", boards.Fields{"name": "D", "code": "D"})
	var pains []string
	for i := range 5 {
		pains = append(pains, b.Put("pain", "", boards.Fields{"text": fmt.Sprintf("pain number %d is here", i), "step_id": step}))
	}
	round := b.Put("round", "",
		boards.Fields{"collect": "vote", "state": "revealed", "object_type": "pain", "number": 1, "item_ids": pains})
	for i, fair := range []float64{30, 24, 18, 10, 6} {
		b.Put("tally", "", boards.Fields{"round_id": round, "item_id": pains[i], "count": int(fair), "fair": fair, "departments": 1})
	}
	fix := func(pain int, status, owner, due string) {
		fields := boards.Fields{
			"text":           "Do something",
			"pain_ids":       []string{pains[pain]},
			"department_ids": []string{department},
			"status":         status,
		}
		if owner != "" {
			fields["owner_person"] = owner
		}
		if due != "" {
			fields["due_date"] = due
		}
		b.Put("fix", "", fields)
	}
	fix(0, "agreed", "Joris", "2026-12-01")
	fix(1, "agreed", "Joris", "")
	fix(3, "dropped", "Joris", "2026-12-01")
	fix(4, "done", "Joris", "2026-12-01")
	board, err := b.Board()
	if err != nil {
		t.Fatal(err)
	}
	c := Of(board).Coverage
	if c.Covered != 2 || c.Of != 5 || c.Share != 0.4 || math.Abs(c.Weighted-36.0/88) > 1e-9 {
		t.Errorf("coverage %+v, want 2 of 5, 0.4, 0.409", c)
	}
}

func TestSentencesInBothLanguages(t *testing.T) {
	if got := Of(found(t, "lease", "nl")).Sentences[0].Text; got != "Sanne wordt 4 keer doorgestuurd langs 4 afdelingen voordat de vraag is opgelost." {
		t.Error(got)
	}
	if got := Of(found(t, "lease", "en")).Sentences[0].Text; got != "Sanne is passed on 4 times across 4 departments before the question is solved." {
		t.Error(got)
	}
	one, half := &Coverage{Covered: 1, Of: 5}, 17.0
	got := Sentences(&Insight{Coverage: one, HoursPerWeek: &half, Evidence: &Evidence{Known: 2, Of: 5}}, "", "nl")
	want := []string{"1 van de 5 belangrijkste pijnpunten heeft een eigenaar en een datum.",
		"2 van de 5 pijnpunten hebben we van klanten gehoord; de rest is onze aanname.", "Dit kost nu naar schatting 17 uur per week."}
	for i, w := range want {
		if got[i].Text != w {
			t.Errorf("got %q, want %q", got[i].Text, w)
		}
	}
}

func TestEmptyBoardGivesNoNumbers(t *testing.T) {
	in := Of(found(t, "blank", "nl"))
	if in.Chain != nil || in.Coverage != nil || in.Evidence != nil || in.CustomerLeads != nil || in.HoursPerWeek != nil ||
		len(in.Sentences) != 0 {
		t.Errorf("%+v", in)
	}
}

func TestEmptyChairsOfLease(t *testing.T) {
	if got := len(Of(found(t, "lease", "nl")).EmptyChairs); got != 8 {
		t.Errorf("%d empty chairs, want 8: nobody has joined", got)
	}
}
