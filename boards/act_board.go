package boards

func lockMap(a acting) ([]Effect, *Refusal) {
	return a.set(a.board.one("board"), Fields{"map_locked": a.args.flag("on", true)})
}

// closeDoor ends or allows joining with the code; who is in stays in, and comes back.
func closeDoor(a acting) ([]Effect, *Refusal) {
	return a.set(a.board.one("board"), Fields{"door_closed": a.args.flag("closed", true)})
}

// recode notes the code that people type from now on. Of two who renew it at once the second is refused and tries again, so that board and
// shelf end with the same one. args: code, was (the code it takes the place of).
func recode(a acting) ([]Effect, *Refusal) {
	if a.args.text("was") != a.board.Workshop().JoinCode {
		return nil, refuse("already", "was")
	}
	return a.set(a.board.one("board"), Fields{"join_code": a.args.text("code")})
}
