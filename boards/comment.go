package boards

// Comment is what somebody says to a card, under their own name: a few words, or a reaction without any. It hangs on the card and goes
// with it.
type Comment struct {
	CardID   string `field:"card_id,need,max=40"`
	Text     string `field:"text,max=140"`
	Reaction string `field:"reaction,enum=same|thanks|unclear"`
}

// mostComments is how many hang on one card: more is a talk, not a comment.
const mostComments = 50

var commentKind = define[Comment](Kind{Name: "comment", Limit: 5000, Parent: "card_id"})

func init() {
	commentKind.rule = commentRule
	called("comment", Label{"Opmerking", "Comment"},
		map[string]Label{"text": {"Opmerking", "Comment"}, "reaction": {"Reactie", "Reaction"}},
		map[string][]Choice{"reaction": choices(
			"same", "Herken ik", "I know this",
			"thanks", "Goed dat je dit noemt", "Good that you say so",
			"unclear", "Wat bedoel je?", "What do you mean?")})
}

// commentRule: it hangs on a card that everybody sees and stays there, a reaction is given once.
func commentRule(c change) (Fields, *Refusal) {
	at := c.after.Str("card_id")
	card := c.board.Get(at)
	switch {
	case at == "": // not placed yet
		return nil, nil
	case c.before != nil && c.before.Str("card_id") != "" && c.changed("card_id"):
		return nil, refuse("bad_value", "card_id")
	case card == nil || len(card.To) > 0 || !kindsByName[card.Kind].Sticky:
		return nil, refuse("bad_value", "card_id")
	}
	others := c.board.Hanging(card.ID, "comment")
	if c.before == nil && len(others) >= mostComments {
		return nil, refuse("full", "comment")
	}
	reaction := c.after.Str("reaction")
	for _, other := range others {
		if reaction != "" && other.Str("reaction") == reaction && other.By == c.after.By && other.ID != c.after.ID {
			return nil, refuse("bad_value", "reaction")
		}
	}
	return nil, nil
}
