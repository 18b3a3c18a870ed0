package boards

// Day is a day in Unix milliseconds.
const Day = 24 * 3600 * 1000

// keep says for how many days without use the board stays; without days it is up to the server again. It is an entry even when
// nothing changes: who says "keep it" uses the board. args: days?.
func keep(a acting) ([]Effect, *Refusal) {
	shop := a.board.one("board")
	fields := Fields{"set_retention_days": nil}
	if a.args.has("days") {
		fields["set_retention_days"] = a.args.int("days")
	}
	if no := checkFields(a.board, Actor{a.who.Person, RoleServer}, shop, fields, false); no != nil {
		return nil, no
	}
	return []Effect{{E: "set", ID: shop.ID, Fields: fields}}, nil
}

// Retention is what a server promises about boards nobody uses. Use is any entry in the log: somebody changed something, came in
// or said that it should stay. Looking is not use, because it leaves nothing by which every server could know.
type Retention struct {
	Days int // for boards that say nothing; 0 = for ever
	Most int // what a board may ask for at most; 0 = as many as it likes
}

// DaysOf gives how long this board stays without use; 0 = for ever.
func (k Retention) DaysOf(b *Board) int {
	chosen := b.Workshop().RetentionDays
	switch {
	case chosen == nil:
		return k.Days
	case k.Most > 0:
		return min(*chosen, k.Most)
	}
	return *chosen
}

// Until gives when the board goes if nobody uses it after `used`, in Unix milliseconds; 0 = never.
func (k Retention) Until(b *Board, used int64) int64 {
	days := k.DaysOf(b)
	if days == 0 {
		return 0
	}
	return used + int64(days)*Day
}
