package boards

import "slices"

// Fix is what we will do about it: one named person, one date. Only then a pain counts as covered (method.md 3.4.11).
// Impact, effort, fun and confidence are medians of an estimate, in halves (method.md 2.13).
type Fix struct {
	Text               string   `field:"text,need,min=8,max=160"`
	Kind               string   `field:"kind,need,enum=quick|process|rule|mandate|training|product|information|system|delight|research,default=process"`
	PainIDs            []string `field:"pain_ids,of=pain,most=20"`
	NeedIDs            []string `field:"need_ids,of=need,most=20"`
	CauseID            string   `field:"cause_id,of=cause_node"` // the cause it began at
	NoLinkReason       string   `field:"no_link_reason,max=80"`
	DepartmentIDs      []string `field:"department_ids,need,of=department,most=6,least=1"`
	Impact             *float64 `field:"impact,min=1,max=5"`
	Effort             *float64 `field:"effort,min=1,max=5"`
	Fun                *float64 `field:"fun,min=1,max=5"`
	EfficiencyEffect   *int     `field:"efficiency_effect,min=-1,max=1"`
	CustomerEffect     *int     `field:"customer_effect,min=-2,max=2"`
	EmployeeEffect     *int     `field:"employee_effect,min=-2,max=2"`
	OwnerPerson        string   `field:"owner_person,max=40,person"`
	OwnerParticipantID string   `field:"owner_participant_id,of=person,person"`
	OwnerAcceptedAt    string   `field:"owner_accepted_at,time,server"`
	Buddy              string   `field:"buddy,max=40,person"`
	DueDate            string   `field:"due_date,date"`
	FirstStep          string   `field:"first_step,max=120"`
	IfThen             string   `field:"if_then,max=160"`
	NeedsFrom          string   `field:"needs_from,max=120"`
	DoneCriterion      string   `field:"done_criterion,max=120"`
	Confidence         *float64 `field:"confidence,min=1,max=5"`
	MinutesAfter       *int     `field:"minutes_after,min=0,max=10000"`
	Status             string   `field:"status,need,enum=idea|agreed|doing|done|verified|parked|dropped,default=idea"`
	Note               string   `field:"note,max=280"`
	SolvedInSession    bool     `field:"solved_in_session,default=false"`
	DoneAt             string   `field:"done_at,time,server"`
	CheckDates         []string `field:"check_dates,date,most=6,made"`
}

var fixKind = define[Fix](Kind{Name: "fix", Item: true, Limit: 200, Ordered: true})

func init() { fixKind.rule = fixRule }

// fixRule keeps the moments that nobody may claim: when the owner accepted, when it was done, when we look back.
func fixRule(c change) (Fields, *Refusal) {
	if no := ownersTurn(c); no != nil {
		return nil, no
	}
	made := Fields{}
	if c.before == nil && len(c.after.List("check_dates")) == 0 {
		workshop := c.board.Workshop()
		if dates := lookBacks(workshop.Date, workshop.TimeZone, c.now); dates != nil {
			made["check_dates"] = dates
		}
	}
	if c.changed("status") || c.changed("owner_participant_id") || c.changed("owner_person") || c.changed("owner_accepted_at") {
		acceptance(c, made)
	}
	if c.changed("status") {
		made["done_at"] = doneAt(c)
	}
	return made, withinCap(c)
}

// active are the states of a fix that somebody works on.
var active = []string{"agreed", "doing"}

// withinCap keeps the number of active fixes small enough to get done (method.md 2.14); the others wait as ideas or are parked.
// What is active already stays so, and an imported board may have more.
func withinCap(c change) *Refusal {
	isActive := func(r *Record) bool { return slices.Contains(active, r.Str("status")) }
	if c.who.Role == RoleServer || c.who.Role == RoleOwner || !isActive(c.after) || (c.before != nil && isActive(c.before)) {
		return nil
	}
	n := 0
	for _, r := range c.board.byKind["fix"] {
		if r.ID != c.after.ID && isActive(r) && len(r.To) == 0 { // what is sealed counts for nobody (B8)
			n++
		}
	}
	if n >= c.board.Workshop().ActiveFixCap {
		return refuse("full", "status").reason("active")
	}
	return nil
}

// ownersTurn: the owner of a fix says how far it is; what is to be done, the others chose (method.md 2.14).
func ownersTurn(c change) *Refusal {
	theirs := []string{"agreed", "doing", "done"}
	if c.who.Role != RoleOwner || !c.changed("status") ||
		slices.Contains(theirs, c.before.Str("status")) && slices.Contains(theirs, c.after.Str("status")) {
		return nil
	}
	return refuse("not_allowed", "status")
}

// acceptance: agreeing counts as accepting only when the owner does it; another owner starts unaccepted.
func acceptance(c change, made Fields) {
	owner := c.after.Str("owner_participant_id")
	agreed := map[string]bool{"agreed": true, "doing": true, "done": true}[c.after.Str("status")]
	switch {
	case c.who.Role == RoleOwner && c.changed("owner_accepted_at"):
		if c.after.Str("owner_accepted_at") != "" { // the moment is the server's
			made["owner_accepted_at"] = isoTime(c.now.wall())
		}
	case c.who.Role == RoleOwner:
		if agreed && c.after.Str("owner_accepted_at") == "" {
			made["owner_accepted_at"] = isoTime(c.now.wall())
		}
	case owner != "" && owner == c.who.Person && agreed && (c.after.Str("owner_accepted_at") == "" || c.changed("owner_participant_id")):
		made["owner_accepted_at"] = isoTime(c.now.wall())
	case c.before != nil && (c.changed("owner_participant_id") || owner == "" && c.changed("owner_person")):
		made["owner_accepted_at"] = nil
	}
}

func doneAt(c change) any {
	switch c.after.Str("status") {
	case "done", "verified":
		if at := c.after.Str("done_at"); at != "" {
			return at
		}
		return isoTime(c.now.wall())
	}
	return nil
}
