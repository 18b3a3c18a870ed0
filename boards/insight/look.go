package insight

import "muntsaus/boards"

// Step is a step with its record id, in the order of the journey.
type Step struct {
	ID string
	boards.Step
}

// Pain is a pain with its record.
type Pain struct {
	ID       string
	Record   *boards.Record
	Complete bool
	boards.Pain
}

// model is what the formulas look at: the board once, as structs.
type model struct {
	board       *boards.Board
	language    string
	steps       []Step
	departments map[string]boards.Department
	pains       []Pain // not merged into another
	merged      map[string]string
	fixes       []boards.Fix
}

func look(b *boards.Board) model {
	m := model{board: b, language: b.Workshop().Language, departments: map[string]boards.Department{}, merged: map[string]string{}}
	for _, phase := range b.All("phase") {
		for _, r := range b.Hanging(phase.ID, "step") {
			m.steps = append(m.steps, Step{r.ID, boards.Read[boards.Step](r)})
		}
	}
	for _, r := range b.All("department") {
		m.departments[r.ID] = boards.Read[boards.Department](r)
	}
	for _, r := range b.Shown("fix") {
		m.fixes = append(m.fixes, boards.Read[boards.Fix](r))
	}
	for _, r := range b.Shown("pain") {
		p := Pain{r.ID, r, r.Complete(), boards.Read[boards.Pain](r)}
		if p.MergedInto != "" {
			m.merged[p.ID] = p.MergedInto
			continue
		}
		m.pains = append(m.pains, p)
	}
	return m
}

// target follows a merged pain to the one it was merged into; chains are short, a circle ends after them all.
func (m model) target(id string) string {
	for range len(m.merged) {
		next, ok := m.merged[id]
		if !ok {
			break
		}
		id = next
	}
	return id
}

// stepNumber gives the place of a step in the journey, from 1; 0 when it is not there.
func (m model) stepNumber(id string) int {
	for i, s := range m.steps {
		if s.ID == id {
			return i + 1
		}
	}
	return 0
}
