package live

// Event is something that went otherwise than hoped, for whoever counts.
type Event uint8

// What can happen. None of it loses anything.
const (
	DroppedPresence Event = iota // a full outbox: who is where was left out and is told again later
	DroppedScreen                // a full outbox: the screen was closed and resumes by itself
	RoomBroke                    // a fault in the program; the room starts anew from the log
	RoomLost                     // the log is not what the room believed; it starts anew from what is there
	Conflict                     // another node was faster; the room read what it missed and decided again
	InsightBroke                 // a fault in the insights; the last ones stay
)

func (s *Rooms) happened(what Event) {
	if s.Happened != nil {
		s.Happened(what)
	}
}
