package boards

// CauseNode is one answer to "why?" under a pain: a tree, because one line suggests one cause (method.md 2.12). "This
// we can change" ends it.
type CauseNode struct {
	PainID     string `field:"pain_id,need,of=pain"`
	ParentID   string `field:"parent_id,of=cause_node"`
	Text       string `field:"text,need,max=140"`
	Category   string `field:"category,enum"`
	Confidence *int   `field:"confidence,min=1,max=5"`
	Changeable bool   `field:"changeable,default=false"`
}

// A node with answers under it stays: they would hang on nothing.
var causeNodeKind = define[CauseNode](Kind{Name: "cause_node", Limit: 10000, Parent: "pain_id", Ordered: true, Firm: true,
	Options: map[string][]string{"category": painKind.Field("cause_categories").Options}})

// The most of a tree of causes.
const (
	CauseDepth = 7
	causeNodes = 30
)

func init() {
	causeNodeKind.rule = causeRule
	called("cause_node", Label{"Oorzaak", "Cause"}, map[string]Label{
		"text":       {"Waarom gebeurt dit?", "Why does this happen?"},
		"category":   {"Wat voor oorzaak?", "What kind of cause?"},
		"confidence": {"Hoe zeker zijn we?", "How sure are we?"},
		"changeable": {"Kunnen wij dit veranderen?", "Can we change this?"},
	}, nil)
	likeAnother("cause_node.category", "pain.cause_categories")
}

// causeRule keeps it a tree of one pain: an answer hangs under an answer about the same pain, never under itself, and not too deep.
func causeRule(c change) (Fields, *Refusal) {
	siblings := c.board.Hanging(c.after.Str("pain_id"), "cause_node")
	if c.before == nil && len(siblings) >= causeNodes {
		return nil, refuse("full", "pain_id").reason("causes")
	}
	depth, no := causeDepth(c.board, c.after)
	switch {
	case no != nil:
		return nil, no
	case depth+causeHeight(siblings, c.after.ID, CauseDepth) > CauseDepth:
		return nil, refuse("too_long", "parent_id").reason("depth")
	}
	return nil, nil
}

// causeDepth gives how deep an answer stands, 1 for one right under the pain.
func causeDepth(b *Board, node *Record) (int, *Refusal) {
	depth := 1
	for at := node.Str("parent_id"); at != ""; depth++ {
		parent := b.Get(at)
		switch {
		case parent == nil:
			return depth, nil
		case parent.ID == node.ID || depth > CauseDepth*2:
			return 0, refuse("bad_value", "parent_id").reason("loop")
		case parent.Str("pain_id") != node.Str("pain_id"):
			return 0, refuse("bad_value", "parent_id").reason("pain")
		}
		at = parent.Str("parent_id")
	}
	return depth, nil
}

// causeHeight gives how many levels hang under an answer; left ends it where a file holds a circle.
func causeHeight(nodes []*Record, id string, left int) int {
	height := 0
	for _, r := range nodes {
		if left > 0 && r.Str("parent_id") == id && r.ID != id {
			height = max(height, 1+causeHeight(nodes, r.ID, left-1))
		}
	}
	return height
}
