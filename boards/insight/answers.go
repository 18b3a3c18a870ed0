package insight

// score is one counted rating: a person of a department about one step. voice is the pseudonym of that person on this board.
type score struct {
	round                   int
	step, department, voice string
	value                   int // −2 … +2; "don't know" is no score
	guest                   bool
}

// claim is one answer to "is this step yours": own, not, or unknown.
type claim struct {
	round                   int
	step, department, voice string
	answer, pointsTo        string // pointsTo: the department meant, only with not
	guest                   bool
}

// lead is one answer to "who leads here".
type lead struct {
	round       int
	step, value string
	guest       bool
}

// place is where an answer belongs: guests have a line of their own.
type place struct {
	step  string
	guest bool
}

func (s score) spot() (place, int) { return place{s.step, s.guest}, s.round }
func (c claim) spot() (place, int) { return place{c.step, c.guest}, c.round }
func (l lead) spot() (place, int)  { return place{l.step, l.guest}, l.round }

// newest keeps, step by step, the answers of the highest round in which the step has any, and those of the round before it
// (ruling 8). Rounds are numbered from 1.
func newest[A interface{ spot() (place, int) }](all []A) (now, before []A) {
	two := map[place][2]int{}
	for _, a := range all {
		at, round := a.spot()
		two[at] = highestTwo(two[at], round)
	}
	for _, a := range all {
		switch at, round := a.spot(); round {
		case two[at][0]:
			now = append(now, a)
		case two[at][1]:
			before = append(before, a)
		}
	}
	return now, before
}

func highestTwo(two [2]int, round int) [2]int {
	switch {
	case round > two[0]:
		return [2]int{round, two[0]}
	case round < two[0] && round > two[1]:
		return [2]int{two[0], round}
	}
	return two
}

// paired keeps of two rounds the scores of voices that gave one in both, step by step: "same participants" (ruling 6).
func paired(before, now []score) (from, to []score) {
	return sameVoices(before, now), sameVoices(now, before)
}

func sameVoices(these, those []score) []score {
	type who struct{ step, voice string }
	there := map[who]bool{}
	for _, s := range those {
		if !s.guest {
			there[who{s.step, s.voice}] = true
		}
	}
	var out []score
	for _, s := range these {
		if !s.guest && there[who{s.step, s.voice}] {
			out = append(out, s)
		}
	}
	return out
}

// at gives the counted scores of one step, without guests.
func at(scores []score, step string) []score {
	var out []score
	for _, s := range scores {
		if s.step == step && !s.guest {
			out = append(out, s)
		}
	}
	return out
}
