package boards

import "slices"

// Roles of a seat. RoleServer is the program itself, on behalf of somebody at the door.
const (
	RoleFacilitator   = "facilitator"
	RoleCoFacilitator = "co_facilitator"
	RoleParticipant   = "participant"
	RoleObserver      = "observer"
	RoleGuest         = "guest"
	RoleScreen        = "screen"
	RoleOwner         = "owner"  // has a link of their own to the fixes with their name
	RoleReader        = "reader" // has the link to the summary
	RoleServer        = "server"
)

// Actor is who wishes something: taken from the seat of the connection, never from the message (B6).
type Actor struct {
	Person string // "" for a screen; of an owner the id of their link
	Role   string
}

// facilitates says whether somebody leads, or the program does for them: no agenda and no lock is in their way.
func (a Actor) facilitates() bool {
	return a.Role == RoleFacilitator || a.Role == RoleCoFacilitator || a.Role == RoleServer
}

// holds says whether the table lets this actor do it at some time. own: it is theirs.
func (r *Row) holds(b *Board, who Actor, own bool) bool {
	return who.Role == RoleServer || r.cell(b, who.Role, b.Get(who.Person), own)
}

// cell reads one cell: the column of a role, for a person of that role (nil = a screen).
func (r *Row) cell(b *Board, role string, person *Record, own bool) bool {
	seated := person != nil && person.Str("department_id") != ""
	switch r.May[role] {
	case "yes":
		return true
	case "own":
		return own
	case "seated":
		return seated
	case "takes_part":
		return seated && b.Workshop().FacilitatorPart
	case "guests_vote":
		return seated && b.Workshop().GuestsVote
	case "closed":
		return b.isOver() && !b.Workshop().FilesKept
	}
	return false
}

// allow answers nil when the table lets this actor do this now. field is named in the answer.
func (r *Row) allow(b *Board, who Actor, own bool, field string) *Refusal {
	switch {
	case !r.holds(b, who, own):
		return refuse("not_allowed", field)
	case who.facilitates():
		return nil
	}
	doing := activity(b)
	switch {
	case doing == over && !r.open(over):
		return refuse("locked", field).reason("over")
	case r.Held && b.Workshop().MapLocked:
		return refuse("locked", field).reason("map")
	case who.Role == RoleParticipant && !r.open(doing):
		return refuse("locked", field).reason("agenda")
	}
	return nil
}

// MayTake answers nil when somebody may take the "summary" of a board along, or its other "files" (method.md 4.0). What their page shows
// them anyway they may always have.
func MayTake(b *Board, who Actor, what string) *Refusal {
	switch {
	case row("take", what).holds(b, who, false):
		return nil
	case row("take", what).May[who.Role] == "closed" && !b.Workshop().FilesKept:
		return refuse("not_allowed", "").reason("still_open")
	}
	return refuse("not_allowed", "").reason("files")
}

// Running gives the agenda item that runs, nil when none does.
func Running(b *Board) *Record {
	for _, item := range b.byKind["agenda_item"] {
		if item.Str("state") == "running" {
			return item
		}
	}
	return nil
}

// activity is what runs; "" = nothing, over = the workshop is closed.
func activity(b *Board) string {
	if b.isOver() {
		return over
	}
	if running := Running(b); running != nil {
		return running.Str("activity")
	}
	return ""
}

// isTheirs says whether a record is this actor's own, or lies sealed before them and their subgroup: a pair writes together.
func isTheirs(b *Board, r *Record, who Actor) bool {
	if who.Role == RoleOwner {
		return b.ownsFix(who, r)
	}
	return who.Person != "" && (b.Owner(r) == who.Person || slices.Contains(r.To, who.Person))
}

// mayWrite answers nil when this actor may change this field of this record.
func mayWrite(b *Board, who Actor, r *Record, op, field string) *Refusal {
	return fieldRow(op, r.Kind, field).allow(b, who, isTheirs(b, r, who), field)
}

// mayGive answers nil when this actor may give a new record this field. Fields without a row of their own come with the record, which
// they may make.
func mayGive(b *Board, who Actor, kind, field string) *Refusal {
	if own := byOp[opOf{"set", kind + "." + field}]; own != nil && !own.holds(b, who, true) {
		return refuse("not_allowed", field)
	}
	return nil
}

// isAnswer says whether a kind is an answer: made inside an open round, seen by its author alone, put anew instead of edited.
func isAnswer(kind *Kind) bool { return kind.Made == ByAnswer }

// mayAct answers nil when this actor may do this act now. Whoever takes part in a round says when they are ready, so those rows stand
// under the sort of round, and sayReady reads them.
func mayAct(b *Board, op Op, who Actor) *Refusal {
	if op.Do == "ready" {
		return nil
	}
	rule := row("act", op.Do)
	if no := rule.allow(b, who, false, op.Do); no != nil {
		return no
	}
	return duringRounds(b, rule, op)
}

// duringRounds answers nil when the round of an act is open. `single` and `stays` are for the act to ask, when it knows about what.
func duringRounds(b *Board, r *Row, op Op) *Refusal {
	about := b.Get(op.ID)
	if r.roundRule("inside") && about != nil && about.Kind == "round" && about.Str("state") != "open" {
		return refuse("round_closed", "id").reason("ended")
	}
	return nil
}

// stays answers nil when no open round keeps a record from an act.
func (a acting) stays(do, id string) *Refusal {
	if row("act", do).roundRule("stays") && askedAbout(a.board, id) {
		return refuse("locked", "").reason("round")
	}
	return nil
}

// askedAbout says whether an open round is about a record.
func askedAbout(b *Board, id string) bool {
	for _, round := range b.byKind["round"] {
		if round.Str("state") == "open" && aboutOf(round, id) {
			return true
		}
	}
	return false
}

// aboutOf says whether a round names a record among those it asks about.
func aboutOf(round *Record, id string) bool {
	for i := range roundKind.Fields {
		if f := &roundKind.Fields[i]; f.Many() && f.Name != "electorate" && slices.Contains(round.List(f.Name), id) {
			return true
		}
	}
	return false
}
