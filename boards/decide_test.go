package boards

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestRefusals(t *testing.T) {
	w := newWorld(t)
	key := w.b.KeyOf("hash-of-ann").ID
	board, item := w.b.one("board").ID, w.b.All("agenda_item")[0].ID
	long := strings.Repeat("é", 201)
	for _, c := range []struct {
		who, code string
		op        Op
	}{
		{w.ann, "unknown_kind", put("dragon", w.id(), nil)},
		{w.ann, "bad_value", put("note", "short", nil)},
		{w.ann, "bad_value", put("note", "with spaces in the id", nil)},
		{w.ann, "bad_value", put("note", strings.Repeat("a", 41), nil)},
		{w.ann, "bad_value", put("note", w.step, nil)},
		{w.ann, "unknown_field", put("note", w.id(), Fields{"colour": "red"})},
		{w.ann, "unknown_field", put("note", w.id(), Fields{"by": w.bob})},
		{w.ann, "bad_value", put("note", w.id(), Fields{"text": 3})},
		{w.ann, "bad_value", put("note", w.id(), Fields{"text": []string{"x"}})},
		{w.ann, "too_long", put("note", w.id(), Fields{"text": long})},
		{w.ann, "bad_text", put("note", w.id(), Fields{"text": "a\x00b"})},
		{w.ann, "bad_text", put("note", w.id(), Fields{"text": "a\u202eb"})},
		{w.ann, "bad_text", put("note", w.id(), Fields{"text": "a\ufffdb"})},
		{w.ann, "not_found", put("note", w.id(), Fields{"step_id": w.pain})},
		{w.ann, "not_found", put("note", w.id(), Fields{"step_id": key})},
		{w.ann, "not_allowed", put("note", w.id(), Fields{"order": "a0"})},
		{w.ann, "not_allowed", put("pain", w.id(), Fields{"overlaps": true})},
		{w.ann, "not_allowed", put("department", w.id(), nil)},
		{w.ann, "not_allowed", put("tally", w.id(), nil)},
		{w.host, "not_allowed", put("person", w.id(), nil)},
		{w.host, "not_allowed", put("key", w.id(), nil)},
		{w.host, "not_allowed", put("journey", w.id(), nil)},
		{w.ann, "bad_value", put("pain", w.id(), Fields{"severity": 6})},
		{w.ann, "bad_value", put("pain", w.id(), Fields{"severity": 1.5})},
		{w.ann, "bad_value", put("pain", w.id(), Fields{"frequency": "hourly"})},
		{w.ann, "bad_value", put("pain", w.id(), Fields{"cause_categories": []string{"rule", "rule"}})},
		{w.ann, "too_long", put("pain", w.id(), Fields{"cause_categories": []string{"rule", "silo", "fear", "time"}})},
		{w.ann, "bad_value", put("fix", w.id(), Fields{"due_date": "2026-02-30"})},
		{w.ann, "bad_value", put("cell", w.id(), Fields{"lane": "customer"})},
		{w.ann, "bad_value", set(w.persona(), Fields{"age": 111})},
		{w.ann, "too_long", set(w.persona(), Fields{"age": "a long band of years"})},
		{w.host, "bad_value", set(board, Fields{"customer_word": map[string]any{"both": "x"}})},
		{w.host, "bad_value", set(board, Fields{"set_mirror_min_n": 2})},
		{w.host, "not_allowed", set(board, Fields{"join_code": "ABCDEF"})},
		{w.host, "not_allowed", set(item, Fields{"state": "running"})},
		{w.host, "not_allowed", set(w.ann, Fields{"role": "facilitator"})},
		{w.ann, "not_allowed", set(board, Fields{"title": "Mine"})},
		{w.co, "not_allowed", set(board, Fields{"status": "closed"})},
		{w.ann, "not_allowed", set(w.painBob, Fields{"severity": 1})},
		{w.ann, "not_allowed", set(w.pain, Fields{"overlaps": true})},
		{w.ann, "not_found", set("nowhere-0000000000", Fields{"title": "x"})},
		{w.host, "not_found", set(key, Fields{"role": "facilitator"})},
		{w.ann, "bad_value", set(w.step, Fields{"phase_id": w.phase})},
		{w.ann, "bad_value", set(w.step, Fields{"title": map[string]any{"add": []string{"x"}}})},
		{w.ann, "bad_value", set(w.step, Fields{"title": map[string]any{"ad": []string{"x"}}})},
		{w.ann, "unknown_field", typed(w.step, "channel", 1, Splice{0, 0, "x"})},
		{w.ann, "unknown_field", typed(w.step, "order", 1, Splice{0, 0, "x"})},
		{w.ann, "bad_value", typed(w.step, "title", 1, Splice{9, 0, "x"})},
		{w.ann, "bad_value", typed(w.step, "title", 1, Splice{2, 0, "x"}, Splice{1, 0, "y"})},
		{w.ann, "too_long", typed(w.step, "title", 1, Splice{0, 0, strings.Repeat("x", 57)})},
		{w.ann, "bad_text", typed(w.step, "title", 1, Splice{0, 0, "\t"})},
		{w.ann, "not_allowed", typed(w.painBob, "text", 1, Splice{0, 0, "x"})},
		{w.ann, "not_allowed", move(w.painBob, "", "")},
		{w.ann, "not_allowed", move(w.persona(), "", "")},
		{w.ann, "not_found", move(w.step, w.pain, "")},
		{w.ann, "not_allowed", del(w.step)}, // not the author
		{w.ann, "not_allowed", del(w.painBob)},
		{w.host, "not_allowed", del(w.ann)},
		{w.host, "not_allowed", del(board)},
		{w.host, "in_use", del(w.shop)},
		{w.ann, "not_found", restoreOp("nowhere-0000000000")},
		{w.host, "bad_request", actOp("dance", "", nil)},
		{w.host, "bad_request", actOp("stop", "", map[string]any{"now": true})},
		{w.host, "bad_value", actOp("timer", "", map[string]any{"state": "over"})},
		{w.host, "bad_value", actOp("timer", "", map[string]any{"add_minutes": 601})},
		{w.host, "bad_value", actOp("show", "", map[string]any{"view": "kitchen"})},
		{w.host, "not_found", actOp("spotlight", w.pain, nil)},
		{w.host, "not_found", actOp("start", w.pain, nil)},
		{w.host, "not_allowed", actOp("join", "", nil)},
		{w.host, "not_allowed", actOp("seat", "", nil)},
		{w.ann, "not_allowed", actOp("lock", "", nil)},
		{w.host, "bad_request", Op{Op: "shout"}},
	} {
		w.refused(c.who, c.code, c.op)
	}
}

func (w *world) persona() string {
	if r := w.b.one("persona"); r != nil {
		return r.ID
	}
	id := w.id()
	w.do(w.host, put("persona", id, Fields{"name": "Mia"}))
	return id
}

// B5: the first op is fine, the second is not: nothing of the push is left, not even in an index.
func TestB5AllOrNothing(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.refused(w.ann, "too_long", put("note", id, Fields{"text": "x"}), set(w.step, Fields{"title": strings.Repeat("x", 61)}))
	if w.b.Get(id) != nil || w.b.Count("note") != 0 {
		t.Fatal("half a push")
	}
	w.do(w.ann, put("note", id, Fields{"text": "x"}), typed(id, "text", 1, Splice{1, 0, "y"}))
}

func TestB4SamePushTwice(t *testing.T) {
	w := newWorld(t)
	who := w.actor(w.ann)
	push := func(n int, ops ...Op) Verdict {
		d := w.b.Trial(w.now())
		v := d.Push(Push{Client: "p", N: n, Ops: ops}, who)
		w.keep(d)
		return v
	}
	note := func() Op { return put("note", w.id(), Fields{"text": "x"}) }
	if v := push(1, note()); v.Again || v.Refusal != nil || !v.Shared {
		t.Fatalf("%+v", v)
	}
	if v := push(1, note()); !v.Again || v.Refusal != nil || w.b.Count("note") != 1 {
		t.Fatalf("%+v", v)
	}
	push(4, note()) // 2 and 3 were refused, or never came
	if v := push(3, note()); !v.Again || v.Refusal == nil || w.b.Count("note") != 2 {
		t.Fatalf("%+v", v)
	}
	if lastN, skipped := w.b.LastN(w.ann, "p"); lastN != 4 || !slices.Equal(skipped, []int{2, 3}) {
		t.Fatalf("%d %v", lastN, skipped)
	}
	if v := push(1000, note()); v.Refusal != nil {
		t.Fatalf("%+v", v)
	}
	for _, n := range []int{2, 50, 500, 799, 800, 999} { // a wide gap: none of it may be called stored
		if v := push(n, note()); v.Refusal == nil || !v.Again {
			t.Fatalf("%d: %+v", n, v)
		}
	}
	if lastN, skipped := w.b.LastN(w.ann, "other page"); lastN != 0 || len(skipped) != 0 {
		t.Fatal("another page's numbers")
	}
	w.checkReplay()
}

func TestB12Maxima(t *testing.T) {
	w := newWorld(t)
	for range 6 {
		w.do(w.ann, put("cell", w.id(), Fields{"step_id": w.step, "lane": "back"}))
	}
	w.refused(w.ann, "full", put("cell", w.id(), Fields{"step_id": w.step, "lane": "back"}))
	seventh := w.id()
	w.do(w.ann, put("cell", seventh, Fields{"step_id": w.step, "lane": "front"}))
	w.refused(w.ann, "full", set(seventh, Fields{"lane": "back"}))
	far := w.id()
	w.do(w.ann, put("cell", far, Fields{"step_id": w.other, "lane": "back"}))
	w.refused(w.ann, "full", move(far, w.step, ""))

	steps := []string{w.step, w.other, w.id(), w.id()}
	for _, id := range steps[2:] {
		w.do(w.ann, put("step", id, Fields{"phase_id": w.phase}))
	}
	for _, id := range steps[:3] {
		w.do(w.ann, set(id, Fields{"moment_of_truth": true}))
	}
	w.refused(w.ann, "full", set(steps[3], Fields{"moment_of_truth": true}))
	w.refused(w.ann, "full", put("step", w.id(), Fields{"phase_id": w.phase, "moment_of_truth": true}))
	for w.b.Count("phase") < phaseKind.Limit {
		w.do(w.ann, put("phase", w.id(), nil))
	}
	w.refused(w.ann, "full", put("phase", w.id(), nil))
	w.refused(w.host, "bad_value", put("department", w.id(), Fields{"code": "SHO"}))
	w.refused(w.host, "bad_value", set(w.store, Fields{"code": "SHO"}))
	w.refused(w.host, "bad_value", typed(w.store, "code", 1, Splice{0, 3, "SHO"}))
	handoff := w.id()
	w.refused(w.ann, "bad_value", put("handoff", handoff, Fields{"from_department_id": w.shop, "to_department_id": w.shop}))
	w.do(w.ann, put("handoff", handoff, Fields{"from_department_id": w.shop, "to_department_id": w.store, "step_id": w.step}))
	w.do(w.ann, set(handoff, Fields{"step_id": w.other}))
	if len(w.b.Hanging(w.other, "handoff")) != 1 || len(w.b.Hanging(w.step, "handoff")) != 0 {
		t.Fatal("a hand-off does not arrive where it was put")
	}
	w.checkReplay()
}

// B12: minima are hints. The record is there, and incomplete until its last field is filled.
func TestB12MinimaAreHints(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.ann, put("pain", id, nil))
	for _, fields := range []Fields{
		{"text": "eleven char"}, {"step_id": nil}, {"severity": 1}, {"frequency": "daily"}, {"control": "self"}, {"evidence_level": "known"},
		{"cause_categories": []string{"rule"}}, {"text": "twelve chars"},
	} {
		delete(fields, "step_id")
		if w.do(w.ann, set(id, fields)); w.b.Get(id).Complete() {
			t.Fatalf("complete after %v", fields)
		}
	}
	w.do(w.ann, Op{Op: "move", ID: id, Parent: w.step})
	if !w.b.Get(id).Complete() || !Votable(w.b.Get(id)) {
		t.Fatal("nothing is missing")
	}
	w.do(w.ann, set(id, Fields{"cause_categories": map[string]any{"remove": []string{"rule"}}}))
	if w.b.Get(id).Complete() || !Votable(w.b.Get(id)) {
		t.Fatal("no category is incomplete, and can be voted on")
	}
}

func TestListEdits(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.ann, put("fix", id, Fields{"text": "call back"}))
	edit := func(fields map[string]any) { w.do(w.ann, set(id, Fields{"pain_ids": fields})) }
	edit(map[string]any{"remove": []string{w.pain}}) // from nothing
	w.checkReplay()
	edit(map[string]any{"add": []string{w.pain, w.painBob, w.pain}})
	edit(map[string]any{"add": []string{w.pain}, "remove": []string{"nowhere"}})
	if got := w.b.Get(id).List("pain_ids"); !slices.Equal(got, []string{w.pain, w.painBob}) {
		t.Fatalf("%v", got)
	}
	edit(map[string]any{"remove": []string{w.pain, w.painBob}})
	if got := w.b.Get(id).List("pain_ids"); len(got) != 0 {
		t.Fatalf("%v", got)
	}
	w.refused(w.ann, "not_found", set(id, Fields{"pain_ids": map[string]any{"add": []string{w.step}}}))
	w.refused(w.ann, "bad_value", set(id, Fields{"pain_ids": map[string]any{"add": "x"}}))
	w.checkReplay()
}

func TestMoveToAnotherPhase(t *testing.T) {
	w := newWorld(t)
	phase, third := w.id(), w.id()
	w.do(w.ann, put("phase", phase, Fields{"title": "Second"}), put("step", third, Fields{"phase_id": phase, "title": "Third"}))
	w.do(w.bob, move(w.step, phase, third))
	ids := func(phase string) (ids []string) {
		for _, r := range w.b.Hanging(phase, "step") {
			ids = append(ids, r.ID)
		}
		return ids
	}
	if got := ids(phase); !slices.Equal(got, []string{third, w.step}) {
		t.Fatalf("%v", got)
	}
	w.do(w.bob, move(w.step, "", ""))
	if got := ids(phase); !slices.Equal(got, []string{w.step, third}) || !slices.Equal(ids(w.phase), []string{w.other}) {
		t.Fatalf("%v %v", got, ids(w.phase))
	}
	w.checkReplay()
}

func TestAPhaseHangsOnTheJourney(t *testing.T) {
	w := newWorld(t)
	named, left := w.id(), w.id()
	w.do(w.ann, put("phase", named, Fields{"journey_id": w.journey, "title": "Named"}), put("phase", left, Fields{"title": "Left out"}))
	for _, id := range []string{named, left} {
		if on := w.b.Get(id).Str("journey_id"); on != w.journey {
			t.Errorf("hangs on %q", on)
		}
	}
	w.refused(w.ann, "not_found", put("phase", w.id(), Fields{"journey_id": w.phase, "title": "Elsewhere"}))
	w.checkReplay()
}

func TestB13DeletedThingsComeBackTogether(t *testing.T) {
	w := newWorld(t)
	phase, step, cell, note, early := w.id(), w.id(), w.id(), w.id(), w.id()
	w.do(w.ann, put("phase", phase, Fields{"title": "P"}), put("step", step, Fields{"phase_id": phase, "moment_of_truth": true}))
	w.do(w.bob, put("cell", cell, Fields{"step_id": step, "lane": "back", "text": "c"}),
		put("note", note, Fields{"step_id": step, "text": "n"}), put("note", early, Fields{"step_id": step, "text": "gone before"}))
	w.do(w.bob, del(early))
	before := encode(w.b.Public())
	effects := w.do(w.ann, del(phase))
	if bytes.Contains(encode(Shared(effects)), []byte("who")) || len(effects) != 4 || w.b.Get(cell) != nil {
		t.Fatalf("%+v", effects)
	}
	w.refused(w.bob, "not_allowed", restoreOp(phase))
	w.refused(w.guest, "not_allowed", restoreOp(phase))
	w.refused(w.ann, "not_found", restoreOp(step)) // its phase is gone
	w.refused(w.bob, "not_found", restoreOp(early))
	w.do(w.host, actOp("lock", "", nil))
	w.refused(w.ann, "locked", restoreOp(phase))
	w.do(w.host, actOp("lock", "", map[string]any{"on": false}))
	w.do(w.ann, restoreOp(phase))
	if after := encode(w.b.Public()); !bytes.Equal(before, after) {
		t.Fatalf("came back changed\n%s\n%s", before, after)
	}
	if !slices.Contains(w.b.OwnIDs(w.bob), note) {
		t.Fatal("nobody's note any more")
	}
	w.refused(w.ann, "not_found", restoreOp(phase))
	w.do(w.bob, restoreOp(early))
	w.do(w.ann, del(phase))
	w.do(w.host, restoreOp(phase))
	w.checkReplay()
}

func TestB13NotAfterADay(t *testing.T) {
	w := newWorld(t)
	w.do(w.ann, del(w.pain))
	w.b.At += tombstoneLife
	for w.b.Seq%64 != 0 {
		w.do(w.host, actOp("blank", "", nil))
	}
	w.refused(w.ann, "not_found", restoreOp(w.pain))
}

// B12 holds for what comes back, too.
func TestB12RestoreStaysWithinTheMaxima(t *testing.T) {
	w := newWorld(t)
	phase, cell := w.id(), w.id()
	w.do(w.ann, put("phase", phase, nil), put("step", w.id(), Fields{"phase_id": phase, "moment_of_truth": true}),
		put("step", w.id(), Fields{"phase_id": phase, "moment_of_truth": true}))
	w.do(w.ann, put("cell", cell, Fields{"step_id": w.step, "lane": "back"}))
	w.do(w.ann, del(phase))
	w.do(w.ann, set(w.step, Fields{"moment_of_truth": true}), set(w.other, Fields{"moment_of_truth": true}))
	w.refused(w.ann, "full", restoreOp(phase)) // two and two are four
	w.do(w.ann, set(w.other, Fields{"moment_of_truth": false}))
	w.do(w.ann, restoreOp(phase))
	w.do(w.ann, del(cell))
	for range 6 {
		w.do(w.ann, put("cell", w.id(), Fields{"step_id": w.step, "lane": "back"}))
	}
	w.refused(w.ann, "full", restoreOp(cell))
	w.do(w.host, del(w.spare))
	w.do(w.host, put("department", w.id(), Fields{"name": "New", "code": "SPA"}))
	w.refused(w.host, "bad_value", restoreOp(w.spare))
	w.checkReplay()
}

func TestDepartmentInUse(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, del(w.spare))
	w.do(w.host, restoreOp(w.spare))
	cell, fix := w.id(), w.id()
	w.do(w.ann, put("cell", cell, Fields{"step_id": w.step, "lane": "back", "department_id": w.spare}))
	w.refused(w.host, "in_use", del(w.spare))
	w.do(w.ann, del(cell), put("fix", fix, Fields{"department_ids": []string{w.spare}}))
	w.refused(w.host, "in_use", del(w.spare))
	w.do(w.ann, del(fix))
	w.do(w.host, del(w.spare))
}

// Nobody learns who wrote a pain: not from frames, not from the board, not from a deletion or its return.
func TestVeiledAuthors(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	shared := []byte{}
	say := func(effects []Effect) { shared = append(shared, encode(Shared(effects))...) }
	effects := w.do(w.ann, put("pain", id, Fields{"text": "something goes wrong"}))
	if own := Private(effects, w.ann); len(own) != 1 || own[0].E != "own" || own[0].ID != id || len(Private(effects, w.bob)) != 0 {
		t.Fatalf("%+v", effects)
	}
	say(effects)
	say(w.do(w.ann, set(id, Fields{"severity": 3})))
	say(w.do(w.ann, typed(id, "text", 1, Splice{0, 0, "x"})))
	say(w.do(w.ann, del(id)))
	say(w.do(w.ann, restoreOp(id)))
	if bytes.Contains(shared, []byte(w.ann)) {
		t.Fatalf("%s", shared)
	}
	for _, r := range w.b.All("pain") {
		if bytes.Contains(encode(r), []byte(w.ann)) {
			t.Fatalf("%s", encode(r))
		}
	}
	if !slices.Contains(w.b.OwnIDs(w.ann), id) || slices.Contains(w.b.OwnIDs(w.bob), id) {
		t.Fatal("whose is it?")
	}
	w.refused(w.bob, "not_allowed", set(id, Fields{"severity": 1}))
	w.do(w.host, set(id, Fields{"severity": 1}))
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": true}))
	open := w.id()
	if effects := w.do(w.ann, put("note", open, Fields{"text": "signed"})); len(effects) != 1 || w.b.Get(open).By != w.ann {
		t.Fatalf("%+v", effects)
	}
	if w.b.Get(id).By != "" {
		t.Fatal("the veil is lifted afterwards (B7)")
	}
	w.checkReplay()
}

func TestAgendaAndClock(t *testing.T) {
	w := newWorld(t)
	items := w.b.All("agenda_item")
	state := func(i int) string { return w.b.Get(items[i].ID).Str("state") }
	w.do(w.host, actOp("next", "", nil))
	if state(0) != "running" || w.b.one("timer").Str("state") != "running" || w.b.Workshop().Status != "running" {
		t.Fatal("nothing runs")
	}
	w.do(w.host, actOp("start", items[0].ID, nil)) // a second press must not end it
	if state(0) != "running" || Running(w.b) == nil {
		t.Fatal("started twice, and ended")
	}
	w.do(w.host, actOp("start", items[2].ID, nil))
	if state(0) != "done" || state(2) != "running" {
		t.Fatalf("%s %s", state(0), state(2))
	}
	before := millis(w.b.one("timer").Str("ends_at"))
	w.do(w.host, actOp("extend", items[2].ID, map[string]any{"minutes": 5}))
	if after := millis(w.b.one("timer").Str("ends_at")); after-before != 300000 {
		t.Fatalf("%d ms more", after-before)
	}
	w.do(w.host, actOp("timer", "", map[string]any{"state": "paused"}))
	w.do(w.host, actOp("timer", "", map[string]any{"add_minutes": -600}))
	if left, _ := w.b.one("timer").Int("remaining_ms"); left != 0 {
		t.Fatalf("%d ms left", left)
	}
	w.do(w.host, actOp("next", "", nil))
	w.do(w.host, actOp("next", "", nil))
	if Running(w.b) != nil || w.b.one("timer").Str("state") != "idle" || state(1) != "planned" {
		t.Fatal("after the last one nothing runs")
	}
	w.do(w.host, actOp("show", "", map[string]any{"view": "curve"}), actOp("spotlight", w.step, nil),
		actOp("blank", "", map[string]any{"on": true}))
	if p := Read[ProjectorState](w.b.one("projector_state")); p.View != "curve" || p.SpotlightStepID != w.step || !p.Blank {
		t.Fatalf("%+v", p)
	}
	w.do(w.host, set(w.b.one("board").ID, Fields{"status": "closed"}))
	w.checkReplay()
}

// A file may lack the clock and the screen; the acts need them.
func TestAFoundedBoardHasClockAndScreen(t *testing.T) {
	w := newWorld(t)
	f := Found("two", "e", w.now())
	f.Put("board", "", Fields{"title": "t"})
	item := f.Put("agenda_item", "", Fields{"activity": "welcome", "title": "t", "minutes": 5, "projector_view": "map"})
	b, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	for _, op := range []Op{actOp("start", item, nil), actOp("timer", "", map[string]any{"add_minutes": 1}), actOp("blank", "", nil), actOp("lock", "", nil)} {
		if _, no := Decide(b, op, Actor{"h", RoleFacilitator}, "c", w.now()); no != nil {
			t.Fatalf("%+v: %s", op, no.Code)
		}
	}
}

func TestB14TimeNeverGoesBack(t *testing.T) {
	w := newWorld(t)
	late := w.b.At + 60000
	for _, at := range []int64{late, late - 50000, 0} {
		now := w.now()
		now.At = at
		d := w.b.Trial(now)
		d.Push(Push{Client: "x", N: int(w.b.Seq), Ops: []Op{put("note", w.id(), nil)}}, w.actor(w.ann))
		w.keep(d)
		if w.b.At != late {
			t.Fatalf("at %d, want %d", w.b.At, late)
		}
	}
	w.checkReplay()
}

func TestFixAcceptance(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.ann, put("fix", id, Fields{"text": "call back", "owner_participant_id": w.bob, "status": "agreed"}))
	accepted := func() string { return w.b.Get(id).Str("owner_accepted_at") }
	if accepted() != "" {
		t.Fatal("accepted by somebody else")
	}
	w.refused(w.ann, "not_allowed", set(id, Fields{"owner_accepted_at": isoTime(0)}))
	w.do(w.bob, set(id, Fields{"status": "doing"}))
	if accepted() == "" {
		t.Fatal("the owner agreed")
	}
	w.do(w.ann, set(id, Fields{"owner_participant_id": w.cor}))
	if accepted() != "" {
		t.Fatal("another owner starts unaccepted")
	}
	w.do(w.ann, set(id, Fields{"status": "done"}))
	done := w.b.Get(id).Str("done_at")
	w.do(w.ann, set(id, Fields{"status": "verified"}))
	if done == "" || w.b.Get(id).Str("done_at") != done {
		t.Fatal("done once")
	}
	if dates := w.b.Get(id).List("check_dates"); !slices.Equal(dates, []string{"2026-03-16", "2026-04-13", "2026-05-25"}) {
		t.Fatalf("%v", dates)
	}
}
