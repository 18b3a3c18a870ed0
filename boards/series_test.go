package boards

import (
	"slices"
	"strings"
	"testing"
)

// following is the next session of a world's board.
func following(w *world, given Fields) *Board {
	w.t.Helper()
	f, err := Next(w.b, "board-of-the-second-session", "epoch-two", given, w.now())
	if err != nil {
		w.t.Fatal(err)
	}
	if !f.Plan(FollowUp, "nl") {
		w.t.Fatal("no agenda")
	}
	f.FoundBy("CODE22")
	next, err := f.Board()
	if err != nil {
		w.t.Fatal(err)
	}
	return next
}

// The next session begins with what was prepared and what is open; people, answers and what is done stay behind.
func TestTheNextSessionBeginsWithWhatIsOpen(t *testing.T) {
	w := newWorld(t)
	for _, status := range []string{"idea", "agreed", "doing", "done", "parked", "dropped"} {
		w.do(w.host, put("fix", "fix-that-is-"+status+"-0000", Fields{"text": "call the customer back", "owner_person": "Olga", "status": status,
			"owner_participant_id": w.ann, "pain_ids": []string{w.pain}, "due_date": "2027-01-04"}))
	}
	number := w.id()
	w.do(w.host, put("indicator", number, Fields{"name": "Grade", "metric": "grade", "owner": "Olga"}))
	w.do(w.host, put("measurement", w.id(), Fields{"indicator_id": number, "date": "2026-11-01", "n": 40, "value": 6.2, "sd": 1.0, "is_baseline": true}))
	w.do(w.ann, actOp("commit", number, nil))
	if following(w, Fields{}).one("indicator").Bool("shown") {
		t.Error("a score that nobody saw is shown in the next session")
	}
	w.do(w.host, actOp("close", "", nil))
	next := following(w, Fields{"title": "Second session", "date": "2027-02-01"})

	var open []string
	for _, fix := range next.All("fix") {
		open = append(open, fix.Str("status"))
		if fix.Str("owner_person") != "Olga" || fix.Str("owner_participant_id") != "" || len(fix.List("check_dates")) == 0 || fix.Str("due_date") == "" {
			t.Errorf("%v", fix.Fields)
		}
	}
	slices.Sort(open)
	if want := []string{"agreed", "doing", "idea", "parked"}; !slices.Equal(open, want) {
		t.Errorf("the next session has fixes %v, not %v", open, want)
	}
	indicator := next.one("indicator")
	if indicator == nil || !indicator.Bool("shown") || indicator.Str("owner") != "Olga" || next.Count("measurement") != 1 || len(Read[Indicator](indicator).DepartmentCommits) != 1 {
		t.Errorf("the number: %v, %d measurements", indicator, next.Count("measurement"))
	}
	for kind, want := range map[string]int{"person": 0, "pain": 1, "note": 0, "round": 0, "step": w.b.Count("step"), "department": w.b.Count("department"),
		"persona": w.b.Count("persona"), "agenda_item": 6} {
		if n := next.Count(kind); n != want {
			t.Errorf("%d records %s, not %d", n, kind, want)
		}
	}
	shop := next.Workshop()
	if shop.SeriesID != w.b.ID || shop.Title != "Second session" || shop.Status != "draft" {
		t.Errorf("%+v", shop)
	}
	w.b = next
	if third := following(w, Fields{}); third.Workshop().SeriesID != shop.SeriesID {
		t.Error("the third session is of another series")
	}
}

// An open fix keeps what it is for: what goes wrong, where and how bad, and nothing of who said so. Pains of what is done, and those that
// nobody does anything about, stay behind.
func TestOpenFixesBringTheirPains(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": true}))
	w.do(w.ann, set(w.pain, Fields{"severity": 4, "frequency": "daily", "evidence_level": "known", "blocker": "Ann's boss", "minutes_lost": 20}))
	solved, merged := w.putPain(w.ann, "the form asks it all twice"), w.putPain(w.cor, "the phone rings and rings")
	w.merges(merged, w.pain)
	for id, fix := range map[string]Fields{
		"fix-that-is-open-000": {"status": "agreed", "pain_ids": []string{merged, w.pain}},
		"fix-that-is-done-000": {"status": "done", "pain_ids": []string{solved}},
		"fix-for-nothing-0000": {"status": "idea"},
	} {
		fix["text"] = "call the customer back"
		w.do(w.host, put("fix", id, fix))
	}
	next := following(w, Fields{})

	pains := next.All("pain")
	if len(pains) != 1 || pains[0].ID != w.pain {
		t.Fatalf("%d pains came along", len(pains))
	}
	pain := pains[0]
	if pain.Str("text") != "nobody answers the phone" || pain.Str("step_id") != w.step || pain.By != "" {
		t.Errorf("%+v", pain)
	}
	for name, v := range pain.Fields {
		if !slices.Contains([]string{"text", "step_id", "severity", "order", "overlaps"}, name) {
			t.Errorf("%s came along: %v", name, v)
		}
	}
	if n, ok := pain.Num("severity"); !ok || n != 4 {
		t.Errorf("severity %v", pain.Fields)
	}
	if got := next.Get("fix-that-is-open-000").List("pain_ids"); !slices.Equal(got, []string{w.pain}) {
		t.Errorf("the open fix is for %v", got)
	}
	if seen := string(next.Snapshot().Data); strings.Contains(seen, "boss") || strings.Contains(seen, "Ann") {
		t.Error("the next session says who")
	}
}

// What is still hidden stays behind, also where a fix names it.
func TestAHiddenPainDoesNotGoOn(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, put("fix", "fix-that-is-open-000", Fields{"text": "call the customer back", "pain_ids": []string{w.pain}}))
	w.b.records[w.pain].To = []string{w.ann}
	next := following(w, Fields{})
	if next.Count("pain") != 0 || len(next.Get("fix-that-is-open-000").List("pain_ids")) != 0 {
		t.Error("the next session has what nobody was shown")
	}
}

// The follow-up takes an hour, in the order of the method (method.md 4.0).
func TestTheFollowUpTakesAnHour(t *testing.T) {
	sum, names := 0, []string{}
	for _, item := range PlannedFor(FollowUp) {
		sum += item.Minutes
		names = append(names, item.Activity)
	}
	if want := []string{"loops", "indicator", "warmup", "commit", "pains", "close"}; sum != 60 || !slices.Equal(names, want) {
		t.Errorf("%d minutes: %v", sum, names)
	}
	if PlannedFor("week") != nil {
		t.Error("an agenda of a week")
	}
}
