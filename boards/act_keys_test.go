package boards

import (
	"fmt"
	"testing"
)

func key(hash, by, use string) Op {
	return actOp("seat", "", map[string]any{"hash": hash, "by": by, "use": use})
}

func renewal(use, role string) Op {
	return actOp("rekey", "", map[string]any{"hash": "fresh-" + use, "use": use, "role": role})
}

// withLinks is a world with the three links a board is founded with.
func withLinks(t *testing.T) *world {
	w := newWorld(t)
	w.servers(renewal("facilitator", RoleFacilitator), renewal("co_facilitator", RoleCoFacilitator), renewal("projector", RoleScreen))
	link := w.b.KeyOf("fresh-facilitator")
	w.b.replace(link.ID, link.with(Fields{"person_id": w.host}))
	w.start, w.log = w.b.Snapshot(), nil
	return w
}

func (w *world) servers(ops ...Op) {
	w.t.Helper()
	for _, op := range ops {
		w.server(op)
	}
}

func (w *world) there(t *testing.T, want bool, hashes ...string) {
	t.Helper()
	for _, hash := range hashes {
		if got := w.b.KeyOf(hash) != nil; got != want {
			t.Errorf("%s: there %v, want %v", hash, got, want)
		}
	}
}

// D1: whatever came of a link ends with it, however long the chain.
func TestD1RenewingALinkEndsAllThatCameOfIt(t *testing.T) {
	w := withLinks(t)
	w.servers(key("leaked", "fresh-facilitator", "seat"), key("link", "leaked", "personal"), key("seat2", "link", "seat"),
		key("link2", "seat2", "personal"), key("seat3", "link2", "seat"), key("screen", "fresh-projector", "seat"),
		key("ann's", "hash-of-ann", "personal"))
	w.there(t, true, "leaked", "link", "seat2", "link2", "seat3")
	w.servers(actOp("rekey", "", map[string]any{"hash": "newest", "use": "facilitator", "role": RoleFacilitator, "keep": "seat2"}))
	w.there(t, false, "fresh-facilitator", "leaked", "link", "link2", "seat3")
	w.there(t, true, "newest", "seat2", "screen", "ann's", "hash-of-ann", "fresh-projector")
	if w.b.KeyOf("newest").Str("person_id") != w.host {
		t.Error("the new link opens nobody's desk")
	}
	w.servers(renewal("projector", RoleScreen))
	w.there(t, false, "screen")
	w.checkReplay()
}

// D1: a co-facilitator is a person and stays, also by the seat they came in with; the personal links that came of it end.
func TestD1RenewingTheCofacilitatorsLink(t *testing.T) {
	w := withLinks(t)
	w.servers(actOp("join", "", map[string]any{"name": "Co", "role": RoleCoFacilitator, "hash": "co", "by": "fresh-co_facilitator"}),
		key("co's", "co", "personal"), key("co2", "co's", "seat"), key("ann's", "hash-of-ann", "personal"))
	w.do(w.host, actOp("role", w.ann, map[string]any{"role": RoleCoFacilitator}))
	w.servers(actOp("rekey", "", map[string]any{"hash": "newest", "use": "co_facilitator", "role": RoleCoFacilitator}))
	w.there(t, false, "fresh-co_facilitator", "co's", "co2")
	w.there(t, true, "co", "newest", "ann's", "hash-of-ann")
	w.do(w.host, actOp("remove", w.b.KeyOf("co").Str("person_id"), nil))
	w.there(t, false, "co")
	w.checkReplay()
}

// D1: a key that ended makes nothing more, also when it was asked about a moment ago.
func TestD1NothingComesOfAKeyThatEnded(t *testing.T) {
	w := withLinks(t)
	w.servers(key("leaked", "fresh-facilitator", "seat"))
	w.servers(renewal("facilitator", RoleFacilitator))
	for _, op := range []Op{key("x", "leaked", "personal"), key("x", "fresh", "seat"),
		actOp("join", "", map[string]any{"name": "Co", "role": RoleCoFacilitator, "hash": "x", "by": "gone"})} {
		if _, no := Decide(w.b, op, Actor{Role: RoleServer}, "", w.now()); no == nil || no.Code != "not_found" || no.Field != "by" {
			t.Errorf("%v: %v", op.Args, no)
		}
	}
}

// D2: a link opens ten seats, a person has five links with the seats of those; the oldest go.
func TestD2ALinkOpensTenSeats(t *testing.T) {
	for _, link := range []string{"fresh-facilitator", "fresh-projector"} {
		w := withLinks(t)
		for n := range mostSeats + 3 {
			w.servers(key(fmt.Sprint("seat", n), link, "seat"))
		}
		w.there(t, false, "seat0", "seat1", "seat2")
		w.there(t, true, "seat3", "seat12", link, "hash-of-ann")
	}
	w := withLinks(t)
	w.servers(key("link0", "hash-of-ann", "personal"), key("phone", "link0", "seat"))
	for n := range mostLinks + 1 {
		w.servers(key(fmt.Sprint("link", n+1), "phone", "personal")) // whoever makes links does not end the one they came by
	}
	w.there(t, true, "link0", "phone", "link3")
	w.there(t, false, "link1", "link2")
	w.servers(key("tablet", "link3", "seat"))
	w.servers(key("last", "hash-of-ann", "personal"), key("very last", "hash-of-ann", "personal"))
	w.there(t, false, "link0", "phone", "link3", "tablet")
	w.checkReplay()
}

// D2: when the board is full of keys, its facilitator still renews links and opens the projector.
func TestD2NoRenewalIsRefusedFull(t *testing.T) {
	w := withLinks(t)
	for n := w.b.Count("key"); n < keyKind.Limit; n++ {
		id := w.id()
		w.b.index(&Record{ID: id, Kind: "key", To: []string{OnlyServer},
			Fields: Fields{"hash": fmt.Sprint("fill", n), "use": "seat", "role": RoleParticipant, "person_id": w.bob}})
	}
	w.servers(key("beamer", "fresh-projector", "seat"), key("desk", "fresh-facilitator", "seat"), key("mine", "desk", "personal"))
	for use, role := range map[string]string{"facilitator": RoleFacilitator, "co_facilitator": RoleCoFacilitator, "projector": RoleScreen} {
		w.servers(actOp("rekey", "", map[string]any{"hash": "again-" + use, "use": use, "role": role}))
	}
	if _, no := Decide(w.b, key("x", "hash-of-ann", "personal"), Actor{Role: RoleServer}, "", w.now()); no == nil || no.Code != "full" {
		t.Errorf("a participant's link: %v", no)
	}
}
