package insight

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"muntsaus/boards"
)

// House 4: lines were laid beside each other by their place; one more in Dutch than in English ended the room in a panic.
func TestHouse4LinesArePairedByTheirCode(t *testing.T) {
	nl := []Line{{Code: "a", Text: "een"}, {Code: "b", Text: "twee"}, {Code: "b", Text: "drie"}}
	en := []Line{{Code: "b", Text: "two"}}
	for language, want := range map[string]string{"nl": "een twee drie", "en": "een two drie"} {
		got := inPairs(language, nl, en)
		if text := fmt.Sprint(got[0].Text, " ", got[1].Text, " ", got[2].Text); text != want {
			t.Errorf("%s: %q, want %q", language, text, want)
		}
	}
	if got := inPairs("en", nil, en); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// Whatever is on a board, as many sentences are said in English as in Dutch, about the same.
func TestBothLanguagesSayTheSame(t *testing.T) {
	b := set(t, "lease")
	rapid.Check(t, func(t *rapid.T) {
		x := *b
		x.b, _ = boards.Open(b.b.Snapshot())
		for i := range rapid.IntRange(0, 40).Draw(t, "records") {
			strange(t, &x, i)
		}
		m := look(x.b)
		in := Of(x.b)
		for _, say := range []func(language string) []Line{
			func(l string) []Line { return SentencesOf(x.b, in, m.personaName(), l) },
			func(l string) []Line { return hints(occasionOf(m, in), names(x.b), speaker{dutch: l == "nl"}) },
			func(l string) []Line { return explainedIn(m, in, l) },
		} {
			nl, en := say("nl"), say("en")
			if len(nl) != len(en) {
				t.Fatalf("%d lines in Dutch, %d in English\n%+v\n%+v", len(nl), len(en), nl, en)
			}
			for i := range nl {
				if nl[i].Code != en[i].Code {
					t.Fatalf("%s in Dutch beside %s in English", nl[i].Code, en[i].Code)
				}
			}
		}
	})
}

// strange puts one more record on the board, of those the insights read.
func strange(t *rapid.T, x *table, i int) {
	steps, departments := look(x.b).stepIDs(), []string{x.ref["kco"], x.ref["sch"], x.ref["fac"], ""}
	step, department := rapid.SampledFrom(steps).Draw(t, "step"), rapid.SampledFrom(departments).Draw(t, "department")
	answer := boards.Fields{"step_id": step, "department_id": department, "voice": fmt.Sprint("v", i)}
	kind := rapid.SampledFrom([]string{"rating", "ownership_claim", "leading_vote", "pain", "fix", "quote", "tally"}).Draw(t, "kind")
	switch kind {
	case "rating":
		answer["value"] = rapid.IntRange(-2, 2).Draw(t, "value")
	case "ownership_claim":
		answer["answer"] = rapid.SampledFrom([]string{"own", "not", "unknown"}).Draw(t, "answer")
		answer["points_to"] = department
	case "leading_vote":
		answer["value"] = rapid.SampledFrom([]string{"customer", "task"}).Draw(t, "leads")
	case "pain":
		x.put("pain", boards.Fields{"text": "something takes too long", "step_id": step, "severity": rapid.IntRange(1, 5).Draw(t, "severity"),
			"frequency": "daily", "control": "self", "evidence_level": rapid.SampledFrom([]string{"known", "assumed"}).Draw(t, "evidence"),
			"cause_categories": []string{"time"}, "minutes_lost": rapid.IntRange(0, 90).Draw(t, "lost"), "cases_per_week": 3})
		return
	case "tally":
		ballot := x.put("round", boards.Fields{"collect": "vote", "state": "revealed", "object_type": "pain", "number": i + 1})
		for _, p := range look(x.b).pains {
			x.put("tally", boards.Fields{"round_id": ballot, "item_id": p.ID, "count": rapid.IntRange(0, 3).Draw(t, "dots"), "fair": 10.0, "departments": 1})
		}
		return
	default:
		x.put(kind, boards.Fields{"text": "Sanne belt nog een keer", "step_id": step})
		return
	}
	answer["round_id"] = x.round(kind, "revealed", rapid.IntRange(1, 2).Draw(t, "number"))
	x.put(kind, answer)
}
