package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// answer lets somebody answer in an open round.
func (x *table) answer(person, kind string, fields boards.Fields) {
	x.t.Helper()
	role := x.b.Get(person).Str("role")
	x.do(boards.Actor{Person: person, Role: role}, boards.Op{Op: "put", Kind: kind, ID: x.id(), Fields: fields})
}

// rated lets people score the first steps: values[person][step]; revealed at once.
func (x *table) rated(people []string, values [][]int) {
	x.t.Helper()
	round := x.id()
	x.act("open", round, map[string]any{"collect": "rating"})
	for i, row := range values {
		for step, value := range row {
			x.answer(people[i], "rating", boards.Fields{"round_id": round, "step_id": x.step(step + 1), "value": value})
		}
	}
	x.act("reveal", round, nil)
}

// claimed lets people say whose the first steps are: answers[person][step].
func (x *table) claimed(people []string, answers [][]string) {
	x.t.Helper()
	round := x.id()
	x.act("open", round, map[string]any{"collect": "ownership_claim"})
	for i, row := range answers {
		for step, answer := range row {
			x.answer(people[i], "ownership_claim", boards.Fields{"round_id": round, "step_id": x.step(step + 1), "answer": answer})
		}
	}
	x.act("reveal", round, nil)
}

// scored gives a lease board on which people of four departments scored and claimed steps.
func scored(t *testing.T, language string) *table {
	x := newTable(t, "lease", language)
	people := []string{x.join("Joris", "KCO", "participant"), x.join("Samira", "SCH", "participant"), x.join("Lotte", "VVV", "participant"),
		x.join("Peter", "SCH", "participant"), x.join("Ewa", "FAC", "participant")}
	x.rated(people, [][]int{{1, -2, 0, -1}, {1, 0, 0, -1}, {1, -2, -1, -1}, {1, 2, 0, -1}, {2, -2, -2, -1}})
	x.claimed(people, [][]string{{"own", "not", "unknown", "own"}, {"not", "not", "unknown", "own"}, {"not", "not", "unknown", "not"},
		{"not", "not", "unknown", "own"}, {"not", "not", "unknown", "not"}})
	return x
}

// oneDepartment gives a board on which one department alone scored.
func oneDepartment(t *testing.T) *table {
	x := newTable(t, "lease", "nl")
	x.rated([]string{x.join("Joris", "KCO", "participant")}, [][]int{{1, -2, 0}})
	return x
}

// guestsOnly gives a board on which only a guest scored.
func guestsOnly(t *testing.T) *table {
	x := newTable(t, "lease", "nl")
	x.rated([]string{x.join("Klant", "", "guest")}, [][]int{{1, -2, 0}})
	return x
}

// promised gives a board with an agreed fix and no vote.
func promised(t *testing.T) *table {
	x := newTable(t, "lease", "nl")
	x.put("fix", boards.Fields{"text": "Bel elke berijder op dag 2", "status": "agreed", "owner_person": "Peter", "due_date": "2026-12-01"})
	x.set(x.b.All("fix")[0].ID, boards.Fields{"check_dates": []string{}})
	return x
}

// light gives a voted board whose pains have no weight, no evidence, no cause: nobody was asked.
func light(t *testing.T) *table {
	x := newTable(t, "lease", "nl")
	var pains []string
	for i := range 6 {
		pains = append(pains, x.put("pain", boards.Fields{"text": lease12[i].text, "step_id": x.step(i + 1)}))
	}
	x.vote([]string{x.join("Joris", "KCO", "participant"), x.join("Samira", "SCH", "participant")}, pains)
	return x
}

// claimBoards are the boards whose reports must not contradict themselves.
func claimBoards(t *testing.T) map[string]*boards.Board {
	all := docs(t)
	for name, x := range map[string]*table{"scored": scored(t, "nl"), "one department": oneDepartment(t), "guests only": guestsOnly(t),
		"promised": promised(t), "light": light(t)} {
		all[name] = x.b
	}
	return all
}

// denials are the sentences of the report that say something is not there, with what must not be there then.
var denials = []struct {
	key   string
	there func(v view) bool
}{
	{"saw.shared.none", func(v view) bool { return len(v.in.Curve) > 0 }},
	{"curve.none", func(v view) bool { return len(v.in.Curve) > 0 }},
	{"saw.novotes", func(v view) bool { return len(v.votes) > 0 }},
	{"top.novotes", func(v view) bool { return len(v.votes) > 0 }},
	{"coverage.none", func(v view) bool { return len(v.ranked) > 0 }},
	{"top.nodots", func(v view) bool { return len(v.ranked) > 0 || len(v.votes) == 0 }},
	{"conclusion.steps", func(v view) bool { return len(v.votes) > 0 || v.promises() > 0 || len(v.in.Curve) > 0 }},
	{"conclusion.none", func(v view) bool { return len(v.steps) > 0 }},
	{"numbers.none", func(v view) bool { return len(v.bigNumbers()) > 0 }},
	{"actions.none", func(v view) bool { return v.promises() > 0 }},
	{"checks.none", func(v view) bool { return len(v.checks()) > 0 || len(v.fixes) > 0 }},
	{"checks.unset", func(v view) bool { return len(v.checks()) > 0 || len(v.fixes) == 0 }},
	{"map.none", func(v view) bool { return len(v.steps) > 0 }},
	{"people.none", func(v view) bool { return v.board.Count("person") > 1 }},
	{"chairs.none", func(v view) bool { return len(v.in.EmptyChairs) > 0 || len(v.onMap()) == 0 }},
	{"chairs.map", func(v view) bool { return len(v.onMap()) > 0 }},
	{"quotes.none", func(v view) bool { shown, _ := v.quotesShown(); return len(shown) > 0 }},
	{"quote.none", func(v view) bool { shown, _ := v.quotesShown(); return len(shown) > 0 }},
	{"all.pains.none", func(v view) bool { return v.board.Count("pain") > 0 }},
	{"persona.none", func(v view) bool { return v.persona != nil }},
	{"agenda.none", func(v view) bool { return v.board.Count("agenda_item") > 0 }},
	{"saw.chain.none", func(v view) bool { return v.in.Chain != nil && v.in.Chain.Length >= 2 || v.outcomes() == 0 }},
	{"saw.dark.none", func(v view) bool { return len(v.in.Overlooked) > 0 || v.severest() < 4 }},
	{"big.evidence", func(v view) bool { return v.knowledge() == 0 }},
}

// Issue "Both ends", 1.1 and 1.4: no sentence denies what another section states, and none claims what nobody was asked.
func TestNoSentenceDeniesWhatAnotherStates(t *testing.T) {
	said := map[string]int{}
	for name, b := range claimBoards(t) {
		v := look(b, insight.Of(b), Options{Language: "nl", Now: instant})
		text := plain(report(t, b, "nl"))
		for _, d := range denials {
			words, _, _ := strings.Cut(dictionary[d.key][0], "%s")
			if words = strings.TrimSpace(words); words == "" {
				words = strings.TrimSpace(strings.TrimPrefix(dictionary[d.key][0], "%s"))
			}
			if !strings.Contains(text, words) {
				continue
			}
			said[d.key]++
			if d.there(v) {
				t.Errorf("%s: says %q, which is not so", name, around(text, words))
			}
		}
	}
	for _, key := range []string{"saw.shared.none", "curve.none", "saw.novotes", "top.novotes", "coverage.none", "conclusion.none", "numbers.none",
		"actions.none", "checks.none", "map.none", "chairs.map", "quotes.none", "all.pains.none", "big.evidence"} {
		if said[key] == 0 {
			t.Errorf("no board says %s: the table proves nothing about it", key)
		}
	}
}

// Issue "Both ends", 1.1 and 1.2: what was scored and claimed is told on the page that tells what we saw.
func TestScoresAndOwnersAreTold(t *testing.T) {
	text := plain(section(report(t, scored(t, "nl").b, "nl"), "Wat we zagen"))
	for _, want := range []string{"Gedeeld beeld ", "als één deelnemer had ontbroken", "Van niemand 2 Schadeformulier invullen", "Weten we niet (8) 3 Bellen: wat gebeurt er nu?", "Van meer dan één 4",
		"Klantcontact en Schadeafdeling", "Van één afdeling 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q in %s", want, text[max(0, len(text)-900):])
		}
	}
}

// F4: the table of whose step it is went on to a sheet of its own, with nothing else on it. What comes next stands beneath it.
func TestF4NoSheetForOneTable(t *testing.T) {
	doc := string(report(t, scored(t, "nl").b, "nl"))
	if !strings.Contains(doc[:strings.Index(doc, "Wie doet wat wanneer</h1>")], `<section class="page follow" id="actions">`) {
		t.Error("who does what begins on a sheet of its own")
	}
}

// Issue "Both ends", 1.5: of equal extremes every step is named.
func TestEqualExtremesAreAllNamed(t *testing.T) {
	x := newTable(t, "lease", "nl")
	x.rated([]string{x.join("Joris", "KCO", "participant"), x.join("Samira", "SCH", "participant")},
		[][]int{{-2, 1, -2, 1, 0}, {-1, 2, -1, 2, 0}})
	text := plain(report(t, x.b, "nl"))
	if n := strings.Count(text, "laagste −1,5"); n != 2 {
		t.Errorf("%d lowest steps, want both", n)
	}
	if n := strings.Count(text, "hoogste +1,5"); n != 2 {
		t.Errorf("%d highest steps, want both", n)
	}
}

// Issue "Both ends", 1.5: a fix that was ticked off later was not solved in the session.
func TestDoneLaterIsDated(t *testing.T) {
	x := newTable(t, "lease", "nl")
	id := x.put("fix", boards.Fields{"text": "Bel elke berijder op dag 2", "status": "agreed"})
	later := x.moment()
	later.At = instant.AddDate(0, 0, 8).UnixMilli()
	d := x.b.Trial(later)
	if v := d.Push(boards.Push{Client: "later", N: 1, Ops: []boards.Op{{Op: "set", ID: id, Fields: boards.Fields{"status": "done", "solved_in_session": true}}}},
		x.lead()); v.Refusal != nil {
		t.Fatal(v.Refusal)
	}
	e, _ := d.Entry("node")
	d.Keep(e, e.Encode())
	if text := plain(report(t, x.b, "nl")); !strings.Contains(text, "klaar op 2 december 2026") || strings.Contains(text, "nu opgelost") {
		t.Error(around(text, "Bel elke"))
	}
}

// Issue "Both ends", 1.4: a board nobody spoke about yet proposes, it concludes nothing.
func TestAnExampleIsAProposal(t *testing.T) {
	text := plain(report(t, newTable(t, "lease", "nl").b, "nl"))
	for _, want := range []string{"Voorstel uit het voorbeeld, nog niet besproken: Sanne", "Deze cijfers komen uit het voorbeeld"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q", want)
		}
	}
	if text := plain(report(t, full(t, "nl").b, "nl")); strings.Contains(text, "uit het voorbeeld") {
		t.Error("after an afternoon it is no example any more")
	}
}

// Issue "Both ends", 1.4: no column, head or rule for what nobody was asked.
func TestUnaskedQuestionsHaveNoColumn(t *testing.T) {
	doc := report(t, light(t).b, "nl")
	text := plain(doc)
	for _, no := range []string{"Ernst", "Hoe weten we dit?", "Oorzaak", "Onderbelicht", "Gouden regel", "maatje", "van klanten gehoord"} {
		if strings.Contains(text, no) {
			t.Errorf("says %q: %s", no, around(text, no))
		}
	}
}

// F10: who leads and gave no name is nobody.
func TestF10NobodysName(t *testing.T) {
	for _, name := range []string{"Medebegeleider", "Co-facilitator", "Begeleider"} {
		x := newTable(t, "lease", "nl")
		x.join(name, "", "co_facilitator")
		if text := plain(report(t, x.b, "nl")); strings.Contains(text, strings.TrimSpace(name)+".") || strings.Contains(text, name+" ") && name != "Begeleider" {
			t.Errorf("%s stands as a name: %s", name, around(text, name))
		}
	}
}

// Page 1 asks for what others must still decide: rules put to management and mandates without a name, not only pains without an owner.
func TestWhatIsAskedOfTheReader(t *testing.T) {
	for language, says := range map[string][]string{
		"nl": {"Beslis over de regel", "Teken het mandaat van", "Er wordt geen besluit gevraagd"},
		"en": {"Decide about the rule", "Sign the mandate of", "No decision is asked"},
	} {
		x := newTable(t, "lease", language)
		before := summarise(look(x.b, insight.Of(x.b), Options{Language: language}))
		if len(before.Decisions) != 0 {
			t.Fatalf("asked of nobody: %+v", before.Decisions)
		}
		x.put("rule", boards.Fields{"text": "Alles via de kassa", "verdict": "ask", "step_ids": []string{x.step(4)}})
		x.put("rule", boards.Fields{"text": "Wisselen mag niet", "verdict": "scrap"})
		x.put("mandate", boards.Fields{"role": "Balie", "trigger": "iemand wacht", "may_do": "een taxi bestellen", "limit_cents": 5000,
			"report_where": "het logboek", "review_date": "2027-03-01"})
		asked := summarise(look(x.b, insight.Of(x.b), Options{Language: language})).Decisions
		if len(asked) != 2 || !strings.HasPrefix(asked[0].Text, says[0]) || asked[0].Step == "" || !strings.HasPrefix(asked[1].Text, says[1]) {
			t.Errorf("%s: %+v", language, asked)
		}
		x.contains(plain(report(t, x.b, language)), []string{"een taxi bestellen"}, says[2:])
	}
}

// Where nobody voted, page 1 still says what was agreed, by whom and when; it stands alone.
func TestPageOneSaysWhatWasAgreed(t *testing.T) {
	x := newTable(t, "blank", "nl")
	x.put("step", boards.Fields{"title": "Bellen", "phase_id": x.b.All("phase")[0].ID})
	pain := x.put("pain", boards.Fields{"text": "Niemand belt terug"})
	x.put("fix", boards.Fields{"text": "Bel dezelfde dag terug", "pain_ids": []string{pain}, "status": "agreed", "owner_person": "Eva",
		"due_date": "2027-01-14"})
	x.put("fix", boards.Fields{"text": "Een nummer om te bellen", "status": "agreed"})
	x.put("fix", boards.Fields{"text": "Een idee dat niemand nam", "pain_ids": []string{pain}})
	s := summarise(look(x.b, insight.Of(x.b), Options{Language: "nl"}))
	if len(s.Top) != 2 || s.TopTitle != "Wat is afgesproken" || s.Top[0].Text != "Niemand belt terug" || s.Top[0].Owner != "Eva" ||
		s.Top[1].Text != "" || s.Top[1].Owner != "" {
		t.Errorf("%q: %+v", s.TopTitle, s.Top)
	}
	x.contains(plain(report(t, x.b, "nl")), []string{"er zijn 2 oplossingen afgesproken", "Er is niet gestemd", "geen eigenaar"},
		[]string{"Klantreis: Klantreis zonder titel", "Top 3"})
}
