package incoming

import (
	"encoding/json"
	"strings"
)

// scrumlrBoard is the export of a retrospective: columns with notes. Who wrote them stays behind.
type scrumlrBoard struct {
	Board   struct{ Name string }
	Columns []struct {
		ID   string
		Name string
	}
	Notes []struct {
		ID       string
		Text     string
		Column   string
		Position struct{ Column string }
	}
}

// scrumlr makes a phase with one step of every column, and hangs its notes on that step.
func scrumlr(data []byte) (Journey, error) {
	var board scrumlrBoard
	if err := json.Unmarshal(data, &board); err != nil || len(board.Columns) == 0 {
		return Journey{}, ErrUnknown
	}
	j := Journey{Title: board.Board.Name}
	at := map[string]int{}
	for _, c := range board.Columns {
		name := strings.TrimSpace(c.Name)
		if name == "" {
			name = "–"
		}
		at[c.ID] = len(j.Phases)
		j.Phases = append(j.Phases, Phase{Title: name, Steps: []Step{{Title: name}}})
	}
	for n, note := range board.Notes {
		column := note.Column
		if column == "" {
			column = note.Position.Column
		}
		i, known := at[column]
		text := strings.TrimSpace(note.Text)
		if !known || text == "" {
			j.leave(n+1, "no_column")
			continue
		}
		j.Phases[i].Steps[0].Notes = append(j.Phases[i].Steps[0].Notes, text)
	}
	return j, nil
}
