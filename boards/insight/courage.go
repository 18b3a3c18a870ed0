package insight

// Courage is how much people dare, one distribution per statement of the poll (method.md 3.3b, 3.4.21): 1 is "not at all",
// 5 is "wholly".
type Courage struct {
	N     int         `json:"n"`
	Items []Statement `json:"items"`
}

// Statement is how often each answer 1 … 5 was given to one statement. Too few answers: only how many.
type Statement struct {
	N      int      `json:"n"`
	Counts []int    `json:"counts"`
	Mean   *float64 `json:"mean"`
}

// courage reads the answers of each person, one per statement, 0 for left open. nil below the least number of people, so that
// nobody can be picked out.
func courage(answers [][]int, least int) *Courage {
	if len(answers) == 0 || len(answers) < least {
		return nil
	}
	c := Courage{N: len(answers)}
	for i := range answers[0] {
		c.Items = append(c.Items, statement(answers, i, least))
	}
	return &c
}

func statement(answers [][]int, i, least int) Statement {
	s := Statement{Counts: make([]int, couragePoints)}
	sum := 0
	for _, person := range answers {
		if i < len(person) && person[i] >= 1 && person[i] <= couragePoints {
			s.Counts[person[i]-1]++
			sum, s.N = sum+person[i], s.N+1
		}
	}
	if s.N == 0 || s.N < least {
		return Statement{N: s.N}
	}
	mean := float64(sum) / float64(s.N)
	s.Mean = &mean
	return s
}

// low says whether people on average disagree with one of the statements: then fear is worth a question.
func (c *Courage) low() bool {
	if c == nil {
		return false
	}
	for _, s := range c.Items {
		if s.Mean != nil && *s.Mean < courageMiddle-tolerance {
			return true
		}
	}
	return false
}
