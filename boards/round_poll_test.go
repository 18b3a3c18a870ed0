package boards

import (
	"bytes"
	"maps"
	"slices"
	"testing"
)

func init() {
	examples["poll"] = func(*world) (map[string]any, Fields) {
		return map[string]any{"poll": "importance"}, Fields{"importance": 7}
	}
	secretAnswers["poll_answer"] = func(*world) [2][]Fields {
		return [2][]Fields{{{"importance": 2}}, {{"importance": 9}, {"importance": 10}}}
	}
	askedIn["poll_voters"] = [2]string{"poll", "poll_answer"}
}

// polled opens the poll about importance, lets people answer and reveals it.
func (w *world) polled(answers map[string]int) PollResult {
	w.t.Helper()
	open := w.openOf("poll")
	w.do(w.host, open)
	for _, person := range sortedKeys(answers) {
		w.do(person, put("poll_answer", w.id(), Fields{"round_id": open.ID, "importance": answers[person]}))
	}
	w.reveal(open.ID)
	for _, r := range w.b.All("poll_result") {
		if r.Str("round_id") == open.ID {
			return Read[PollResult](r)
		}
	}
	w.t.Fatal("no result")
	return PollResult{}
}

func sortedKeys(answers map[string]int) (keys []string) {
	for key := range answers {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// crowd adds people to a department and gives each an answer.
func (w *world) crowd(answers map[string]int, department string, values ...int) {
	for _, v := range values {
		answers[w.joins("P"+w.id(), department)] = v
	}
}

// With four answers nothing is told but that there are four; from five on the sums are (set_mirror_min_n is 5).
func TestPollOfFourFiveSix(t *testing.T) {
	for n, shown := range map[int]bool{4: false, 5: true, 6: true} {
		w := newWorld(t)
		answers := map[string]int{}
		w.crowd(answers, w.shop, []int{10, 8, 8, 2, 1, 1}[:n]...)
		result := w.polled(answers)
		if result.N != n || result.Shown != shown || result.Poll != "importance" {
			t.Errorf("%d answers: %+v", n, result)
		}
		if !shown {
			if len(result.Items)+len(result.Departments) > 0 {
				t.Errorf("%d answers tell %+v", n, result)
			}
			continue
		}
		item := result.Items[0]
		if item.N != n || item.Counts[9] != 1 || item.Counts[7] != 2 || item.Counts[1] != 1 || item.Mean == nil {
			t.Errorf("%d answers: %+v", n, item)
		}
		if want := map[int]float64{5: 5.8, 6: 5}[n]; *item.Mean != want {
			t.Errorf("mean %v, want %v", *item.Mean, want)
		}
		w.checkReplay()
	}
}

// Q1: the least numbers of a board hold for its polls, and what is cleared is the default.
func TestQ1TheLeastNumbersHoldForPolls(t *testing.T) {
	for name, c := range map[string]struct {
		settings   Fields
		n          int
		shown      bool
		department int // how many of two departments of n stand apart
	}{
		"the default":               {nil, 2, false, 0},
		"fewer together":            {Fields{"set_mirror_min_n": 4}, 2, true, 0},
		"and fewer of each":         {Fields{"set_mirror_min_n": 4, "set_department_min_n": 2}, 2, true, 2},
		"more than the default":     {Fields{"set_mirror_min_n": 9}, 4, false, 0},
		"more of each":              {Fields{"set_department_min_n": 5}, 4, true, 0},
		"cleared is the default":    {Fields{"set_mirror_min_n": nil, "set_department_min_n": nil}, 2, false, 0},
		"cleared, and four of each": {Fields{"set_mirror_min_n": nil, "set_department_min_n": nil}, 4, true, 2},
	} {
		w := newWorld(t)
		if c.settings != nil {
			w.do(w.host, set(w.b.one("board").ID, c.settings))
		}
		answers := map[string]int{}
		w.crowd(answers, w.shop, []int{9, 9, 8, 8}[:c.n]...)
		w.crowd(answers, w.store, []int{5, 5, 4, 4}[:c.n]...)
		if result := w.polled(answers); result.Shown != c.shown || len(result.Departments) != c.department {
			t.Errorf("%s: shown %v, %d departments", name, result.Shown, len(result.Departments))
		}
	}
}

// Of departments of four, three and two the two are hidden, then the three as well: what is hidden holds at least three people.
func TestPollHidesSmallDepartments(t *testing.T) {
	w := newWorld(t)
	answers := map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8, 8)
	w.crowd(answers, w.store, 5, 5, 5)
	w.crowd(answers, w.care, 1, 2)
	result := w.polled(answers)
	if len(result.Departments) != 1 || result.Departments[0].DepartmentID != w.shop || result.Departments[0].N != 4 ||
		*result.Departments[0].Items[0].Mean != 8.5 {
		t.Errorf("%+v", result.Departments)
	}
	w = newWorld(t)
	answers = map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8)
	w.crowd(answers, w.store, 5, 5, 5)
	w.crowd(answers, w.care, 1, 2, 3)
	if result = w.polled(answers); len(result.Departments) != 3 {
		t.Errorf("three of three: %+v", result.Departments)
	}
}

// A second poll with one person less would give that one's answer away; with the same people, or three less, it does not.
func TestPollAfterAPoll(t *testing.T) {
	for less, shown := range map[int]bool{0: true, 1: false, 2: false, 3: true} {
		w := newWorld(t)
		answers := map[string]int{}
		w.crowd(answers, w.shop, 9, 9, 8, 8, 7, 7, 3, 2)
		if !w.polled(answers).Shown {
			t.Fatal("the first is not shown")
		}
		for _, person := range sortedKeys(answers)[:less] {
			delete(answers, person)
		}
		if result := w.polled(answers); result.Shown != shown || result.N != 8-less {
			t.Errorf("%d less: %+v", less, result)
		}
	}
}

// The answers leave: no record, no voice and no name is left of them, and who answered leaves the server never.
func TestPollAnswersLeave(t *testing.T) {
	w := newWorld(t)
	answers := map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8, 8, 7)
	w.polled(answers)
	if w.b.Count("poll_answer")+w.b.Count("voice") > 0 || len(w.b.sealed[w.ann]) > 0 {
		t.Error("answers or voices are left")
	}
	if w.b.Count("poll_voters") == 0 {
		t.Error("nothing is kept to hold the next poll against")
	}
	if bytes.Contains(Export(w.b), []byte("poll_voters")) || !bytes.Contains(Export(w.b), []byte("poll_result")) {
		t.Error("the file holds who answered, or no result")
	}
	for _, r := range w.b.Public() {
		if r.Kind == "poll_voters" || r.Kind == "poll_answer" {
			t.Errorf("everybody sees %+v", r)
		}
	}
	f, err := Import(Export(w.b), "board-two", "lineage", w.now())
	if err != nil {
		t.Fatal(err)
	}
	back, err := f.Board()
	if err != nil || back.Count("poll_result") != 1 || !Read[PollResult](back.All("poll_result")[0]).Shown {
		t.Errorf("a result does not come back: %v", err)
	}
}

// A changed mind counts once, raised hands count each, and a poll nobody knows does not open.
func TestPollOneAnswerEach(t *testing.T) {
	w := newWorld(t)
	w.refused(w.host, "bad_value", actOp("open", w.id(), map[string]any{"collect": "poll", "poll": "mood"}))
	open := w.openOf("poll")
	w.do(w.host, open)
	for _, value := range []int{1, 10} {
		w.do(w.ann, put("poll_answer", w.id(), Fields{"round_id": open.ID, "importance": value}))
	}
	w.refused(w.ann, "bad_value", put("poll_answer", w.id(), Fields{"round_id": open.ID, "importance": 11}))
	w.refused(w.guest, "not_allowed", put("poll_answer", w.id(), Fields{"round_id": open.ID, "importance": 4}))
	w.do(w.host, Op{Op: "put", Kind: "poll_answer", ID: w.id(), Fields: Fields{"round_id": open.ID, "importance": 2}, ForTeam: w.store, Hands: 4})
	w.reveal(open.ID)
	result := Read[PollResult](w.b.All("poll_result")[0])
	if result.N != 5 || result.Items[0].Counts[9] != 1 || result.Items[0].Counts[1] != 4 || w.b.Get(open.ID).Fields["hands"] != 4 {
		t.Errorf("%+v", result)
	}
}

// pollOf opens a poll, lets people answer all of its questions at once and reveals it.
func (w *world) pollOf(poll string, answers map[string]Fields) PollResult {
	w.t.Helper()
	open := actOp("open", w.id(), map[string]any{"collect": "poll", "poll": poll})
	w.do(w.host, open)
	people := slices.Sorted(maps.Keys(answers))
	for _, person := range people {
		fields := maps.Clone(answers[person])
		fields["round_id"] = open.ID
		w.do(person, put("poll_answer", w.id(), fields))
	}
	w.reveal(open.ID)
	all := w.b.All("poll_result")
	return Read[PollResult](all[slices.IndexFunc(all, func(r *Record) bool { return r.Str("round_id") == open.ID })])
}

// people adds people to a department who all give the same answer.
func (w *world) people(answers map[string]Fields, department string, n int, answer Fields) {
	for range n {
		answers[w.joins("P"+w.id(), department)] = answer
	}
}

// method.md 3.4.14 and 6.2 check 11: of four nothing, of five and six the means and how many put themselves above the organisation, in
// three departments of which one is too small to stand apart.
func TestMirrorOfFourFiveSix(t *testing.T) {
	high, even := Fields{"self": 8, "own": 7, "other": 6, "organisation": 6}, Fields{"self": 6, "organisation": 6}
	for n, want := range map[int][3]int{4: {0, 0, 0}, 5: {1, 4, 5}, 6: {1, 5, 6}} {
		w := newWorld(t)
		answers := map[string]Fields{}
		w.people(answers, w.shop, n-2, high)
		w.people(answers, w.store, 1, high)
		w.people(answers, w.care, 1, even)
		result := w.pollOf("mirror", answers)
		if result.N != n || result.Shown != (want[0] == 1) || len(result.Departments) > 1 {
			t.Errorf("%d answers: %+v", n, result)
		}
		if want[0] == 0 {
			if result.Higher != nil || result.Both != nil || result.Items != nil {
				t.Errorf("%d answers tell %+v", n, result)
			}
			continue
		}
		if *result.Higher != want[1] || *result.Both != want[2] || len(result.Items) != 4 || *result.Items[3].Mean != 6 {
			t.Errorf("%d answers: %+v", n, result)
		}
		if own := result.Items[1]; (own.Mean == nil) != (n-1 < 5) || own.N != n-1 {
			t.Errorf("one left the question about the own department open: %+v", own)
		}
		w.checkReplay()
	}
}

// A second mirror with one person less tells nothing, of any question, nor how they compare; another sort of poll is not held against it.
func TestMirrorAfterAMirror(t *testing.T) {
	w := newWorld(t)
	answers := map[string]Fields{}
	w.people(answers, w.shop, 4, Fields{"self": 8, "organisation": 5})
	w.people(answers, w.store, 3, Fields{"self": 4, "organisation": 5})
	w.people(answers, w.care, 3, Fields{"self": 6, "organisation": 5})
	if first := w.pollOf("mirror", answers); !first.Shown || len(first.Departments) != 3 || *first.Higher != 7 {
		t.Fatalf("%+v", first)
	}
	one := slices.Sorted(maps.Keys(answers))[0]
	delete(answers, one)
	if second := w.pollOf("mirror", answers); second.Shown || second.Higher != nil || second.N != 9 {
		t.Errorf("one person less: %+v", second)
	}
	for person := range answers {
		answers[person] = Fields{"dare": 2, "decide": 5}
	}
	if courage := w.pollOf("courage", answers); !courage.Shown || *courage.Items[0].Mean != 2 || courage.Items[1].N != 0 {
		t.Errorf("%+v", courage)
	}
	w.checkReplay()
}

// An answer holds questions of its own poll, on the scale of that poll.
func TestPollAnswersItsOwnQuestions(t *testing.T) {
	w := newWorld(t)
	open := actOp("open", w.id(), map[string]any{"collect": "poll", "poll": "checkout"})
	w.do(w.host, open)
	for _, wrong := range []Fields{{"self": 3}, {"fun": 6}, {"useful": 0}, {"fun": 3, "importance": 4}} {
		wrong["round_id"] = open.ID
		w.refused(w.ann, "bad_value", put("poll_answer", w.id(), wrong))
	}
	w.do(w.ann, put("poll_answer", w.id(), Fields{"round_id": open.ID, "fun": 5}))
	w.do(w.ann, put("poll_answer", w.id(), Fields{"round_id": open.ID, "useful": 2})) // a page sends all it has: what is not there is open
	if answer := w.b.sealedBy(w.ann)[0]; answer.Fields["fun"] != nil || answer.Fields["useful"] != 2 {
		t.Errorf("%+v", answer)
	}
}

// In the room a facilitator passes on question by question: what was said before stays, and hands are people, not answers.
func TestPollPassedOnQuestionByQuestion(t *testing.T) {
	w := newWorld(t)
	open := actOp("open", w.id(), map[string]any{"collect": "poll", "poll": "mirror"})
	w.do(w.host, open)
	pass := func(op Op) { w.do(w.host, op) }
	answer := func(question string, value int) Fields { return Fields{"round_id": open.ID, question: value} }
	pass(Op{Op: "put", Kind: "poll_answer", ID: w.id(), For: w.ann, Fields: answer("self", 9)})
	pass(Op{Op: "put", Kind: "poll_answer", ID: w.id(), For: w.ann, Fields: answer("organisation", 4)})
	pass(Op{Op: "put", Kind: "poll_answer", ID: w.id(), ForTeam: w.store, Hands: 3, Fields: answer("self", 8)})
	pass(Op{Op: "put", Kind: "poll_answer", ID: w.id(), ForTeam: w.store, Hands: 2, Fields: answer("self", 5)})
	pass(Op{Op: "put", Kind: "poll_answer", ID: w.id(), ForTeam: w.store, Hands: 4, Fields: answer("organisation", 6)})
	w.reveal(open.ID)
	result := Read[PollResult](w.b.All("poll_result")[0])
	if result.N != 6 || result.Items[0].N != 6 || result.Items[3].N != 5 || *result.Items[3].Mean != 5.6 {
		t.Errorf("%+v", result)
	}
	if round := w.b.Get(open.ID); round.Fields["voters"] != 6 || round.Fields["hands"] != 5 {
		t.Errorf("%+v", round.Fields)
	}
}
