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
