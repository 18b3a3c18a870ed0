package boards

import "maps"

// Voice is the pseudonym under which a person's ratings and claims can be compared between rounds. Only the server knows whose it is.
type Voice struct {
	PersonID string `field:"person_id,of=person"`
	Name     string `field:"name,max=40"`
}

// Parent is the person: who is removed takes the link along, their answers stay.
var voiceKind = define[Voice](Kind{Name: "voice", Made: ByServer, Reach: ToServer, Limit: 1000, Parent: "person_id"})

// StepsRound is what a round about steps is about.
type StepsRound struct {
	StepIDs []string `field:"step_ids,of=step,most=60"`
}

// prepareSteps: which steps the round is about; all of them when nobody says. args: step_ids?.
func prepareSteps(a acting) (Fields, *Refusal) {
	steps := a.args.texts("step_ids")
	if len(steps) == 0 {
		for _, step := range a.board.Shown("step") {
			steps = append(steps, step.ID)
		}
	}
	if len(steps) == 0 {
		return nil, refuse("too_few", "step_ids").reason("steps")
	}
	return Fields{"step_ids": steps}, nil
}

// writesFacts: each answer anew, one for each person who may answer and each thing it is about.
func writesFacts(_ acting, round *Record) map[string]int {
	kind := collections[round.Str("collect")].Answer()
	return map[string]int{kind.Name: len(round.List("electorate")) * max(len(round.List(kind.About+"s")), 1)}
}

// answerOnce puts or changes a person's answer about one thing; the first keeps its id.
func answerOnce(b *Board, answer *Record, _ Actor) ([]Effect, *Refusal) {
	if teamOf(answer.To[0]) != "" {
		return answerByHand(b, answer)
	}
	before := sealedBefore(b, answer)
	if before == nil {
		switch {
		case b.taken(answer.ID):
			return nil, refuse("bad_value", "id")
		case !b.roomFor(answer.Kind, 1):
			return nil, refuse("full", "round_id").reason("answers")
		}
		return []Effect{{E: "put", Record: answer, To: answer.To}}, nil
	}
	diff := Fields{}
	for name := range kindsByName[answer.Kind].byName {
		if !sameValue(before.Fields[name], answer.Fields[name]) {
			diff[name] = answer.Fields[name]
		}
	}
	if len(diff) == 0 {
		return nil, nil
	}
	return []Effect{{E: "set", ID: before.ID, Fields: diff, To: before.To}}, nil
}

// revealAnswers writes the answers anew, shuffled: department and voice instead of a person; guests as guests.
func revealAnswers(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	said := a.saidIn(round)
	voices := &voicing{acting: a, named: map[string]string{}, hidden: a.smallDepartments(round, said)}
	facts := make([]Effect, 0, len(said))
	for _, i := range a.now.Perm(len(said)) {
		fact, no := voices.fact(said[i])
		if no != nil {
			return nil, nil, no
		}
		facts = append(facts, fact)
	}
	return append(voices.made, facts...), byHand(Fields{"voters": len(voices.named)}, voices.hands), nil
}

// saying is one answer by one person, or by one raised hand of a department.
type saying struct {
	*Record
	hand int // from 1; 0 = a person's own
}

// saidIn gives the answers of a round that count, in the same order on every run.
func (a acting) saidIn(round *Record) []saying {
	var said []saying
	for _, seat := range a.board.answerers() {
		var here []*Record
		for _, r := range a.board.sealedBy(seat) {
			if kindsByName[r.Kind].Answers == round.Str("collect") && r.Str("round_id") == round.ID {
				here = append(here, r)
			}
		}
		switch {
		case a.board.isTeam(teamOf(seat)):
			said = append(said, a.handsOf(here)...)
		case takesPart(a.board, a.board.Get(seat), round.Str("collect")):
			for _, r := range here {
				said = append(said, saying{r, 0})
			}
		}
	}
	return said
}

// voicing gives each answering person their voice, the one they have or a new one.
type voicing struct {
	acting
	named map[string]string
	made  []Effect
	hands int

	hidden func(saying) bool // whose department is not told
}

func (v *voicing) fact(r saying) (Effect, *Refusal) {
	voice, no := v.of(r)
	if no != nil {
		return Effect{}, no
	}
	fields := maps.Clone(r.Fields)
	fields["voice"] = voice
	delete(fields, "hands")
	if v.board.Get(r.Str("points_to")) == nil { // the department went meanwhile; that it is not theirs still stands
		delete(fields, "points_to")
	}
	person := v.board.Get(r.To[0])
	switch {
	case v.hidden(r): // the voice would tell it all the same: other answers of theirs name the department
		delete(fields, "voice")
	case r.hand > 0:
		fields["department_id"] = teamOf(r.To[0])
	case person.Str("role") == RoleGuest:
		fields["guest"] = true
	default:
		fields["department_id"] = person.Str("department_id")
	}
	return v.make(r.Kind, fields)
}

func (v *voicing) of(r saying) (string, *Refusal) {
	if r.hand > 0 {
		return v.ofHand(r), nil
	}
	person := r.To[0]
	if name, ok := v.named[person]; ok {
		return name, nil
	}
	for _, r := range v.board.Hanging(person, "voice") {
		v.named[person] = r.Str("name")
		return v.named[person], nil
	}
	name := v.now.ID()
	made, no := v.make("voice", Fields{"person_id": person, "name": name}, OnlyServer)
	if no == nil {
		v.named[person], v.made = name, append(v.made, made)
	}
	return name, no
}
