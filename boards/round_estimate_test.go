package boards

import (
	"slices"
	"testing"
)

func init() {
	examples["estimate"] = func(w *world) (map[string]any, Fields) {
		fix := w.aFix()
		return map[string]any{"item_ids": []string{fix}}, Fields{"item_id": fix, "impact": 4, "effort": 2}
	}
	secretAnswers["estimate"] = func(w *world) [2][]Fields {
		fix := w.aFix()
		return [2][]Fields{
			{{"item_id": fix, "impact": 5, "confidence": 1}},
			{{"item_id": fix, "impact": 1}, {"item_id": fix, "impact": 1, "effort": 3, "fun": 5}},
		}
	}
}

// aFix gives the fix of this world, made when first asked for.
func (w *world) aFix() string {
	const id = "fix-of-this-world-00"
	if w.b.Get(id) != nil {
		return id
	}
	r := &Record{ID: id, Kind: "fix", Ver: map[string]int{"text": 1}, Fields: Fields{"text": "call every customer on day three",
		"kind": "process", "status": "idea", "solved_in_session": false, "order": "V"}}
	if w.b.undo != nil {
		w.b.replace(id, r)
		return id
	}
	w.do(w.host, put("fix", id, Fields{"text": "call every customer on day three"}))
	return id
}

// estimates opens a round about items, lets people answer and reveals it; it gives the results by item.
func (w *world) estimates(args map[string]any, items []string, answers map[string][]Fields) map[string]EstimateResult {
	w.t.Helper()
	args["collect"], args["item_ids"] = "estimate", items
	open := actOp("open", w.id(), args)
	w.do(w.host, open)
	for person, said := range answers {
		for _, fields := range said {
			fields["round_id"] = open.ID
			w.do(person, put("estimate", w.id(), fields))
		}
	}
	w.reveal(open.ID)
	results := map[string]EstimateResult{}
	for _, r := range w.b.Shown("estimate_result") {
		if r.Str("round_id") == open.ID {
			results[r.Str("item_id")] = Read[EstimateResult](r)
		}
	}
	return results
}

// Medians in halves land in the item and in the result; fewer than three answers to a question say only how many there were.
func TestEstimatesPlaceTheMedian(t *testing.T) {
	w := newWorld(t)
	fix, other, step := w.aFix(), w.id(), w.step
	w.do(w.host, put("delight", other, Fields{"text": "a card by hand", "step_id": step}))
	dan := w.joins("Dan", w.shop)
	got := w.estimates(map[string]any{}, []string{fix, other}, map[string][]Fields{
		w.ann: {{"item_id": fix, "impact": 2, "effort": 1}, {"item_id": other, "fun": 5, "effort": 1, "impact": 3}},
		w.bob: {{"item_id": fix, "impact": 3, "effort": 2}, {"item_id": other, "fun": 4, "effort": 2, "impact": 3}},
		w.cor: {{"item_id": fix, "impact": 2, "effort": 4}, {"item_id": other, "fun": 4, "effort": 2, "impact": 5}},
		dan:   {{"item_id": fix, "impact": 5, "fun": 3}},
	})
	one := got[fix]
	if one.N != 4 || *one.Impact != 2.5 || *one.Effort != 2 || one.Fun != nil || one.Confidence != nil {
		t.Errorf("%+v", one)
	}
	if !slices.Equal(one.Wide, []string{"impact", "effort"}) { // 2…5 and 1…4
		t.Errorf("talk about %v", one.Wide)
	}
	f := Read[Fix](w.b.Get(fix))
	if *f.Impact != 2.5 || *f.Effort != 2 || f.Fun != nil {
		t.Errorf("the fix itself: %+v", f)
	}
	d := Read[Delight](w.b.Get(other))
	if *d.Fun != 4 || *d.Effort != 2 || *got[other].Impact != 3 || got[other].N != 3 {
		t.Errorf("the delight: %+v %+v", d, got[other])
	}
	if w.b.Count("estimate") != 0 || w.b.Count("voice") != 0 {
		t.Error("answers or voices stay")
	}
	w.checkReplay()
}

// Two estimates say that they were two, and leave what stood there.
func TestTwoEstimatesSayNothingElse(t *testing.T) {
	w := newWorld(t)
	fix := w.aFix()
	w.do(w.host, set(fix, Fields{"impact": 4}))
	got := w.estimates(map[string]any{}, []string{fix}, map[string][]Fields{
		w.ann: {{"item_id": fix, "impact": 1}}, w.bob: {{"item_id": fix, "impact": 5}},
	})[fix]
	if got.N != 2 || got.Impact != nil || len(got.Wide) > 0 || *Read[Fix](w.b.Get(fix)).Impact != 4 {
		t.Errorf("%+v", got)
	}
	nobody := w.estimates(map[string]any{}, []string{fix}, nil)[fix]
	if nobody.N != 0 || nobody.Impact != nil {
		t.Errorf("%+v", nobody)
	}
}

// A round about confidence asks nothing else; what a facilitator passes on question by question adds up.
func TestEstimatesAskWhatTheyAsk(t *testing.T) {
	w := newWorld(t)
	fix := w.aFix()
	open := actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{fix}, "questions": []string{"confidence"}})
	w.do(w.host, open)
	w.refused(w.ann, "bad_value", put("estimate", w.id(), Fields{"round_id": open.ID, "item_id": fix, "impact": 3}))
	w.refused(w.ann, "bad_value", put("estimate", w.id(), Fields{"round_id": open.ID, "item_id": fix, "confidence": 6}))
	w.refused(w.host, "locked", del(fix))
	for _, person := range []string{w.ann, w.bob, w.cor} {
		w.do(person, put("estimate", w.id(), Fields{"round_id": open.ID, "item_id": fix, "confidence": 2}))
	}
	w.reveal(open.ID)
	if c := Read[Fix](w.b.Get(fix)).Confidence; c == nil || *c != 2 {
		t.Errorf("%v", c)
	}
	next := actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{fix}})
	w.do(w.host, next)
	for _, fields := range []Fields{{"impact": 4}, {"effort": 2}, {"impact": 5}} {
		fields["round_id"], fields["item_id"] = next.ID, fix
		w.do(w.host, Op{Op: "put", Kind: "estimate", ID: w.id(), Fields: fields, For: w.ann})
	}
	said := w.b.sealedBy(w.ann)
	if len(said) != 1 || said[0].Fields["impact"] != 5 || said[0].Fields["effort"] != 2 {
		t.Errorf("%+v", said)
	}
}

// What cannot be estimated is refused before the round opens.
func TestWhatCanBeEstimated(t *testing.T) {
	w := newWorld(t)
	fix := w.aFix()
	for code, items := range map[string][]string{"too_few": {}, "not_found": {"nobody-made-this-one"}, "bad_value": {w.pain}} {
		w.refused(w.host, code, actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": items}))
	}
	w.refused(w.host, "bad_value", actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{fix, fix}}))
	w.refused(w.host, "bad_value",
		actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{fix}, "questions": []string{"price"}}))
}

// Raised hands count one each, at every question apart.
func TestEstimatesByHand(t *testing.T) {
	w := newWorld(t)
	fix := w.aFix()
	open := actOp("open", w.id(), map[string]any{"collect": "estimate", "item_ids": []string{fix}})
	w.do(w.host, open)
	w.do(w.host, Op{Op: "put", Kind: "estimate", ID: w.id(), Fields: Fields{"round_id": open.ID, "item_id": fix, "impact": 4},
		ForTeam: w.store, Hands: 3})
	w.reveal(open.ID)
	if f := Read[Fix](w.b.Get(fix)); f.Impact == nil || *f.Impact != 4 {
		t.Errorf("%+v", f)
	}
	if n, _ := w.b.Get(open.ID).Int("voters"); n != 3 {
		t.Errorf("%d voters", n)
	}
}
