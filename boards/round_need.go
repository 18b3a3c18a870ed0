package boards

// How far people agree with what the customer wants (method.md 3.3, F13): everybody says it unseen, one reveal shows who differs.

// NeedVote is how far one person agrees with a customer need, 1 to 5; no value = "don't know".
type NeedVote struct {
	Answer
	NeedID string `field:"need_id,of=need"`
	Value  *int   `field:"value,min=1,max=5"`
	Voiced
}

var needVoteKind = define[NeedVote](Kind{Name: "need_vote", Answers: "need", About: "need_id", Limit: 60000})

// NeedRound names the needs that a round is about.
type NeedRound struct {
	NeedIDs []string `field:"need_ids,of=need,most=200"`
}

func init() {
	called("need_vote", Label{"Stem op klantwens", "Need vote"}, map[string]Label{
		"value": {"Herken je dit bij onze klant?", "Do you recognise this in our customer?"},
	}, nil)
	collect(Collection{Name: "need", Views: []string{"needs"}, Shows: ShowsVoices, Args: "need_ids? (default every finished one)",
		prepare: prepareNeeds, answer: answerOnce, writes: writesFacts, reveal: revealAnswers})
}

// prepareNeeds: which needs the round is about; every finished one when nobody says. args: need_ids?.
func prepareNeeds(a acting) (Fields, *Refusal) {
	ids := a.args.texts("need_ids")
	if len(ids) == 0 {
		for _, r := range a.board.Shown("need") {
			if r.Complete() {
				ids = append(ids, r.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil, refuse("too_few", "need_ids").reason("needs")
	}
	for _, id := range ids {
		switch r := a.board.Get(id); {
		case r == nil || r.Kind != "need" || len(r.To) > 0:
			return nil, refuse("not_found", "need_ids")
		case !r.Complete():
			return nil, refuse("bad_value", "need_ids").reason("needs")
		}
	}
	return Fields{"need_ids": ids}, nil
}
