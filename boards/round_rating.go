package boards

import "slices"

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

func init() {
	collect(Collection{Name: "rating", Views: []string{"curve", "gaps"}, Shows: ShowsVoices, Args: "step_ids? (default all)",
		prepare: prepareSteps, answer: rate, writes: writesFacts, reveal: revealAnswers})
}

// ticks are what a person may say beside the score; a raised hand says one thing.
var ticks = []string{"heard", "understood", "helped"}

func rate(b *Board, rating *Record, who Actor) ([]Effect, *Refusal) {
	ticked := slices.IndexFunc(ticks, func(tick string) bool { return rating.Fields[tick] != nil })
	if ticked >= 0 && teamOf(rating.To[0]) != "" {
		return nil, refuse("bad_value", ticks[ticked])
	}
	return answerOnce(b, rating, who)
}
