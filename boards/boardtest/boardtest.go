// Package boardtest holds boards for tests and measurements: one as large as a board gets, and one that has a text of choice in every
// field of every kind.
package boardtest

import (
	"encoding/json"
	"fmt"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/template"
)

// At is the moment at which the boards are made.
var At = time.Date(2026, 11, 24, 13, 0, 0, 0, time.UTC)

// Moment gives a moment whose ids count, so that the same board is made each time.
func Moment() boards.Moment {
	n := 0
	return boards.Moment{At: At.UnixMilli(), ID: func() string { n++; return fmt.Sprintf("record-%012d", n) },
		Hash: func(secret string) string { return secret },
		Perm: func(n int) []int {
			order := make([]int, n)
			for i := range order {
				order[i] = i
			}
			return order
		}}
}

// Demo gives a board as a workshop begins: one of the starter journeys, or "blank".
func Demo(journey, language string) (*boards.Board, error) {
	wish := template.Wish{Template: journey, Agenda: "half", Language: language, Name: "Marieke van Dam"}
	b, _, err := template.Found("board-1", "e1", wish, Moment())
	return b, err
}

// line is one record of a file.
type line struct {
	ID     string         `json:"id"`
	Kind   string         `json:"kind"`
	Fields map[string]any `json:"fields"`
}

// file gives records as a board is saved.
func file(records []line) []byte {
	data, err := json.Marshal(map[string]any{"muntsaus": 1, "records": records})
	if err != nil {
		panic(err) // texts and numbers can be written
	}
	return data
}

// Open gives the board that is in a file, and how much of it could not be placed.
func Open(data []byte) (*boards.Board, []boards.LeftOut, error) {
	f, err := boards.Import(data, "board-1", "e1", Moment())
	if err != nil {
		return nil, nil, err
	}
	b, err := f.Board()
	return b, f.LeftOut(), err
}
