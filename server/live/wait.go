package live

// wait keeps a screen at the door: it is told that it waits, and nothing of the board.
func (r *Room) wait(m *Member, h Hello) {
	r.waiting[m] = h
	r.empty.off()
	m.Send([]byte(`{"type":"waiting"}`))
}

// stopsWaiting takes a screen from the door that left by itself.
func (r *Room) stopsWaiting(m *Member) bool {
	_, waits := r.waiting[m]
	delete(r.waiting, m)
	if waits && len(r.members)+len(r.waiting)+len(r.owners) == 0 {
		r.empty.in(r.rooms.Idle)
	}
	return waits
}

// openDoor welcomes who was let in by the last entry, on whichever server that was said, and sends away who was not.
func (r *Room) openDoor() {
	for m, h := range r.waiting {
		switch {
		case r.board.KeyOf(m.Key) == nil:
			m.End(CloseRefused, "the facilitator did not let you in")
		case r.board.Waiting(m.Person):
			continue
		default:
			if no := r.enter(m, h); no != nil {
				m.End(CloseLater, "come back later")
			}
		}
		r.stopsWaiting(m)
	}
}
