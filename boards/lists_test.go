package boards

import (
	"slices"
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
