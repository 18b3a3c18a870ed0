package boards

import "maps"

// Answer is what every answer to a hidden round holds, whatever is asked.
type Answer struct {
	RoundID string `field:"round_id,of=round"`
	Proxy   bool   `field:"proxy,server"`              // passed on by the facilitator for somebody without a device
	Hands   int    `field:"hands,min=0,max=60,server"` // how many people of a department this is the answer of
}

// Voiced is what the reveal adds to an answer in place of the person: a department, or that it was a guest, and a voice.
type Voiced struct {
	DepartmentID string `field:"department_id,max=40,id=department,server"`
	Voice        string `field:"voice,max=40,server"`
	Guest        bool   `field:"guest,server"`
}

// Rating is how one person thinks the customer experiences a step, −2…+2; no value = "don't know". Sealed while its round is
// open; after the reveal a fact with department (or guest) and voice, and nobody's name.
type Rating struct {
	Answer
	StepID     string `field:"step_id,of=step"`
	Value      *int   `field:"value,min=-2,max=2"`
	Heard      *bool  `field:"heard"`
	Understood *bool  `field:"understood"`
	Helped     *bool  `field:"helped"`
	Voiced
}

var ratingKind = define[Rating](Kind{Name: "rating", Answers: "rating", About: "step_id", Limit: 60000})

// OwnershipClaim is the hidden answer to "is this step yours?".
type OwnershipClaim struct {
	Answer
	StepID   string `field:"step_id,of=step"`
	Claim    string `field:"answer,enum=own|not|unknown"`
	PointsTo string `field:"points_to,of=department"`
	Voiced
}

var ownershipClaimKind = define[OwnershipClaim](Kind{Name: "ownership_claim", Answers: "ownership_claim", About: "step_id", Limit: 60000})

// LeadingVote is the hidden answer to "who leads here?".
type LeadingVote struct {
	Answer
	StepID string `field:"step_id,of=step"`
	Value  string `field:"value,enum=customer|task|process|system|product"`
	Voiced
}

var leadingVoteKind = define[LeadingVote](Kind{Name: "leading_vote", Answers: "leading_vote", About: "step_id", Limit: 60000})

// Voice is the pseudonym under which a person's ratings and claims can be compared between rounds. Only the server knows whose it is.
type Voice struct {
	PersonID string `field:"person_id,of=person"`
	Name     string `field:"name,max=40"`
}

// Parent is the person: who is removed takes the link along, their answers stay.
var voiceKind = define[Voice](Kind{Name: "voice", Made: ByServer, Reach: ToServer, Limit: 1000, Parent: "person_id"})

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
	return Fields{"step_ids": steps, "anonymous": false}, nil
}

// answerOnce puts or changes a person's answer about one step; the first keeps its id.
func answerOnce(b *Board, answer *Record, _ Actor) ([]Effect, *Refusal) {
	if answer.Str("points_to") != "" && answer.Str("answer") != "not" {
		return nil, refuse("bad_value", "points_to")
	}
	if teamOf(answer.To[0]) != "" {
		return answerByHand(b, answer)
	}
	before := sealedBefore(b, answer, "step_id")
	if before == nil {
		if b.taken(answer.ID) {
			return nil, refuse("bad_value", "id")
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
			if r.Kind == round.Str("collect") && r.Str("round_id") == round.ID {
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
	return v.put(r.Kind, fields)
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
	made, no := v.put("voice", Fields{"person_id": person, "name": name}, OnlyServer)
	if no == nil {
		v.named[person], v.made = name, append(v.made, made)
	}
	return name, no
}
