package boards

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// world is a small board that tests work on, with a clock, ids and chance that are the same in every run.
type world struct {
	t     testing.TB
	b     *Board
	log   []LogLine
	start Snapshot
	ids   int
	chance
	n map[string]int // last push number per person

	shop, store, care, spare string // departments; nothing stands on spare
	host, co, ann, bob, cor  string // ann and cor: shop, bob: store
	guest, watcher           string
	journey, phase           string
	step, other              string
	pain, painBob            string
}

// chance gives the order in which a reveal is told.
type chance struct{ rand *rand.Rand }

func newWorld(t testing.TB) *world {
	w := &world{t: t, n: map[string]int{}, chance: chance{rand.New(rand.NewPCG(1, 2))}}
	f := Found("board-one", "lineage", w.now())
	w.fill(f)
	b, err := f.Board()
	if err != nil {
		t.Fatal(err)
	}
	w.b = b
	w.start = b.Snapshot()
	w.pain = w.putPain(w.ann, "nobody answers the phone")
	w.painBob = w.putPain(w.bob, "the letter is not clear")
	return w
}

func (w *world) fill(f *Founder) {
	f.Put("board", "", Fields{"title": "Title", "date": "2026-03-02", "purpose": "Better"})
	department := func(name, code string) string {
		return f.Put("department", "", Fields{"name": name, "stage": "front", "code": code})
	}
	w.shop, w.store = department("Shop", "SHO"), department("Store", "STO")
	w.care, w.spare = department("Care", "CAR"), department("Spare", "SPA")
	person := func(name, role, department string) string {
		fields := Fields{"name": name, "role": role}
		if department != "" {
			fields["department_id"] = department
		}
		return f.Put("person", "", fields)
	}
	w.host, w.co = person("Host", RoleFacilitator, w.care), person("Co", RoleCoFacilitator, "")
	w.ann, w.bob = person("Ann", RoleParticipant, w.shop), person("Bob", RoleParticipant, w.store)
	w.cor = person("Cor", RoleParticipant, w.shop)
	w.guest, w.watcher = person("Guest", RoleGuest, w.care), person("Watcher", RoleObserver, w.care)
	f.Put("key", "", Fields{"hash": "hash-of-ann", "use": "seat", "role": "participant", "person_id": w.ann})
	w.journey = f.Put("journey", "", Fields{"title": "Journey", "goal": "g", "trigger": "t", "end_moment": "e"})
	w.phase = f.Put("phase", "", Fields{"title": "First"})
	w.step = f.Put("step", "", Fields{"phase_id": w.phase, "title": "Call", "front_department_id": w.shop})
	w.other = f.Put("step", "", Fields{"phase_id": w.phase, "title": "Wait"})
	for _, activity := range []string{"welcome", "steps", "pains", "fixes"} {
		f.Put("agenda_item", "", Fields{"activity": activity, "title": activity, "minutes": 10, "projector_view": "map"})
	}
	f.Put("timer", "", Fields{})
	f.Put("projector_state", "", Fields{})
}

// now gives a moment one second after the one before.
func (w *world) now() Moment {
	at := int64(1772438400000)
	if w.b != nil {
		at = w.b.At + 1000
	}
	return Moment{At: at, ID: w.id, Perm: func(n int) []int { return w.rand.Perm(n) }, Hash: func(s string) string { return s }}
}

func (w *world) id() string {
	w.ids++
	return fmt.Sprintf("id-%016d", w.ids)
}

func (w *world) actor(person string) Actor {
	if r := w.b.Get(person); r != nil {
		return Actor{person, r.Str("role")}
	}
	return Actor{person, person} // "screen"
}

// try decides a push and stores it when it is accepted.
func (w *world) try(person string, ops ...Op) ([]Effect, *Refusal) {
	w.t.Helper()
	d := w.b.Trial(w.now())
	w.n[person]++
	v := d.Push(Push{Client: "page-" + person, N: w.n[person], Ops: ops}, w.actor(person))
	if v.Refusal != nil {
		d.Drop()
		w.n[person]--
		return nil, v.Refusal
	}
	return w.keep(d), nil
}

// keep appends a trial to the log and makes it the board.
func (w *world) keep(d *Trial) []Effect {
	e, ok := d.Entry("node")
	if !ok {
		d.Drop()
		return nil
	}
	data := e.Encode()
	w.log = append(w.log, LogLine{w.b.Seq + 1, data})
	d.Keep(e, data)
	return e.Effects
}

func (w *world) do(person string, ops ...Op) []Effect {
	w.t.Helper()
	effects, no := w.try(person, ops...)
	if no != nil {
		w.t.Fatalf("%s may not %+v: %s %s", w.b.Get(person).Str("name"), ops, no.Code, no.Field)
	}
	return effects
}

func (w *world) refused(person, code string, ops ...Op) {
	w.t.Helper()
	before := w.b.Snapshot().Data
	_, no := w.try(person, ops...)
	switch {
	case no == nil:
		w.t.Fatalf("%+v went through, want %s", ops, code)
	case no.Code != code:
		w.t.Fatalf("%+v: %s %s, want %s", ops, no.Code, no.Field, code)
	case Sentence(no.Code, "nl") == Sentence("bad_request", "nl") && code != "bad_request":
		w.t.Fatalf("code %s has no sentence", no.Code)
	case !bytes.Equal(before, w.b.Snapshot().Data):
		w.t.Fatalf("%+v was refused and left a trace (B5)", ops)
	}
}

func (w *world) server(op Op) {
	w.t.Helper()
	d := w.b.Trial(w.now())
	if no := d.Do(op, Actor{Role: RoleServer}); no != nil {
		w.t.Fatalf("the server may not %+v: %s %s", op, no.Code, no.Field)
	}
	w.keep(d)
}

// joins seats one more participant.
func (w *world) joins(name, department string) string {
	w.t.Helper()
	before := w.b.All("person")
	w.server(
		actOp("join", "", map[string]any{"name": name, "role": RoleParticipant, "department_id": department, "hash": "hash-of-" + name}),
	)
	for _, p := range w.b.All("person") {
		if !slices.Contains(before, p) {
			return p.ID
		}
	}
	w.t.Fatal("nobody joined")
	return ""
}

func (w *world) putPain(person, text string) string {
	w.t.Helper()
	id := w.id()
	w.do(person, put("pain", id, Fields{"text": text, "step_id": w.step}))
	return id
}

// replayed gives the board as the log tells it.
func (w *world) replayed() *Board {
	w.t.Helper()
	b, err := Open(w.start)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, line := range w.log {
		if _, err := b.Take(line); err != nil {
			w.t.Fatal(err)
		}
	}
	return b
}

// checkReplay holds the board against its log (B3).
func (w *world) checkReplay() {
	w.t.Helper()
	if got, want := w.replayed().Snapshot().Data, w.b.Snapshot().Data; !bytes.Equal(got, want) {
		w.t.Fatalf("the log tells another board\n got %s\nwant %s", got, want)
	}
}

func put(kind, id string, fields Fields) Op { return Op{Op: "put", Kind: kind, ID: id, Fields: fields} }

func putAfter(kind, id, after string, fields Fields) Op {
	return Op{Op: "put", Kind: kind, ID: id, Fields: fields, After: after, HasAfter: true}
}

func set(id string, fields Fields) Op { return Op{Op: "set", ID: id, Fields: fields} }
func del(id string) Op                { return Op{Op: "del", ID: id} }
func restoreOp(id string) Op          { return Op{Op: "restore", ID: id} }

func move(id, parent, after string) Op {
	return Op{Op: "move", ID: id, Parent: parent, After: after, HasAfter: true}
}

func typed(id, field string, base int, splices ...Splice) Op {
	return Op{Op: "text", ID: id, Field: field, Base: base, Splices: splices}
}

func actOp(do, id string, args map[string]any) Op { return Op{Op: "act", Do: do, ID: id, Args: args} }

func vote(id, round, item string, count int) Op {
	return put("vote", id, Fields{"round_id": round, "item_id": item, "count": count})
}
