package insight

import (
	"testing"

	"muntsaus/boards"
)

// method.md 1.1, F13: the mean of department means, the latest round counts, most agreed with first; an answer without a value counts nowhere.
func TestNeedsOfABoard(t *testing.T) {
	x := set(t, "restaurant")
	if in := Of(x.b); in.Needs != nil || in.Knowledge != nil {
		t.Fatalf("nothing was asked: %+v %+v", in.Needs, in.Knowledge)
	}
	need := func(text string) string {
		return x.put("need", boards.Fields{"text": text, "evidence_level": "assumed", "norm_conflict": false})
	}
	quick, kind := need("I want to order fast so that I can go"), need("I want to be known so that I feel welcome")
	round := func(number int, state string) string {
		return x.put("round", boards.Fields{"collect": "need", "number": number, "state": state})
	}
	first, second := round(1, "revealed"), round(2, "revealed")
	answer := func(round, need, department, voice string, value any) {
		x.put("need_vote", boards.Fields{"round_id": round, "need_id": need, "value": value, "department_id": x.ref[department], "voice": voice})
	}
	answer(first, quick, "bed", "a", 1) // the second round has answers about it too
	answer(second, quick, "bed", "a", 4)
	answer(second, quick, "bed", "b", 5)
	answer(second, quick, "keu", "c", 1)
	answer(first, kind, "bed", "a", 5)
	answer(first, kind, "keu", "c", nil)
	got := Of(x.b).Needs
	if len(got) != 2 || got[0].Need != kind || got[0].Mean != 5 || got[0].N != 1 {
		t.Fatalf("%+v", got)
	}
	if n := got[1]; n.Mean != 2.75 || n.N != 3 || n.ByDepartment[x.ref["bed"]] != 4.5 || n.ByDepartment[x.ref["keu"]] != 1 {
		t.Errorf("(4.5 + 1) / 2 = 2.75: %+v", n)
	}
}

// method.md 1.1, F12: a card that claims to know needs its evidence; what is unknown is owned by a name and a day.
func TestKnowledgeOfABoard(t *testing.T) {
	x := set(t, "restaurant")
	proof := x.put("evidence", boards.Fields{"title": "Twelve talks", "kind": "interview", "n": 12})
	card := func(fields boards.Fields) {
		fields["text"] = "guests want to know the wait"
		x.put("knowledge_card", fields)
	}
	card(boards.Fields{"level": "known", "evidence_ids": []string{proof}})
	card(boards.Fields{"level": "known"})
	card(boards.Fields{"level": "assumed"})
	card(boards.Fields{"level": "unknown"})
	card(boards.Fields{"level": "unknown", "owner": "Ann", "due_date": "2026-12-14"})
	if k := Of(x.b).Knowledge; k == nil || *k != (Knowledge{Known: 1, Assumed: 1, Unknown: 2, Owned: 1}) {
		t.Errorf("%+v", k)
	}
}
