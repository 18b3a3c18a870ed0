package insight

import (
	"muntsaus/boards"
	"muntsaus/boards/reading"
)

// Step and Pain are as they are read for everybody.
type (
	Step = reading.Step
	Pain = reading.Pain
)

// model is what the formulas look at: the board once, as structs.
type model struct {
	reading.Map
	board       *boards.Board
	language    string
	departments map[string]boards.Department
	pains       []Pain // not merged into another
	merged      map[string]string
	fixes       []reading.Fix
}

func look(b *boards.Board) model {
	work := reading.WorkOf(b)
	m := model{Map: reading.MapOf(b), board: b, language: b.Workshop().Language, departments: map[string]boards.Department{},
		merged: work.Merged(), fixes: work.Fixes}
	for _, d := range m.Departments {
		m.departments[d.ID] = d.Department
	}
	for _, p := range work.Pains {
		if p.MergedInto == "" {
			m.pains = append(m.pains, p)
		}
	}
	return m
}

// target follows a merged pain to the one that stands for it.
func (m model) target(id string) string { return reading.Target(m.merged, id) }
