package boards

// GapTalk is what two voices said about a step at which they differ (method.md 3.3), with the rounds before and after.
type GapTalk struct {
	StepID      string `field:"step_id,need,of=step"`
	Note        string `field:"note,max=280"`
	QuoteID     string `field:"quote_id,of=quote"`
	RoundBefore *int   `field:"round_before,need,min=1,max=1000"`
	RoundAfter  *int   `field:"round_after,min=1,max=1000"`
}

var gapTalkKind = define[GapTalk](Kind{Name: "gap_talk", Item: true, Limit: 300, Parent: "step_id"})

// Lesson is a review without blame: what happened, what made sense then, what we change (method.md 3.3).
type Lesson struct {
	WhatHappened string `field:"what_happened,need,max=300"`
	Expected     string `field:"expected,max=200"`
	Why          string `field:"why,max=300"`
	Learned      string `field:"learned,need,max=200"`
	Change       string `field:"change,max=160"`
	FixID        string `field:"fix_id,of=fix"`
	SharedWith   string `field:"shared_with,max=80"`
	CheckDate    string `field:"check_date,date"`
}

var lessonKind = define[Lesson](Kind{Name: "lesson", Item: true, Limit: 200})

func init() {
	called("gap_talk", Label{"Kloofgesprek", "Gap talk"}, map[string]Label{
		"note": {"Wat zagen de twee?", "What did the two see?"},
	}, nil)
	called("lesson", Label{"Les", "Lesson"}, map[string]Label{
		"what_happened": {"Wat gebeurde er?", "What happened?"},
		"expected":      {"Wat hadden we verwacht?", "What did we expect?"},
		"why":           {"Waarom was dat logisch op dat moment?", "Why did it make sense then?"},
		"learned":       {"Wat leren we?", "What do we learn?"},
		"change":        {"Wat veranderen we?", "What do we change?"},
		"check_date":    {"Wanneer kijken we terug?", "When do we look back?"},
	}, nil)
}
