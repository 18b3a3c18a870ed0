package boards

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// nobodysName are the fields that sound as if they name a person and do not: what a thing or a customer is called, the person's own
// record, and what the server alone knows and deletes with them.
var nobodysName = strings.Fields(`person.name knock.name department.name persona.name key.person_id hand.person_id voice.person_id voice.name
	step.owner_department_id indicator.name`)

// otherNames are the fields that name a person and do not sound so.
var otherNames = strings.Fields(`interview.interviewer interview.employee rule.decider mandate.granted_by decision_line.proposer
	decision_line.decider`)

// Every field that names a person says so, so that "my name leaves" finds it.
func TestFieldsThatNameAPersonSaySo(t *testing.T) {
	for _, kind := range Kinds() {
		for _, f := range kind.Fields {
			name := kind.Name + "." + f.Name
			sounds := f.Of == "person" || f.Type == Text && slices.ContainsFunc([]string{"name", "person", "participant", "owner", "buddy"},
				func(word string) bool { return strings.Contains(f.Name, word) })
			if sounds != f.Person && !slices.Contains(append(otherNames, nobodysName...), name) {
				t.Errorf("%s: names a person? it says %v", name, f.Person)
			}
			if f.Person && f.Type != Text && f.Type != Ref {
				t.Errorf("%s: only texts and references can name a person", name)
			}
		}
	}
}

// Q7: who goes takes their name off every record of others, by name and by id, and leaves other names alone.
func TestQ7ANameLeavesEveryField(t *testing.T) {
	for _, do := range []string{"remove", "erase"} {
		w := newWorld(t)
		w.do(w.ann, set(w.ann, Fields{"name": "Annelies de Wit"}))
		var left []string
		for _, kind := range Kinds() {
			for _, f := range kind.Fields {
				if !f.Person {
					continue
				}
				for i, who := range []string{w.ann, w.bob} {
					r := w.example(kind, w.bob, true)
					r.ID = strings.ReplaceAll(kind.Name+"-"+f.Name, "_", "-") + strings.Repeat("x", 16+i)
					if r.Fields[f.Name] = who; f.Type == Text {
						r.Fields[f.Name] = w.b.Get(who).Str("name")
					}
					w.b.replace(r.ID, r)
					left = append(left, r.ID)
				}
			}
		}
		if len(left) < 10 {
			t.Fatalf("only %d records", len(left))
		}
		d := w.b.Trial(w.now())
		if no := d.Do(actOp(do, w.ann, nil), Actor{w.host, RoleServer}); no != nil {
			t.Fatal(no)
		}
		w.keep(d)
		data := w.b.Snapshot().Data
		if bytes.Contains(data, []byte("Annelies")) || bytes.Contains(data, []byte(w.ann)) {
			t.Errorf("%s: the board still names her", do)
		}
		for i := 1; i < len(left); i += 2 {
			if r := w.b.Get(left[i]); r == nil || !bytes.Contains(encode(r), []byte("Bob")) && !bytes.Contains(encode(r), []byte(w.bob)) {
				t.Errorf("%s: %s lost somebody else's name", do, left[i])
			}
		}
	}
}

// The owner goes, and with them that they accepted.
func TestAcceptingLeavesWithTheOwner(t *testing.T) {
	w := newWorld(t)
	fix := w.id()
	w.do(w.ann, put("fix", fix, Fields{"text": "a fix of hers", "owner_participant_id": w.ann, "status": "agreed"}))
	if w.b.Get(fix).Str("owner_accepted_at") == "" {
		t.Fatal("not accepted")
	}
	w.do(w.host, actOp("remove", w.ann, nil))
	if r := w.b.Get(fix); r.Str("owner_accepted_at") != "" || r.Str("owner_participant_id") != "" {
		t.Errorf("still hers: %+v", r.Fields)
	}
}
