package template

import (
	"slices"

	"muntsaus/boards"
)

// Minutes gives the length of an agenda; 0 when there is none of that name.
func Minutes(variant string) int {
	column := slices.Index(boards.Agendas[:], variant)
	if column < 0 {
		return 0
	}
	sum := 0
	for _, slot := range boards.Slots() {
		sum += slot.Minutes[column]
	}
	return sum
}

func (f *founding) agenda() {
	f.Plan(f.Agenda, f.Language)
	f.put("timer", "timer", boards.Fields{})
	f.put("projector_state", "projector", boards.Fields{"view": "lobby"})
}
