package boards_test

import (
	"fmt"

	"muntsaus/boards"
)

// A board from nothing to an entry: it is founded, somebody wishes something, and what came of it is what goes to the log.
func Example() {
	ids := 0
	now := boards.Moment{
		At:   1772438400000, // 2 March 2026, 8.00 UTC
		ID:   func() string { ids++; return fmt.Sprintf("record-%09d", ids) },
		Perm: func(n int) []int { return make([]int, n) },
		Hash: func(secret string) string { return secret },
	}
	f := boards.Found("board-1", "lineage-1", now)
	f.Put("board", "", boards.Fields{"title": "Damage to the lease car", "date": "2026-03-02"})
	host := f.Put("person", "", boards.Fields{"name": "Noor", "role": boards.RoleFacilitator})
	f.Put("journey", "", boards.Fields{"title": "From the accident to the invoice"})
	phase := f.Put("phase", "", boards.Fields{"title": "Reporting"})
	board, err := f.Board()
	if err != nil {
		fmt.Println(err)
		return
	}

	trial := board.Trial(now)
	wish := boards.Op{Op: "put", Kind: "step", ID: "step-made-by-a-page", Fields: boards.Fields{"phase_id": phase, "title": "Call"}}
	noor := boards.Actor{Person: host, Role: boards.RoleFacilitator}
	if answer := trial.Push(boards.Push{Client: "page-1", N: 1, Ops: []boards.Op{wish}}, noor); answer.Refusal != nil {
		fmt.Println(answer.Refusal.Sentence("en"))
		return
	}
	entry, _ := trial.Entry("node-1")
	trial.Keep(entry, entry.Encode()) // after a log took it

	for _, fact := range entry.Effects {
		fmt.Println(fact.E, fact.Record.Kind, fact.Record.Str("title"))
	}
	fmt.Println("steps on the board:", len(board.All("step")))
	// Output:
	// put step Call
	// steps on the board: 1
}

// A refusal has a code for programs and a sentence for people. It leaves no trace.
func ExampleRefusal() {
	ids := 0
	now := boards.Moment{At: 1772438400000, ID: func() string { ids++; return fmt.Sprintf("record-%09d", ids) }}
	f := boards.Found("board-1", "lineage-1", now)
	f.Put("board", "", boards.Fields{"title": "Title", "date": "2026-03-02"})
	watcher := f.Put("person", "", boards.Fields{"name": "Wim", "role": boards.RoleObserver})
	board, err := f.Board()
	if err != nil {
		fmt.Println(err)
		return
	}
	trial := board.Trial(now)
	defer trial.Drop()
	wish := boards.Op{Op: "put", Kind: "note", ID: "note-made-by-a-page", Fields: boards.Fields{"text": "hello"}}
	no := trial.Do(wish, boards.Actor{Person: watcher, Role: boards.RoleObserver})
	fmt.Println(no.Code)
	fmt.Println(no.Sentence("en"))
	// Output:
	// not_allowed
	// Only the facilitator or the author can do this.
}
