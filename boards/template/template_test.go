package template

import (
	"fmt"
	"testing"

	"muntsaus/boards"
)

func moment() boards.Moment {
	n := 0
	return boards.Moment{
		At:   1763980000000,
		ID:   func() string { n++; return fmt.Sprintf("id-%016d", n) },
		Perm: func(n int) []int { return make([]int, n) },
	}
}

func TestEveryTemplateFoundsABoard(t *testing.T) {
	for _, name := range []string{"restaurant", "lease", "retail_return", "hotel", "housing_repair", "blank"} {
		for _, language := range []string{"nl", "en"} {
			for agenda, minutes := range map[string]int{"2h": 120, "half": 240, "day": 450} {
				b, host, err := Found("board-1", "e1", Wish{Template: name, Agenda: agenda, Language: language}, moment())
				if err != nil {
					t.Fatalf("%s %s: %v", name, language, err)
				}
				if b.Get(host) == nil || b.Get(host).Str("role") != boards.RoleFacilitator {
					t.Errorf("%s: no facilitator", name)
				}
				sum := 0
				for _, item := range b.All("agenda_item") {
					n, _ := item.Int("minutes")
					sum += n
				}
				if sum != minutes {
					t.Errorf("%s %s: %d minutes, want %d", name, agenda, sum, minutes)
				}
				if j, ok := Named(name); ok && b.Count("step") != len(j.Steps) {
					t.Errorf("%s: %d steps, want %d", name, b.Count("step"), len(j.Steps))
				}
				for _, kind := range []string{"pain", "vote", "fix"} {
					if b.Count(kind) != 0 {
						t.Errorf("%s pre-fills %s", name, kind)
					}
				}
			}
		}
	}
}

func TestUnknownTemplateAndAgenda(t *testing.T) {
	if _, _, err := Found("b", "e", Wish{Template: "nope", Agenda: "2h"}, moment()); err != ErrTemplate {
		t.Errorf("got %v, want ErrTemplate", err)
	}
	if _, _, err := Found("b", "e", Wish{Template: "lease", Agenda: "week"}, moment()); err != ErrAgenda {
		t.Errorf("got %v, want ErrAgenda", err)
	}
}
