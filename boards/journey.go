package boards

// Untitled is what a journey is called that nobody has named yet.
var Untitled = Label{"Klantreis zonder titel", "Untitled journey"}

// Journey is the road of one persona from trigger to end. A board has exactly one.
type Journey struct {
	Title            string `field:"title,need,max=80"`
	PersonaID        string `field:"persona_id,of=persona"`
	Goal             string `field:"goal,need,max=140"`
	Trigger          string `field:"trigger,need,max=140"`
	EndMoment        string `field:"end_moment,need,max=140"`
	State            string `field:"state,need,enum=current|future,default=current"`
	Direction        string `field:"direction,need,enum=forward|backward,default=forward"`
	PromiseText      string `field:"promise_text,max=200"`
	PromiseSource    string `field:"promise_source,max=80"`
	SponsorStatement string `field:"sponsor_statement,max=200"`
	GoldenRule       string `field:"golden_rule,max=90"`
}

var journeyKind = define[Journey](Kind{Name: "journey", Plan: true, Limit: 1})

// Phase is a group of consecutive steps.
type Phase struct {
	JourneyID string `field:"journey_id,of=journey"`
	Title     string `field:"title,need,max=30"`
}

var phaseKind = define[Phase](Kind{Name: "phase", Plan: true, OnMap: true, Limit: 12, Parent: "journey_id", Ordered: true})

func init() { phaseKind.rule = phaseRule }

// phaseRule hangs every phase on the one journey, so that nobody has to know its id.
func phaseRule(c change) (Fields, *Refusal) {
	if c.before != nil || c.after.Str("journey_id") != "" {
		return nil, nil
	}
	for _, journey := range c.board.All("journey") {
		return Fields{"journey_id": journey.ID}, nil
	}
	return nil, refuse("not_found", "journey_id")
}

// Step is one thing the customer does or lives through. CustomerAction is the customer lane itself (ruling 4).
type Step struct {
	PhaseID           string `field:"phase_id,need,of=phase"`
	Title             string `field:"title,need,min=2,max=60"`
	CustomerAction    string `field:"customer_action,need,max=140"`
	Touchpoint        string `field:"touchpoint,max=60"`
	Channel           string `field:"channel,need,enum=phone|web|app|mail|chat|letter|sms|on_site|bank|word_of_mouth|none,ask"`
	FrontDepartmentID string `field:"front_department_id,of=department"`
	WaitMinutes       *int   `field:"wait_minutes,min=0,max=525600,ask"`
	RepeatsStory      bool   `field:"repeats_story,default=false,ask"`
	Outcome           string `field:"outcome,enum=solved|partly|passed_on|not_solved|na,ask"`
	Leading           string `field:"leading,enum=customer|task|process|system|product,ask"`
	Kano              string `field:"kano,enum=basis|performance|attractive"`
	MomentOfTruth     bool   `field:"moment_of_truth,default=false"`
	CustomerSays      string `field:"customer_says,max=140"`
	CustomerThinks    string `field:"customer_thinks,max=140"`
	EmployeeFeels     *int   `field:"employee_feels,min=-2,max=2"`
	ExceptionShare    *int   `field:"exception_share,min=0,max=100,ask=more"`
	Guidance          string `field:"guidance,max=140"`
	GuidanceKind      string `field:"guidance_kind,enum=rule|guidance"`
	OwnerDepartmentID string `field:"owner_department_id,of=department"`
	OwnerPerson       string `field:"owner_person,max=40,person"`
	PromiseKept       string `field:"promise_kept,enum=yes|partly|no"`
}

var stepKind = define[Step](Kind{Name: "step", Plan: true, OnMap: true, Limit: 60, Parent: "phase_id", Ordered: true})

func init() { stepKind.rule = stepRule }

// stepRule wants a phase, or the step is nowhere to be seen, and keeps moments of truth rare: more than three and none of them is one
// (method.md 2.10).
func stepRule(c change) (Fields, *Refusal) {
	if c.after.Str("phase_id") == "" && (c.before == nil || c.changed("phase_id")) {
		return nil, refuse("bad_value", "phase_id").reason("phase")
	}
	if !c.after.Bool("moment_of_truth") || !c.changed("moment_of_truth") {
		return nil, nil
	}
	count := 0
	for _, step := range c.board.All("step") {
		if step.ID != c.after.ID && step.Bool("moment_of_truth") {
			count++
		}
	}
	if count >= 3 {
		return nil, refuse("full", "moment_of_truth")
	}
	return nil, nil
}

// Cell is the crossing of a step and a lane: what a department does there.
type Cell struct {
	StepID       string `field:"step_id,need,of=step"`
	Lane         string `field:"lane,need,enum=evidence|front|back|support"`
	DepartmentID string `field:"department_id,of=department"`
	Text         string `field:"text,need,max=140"`
}

var cellKind = define[Cell](Kind{Name: "cell", Plan: true, OnMap: true, Limit: 10000, Parent: "step_id", Ordered: true})

func init() { cellKind.rule = cellRule }

// cellRule allows six cells in one crossing; more is a list, not a map.
func cellRule(c change) (Fields, *Refusal) {
	count := 0
	for _, cell := range c.board.Hanging(c.after.Str("step_id"), "cell") {
		if cell.ID != c.after.ID && cell.Str("lane") == c.after.Str("lane") {
			count++
		}
	}
	if count >= 6 {
		return nil, refuse("full", "lane")
	}
	return nil, nil
}

// Handoff is work, or the customer, going from one department to another. StepID is where it arrives.
type Handoff struct {
	FromDepartmentID  string `field:"from_department_id,need,of=department"`
	ToDepartmentID    string `field:"to_department_id,need,of=department"`
	StepID            string `field:"step_id,need,of=step"`
	Kind              string `field:"kind,need,enum=customer|order|information|approval|product|money"`
	Source            string `field:"source,need,enum=detected|manual,default=manual"`
	Confirmed         bool   `field:"confirmed,default=false"`
	AskedOrAssumed    string `field:"asked_or_assumed,enum=asked|assumed|unknown"`
	InformationTravel string `field:"information_travels,enum=yes|partly|no|unknown"`
	HandoffQuality
}

var handoffKind = define[Handoff](Kind{Name: "handoff", Plan: true, OnMap: true, Limit: 1000, Parent: "step_id"})

func init() { handoffKind.rule = handoffRule }

func handoffRule(c change) (Fields, *Refusal) {
	from := c.after.Str("from_department_id")
	if from != "" && from == c.after.Str("to_department_id") {
		return nil, refuse("bad_value", "to_department_id")
	}
	return nil, nil
}
