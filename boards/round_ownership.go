package boards

// OwnershipClaim is the hidden answer to "is this step yours?".
type OwnershipClaim struct {
	Answer
	StepID   string `field:"step_id,of=step"`
	Claim    string `field:"answer,enum=own|not|unknown"`
	PointsTo string `field:"points_to,of=department"`
	Voiced
}

var ownershipClaimKind = define[OwnershipClaim](Kind{Name: "ownership_claim", Answers: "ownership_claim", About: "step_id", Limit: 60000})

func init() {
	collect(Collection{Name: "ownership_claim", Views: []string{"ownership"}, Shows: ShowsVoices, Args: "step_ids? (default all)",
		prepare: prepareSteps, answer: claim, writes: writesFacts, reveal: revealAnswers})
}

// claim: only who says "not ours" says whose it is.
func claim(b *Board, answer *Record, who Actor) ([]Effect, *Refusal) {
	if answer.Str("points_to") != "" && answer.Str("answer") != "not" {
		return nil, refuse("bad_value", "points_to")
	}
	return answerOnce(b, answer, who)
}
