package boards

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// knocks lets somebody join by code and gives the id they wait under.
func (w *world) knocks(name string, args map[string]any) string {
	w.t.Helper()
	all := map[string]any{"name": name, "role": RoleParticipant, "department_id": w.shop, "hash": "hash-of-" + name}
	for k, v := range args {
		all[k] = v
	}
	w.server(actOp("join", "", all))
	return w.b.KeyOf("hash-of-" + name).Str("person_id")
}

func TestTheLobbyHoldsPeopleAtTheDoor(t *testing.T) {
	w := newWorld(t)
	board := w.b.one("board").ID
	w.refused(w.ann, "not_allowed", set(board, Fields{"set_lobby": true}))
	if in := w.knocks("Early", nil); w.b.Waiting(in) || w.b.Get(in).Kind != "person" {
		t.Fatal("waits although the lobby is off")
	}
	w.do(w.host, set(board, Fields{"set_lobby": true}))
	people := w.b.Count("person")
	late, sent := w.knocks("Late", nil), w.knocks("Sent", nil)
	observer := w.knocks("Looks on", map[string]any{"role": RoleObserver, "department_id": ""})
	w.server(
		actOp("join", "", map[string]any{"name": "Second host", "role": RoleCoFacilitator, "hash": "hash-of-co"}),
	) // by a key, not by code
	if w.b.Count("person") != people+1 || w.b.Count("knock") != 3 || !w.b.Waiting(late) {
		t.Fatalf("%d people, %d at the door", w.b.Count("person"), w.b.Count("knock"))
	}
	for _, op := range []Op{put("note", w.id(), Fields{"text": "n"}), set(late, Fields{"name": "Other"}), del(w.step), actOp("admit", late, nil)} {
		if _, no := Decide(w.b, op, Actor{late, RoleParticipant}, "page", w.now()); no == nil || no.Code != "not_allowed" ||
			no.Sentence("nl") == Sentence("not_allowed", "nl") {
			t.Errorf("%+v from the door: %v", op, no)
		}
	}
	w.refused(w.ann, "not_allowed", actOp("admit", late, nil))
	w.refused(w.host, "not_found", actOp("admit", w.ann, nil))
	round := w.asked("writing")
	w.do(w.co, actOp("stage", round, map[string]any{"stage": "pair"}))
	w.do(w.co, actOp("admit", late, nil))
	if r := w.b.Get(late); r.Kind != "person" || r.Str("name") != "Late" || r.Str("department_id") != w.shop || r.Str("joined_at") == "" ||
		r.By != "" {
		t.Fatalf("%+v", r)
	}
	if w.b.KeyOf("hash-of-Late").Str("person_id") != late || tableOf(w.b, w.b.Get(round), late) == nil {
		t.Error("the seat is lost, or nobody sits with them")
	}
	w.do(late, put("pain", w.id(), Fields{"text": "written in the running item", "step_id": w.step}))
	w.do(w.host, actOp("admit", sent, map[string]any{"on": false}))
	if w.b.Get(sent) != nil || w.b.KeyOf("hash-of-Sent") != nil {
		t.Error("who was sent away has a seat")
	}
	if bytes.Contains(Export(w.b), []byte("knock")) {
		t.Error("the file tells who waits")
	}
	w.refused(w.host, "not_found", actOp("admit", late, nil)) // another facilitator was faster
	w.do(w.host, actOp("admit", "", nil))
	if w.b.Waiting(observer) || w.b.Count("knock") != 0 || w.b.Get(observer).Str("role") != RoleObserver {
		t.Errorf("%+v", w.b.Get(observer))
	}
	w.do(w.host, actOp("admit", "", nil)) // nobody waits: nothing happens
	w.checkReplay()
}

// A department that goes while somebody of it waits does not keep them out.
func TestWhoWaitsComesInWithoutTheirDepartment(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_lobby": true}))
	late := w.knocks("Late", map[string]any{"department_id": w.spare})
	w.refused(w.host, "in_use", del(w.spare))
	w.do(w.host, actOp("admit", "", nil))
	if w.b.Get(late).Str("department_id") != w.spare {
		t.Errorf("%+v", w.b.Get(late))
	}
}

func TestADoorHoldsSoMany(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_lobby": true}))
	for n := w.b.Count("person"); n < personKind.Limit; n++ {
		id := fmt.Sprintf("filler-%011d", n)
		w.b.replace(id, &Record{ID: id, Kind: "person", Fields: Fields{"name": "filler", "role": RoleObserver}})
	}
	late := w.knocks("Late", nil)
	w.refused(w.host, "full", actOp("admit", late, nil))
}

func TestWhoMissesTheirDepartmentWaitsUntilTheyHaveOne(t *testing.T) {
	w := newWorld(t)
	asks := func(name, department string) string {
		return w.knocks(name, map[string]any{"department_id": "", "asks": department})
	}
	if in := asks("Knows it", " shop "); w.b.Waiting(in) || w.b.Get(in).Str("department_id") != w.shop {
		t.Error("it was there already, spelled otherwise")
	}
	late, sent := asks("Late", "Purchasing"), asks("Sent", "Legal")
	if !w.b.Waiting(late) || w.b.Get(late).Str("asks") != "Purchasing" {
		t.Fatalf("%+v", w.b.Get(late))
	}
	w.do(w.host, actOp("admit", "", nil)) // everybody comes in but who has no place to sit
	w.refused(w.host, "bad_value", actOp("admit", late, nil))
	w.refused(w.host, "not_found", actOp("admit", late, map[string]any{"department_id": "nothing-of-that-name"}))
	if !w.b.Waiting(late) || !w.b.Waiting(sent) {
		t.Fatal("somebody came in without a department")
	}
	fresh := w.id()
	w.do(w.host, put("department", fresh, Fields{"name": "Purchasing", "code": "PUR"}), actOp("admit", late, map[string]any{"department_id": fresh}))
	if r := w.b.Get(late); r.Kind != "person" || r.Str("department_id") != fresh || r.Str("asks") != "" {
		t.Errorf("%+v", r)
	}
	w.do(w.host, actOp("admit", sent, map[string]any{"department_id": w.care}))
	if w.b.Get(sent).Str("department_id") != w.care {
		t.Errorf("%+v", w.b.Get(sent))
	}
	long := actOp("join", "", map[string]any{"name": "Long", "role": RoleParticipant, "hash": "h", "asks": strings.Repeat("x", 41)})
	if _, no := Decide(w.b, long, Actor{Role: RoleServer}, "", w.now()); no == nil || no.Code != "too_long" {
		t.Errorf("a department of 41 letters: %v", no)
	}
	w.checkReplay()
}
