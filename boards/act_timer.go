package boards

import "maps"

// The workshop has two clocks in one record: of the item that runs, and of the stage of a writing round. They stand still and go on
// together.

// setTimer moves the clocks. args: state (running with minutes, paused, idle), or add_minutes for the item, or stage_minutes more for
// the stage.
func setTimer(a acting) ([]Effect, *Refusal) {
	timer := a.board.one("timer")
	switch {
	case a.args.has("add_minutes"):
		return a.addMinutes(a.args.int("add_minutes"))
	case a.args.has("stage_minutes"):
		return a.addStageMinutes(timer, a.args.int("stage_minutes"))
	}
	switch a.args.text("state") {
	case "running":
		return a.set(timer, a.running(timer))
	case "paused":
		return a.set(timer, a.paused(timer))
	case "idle":
		return a.set(timer, idleTimer())
	}
	return nil, refuse("bad_value", "state")
}

func idleTimer() Fields {
	return Fields{"state": "idle", "ends_at": nil, "remaining_ms": nil, "added_minutes": 0, "stage_ends_at": nil, "stage_left_ms": nil}
}

// itemClock starts the clock of an item. A stage that people still write in keeps its own.
func (a acting) itemClock(minutes int) Fields {
	fields := idleTimer()
	if OpenRound(a.board, "writing") != nil {
		delete(fields, "stage_ends_at")
		delete(fields, "stage_left_ms")
	}
	fields["state"], fields["ends_at"] = "running", isoTime(a.now.wall()+int64(minutes)*60000)
	return fields
}

// running lets a clock go: for the minutes asked, else for what was left when it was paused. A stage that was paused goes on.
func (a acting) running(timer *Record) Fields {
	fields := Fields{}
	if left, held := timer.Int("stage_left_ms"); held {
		fields["stage_ends_at"], fields["stage_left_ms"] = isoTime(a.now.wall()+int64(left)), nil
	}
	left, paused := timer.Int("remaining_ms")
	minutes := a.args.intOr("minutes", 0)
	if !paused && minutes == 0 && len(fields) > 0 {
		return fields
	}
	if minutes > 0 || !paused {
		left = min(max(minutes, 1), 600) * 60000
	}
	maps.Copy(fields, Fields{"state": "running", "ends_at": isoTime(a.now.wall() + int64(left)), "remaining_ms": nil})
	return fields
}

// paused stops what runs and keeps what is left of it.
func (a acting) paused(timer *Record) Fields {
	left := func(field string) int { return int(max(millis(timer.Str(field))-a.now.wall(), 0)) }
	fields := Fields{}
	if timer.Str("state") == "running" {
		fields["state"], fields["ends_at"], fields["remaining_ms"] = "paused", nil, left("ends_at")
	}
	if timer.Str("stage_ends_at") != "" {
		fields["stage_ends_at"], fields["stage_left_ms"] = nil, left("stage_ends_at")
	}
	return fields
}

func (a acting) addMinutes(more int) ([]Effect, *Refusal) {
	timer := a.board.one("timer")
	added, _ := timer.Int("added_minutes")
	fields := Fields{"added_minutes": added + more}
	switch timer.Str("state") {
	case "running":
		fields["ends_at"] = a.later(timer.Str("ends_at"), more)
	case "paused":
		left, _ := timer.Int("remaining_ms")
		fields["remaining_ms"] = max(left+more*60000, 0)
	}
	return a.set(timer, fields)
}

// addStageMinutes gives a stage more minutes, or fewer; without a stage that has a clock there is nothing to give to.
func (a acting) addStageMinutes(timer *Record, more int) ([]Effect, *Refusal) {
	if more < -60 || more > 60 {
		return nil, refuse("bad_value", "stage_minutes")
	}
	if ends := timer.Str("stage_ends_at"); ends != "" {
		return a.set(timer, Fields{"stage_ends_at": a.later(ends, more)})
	}
	left, held := timer.Int("stage_left_ms")
	if !held {
		return nil, nil
	}
	return a.set(timer, Fields{"stage_left_ms": min(max(left+more*60000, 0), 86400000)})
}

// later gives a moment so many minutes behind the end of a clock; one that is over counts from now.
func (a acting) later(ends string, minutes int) string {
	from := max(millis(ends), a.now.wall())
	return isoTime(max(from+int64(minutes)*60000, a.now.wall()))
}

// startStage starts the clock of a stage of a round; a collection without stages has none. args: minutes?, else what the
// collection says.
func (a acting) startStage(collect, stage string) ([]Effect, *Refusal) {
	usual := collections[collect].Minutes[stage]
	switch {
	case usual == 0 && OpenRound(a.board, "writing") == nil: // what was told to all is over
		return a.endStage()
	case usual == 0:
		return nil, nil
	}
	minutes := a.args.intOr("minutes", usual)
	if minutes < 1 || minutes > 60 {
		return nil, refuse("bad_value", "minutes")
	}
	ends := isoTime(a.now.wall() + int64(minutes)*60000)
	return a.set(a.board.one("timer"), Fields{"stage_ends_at": ends, "stage_left_ms": nil})
}

// endStage takes the clock of a stage away.
func (a acting) endStage() ([]Effect, *Refusal) {
	return a.set(a.board.one("timer"), Fields{"stage_ends_at": nil, "stage_left_ms": nil})
}
