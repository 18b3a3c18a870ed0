package reading_test

import (
	"fmt"

	"muntsaus/boards"
	"muntsaus/boards/reading"
	"muntsaus/boards/template"
)

// The journey of a fresh board, in its order.
func ExampleMapOf() {
	ids := 0
	now := boards.Moment{At: 1772438400000, ID: func() string { ids++; return fmt.Sprintf("record-%09d", ids) }}
	board, _, err := template.Found("board-1", "lineage-1", template.Wish{Template: "restaurant", Agenda: "half", Language: "en", Name: "Noor"}, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	m := reading.MapOf(board)
	last := m.Steps[len(m.Steps)-1]
	fmt.Println(len(m.Phases), "phases,", len(m.Steps), "steps; the last is number", m.Number(last.ID))
	fmt.Println("nowhere:", m.Number("no-such-step"))
	// Output:
	// 5 phases, 9 steps; the last is number 9
	// nowhere: 0
}

// A pain stands for all that were merged into it; a circle, which no board should hold, ends.
func ExampleTarget() {
	merged := map[string]string{"a": "b", "b": "c", "x": "y", "y": "x"}
	fmt.Println(reading.Target(merged, "a"), reading.Target(merged, "c"), len(reading.Target(merged, "x")))
	// Output:
	// c c 1
}
