package boards

// LeadingVote is the hidden answer to "who leads here?".
type LeadingVote struct {
	Answer
	StepID string `field:"step_id,of=step"`
	Value  string `field:"value,enum=customer|task|process|system|product"`
	Voiced
}

var leadingVoteKind = define[LeadingVote](Kind{Name: "leading_vote", Answers: "leading_vote", About: "step_id", Limit: 60000})

func init() {
	collect(Collection{Name: "leading_vote", Views: []string{"map"}, Shows: ShowsVoices, Args: "step_ids? (default all)",
		prepare: prepareSteps, answer: answerOnce, writes: writesFacts, reveal: revealAnswers})
}
