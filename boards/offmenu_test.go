package boards

import (
	"bytes"
	"slices"
	"testing"
)

// scene puts a role play of which Ann plays the customer.
func (w *world) scene(secret string) string {
	w.t.Helper()
	id := w.id()
	w.do(w.host, put("roleplay", id, Fields{"step_id": w.step, "secret_card": secret, "customer_participant_id": w.ann}))
	return id
}

// readers names who reads the secret card, each in their welcome.
func (w *world) readers(secret string) (names []string) {
	for _, p := range w.b.All("person") {
		if bytes.Contains(encode(w.b.Mine(p.ID)), []byte(secret)) {
			names = append(names, p.Str("name"))
		}
	}
	slices.Sort(names)
	return names
}

// The secret card is told to the customer player and to who leads: in frames, in a welcome, after a change of player or of role, and
// when the scene comes back after it was deleted.
func TestSecretCardIsForTheCustomerPlayer(t *testing.T) {
	w := newWorld(t)
	const secret = "really wants a receipt"
	id := w.id()
	effects := w.do(w.host, put("roleplay", id, Fields{"step_id": w.step, "secret_card": secret, "customer_participant_id": w.ann}))
	for _, who := range []string{w.host, w.co, w.ann} {
		private := Private(effects, who)
		if len(private) != 1 || private[0].E != "set" || private[0].ID != id || private[0].Fields["secret_card"] != secret {
			t.Errorf("%s hears %+v", who, private)
		}
	}
	if bytes.Contains(encode(Shared(effects)), []byte(secret)) || len(Private(effects, w.bob)) > 0 {
		t.Error("everybody hears it")
	}
	want := func(when string, names ...string) {
		t.Helper()
		if got := w.readers(secret); !slices.Equal(got, names) {
			t.Errorf("%s: %v read it, want %v", when, got, names)
		}
		if bytes.Contains(Export(w.b), []byte(secret)) || bytes.Contains(encode(w.b.Public()), []byte(secret)) {
			t.Errorf("%s: it is in what everybody gets", when)
		}
		w.checkReplay()
	}
	want("made", "Ann", "Co", "Host")
	effects = w.do(w.co, set(id, Fields{"customer_participant_id": w.bob}))
	if told := Private(effects, w.ann); len(told) != 1 || told[0].Fields["secret_card"] != nil {
		t.Errorf("Ann keeps it: %+v", told)
	}
	want("another player", "Bob", "Co", "Host")
	w.do(w.host, actOp("role", w.cor, map[string]any{"role": RoleCoFacilitator}), actOp("role", w.co, map[string]any{"role": RoleObserver}))
	want("other roles", "Bob", "Cor", "Host")
	w.do(w.host, del(id))
	want("deleted")
	w.do(w.host, restoreOp(id))
	want("back", "Bob", "Cor", "Host")
	w.do(w.host, set(id, Fields{"secret_card": nil}))
	want("cleared")
	for _, person := range []string{w.ann, w.watcher, w.guest} {
		w.refused(person, "not_allowed", set(id, Fields{"secret_card": "mine"}))
	}
	w.refused(w.host, "unknown_field", typed(id, "secret_card", 1, Splice{0, 0, "x"}))
	w.refused(w.host, "too_long", set(id, Fields{"secret_card": string(bytes.Repeat([]byte("x"), 301))}))
}

// What the server keeps for the card is in nobody's own page, and a file that holds one tells it to nobody.
func TestSecretCardElsewhere(t *testing.T) {
	w := newWorld(t)
	id := w.scene("really wants a receipt")
	for _, person := range []string{w.bob, w.guest, w.watcher} {
		if bytes.Contains(encode(OwnOf(w.b, person)), []byte("receipt")) {
			t.Error("it is on an own page")
		}
	}
	file := bytes.Replace(Export(w.b), []byte(`"customer_participant_id"`), []byte(`"secret_card":"a receipt","customer_participant_id"`), 1)
	f, err := Import(file, "board-two", "lineage", w.now())
	if err != nil {
		t.Fatal(err)
	}
	back, err := f.Board()
	if err != nil || back.Get(id) == nil || bytes.Contains(back.Snapshot().Data, []byte("receipt")) {
		t.Errorf("a file brings it in: %v", err)
	}
}

// A test counts from its first lamp; one at a step without a front department is kept. What somebody else is changing meets it.
func TestOffmenuTestIsJudgedFromItsFirstLamp(t *testing.T) {
	w := newWorld(t)
	id := w.id()
	w.do(w.ann, put("offmenu_test", id, Fields{"step_id": w.other, "request": "Lamb with mint sauce"}))
	if w.b.Get(id).Str("tested_at") != "" {
		t.Error("a card that was only drawn is tested")
	}
	w.do(w.bob, set(id, Fields{"check_tone": false, "note_tone": "a sigh"}))
	if w.b.Get(id).Str("tested_at") == "" {
		t.Error("a lamp was judged and no time is kept")
	}
	w.refused(w.ann, "not_found", put("offmenu_test", w.id(), Fields{"step_id": w.pain}))
	w.refused(w.ann, "bad_value", set(id, Fields{"check_tone": "yes"}))
	w.refused(w.guest, "not_allowed", set(id, Fields{"check_tone": true}))
}

// Observers tick once each, and nobody is told whose it is, also where the board shows authors.
func TestObservationsHaveNoName(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, set(w.b.one("board").ID, Fields{"set_author_visible": true}))
	scene, id := w.scene("x"), w.id()
	effects := w.do(w.watcher, put("observation", id, Fields{"roleplay_id": scene, "contact": true}))
	if bytes.Contains(encode(Shared(effects)), []byte(w.watcher)) {
		t.Error("everybody hears whose it is")
	}
	w.refused(w.watcher, "already", put("observation", w.id(), Fields{"roleplay_id": scene}))
	w.do(w.watcher, set(id, Fields{"tone": true}))
	w.refused(w.host, "not_allowed", set(id, Fields{"tone": false}))
	w.refused(w.guest, "not_allowed", put("observation", w.id(), Fields{"roleplay_id": scene}))
	w.do(w.ann, put("observation", w.id(), Fields{"roleplay_id": scene, "asked_back": true}))
}
