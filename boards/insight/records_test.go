package insight

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// table puts records on a board as entries of the log would, whichever kinds this program knows.
type table struct {
	b   *boards.Board
	ref map[string]string // "s4", "kco" → id
	n   int
}

func set(t *testing.T, name string) *table {
	b := found(t, name, "nl")
	x := &table{b: b, ref: map[string]string{}}
	for _, kind := range []string{"step", "department"} {
		for _, r := range b.All(kind) {
			x.ref[r.Ref] = r.ID
		}
	}
	return x
}

func (x *table) put(kind string, fields boards.Fields, to ...string) string {
	x.n++
	r := &boards.Record{ID: fmt.Sprintf("put-%012d", x.n), Kind: kind, Fields: fields, To: to}
	x.b.Apply(boards.Entry{Effects: []boards.Effect{{E: "put", Record: r}}})
	return r.ID
}

func (x *table) set(id string, fields boards.Fields) {
	x.b.Apply(boards.Entry{Effects: []boards.Effect{{E: "set", ID: id, Fields: fields}}})
}

func (x *table) round(collect, state string, number int) string {
	return x.put("round", boards.Fields{"collect": collect, "state": state, "number": number})
}

// rate lets the people of the demo rate every step in one round.
func (x *table) rate(round string, ratings map[string][][]int) {
	steps := look(x.b).Steps
	for department, people := range ratings {
		for i, values := range people {
			for s, v := range values {
				x.put("rating", boards.Fields{"round_id": round, "step_id": steps[s].ID, "value": v, "department_id": x.ref[department],
					"voice": fmt.Sprint(department, i)})
			}
		}
	}
}

func TestRatingsOfABoardGiveTheDemoValues(t *testing.T) {
	for _, j := range template.All() {
		x := set(t, j.ID)
		x.rate(x.round("rating", "revealed", 1), j.DemoRatings)
		in := Of(x.b)
		near(t, j.ID+": shared picture", 100*in.SharedPicture.Value, j.Expected.DemoSharedPicture, 1e-3)
		near(t, j.ID+": peak–end", in.PeakEnd.Value, j.Expected.DemoPeakEnd, 1e-3)
		near(t, j.ID+": widest gap", in.Gaps[0].Gap, j.Expected.DemoGapMax[1], 1e-3)
		near(t, j.ID+": where", float64(look(x.b).Number(in.Gaps[0].Step)), j.Expected.DemoGapMax[0], 0)
	}
}

// Nothing of an open or cancelled round, nothing sealed, nothing of a step or department that is gone.
func TestOnlyWhatIsRevealedCounts(t *testing.T) {
	x := set(t, "lease")
	one := func(round, step, department string, to ...string) {
		x.put("rating", boards.Fields{"round_id": round, "step_id": step, "value": 1, "department_id": department, "voice": "v"}, to...)
	}
	step, department := x.b.All("step")[0].ID, x.b.All("department")[0].ID
	revealed := x.round("rating", "revealed", 1)
	one(x.round("rating", "open", 2), step, department)
	one(x.round("rating", "cancelled", 3), step, department)
	one(x.round("vote", "revealed", 1), step, department)
	one(revealed, step, department, "somebody")
	one(revealed, "gone", department)
	one(revealed, step, "gone")
	x.put("rating", boards.Fields{"round_id": revealed, "step_id": step, "department_id": department, "voice": "don't know"})
	if in := Of(x.b); len(in.Curve) != 0 || in.SharedPicture != nil {
		t.Errorf("%+v", in.Curve)
	}
	one(revealed, step, department)
	if in := Of(x.b); len(in.Curve) != 1 || in.Curve[0].N != 1 {
		t.Errorf("%+v", in.Curve)
	}
}

func TestClaimsAndLeadsOfABoard(t *testing.T) {
	x := set(t, "lease")
	steps := look(x.b).Steps
	claims := x.put("round",
		boards.Fields{"collect": "ownership_claim", "state": "revealed", "number": 1, "step_ids": []string{steps[0].ID, steps[1].ID}})
	for _, d := range []string{"kco", "sch"} {
		x.put(
			"ownership_claim",
			boards.Fields{"round_id": claims, "step_id": steps[0].ID, "department_id": x.ref[d], "voice": d, "answer": "not",
				"points_to": x.ref["her"]},
		)
	}
	x.set(steps[1].ID, boards.Fields{"leading": nil})
	for _, voice := range []string{"a", "b"} {
		x.put("leading_vote", boards.Fields{"round_id": x.round("leading_vote", "revealed", 1), "step_id": steps[1].ID, "value": "customer",
			"department_id": x.ref["kco"], "voice": voice})
	}
	before, in := look(found(t, "lease", "nl")), Of(x.b)
	if o := in.Ownership; !slices.Equal(o.Unowned, []string{steps[0].ID}) || o.Asked != 2 || *o.Rate != 0.5 ||
		o.Steps[0].Points[0].To != x.ref["her"] {
		t.Errorf("%+v", o)
	}
	if in.CustomerLeads.Of != len(before.Steps) || in.Sentences[1].Text != "1 van de 2 stappen is van niemand." {
		t.Errorf("%+v %q", in.CustomerLeads, in.Sentences)
	}
	if in.Hints[0].Code != "unowned" {
		t.Errorf("%q", in.Hints)
	}
}

func TestCustomersOfABoard(t *testing.T) {
	x := set(t, "lease")
	grade := x.put("indicator", boards.Fields{"metric": "grade", "scale_min": 1, "scale_max": 10})
	x.put("measurement", boards.Fields{"indicator_id": grade, "date": "2026-11-01", "n": 40, "value": 6.0, "sd": 1.0, "is_baseline": true})
	if in := Of(x.b); in.Indicator.Value != 6 || in.Indicator.Baseline != nil || in.InsideOutside != nil {
		t.Errorf("%+v", in.Indicator)
	}
	x.put("measurement", boards.Fields{"indicator_id": grade, "date": "2027-02-01", "n": 40, "value": 7.0, "sd": 1.0})
	x.put("measurement", boards.Fields{"indicator_id": grade, "date": "2027-01-01", "n": 40, "value": 1.0})
	round := x.round("prediction", "revealed", 1)
	for _, d := range []string{"kco", "sch"} {
		x.put("prediction", boards.Fields{"round_id": round, "value": 9, "department_id": x.ref[d], "voice": d})
	}
	x.put("prediction", boards.Fields{"round_id": round, "value": 1, "guest": true, "voice": "g"})
	in := Of(x.b)
	if i := in.Indicator; i.Value != 7 || i.Baseline.Value != 6 || !*i.Change.Demonstrable {
		t.Errorf("%+v", in.Indicator)
	}
	if o := in.InsideOutside; o.Internal != 9 || o.Gap != 2 || !*o.Demonstrable {
		t.Errorf("%+v", in.InsideOutside)
	}
}

func TestPromiseOfABoard(t *testing.T) {
	x := set(t, "lease")
	for i, kept := range []string{"yes", "partly", "no"} {
		x.set(x.b.All("step")[i].ID, boards.Fields{"promise_kept": kept})
	}
	if got, want := Of(x.b).PromiseKept, (&PromiseKept{1, 1, 1, 0.5}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

// Done at half past midnight in Amsterdam is the next day there, whatever the day in UTC.
func TestFollowThroughInTheTimeZoneOfTheBoard(t *testing.T) {
	x, zone := set(t, "lease"), time.FixedZone("Amsterdam", 3600)
	fix := func(doneAt string) {
		x.put("fix", boards.Fields{"status": "done", "due_date": "2026-12-01", "done_at": doneAt})
	}
	fix("2026-12-01T22:30:00.000Z")
	fix("2026-12-01T23:30:00.000Z")
	if f := FollowThroughOn(x.b, time.Date(2026, 12, 1, 23, 59, 0, 0, zone)); f == nil || f.Due != 2 || f.OnTime != 0.5 || f.Done != 1 {
		t.Errorf("%+v", f)
	}
	if f := FollowThroughOn(x.b, time.Date(2026, 11, 30, 23, 59, 0, 0, zone)); f != nil {
		t.Errorf("due tomorrow: %+v", f)
	}
}

// Q1: answers whose department is not told count together, without a line of their own.
func TestQ1HiddenDepartmentsCountTogether(t *testing.T) {
	x := set(t, "lease")
	round := x.round("rating", "revealed", 1)
	rate := func(department string, value int) {
		fields := boards.Fields{"round_id": round, "step_id": x.ref["s1"], "value": value}
		if department != "" {
			fields["department_id"], fields["voice"] = x.ref[department], fmt.Sprint("v", x.n)
		}
		x.put("rating", fields)
	}
	rate("kco", 2)
	rate("kco", 2)
	for range 3 {
		rate("", -1)
	}
	p := Of(x.b).Curve[0]
	if p.N != 5 || *p.Mean != 0.5 || len(p.ByDepartment) != 1 || p.ByDepartment[x.ref["kco"]] != 2 {
		t.Errorf("%+v", p)
	}
	if gaps := Of(x.b).Gaps; len(gaps) != 0 {
		t.Errorf("a gap to nobody in particular: %+v", gaps)
	}
}

// Q5: of several votes about one kind the latest stands in the insights, beside the latest about the other kind; docs/protocol.md says so.
func TestQ5VotesAreThoseOfTheLatestRound(t *testing.T) {
	x := set(t, "lease")
	voted := func(kind string, number, dots int) (round string) {
		item := x.put(kind, boards.Fields{"text": fmt.Sprint("voted about ", kind, number)})
		round = x.round("vote", "revealed", number)
		x.set(round, boards.Fields{"object_type": kind})
		x.put("tally", boards.Fields{"round_id": round, "item_id": item, "count": dots, "fair": 100.0})
		return round
	}
	voted("pain", 1, 3)
	second, fixes := voted("pain", 2, 4), voted("fix", 1, 2)
	got := map[string]int{}
	for _, v := range Of(x.b).Votes {
		got[v.Round] = v.Raw
	}
	if len(got) != 2 || got[second] != 4 || got[fixes] != 2 {
		t.Errorf("%v", got)
	}
}

// Q7: a persona that the journey does not name was shown on the screens, and the sentences called it "the customer".
func TestQ7ThePersonaOfTheJourney(t *testing.T) {
	x := set(t, "blank")
	if got := look(x.b).personaName(); got != "" {
		t.Errorf("nobody is called %q", got)
	}
	first := x.put("persona", boards.Fields{"name": "Sanne"})
	if got := look(x.b).personaName(); got != "Sanne" {
		t.Errorf("the only persona is called %q", got)
	}
	other := x.put("persona", boards.Fields{"name": "Ruben"})
	x.set(x.b.All("journey")[0].ID, boards.Fields{"persona_id": other})
	if got := look(x.b).personaName(); got != "Ruben" {
		t.Errorf("the journey names Ruben, not %q", got)
	}
	x.b.Apply(boards.Entry{Effects: []boards.Effect{{E: "del", ID: other}}})
	if p := boards.PersonaOf(x.b); p == nil || p.ID != first {
		t.Errorf("the one it named is gone: %+v", p)
	}
}
