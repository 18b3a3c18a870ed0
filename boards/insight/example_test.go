package insight_test

import (
	"fmt"

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/boards/template"
)

// What the map of a fresh board already says, as numbers and as sentences in both languages.
func ExampleOf() {
	ids := 0
	now := boards.Moment{At: 1772438400000, ID: func() string { ids++; return fmt.Sprintf("record-%09d", ids) }}
	wish := template.Wish{Template: "lease", Agenda: "half", Language: "en", Name: "Noor"}
	board, _, err := template.Found("board-1", "lineage-1", wish, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	of := insight.Of(board)
	fmt.Println("hand-offs in front:", of.Handoffs.Front)
	fmt.Println("passed on in a row:", of.Chain.Length, "times, boomerang:", of.Chain.Boomerang)
	fmt.Println("shared picture:", of.SharedPicture) // nobody rated yet: nothing, never 0
	// Output:
	// hand-offs in front: 8
	// passed on in a row: 4 times, boomerang: true
	// shared picture: <nil>
}
