package boards

import (
	"cmp"
	"slices"
)

// startItem makes an agenda item the running one: the one before is done, the clock starts, the projector follows.
func startItem(a acting) ([]Effect, *Refusal) {
	item, no := a.record("agenda_item")
	if no != nil {
		return nil, no
	}
	if no := a.seen(); no != nil {
		return nil, no
	}
	if item.Str("state") == "running" { // a second press must not end it
		return nil, nil
	}
	return a.begin(item)
}

// seen refuses a press that was made on another picture: with two facilitators the first press counts, the second hears so. args:
// from? (the item that ran when it was pressed, null for none); absent = whatever runs.
func (a acting) seen() *Refusal {
	if !a.args.has("from") {
		return nil
	}
	from, ran := a.args.take("from"), ""
	if from != nil {
		id, ok := from.(string)
		if !ok {
			return refuse("bad_request", "from")
		}
		ran = id
	}
	if running := Running(a.board); (running == nil) != (ran == "") || running != nil && running.ID != ran {
		return refuse("already", "from")
	}
	return nil
}

func (a acting) begin(item *Record) ([]Effect, *Refusal) {
	if a.board.isOver() { // or the workshop would go on with its map held
		return nil, refuse("locked", "").reason("closed")
	}
	effects, no := a.finish()
	if no != nil {
		return nil, no
	}
	minutes, _ := item.Int("minutes")
	return a.together(effects,
		item, Fields{"state": "running", "started_at": isoTime(a.now.wall())},
		a.board.one("timer"), a.itemClock(minutes),
		a.board.one("projector_state"), newMoment(viewOf(item)),
		a.board.one("board"), Fields{"status": "running"})
}

// viewOf is what the projector shows of an item: what was chosen for it, else the picture of its activity.
func viewOf(item *Record) string {
	activity, _ := ActivityNamed(item.Str("activity"))
	return cmp.Or(item.Str("projector_view"), activity.View, "item")
}

// finish ends the running item, if any, with the minutes it really took.
func (a acting) finish() ([]Effect, *Refusal) {
	running := Running(a.board)
	if running == nil {
		return nil, nil
	}
	took := (a.now.wall() - millis(running.Str("started_at")) + 30000) / 60000
	return a.set(running, Fields{"state": "done", "actual_minutes": int(min(max(took, 0), 1440))})
}

// together adds changes of several records: record, fields, record, fields …
func (a acting) together(effects []Effect, pairs ...any) ([]Effect, *Refusal) {
	for i := 0; i < len(pairs); i += 2 {
		more, no := a.set(pairs[i].(*Record), pairs[i+1].(Fields))
		if no != nil {
			return nil, no
		}
		effects = append(effects, more...)
	}
	return effects, nil
}

func stopItem(a acting) ([]Effect, *Refusal) {
	effects, no := a.finish()
	if no != nil {
		return nil, no
	}
	return a.together(effects, a.board.one("timer"), idleTimer())
}

// nextItem starts the first planned item behind the running one; after the last it stops.
func nextItem(a acting) ([]Effect, *Refusal) {
	if no := a.seen(); no != nil {
		return nil, no
	}
	items := a.board.All("agenda_item")
	from := 0
	if running := Running(a.board); running != nil {
		from = slices.Index(items, running) + 1
	}
	for _, item := range items[from:] {
		if item.Str("state") == "planned" {
			return a.begin(item)
		}
	}
	return stopItem(a)
}

// extendItem gives the running item more minutes, or fewer; the clock moves along.
func extendItem(a acting) ([]Effect, *Refusal) {
	item, no := a.record("agenda_item")
	if no != nil {
		return nil, no
	}
	more := a.args.int("minutes")
	minutes, _ := item.Int("minutes")
	effects, no := a.set(item, Fields{"minutes": minutes + more})
	if no != nil || item.Str("state") != "running" {
		return effects, no
	}
	clock, no := a.addMinutes(more)
	return append(effects, clock...), no
}

// skipItem passes over a planned item, or ends the running one and goes on.
func skipItem(a acting) ([]Effect, *Refusal) {
	item, no := a.record("agenda_item")
	if no != nil {
		return nil, no
	}
	switch item.Str("state") {
	case "planned":
		return a.set(item, Fields{"state": "skipped"})
	case "running":
		return nextItem(a)
	case "skipped":
		return a.set(item, Fields{"state": "planned"})
	}
	return nil, nil
}
