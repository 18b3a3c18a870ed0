package boards

import "testing"

func init() {
	examples["need"] = func(w *world) (map[string]any, Fields) {
		need := w.aNeed()
		return map[string]any{"need_ids": []string{need}}, Fields{"need_id": need, "value": 4}
	}
	secretAnswers["need_vote"] = func(w *world) [2][]Fields {
		need := w.aNeed()
		return [2][]Fields{{{"need_id": need, "value": 1}}, {{"need_id": need, "value": 5}, {"need_id": need, "value": 4}}}
	}
}

// aNeed gives the customer need of this world, made when first asked for.
func (w *world) aNeed() string {
	if list := w.b.All("need"); len(list) > 0 {
		return list[0].ID
	}
	id := "need-of-this-world-0"
	fields := Fields{"text": "I want to be told at once so that I can plan my day"}
	if w.b.undo != nil {
		w.b.replace(id, &Record{ID: id, Kind: "need", Ver: map[string]int{"text": 1},
			Fields: Fields{"text": fields["text"], "norm_conflict": false, "evidence_level": "assumed"}})
		return id
	}
	w.do(w.host, put("need", id, fields))
	return id
}

// A round about needs asks about every finished one, writes facts with department and voice, and keeps no answer.
func TestNeedsAreAskedAndRevealed(t *testing.T) {
	w := newWorld(t)
	w.refused(w.host, "too_few", actOp("open", w.id(), map[string]any{"collect": "need"}))
	need, half := w.aNeed(), w.id()
	w.do(w.ann, put("need", half, Fields{}))
	open := actOp("open", w.id(), map[string]any{"collect": "need"})
	w.do(w.host, open)
	if got := w.b.Get(open.ID).List("need_ids"); len(got) != 1 || got[0] != need {
		t.Errorf("asked about %v", got)
	}
	say := func(value any) Op {
		return put("need_vote", w.id(), Fields{"round_id": open.ID, "need_id": need, "value": value})
	}
	w.refused(w.ann, "bad_value", say(6))
	w.refused(w.ann, "bad_value", say(0))
	w.do(w.ann, say(2))
	w.do(w.ann, say(5)) // a second answer changes the first
	w.do(w.bob, say(1))
	w.refused(w.host, "locked", del(need))
	w.reveal(open.ID)
	sum := map[string]int{}
	for _, r := range w.b.Shown("need_vote") {
		value, _ := r.Int("value")
		sum[r.Str("department_id")] += value
		if r.Str("voice") == "" || r.By != "" || r.Str("need_id") != need {
			t.Errorf("a fact: %+v", r)
		}
	}
	if w.b.Count("need_vote") != 2 || sum[w.shop] != 5+1 && sum[w.shop] != 5 {
		t.Errorf("facts: %d, %v", w.b.Count("need_vote"), sum)
	}
	w.checkReplay()
}

// A round may be about some needs: finished ones that are there.
func TestNeedsThatCannotBeAskedAbout(t *testing.T) {
	w := newWorld(t)
	half := w.id()
	w.aNeed()
	w.do(w.host, put("need", half, Fields{}))
	for id, code := range map[string]string{half: "bad_value", w.step: "not_found", "nothing-of-that-name": "not_found"} {
		w.refused(w.host, code, actOp("open", w.id(), map[string]any{"collect": "need", "need_ids": []string{id}}))
	}
}
