package boards

import (
	"maps"
	"slices"
	"strings"
)

// What the reveal of a poll tells, and what the server keeps of it to hold the next poll against.

func init() {
	collect(Collection{Name: "poll", Views: []string{"mirror"}, Shows: ShowsSums, Args: "poll: " + strings.Join(pollNames(), "|"),
		Tells: "one `poll_result` {poll, n, shown, items: [{name, n, counts, mean}], departments: [{department_id, n, items}], " +
			"higher?, both?} (mirror: how many put themselves above the organisation, of how many who answered both); " +
			"the least number counts per question; not shown (fewer than `set_mirror_min_n`, " +
			"or it would tell of one or two people beside an earlier one): nothing but `n`",
		prepare: preparePoll, answer: answerPoll, writes: writesPoll, reveal: revealPoll})
}

// preparePoll: which poll. args: poll.
func preparePoll(a acting) (Fields, *Refusal) {
	poll := a.args.text("poll")
	if len(pollNamed(poll).Questions) == 0 {
		return nil, refuse("bad_value", "poll")
	}
	return Fields{"poll": poll}, nil
}

func writesPoll(_ acting, round *Record) map[string]int {
	told := len(pollOf(round).Questions) + 1 // how they compare is one more
	return map[string]int{"poll_result": 1, "poll_voters": told * (1 + departmentKind.Limit)}
}

// pollBallot is one person's answer, or that of one raised hand.
type pollBallot struct {
	who, department string
	answer          *Record
}

// value gives what somebody answered to a question.
func (b pollBallot) value(question string) (int, bool) { return b.answer.Int(question) }

// telling is a poll while it is told.
type telling struct {
	acting
	round  *Record
	poll   Poll
	cast   []pollBallot
	result PollResult
	kept   []Effect
}

// revealPoll tells the sums of a poll that may be told.
func revealPoll(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	t := &telling{acting: a, round: round, poll: pollOf(round), cast: a.pollBallots(round)}
	people, hands := map[string]bool{}, map[string]bool{}
	for _, b := range t.cast {
		if people[b.who] = true; teamOf(b.answer.To[0]) != "" {
			hands[b.who] = true
		}
	}
	t.result.N = len(people)
	for _, question := range t.poll.Questions {
		if no := t.question(question); no != nil {
			return nil, nil, no
		}
	}
	if no := t.compare(); no != nil {
		return nil, nil, no
	}
	told, no := a.make("poll_result", t.fields())
	return append([]Effect{told}, t.kept...), byHand(Fields{"voters": len(people)}, len(hands)), no
}

func (t *telling) fields() Fields {
	r := t.result
	fields := Fields{"round_id": t.round.ID, "poll": t.poll.Name, "n": r.N, "shown": r.Shown}
	if r.Shown {
		fields["items"], fields["departments"] = rowsOf(r.Items), rowsOf(append([]PollDepartment{}, r.Departments...))
	}
	if r.Both != nil {
		fields["higher"], fields["both"] = *r.Higher, *r.Both
	}
	return fields
}

// pollBallots gives the answers of a poll in which something is said.
func (a acting) pollBallots(round *Record) (cast []pollBallot) {
	for _, r := range a.saidIn(round) {
		if len(answeredIn(r.Record)) > 0 {
			who := r.To[0] + strings.Repeat("\n", r.hand) // the same hands in the next poll, as far as anybody knows
			cast = append(cast, pollBallot{who, a.homeOf(r), r.Record})
		}
	}
	return cast
}

// answering gives the ballots that say something about every one of some questions, and the department of each voter.
func (t *telling) answering(questions ...string) (ballots []pollBallot, departments map[string]string) {
	departments = map[string]string{}
	for _, b := range t.cast {
		all := !slices.ContainsFunc(questions, func(question string) bool { _, said := b.value(question); return !said })
		if all {
			ballots, departments[b.who] = append(ballots, b), b.department
		}
	}
	return ballots, departments
}

// question adds one question to the result, as far as it may be told.
func (t *telling) question(question string) *Refusal {
	ballots, answered := t.answering(question)
	name := t.poll.Name + "." + question
	told, may := Disclose(answered, LeastOf(t.board), t.board.toldOf(name))
	if !may {
		t.result.Items = append(t.result.Items, PollItem{Name: question, N: len(answered)})
		return nil
	}
	t.result.Shown = true
	t.result.Items = append(t.result.Items, t.item(question, ballots, told.All))
	no := t.keep(name, "", told.All)
	for _, id := range slices.Sorted(maps.Keys(told.Departments)) {
		if no == nil {
			t.result.department(id, t.item(question, ballots, told.Departments[id]))
			no = t.keep(name, id, told.Departments[id])
		}
	}
	return no
}

// compare tells how many put one thing above another, of those who answered both: a group like that of any question.
func (t *telling) compare() *Refusal {
	above, name := t.poll.Above, t.poll.Name+".higher"
	if above[0] == "" || !t.result.Shown {
		return nil
	}
	ballots, answered := t.answering(above[:]...)
	told, may := Disclose(answered, LeastOf(t.board), t.board.toldOf(name))
	if !may {
		return nil
	}
	higher, both := 0, len(told.All)
	for _, b := range ballots {
		first, _ := b.value(above[0])
		if second, _ := b.value(above[1]); first > second {
			higher++
		}
	}
	t.result.Higher, t.result.Both = &higher, &both
	return t.keep(name, "", told.All)
}

// keep remembers who was told of. The server alone knows it.
func (t *telling) keep(question, department string, people []string) *Refusal {
	who := Fields{"round_id": t.round.ID, "question": question, "department_id": department, "person_ids": people}
	group, no := t.make("poll_voters", who, OnlyServer)
	t.kept = append(t.kept, group)
	return no
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

// item counts what some people answered to a question.
func (t *telling) item(question string, ballots []pollBallot, people []string) PollItem {
	item := PollItem{Name: question, Counts: make([]int, t.poll.Points)}
	sum := 0
	for _, b := range ballots {
		if v, _ := b.value(question); slices.Contains(people, b.who) {
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
