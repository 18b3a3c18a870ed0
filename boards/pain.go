package boards

// Note is a plain sticky note: a thought that belongs to an activity or a step.
type Note struct {
	Text         string `field:"text,need,max=200"`
	AgendaItemID string `field:"agenda_item_id,of=agenda_item"`
	StepID       string `field:"step_id,of=step"`
	Proxy        bool   `field:"proxy,server"`                              // passed on by the facilitator for somebody without a device
	DepartmentID string `field:"department_id,max=40,id=department,server"` // whose people said it, where the board shows authors
}

var noteKind = define[Note](Kind{Name: "note", Item: true, Sticky: true, Limit: 10000, Parent: "step_id", Ordered: true, Veiled: true})

// Pain is what goes wrong for the customer at one step.
type Pain struct {
	Text            string   `field:"text,need,min=12,max=200"`
	StepID          string   `field:"step_id,need,of=step"`
	Lane            string   `field:"lane,enum=evidence|customer|front|back|support"`
	Severity        *int     `field:"severity,need,min=1,max=5,ask"`
	Frequency       string   `field:"frequency,need,enum=daily|weekly|monthly|rarely|unknown,ask"`
	EvidenceLevel   string   `field:"evidence_level,need,enum=known|assumed|unknown,ask"`
	CauseCategories []string `field:"cause_categories,need,most=3,least=1,enum=rule|system|process|silo|mandate|fear|time|task_focus|knowledge|information|communication|ownership|behaviour|product|partner|other,ask=more"`
	Control         string   `field:"control,need,enum=self|together|outside,ask=more"`
	Audience        string   `field:"audience,enum=customer|employee|both,ask=more,card"`
	Blocker         string   `field:"blocker,max=120"`
	MinutesLost     *int     `field:"minutes_lost,min=0,max=10000"`
	CasesPerWeek    *int     `field:"cases_per_week,min=0,max=100000"`
	Overlaps        bool     `field:"overlaps,default=false"`
	MergedInto      string   `field:"merged_into,of=pain,server"`
	StoryID         string   `field:"story_id,of=story"`
	Proxy           bool     `field:"proxy,server"`
	DepartmentID    string   `field:"department_id,max=40,id=department,server"`
}

var painKind = define[Pain](Kind{Name: "pain", Item: true, Sticky: true, Limit: 400, Parent: "step_id", Ordered: true, Veiled: true})

// Votable says whether a pain can be voted on: it has a step and at least twelve characters (method.md 2.7), and it was
// not merged into another. The other questions may stay open; they keep it out of the counts, not out of the vote.
func Votable(pain *Record) bool {
	return pain.Str("step_id") != "" && codePoints(pain.Str("text")) >= painKind.Field("text").Min && pain.Str("merged_into") == ""
}
