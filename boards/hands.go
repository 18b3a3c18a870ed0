package boards

import (
	"maps"
	"slices"
	"strings"
)

// Room mode (method.md 2.6): whoever has no device says it aloud, on paper or with a raised hand, and the facilitator passes it on.
// For one person the answer is theirs. For a department it lies sealed at a seat on which nobody can sit, so that no screen, the
// facilitator's neither, gets anything of it before the reveal.

// MostHands is how many hands of one department count at one step. A hall full of people has devices, or more than one department.
const MostHands = 60

// handSeat is the audience of what a department says with raised hands. No id of a person can hold the sign.
func handSeat(department string) string { return "@" + department }

// teamOf gives the department whose raised hands lie at a seat; "" for a person.
func teamOf(seat string) string {
	if department, ok := strings.CutPrefix(seat, "@"); ok && seat != OnlyServer {
		return department
	}
	return ""
}

func (b *Board) isTeam(id string) bool {
	r := b.Get(id)
	return r != nil && r.Kind == "department" && len(r.To) == 0
}

// passedOn gives at which seat an op lands that is for somebody else; "" = it is the wisher's own.
func passedOn(b *Board, op Op, who Actor) (string, *Refusal) {
	if op.For == "" && op.ForTeam == "" {
		return "", nil
	}
	if byOp[opOf{"for", op.Kind}] == nil {
		return "", refuse("bad_value", "for")
	}
	if no := row("for", op.Kind).allow(b, who, false, "for"); no != nil {
		return "", no
	}
	if op.ForTeam != "" {
		if !b.isTeam(op.ForTeam) {
			return "", refuse("not_found", "for")
		}
		return handSeat(op.ForTeam), nil
	}
	if person := b.Get(op.For); person == nil || person.Kind != "person" {
		return "", refuse("not_found", "for")
	}
	return op.For, nil
}

// answerFor lets a facilitator answer for a person or a department without a device. The answer is theirs, marked as passed on.
func answerFor(b *Board, op Op, answer *Record, who Actor) *Refusal {
	seat, no := passedOn(b, op, who)
	if no != nil || seat == "" {
		return no
	}
	answer.To, answer.Fields["proxy"] = []string{seat}, true
	if teamOf(seat) == "" {
		return nil
	}
	if op.Hands < 0 || op.Hands > MostHands {
		return refuse("bad_value", "hands")
	}
	answer.Fields["hands"] = op.Hands
	return nil
}

// authorOf gives whose card it becomes: the wisher's own, that of a person who takes part, or that of a department.
func authorOf(b *Board, op Op, who Actor) (Actor, *Refusal) {
	seat, no := passedOn(b, op, who)
	switch {
	case no != nil || seat == "":
		return who, no
	case teamOf(seat) == "" && !takesPart(b, b.Get(seat), "writing"):
		return who, refuse("not_allowed", "for")
	case teamOf(seat) != "" && op.Hands != 1: // words are not counted
		return who, refuse("bad_value", "hands")
	}
	return Actor{seat, who.Role}, nil
}

// fromTeam says on a card that a department said it, where the board shows authors. It has no person for its author.
func (b *Board) fromTeam(r *Record, seat string) Actor {
	r.By = ""
	if team := teamOf(seat); b.Workshop().AuthorVisible && b.isTeam(team) {
		r.Fields["department_id"] = team
	}
	return Actor{}
}

// answerByHand puts, changes (same answer, other count) or takes back (no hands) how many of a department say one thing about a step.
func answerByHand(b *Board, answer *Record) ([]Effect, *Refusal) {
	hands, _ := answer.Int("hands")
	sum, before := hands, (*Record)(nil)
	for _, r := range b.sealed[answer.To[0]] {
		switch n, _ := r.Int("hands"); {
		case r.Kind != answer.Kind || r.Str("round_id") != answer.Str("round_id") || objectOf(r) != objectOf(answer):
		case saysTheSame(r, answer):
			before = r
		default:
			sum += n
		}
	}
	more := hands
	if before != nil {
		had, _ := before.Int("hands")
		more -= had
	}
	switch {
	case sum > MostHands:
		return nil, refuse("full", "hands")
	case more > 0 && !b.roomFor(answer.Kind, more):
		return nil, refuse("full", "hands").reason("answers")
	}
	return handEffect(b, before, answer, hands == 0, Fields{"hands": hands})
}

// objectOf gives what an answer is about: a step, an item, else the questions it answers.
func objectOf(answer *Record) string {
	if about := kindsByName[answer.Kind].About; about != "" {
		return answer.Str(about)
	}
	return strings.Join(answeredIn(answer), " ")
}

func saysTheSame(r, other *Record) bool {
	apart := func(fields Fields) Fields {
		fields = maps.Clone(fields)
		delete(fields, "hands")
		return fields
	}
	return sameValue(map[string]any(apart(r.Fields)), map[string]any(apart(other.Fields)))
}

func handEffect(b *Board, before, answer *Record, gone bool, fields Fields) ([]Effect, *Refusal) {
	switch {
	case before == nil && gone:
		return nil, nil
	case before == nil && b.taken(answer.ID):
		return nil, refuse("bad_value", "id")
	case before == nil:
		return []Effect{{E: "put", Record: answer, To: answer.To}}, nil
	case gone:
		return []Effect{{E: "del", ID: before.ID, To: before.To}}, nil
	}
	for name, v := range fields {
		if !sameValue(before.Fields[name], v) {
			return []Effect{{E: "set", ID: before.ID, Fields: fields, To: before.To}}, nil
		}
	}
	return nil, nil
}

// handsOf lays the raised hands of a department out one by one. Nobody saw who raised which hand at which step, so chance says which
// hand is whose: a hand says how many people there were, never what one person thinks of two steps.
func (a acting) handsOf(answers []*Record) []saying {
	at, steps := map[string][]*Record{}, []string{}
	for _, r := range answers {
		step := objectOf(r)
		if at[step] == nil {
			steps = append(steps, step)
		}
		hands, _ := r.Int("hands")
		at[step] = append(at[step], slices.Repeat([]*Record{r}, hands)...)
	}
	var said []saying
	for _, step := range steps {
		for hand, i := range a.now.Perm(len(at[step])) {
			said = append(said, saying{at[step][i], hand + 1})
		}
	}
	return said
}

// ofHand gives a hand its voice for this round: fresh, and nobody's, so that no two rounds are compared by it.
func (v *voicing) ofHand(r saying) string {
	key := r.To[0] + strings.Repeat("\n", r.hand)
	if v.named[key] == "" {
		v.named[key] = v.now.ID()
		v.hands++
	}
	return v.named[key]
}

// byHand adds how many of the voters raised their hand, when any did.
func byHand(learned Fields, hands int) Fields {
	if hands > 0 {
		learned["hands"] = hands
	}
	return learned
}
