package boards

import "slices"

// acting is what an act has at hand.
type acting struct {
	board *Board
	id    string
	args  *object
	who   Actor
	now   Moment
}

// acts are the sentences of facilitation; who may say them stands in matrix.go.
var acts map[string]func(a acting) ([]Effect, *Refusal)

func init() { // filled here because the acts reach back to Decide's helpers
	acts = map[string]func(a acting) ([]Effect, *Refusal){
		"open":      openRound,
		"reveal":    revealRound,
		"cancel":    cancelRound,
		"stage":     nextStage,
		"ready":     sayReady,
		"merge":     mergePain,
		"park":      park,
		"start":     startItem,
		"stop":      stopItem,
		"skip":      skipItem,
		"next":      nextItem,
		"extend":    extendItem,
		"timer":     setTimer,
		"show":      showView,
		"blank":     blankScreen,
		"spotlight": spotlight,
		"lock":      lockMap,
		"keep":      keep,
		"admit":     admit,
		"role":      giveRole,
		"remove":    removePerson,
		"erase":     eraseOwn,
		"door":      closeDoor,
		"join":      join,
		"seat":      seat,
		"rekey":     rekey,
		"recode":    recode,
	}
}

// decideAct runs an act. What one person alone sees is decided inside the act; the rest is shared.
func decideAct(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	do, ok := acts[op.Do]
	if !ok {
		return nil, refuse("bad_request", "do")
	}
	if no := mayAct(b, op, who); no != nil {
		return nil, no
	}
	args := &object{map[string]any{}, nil}
	for name, v := range op.Args {
		args.left[name] = v
	}
	effects, no := do(acting{b, op.ID, args, who, now})
	if no == nil {
		no = args.done()
	}
	return effects, no
}

// set gives the effects of changing one record on the facilitator's word; the table still checks the values.
func (a acting) set(r *Record, fields Fields) ([]Effect, *Refusal) {
	server := Actor{a.who.Person, RoleServer}
	if no := checkFields(a.board, server, r, fields, false); no != nil {
		return nil, no
	}
	return setEffect(a.board, r, fields, server, a.now)
}

// put gives a fresh record of the server's making.
func (a acting) put(kind string, fields Fields, to ...string) (Effect, *Refusal) {
	k := kindsByName[kind]
	if a.board.Count(kind) >= k.Limit {
		return Effect{}, refuse("full", kind)
	}
	op := Op{ID: a.now.ID(), Fields: fields}
	r := newRecord(a.board, op, Actor{Role: RoleServer}, k, a.now)
	if no := checkFields(a.board, Actor{Role: RoleServer}, r, fields, true); no != nil {
		return Effect{}, no
	}
	r.To = to
	return Effect{E: "put", Record: r, To: to}, nil
}

// record finds the record the act is about, of the kind it must have.
func (a acting) record(kind string) (*Record, *Refusal) {
	r := a.board.Get(a.id)
	if r == nil || r.Kind != kind {
		return nil, refuse("not_found", "id")
	}
	return r, nil
}

// intOr reads an optional whole number.
func (o *object) intOr(name string, fallback int) int {
	if !o.has(name) {
		return fallback
	}
	return o.int(name)
}

func (o *object) textOr(name, fallback string) string {
	if !o.has(name) {
		return fallback
	}
	return o.text(name)
}

func (o *object) flag(name string, fallback bool) bool {
	if !o.has(name) {
		return fallback
	}
	on, ok := o.take(name).(bool)
	if !ok {
		o.fail(name)
	}
	return on
}

// sharedPicture names the second half of the view of the gaps; whatever else object_ref names is a record.
const sharedPicture = "shared"

// shown says whether everybody may see this record.
func (a acting) shown(id string) bool {
	r := a.board.Get(id)
	return r != nil && len(r.To) == 0
}

func showView(a acting) ([]Effect, *Refusal) {
	fields := Fields{"view": a.args.text("view"), "blank": false, "spotlight_step_id": nil, "object_ref": nil}
	if ref := a.args.textOr("object_ref", ""); ref != "" {
		if ref != sharedPicture && !a.shown(ref) {
			return nil, refuse("not_found", "object_ref")
		}
		fields["object_ref"] = ref
	}
	if a.args.has("show_join_code") {
		fields["show_join_code"] = a.args.flag("show_join_code", true)
	}
	return a.set(a.board.one("projector_state"), fields)
}

func blankScreen(a acting) ([]Effect, *Refusal) {
	screen := a.board.one("projector_state")
	return a.set(screen, Fields{"blank": a.args.flag("on", !screen.Bool("blank"))})
}

func spotlight(a acting) ([]Effect, *Refusal) {
	var step any
	if a.id != "" {
		step = a.id
	}
	return a.set(a.board.one("projector_state"), Fields{"spotlight_step_id": step})
}

func lockMap(a acting) ([]Effect, *Refusal) {
	return a.set(a.board.one("board"), Fields{"map_locked": a.args.flag("on", true)})
}

// closeDoor ends or allows joining with the code; who is in stays in, and comes back.
func closeDoor(a acting) ([]Effect, *Refusal) {
	return a.set(a.board.one("board"), Fields{"door_closed": a.args.flag("closed", true)})
}

// removePerson takes somebody off the board with their keys and with what they alone had sealed; what they shared stays, also what
// they shared with a pair or a four. Their name leaves the log with them.
func removePerson(a acting) ([]Effect, *Refusal) {
	person, no := a.record("person")
	if no != nil {
		return nil, no
	}
	if person.Str("role") == RoleFacilitator || person.ID == a.who.Person {
		return nil, refuse("not_allowed", "id")
	}
	return append(a.removalOf(person), forgotten(person.ID)), nil
}

// join seats somebody new: a person and the key of their seat. While the lobby is on, who comes by code waits at the door first.
// args: name, department_id?, role, hash.
func join(a acting) ([]Effect, *Refusal) {
	id, name, role := a.now.ID(), a.args.text("name"), a.args.text("role")
	if no := nameFits(a.now, name, role); no != nil {
		return nil, no
	}
	fields := Fields{"name": name, "role": role}
	if department := a.args.textOr("department_id", ""); department != "" {
		fields["department_id"] = department
	}
	if role == RoleParticipant && fields["department_id"] == nil {
		return nil, refuse("bad_value", "department_id")
	}
	came, no := a.come(id, fields)
	// The key names somebody who is only just being made, so it is built by hand and not checked against the board.
	key := &Record{ID: a.now.ID(), Kind: "key", At: a.now.At, To: []string{OnlyServer}, Fields: Fields{
		"hash": a.args.text("hash"), "use": "seat", "role": role, "person_id": id}}
	return append(came, Effect{E: "put", Record: key, To: key.To}), no
}

func (a acting) come(id string, fields Fields) ([]Effect, *Refusal) {
	role := fields["role"]
	if !a.board.Workshop().Lobby || role == RoleCoFacilitator || role == RoleFacilitator {
		return a.comeIn(id, fields)
	}
	knock, no := a.put("knock", fields)
	if no != nil {
		return nil, no
	}
	knock.Record.ID, knock.Record.By = id, ""
	return []Effect{knock}, nil
}

// seat makes one more key: for a link (facilitator, projector …) or for the seat it was exchanged for.
// args: hash, use, role, person_id?.
func seat(a acting) ([]Effect, *Refusal) {
	fields := Fields{"hash": a.args.text("hash"), "use": a.args.text("use"), "role": a.args.text("role")}
	if person := a.args.textOr("person_id", ""); person != "" {
		fields["person_id"] = person
	}
	effects := a.dropOldest(fields)
	key, no := a.put("key", fields, OnlyServer)
	return append(effects, key), no
}

// mostLinks is how many personal links one person may have at a time.
const mostLinks = 5

// dropOldest revokes a person's oldest personal link when one more is made than they may have.
func (a acting) dropOldest(fields Fields) []Effect {
	person, _ := fields["person_id"].(string)
	if fields["use"] != "personal" {
		return nil
	}
	links := slices.DeleteFunc(a.board.Hanging(person, "key"), func(k *Record) bool { return k.Str("use") != "personal" })
	if len(links) < mostLinks {
		return nil
	}
	return []Effect{{E: "del", ID: links[0].ID, To: links[0].To}}
}

// giveRole makes somebody a participant, observer, guest or co-facilitator. What they answered stays; whether it counts is asked at the
// reveal, like for everybody. Who leads is only the facilitator's to say. args: role.
func giveRole(a acting) ([]Effect, *Refusal) {
	person, no := a.record("person")
	if no != nil {
		return nil, no
	}
	role, was := a.args.text("role"), person.Str("role")
	if !slices.Contains([]string{RoleParticipant, RoleObserver, RoleGuest, RoleCoFacilitator}, role) {
		return nil, refuse("bad_value", "role")
	}
	if role == RoleParticipant && person.Str("department_id") == "" {
		return nil, refuse("bad_value", "department_id").reason("department")
	}
	leads := role == RoleCoFacilitator || was == RoleCoFacilitator
	if was == RoleFacilitator || person.ID == a.who.Person || (leads && !row("act", "role=co_facilitator").holds(a.board, a.who, false)) {
		return nil, refuse("not_allowed", "id")
	}
	effects, no := a.set(person, Fields{"role": role})
	for _, key := range a.board.Hanging(person.ID, "key") {
		if no == nil {
			var more []Effect
			more, no = a.set(key, Fields{"role": role})
			effects = append(effects, more...)
		}
	}
	return effects, no
}

// rekey makes a new link and ends the old one with every seat that came of it. A co-facilitator is a person, who stays until
// removed: of that link only the key goes. args: use, role, hash, keep? (the hash of the seat that asks).
func rekey(a acting) ([]Effect, *Refusal) {
	use, role, keep := a.args.text("use"), a.args.text("role"), a.args.textOr("keep", "")
	fields := Fields{"hash": a.args.text("hash"), "use": use, "role": role}
	var effects []Effect
	for _, key := range inOrder(a.board.byKind["key"]) {
		link := key.Str("use") == use
		if link && key.Str("person_id") != "" {
			fields["person_id"] = key.Str("person_id")
		}
		if link || key.Str("use") == "seat" && key.Str("role") == role && role != RoleCoFacilitator && key.Str("hash") != keep {
			effects = append(effects, Effect{E: "del", ID: key.ID, To: key.To})
		}
	}
	key, no := a.put("key", fields, OnlyServer)
	return append(effects, key), no
}

// recode notes the code that people type from now on. args: code.
func recode(a acting) ([]Effect, *Refusal) {
	return a.set(a.board.one("board"), Fields{"join_code": a.args.text("code")})
}
