package boards

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
		"open":       openRound,
		"reveal":     revealRound,
		"cancel":     cancelRound,
		"stage":      nextStage,
		"ready":      sayReady,
		"merge":      merge,
		"park":       park,
		"start":      startItem,
		"stop":       stopItem,
		"skip":       skipItem,
		"next":       nextItem,
		"extend":     extendItem,
		"timer":      setTimer,
		"show":       showView,
		"blank":      blankScreen,
		"spotlight":  spotlight,
		"floor":      giveFloor,
		"hand":       raiseHand,
		"split":      split,
		"place":      placeIn,
		"gather":     gather,
		"lock":       lockMap,
		"close":      closeWorkshop,
		"reopen":     reopenWorkshop,
		"keep":       keep,
		"commit":     commitToIndicator,
		"open_notes": openNotes,
		"admit":      admit,
		"role":       giveRole,
		"remove":     removePerson,
		"erase":      eraseOwn,
		"door":       closeDoor,
		"join":       join,
		"seat":       seat,
		"owner":      linkOwner,
		"rekey":      rekey,
		"recode":     recode,
		"survey":     takeSurvey,
		"picture":    takePicture,
		"mend":       mend,
		"sweep":      sweep,
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

// put gives a fresh record of the server's making, unless the board has as many as it may.
func (a acting) put(kind string, fields Fields, to ...string) (Effect, *Refusal) {
	if a.board.Count(kind) >= kindsByName[kind].Limit {
		return Effect{}, refuse("full", kind)
	}
	return a.make(kind, fields, to...)
}

// make gives a fresh record whatever the limit: what a reveal writes was counted before (Collection.fits, roomFor).
func (a acting) make(kind string, fields Fields, to ...string) (Effect, *Refusal) {
	k := kindsByName[kind]
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
