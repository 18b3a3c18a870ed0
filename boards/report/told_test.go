package report

import (
	"strings"
	"testing"

	"muntsaus/boards"
)

// contains says which of the texts a report lacks, and which it should not have.
func (x *table) contains(doc string, yes, no []string) {
	x.t.Helper()
	for _, text := range yes {
		if !strings.Contains(doc, text) {
			x.t.Errorf("the report lacks %q", text)
		}
	}
	for _, text := range no {
		if strings.Contains(doc, text) {
			x.t.Errorf("the report tells %q", text)
		}
	}
}

// method.md 2.12: what we can change stands with its pain, the whole tree in the annex with its depth; an empty answer is left out.
func TestCausesAreTold(t *testing.T) {
	x := newTable(t, "lease", "nl")
	pain := x.put("pain", boards.Fields{"text": "Drie keer hetzelfde vertellen", "step_id": x.step(3)})
	why := x.put("cause_node", boards.Fields{"pain_id": pain, "text": "Elke afdeling heeft een eigen systeem", "category": "system"})
	x.put("cause_node", boards.Fields{"pain_id": pain, "parent_id": why, "text": "Niemand maakt een aantekening", "changeable": true})
	x.put("cause_node", boards.Fields{"pain_id": pain, "parent_id": why, "text": "Er is geen geld voor een nieuw systeem"})
	x.put("cause_node", boards.Fields{"pain_id": pain, "text": ""})
	doc := report(t, x.b, "nl")
	x.contains(plain(doc), []string{"Waarom dit gebeurt", "→ Niemand maakt een aantekening", "(dit kunnen wij veranderen)",
		"Er is geen geld voor een nieuw systeem"}, nil)
	x.contains(doc, []string{`class="deep1"`, `class="deep2 ours"`}, []string{`class="deep3`})
	x.contains(plain(report(t, newTable(t, "lease", "nl").b, "nl")), nil, []string{"Waarom dit gebeurt"})
}

// method.md 5.2 and 3.4.19: the best and the worst story whole, the balance; half a story is told nowhere.
func TestStoriesAreTold(t *testing.T) {
	x := newTable(t, "lease", "en")
	told := func(kind, text string) {
		x.put("story", boards.Fields{"kind": kind, "text": text, "step_id": x.step(2), "teller": "customer"})
	}
	told("good_example", "The garage drove the car to her house.")
	told("dissatisfied", "He waited nine days.")
	told("lost_customer", "She never rented again.")
	x.put("story", boards.Fields{"text": "Half a story"})
	doc := report(t, x.b, "en")
	x.contains(plain(doc), []string{"1 good story against 2 bad stories.", "The garage drove the car to her house.", "He waited nine days."},
		[]string{"Half a story"})
	_, worst, _ := strings.Cut(doc, `class="story bad"`)
	x.contains(plain(worst[:200]), []string{"She never rented again."}, nil)
}

// Recognition leaves the room with a yes alone (method.md 3.3); delights have their fun and effort.
func TestDelightsAndThePodiumAreTold(t *testing.T) {
	x := newTable(t, "restaurant", "nl")
	x.put("delight", boards.Fields{"text": "De kok zwaait vanuit de keuken", "step_id": x.step(2), "kind": "attention", "fun": 4.5, "effort": 1})
	for consent, act := range map[string]string{"yes": "bracht de jas na", "pending": "zong een lied", "no": "bleef tot middernacht"} {
		x.put("kudos", boards.Fields{"to_name": "Samira", "act": act, "consent": consent})
	}
	doc := plain(report(t, x.b, "nl"))
	x.contains(doc, []string{"Hier maken we het bijzonder", "De kok zwaait vanuit de keuken", "plezier 4,5", "moeite 1", "Samira: bracht de jas na"},
		[]string{"zong een lied", "bleef tot middernacht"})
}
