// Package insight computes what a group should see of its own work: hand-offs, the chain of being passed on, votes made
// fair, how much is covered. Every number is a pure function of what is revealed on the board; screens and report show these
// numbers and compute none of their own. Formulas: method.md 3.4 as ruling 8 reads them.
package insight

import (
	"time"

	"muntsaus/boards"
)

// Insight is everything that is computed of a board. Nil or absent = not enough data; never 0 for unknown.
// Ids are record ids; values are unrounded.
type Insight struct {
	Seq           uint64    `json:"seq"` // shared entries it was computed from
	Handoffs      Handoffs  `json:"handoffs"`
	Chain         *Chain    `json:"chain"`
	NobodyInSight []string  `json:"nobodyInSight"` // steps
	RepeatsStory  int       `json:"repeatsStory"`  // steps in which the customer tells the story again
	CustomerLeads *Leads    `json:"customerLeads"`
	Votes         []Vote    `json:"votes"` // latest revealed round per kind of item, best first
	Coverage      *Coverage `json:"coverage"`
	Evidence      *Evidence `json:"evidence"`
	Overlooked    []string  `json:"overlooked"`   // severe pains without a dot
	EmptyChairs   []string  `json:"emptyChairs"`  // departments on the map with nobody in the room
	HoursPerWeek  *float64  `json:"hoursPerWeek"` // estimate of the group
	Sentences     []Line    `json:"sentences"`

	Curve         []Point        `json:"curve"` // steps with an answer, in the order of the journey
	PeakEnd       *PeakEnd       `json:"peakEnd"`
	Gaps          []Gap          `json:"gaps"`  // widest first
	Talks         []Talk         `json:"talks"` // about steps at which departments differ
	SharedPicture *SharedPicture `json:"sharedPicture"`
	Ownership     *Ownership     `json:"ownership"`
	Leading       []Led          `json:"leading"` // steps with a decision or votes
	Readiness     *Readiness     `json:"readiness"`
	Mirror        *Mirror        `json:"mirror"` // of the last poll of its sort that is shown, like the three below
	Courage       []Statement    `json:"courage"`
	Importance    *Importance    `json:"importance"`
	Checkout      *Checkout      `json:"checkout"`
	Rules         *Rules         `json:"rules"`
	Mandates      *Mandates      `json:"mandates"`
	Promise       *float64       `json:"promise"` // the share of PromiseKept
	PromiseKept   *PromiseKept   `json:"promiseKept"`
	Needs         []Need         `json:"needs"` // most agreed with first
	Knowledge     *Knowledge     `json:"knowledge"`
	Indicator     *Indicator     `json:"indicator"`
	InsideOutside *InsideOutside `json:"insideOutside"`
	Series        []Measured     `json:"series"`        // every measurement of the number, oldest first
	Confidence    []Confidence   `json:"confidence"`    // fixes whose confidence was estimated
	FixTimes      []FixTime      `json:"fixTimes"`      // fixes for pains whose time was estimated
	FollowThrough *FollowThrough `json:"followThrough"` // by the day it is asked for; no part of Of, which knows no clock
	ForgetZone    []string       `json:"forgetZone"`    // rated steps near neutral that nobody has a story about
	StoryBalance  *StoryBalance  `json:"storyBalance"`
	Hints         []Hint         `json:"hints"`     // for the conversation
	Explained     []Line         `json:"explained"` // what is found, one sentence each
}

// On computes the insights of a board as they are at a moment, on the board's own calendar.
func On(b *boards.Board, now time.Time) *Insight {
	in := Of(b)
	zone, err := time.LoadLocation(b.Workshop().TimeZone)
	if err != nil {
		zone = time.UTC
	}
	in.FollowThrough = FollowThroughOn(b, now.In(zone))
	return in
}

// Of computes the insights of a board. It only reads what everybody may see, and the departments behind revealed dots.
func Of(b *boards.Board) *Insight {
	m := look(b)
	in := &Insight{
		Seq:           b.Shared,
		Handoffs:      handoffs(m),
		Chain:         chain(m),
		NobodyInSight: nobodyInSight(m),
		RepeatsStory:  repeats(m.Steps),
		Votes:         votes(m),
		EmptyChairs:   emptyChairs(m),
		HoursPerWeek:  hours(m),
	}
	in.asked(b)
	in.StoryBalance = storyBalance(b)
	in.FixTimes = fixTimes(m)
	in.Needs, in.Knowledge = needsOf(m), knowledgeOf(b)
	in.Coverage = coverage(m, in.Votes)
	in.Evidence = evidence(m, in.Votes)
	in.Overlooked = overlooked(m, in.Votes)
	in.rated(m)
	in.measured(m)
	in.Sentences = sentences(m, in)
	in.Hints = hintsOf(m, in)
	in.Explained = explained(m, in)
	return in
}
