package boards

import (
	"strings"
	"testing"
)

func TestWhoLeadsShapesTheSummary(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.host, put("report", id, Fields{"conclusion": "Nobody owns the whole road."}))
	w.refused(w.host, "full", put("report", w.id(), Fields{"conclusion": "Another"}))
	w.refused(w.ann, "not_allowed", set(id, Fields{"conclusion": "Mine"}))
	w.refused(w.host, "bad_value", set(id, Fields{"sections": []string{"map"}}))
	w.refused(w.host, "not_found", set(id, Fields{"hidden_ids": []string{"nothing-of-this-name"}}))
	w.refused(w.host, "not_found", set(id, Fields{"hidden_ids": []string{w.step}})) // a step is no item of its own
	w.do(w.host, set(id, Fields{"sections": []string{"summary", "map"}}))
	for range 5 {
		w.do(w.host, put("decision_line", w.id(), Fields{"text": "Scrap the form"}))
	}
	w.refused(w.host, "full", put("decision_line", w.id(), Fields{"text": "One too many"}))
	if shape := ReportOf(w.b); !shape.Tells("map") || shape.Tells("annex") || !shape.FillDecisions {
		t.Errorf("%+v", shape)
	}
}

// What is left out goes with what hangs on it and what was counted of it; what is gone since is no trouble.
func TestShapedBoard(t *testing.T) {
	w := newWorld(t)
	if same, left := Shaped(w.b); same != w.b || left != nil {
		t.Error("a board of which nothing is left out is another")
	}
	pain, other := w.putPain(w.ann, "the form asks everything"), w.putPain(w.ann, "nobody calls back")
	cause := w.id()
	w.do(w.host, put("cause_node", cause, Fields{"pain_id": pain, "text": "it was always so"}))
	report := w.id()
	w.do(w.host, put("report", report, Fields{"hidden_ids": []string{pain}}))
	told, left := Shaped(w.b)
	if told.Get(pain) != nil || told.Get(cause) != nil || told.Get(other) == nil || left["pain"] != 1 {
		t.Errorf("%v, left out %v", told.All("pain"), left)
	}
	if outside := string(ExportOutside(w.b)); strings.Contains(outside, "asks everything") || strings.Contains(outside, "always so") {
		t.Error("the file for everybody holds what was left out")
	}
	w.do(w.host, del(cause))
	w.do(w.host, del(pain))
	if same, _ := Shaped(w.b); same != w.b {
		t.Error("what is gone is still left out")
	}
	w.do(w.host, set(report, Fields{"hidden_ids": map[string]any{"add": []string{other}}}))
	if _, left := Shaped(w.b); left["pain"] != 1 {
		t.Errorf("left out %v", left)
	}
}
