package boards

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// collects gives all sorts of rounds, a writing round last.
func collects() []string { return append(answered(), "writing") }

// answered gives all sorts of rounds with answers of their own.
func answered() (names []string) {
	for _, c := range Collections() {
		if c.Answer() != nil {
			names = append(names, c.Name)
		}
	}
	return names
}

// examples are how a sort of round is opened and answered; one that is not here is about steps.
var examples = map[string]func(w *world) (args map[string]any, answer Fields){
	"vote": func(w *world) (map[string]any, Fields) {
		return map[string]any{"item_ids": []string{w.pain, w.painBob}}, Fields{"item_id": w.pain, "count": 1}
	},
	"rating": func(w *world) (map[string]any, Fields) {
		return map[string]any{}, Fields{"step_id": w.step, "value": 1}
	},
	"ownership_claim": func(w *world) (map[string]any, Fields) {
		return map[string]any{}, Fields{"step_id": w.step, "answer": "own"}
	},
	"leading_vote": func(w *world) (map[string]any, Fields) {
		return map[string]any{}, Fields{"step_id": w.step, "value": "task"}
	},
	"writing": func(*world) (map[string]any, Fields) { return map[string]any{}, nil },
}

// openOf gives the act that opens a collection under a fresh id.
func (w *world) openOf(collect string) Op {
	args, _ := examples[collect](w)
	args["collect"] = collect
	return actOp("open", w.id(), args)
}

// answerOf gives what somebody answers to a collection.
func (w *world) answerOf(collect, round string) Fields {
	_, answer := examples[collect](w)
	answer["round_id"] = round
	return answer
}

// kindOf gives the kind that answers a collection.
func kindOf(collect string) string { return collections[collect].Answer().Name }

// Every collection by role: who may not is refused, and a round ends once.
func TestRoundsEndOnce(t *testing.T) {
	for _, collect := range collects() {
		w := newWorld(t)
		for _, person := range []string{"screen", w.watcher, w.guest, w.ann, w.co, w.host} {
			host := person == w.host || person == w.co
			for _, end := range []string{"cancel", "reveal"} {
				open := w.openOf(collect)
				if !host {
					w.refused(person, "not_allowed", open)
					w.do(w.host, open)
					w.refused(person, "not_allowed", actOp(end, open.ID, nil))
					w.do(w.host, actOp(end, open.ID, nil))
					continue
				}
				w.do(person, open)
				w.refused(person, "locked", w.openOf(collect))
				w.do(person, actOp(end, open.ID, nil))
				w.refused(person, "round_closed", actOp("reveal", open.ID, nil))
				w.refused(person, "round_closed", actOp("cancel", open.ID, nil))
				w.refused(person, "round_closed", actOp("ready", open.ID, nil))
			}
		}
		w.checkReplay()
	}
}

// Every sealed answer moves nothing that others see, is not there for them, and nobody changes the facts it becomes.
func TestB8AnswersAreSealedAndFactsStay(t *testing.T) {
	for _, everybody := range []bool{false, true} {
		w := newWorld(t)
		w.do(w.host, set(w.b.one("board").ID, Fields{"set_facilitator_takes_part": everybody, "set_guests_vote": everybody}))
		for _, collect := range answered() {
			open := w.openOf(collect)
			w.do(w.host, open)
			answer := w.answerOf(collect, open.ID)
			may := map[string]bool{
				w.ann:   true,
				w.bob:   collect != "handoff", // his department is on neither side of it
				w.guest: collect == "rating" || collect == "vote" && everybody,
				w.host:  everybody,
			}
			for _, person := range []string{w.host, w.co, w.ann, w.bob, w.guest, w.watcher, "screen"} {
				if !may[person] {
					code := "not_allowed"
					if person == w.bob {
						code = "bad_value"
					}
					w.refused(person, code, put(kindOf(collect), w.id(), answer))
					continue
				}
				shared, tail := w.b.Shared, w.b.Tail
				mine := w.do(person, put(kindOf(collect), w.id(), answer))[0].Record
				if !slices.Equal(mine.To, []string{person}) || w.b.Shared != shared || w.b.Tail != tail {
					t.Errorf("%s of %s is not sealed: %+v", collect, person, mine)
				}
				for _, other := range []string{w.host, w.co, w.ann, w.bob, w.guest, w.watcher, "screen"} {
					if other == person {
						continue
					}
					w.refused(other, "not_found", set(mine.ID, Fields{"value": 2}))
					w.refused(other, "not_found", del(mine.ID))
					w.refused(other, "not_found", typed(mine.ID, "value", 1, Splice{0, 0, "x"}))
				}
			}
			w.do(w.host, actOp("reveal", open.ID, nil))
			for _, r := range w.b.Shown(kindOf(collect)) {
				if no := w.refusalOf(w.ann, del(r.ID)); no == nil {
					t.Errorf("a fact was deleted: %+v", r)
				}
				if no := w.refusalOf(w.host, set(r.ID, Fields{"value": 2})); no == nil {
					t.Errorf("a fact was changed: %+v", r)
				}
			}
		}
		w.checkReplay()
	}
}

func (w *world) refusalOf(person string, op Op) *Refusal {
	_, no := Decide(w.b, op, w.actor(person), "page", w.now())
	return no
}

// While people write, pains and notes are sealed whoever makes them, and everything else is shared as ever.
func TestMatrixOfWhatWritingSeals(t *testing.T) {
	for _, person := range []string{"host", "co", "ann"} {
		w := newWorld(t)
		who := map[string]string{"host": w.host, "co": w.co, "ann": w.ann}[person]
		w.asked("writing")
		for kind, fields := range map[string]Fields{"pain": {"step_id": w.step, "text": "p"}, "note": {"text": "n"}, "fix": {"text": "f"},
			"quote": {"text": "q"}, "cell": {"step_id": w.step, "lane": "back"}, "parking_item": {"text": "later"},
			"step": {"phase_id": w.phase, "title": "s"}, "phase": {"title": "p"}} {
			sealed, id := kind == "pain" || kind == "note", w.id()
			effects := w.do(who, put(kind, id, fields))
			if got := len(Shared(effects)) == 0; got != sealed {
				t.Errorf("%s by %s: sealed %v", kind, person, got)
			}
			for _, other := range []string{w.bob, w.guest, w.watcher, "screen"} {
				no := w.refusalOf(other, set(id, Fields{"text": "mine now"}))
				if sealed && (no == nil || no.Code != "not_found") {
					t.Errorf("%s knows of a sealed %s: %v", other, kind, no)
				}
			}
		}
		w.refused(w.guest, "not_allowed", put("note", w.id(), Fields{"text": "n"}))
		w.refused(w.watcher, "not_allowed", put("note", w.id(), Fields{"text": "n"}))
		w.refused("screen", "not_allowed", put("pain", w.id(), Fields{"text": "n"}))
		w.checkReplay()
	}
}

func TestRevealOfNothing(t *testing.T) {
	for _, collect := range collects() {
		w := newWorld(t)
		open := w.openOf(collect)
		w.do(w.host, open)
		w.do(w.host, actOp("reveal", open.ID, nil))
		if w.b.Get(open.ID).Str("state") != "revealed" ||
			w.b.Count("rating")+w.b.Count("ownership_claim")+w.b.Count("leading_vote")+w.b.Count("note") != 0 {
			t.Errorf("%s: %+v", collect, w.b.Get(open.ID))
		}
		w.checkReplay()
	}
}

// What a round is about stays while it is open, also when its phase would take it along.
func TestStepsOfAnOpenRoundStay(t *testing.T) {
	for _, collect := range []string{"rating", "ownership_claim", "leading_vote", "writing"} {
		w := newWorld(t)
		round := w.asked(collect)
		for _, id := range []string{w.step, w.phase} {
			w.refused(w.host, "locked", del(id))
		}
		w.do(w.host, actOp("reveal", round, nil))
		w.do(w.host, del(w.phase))
		w.do(w.host, restoreOp(w.phase))
		w.checkReplay()
	}
	w := newWorld(t)
	id := w.id()
	w.do(w.host, actOp("open", id, map[string]any{"collect": "rating", "step_ids": []string{w.step}}))
	w.do(w.host, del(w.other)) // nobody is asked about it
	w.refused(w.ann, "not_found", put("rating", w.id(), Fields{"round_id": id, "step_id": w.other, "value": 1}))
	w.reveal(id)
}

func TestPointingAtADepartmentThatGoes(t *testing.T) {
	w := newWorld(t)
	round := w.asked("ownership_claim")
	w.do(w.ann, put("ownership_claim", w.id(), Fields{"round_id": round, "step_id": w.step, "answer": "not", "points_to": w.spare}))
	w.do(w.host, del(w.spare)) // a refusal would tell that somebody pointed at it
	w.reveal(round)
	if got := w.b.Shown("ownership_claim"); len(got) != 1 || got[0].Str("answer") != "not" || got[0].Str("points_to") != "" {
		t.Errorf("%+v", got)
	}
	w.checkReplay()
}

func TestPeopleWhoGoOrMoveDuringARound(t *testing.T) {
	w := newWorld(t)
	rounds := map[string]string{}
	for _, collect := range collects() {
		open := w.openOf(collect)
		w.do(w.host, open)
		rounds[collect] = open.ID
	}
	for _, person := range []string{w.ann, w.bob, w.cor} {
		w.rate(person, rounds["rating"], w.step, 1)
		w.do(person, put("leading_vote", w.id(), Fields{"round_id": rounds["leading_vote"], "step_id": w.step, "value": "task"}))
		w.do(person, put("ownership_claim", w.id(), Fields{"round_id": rounds["ownership_claim"], "step_id": w.step, "answer": "own"}))
		w.do(person, vote(w.id(), rounds["vote"], w.pain, 1), put("note", w.id(), Fields{"text": "by somebody"}))
		w.do(person, actOp("ready", rounds["rating"], nil))
	}
	if ready, of, _ := Readiness(w.b, rounds["rating"], everybody); ready != 3 || of != 4 { // and the guest
		t.Errorf("%d of %d ready", ready, of)
	}
	w.do(w.host, actOp("remove", w.ann, nil))
	w.do(w.bob, set(w.bob, Fields{"department_id": w.care}))
	w.do(w.cor, set(w.cor, Fields{"department_id": nil})) // somebody of nowhere counts for nothing
	w.refused(w.cor, "not_allowed", put("rating", w.id(), Fields{"round_id": rounds["rating"], "step_id": w.step, "value": 1}))
	if ready, of, _ := Readiness(w.b, rounds["rating"], everybody); ready != 1 || of != 2 { // Bob, and the guest
		t.Errorf("%d of %d ready", ready, of)
	}
	for _, round := range rounds {
		w.reveal(round)
	}
	for _, kind := range []string{"rating", "leading_vote", "ownership_claim"} {
		if got := w.b.Shown(kind); len(got) != 1 || got[0].Str("department_id") != w.care {
			t.Errorf("%s: %+v", kind, got)
		}
	}
	for _, tally := range w.b.Shown("tally") {
		if n, _ := tally.Int("count"); tally.Str("item_id") == w.pain && n != 1 {
			t.Errorf("%+v", tally)
		}
	}
	if notes := w.b.Shown("note"); len(notes) != 2 { // Ann's went with her, Cor's words stay words
		t.Errorf("%+v", notes)
	}
	w.checkReplay()
}

// A list that everybody gets prints the words of what it points at, so nothing points at what is sealed.
func TestNothingPointsAtWhatIsSealed(t *testing.T) {
	w := newWorld(t)
	w.asked("writing")
	id := w.id()
	w.do(w.ann, put("pain", id, Fields{"text": "sealed for now", "step_id": w.step}))
	w.refused(w.ann, "not_found", put("fix", w.id(), Fields{"text": "repair it", "pain_ids": []string{id}}))
	fix := w.id()
	w.do(w.ann, put("fix", fix, Fields{"text": "repair it", "pain_ids": []string{w.pain}}))
	w.refused(w.ann, "not_found", set(fix, Fields{"pain_ids": map[string]any{"add": []string{id}}}))
	w.refused(w.host, "not_found", actOp("merge", w.pain, map[string]any{"into": id}))
	w.refused(w.host, "not_found", actOp("park", id, nil))
	w.refused(w.host, "not_found", actOp("spotlight", id, nil))
	w.refused(w.host, "not_found", actOp("open", w.id(), map[string]any{"collect": "vote", "item_ids": []string{w.pain, id}}))
}

// What a file tells: neither when somebody answered, nor in which order.
func TestAFileTellsNoTimeOfAnAnswer(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.asked("writing")
	before := Export(w.b)
	w.rate(w.ann, round, w.step, 2)
	w.do(w.ann, put("note", w.id(), Fields{"text": "sealed"}))
	w.do(w.ann, actOp("ready", round, nil))
	if after := Export(w.b); !bytes.Equal(before, after) {
		t.Errorf("a sealed answer shows in the file\n%s\n%s", before, after)
	}
	w.b = w.replayed()
	if after := Export(w.b); !bytes.Equal(before, after) {
		t.Error("the file is another one after a restart")
	}
}

// No running item is a state like any other: the clock goes on until somebody stops it, and only one item ever runs.
func TestTheRunningItemIsDeleted(t *testing.T) {
	w := newWorld(t)
	items := w.b.All("agenda_item")
	w.do(w.host, actOp("start", items[1].ID, nil))
	ends := w.b.one("timer").Str("ends_at")
	w.do(w.host, del(items[1].ID))
	if Running(w.b) != nil || w.b.one("timer").Str("state") != "running" || w.b.one("timer").Str("ends_at") != ends {
		t.Fatalf("%+v", w.b.one("timer"))
	}
	w.refused(w.host, "not_found", actOp("extend", items[1].ID, map[string]any{"minutes": 5}))
	w.do(w.host, actOp("timer", "", map[string]any{"add_minutes": 5}))
	w.do(w.ann, put("note", w.id(), Fields{"text": "everything is open"}))
	w.do(w.host, restoreOp(items[1].ID)) // nothing else runs: it goes on
	if Running(w.b).ID != items[1].ID {
		t.Fatal("came back and does not run")
	}
	w.do(w.host, del(items[1].ID))
	w.do(w.host, actOp("next", "", nil))
	if Running(w.b).ID != items[0].ID {
		t.Fatal("next after nothing starts the first planned item")
	}
	w.do(w.host, restoreOp(items[1].ID))
	if r := w.b.Get(items[1].ID); Running(w.b).ID != items[0].ID || r.Str("state") != "planned" || r.Str("started_at") != "" {
		t.Fatalf("two items run: %+v", r)
	}
	w.do(w.host, del(items[0].ID))
	w.do(w.host, actOp("stop", "", nil))
	if w.b.one("timer").Str("state") != "idle" {
		t.Fatal("the clock cannot be stopped")
	}
	w.checkReplay()
}

// The log goes on from where it was; what is left of the timer is what the clock on the wall, and so every screen, says.
func TestB14TheClockJumpsBackWhileTheTimerRuns(t *testing.T) {
	w := newWorld(t)
	item := w.b.All("agenda_item")[0]
	w.do(w.host, actOp("start", item.ID, nil))
	ends, at := millis(w.b.one("timer").Str("ends_at")), w.b.At
	for n, op := range []Op{actOp("timer", "", map[string]any{"add_minutes": 1}), actOp("timer", "", map[string]any{"state": "paused"}),
		actOp("timer", "", map[string]any{"state": "running"}), actOp("stop", "", nil)} {
		now := w.now()
		now.At = at - 3_600_000
		d := w.b.Trial(now)
		if v := d.Push(Push{Client: "late", N: n + 1, Ops: []Op{op}}, w.actor(w.host)); v.Refusal != nil {
			t.Fatalf("%+v: %v", op, v.Refusal)
		}
		w.keep(d)
		timer := w.b.one("timer")
		left, paused := timer.Int("remaining_ms")
		if w.b.At != at || paused && int64(left) != ends+60000-now.At ||
			timer.Str("state") == "running" && millis(timer.Str("ends_at")) != ends+60000 {
			t.Fatalf("after %+v: %+v", op, timer)
		}
	}
	if took, _ := w.b.Get(item.ID).Int("actual_minutes"); took != 0 || w.b.Get(item.ID).Str("state") != "done" {
		t.Errorf("took %d minutes", took)
	}
	w.checkReplay()
}

func TestMoreDotsThanThereAre(t *testing.T) {
	w := newWorld(t)
	round := w.opened(map[string]any{"dots": 3, "max_per_item": 2})
	w.do(w.ann, vote(w.id(), round, w.pain, 2))
	w.refused(w.ann, "over_budget", vote(w.id(), round, w.pain, 3))
	w.refused(w.ann, "over_budget", vote(w.id(), round, w.painBob, 2))
	w.refused(w.ann, "bad_value", vote(w.id(), round, w.painBob, -1))
	if _, no := w.try(w.ann, vote(w.id(), round, w.painBob, 1), vote(w.id(), round, w.pain, 1), vote(w.id(), round, w.painBob, 2)); no != nil {
		t.Errorf("moving a dot within one gesture: %v", no)
	}
	w.reveal(round)
	w.refused(w.ann, "round_closed", vote(w.id(), round, w.pain, 1))
	w.checkReplay()
}

// A voice is the server's own: no file brings one in, and what a file holds names nobody.
func TestAFileBringsNoVoices(t *testing.T) {
	w := newWorld(t)
	round := w.asked("rating")
	w.rate(w.ann, round, w.step, 1)
	w.reveal(round)
	file := string(Export(w.b))
	planted := strings.Replace(
		file,
		`"records":[`,
		`"records":[{"id":"voice-of-the-test-01","kind":"voice","at":1,"fields":{"person_id":"`+w.ann+`","name":"v"}},`,
		1,
	)
	f, err := Import([]byte(planted), "copy", "lineage", w.now())
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	if b.Count("voice") != 0 || len(b.Shown("rating")) != 1 {
		t.Errorf("%d voices, %d ratings", b.Count("voice"), len(b.Shown("rating")))
	}
}

func everybody(string) bool { return true }

// M7: one of three closed the laptop, and the round waited for them for ever. Who is away and not done is said apart; somebody of an
// imported board, for whom nobody sits yet, is in no number.
func TestM7WhoIsAwayIsNotWaitedFor(t *testing.T) {
	w := newWorld(t)
	bob, cor := w.joins("Dirk", w.store), w.joins("Els", w.shop)
	round := w.opened(nil)
	w.do(w.ann, actOp("ready", round, nil))
	w.do(bob, actOp("ready", round, nil))
	here := map[string]bool{w.ann: true, bob: true}
	in := func(person string) bool { return here[person] }
	said := func(why string, ready, of, away int) {
		t.Helper()
		if r, o, a := Readiness(w.b, round, in); r != ready || o != of || a != away {
			t.Errorf("%s: %d of %d, %d away; want %d of %d, %d away", why, r, o, a, ready, of, away)
		}
	}
	said("one went", 2, 3, 1)
	here[cor] = true
	said("and came back", 2, 3, 0)
	delete(here, bob)
	said("who is done may go", 2, 3, 0)
	here[w.bob] = true
	said("somebody of the file came", 2, 4, 0)
}
