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
	column := slices.Index(boards.Agendas[:], f.Agenda)
	for _, slot := range boards.Slots() {
		if slot.Minutes[column] > 0 {
			activity, _ := boards.ActivityNamed(slot.Activity)
			f.put("agenda_item", "", boards.Fields{"activity": activity.Name, "title": both{activity.NL, activity.EN}.in(f.Language),
				"minutes": slot.Minutes[column], "projector_view": activity.View})
		}
	}
	f.put("timer", "timer", boards.Fields{})
	f.put("projector_state", "projector", boards.Fields{"view": "lobby"})
}
