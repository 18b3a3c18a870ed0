package boards

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
)

// twoOwners is a world with a fix of Olga, about one pain, and one of somebody else.
func twoOwners(t *testing.T) (w *world, olga Actor, hers, his string) {
	w = newWorld(t)
	hers, his = w.id(), w.id()
	w.do(w.host, put("fix", hers, Fields{"text": "call the customer back", "owner_person": "Olga", "pain_ids": []string{w.pain},
		"due_date": "2027-01-04", "status": "agreed"}))
	w.do(w.host, put("fix", his, Fields{"text": "mend the form", "owner_person": "Henk", "pain_ids": []string{w.painBob}}))
	w.do(w.host, put("indicator", w.id(), Fields{"name": "Grade for the call"}))
	w.server(actOp("owner", "", map[string]any{"name": " olga", "hash": "hash-of-olga"}))
	return w, Actor{w.b.KeyOf("hash-of-olga").ID, RoleOwner}, hers, his
}

// byLink does one op of somebody who is no person of the board.
func (w *world) byLink(who Actor, op Op) *Refusal {
	w.t.Helper()
	d := w.b.Trial(w.now())
	no := d.Do(op, who)
	if no != nil {
		d.Drop()
		return no
	}
	w.keep(d)
	return nil
}

// The view of an owner has their own fixes whole, of pains and steps the words, the number, and not one record or field more.
func TestWhatAnOwnerSees(t *testing.T) {
	w, olga, hers, his := twoOwners(t)
	indicator := w.b.one("indicator")
	w.b.replace(indicator.ID, indicator.with(Fields{"department_commits": []any{map[string]any{"participant_id": w.ann}}}))
	fields := map[string][]string{}
	for _, r := range w.b.OwnerView(olga.Person) {
		fields[r.Kind] = slices.Sorted(maps.Keys(r.Fields))
		if r.Kind == "fix" && r.ID != hers {
			t.Errorf("Olga sees the fix %s", r.ID)
		}
	}
	for kind, want := range map[string][]string{"pain": {"step_id", "text"}, "step": {"title"}} {
		if !slices.Equal(fields[kind], want) {
			t.Errorf("of a %s Olga sees %v", kind, fields[kind])
		}
	}
	if len(fields) != 4 || fields["indicator"] == nil {
		t.Errorf("Olga sees %v", fields)
	}
	told := encode(w.b.OwnerView(olga.Person))
	for _, hidden := range []string{his, w.painBob, w.ann, "Henk"} {
		if bytes.Contains(told, []byte(hidden)) {
			t.Errorf("Olga is told %s", hidden)
		}
	}
}

func TestAnOwnerSaysHowFarTheirFixIs(t *testing.T) {
	w, olga, hers, his := twoOwners(t)
	try := func(code string, op Op) {
		t.Helper()
		no := w.byLink(olga, op)
		if (no == nil) != (code == "") || no != nil && no.Code != code {
			t.Errorf("%+v: %+v, want %q", op, no, code)
		}
	}
	fix := func() *Record { return w.b.Get(hers) }
	try("", set(hers, Fields{"owner_accepted_at": "2020-01-01T00:00:00Z"}))
	if at := fix().Str("owner_accepted_at"); at == "" || at == "2020-01-01T00:00:00Z" {
		t.Errorf("accepted at %q: the moment is the server's", at)
	}
	try("", set(hers, Fields{"status": "doing", "first_step": "Find the number", "if_then": "If it is Monday, I call",
		"needs_from": "IT", "note": "Waits for the list"}))
	try("", set(hers, Fields{"status": "done"}))
	if fix().Str("done_at") == "" {
		t.Error("done, and nobody knows when")
	}
	try("", set(hers, Fields{"status": "doing"}))
	if fix().Str("done_at") != "" {
		t.Error("not done any more, and done_at stays")
	}
	for _, status := range []string{"idea", "verified", "parked", "dropped"} {
		try("not_allowed", set(hers, Fields{"status": status}))
	}
	for _, fields := range []Fields{{"text": "x"}, {"due_date": "2027-03-01"}, {"owner_person": "Henk"}, {"done_at": "2020-01-01T00:00:00Z"}, {"check_dates": []string{}}} {
		try("not_allowed", set(hers, fields))
	}
	try("too_long", set(hers, Fields{"note": strings.Repeat("x", 281)}))
	try("not_found", set(his, Fields{"status": "done"}))
	try("not_allowed", set(w.pain, Fields{"text": "x"}))
	try("not_found", set(w.painBob, Fields{"text": "x"}))
	for _, op := range []Op{put("note", "fresh-id-00000000", Fields{"text": "x"}), del(hers), move(hers, "", ""), typed(hers, "note", 1, Splice{0, 0, "x"}),
		actOp("next", "", nil), actOp("owner", "", map[string]any{"name": "Olga", "hash": "mine"})} {
		try("not_allowed", op)
	}
	w.checkReplay()
}

// A fix that gets another owner starts unaccepted, and a name that nobody has any more opens an empty page.
func TestAnOwnerWhoIsRenamed(t *testing.T) {
	w, olga, hers, _ := twoOwners(t)
	if no := w.byLink(olga, set(hers, Fields{"owner_accepted_at": "2020-01-01T00:00:00Z"})); no != nil {
		t.Fatal(no)
	}
	w.do(w.host, set(hers, Fields{"owner_person": "Olga de Wit"}))
	if w.b.Get(hers).Str("owner_accepted_at") != "" {
		t.Error("another owner, and accepted already")
	}
	for _, r := range w.b.OwnerView(olga.Person) {
		if r.Kind != "indicator" {
			t.Errorf("Olga still sees a %s", r.Kind)
		}
	}
	if _, no := Decide(w.b, set(hers, Fields{"status": "done"}), olga, "page", w.now()); no == nil || no.Code != "not_found" {
		t.Errorf("%+v", no)
	}
	w.checkReplay()
}

func TestANewLinkOfAnOwnerEndsTheEarlierOne(t *testing.T) {
	w, olga, hers, _ := twoOwners(t)
	link := func(args map[string]any) *Refusal { return w.byLink(Actor{Role: RoleServer}, actOp("owner", "", args)) }
	w.server(actOp("seat", "", map[string]any{"hash": "seat-of-olga", "use": "seat", "by": "hash-of-olga"}))
	if key := w.b.KeyOf("seat-of-olga"); key.Str("role") != RoleOwner || key.Str("from") != olga.Person {
		t.Fatalf("%v", key.Fields)
	}
	if no := link(map[string]any{"name": "OLGA", "hash": "hash-again"}); no != nil {
		t.Fatal(no)
	}
	if w.b.KeyOf("hash-of-olga") != nil || w.b.KeyOf("seat-of-olga") != nil || w.b.KeyOf("hash-again") == nil {
		t.Error("the earlier link or its seat is still there")
	}
	if _, no := Decide(w.b, set(hers, Fields{"status": "done"}), olga, "page", w.now()); no == nil {
		t.Error("the earlier link still writes")
	}
	if no := link(map[string]any{"name": "olga", "off": true}); no != nil || w.b.KeyOf("hash-again") != nil {
		t.Errorf("%v: the link is still there", no)
	}
	if no := link(map[string]any{"name": "Nobody", "hash": "hash-of-nobody"}); no == nil || no.Code != "not_found" {
		t.Errorf("a link for somebody without a fix: %v", no)
	}
	w.checkReplay()
}
