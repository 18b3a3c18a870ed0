package boards

import (
	"slices"
	"strings"
	"testing"
)

// M5: two people changed one list, and the later list stood in place of the other's. Every list that anybody may change takes what is
// added and what is removed, in any order and more than once.
func TestM5EveryListTakesAdditionsAndRemovals(t *testing.T) {
	lists := 0
	for _, kind := range kinds {
		for _, field := range kind.Fields {
			if !slices.Contains([]Type{Texts, Enums, Refs, Dates}, field.Type) || field.Server || kind.Made != ByPeople {
				continue
			}
			lists++
			r := &Record{Kind: kind.Name, Fields: Fields{field.Name: []string{"a", "b"}}}
			for _, edit := range []map[string]any{
				{"add": []string{"mine"}}, {"remove": []string{"b"}}, {"add": []string{"theirs"}}, {"add": []string{"mine"}}, {"remove": []string{"b"}},
			} {
				fields, no := listEdits(r, Fields{field.Name: edit})
				if no != nil {
					t.Fatalf("%s.%s takes no %v: %s", kind.Name, field.Name, edit, no.Code)
				}
				r = r.with(fields)
			}
			if got := r.List(field.Name); !slices.Equal(got, []string{"a", "mine", "theirs"}) {
				t.Errorf("%s.%s: %v", kind.Name, field.Name, got)
			}
			fields, _ := listEdits(r, Fields{field.Name: map[string]any{"remove": []string{"a", "mine", "theirs"}}})
			if list, is := fields[field.Name].([]string); !is || list == nil {
				t.Errorf("%s.%s: the last one gone reads as cleared", kind.Name, field.Name)
			}
		}
	}
	if lists < 6 {
		t.Errorf("only %d lists were tried", lists)
	}
}

// M5: of answers the place says to which question they are, and two people who answered at once set the list as a whole. Each place is
// changed by itself, and nothing that either of them wrote is lost.
func TestM5TwoPeopleAnswerQuestionsOfOneTalkAtOnce(t *testing.T) {
	w := newWorld(t)
	talk := w.id()
	w.do(w.ann, put("interview", talk, Fields{"customer_ref": "a regular", "answers": []string{"To eat", "", "At the till"}}))
	says := func(at int, was, is string) Op {
		return set(talk, Fields{"answers": map[string]any{"at": at, "was": was, "is": is}})
	}
	w.do(w.ann, says(1, "", "I waited"))
	w.do(w.bob, says(4, "", "Nothing"))
	w.do(w.bob, says(1, "", "Nobody came"))         // at the same question, at once
	w.do(w.ann, says(0, "To eat", "To eat soon"))   // apart from each other, in one text
	w.do(w.bob, says(0, "To eat", "Just to eat"))   //
	w.do(w.ann, says(2, "At the till", ""))         // taken away by one,
	w.do(w.bob, says(2, "At the till", "At table")) // changed by the other
	want := []string{"Just to eat soon", "I waited\nNobody came", "At table", "", "Nothing"}
	if got := w.b.Get(talk).List("answers"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	w.do(w.ann, says(4, "Nothing", ""))
	if got := w.b.Get(talk).List("answers"); !slices.Equal(got, want[:3]) {
		t.Errorf("%q, want %q", got, want[:3])
	}
	w.refused(w.ann, "bad_value", says(6, "", "a seventh"))
	w.refused(w.ann, "bad_value", says(-1, "", "x"))
	w.refused(w.ann, "bad_value", set(talk, Fields{"answers": map[string]any{"at": 1, "is": "x"}}))
	w.refused(w.ann, "too_long", says(1, "", strings.Repeat("x", 600))) // it would stand below the other's: the words come back
	w.refused(w.ann, "bad_value", set(w.step, Fields{"kano": map[string]any{"at": 0, "was": "", "is": "x"}}))
	w.checkReplay()
}
