package live

import "time"

// How often the screens of a room are told something. A frame costs a system call per screen, and hardly more when it says
// more: so the more screens there are, the longer the pace. What comes after a quiet moment waits for nothing.
const (
	storeLeast     = 5 * time.Millisecond
	storeMost      = 100 * time.Millisecond
	storePerScreen = 75 * time.Microsecond

	presenceLeast     = 20 * time.Millisecond
	presenceMost      = 100 * time.Millisecond
	presencePerScreen = 100 * time.Microsecond
)

// storePace is the least time between two entries of this room.
func (r *Room) storePace() time.Duration {
	return min(max(storePerScreen*time.Duration(len(r.members)), storeLeast), storeMost)
}

// presencePace is the least time between two frames that tell who is where.
func (r *Room) presencePace() time.Duration {
	return min(max(presencePerScreen*time.Duration(len(r.members)), presenceLeast), presenceMost)
}

// take runs the looks that wait and collects the writes. They are stored at once after a quiet moment; else others hand in
// meanwhile, and there is one entry instead of many.
func (r *Room) take(first command) {
	r.gather(first)
	if len(r.wishes) == 0 {
		return
	}
	rest := r.storePace() - time.Since(r.lastStore)
	switch {
	case rest <= 0 || len(r.wishes) >= mostWrites:
		r.storeAll()
	case !r.due.set:
		r.due.in(rest)
	}
}

func (r *Room) gather(c command) {
	for {
		if c.write != nil {
			r.wishes = append(r.wishes, c.write)
		} else {
			c.look()
		}
		if len(r.wishes) >= mostWrites {
			return
		}
		select {
		case c = <-r.in:
		default:
			return
		}
	}
}

// storeAll makes one entry of all that was wished.
func (r *Room) storeAll() {
	r.due.off()
	writes := r.wishes
	r.wishes = nil
	if len(writes) > 0 {
		r.commit(writes)
	}
}
