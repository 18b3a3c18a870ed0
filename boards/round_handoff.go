package boards

import "strings"

// How a hand-off goes (method.md 3.3): the people of the two departments say it unseen, and the reveal tells the mean of each side. Who
// hands over and who receives seldom see the same thing.

// HandoffVote is how one person finds that a hand-off goes, −2…+2; no value = "don't know".
type HandoffVote struct {
	Answer
	HandoffID string `field:"handoff_id,of=handoff"`
	Value     *int   `field:"value,min=-2,max=2"`
}

var handoffVoteKind = define[HandoffVote](Kind{Name: "handoff_vote", Answers: "handoff", About: "handoff_id", Reach: ToPages, Limit: 60000})

// HandoffRound names the hand-offs that a round is about.
type HandoffRound struct {
	HandoffIDs []string `field:"handoff_ids,of=handoff,most=1000"`
}

// HandoffQuality is what the last round told of a hand-off: the mean of each side, and of how many people it is.
type HandoffQuality struct {
	QualityFrom *float64 `field:"quality_from,min=-2,max=2,server"`
	QualityTo   *float64 `field:"quality_to,min=-2,max=2,server"`
	NFrom       *int     `field:"n_from,min=1,max=2000,server"`
	NTo         *int     `field:"n_to,min=1,max=2000,server"`
}

func init() {
	called("handoff_vote", Label{"Oordeel over overdracht", "Hand-off score"}, map[string]Label{
		"value": {"Hoe gaat deze overdracht?", "How does this hand-off go?"},
	}, nil)
	reasons["too_few handoffs"] = [2]string{
		"Er staat nog geen bevestigde overdracht op de kaart. Bevestig er eerst een.",
		"There is no confirmed hand-off on the map yet. Confirm one first.",
	}
	reasons["bad_value sides"] = [2]string{
		"Over deze overdracht oordelen alleen de twee afdelingen zelf.",
		"Only the two departments themselves score this hand-off.",
	}
	collect(Collection{Name: "handoff", Views: []string{"map"}, Shows: ShowsCounts,
		Args: "handoff_ids? (default every confirmed one)",
		Tells: "the mean of each side into `quality_from` and `quality_to` of the hand-off, of `n_from` and `n_to` people; " +
			"nothing of a side that said nothing",
		prepare: prepareHandoffs, answer: scoreHandoff, reveal: revealHandoffs})
}

// prepareHandoffs: which hand-offs the round is about; every confirmed one when nobody says. args: handoff_ids?.
func prepareHandoffs(a acting) (Fields, *Refusal) {
	ids := a.args.texts("handoff_ids")
	if len(ids) == 0 {
		for _, r := range a.board.Shown("handoff") {
			if r.Bool("confirmed") && r.Complete() {
				ids = append(ids, r.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil, refuse("too_few", "handoff_ids").reason("handoffs")
	}
	for _, id := range ids {
		if r := a.board.Get(id); r == nil || r.Kind != "handoff" {
			return nil, refuse("not_found", "handoff_ids")
		}
	}
	return Fields{"handoff_ids": ids}, nil
}

// sideOf says on which side of a hand-off a department stands; "" = on neither.
func sideOf(handoff *Record, department string) string {
	switch {
	case handoff == nil || department == "":
		return ""
	case handoff.Str("from_department_id") == department:
		return "from"
	case handoff.Str("to_department_id") == department:
		return "to"
	}
	return ""
}

// scoreHandoff takes a score of who stands on one of the two sides.
func scoreHandoff(b *Board, vote *Record, who Actor) ([]Effect, *Refusal) {
	department, handoff := teamOf(vote.To[0]), b.Get(vote.Str("handoff_id"))
	if person := b.Get(vote.To[0]); person != nil {
		department = person.Str("department_id")
	}
	switch {
	case handoff == nil: // somebody took it off the map meanwhile
		return nil, refuse("not_found", "handoff_id")
	case sideOf(handoff, department) == "":
		return nil, refuse("bad_value", "handoff_id").reason("sides")
	}
	return answerOnce(b, vote, who)
}

// revealHandoffs writes the mean of each side into the hand-offs. A side that said nothing this time has none.
func revealHandoffs(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	values, voters, hands := map[string][]int{}, map[string]bool{}, 0
	for _, r := range a.saidIn(round) {
		id := r.Str("handoff_id")
		side := sideOf(a.board.Get(id), a.homeOf(r))
		value, said := r.Int("value")
		if !said || side == "" {
			continue
		}
		values[side+id] = append(values[side+id], value)
		if who := r.To[0] + strings.Repeat("\n", r.hand); !voters[who] {
			voters[who] = true
			hands += min(r.hand, 1)
		}
	}
	var effects []Effect
	for _, id := range round.List("handoff_ids") {
		handoff := a.board.Get(id)
		if handoff == nil {
			continue
		}
		fields := Fields{}
		fields["quality_from"], fields["n_from"] = meanAndCount(values["from"+id])
		fields["quality_to"], fields["n_to"] = meanAndCount(values["to"+id])
		set, no := a.set(handoff, fields)
		if no != nil {
			return nil, nil, no
		}
		effects = append(effects, set...)
	}
	return effects, byHand(Fields{"voters": len(voters)}, hands), nil
}

// meanAndCount gives nothing twice where there is nothing to count.
func meanAndCount(values []int) (mean, count any) {
	if len(values) == 0 {
		return nil, nil
	}
	sum := 0
	for _, value := range values {
		sum += value
	}
	return float64(sum) / float64(len(values)), len(values)
}
