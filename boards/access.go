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
	RoleServer        = "server"
)

// Actor is who wishes something: taken from the seat of the connection, never from the message (B6).
type Actor struct {
	Person string // "" for a screen
	Role   string
}

// groups says which of the groups in a Who a role belongs to.
var groups = map[string]Who{
	RoleFacilitator:   Facilitators | Lead,
	RoleCoFacilitator: Facilitators,
	RoleParticipant:   Participants,
	RoleGuest:         Guests,
	RoleServer:        Server | Owner | Facilitators | Lead | Participants | Guests,
}

// may says whether an actor is in the group; own adds what only the author may.
func (a Actor) may(who Who, own bool) bool {
	have := groups[a.Role]
	if own {
		have |= Owner
	}
	return have&who != 0
}

func (a Actor) facilitates() bool { return a.may(Facilitators, false) }

// opens says which kinds a participant may create while an activity runs (method.md ruling 7). An activity that is not
// listed has no kinds of its own: then the kinds in openMap are open, as they are when nothing runs.
var opens = map[string][]string{
	"promise":   {"note"},
	"persona":   {"quote", "need"},
	"steps":     {"step", "phase", "note"},
	"blueprint": {"cell", "handoff"},
	"pains":     {"pain", "story"},
	"rules":     {"rule"},
	"fixes":     {"fix", "delight"},
	"commit":    {"fix"},
}

// always are the kinds that are open whatever runs.
var always = []string{"quote", "parking_item", "anonymous_note", "cell", "vote", "rating", "ownership_claim", "leading_vote"}

var openMap = []string{"phase", "step", "cell", "handoff", "pain", "delight", "quote", "note", "fix"}

// openNow says whether the agenda lets a participant create this kind at this moment.
func openNow(b *Board, kind string) bool {
	if slices.Contains(always, kind) {
		return true
	}
	running := Running(b)
	if running == nil || opens[running.Str("activity")] == nil {
		return slices.Contains(openMap, kind)
	}
	return slices.Contains(opens[running.Str("activity")], kind)
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

// onMap are the kinds that a locked map holds still.
var onMap = []string{"phase", "step", "cell", "handoff"}

func lockedFor(b *Board, who Actor, kind string) bool {
	return slices.Contains(onMap, kind) && !who.facilitates() && b.Workshop().MapLocked
}

// mayCreate answers nil when this actor may make a record of this kind now.
func mayCreate(b *Board, who Actor, kind *Kind) *Refusal {
	switch {
	case !who.may(kind.Create, false):
		return refuse("not_allowed", "")
	case who.Role == RoleServer || who.facilitates():
		return nil
	case lockedFor(b, who, kind.Name):
		return refuse("locked", "").because("map")
	case who.Role == RoleParticipant && !openNow(b, kind.Name):
		return refuse("locked", "").because("agenda")
	}
	return nil
}

// isTheirs says whether a record is this actor's own, or lies sealed before them and their subgroup: a pair writes together.
func isTheirs(b *Board, r *Record, who Actor) bool {
	return who.Person != "" && (b.Owner(r) == who.Person || slices.Contains(r.To, who.Person))
}

// mayWrite answers nil when this actor may change this field of this record.
func mayWrite(b *Board, who Actor, r *Record, field *Field) *Refusal {
	if !who.may(field.Write, isTheirs(b, r, who)) {
		return refuse("not_allowed", field.Name)
	}
	if lockedFor(b, who, r.Kind) {
		return refuse("locked", field.Name).because("map")
	}
	return nil
}

func mayDelete(b *Board, who Actor, r *Record) *Refusal {
	if !who.may(kindsByName[r.Kind].Delete, isTheirs(b, r, who)) {
		return refuse("not_allowed", "")
	}
	if lockedFor(b, who, r.Kind) {
		return refuse("locked", "").because("map")
	}
	return nil
}
