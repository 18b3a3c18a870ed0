package boards

import "slices"

// A poll asks people about themselves or the organisation. Its reveal tells sums only, of groups large enough that nobody can be picked
// out (disclosure.go); the answers leave the log, and have no voice.

// PollAnswer is one person's hidden answer to a poll; what they left open is absent. The questions of all polls stand side by side
// (method.md 3.3b); an answer holds those of its own.
type PollAnswer struct {
	Answer
	Self         *int `field:"self,min=1,max=10"`
	Own          *int `field:"own,min=1,max=10"`
	Other        *int `field:"other,min=1,max=10"`
	Organisation *int `field:"organisation,min=1,max=10"`
	Dare         *int `field:"dare,min=1,max=5"`
	Mistake      *int `field:"mistake,min=1,max=5"`
	Decide       *int `field:"decide,min=1,max=5"`
	Importance   *int `field:"importance,min=1,max=10"`
	Fun          *int `field:"fun,min=1,max=5"`
	Useful       *int `field:"useful,min=1,max=5"`
}

var pollAnswerKind = define[PollAnswer](Kind{Name: "poll_answer", Answers: "poll", Reach: ToPages, Limit: 10000})

// PollRound says which poll a round is.
type PollRound struct {
	Poll string `field:"poll,enum=mirror|courage|importance|checkout"`
}

// PollResult is what the reveal tells of a poll. Not shown: nothing but how many answered.
type PollResult struct {
	RoundID     string           `field:"round_id,of=round"`
	Poll        string           `field:"poll,enum=mirror|courage|importance|checkout"`
	N           int              `field:"n,min=0,max=2000"`
	Shown       bool             `field:"shown"`
	Items       []PollItem       `field:"items,most=10"`
	Departments []PollDepartment `field:"departments,most=12"`
	Higher      *int             `field:"higher,min=0,max=2000"` // of the mirror: who put themselves above the organisation,
	Both        *int             `field:"both,min=0,max=2000"`   // of those who answered both
}

var pollResultKind = define[PollResult](Kind{Name: "poll_result", Made: ByServer, Limit: 1000, Parent: "round_id"})

func init() { pollResultKind.regroup = regroupPoll }

// regroupPoll lets what two departments answered stand as the sum of both, or that of one under its new name.
func regroupPoll(r *Record, from, into string) Fields {
	told, was := Read[PollResult](r), -1
	for i, d := range told.Departments {
		if d.DepartmentID == from {
			was = i
		}
	}
	if was < 0 {
		return nil
	}
	one := told.Departments[was]
	one.DepartmentID = into
	rest := slices.Delete(told.Departments, was, was+1)
	if at := slices.IndexFunc(rest, func(d PollDepartment) bool { return d.DepartmentID == into }); at >= 0 {
		rest[at] = addedUp(rest[at], one)
	} else {
		rest = append(rest, one)
	}
	return Fields{"departments": rowsOf(rest)}
}

// addedUp gives what two departments answered.
func addedUp(a, b PollDepartment) PollDepartment {
	a.N += b.N
	for _, item := range b.Items {
		at := slices.IndexFunc(a.Items, func(x PollItem) bool { return x.Name == item.Name })
		if at < 0 {
			a.Items = append(a.Items, item)
			continue
		}
		a.Items[at] = sumOf(a.Items[at], item)
	}
	return a
}

func sumOf(a, b PollItem) PollItem {
	sum := PollItem{Name: a.Name, N: a.N + b.N}
	if len(a.Counts) != len(b.Counts) || len(a.Counts) == 0 || sum.N == 0 {
		return sum
	}
	points := 0
	for i := range a.Counts {
		n := a.Counts[i] + b.Counts[i]
		sum.Counts, points = append(sum.Counts, n), points+n*(i+1)
	}
	mean := float64(points) / float64(sum.N)
	sum.Mean = &mean
	return sum
}

// PollItem is what a group answered to one question: how often each point of the scale from 1 up was chosen. Too few: only how many.
type PollItem struct {
	Name   string   `json:"name"`
	N      int      `json:"n"`
	Counts []int    `json:"counts,omitempty"`
	Mean   *float64 `json:"mean,omitempty"`
}

// PollDepartment is a department large enough to be told apart from the others.
type PollDepartment struct {
	DepartmentID string     `json:"department_id"`
	N            int        `json:"n"`
	Items        []PollItem `json:"items"`
}

// PollVoters keeps who answered what was told, so that the next poll gives nobody away. The server alone knows it, for this board.
type PollVoters struct {
	RoundID      string   `field:"round_id,of=round"`
	Question     string   `field:"question,max=60"` // poll.question
	DepartmentID string   `field:"department_id,max=40,id=department"`
	PersonIDs    []string `field:"person_ids,max=120,most=2000"`
}

var pollVotersKind = define[PollVoters](Kind{Name: "poll_voters", Made: ByServer, Reach: ToServer, Limit: 10000, Parent: "round_id"})
