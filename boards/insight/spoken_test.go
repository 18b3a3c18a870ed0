package insight

import (
	"slices"
	"testing"
	"time"

	"muntsaus/boards"
)

func TestGapSentences(t *testing.T) {
	name := func(id string) string {
		return map[string]string{"3": "Bestellen", "bed": "Bediening", "keu": "Keuken"}[id]
	}
	list := gaps(teamsOfWorkshop, curve(numbered(5), scored(1, workshop), nil))
	for _, c := range [][2]string{
		{speaker{dutch: true}.gap(list, name), "Bij ‘Bestellen’ schelen Bediening en Keuken 2,5 punt: daar kijken we anders naar dezelfde klant."},
		{speaker{}.gap(list, name), "At ‘Bestellen’ Bediening and Keuken differ 2.5 points."},
		{speaker{}.gap([]Gap{{Step: "3", Gap: 1, Low: "bed", High: "keu", Alert: true}}, name), "At ‘Bestellen’ Bediening and Keuken differ 1 point."},
		{speaker{}.gap([]Gap{{Step: "3", Gap: 4, Low: "bed", High: "keu"}}, name), ""},
		{speaker{}.gap(list, func(string) string { return "" }), ""},
		{speaker{}.gap(nil, name), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestUnownedSentences(t *testing.T) {
	for _, c := range []struct {
		x, n   int
		nl, en string
	}{
		{3, 11, "3 van de 11 stappen zijn van niemand.", "3 of 11 steps belong to nobody."},
		{1, 11, "1 van de 11 stappen is van niemand.", "1 of 11 steps belongs to nobody."},
		{2, 2, "Alle 2 stappen zijn van niemand.", "All 2 steps belong to nobody."},
		{1, 1, "De stap is van niemand.", "The step belongs to nobody."},
		{0, 1, "We vonden geen stap die van niemand is.", "We found no step that belongs to nobody."},
		{0, 5, "We vonden geen stap die van niemand is.", "We found no step that belongs to nobody."},
	} {
		if nl, en := (speaker{dutch: true}).unowned(c.x, c.n), (speaker{}).unowned(c.x, c.n); nl != c.nl || en != c.en {
			t.Errorf("%d of %d: %q, %q", c.x, c.n, nl, en)
		}
	}
	for _, c := range []struct {
		unknown, asked int
		nl, en         string
	}{
		{1, 1, "Van de stap weten we niet van wie die is.", "We do not know whose the step is."},
		{4, 4, "Van geen van de 4 stappen weten we van wie die is.", "We know of none of the 4 steps whose it is."},
		{1, 4, "Van 1 van de 4 stappen weten we niet van wie die is.", "Of 1 of the 4 steps we do not know whose it is."},
		{2, 4, "Van 2 van de 4 stappen weten we niet van wie ze zijn.", "Of 2 of the 4 steps we do not know whose they are."},
		{0, 4, "We vonden geen stap die van niemand is.", "We found no step that belongs to nobody."},
	} {
		o := Ownership{Asked: c.asked, Unknown: make([]string, c.unknown)}
		if nl, en := o.Projected("nl"), o.Projected("en"); nl != c.nl || en != c.en {
			t.Errorf("N4: %d of %d: %q, %q", c.unknown, c.asked, nl, en)
		}
	}
	if got := (&Ownership{Clear: []string{"1"}}).Projected("nl"); got != "" {
		t.Errorf("no round, no sentence: %q", got)
	}
}

// The sentences of method.md 2.9.
func TestSharedPictureSentences(t *testing.T) {
	p := sharedPicture(numbered(5), scored(1, workshop), nil)
	two := sharedPicture(numbered(1), scored(1, map[string][][]int{"a": {{0}}, "b": {{2}}}), nil)
	for _, c := range [][2]string{
		{p.Projected("nl"), "Gedeeld beeld 50%. Twee mensen van verschillende afdelingen verschillen gemiddeld 0,8 punt; bij willekeurige antwoorden zou dat 1,6 zijn."},
		{p.Projected("en"), "Shared picture 50%. Two people from different departments differ 0.8 point on average; with random answers it would be 1.6."},
		{p.Range("nl"), "50% (44–56% als één deelnemer had ontbroken)"},
		{p.Range("en"), "50% (44–56% if one participant had been missing)"},
		{two.Projected("nl"), "2 punten verschil, 2 mensen."},
		{two.Projected("en"), "2 points difference, 2 people."},
		{two.Range("nl"), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestSentencesStandInTheOrderOfThePage(t *testing.T) {
	b := found(t, "lease", "nl")
	in := Of(b)
	steps, departments := b.All("step"), b.All("department")
	in.Gaps = []Gap{{Step: steps[0].ID, Gap: 2, Low: departments[0].ID, High: departments[1].ID, Alert: true}}
	in.Ownership = &Ownership{Unowned: []string{steps[0].ID}, Asked: 11}
	in.Coverage, in.Readiness = &Coverage{Covered: 2, Of: 5}, &Readiness{Tested: 5, Share: 14.0 / 30}
	var codes []string
	for _, l := range SentencesOf(b, in, "Sanne", "nl") {
		codes = append(codes, l.Code)
	}
	if want := []string{"chain", "gap", "unowned", "coverage", "offmenu"}; !slices.Equal(codes, want) {
		t.Errorf("%q, want %q", codes, want)
	}
	if got := (speaker{dutch: true}).offMenu(in.Readiness); got != "Op 5 geteste stappen zijn we voor 47% klaar voor een vraag buiten de kaart." {
		t.Error(got)
	}
}

func TestABoardWithoutAnswersHasNoNumbers(t *testing.T) {
	for _, b := range []*boards.Board{found(t, "blank", "nl"), found(t, "lease", "nl")} {
		in := Of(b)
		if in.PeakEnd != nil || in.SharedPicture != nil || in.Ownership != nil || in.Readiness != nil || in.PromiseKept != nil ||
			in.Indicator != nil || in.InsideOutside != nil || len(in.Curve)+len(in.Gaps) != 0 || FollowThroughOn(b, time.Now()) != nil {
			t.Errorf("%+v", in)
		}
	}
}
