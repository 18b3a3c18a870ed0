package boards

// Knock is somebody who joined by code while the lobby is on, or whose department is not at the table yet, and waits for the
// facilitator. They have a seat and no person yet: they see nothing of the board. Whoever is let in becomes a person under the same id,
// so the seat goes on.
type Knock struct {
	Name         string `field:"name,need,max=40"`
	DepartmentID string `field:"department_id,of=department"`
	Asks         string `field:"asks,max=40"` // the department that is missing, as they call it
	Role         string `field:"role,need,enum=participant|observer|guest"`
}

var knockKind = define[Knock](Kind{Name: "knock", Made: ByServer, Reach: ToPages, Limit: 1000})

func init() { knockKind.rule = personRule }

// Waiting says whether somebody still waits to be let in.
func (b *Board) Waiting(person string) bool {
	r := b.records[person]
	return r != nil && r.Kind == "knock"
}

// admit lets one person in, or everybody who waits when no id is given; on:false sends them away. Who asks for a department comes in
// with the one they are given; until then they wait, also when everybody is let in. args: on (default true), department_id?.
func admit(a acting) ([]Effect, *Refusal) {
	knocks, on, given := a.board.All("knock"), a.args.flag("on", true), a.args.textOr("department_id", "")
	if a.id != "" {
		knock, no := a.record("knock")
		if no != nil {
			return nil, no.reason("knock")
		}
		if on && given == "" && homeless(knock) {
			return nil, refuse("bad_value", "department_id").reason("department")
		}
		knocks = []*Record{knock}
	}
	var effects []Effect
	for _, knock := range knocks {
		if !on {
			effects = append(effects, deletion(a.board, knock, Actor{})...)
			continue
		}
		if given == "" && homeless(knock) {
			continue
		}
		came, no := a.comeIn(knock.ID, a.fromDoor(knock, given))
		if no != nil {
			return nil, no
		}
		effects = append(append(effects, Effect{E: "del", ID: knock.ID}), came...)
	}
	return effects, nil
}

// homeless says whether somebody waits for a department of their own.
func homeless(knock *Record) bool {
	return knock.Str("asks") != "" && knock.Str("role") == RoleParticipant
}

// fromDoor gives the person that somebody at the door becomes, in the department they chose or are given.
func (a acting) fromDoor(knock *Record, given string) Fields {
	fields := Fields{"name": knock.Str("name"), "role": knock.Str("role")}
	switch department := knock.Str("department_id"); {
	case given != "":
		fields["department_id"] = given
	case a.board.Get(department) != nil: // else it went while they waited
		fields["department_id"] = department
	}
	return fields
}

// comeIn puts a person on the board under an id, at a table where people write together.
func (a acting) comeIn(id string, fields Fields) ([]Effect, *Refusal) {
	fields["joined_at"] = isoTime(a.now.wall())
	person, no := a.put("person", fields)
	if no != nil {
		return nil, no
	}
	person.Record.ID, person.Record.By = id, ""
	effects := append([]Effect{person}, a.board.retold(nil, map[string]string{id: person.Record.Str("role")})...)
	if person.Record.Str("role") == RoleParticipant {
		grouped, no := a.joinsBreakout(id)
		if no != nil {
			return nil, no
		}
		effects = append(effects, grouped...)
	}
	if !takesPart(a.board, person.Record, "writing") {
		return effects, nil
	}
	seated, no := a.sitDown(id)
	return append(effects, seated...), no
}
