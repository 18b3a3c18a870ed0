package boards

import (
	"slices"
	"strings"
)

// Estimates (method.md 2.13): everybody says unseen how much a fix or a delight brings, what it costs, how much fun it is, or whether it
// will happen. The reveal puts the median of each question into the item itself; from fewer than three answers it tells only how many.

// estimated are the questions of an estimate, in the order in which they are asked.
var estimated = []string{"impact", "effort", "fun", "confidence"}

// wideSpread is from where two estimates are so far apart that people should talk: more than this many points (method.md 2.13, own rule).
const wideSpread = 2

// Estimate is one person's hidden estimate of one item; what they left open is absent.
type Estimate struct {
	Answer
	ItemID     string `field:"item_id,max=40"`
	Impact     *int   `field:"impact,min=1,max=5"`
	Effort     *int   `field:"effort,min=1,max=5"`
	Fun        *int   `field:"fun,min=1,max=5"`
	Confidence *int   `field:"confidence,min=1,max=5"`
}

var estimateKind = define[Estimate](Kind{Name: "estimate", Answers: "estimate", About: "item_id", Reach: ToPages, Limit: 60000})

// EstimateRound says what is asked of the items; none = everything.
type EstimateRound struct {
	Questions []string `field:"questions,enum=impact|effort|fun|confidence,most=4"`
}

// EstimateResult is what the reveal tells of one item: how many estimated it, and the median of each question that three or more answered.
type EstimateResult struct {
	RoundID    string   `field:"round_id,of=round"`
	ItemID     string   `field:"item_id,max=40"`
	N          int      `field:"n,min=0,max=2000"`
	Impact     *float64 `field:"impact,min=1,max=5"`
	Effort     *float64 `field:"effort,min=1,max=5"`
	Fun        *float64 `field:"fun,min=1,max=5"`
	Confidence *float64 `field:"confidence,min=1,max=5"`
	// Wide are the questions whose estimates lie more than two points apart.
	Wide []string `field:"wide,enum=impact|effort|fun|confidence,most=4"`
}

var estimateResultKind = define[EstimateResult](Kind{Name: "estimate_result", Limit: 10000, Made: ByServer, Parent: "round_id"})

func init() {
	called("estimate", Label{"Schatting", "Estimate"}, map[string]Label{
		"impact":     {"Hoeveel merkt de klant ervan?", "How much will the customer notice?"},
		"effort":     {"Hoeveel moeite kost het ons?", "How much effort does it take us?"},
		"fun":        {"Hoe leuk is dit om te doen?", "How much fun is this to do?"},
		"confidence": {"Gaat dit echt gebeuren?", "Will this really happen?"},
	}, nil)
	collect(Collection{Name: "estimate", Views: []string{"matrix"}, Shows: ShowsSums,
		Args: "item_ids, questions? (fixes or delights; of impact, effort, fun, confidence, default all)",
		Tells: "the medians (halves) into the items, and one `estimate_result` {item_id, n, impact, effort, fun, confidence, wide} each: " +
			"of a question with fewer than 3 answers nothing; wide = questions more than 2 points apart",
		prepare: prepareEstimate, answer: giveEstimate, writes: writesEstimates, reveal: revealEstimates})
}

// prepareEstimate: which fixes or delights, and what is asked. args: item_ids, questions?.
func prepareEstimate(a acting) (Fields, *Refusal) {
	items, questions := a.args.texts("item_ids"), a.args.texts("questions")
	switch {
	case len(items) == 0:
		return nil, refuse("too_few", "item_ids").reason("estimate")
	case len(items) > 100:
		return nil, refuse("too_long", "item_ids").reason("items")
	}
	for i, id := range items {
		switch r := a.board.Get(id); {
		case r == nil || len(r.To) > 0:
			return nil, refuse("not_found", "item_ids")
		case r.Kind != "fix" && r.Kind != "delight", slices.Contains(items[:i], id):
			return nil, refuse("bad_value", "item_ids")
		}
	}
	about := Fields{"item_ids": items}
	if len(questions) > 0 {
		about["questions"] = questions
	}
	return about, nil
}

// asksFor says whether a round of estimates asks this question.
func asksFor(round *Record, question string) bool {
	questions := round.List("questions")
	return len(questions) == 0 || slices.Contains(questions, question)
}

// giveEstimate takes what is asked. What a facilitator passes on comes one question at a time: it leaves the others as they were said.
func giveEstimate(b *Board, estimate *Record, who Actor) ([]Effect, *Refusal) {
	round := b.Get(estimate.Str("round_id"))
	for _, question := range estimated {
		if estimate.Fields[question] != nil && !asksFor(round, question) {
			return nil, refuse("bad_value", question)
		}
	}
	if before := sealedBefore(b, estimate); before != nil && estimate.Bool("proxy") && teamOf(estimate.To[0]) == "" {
		for _, question := range estimated {
			if estimate.Fields[question] == nil && before.Fields[question] != nil {
				estimate.Fields[question] = before.Fields[question]
			}
		}
	}
	return answerOnce(b, estimate, who)
}

func writesEstimates(_ acting, round *Record) map[string]int {
	return map[string]int{"estimate_result": len(round.List("item_ids"))}
}

// revealEstimates places every item: the medians become its own, and one result says of how many.
func revealEstimates(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	by, people, hands := map[string][]saying{}, map[string]bool{}, 0
	for _, r := range a.saidIn(round) {
		if !slices.ContainsFunc(estimated, func(question string) bool { return r.Fields[question] != nil }) {
			continue
		}
		who := r.To[0] + strings.Repeat("\n", r.hand) // the hands of a department are counted from one at every item
		if r.hand > 0 && !people[who] {
			hands++
		}
		by[r.Str("item_id")] = append(by[r.Str("item_id")], r)
		people[who] = true
	}
	var effects []Effect
	for _, item := range round.List("item_ids") {
		placed, no := a.placed(round, item, by[item])
		if no != nil {
			return nil, nil, no
		}
		effects = append(effects, placed...)
	}
	return effects, byHand(Fields{"voters": len(people)}, hands), nil
}

// placed gives the result of one item and its new place.
func (a acting) placed(round *Record, item string, said []saying) ([]Effect, *Refusal) {
	result, place := Fields{"round_id": round.ID, "item_id": item, "n": len(said)}, Fields{}
	r, wide := a.board.Get(item), []string{}
	for _, question := range estimated {
		values := valuesOf(said, question)
		if len(values) < fewest {
			continue
		}
		median := medianOf(values)
		result[question] = median
		if values[len(values)-1]-values[0] > wideSpread {
			wide = append(wide, question)
		}
		if r != nil && kindsByName[r.Kind].Field(question) != nil {
			place[question] = median
		}
	}
	if len(wide) > 0 {
		result["wide"] = wide
	}
	told, no := a.make("estimate_result", result)
	effects := []Effect{told}
	if no != nil || len(place) == 0 {
		return effects, no
	}
	moved, no := a.set(r, place)
	return append(effects, moved...), no
}

// valuesOf gives what was said to one question, sorted.
func valuesOf(said []saying, question string) (values []int) {
	for _, r := range said {
		if v, ok := r.Int(question); ok {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	return values
}

// medianOf gives the middle of sorted values; between two of them the half way.
func medianOf(values []int) float64 {
	half := len(values) / 2
	if len(values)%2 == 1 {
		return float64(values[half])
	}
	return float64(values[half-1]+values[half]) / 2
}
