package boards

// Prediction is what one person thinks customers answered, on the customer's own scale (method.md 3.4.8): said before anybody sees the
// score. After the reveal a fact with department (or guest) and voice, and nobody's name.
type Prediction struct {
	Answer
	IndicatorID string   `field:"indicator_id,of=indicator"`
	Value       *float64 `field:"value,min=-1000000,max=1000000"`
	Voiced
}

var predictionKind = define[Prediction](Kind{Name: "prediction", Answers: "prediction", About: "indicator_id", Limit: 10000})

// PredictionRound names the number that a round is about.
type PredictionRound struct {
	IndicatorIDs []string `field:"indicator_ids,of=indicator,most=1"`
}

func init() {
	called("prediction", Label{"Voorspelling", "Prediction"}, map[string]Label{
		"value": {"Wat denk je dat de klant gaf?", "What do you think the customer gave?"},
	}, nil)
	collect(Collection{Name: "prediction", Views: []string{"indicator"}, Shows: ShowsVoices, Args: "indicator_id",
		Tells:   "each answer anew, without its author; `indicator.shown` becomes true",
		prepare: preparePrediction, answer: predict, writes: writesFacts, reveal: revealPredictions})
}

// preparePrediction: which number. args: indicator_id.
func preparePrediction(a acting) (Fields, *Refusal) {
	r := a.board.Get(a.args.text("indicator_id"))
	if r == nil || r.Kind != "indicator" {
		return nil, refuse("not_found", "indicator_id")
	}
	if _, _, known := RangeOf(Read[Indicator](r)); !known {
		return nil, refuse("bad_value", "indicator_id").reason("no_scale")
	}
	return Fields{"indicator_ids": []string{r.ID}}, nil
}

// predict takes a value that customers could have given.
func predict(b *Board, prediction *Record, who Actor) ([]Effect, *Refusal) {
	value, said := prediction.Num("value")
	least, most, known := RangeOf(Read[Indicator](b.Get(prediction.Str("indicator_id"))))
	switch {
	case !said:
		return nil, refuse("bad_value", "value")
	case known && (value < least || value > most):
		return nil, refuse("bad_value", "value").reason("outside")
	}
	return answerOnce(b, prediction, who)
}

// revealPredictions shows what people thought; from then on the number itself may be seen.
func revealPredictions(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	facts, learned, no := revealAnswers(a, round)
	indicator := a.board.Get(round.List("indicator_ids")[0])
	if no != nil || indicator == nil || indicator.Bool("shown") {
		return facts, learned, no
	}
	shown, no := a.set(indicator, Fields{"shown": true})
	return append(facts, shown...), learned, no
}
