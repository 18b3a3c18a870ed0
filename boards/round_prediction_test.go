package boards

import (
	"strings"
	"testing"
)

func init() {
	examples["prediction"] = func(w *world) (map[string]any, Fields) {
		indicator := w.anIndicator()
		return map[string]any{"indicator_id": indicator}, Fields{"indicator_id": indicator, "value": 7.5}
	}
	secretAnswers["prediction"] = func(w *world) [2][]Fields {
		indicator := w.anIndicator()
		return [2][]Fields{{{"indicator_id": indicator, "value": 3}},
			{{"indicator_id": indicator, "value": 9}, {"indicator_id": indicator, "value": 8.5}}}
	}
}

// anIndicator gives the number of this world, made when first asked for.
func (w *world) anIndicator() string {
	if list := w.b.All("indicator"); len(list) > 0 {
		return list[0].ID
	}
	const id = "the-one-number-of-it"
	fields := Fields{"name": "Grade", "metric": "grade", "scale_min": 1, "scale_max": 10}
	if w.b.undo != nil {
		w.b.replace(id, &Record{ID: id, Kind: "indicator", Ver: map[string]int{"name": 1}, Fields: fields})
		return id
	}
	w.do(w.host, put("indicator", id, fields))
	return id
}

// The reveal tells what each department thought, in voices, and lets the number itself be seen.
func TestPredictionsBeforeTheScore(t *testing.T) {
	w := newWorld(t)
	indicator := w.anIndicator()
	open := w.openOf("prediction")
	w.do(w.host, open)
	answer := func(value any) Fields { return Fields{"round_id": open.ID, "indicator_id": indicator, "value": value} }
	for _, odd := range []any{0.5, 10.5, nil} {
		w.refused(w.ann, "bad_value", put("prediction", w.id(), answer(odd)))
	}
	w.refused(w.guest, "not_allowed", put("prediction", w.id(), answer(7)))
	w.refused(w.host, "locked", w.openOf("prediction"))
	w.do(w.ann, put("prediction", w.id(), answer(8)))
	w.do(w.ann, put("prediction", w.id(), answer(7.5)))
	w.do(w.bob, put("prediction", w.id(), answer(6)))
	if Read[Indicator](w.b.Get(indicator)).Shown {
		t.Error("the score may be seen before the reveal")
	}
	w.reveal(open.ID)
	facts := map[string]float64{}
	for _, r := range w.b.Shown("prediction") {
		value, _ := r.Num("value")
		facts[r.Str("department_id")] = value
		if r.Str("voice") == "" || r.By != "" {
			t.Errorf("%+v", r)
		}
	}
	if len(facts) != 2 || facts[w.shop] != 7.5 || facts[w.store] != 6 {
		t.Errorf("%v", facts)
	}
	if !Read[Indicator](w.b.Get(indicator)).Shown {
		t.Error("it still may not")
	}
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "prediction", "indicator_id": w.step}))
	w.checkReplay()
}

// A number without a scale cannot be predicted; percentages and the NPS have theirs.
func TestRangesOfNumbers(t *testing.T) {
	of := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		i           Indicator
		least, most float64
		known       bool
	}{
		{Indicator{Metric: "csat", ScaleMin: of(1), ScaleMax: of(5)}, 0, 100, true},
		{Indicator{Metric: "csat", Variant: "mean", ScaleMin: of(1), ScaleMax: of(5)}, 1, 5, true},
		{Indicator{Metric: "share"}, 0, 100, true},
		{Indicator{Metric: "nps"}, -100, 100, true},
		{Indicator{Metric: "ces", Variant: "index"}, -100, 100, true},
		{Indicator{Metric: "custom"}, 0, 0, false},
	} {
		least, most, known := RangeOf(c.i)
		if least != c.least || most != c.most || known != c.known {
			t.Errorf("%+v: %v %v %v", c.i, least, most, known)
		}
	}
	w := newWorld(t)
	id := w.id()
	w.do(w.host, put("indicator", id, Fields{"name": "Ours", "metric": "custom"}))
	w.refused(w.host, "bad_value", actOp("open", w.id(), map[string]any{"collect": "prediction", "indicator_id": id}))
}

// The usual scale of a metric comes with it, and stays what somebody chose.
func TestUsualScales(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.host, put("indicator", id, Fields{"name": "NPS", "metric": "nps"}))
	i := Read[Indicator](w.b.Get(id))
	if i.ScaleMin == nil || *i.ScaleMin != 0 || *i.ScaleMax != 10 {
		t.Errorf("%+v", i)
	}
	w.do(w.host, set(id, Fields{"metric": "grade", "scale_min": 1, "scale_max": 5}))
	if i := Read[Indicator](w.b.Get(id)); *i.ScaleMax != 5 {
		t.Errorf("%+v", i)
	}
}

// Bad input of the number and its measurements: each a sentence that names the question, and nothing changes.
func TestNumbersThatCannotBe(t *testing.T) {
	w := newWorld(t)
	indicator, first := w.anIndicator(), w.id()
	w.do(w.host, put("measurement", first, Fields{"indicator_id": indicator, "date": "2026-10-01", "n": 40, "value": 6.4,
		"is_baseline": true}))
	w.do(w.host, set(indicator, Fields{"target_value": 7.5, "target_date": "2027-02-01", "re_measure_date": "2026-12-01"}))
	grades := []any{0, 0, 0, 0, 0, 0, 2, 1, 0, 0}
	for _, c := range []struct {
		field, names string
		op           Op
	}{
		{"target_date", "Vóór wanneer?", set(indicator, Fields{"target_date": "2026-09-30"})},
		{"re_measure_date", "Wanneer meten we weer?", set(indicator, Fields{"re_measure_date": "2026-09-30"})},
		{"target_value", "Waar willen we heen?", set(indicator, Fields{"target_value": 11})},
		{"date", "Vóór wanneer?", set(first, Fields{"date": "2027-03-01"})},
		{"value", "Wat was het cijfer?", set(first, Fields{"value": 10.5})},
		{"value", "Wat was het cijfer?", put("measurement", w.id(), Fields{"indicator_id": indicator, "value": 0})},
		{"n", "Hoeveel klanten?", set(first, Fields{"n": 0})},
		{"n", "Hoeveel klanten?", put("measurement", w.id(), Fields{"indicator_id": indicator, "n": 0})},
		{"counts", "Hoeveel klanten?", set(first, Fields{"counts": grades})},
		{"counts", "elk punt", set(first, Fields{"counts": []any{20, 20}})},
	} {
		no := w.refusalOf(w.host, c.op)
		if no == nil || no.Code != "bad_value" || no.Field != c.field || !strings.Contains(no.Sentence("nl"), c.names) ||
			no.Sentence("en") == no.Sentence("nl") {
			t.Errorf("%s: %+v", c.field, no)
		}
	}
	w.do(w.host, set(first, Fields{"counts": grades, "n": 3}))
	counted := w.id()
	w.do(w.host, put("measurement", counted, Fields{"indicator_id": indicator, "counts": grades}))
	if n := Read[Measurement](w.b.Get(counted)).N; n == nil || *n != 3 {
		t.Errorf("counts alone say how many: %v", n)
	}
	w.checkReplay()
}

// The inside–outside check is an item of its own: its round is the prediction, and nobody adds to the map meanwhile.
func TestInsideOutsideIsAnItem(t *testing.T) {
	w := newWorld(t)
	a, known := ActivityNamed("inside")
	if !known || a.Collect != "prediction" || a.View != "indicator" {
		t.Fatalf("%+v", a)
	}
	item := w.id()
	w.do(w.host, put("agenda_item", item, Fields{"activity": a.Name, "title": a.EN, "minutes": a.Minutes, "projector_view": a.View}))
	w.do(w.host, actOp("start", item, nil))
	w.refused(w.ann, "locked", put("pain", w.id(), Fields{"text": "nobody answers the phone"}))
	open := w.openOf(a.Collect)
	w.do(w.host, open)
	w.do(w.ann, put("prediction", w.id(), Fields{"round_id": open.ID, "indicator_id": w.anIndicator(), "value": 7}))
	w.reveal(open.ID)
	if view := w.b.one("projector_state").Str("view"); view != a.View {
		t.Errorf("the room sees %s", view)
	}
	w.checkReplay()
}
