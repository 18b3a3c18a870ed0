package insight

import (
	"reflect"
	"slices"
	"testing"

	"muntsaus/boards"
)

// Every occasion of method.md 3.6 has its question, in both languages.
func TestHints(t *testing.T) {
	name := func(id string) string { return map[string]string{"sch": "Schade", "fac": "Facturatie"}[id] }
	one := []string{"1"}
	every := occasion{
		lower:    "sch",
		higher:   "fac",
		gap:      one,
		unowned:  one,
		chain:    one,
		evidence: one,
		causes:   one,
		forget:   one,
		fear:     true,
		quoted:   true,
	}
	want := [][3]string{
		{
			"gap",
			"Wat ziet Schade dat Facturatie niet ziet? Lees de klantuitspraak voor.",
			"What does Schade see that Facturatie does not? Read the customer quote aloud.",
		},
		{"unowned", "Wie zou de klant als eerste bellen?", "Whom would the customer call first?"},
		{"chain", "Wie kan dit in één keer?", "Who can do this in one go?"},
		{"evidence", "Wie belt morgen een klant?", "Who calls a customer tomorrow?"},
		{"fear", "Welke fout mag je hier maken?", "Which mistake may you make here?"},
		{"causes", "Hoeveel tijd kost het nu?", "How much time does it take now?"},
		{"forget", "Wat zou de klant hier thuis vertellen?", "What would the customer tell at home about this?"},
	}
	nl, en := hints(every, name, speaker{dutch: true}), hints(every, name, speaker{})
	for i, w := range want {
		if nl[i].Code != w[0] || nl[i].Text != w[1] || en[i].Code != w[0] || en[i].Text != w[2] {
			t.Errorf("%q %q, want %q", nl[i], en[i], w)
		}
	}
	if len(nl) != len(want) || len(hints(occasion{}, name, speaker{})) != 0 {
		t.Error("no occasion, no question")
	}
	if got := hints(occasion{lower: "sch", higher: "fac"}, name, speaker{dutch: true}); got[0].Text != "Wat ziet Schade dat Facturatie niet ziet?" {
		t.Errorf("nothing to read aloud: %q", got)
	}
	if got := hints(occasion{lower: "sch", higher: "new", gap: one}, name, speaker{}); len(got) != 0 {
		t.Errorf("a department without a name: %q", got)
	}
}

// The board gives each occasion, with the records it is about.
func TestHintsOfABoard(t *testing.T) {
	x := set(t, "lease")
	if got := Of(x.b).Hints; len(got) != 1 || got[0].Code != "chain" || len(got[0].About) != 5 ||
		got[0].EN != "Who can do this in one go?" ||
		got[0].Text != got[0].NL {
		t.Errorf("%+v", got)
	}
	steps := look(x.b).Steps
	round := x.round("rating", "revealed", 1)
	for _, r := range []struct {
		step       int
		department string
		value      int
	}{{0, "kco", -1}, {0, "sch", 1}, {0, "vvv", 1}, {1, "kco", 0}, {1, "sch", 0}, {2, "kco", 0}} {
		x.put(
			"rating",
			boards.Fields{
				"round_id":      round,
				"step_id":       steps[r.step].ID,
				"value":         r.value,
				"department_id": x.ref[r.department],
				"voice":         r.department,
			},
		)
	}
	x.put("quote", boards.Fields{"text": "Op dag zeven belde ik zelf maar.", "step_id": steps[1].ID})
	x.put("story", boards.Fields{"text": "Op dag zeven stond de auto er al.", "step_id": steps[2].ID})
	var pains []string
	for range manyTimes {
		pains = append(
			pains,
			x.put(
				"pain",
				boards.Fields{
					"text":             "Wachten aan de telefoon",
					"step_id":          steps[0].ID,
					"cause_categories": []string{"time"},
					"evidence_level":   "assumed",
				},
			),
		)
	}
	in := Of(x.b)
	about := map[string][]string{}
	for _, h := range in.Hints {
		about[h.Code] = h.About
	}
	if !slices.Equal(about["gap"], []string{steps[0].ID}) || !slices.Equal(about["causes"], pains) {
		t.Errorf("%+v", in.Hints)
	}
	// Step 1 has a mean of 1/3, step 2 of 0; step 3 has a story, what a customer said at step 2 is none.
	if want := []string{steps[0].ID, steps[1].ID}; !slices.Equal(in.ForgetZone, want) || !slices.Equal(about["forget"], want) {
		t.Errorf("forget zone %v, want %v", in.ForgetZone, want)
	}
	ballot := x.put("round", boards.Fields{"collect": "vote", "state": "revealed", "object_type": "pain", "number": 1, "item_ids": pains})
	x.put("tally", boards.Fields{"round_id": ballot, "item_id": pains[0], "count": 3, "fair": 100.0, "departments": 2})
	x.set(pains[1], boards.Fields{"severity": 5, "minutes_lost": 10})
	in = Of(x.b)
	if i := slices.IndexFunc(in.Hints, func(h Hint) bool { return h.Code == "evidence" }); i < 0 ||
		!slices.Equal(in.Hints[i].About, pains[:1]) {
		t.Errorf("the top pain is not known from customers: %+v", in.Hints)
	}
	if slices.ContainsFunc(in.Hints, func(h Hint) bool { return h.Code == "causes" }) {
		t.Error("two pains that cost time are not many")
	}
	if !slices.Equal(in.Overlooked, pains[1:2]) {
		t.Errorf("overlooked %v, want the severe pain without a dot", in.Overlooked)
	}
}

// method.md 3.4.21 and 6.2 check 11.
func TestCourage(t *testing.T) {
	c := courage(told("courage", 5, map[string][]int{"dare": {2, 3, 2, 3, 1}, "mistake": {4, 4, 5, 4, 5}, "decide": {5, 4, 4, 4}}))
	if c[0].Name != "dare" || !slices.Equal(c[0].Counts, []int{1, 2, 2, 0, 0}) || *c[0].Mean != 2.2 || c[2].N != 4 || c[2].Mean != nil {
		t.Errorf("%+v", c)
	}
	if !afraid(c) || afraid(c[1:]) || afraid(nil) || courage(nil) != nil {
		t.Error("fear is a mean below the middle")
	}
}

// method.md 3.4, derived flags, and 3.4.21.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		r    rule
		want bool
	}{
		{rule{"scrap", "because", "no", "yes", ""}, true},
		{rule{"keep", "", "yes", "", ""}, true},
		{rule{"keep", "", "", "", ""}, false},
		{rule{"ask", "law", "yes", "no", ""}, true},
		{rule{"keep", "law", "no", "no", ""}, false},
	} {
		if c.r.crocodile() != c.want {
			t.Errorf("%+v: %v", c.r, !c.want)
		}
	}
	r := rulesOf([]rule{
		{"keep", "safe", "", "", "a"}, {"scrap", "", "", "", "b"}, {"ask", "law", "yes", "no", "c"}, {"keep", "safe", "", "", "d"},
	})
	if !reflect.DeepEqual(*r, Rules{4, 2, 1, 1, []string{"b", "c"}}) || rulesOf(nil) != nil {
		t.Errorf("%+v", r)
	}
	for _, c := range []struct {
		r      *Rules
		nl, en string
	}{
		{&Rules{Scrapped: 2, Asked: 1}, "2 regels geschrapt, 1 vraag aan de leiding.", "2 rules scrapped, 1 question for management."},
		{&Rules{Scrapped: 1}, "1 regel geschrapt.", "1 rule scrapped."},
		{&Rules{Asked: 2}, "Nog geen regel geschrapt, 2 vragen aan de leiding.", "No rule scrapped yet, 2 questions for management."},
		{&Rules{Collected: 3}, "", ""},
		{nil, "", ""},
	} {
		if nl, en := (speaker{dutch: true}).crocodiles(c.r), (speaker{}).crocodiles(c.r); nl != c.nl || en != c.en {
			t.Errorf("%q, %q", nl, en)
		}
	}
}
