package boards

import "testing"

func (w *world) card(more Fields) string {
	w.t.Helper()
	id := w.id()
	fields := Fields{"role": "Counter", "trigger": "a customer waits an hour", "may_do": "give a coffee", "report_where": "the log",
		"review_date": "2026-09-01", "limit_cents": 5000}
	for name, v := range more {
		fields[name] = v
	}
	w.do(w.ann, put("mandate", id, fields))
	return id
}

// A card is signed by the person who grants it, with their own name and the server's time; once.
func TestMandateIsSignedByWhoGrants(t *testing.T) {
	w := newWorld(t)
	id := w.card(nil)
	w.refused(w.ann, "not_allowed", set(id, Fields{"granted_by": "Bob"}))
	w.refused(w.guest, "not_allowed", set(id, Fields{"granted_by": "Guest"}))
	w.refused(w.bob, "not_allowed", set(id, Fields{"granted_by": "Bob", "granted_at": "2026-01-01T00:00:00.000Z"}))
	w.do(w.bob, set(id, Fields{"granted_by": "Bob"}))
	if m := Read[Mandate](w.b.Get(id)); !m.Signed() {
		t.Errorf("%+v", m)
	}
	w.refused(w.ann, "already", set(id, Fields{"granted_by": "Ann"}))
	w.refused(w.ann, "not_allowed", set(id, Fields{"granted_by": nil}))
	w.do(w.ann, set(id, Fields{"limit_cents": 50000})) // another promise: to be signed again
	if m := Read[Mandate](w.b.Get(id)); m.Signed() || m.GrantedBy != "" {
		t.Errorf("changed and still signed: %+v", m)
	}
	w.do(w.host, set(id, Fields{"granted_by": "The director"}))
	w.do(w.host, set(id, Fields{"granted_by": nil}))
	w.do(w.bob, set(id, Fields{"granted_by": "Bob"}))
	w.do(w.bob, set(id, Fields{"granted_by": nil}))
	w.checkReplay()
}

// Without a limit and without a reason for none a card is kept, and nobody can sign it.
func TestMandateWithoutALimitIsNotSigned(t *testing.T) {
	w := newWorld(t)
	id := w.card(Fields{"limit_cents": nil})
	_, no := w.try(w.bob, set(id, Fields{"granted_by": "Bob"}))
	if no == nil || no.Code != "bad_value" || no.Why != "limit" {
		t.Fatalf("%+v", no)
	}
	if w.b.Get(id).Complete() {
		t.Error("it counts as complete")
	}
	w.do(w.ann, set(id, Fields{"no_limit_reason": "what it takes"}))
	w.do(w.bob, set(id, Fields{"granted_by": "Bob"}))
	other := w.card(Fields{"report_where": nil})
	if _, no = w.try(w.bob, set(other, Fields{"granted_by": "Bob"})); no == nil || no.Why != "unfinished" {
		t.Errorf("%+v", no)
	}
}

// Two sign at the same moment: the first is the one, the second hears so.
func TestMandateTwoSignAtOnce(t *testing.T) {
	w := newWorld(t)
	id := w.card(nil)
	d := w.b.Trial(w.now())
	one := d.Push(Push{Client: "page-bob", N: 1, Ops: []Op{set(id, Fields{"granted_by": "Bob"})}}, w.actor(w.bob))
	two := d.Push(Push{Client: "page-cor", N: 1, Ops: []Op{set(id, Fields{"granted_by": "Cor"})}}, w.actor(w.cor))
	if one.Refusal != nil || two.Refusal == nil || two.Refusal.Code != "already" {
		t.Fatalf("%+v %+v", one, two)
	}
	w.keep(d)
	if got := w.b.Get(id).Str("granted_by"); got != "Bob" {
		t.Errorf("signed by %s", got)
	}
}

// Whoever takes their name off the board takes their signature off the card.
func TestMandateOfWhoLeaves(t *testing.T) {
	w := newWorld(t)
	id := w.card(nil)
	w.do(w.bob, set(id, Fields{"granted_by": "Bob"}))
	w.server(actOp("erase", w.bob, nil))
	if m := Read[Mandate](w.b.Get(id)); m.GrantedBy != "" || m.GrantedAt != "" {
		t.Errorf("%+v", m)
	}
}
