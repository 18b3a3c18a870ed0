package insight

import (
	"slices"
	"strings"

	"muntsaus/boards"
)

// pageOrder is the order of the sentences on page 1 of the report (method.md 3.5).
var pageOrder = []string{"chain", "gap", "unowned", "coverage", "crocodiles", "offmenu", "evidence", "time"}

// SentencesOf says the insights of a board in a language, with the names of its steps and departments, in the order of page 1.
func SentencesOf(b *boards.Board, in *Insight, customer, language string) []Line {
	s, n := speaker{language == "nl", customer}, names(b)
	lines := Sentences(in, customer, language)
	add := func(code, text string) {
		if text != "" {
			lines = append(lines, Line{Code: code, Text: text})
		}
	}
	add("gap", s.gap(in.Gaps, n))
	if o := in.Ownership; o != nil && len(o.Unowned) > 0 {
		add("unowned", s.unowned(len(o.Unowned), o.Asked))
	}
	add("crocodiles", s.crocodiles(in.Rules))
	if r := in.Readiness; r != nil {
		add("offmenu", s.offMenu(r))
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return slices.Index(pageOrder, a.Code) - slices.Index(pageOrder, b.Code) })
	return lines
}

// names gives what people call a step or a department.
func names(b *boards.Board) func(id string) string {
	return func(id string) string {
		r := b.Get(id)
		switch {
		case r == nil:
			return ""
		case r.Kind == "step":
			return r.Str("title")
		}
		return r.Str("name")
	}
}

// gap tells the widest one, when it is worth a talk; the department that scores lower comes first (ruling 8).
func (s speaker) gap(gaps []Gap, name func(string) string) string {
	i := slices.IndexFunc(gaps, func(g Gap) bool { return g.Alert })
	if i < 0 {
		return ""
	}
	g := gaps[i]
	step, low, high, x := name(g.Step), name(g.Low), name(g.High), s.number(g.Gap)
	if step == "" || low == "" || high == "" { // something without a name yet
		return ""
	}
	return s.say("Bij ‘%[1]s’ schelen %[2]s en %[3]s %[4]s punt: daar kijken we anders naar dezelfde klant.",
		"At ‘%[1]s’ %[2]s and %[3]s differ %[4]s "+plural(tenths(g.Gap), "point", "points")+".",
		step, low, high, x)
}

// tenths is 1 for what is shown as one point or a part of one, so that plural can choose: 0.8 point, but 0 points.
func tenths(v float64) int {
	if shown := boards.Rounded(v, 1); shown > 0 && shown <= 1 {
		return 1
	}
	return 2
}

func (s speaker) unowned(x, n int) string {
	switch {
	case n == 1 && x == 1:
		return s.say("De stap is van niemand.", "The step belongs to nobody.")
	case x == 0:
		return s.say("We vonden geen stap die van niemand is.", "We found no step that belongs to nobody.")
	case x == n:
		return s.say("Alle %d stappen zijn van niemand.", "All %d steps belong to nobody.", n)
	}
	return s.say("%d van de %d stappen "+plural(x, "is", "zijn")+" van niemand.",
		"%d of %d steps "+plural(x, "belongs", "belong")+" to nobody.", x, n)
}

func (s speaker) offMenu(r *Readiness) string {
	share := percent(r.Share)
	if r.Tested == 1 {
		return s.say("Op de ene geteste stap zijn we voor %d%% klaar voor een vraag buiten de kaart.",
			"At the one tested step we are %d%% ready for an off-menu question.", share)
	}
	return s.say("Op %d geteste stappen zijn we voor %d%% klaar voor een vraag buiten de kaart.",
		"At %d tested steps we are %d%% ready for an off-menu question.", r.Tested, share)
}

func percent(share float64) int { return int(boards.Rounded(100*share, 0)) }

// Projected says the shared picture in the words for the projector (method.md 2.9). With few people it tells points only.
func (p *SharedPicture) Projected(language string) string {
	s := speaker{dutch: language == "nl"}
	if !p.Enough {
		return s.fewRaters(p)
	}
	return s.say(
		"Gedeeld beeld %d%%. Twee mensen van verschillende afdelingen verschillen gemiddeld %s punt; "+
			"bij willekeurige antwoorden zou dat %s zijn.",
		"Shared picture %d%%. Two people from different departments differ %s "+plural(tenths(p.Differ), "point", "points")+" on average; "+
			"with random answers it would be %s.",
		percent(p.Value), s.number(p.Differ), s.number(p.Random))
}

func (s speaker) fewRaters(p *SharedPicture) string {
	x, unit := s.number(p.Differ), "punten"
	if tenths(p.Differ) == 1 || strings.Contains(x, ",") {
		unit = "punt"
	}
	return s.say("%s "+unit+" verschil, %d mensen.",
		"%s "+plural(tenths(p.Differ), "point", "points")+" difference, %d people.", x, p.Raters)
}

// Range says how much one participant more or less would have mattered (method.md 2.9); empty when nothing can be said.
func (p *SharedPicture) Range(language string) string {
	if p.Low == nil || !p.Enough {
		return ""
	}
	s := speaker{dutch: language == "nl"}
	return s.say("%d%% (%d–%d%% als één deelnemer had ontbroken)", "%d%% (%d–%d%% if one participant had been missing)",
		percent(p.Value), percent(*p.Low), percent(*p.High))
}

// Projected says in the words for the projector how many steps belong to nobody, none too; where that would hide that people do
// not know, it says that. Empty before anybody was asked.
func (o *Ownership) Projected(language string) string {
	s := speaker{dutch: language == "nl"}
	switch {
	case o.Asked == 0:
		return ""
	case len(o.Unowned) == 0 && len(o.Unknown) > 0:
		return s.notKnown(len(o.Unknown), o.Asked)
	}
	return s.unowned(len(o.Unowned), o.Asked)
}

func (s speaker) notKnown(x, n int) string {
	switch {
	case n == 1:
		return s.say("Van de stap weten we niet van wie die is.", "We do not know whose the step is.")
	case x == n:
		return s.say("Van geen van de %d stappen weten we van wie die is.", "We know of none of the %d steps whose it is.", n)
	case x == 1:
		return s.say("Van 1 van de %d stappen weten we niet van wie die is.", "Of 1 of the %d steps we do not know whose it is.", n)
	}
	return s.say("Van %d van de %d stappen weten we niet van wie ze zijn.", "Of %d of the %d steps we do not know whose they are.", x, n)
}
