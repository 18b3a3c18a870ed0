package insight

import (
	"slices"
	"testing"

	"muntsaus/boards"
)

// Worked example of method.md 3.4.13: 1, 3, 6, 4, 0 on 5 of 7 steps.
func TestReadinessExample(t *testing.T) {
	tests := []tried{
		{"1", "2026-11-24T10:00:00Z", 6},
		{"1", "2026-11-24T11:00:00Z", 1},
		{"2", "", 3},
		{"3", "", 6},
		{"4", "", 4},
		{"5", "", 0},
		{"behind", "", 6},
	}
	r := readiness(numbered(7), tests)
	if r.Yes != 14 || r.Of != 30 || r.Tested != 5 || r.Steps != 7 {
		t.Errorf("%+v", r)
	}
	near(t, "readiness", r.Share, 0.467, 5e-4)
	var bands []string
	for _, s := range r.BySteps {
		bands = append(bands, s.Band)
	}
	if !slices.Equal(bands, []string{"not", "partly", "ready", "partly", "not"}) {
		t.Error(bands)
	}
	if readiness(numbered(7), nil) != nil {
		t.Error("nothing tested")
	}
}

// method.md 3.4.17: 3 yes, 4 partly, 2 no.
func TestPromiseExample(t *testing.T) {
	p := promiseKept([]string{"yes", "yes", "yes", "partly", "partly", "partly", "partly", "no", "no", "", ""})
	near(t, "promise", p.Share, 0.556, 5e-4)
	if promiseKept([]string{"", ""}) != nil {
		t.Error("nothing judged")
	}
}

// method.md 3.4.15: 12 minutes, 85 cases a week.
func TestHoursExample(t *testing.T) {
	minutes, cases := 12, 85
	pain := boards.Pain{MinutesLost: &minutes, CasesPerWeek: &cases}
	over := pain
	over.Overlaps = true
	m := model{pains: []Pain{{ID: "1", Complete: true, Pain: pain}, {ID: "2", Complete: true, Pain: over}, {ID: "3", Pain: pain}}}
	nearAt(t, "hours", hours(m), 17.0, 1e-9)
}

// method.md 3.4.15: 6 of the 12 minutes are left. A merged pain is the one it was merged into, and counts once; one that overlaps does not.
func TestHoursSavedExample(t *testing.T) {
	twelve, six, cases := 12, 6, 85
	pain := boards.Pain{MinutesLost: &twelve, CasesPerWeek: &cases}
	over := pain
	over.Overlaps = true
	m := model{
		pains:  []Pain{{ID: "1", Complete: true, Pain: pain}, {ID: "2", Complete: true, Pain: over}, {ID: "3", Pain: pain}},
		merged: map[string]string{"0": "1"},
	}
	all := []string{"0", "1", "2", "3"}
	fix := m.timeOf(boards.Fix{PainIDs: all, MinutesAfter: &six})
	nearAt(t, "now", &fix.Now, 17.0, 1e-9)
	nearAt(t, "saved", fix.Saved, 8.5, 1e-9)
	if fix := m.timeOf(boards.Fix{PainIDs: all}); fix == nil || fix.After != nil || fix.Saved != nil {
		t.Errorf("not estimated: %+v", fix)
	}
	if fix := m.timeOf(boards.Fix{PainIDs: []string{"2", "3"}, MinutesAfter: &six}); fix != nil {
		t.Errorf("no pain whose time counts: %+v", fix)
	}
}

// What takes as long as now, or longer, saves nothing; it never costs less than nothing, and no tenth of an hour is no saving.
func TestNothingIsSaved(t *testing.T) {
	twelve, cases, few := 12, 85, 2
	m := model{pains: []Pain{{ID: "1", Complete: true, Pain: boards.Pain{MinutesLost: &twelve, CasesPerWeek: &cases}},
		{ID: "2", Complete: true, Pain: boards.Pain{MinutesLost: &twelve, CasesPerWeek: &few}}}}
	for pain, after := range map[string][]int{"1": {12, 13, 10000}, "2": {11}} {
		for _, minutes := range after {
			fix := m.timeOf(boards.Fix{PainIDs: []string{pain}, MinutesAfter: &minutes})
			if fix == nil || fix.Saved != nil || *fix.After != minutes {
				t.Errorf("%d minutes at %s: %+v", minutes, pain, fix)
			}
		}
	}
}

// method.md 3.4.12: 10 due, 6 on time, 2 late, 2 open.
func TestFollowThroughExample(t *testing.T) {
	var fixes []agreed
	add := func(n int, f agreed) {
		for range n {
			fixes = append(fixes, f)
		}
	}
	add(5, agreed{"done", "2026-12-01", "2026-11-30"})
	add(1, agreed{"verified", "2026-12-01", "2026-12-01"})
	add(2, agreed{"done", "2026-12-01", "2026-12-02"})
	add(1, agreed{"doing", "2026-12-01", ""})
	add(1, agreed{"agreed", "2026-12-05", ""}) // due today
	add(1, agreed{"agreed", "2026-12-06", ""}) // not yet
	add(1, agreed{"dropped", "2026-12-01", ""})
	add(1, agreed{"agreed", "", ""})
	f := followThrough(fixes, "2026-12-05")
	if f.Due != 10 || f.OnTime != 0.6 || f.Done != 0.8 {
		t.Errorf("%+v", f)
	}
	if followThrough(fixes, "2026-11-30") != nil {
		t.Error("nothing due yet")
	}
}

// told gives a result as the reveal of a poll writes it, with the answers of each question.
func told(poll string, points int, answers map[string][]int) *boards.PollResult {
	p := &boards.PollResult{Poll: poll, Shown: true}
	for _, question := range boards.Polls()[slices.IndexFunc(boards.Polls(), func(p boards.Poll) bool { return p.Name == poll })].Questions {
		item := boards.PollItem{Name: question, N: len(answers[question])}
		if p.N = max(p.N, item.N); item.N >= mirrorLeast {
			sum := 0
			item.Counts = make([]int, points)
			for _, v := range answers[question] {
				item.Counts[v-1]++
				sum += v
			}
			mean := float64(sum) / float64(item.N)
			item.Mean = &mean
		}
		p.Items = append(p.Items, item)
	}
	return p
}

// mirrorLeast is the least number a board starts with (method.md 2.8).
const mirrorLeast = 5

// method.md 3.4.14: n = 6, 7.8 – 7.0 – 6.0, gap 1.8, 6 of 6.
func TestMirrorExample(t *testing.T) {
	six := 6
	p := told("mirror", 10, map[string][]int{"self": {8, 8, 8, 8, 8, 7}, "other": {7, 7, 7, 7, 7, 7}, "organisation": {6, 6, 6, 6, 6, 6}})
	p.Higher, p.Both = &six, &six
	m := mirror(p)
	nearAt(t, "self", m.Self, 7.8, 0.05)
	nearAt(t, "other", m.Other, 7.0, 1e-9)
	nearAt(t, "gap", m.Gap, 1.8, 0.05)
	if *m.Higher != 6 || *m.Both != 6 || m.Own != nil || m.N != 6 {
		t.Errorf("%+v", m)
	}
	if mirror(nil) != nil {
		t.Error("a poll that is not shown")
	}
}

// N2: five people answered, one of them the question about the organisation: that one answer was shown as a mean.
func TestN2TheLeastNumberCountsPerQuestion(t *testing.T) {
	m := mirror(told("mirror", 10, map[string][]int{"self": {8, 8, 8, 8, 8}, "organisation": {3}}))
	if m.Organisation != nil || m.Gap != nil || m.Higher != nil || m.Both != nil || m.Self == nil {
		t.Errorf("one answer is told: %+v", m)
	}
	c := courage(told("courage", 5, map[string][]int{"dare": {1, 2, 2, 3, 4}, "mistake": {4}}))
	if s := c[1]; s.N != 1 || s.Counts != nil || s.Mean != nil {
		t.Errorf("one answer is told: %+v", s)
	}
}
