package insight

import (
	"slices"
	"testing"

	"muntsaus/boards/template"
)

// What a lease workshop finds, told in both languages: the numbers of method.md 4.2 in words.
func TestExplainedOfLease(t *testing.T) {
	x := set(t, "lease")
	i := slices.IndexFunc(template.All(), func(j template.Journey) bool { return j.ID == "lease" })
	x.rate(x.round("rating", "revealed", 1), template.All()[i].DemoRatings)
	want := [][3]string{
		{
			"handoffs",
			"Sanne ontmoet 7 afdelingen en gaat 8 keer van de een naar de ander.",
			"Sanne meets 7 departments and goes from one to another 8 times.",
		},
		{"crossings", "Het werk gaat 5 keer over de zichtbaarheidslijn.", "Work crosses the line of visibility 5 times."},
		{
			"chain",
			"Sanne wordt 4 keer doorgestuurd langs 4 afdelingen voordat de vraag is opgelost.",
			"Sanne is passed on 4 times across 4 departments before the question is solved.",
		},
		{"nobodyInSight", "Bij ‘Wachten op bericht’ is niemand in beeld.", "At ‘Wachten op bericht’ nobody is in sight."},
		{"repeatsStory", "Sanne moet het verhaal 6 keer opnieuw vertellen.", "Sanne has to tell the story again 6 times."},
		{
			"emptyChairs",
			"8 afdelingen staan op de kaart, maar zijn hier niet: Alarmcentrale, Klantcontact en nog 6.",
			"8 departments are on the map but not here: Alarmcentrale, Klantcontact and 6 more.",
		},
		{"customerLeads", "De klant is leidend bij 2 van de 11 stappen.", "The customer leads at 2 of the 11 steps."},
		{
			"curve",
			"Sanne zakt het diepst bij ‘Wachten op bericht’ (−0,6) en komt het hoogst bij ‘Auto ophalen’ (+0,9).",
			"Sanne drops lowest at ‘Wachten op bericht’ (−0.6) and rises highest at ‘Auto ophalen’ (+0.9).",
		},
		{
			"peakEnd",
			"Wat blijft hangen is ongeveer +0,4: het gemiddelde van het sterkste moment en het einde. Een vuistregel, geen voorspelling.",
			"What stays is about +0.4: the mean of the strongest moment and the end. A rule of thumb, no prediction.",
		},
		{
			"forgetZone",
			"Sanne vergeet waarschijnlijk 4 stappen, bijna neutraal en zonder verhaal: ‘Schadeformulier invullen’, ‘Bellen: wat gebeurt er nu?’ en nog 2.",
			"Sanne will probably forget 4 steps, nearly neutral and without a story: ‘Schadeformulier invullen’, ‘Bellen: wat gebeurt er nu?’ and 2 more.",
		},
		{
			"gap",
			"Bij ‘Doorverbonden met Schade’ schelen Klantcontact en Schadeafdeling 2 punt: daar kijken we anders naar dezelfde klant.",
			"At ‘Doorverbonden met Schade’ Klantcontact and Schadeafdeling differ 2 points.",
		},
		{
			"frontBack",
			"Bij ‘Rekening eigen risico’ is de voorkant 1,3 punt somberder dan de achterkant.",
			"At ‘Rekening eigen risico’ the front is 1.3 points gloomier than the back.",
		},
		{
			"sharedPicture",
			"Gedeeld beeld 54%. Twee mensen van verschillende afdelingen verschillen gemiddeld 0,7 punt; bij willekeurige antwoorden zou dat 1,6 zijn.",
			"Shared picture 54%. Two people from different departments differ 0.7 point on average; with random answers it would be 1.6.",
		},
	}
	got := Of(x.b).Explained
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if l := got[i]; l.Code != w[0] || l.NL != w[1] || l.EN != w[2] || l.Text != l.NL {
			t.Errorf("%+v\nwant %q", l, w)
		}
	}
}

func TestAnEmptyBoardExplainsNothing(t *testing.T) {
	if got := Of(found(t, "blank", "nl")).Explained; len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// One, several and none, in both languages.
func TestExplainedForms(t *testing.T) {
	type say func(s speaker) string
	name := func(id string) string { return id }
	half, rosy := -0.5, true
	for _, c := range []struct {
		say    say
		nl, en string
	}{
		{func(s speaker) string { return s.handoffs(Handoffs{}) }, "", ""},
		{func(s speaker) string { return s.handoffs(Handoffs{ContactDepartments: 1}) }, "De klant heeft steeds met dezelfde afdeling te maken.", "The customer deals with the same department all along."},
		{func(s speaker) string { return s.handoffs(Handoffs{ContactDepartments: 2, Front: 1}) }, "De klant ontmoet 2 afdelingen en gaat 1 keer van de een naar de ander.", "The customer meets 2 departments and goes from one to another once."},
		{func(s speaker) string { return s.crossings(Handoffs{ContactDepartments: 1}) }, "Nergens gaat werk over de zichtbaarheidslijn.", "Nowhere does work cross the line of visibility."},
		{func(s speaker) string { return s.crossings(Handoffs{ContactDepartments: 1, Crossings: 1}) }, "Het werk gaat 1 keer over de zichtbaarheidslijn.", "Work crosses the line of visibility once."},
		{func(s speaker) string { return s.nobody(nil) }, "", ""},
		{func(s speaker) string { return s.nobody([]string{"a", "b", "c"}) }, "Bij 3 stappen is niemand in beeld: ‘a’, ‘b’ en ‘c’.", "At 3 steps nobody is in sight: ‘a’, ‘b’ and ‘c’."},
		{func(s speaker) string { return s.repeats(1) }, "De klant moet het verhaal 1 keer opnieuw vertellen.", "The customer has to tell the story again once."},
		{func(s speaker) string { return s.chairs(nil, 0) }, "", ""},
		{func(s speaker) string { return s.chairs(nil, 4) }, "Van elke afdeling op de kaart is iemand hier.", "Somebody of every department on the map is here."},
		{func(s speaker) string { return s.chairs([]string{"Balie"}, 4) }, "Balie staat op de kaart, maar is hier niet.", "Balie is on the map but not here."},
		{func(s speaker) string { return s.leads(&Leads{0, 5}) }, "Bij geen van de 5 stappen is de klant leidend.", "The customer leads at none of the 5 steps."},
		{func(s speaker) string { return s.leads(&Leads{1, 1}) }, "Bij de ene beoordeelde stap is de klant leidend.", "The customer leads at the one step judged."},
		{func(s speaker) string { return s.leads(&Leads{0, 1}) }, "Bij de ene beoordeelde stap is de klant niet leidend.", "The customer does not lead at the one step judged."},
		{func(s speaker) string {
			return s.nobodys(&Ownership{Asked: 3, Unowned: []string{"1"}}, []string{"Bellen"})
		},
			"1 van de 3 stappen is van niemand: ‘Bellen’.", "1 of 3 steps belongs to nobody: ‘Bellen’."},
		{func(s speaker) string { return s.owners("contested", []string{"Bellen", "Wachten"}) },
			"Van meer dan één afdeling: ‘Bellen’ en ‘Wachten’.", "Of more than one department: ‘Bellen’ and ‘Wachten’."},
		{func(s speaker) string { return s.owners("unknown", []string{"Bellen"}) }, "Dat weten we niet: ‘Bellen’.", "We do not know: ‘Bellen’."},
		{func(s speaker) string { return s.owners("clear", []string{"Bellen"}) }, "Van één afdeling: ‘Bellen’.", "Of one department: ‘Bellen’."},
		{func(s speaker) string { return s.owners("clear", nil) }, "", ""},
		{func(s speaker) string {
			return s.curve([]Point{{Step: "a", Mean: &half, N: 1}}, &PeakEnd{LowestStep: "a", HighestStep: "a", LowestSteps: []string{"a"}, HighestSteps: []string{"a"}}, name)
		}, "De klant beleeft elke gescoorde stap even goed: −0,5 (n = 1).", "The customer experiences every rated step alike: −0.5 (n = 1)."},
		{func(s speaker) string {
			low, high := []string{"a", "b"}, []string{"c", "d"}
			return s.curve([]Point{{Step: "a", Mean: &half, N: 4}}, &PeakEnd{LowestStep: "a", HighestStep: "c", LowestSteps: low, HighestSteps: high}, name)
		}, "De klant zakt het diepst bij ‘a’ en ‘b’ (−0,5) en komt het hoogst bij ‘c’ en ‘d’ (0).", "The customer drops lowest at ‘a’ and ‘b’ (−0.5) and rises highest at ‘c’ and ‘d’ (0)."},
		{func(s speaker) string { return s.forget([]string{"a"}) }, "De klant vergeet ‘a’ waarschijnlijk: bijna neutraal, en er is geen verhaal over.", "The customer will probably forget ‘a’: nearly neutral, and there is no story about it."},
		{func(s speaker) string { return s.widest([]Gap{{Step: "a", Gap: 0.5}}, name) }, "Nergens kijken afdelingen een heel punt anders.", "Nowhere do departments differ by a whole point."},
		{func(s speaker) string { return s.widest(nil, name) }, "", ""},
		{func(s speaker) string { return s.frontBack([]Gap{{Step: "a", N: 3, FrontBack: &half}}, name) }, "", ""},
		{func(s speaker) string {
			return s.votes([]Vote{{Item: "a", Raw: 2, Fair: 60}, {Item: "b", Raw: 3, Fair: 40}}, name)
		}, "Eerlijk geteld staat ‘a’ op één, ruw geteld ‘b’.", "Counted fairly ‘a’ comes first, by dots ‘b’."},
		{func(s speaker) string {
			return s.votes([]Vote{{Item: "a", Raw: 3, Fair: 60}, {Item: "b", Raw: 3, Fair: 40}}, name)
		}, "Ruw en eerlijk geteld staat ‘a’ op één.", "Raw and fair, ‘a’ comes first."},
		{func(s speaker) string { return s.votes(nil, name) }, "", ""},
		{func(s speaker) string {
			return s.promise(promiseKept([]string{"yes", "yes", "yes", "partly", "partly", "partly", "partly", "no", "no"}))
		}, "Op 9 beoordeelde stappen maken we de belofte voor 56% waar.", "At 9 steps judged we keep 56% of the promise."},
		{func(s speaker) string { return s.promise(promiseKept([]string{"partly"})) }, "Op de ene beoordeelde stap maken we de belofte voor 50% waar.", "At the one step judged we keep 50% of the promise."},
		{func(s speaker) string { return s.inside(&InsideOutside{Internal: 3.78, Customers: 3.25, N: 8}) }, "Wij denken 3,8, klanten zeggen 3,3: te weinig verschil of te weinig klanten om iets te zeggen (n = 8).", "We think 3.8, customers say 3.3: too little difference or too few customers to say anything (n = 8)."},
		{func(s speaker) string { return s.inside(&InsideOutside{Gap: 0.68, N: 40, Demonstrable: &rosy}) }, "Wij denken 0,7 punt rooskleuriger dan klanten (n = 40).", "We are 0.7 point rosier than customers (n = 40)."},
		{func(s speaker) string { return s.inside(&InsideOutside{Gap: -1.5, N: 40, Demonstrable: &rosy}) }, "Wij denken 1,5 punt somberder dan klanten (n = 40).", "We are 1.5 points gloomier than customers (n = 40)."},
		{func(s speaker) string { return s.inside(nil) + s.promise(nil) + s.peakEnd(nil) + s.leads(nil) }, "", ""},
	} {
		if nl, en := c.say(speaker{dutch: true}), c.say(speaker{}); nl != c.nl || en != c.en {
			t.Errorf("%q, %q\nwant %q, %q", nl, en, c.nl, c.en)
		}
	}
}

// The sentences of method.md 3.5 in their forms for one, several and none.
func TestSentenceForms(t *testing.T) {
	hour, none := 1.0, 0.0
	for _, c := range []struct {
		in     Insight
		nl, en string
	}{
		{Insight{Coverage: &Coverage{Covered: 1, Of: 1}}, "Het belangrijkste pijnpunt heeft een eigenaar en een datum.", "The top pain has an owner and a date."},
		{Insight{Coverage: &Coverage{Covered: 0, Of: 1}}, "Het belangrijkste pijnpunt heeft nog geen eigenaar en datum.", "The top pain has no owner and date yet."},
		{Insight{Coverage: &Coverage{Covered: 0, Of: 5}}, "Geen van de 5 belangrijkste pijnpunten heeft een eigenaar en een datum.", "None of the 5 top pains has an owner and a date."},
		{Insight{Coverage: &Coverage{Covered: 2, Of: 5}}, "2 van de 5 belangrijkste pijnpunten hebben een eigenaar en een datum.", "2 of the 5 top pains have an owner and a date."},
		{Insight{Coverage: &Coverage{Covered: 5, Of: 5}}, "Alle 5 belangrijkste pijnpunten hebben een eigenaar en een datum.", "All 5 top pains have an owner and a date."},
		{Insight{Evidence: &Evidence{Known: 1, Of: 1}}, "Het pijnpunt hebben we van klanten gehoord.", "We heard the pain from customers."},
		{Insight{Evidence: &Evidence{Known: 0, Of: 1}}, "Het pijnpunt hebben we niet van klanten gehoord; het is onze aanname.", "We did not hear the pain from customers; it is our assumption."},
		{Insight{Evidence: &Evidence{Known: 0, Of: 5}}, "Geen van de pijnpunten hebben we van klanten gehoord; alles is onze aanname.", "We heard none of the pains from customers; all of it is our assumption."},
		{Insight{Evidence: &Evidence{Known: 5, Of: 5}}, "Alle pijnpunten hebben we van klanten gehoord.", "We heard every pain from customers."},
		{Insight{HoursPerWeek: &hour}, "Dit kost nu naar schatting 1 uur per week.", "This now takes an estimated 1 hour a week."},
		{Insight{HoursPerWeek: &none}, "", ""},
	} {
		text := func(language string) string {
			if lines := Sentences(&c.in, "", language); len(lines) > 0 {
				return lines[0].Text
			}
			return ""
		}
		if text("nl") != c.nl || text("en") != c.en {
			t.Errorf("%q, %q\nwant %q, %q", text("nl"), text("en"), c.nl, c.en)
		}
	}
}
