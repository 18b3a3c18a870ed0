package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
)

// What people said about themselves is told in sums; what nobody asked is left out.
func TestOurselvesInTheReport(t *testing.T) {
	x := newTable(t, "lease", "nl")
	if page := report(t, x.b, "nl"); strings.Contains(page, "Hoe we onszelf zien") {
		t.Error("nothing was asked")
	}
	var people []string
	for _, name := range []string{"An", "Bo", "Cem", "Dina", "Els", "Finn"} {
		people = append(people, x.join(name, "KCO", "participant"))
	}
	x.poll("mirror", people, func(i int) boards.Fields { return boards.Fields{"self": 8 - i/5*2, "own": 7, "organisation": 6} })
	x.poll("courage", people, func(i int) boards.Fields { return boards.Fields{"dare": 2 + i%2, "mistake": 4} })
	x.poll("checkout", people[:5], func(i int) boards.Fields { return boards.Fields{"fun": 4, "useful": 5 - i/4} })
	x.set(x.b.All("step")[0].ID, boards.Fields{"promise_kept": "partly"})
	for language, want := range map[string][]string{
		"nl": {"Hoe we onszelf zien", "5 van de 6 zetten zichzelf hoger dan de organisatie.", "Jijzelf", "7,7", "‘Ik durf af te wijken als de klant er " +
			"beter van wordt.’ 2,5", "leuk 4,0 en nuttig 4,8 (5 antwoorden)", "Op de ene beoordeelde stap maken we de belofte voor 50% waar."},
		"en": {"How we see ourselves", "5 of 6 put themselves above the organisation.", "You yourself", "7.7", "enjoyable 4.0 and useful 4.8"},
	} {
		page := plain(report(t, x.b, language))
		for _, text := range want {
			if !strings.Contains(page, text) {
				t.Errorf("%s: the report does not say %q", language, text)
			}
		}
	}
}

// poll asks people and reveals it.
func (x *table) poll(name string, people []string, says func(i int) boards.Fields) {
	round := x.id()
	x.act("open", round, map[string]any{"collect": "poll", "poll": name})
	for i, person := range people {
		fields := says(i)
		fields["round_id"] = round
		x.answer(person, "poll_answer", fields)
	}
	x.act("reveal", round, nil)
}

// Of the coffee machine and of mirror moments only what was opened and shared is told.
func TestOnlyWhatWasOpenedIsTold(t *testing.T) {
	x := newTable(t, "lease", "nl")
	an := x.join("An", "KCO", "participant")
	write := func(kind, text string) string {
		id := x.id()
		x.do(boards.Actor{Person: an, Role: "participant"}, boards.Op{Op: "put", Kind: kind, ID: id, Fields: boards.Fields{"text": text}})
		return id
	}
	write("anonymous_note", "Niemand leest dit")
	mine, shared := write("reflection", "Dit blijft van mij"), write("reflection", "Ik keek op mijn scherm")
	x.do(boards.Actor{Person: an, Role: "participant"}, boards.Op{Op: "set", ID: shared, Fields: boards.Fields{"shared": true}})
	page := report(t, x.b, "nl")
	for _, hidden := range []string{"Niemand leest dit", "Dit blijft van mij", mine} {
		if strings.Contains(page, hidden) {
			t.Errorf("the report tells %q", hidden)
		}
	}
	x.act("open_notes", "", nil)
	page = report(t, x.b, "nl")
	for _, told := range []string{"Uit de koffieautomaat", "Niemand leest dit", "Ik keek op mijn scherm"} {
		if !strings.Contains(page, told) {
			t.Errorf("the report does not tell %q", told)
		}
	}
}
