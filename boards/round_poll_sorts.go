package boards

import (
	"maps"
	"slices"
)

// Poll is one sort of poll: its questions in the order in which they are asked, and the points of their scale.
type Poll struct {
	Name      string
	Questions []string // fields of the answer
	Points    int
	Above     [2]string // tell how many answered the first question higher than the second; empty = nothing of the kind
}

var polls = []Poll{
	{Name: "mirror", Questions: []string{"self", "own", "other", "organisation"}, Points: 10, Above: [2]string{"self", "organisation"}},
	{Name: "courage", Questions: []string{"dare", "mistake", "decide"}, Points: 5},
	{Name: "importance", Questions: []string{"importance"}, Points: 10},
	{Name: "checkout", Questions: []string{"fun", "useful"}, Points: 5},
}

// Polls gives every sort of poll. The slice is shared: read it only.
func Polls() []Poll { return polls }

func pollNames() (names []string) {
	for _, poll := range polls {
		names = append(names, poll.Name)
	}
	return names
}

// pollOf gives the poll that a round is; one without questions when it is none.
func pollOf(round *Record) Poll { return pollNamed(round.Str("poll")) }

func pollNamed(name string) Poll {
	i := slices.IndexFunc(polls, func(p Poll) bool { return p.Name == name })
	if i < 0 {
		return Poll{}
	}
	return polls[i]
}

// answeredIn gives the questions of polls that an answer says something about, sorted.
func answeredIn(answer *Record) (questions []string) {
	for _, poll := range polls {
		for _, question := range poll.Questions {
			if _, said := answer.Int(question); said {
				questions = append(questions, question)
			}
		}
	}
	slices.Sort(questions)
	return questions
}

// answerPoll puts or changes a person's answer. It holds questions of its own poll only. What a facilitator passes on comes question by
// question: the others stay as they were said.
func answerPoll(b *Board, answer *Record, who Actor) ([]Effect, *Refusal) {
	poll := pollOf(b.Get(answer.Str("round_id")))
	for _, question := range answeredIn(answer) {
		if !slices.Contains(poll.Questions, question) {
			return nil, refuse("bad_value", question)
		}
	}
	if before := sealedBefore(b, answer); before != nil && answer.Bool("proxy") && teamOf(answer.To[0]) == "" {
		fields := maps.Clone(answer.Fields)
		for _, question := range answeredIn(before) {
			if fields[question] == nil {
				fields[question] = before.Fields[question]
			}
		}
		answer.Fields = fields
	}
	return answerOnce(b, answer, who)
}

func init() {
	called("poll_answer", Label{"Peiling", "Poll"}, map[string]Label{
		"self":         {"Hoe klantgericht ben jij zelf?", "How customer-focused are you yourself?"},
		"own":          {"Hoe klantgericht is jouw afdeling?", "How customer-focused is your department?"},
		"other":        {"Hoe klantgericht zijn de andere afdelingen?", "How customer-focused are the other departments?"},
		"organisation": {"Hoe klantgericht is de hele organisatie?", "How customer-focused is the whole organisation?"},
		"dare":         {"Ik durf af te wijken als de klant er beter van wordt.", "I dare to deviate when it helps the customer."},
		"mistake":      {"Een goedbedoelde fout wordt mij niet nagedragen.", "A well-meant mistake is not held against me."},
		"decide":       {"Ik weet wat ik zelf mag beslissen.", "I know what I may decide myself."},
		"importance": {"Hoe belangrijk is klantgerichtheid hier in de praktijk, als het iets kost?",
			"How important is customer focus here in practice, when it costs something?"},
		"fun":    {"Leuk", "Enjoyable"},
		"useful": {"Nuttig", "Useful"},
	}, nil)
	for question, head := range map[string]Label{
		"self":         {"Jijzelf", "You yourself"},
		"own":          {"Eigen afdeling", "Own department"},
		"other":        {"Andere afdelingen", "Other departments"},
		"organisation": {"Hele organisatie", "Whole organisation"},
	} {
		headLabels["poll_answer."+question] = head
	}
}
