package boards

// closeWorkshop ends the session: what runs is done, the clock stands still, the map is held and the projector shows the
// first page of the summary.
// A round that is still open must be revealed or cancelled first, or `rounds: "cancel"` says that it may go. Closed already:
// nothing changes, so that two facilitators may press together. args: rounds?.
func closeWorkshop(a acting) ([]Effect, *Refusal) {
	cancel := a.args.textOr("rounds", "")
	if cancel != "" && cancel != "cancel" {
		return nil, refuse("bad_value", "rounds")
	}
	if a.board.isOver() {
		return nil, nil
	}
	board := a.board.one("board")
	effects, no := a.endRounds(cancel != "")
	if no != nil {
		return nil, no
	}
	done, no := a.finish()
	if no != nil {
		return nil, no
	}
	return a.together(append(effects, done...),
		a.board.one("timer"), idleTimer(),
		a.board.one("projector_state"), plainView("summary"),
		board, Fields{"status": "closed", "map_locked": true})
}

// endRounds cancels every open round where that was said, and refuses where it was not.
func (a acting) endRounds(cancel bool) (effects []Effect, no *Refusal) {
	for _, round := range a.board.All("round") {
		if round.Str("state") != "open" {
			continue
		}
		if !cancel {
			return nil, refuse("locked", "rounds").reason("open_round")
		}
		a.id = round.ID
		ended, no := cancelRound(a)
		if no != nil {
			return nil, no
		}
		effects = append(effects, ended...)
	}
	return effects, nil
}

// reopenWorkshop opens a closed session again, however long ago: the map is free, nothing runs yet. Nothing of it was lost.
func reopenWorkshop(a acting) ([]Effect, *Refusal) {
	if !a.board.isOver() {
		return nil, nil
	}
	return a.set(a.board.one("board"), Fields{"status": "paused", "map_locked": false})
}
