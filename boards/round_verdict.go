package boards

import "slices"

// The verdict on a rule (method.md 3.3): everybody says unseen what should become of it, one reveal counts. It advises; the decision is a
// person's.

// VerdictVote is one person's hidden verdict.
type VerdictVote struct {
	Answer
	RuleID string `field:"rule_id,of=rule"`
	Value  string `field:"value,enum"`
}

var verdictVoteKind = define[VerdictVote](Kind{Name: "verdict_vote", Answers: "verdict", About: "rule_id", Reach: ToPages, Limit: 10000,
	Options: map[string][]string{"value": ruleKind.Field("verdict").Options}})

// VerdictRound names the rule that a round is about.
type VerdictRound struct {
	RuleIDs []string `field:"rule_ids,of=rule,most=1"`
}

// VerdictTally is how many gave one verdict; there is none for a verdict that nobody gave.
type VerdictTally struct {
	RoundID string `field:"round_id,of=round"`
	RuleID  string `field:"rule_id,of=rule"`
	Value   string `field:"value,enum"`
	Count   int    `field:"count,min=1,max=2000"`
}

var verdictTallyKind = define[VerdictTally](Kind{Name: "verdict_tally", Made: ByServer, Limit: 10000, Parent: "round_id",
	Options: map[string][]string{"value": ruleKind.Field("verdict").Options}})

// VerdictResult is how many answered. Of fewer than three that is all that is told.
type VerdictResult struct {
	RoundID string `field:"round_id,of=round"`
	RuleID  string `field:"rule_id,of=rule"`
	N       int    `field:"n,min=0,max=2000"`
}

var verdictResultKind = define[VerdictResult](Kind{Name: "verdict_result", Made: ByServer, Limit: 10000, Parent: "round_id"})

func init() {
	likeAnother("verdict_vote.value", "rule.verdict")
	likeAnother("verdict_tally.value", "rule.verdict")
	called("verdict_vote", Label{"Oordeel", "Verdict"}, map[string]Label{
		"value": {"Wat doen we met deze regel?", "What do we do with this rule?"},
	}, nil)
	collect(Collection{Name: "verdict", Views: []string{"rules"}, Shows: ShowsSums, Args: "rule_id",
		Tells:   "one `verdict_tally` for each value with a vote and one `verdict_result`; of fewer than three answers only their number",
		prepare: prepareVerdict, answer: giveVerdict, writes: writesVerdicts, reveal: revealVerdict})
}

// prepareVerdict: which rule. args: rule_id.
func prepareVerdict(a acting) (Fields, *Refusal) {
	id := a.args.text("rule_id")
	if r := a.board.Get(id); r == nil || r.Kind != "rule" || len(r.To) > 0 {
		return nil, refuse("not_found", "rule_id").reason("rule")
	}
	return Fields{"rule_ids": []string{id}}, nil
}

func giveVerdict(b *Board, vote *Record, who Actor) ([]Effect, *Refusal) {
	value, rule := vote.Str("value"), b.Get(vote.Str("rule_id"))
	switch {
	case value == "":
		return nil, refuse("bad_value", "value")
	case rule.Str("origin") == "law" && slices.Contains(notForLaws, value):
		return nil, refuse("bad_value", "value").reason("law")
	}
	return answerOnce(b, vote, who)
}

func writesVerdicts(acting, *Record) map[string]int {
	return map[string]int{"verdict_tally": len(ruleKind.Field("verdict").Options), "verdict_result": 1}
}

// revealVerdict counts. What a rule that turned out to be a law cannot get is not counted.
func revealVerdict(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	rule, counts, n := round.List("rule_ids")[0], map[string]int{}, 0
	law := a.board.Get(rule) != nil && a.board.Get(rule).Str("origin") == "law"
	for _, r := range a.saidIn(round) {
		if value := r.Str("value"); value != "" && !(law && slices.Contains(notForLaws, value)) {
			counts[value]++
			n++
		}
	}
	result, no := a.make("verdict_result", Fields{"round_id": round.ID, "rule_id": rule, "n": n})
	effects := []Effect{result}
	for _, value := range ruleKind.Field("verdict").Options {
		if no != nil || n < fewest || counts[value] == 0 {
			continue
		}
		var tally Effect
		tally, no = a.make("verdict_tally", Fields{"round_id": round.ID, "rule_id": rule, "value": value, "count": counts[value]})
		effects = append(effects, tally)
	}
	return effects, Fields{"voters": n}, no
}
