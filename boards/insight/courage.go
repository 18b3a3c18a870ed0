package insight

import "muntsaus/boards"

// Statement is how often each answer 1 … 5 was given to one statement of the poll about courage (method.md 3.3b, 3.4.21): 1 is "not at
// all", 5 is "wholly". Too few answers: only how many.
type Statement struct {
	Name   string   `json:"name"`
	N      int      `json:"n"`
	Counts []int    `json:"counts,omitempty"`
	Mean   *float64 `json:"mean"`
}

// courage gives how much people dare, one distribution per statement; nil when too few answered.
func courage(p *boards.PollResult) (statements []Statement) {
	if p == nil {
		return nil
	}
	for _, item := range p.Items {
		statements = append(statements, Statement(item))
	}
	return statements
}

// afraid says whether people on average disagree with one of the statements: then fear is worth a question.
func afraid(statements []Statement) bool {
	for _, s := range statements {
		if s.Mean != nil && *s.Mean < courageMiddle-tolerance {
			return true
		}
	}
	return false
}
