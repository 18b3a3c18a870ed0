package template_test

import (
	"fmt"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// A board that begins with somebody's own sort of journey, and an agenda of half a day.
func ExampleFound() {
	ids := 0
	now := boards.Moment{At: 1772438400000, ID: func() string { ids++; return fmt.Sprintf("record-%09d", ids) }}
	wish := template.Wish{Template: "lease", Agenda: "half", Language: "en", Name: "Noor"}
	board, host, err := template.Found("board-1", "lineage-1", wish, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	minutes := 0
	for _, item := range board.All("agenda_item") {
		lasts, _ := item.Int("minutes")
		minutes += lasts
	}
	fmt.Println(board.Get(host).Str("name"), "leads", board.All("journey")[0].Str("title"))
	fmt.Println(len(board.All("step")), "steps,", minutes, "minutes")
	// Output:
	// Noor leads Damage to the lease car
	// 11 steps, 240 minutes
}
