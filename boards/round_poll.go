package boards

import (
	"maps"
	"slices"
	"strings"
)

// A poll asks people about themselves or the organisation. Its reveal tells sums only, of groups large enough that nobody can be picked
// out (disclosure.go); the answers leave the log, and have no voice.

// PollAnswer is one person's hidden answer to a poll; what they left open is absent.
type PollAnswer struct {
	Answer
	Importance *int `field:"importance,min=1,max=10"`
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

// polls are the questions of each poll, and the points of their scale.
var polls = map[string]poll{
	"importance": {[]string{"importance"}, 10},
}

type poll struct {
	questions []string
	points    int
}

// said says whether an answer says anything.
func (p poll) said(answer *Record) bool {
	return slices.ContainsFunc(p.questions, func(question string) bool { _, said := answer.Int(question); return said })
}

func init() {
	collect(Collection{Name: "poll", Views: []string{"mirror"}, Shows: ShowsSums,
		prepare: preparePoll, answer: answerOnce, writes: writesPoll, reveal: revealPoll})
}

// preparePoll: which poll. args: poll.
func preparePoll(a acting) (Fields, *Refusal) {
	poll := a.args.text("poll")
	if len(polls[poll].questions) == 0 {
		return nil, refuse("bad_value", "poll")
	}
	return Fields{"poll": poll}, nil
}

func writesPoll(_ acting, round *Record) map[string]int {
	return map[string]int{"poll_result": 1, "poll_voters": len(polls[round.Str("poll")].questions) * (1 + departmentKind.Limit)}
}

// pollBallot is one person's answer, or that of one raised hand.
type pollBallot struct {
	who, department string
	answer          *Record
}

// revealPoll tells the sums of a poll that may be told.
func revealPoll(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	cast, hands := a.pollBallots(round)
	voters := byHand(Fields{"voters": len(cast)}, hands)
	result := PollResult{N: len(cast)}
	var kept []Effect
	for _, question := range polls[round.Str("poll")].questions {
		effects, no := result.tell(a, round, question, cast)
		if no != nil {
			return nil, nil, no
		}
		kept = append(kept, effects...)
	}
	fields := Fields{"round_id": round.ID, "poll": round.Str("poll"), "n": result.N, "shown": result.Shown}
	if result.Shown {
		fields["items"], fields["departments"] = rowsOf(result.Items), rowsOf(append([]PollDepartment{}, result.Departments...))
	}
	told, no := a.make("poll_result", fields)
	return append([]Effect{told}, kept...), voters, no
}

// pollBallots gives the answers of a poll in which something is said.
func (a acting) pollBallots(round *Record) (cast []pollBallot, hands int) {
	for _, r := range a.saidIn(round) {
		if !polls[round.Str("poll")].said(r.Record) {
			continue
		}
		who := r.To[0] + strings.Repeat("\n", r.hand) // hands of a department are the same people in the next poll, as far as anybody knows
		if r.hand > 0 {
			hands++
		}
		cast = append(cast, pollBallot{who, a.homeOf(r), r.Record})
	}
	return cast, hands
}

// tell adds one question to the result, as far as it may be told, and gives what the server keeps of it.
func (p *PollResult) tell(a acting, round *Record, question string, cast []pollBallot) ([]Effect, *Refusal) {
	name, answered := round.Str("poll")+"."+question, map[string]string{}
	for _, b := range cast {
		if _, said := b.answer.Int(question); said {
			answered[b.who] = b.department
		}
	}
	told, may := Disclose(answered, LeastOf(a.board), a.board.toldOf(name))
	if !may {
		p.Items = append(p.Items, PollItem{Name: question, N: len(answered)})
		return nil, nil
	}
	points := polls[round.Str("poll")].points
	p.Shown = true
	p.Items = append(p.Items, pollItem(question, points, cast, told.All))
	groups := []Effect{}
	keep := func(department string, people []string) *Refusal {
		who := Fields{"round_id": round.ID, "question": name, "department_id": department, "person_ids": people}
		group, no := a.make("poll_voters", who, OnlyServer)
		groups = append(groups, group)
		return no
	}
	no := keep("", told.All)
	for _, id := range slices.Sorted(maps.Keys(told.Departments)) {
		if no == nil {
			p.department(id, pollItem(question, points, cast, told.Departments[id]))
			no = keep(id, told.Departments[id])
		}
	}
	return groups, no
}

func (p *PollResult) department(id string, item PollItem) {
	at := slices.IndexFunc(p.Departments, func(d PollDepartment) bool { return d.DepartmentID == id })
	if at < 0 {
		at = len(p.Departments)
		p.Departments = append(p.Departments, PollDepartment{DepartmentID: id})
	}
	d := &p.Departments[at]
	d.N, d.Items = max(d.N, item.N), append(d.Items, item)
}

// pollItem counts what some people answered to a question.
func pollItem(question string, points int, cast []pollBallot, people []string) PollItem {
	item := PollItem{Name: question, Counts: make([]int, points)}
	sum := 0
	for _, b := range cast {
		if v, said := b.answer.Int(question); said && slices.Contains(people, b.who) {
			item.Counts[v-1]++
			item.N, sum = item.N+1, sum+v
		}
	}
	mean := float64(sum) / float64(item.N)
	item.Mean = &mean
	return item
}

// toldOf gives what was told of a question in earlier polls.
func (b *Board) toldOf(question string) (earlier []Disclosed) {
	at := map[string]int{}
	for _, r := range b.All("poll_voters") {
		if r.Str("question") != question {
			continue
		}
		i, known := at[r.Str("round_id")]
		if !known {
			i, at[r.Str("round_id")] = len(earlier), len(earlier)
			earlier = append(earlier, Disclosed{Departments: map[string][]string{}})
		}
		if r.Str("department_id") != "" { // by their own record: of departments that became one, each was told
			earlier[i].Departments[r.ID] = r.List("person_ids")
		} else {
			earlier[i].All = r.List("person_ids")
		}
	}
	return earlier
}
