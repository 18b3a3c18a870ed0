package report

import (
	"testing"

	"muntsaus/boards/insight"
)

// Page 1 tells the shared picture, or else the steps that are nobody's, between the chain and the coverage (method.md 5.2).
func TestPageOneTellsTheSharedPicture(t *testing.T) {
	b := full(t, "nl").b
	picture := &insight.SharedPicture{Value: 0.5, Differ: 0.8, Raters: 4, Departments: 3, Band: "partly", Enough: true}
	owners := &insight.Ownership{Asked: 4, Unowned: []string{"a", "b"}, Contested: []string{"c"}}
	for _, c := range []struct {
		language          string
		change            func(in *insight.Insight)
		value, unit, text string
		n                 string
	}{
		{"nl", func(in *insight.Insight) { in.SharedPicture = picture }, "50%", "gedeeld",
			"beeld: afdelingen schelen gemiddeld 0,8 punt (deels gedeeld).", "4 mensen scoorden, 3 afdelingen"},
		{"en", func(in *insight.Insight) { in.SharedPicture = picture }, "50%", "shared",
			"picture: departments are 0.8 apart on average (partly shared).", "4 people rated, 3 departments"},
		{"nl", func(in *insight.Insight) { in.Ownership = owners }, "3", "van de 4", "stappen zijn van niemand of van meer dan één.", "4 stappen gevraagd"},
	} {
		in := insight.Of(b)
		c.change(in)
		got := look(b, in, Options{Language: c.language}).bigNumbers()
		if len(got) != 3 || got[1].Value != c.value || got[1].Unit != c.unit || got[1].Text != c.text || got[1].N != c.n {
			t.Errorf("%s: %+v", c.language, got)
		}
	}
	in := insight.Of(b)
	few := *picture
	few.Enough = false
	in.SharedPicture = &few
	for _, n := range look(b, in, Options{Language: "nl"}).bigNumbers() {
		if n.Value == "50%" {
			t.Error("too few raters for a percentage")
		}
	}
}

// Page 2 draws what was scored; where nobody did, the line stops and says so.
func TestTheMapShowsTheScores(t *testing.T) {
	b := full(t, "nl").b
	in := insight.Of(b)
	if m := (mapMaker{view: look(b, in, Options{Language: "nl"})}); m.scores(0, 3) != nil {
		t.Error("nobody scored")
	}
	steps, departments := b.All("step"), b.All("department")
	low, high, face := -0.6, 0.5, -1
	up := 1
	by := map[string]float64{departments[0].ID: -1.5, departments[1].ID: 0.5}
	in.Curve = []insight.Point{{Step: steps[0].ID, Mean: &low, Face: &face, ByDepartment: by}, {Step: steps[1].ID, Mean: &high, Face: &up}}
	in.PeakEnd = &insight.PeakEnd{LowestStep: steps[0].ID, HighestStep: steps[1].ID,
		LowestSteps: []string{steps[0].ID}, HighestSteps: []string{steps[1].ID}}
	in.Gaps = []insight.Gap{{Step: steps[0].ID, Gap: 2, Low: departments[0].ID, High: departments[1].ID, Alert: true}}
	v := look(b, in, Options{Language: "nl"})
	got := mapMaker{view: v}.scores(0, 3)
	if got[0].Text != "laagste −0,6" || !got[0].Lowest || got[1].Text != "hoogste +0,5" || got[2].Text != "geen score" ||
		got[2].Line+got[2].Dot != "" {
		t.Errorf("%+v", got)
	}
	if got[0].Line == "" || got[1].Line == "" || got[0].Gap != departments[0].Str("code")+" en "+departments[1].Str("code")+": 2 verschil" {
		t.Errorf("%+v", got)
	}
}
