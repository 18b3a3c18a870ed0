package boards

import "testing"

func init() {
	examples["verdict"] = func(w *world) (map[string]any, Fields) {
		rule := w.aRule()
		return map[string]any{"rule_id": rule}, Fields{"rule_id": rule, "value": "keep"}
	}
	secretAnswers["verdict_vote"] = func(w *world) [2][]Fields {
		rule := w.aRule()
		return [2][]Fields{{{"rule_id": rule, "value": "scrap"}}, {{"rule_id": rule, "value": "ask"}, {"rule_id": rule, "value": "keep"}}}
	}
}

// aRule gives the rule of this world, made when first asked for.
func (w *world) aRule() string {
	if list := w.b.All("rule"); len(list) > 0 {
		return list[0].ID
	}
	id := "rule-of-this-world-0"
	r := &Record{ID: id, Kind: "rule", Ver: map[string]int{"text": 1}, Fields: Fields{"text": "no swapping of side dishes", "origin": "habit",
		"technically_possible": "unknown", "order": "V"}}
	if w.b.undo != nil {
		w.b.replace(id, r)
		return id
	}
	w.do(w.host, put("rule", id, Fields{"text": "no swapping of side dishes", "origin": "habit"}))
	return id
}

// judged opens a verdict, lets people answer and reveals it; it gives the counts by value and the number of answers.
func (w *world) judged(rule string, answers map[string]string) (counts map[string]int, n int) {
	w.t.Helper()
	open := actOp("open", w.id(), map[string]any{"collect": "verdict", "rule_id": rule})
	w.do(w.host, open)
	for person, value := range answers {
		w.do(person, put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule, "value": value}))
	}
	w.reveal(open.ID)
	counts = map[string]int{}
	for _, r := range w.b.Shown("verdict_tally") {
		if r.Str("round_id") == open.ID {
			counts[r.Str("value")], _ = r.Int("count")
		}
	}
	for _, r := range w.b.Shown("verdict_result") {
		if r.Str("round_id") == open.ID {
			n, _ = r.Int("n")
		}
	}
	return counts, n
}

// Three verdicts are counted by value, two say only that they were two; the rule itself stays as it was.
func TestVerdictCountsFromThree(t *testing.T) {
	w := newWorld(t)
	rule := w.aRule()
	if counts, n := w.judged(rule, map[string]string{w.ann: "scrap", w.bob: "scrap"}); n != 2 || len(counts) != 0 {
		t.Errorf("two verdicts: %d, %v", n, counts)
	}
	counts, n := w.judged(rule, map[string]string{w.ann: "scrap", w.bob: "scrap", w.cor: "ask"})
	if n != 3 || len(counts) != 2 || counts["scrap"] != 2 || counts["ask"] != 1 {
		t.Errorf("three verdicts: %d, %v", n, counts)
	}
	if w.b.Get(rule).Str("verdict") != "" || w.b.Count("verdict_vote") != 0 {
		t.Error("the round decided, or left answers")
	}
	w.checkReplay()
}

// A law can be kept or asked about; a rule that turned out to be one while people answered counts so too.
func TestVerdictOnALaw(t *testing.T) {
	w := newWorld(t)
	rule := w.id()
	w.do(w.host, put("rule", rule, Fields{"text": "show an identity card", "origin": "law"}))
	open := actOp("open", w.id(), map[string]any{"collect": "verdict", "rule_id": rule})
	w.do(w.host, open)
	for _, value := range []string{"scrap", "change"} {
		w.refused(w.ann, "bad_value", put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule, "value": value}))
	}
	w.refused(w.ann, "bad_value", put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule}))
	w.do(w.ann, put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule, "value": "ask"}))
	w.refused(w.host, "locked", del(rule)) // people are answering about it
	w.do(w.host, actOp("cancel", open.ID, nil))
	w.refused(w.host, "bad_value", set(rule, Fields{"verdict": "scrap", "decider": "Host"}))
	w.do(w.host, set(rule, Fields{"verdict": "ask", "decider": "The board"}))
	w.do(w.host, del(rule))
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "verdict", "rule_id": rule}))
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "verdict", "rule_id": w.step}))
}

// A rule that was deleted meanwhile takes no verdict: neither in the round that was ended nor from who decides. Nothing else is lost.
func TestVerdictOnARuleThatIsGone(t *testing.T) {
	w := newWorld(t)
	rule := w.aRule()
	open := actOp("open", w.id(), map[string]any{"collect": "verdict", "rule_id": rule})
	w.do(w.host, open)
	w.do(w.bob, put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule, "value": "keep"}))
	w.do(w.host, actOp("cancel", open.ID, nil))
	w.do(w.host, del(rule))
	w.refused(w.ann, "not_found", put("verdict_vote", w.id(), Fields{"round_id": open.ID, "rule_id": rule, "value": "scrap"}))
	w.refused(w.ann, "not_found", set(rule, Fields{"verdict": "scrap", "decider": "Ann"}))
	w.do(w.host, restoreOp(rule))
	w.do(w.ann, set(rule, Fields{"verdict": "scrap", "decider": "Ann"}))
	w.checkReplay()
}

// Who decides on their own device gives their own name; a facilitator may write anybody's.
func TestWhoDecidesAboutARule(t *testing.T) {
	w := newWorld(t)
	rule := w.aRule()
	w.refused(w.ann, "not_allowed", set(rule, Fields{"verdict": "scrap", "decider": "Bob"}))
	w.refused(w.ann, "not_allowed", set(rule, Fields{"verdict": "scrap"}))
	w.refused(w.ann, "not_allowed", set(rule, Fields{"text": "another text"}))
	w.do(w.ann, set(rule, Fields{"verdict": "change", "decider": "Ann", "new_text": "swap what you like", "review_date": "2026-06-01"}))
	w.do(w.host, set(rule, Fields{"verdict": "ask", "decider": "The director"}))
	w.do(w.host, set(rule, Fields{"origin": "law"}))
	w.refused(w.host, "bad_value", set(rule, Fields{"verdict": "scrap"}))
}
