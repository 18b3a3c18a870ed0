package boards

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The table of method.md 4.0 with ruling 7, said once more in words: who may do what to a kind.
// host = facilitator and co-facilitator; all = participants as well; own = participants what they made, hosts anything.
// A guest has quotes, and everybody with a seat has their own name.
var rights = map[string]struct{ put, set, move, del, field string }{
	"board":           {"", "host", "", "", "title"},
	"department":      {"host", "host", "host", "host", "name"},
	"person":          {"", "own", "", "", "name"},
	"knock":           {"", "", "", "", "name"},
	"key":             {"", "", "", "", "hash"},
	"persona":         {"host", "all", "", "host", "goal"},
	"journey":         {"", "host", "", "", "goal"},
	"phase":           {"all", "all", "all", "own", "title"},
	"step":            {"all", "all", "all", "own", "title"},
	"cell":            {"all", "all", "all", "all", "text"},
	"handoff":         {"all", "all", "", "all", "confirmed"},
	"quote":           {"all+", "own", "", "own", "text"},
	"agenda_item":     {"host", "host", "host", "host", "title"},
	"timer":           {"", "", "", "", "state"},
	"projector_state": {"", "", "", "", "view"},
	"note":            {"all", "own", "own", "own", "text"},
	"pain":            {"all", "own", "own", "own", "text"},
	"round":           {"", "", "", "", "number"},
	"subgroup":        {"", "", "", "", "number"},
	"ready":           {"", "", "", "", "round_id"},
	"vote":            {"", "", "", "own-", "count"},
	"rating":          {"", "", "", "own-", "value"},
	"ownership_claim": {"", "", "", "own-", "answer"},
	"leading_vote":    {"", "", "", "own-", "value"},
	"voice":           {"", "", "", "", "name"},
	"parking_item":    {"all", "own", "own", "own", "text"},
	"tally":           {"", "", "", "", "count"},
	"split":           {"", "", "", "", "item_id"},
	"fix":             {"all", "all", "all", "own", "text"},
}

// openWhile says what participants may make while an activity runs, as far as the kind exists; "" = nothing runs.
// Activities with kinds that are still to come (warmup, offmenu, causes, close) count as having none of their own.
var openWhile = func() map[string]string {
	everything := "phase step cell handoff pain quote note fix parking_item"
	open := map[string]string{"": everything}
	for _, activity := range agendaItemKind.Field("activity").Options {
		open[activity] = everything
	}
	open["promise"] = "note quote cell parking_item"
	open["persona"] = "quote cell parking_item"
	open["steps"] = "step phase note quote cell parking_item"
	open["blueprint"] = "cell handoff quote parking_item"
	open["pains"] = "pain quote cell parking_item"
	open["rules"] = "quote cell parking_item"
	open["fixes"] = "fix quote cell parking_item"
	open["commit"] = "fix quote cell parking_item"
	return open
}()

// granted reads the table: what a role may.
func granted(right, role string, own bool) bool {
	switch right {
	case "host":
		return role == "host"
	case "all", "all+":
		return role == "host" || role == "participant" || right == "all+" && role == "guest"
	case "own":
		return role == "host" || own
	case "own-": // a sealed answer: nobody but its author
		return own
	}
	return false
}

func TestMatrix(t *testing.T) {
	cells := 0
	for activity, open := range openWhile {
		for _, locked := range []bool{false, true} {
			w := newWorld(t)
			w.running(activity, locked)
			for person, role := range map[string]string{w.host: "host", w.co: "host", w.ann: "participant", w.guest: "guest", w.watcher: "observer", "screen": "screen"} {
				for _, kind := range Kinds() {
					for _, own := range []bool{true, false} {
						if own && role == "screen" {
							continue // a screen is nobody and makes nothing
						}
						cells += w.checkCells(person, role, kind, own, locked, strings.Fields(open), activity)
					}
				}
			}
		}
	}
	t.Logf("%d cells", cells)
}

// running puts one activity on, and the lock.
func (w *world) running(activity string, locked bool) {
	if activity != "" {
		w.b.replace("running-item-0000", &Record{ID: "running-item-0000", Kind: "agenda_item", Fields: Fields{"activity": activity, "state": "running", "order": "zz"}})
	}
	board := w.b.one("board")
	w.b.replace(board.ID, board.with(Fields{"map_locked": locked}))
}

func (w *world) checkCells(person, role string, kind *Kind, own, locked bool, open []string, activity string) int {
	w.t.Helper()
	right, ok := rights[kind.Name]
	if !ok {
		w.t.Fatalf("kind %s is not in the matrix", kind.Name)
	}
	stuck := locked && role != "host" && slices.Contains([]string{"phase", "step", "cell", "handoff"}, kind.Name)
	r := w.example(kind, person, own)
	cells := map[string]struct {
		op   Op
		want bool
	}{
		"put":  {put(kind.Name, "fresh-id-00000000", nil), granted(right.put, role, own) && !stuck && (role != "participant" || slices.Contains(open, kind.Name))},
		"set":  {set(r.ID, Fields{right.field: w.value(kind, right.field)}), granted(right.set, role, own) && !stuck},
		"move": {move(r.ID, "", ""), granted(right.move, role, own) && !stuck},
		"del":  {del(r.ID), granted(right.del, role, own) && !stuck},
	}
	if kind.isText(right.field) {
		cells["text"] = struct {
			op   Op
			want bool
		}{typed(r.ID, right.field, 1, Splice{0, 0, "x"}), granted(right.set, role, own) && !stuck}
	}
	for name, cell := range cells {
		d := w.b.Draft(w.now())
		w.b.replace(r.ID, r)
		_, no := Decide(w.b, cell.op, w.actor(person), "page", w.now())
		d.Drop()
		if (no == nil) != cell.want {
			w.t.Errorf("%s %s %s (own %v, locked %v, during %q): %v, want %v", role, name, kind.Name, own, locked, activity, no, cell.want)
		}
		if no != nil && !slices.Contains([]string{"not_allowed", "not_found", "locked"}, no.Code) {
			w.t.Errorf("%s %s %s: %s %s", role, name, kind.Name, no.Code, no.Field)
		}
	}
	return len(cells)
}

// example makes a record of a kind that this person or somebody else made.
func (w *world) example(kind *Kind, person string, own bool) *Record {
	by := w.bob
	if own {
		by = person
	}
	r := &Record{ID: "example-000000000", Kind: kind.Name, By: by, Fields: Fields{}}
	if kind.Ordered {
		r.Fields["order"] = "zy"
	}
	switch kind.Name {
	case "person":
		r.ID = by
		r.Fields = w.b.Get(by).Fields
	case "vote", "ready", "rating", "ownership_claim", "leading_vote":
		r.To = []string{by}
	case "key", "split", "voice":
		r.To = []string{OnlyServer}
	case "phase":
		r.Fields["journey_id"] = w.journey
	}
	return r
}

func (w *world) value(kind *Kind, field string) any {
	switch kind.Field(field).Type {
	case Text:
		return "New"
	case Bool:
		return true
	case Ref:
		return w.step
	case Enum:
		return kind.Field(field).Options[0]
	}
	return 1
}

// Acts by role: only people at the desk steer, and what cannot be taken back is the facilitator's alone.
func TestMatrixOfActs(t *testing.T) {
	w := newWorld(t)
	merged := w.putPain(w.ann, "the same said once more")
	round, item, writing := w.opened(nil), w.b.All("agenda_item")[1].ID, w.asked("writing")
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_facilitator_takes_part": true}))
	calls := map[string]Op{
		"reveal": actOp("reveal", round, nil), "cancel": actOp("cancel", round, nil), "start": actOp("start", item, nil), "stop": actOp("stop", "", nil),
		"next": actOp("next", "", nil), "extend": actOp("extend", item, map[string]any{"minutes": 5}), "timer": actOp("timer", "", map[string]any{"state": "running", "minutes": 3}),
		"stage": actOp("stage", writing, map[string]any{"stage": "pair"}),
		"admit": actOp("admit", "", nil), "role": actOp("role", w.cor, map[string]any{"role": RoleObserver}),
		"show": actOp("show", "", map[string]any{"view": "map"}), "blank": actOp("blank", "", nil), "spotlight": actOp("spotlight", w.step, nil),
		"lock": actOp("lock", "", nil), "remove": actOp("remove", w.bob, nil), "ready": actOp("ready", round, nil),
		"merge": actOp("merge", merged, map[string]any{"into": w.pain}), "park": actOp("park", merged, nil), "skip": actOp("skip", item, nil),
		"open": actOp("open", w.id(), map[string]any{"collect": "vote", "item_ids": []string{w.pain, w.painBob}}), "join": actOp("join", "", nil), "erase": actOp("erase", w.ann, nil), "keep": actOp("keep", "", map[string]any{"days": 30}), "seat": actOp("seat", "", nil),
		"rekey": actOp("rekey", "", nil), "recode": actOp("recode", "", nil), "door": actOp("door", "", nil),
	}
	for name := range acts {
		if _, ok := calls[name]; !ok {
			t.Errorf("act %s is not in the matrix", name)
		}
	}
	for name, op := range calls {
		for _, person := range []string{w.host, w.co, w.ann, w.guest, w.watcher, "screen"} {
			want := person == w.host || person == w.co && name != "remove"
			switch name {
			case "join", "seat", "erase", "rekey", "recode":
				want = false
			case "ready":
				want = person == w.host || person == w.ann // the co-facilitator has no department
			case "open":
				want = false // one is open already
			}
			_, no := Decide(w.b, op, w.actor(person), "page", w.now())
			if (no == nil) != want || no != nil && no.Code == "bad_request" {
				t.Errorf("%s %s: %v, want %v", fmt.Sprint(w.actor(person).Role), name, no, want)
			}
		}
	}
}

// The ids of one board mean nothing on another.
func TestMatrixOfTwoBoards(t *testing.T) {
	one, two := newWorld(t), &world{t: t, n: map[string]int{}, chance: chance{newWorld(t).rand}, ids: 500000}
	f := Found("board-two", "lineage", two.now())
	two.fill(f)
	var err error
	if two.b, err = f.Board(); err != nil {
		t.Fatal(err)
	}
	two.start = two.b.Snapshot()
	two.pain, two.painBob = two.putPain(two.ann, "the pain of another board"), two.putPain(two.bob, "and one more of that board")
	round := two.opened(nil)
	mine := one.opened(nil)
	note := two.id()
	two.do(two.host, put("note", note, Fields{"text": "n"}))
	two.do(two.host, del(note))
	for _, r := range two.b.told() {
		for _, person := range []string{one.host, one.ann, one.guest} {
			for _, op := range []Op{set(r.ID, Fields{"title": "x"}), typed(r.ID, "title", 1, Splice{0, 0, "x"}), move(r.ID, "", ""), del(r.ID), restoreOp(r.ID)} {
				one.refused(person, "not_found", op)
			}
		}
	}
	one.refused(one.host, "not_found", restoreOp(note))
	one.refused(one.ann, "not_found", put("note", one.id(), Fields{"step_id": two.step}))
	one.refused(one.ann, "not_found", move(one.step, two.phase, ""))
	one.refused(one.ann, "not_found", put("fix", one.id(), Fields{"pain_ids": []string{two.pain}}))
	one.refused(one.ann, "not_found", vote(one.id(), round, two.pain, 1))
	one.refused(one.ann, "not_found", vote(one.id(), mine, two.pain, 1))
	for _, do := range []string{"reveal", "cancel", "ready", "remove", "start", "spotlight"} {
		one.refused(one.host, "not_found", actOp(do, round, nil))
	}
	if one.b.KeyOf("hash-of-nobody") != nil {
		t.Fatal("a key of nowhere")
	}
}
