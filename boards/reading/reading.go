// Package reading reads a board once, as structs, in the order of the journey: what insights are computed from, and what documents tell of.
// It decides nothing; who may see what was decided before.
package reading

import "muntsaus/boards"

// Phase is a part of the journey.
type Phase struct {
	ID, Title string
}

// Step is a step with its place in the journey, from 1.
type Step struct {
	ID string
	N  int
	boards.Step
}

// Department is a department that takes part.
type Department struct {
	ID string
	boards.Department
}

// Pain is a pain, also one that was merged into another.
type Pain struct {
	ID       string
	Complete bool // has what a pain is asked for
	Votable  bool
	Record   *boards.Record
	boards.Pain
}

// Fix is a fix, of whatever status.
type Fix struct {
	ID string
	boards.Fix
}

// Map is the journey: phases with their steps, and the departments in their own order.
type Map struct {
	Phases      []Phase
	Steps       []Step
	Departments []Department
}

// Work is what people wrote about the journey and may be shown.
type Work struct {
	Pains []Pain
	Fixes []Fix
}

// MapOf reads the journey.
func MapOf(b *boards.Board) (m Map) {
	for _, p := range b.All("phase") {
		m.Phases = append(m.Phases, Phase{p.ID, p.Str("title")})
		for _, r := range b.Hanging(p.ID, "step") {
			m.Steps = append(m.Steps, Step{r.ID, len(m.Steps) + 1, boards.Read[boards.Step](r)})
		}
	}
	for _, r := range b.All("department") {
		m.Departments = append(m.Departments, Department{r.ID, boards.Read[boards.Department](r)})
	}
	return m
}

// WorkOf reads pains and fixes.
func WorkOf(b *boards.Board) (w Work) {
	for _, r := range b.Shown("pain") {
		w.Pains = append(w.Pains, Pain{r.ID, r.Complete(), boards.Votable(r), r, boards.Read[boards.Pain](r)})
	}
	for _, r := range b.Shown("fix") {
		w.Fixes = append(w.Fixes, Fix{r.ID, boards.Read[boards.Fix](r)})
	}
	return w
}

// Number gives the place of a step in the journey, from 1; 0 when it is not there.
func (m Map) Number(id string) int {
	for _, s := range m.Steps {
		if s.ID == id {
			return s.N
		}
	}
	return 0
}

// Merged gives for every pain that was merged the one it was merged into.
func (w Work) Merged() map[string]string {
	into := map[string]string{}
	for _, p := range w.Pains {
		if p.MergedInto != "" {
			into[p.ID] = p.MergedInto
		}
	}
	return into
}

// Target follows a merged pain to the one that stands for it; chains are short, a circle ends after them all. merged is what Merged gives.
func Target(merged map[string]string, id string) string {
	for range len(merged) {
		next, ok := merged[id]
		if !ok {
			break
		}
		id = next
	}
	return id
}
