package boards

// Knock is somebody who joined by code while the lobby is on, and waits for the facilitator. They have a seat and no person yet: they
// see nothing of the board. Whoever is let in becomes a person under the same id, so the seat goes on.
type Knock struct {
	Name         string `field:"name,need,max=40"`
	DepartmentID string `field:"department_id,of=department"`
	Role         string `field:"role,need,enum=participant|observer|guest"`
}

var knockKind = define[Knock](Kind{Name: "knock", Made: ByServer, Reach: ToPages, Limit: 1000})

func init() { knockKind.rule = personRule }

// Waiting says whether somebody still waits to be let in.
func (b *Board) Waiting(person string) bool {
	r := b.records[person]
	return r != nil && r.Kind == "knock"
}

// admit lets one person in, or everybody who waits when no id is given; on:false sends them away. args: on (default true).
func admit(a acting) ([]Effect, *Refusal) {
	knocks, on := a.board.All("knock"), a.args.flag("on", true)
	if a.id != "" {
		knock, no := a.record("knock")
		if no != nil {
			return nil, no.reason("knock")
		}
		knocks = []*Record{knock}
	}
	var effects []Effect
	for _, knock := range knocks {
		if !on {
			effects = append(effects, deletion(a.board, knock, Actor{})...)
			continue
		}
		fields := Fields{"name": knock.Str("name"), "role": knock.Str("role"), "department_id": knock.Fields["department_id"]}
		if a.board.Get(knock.Str("department_id")) == nil { // it went while they waited
			delete(fields, "department_id")
		}
		came, no := a.comeIn(knock.ID, fields)
		if no != nil {
			return nil, no
		}
		effects = append(append(effects, Effect{E: "del", ID: knock.ID}), came...)
	}
	return effects, nil
}

// comeIn puts a person on the board under an id, at a table where people write together.
func (a acting) comeIn(id string, fields Fields) ([]Effect, *Refusal) {
	fields["joined_at"] = isoTime(a.now.wall())
	person, no := a.put("person", fields)
	if no != nil {
		return nil, no
	}
	person.Record.ID, person.Record.By = id, ""
	effects := []Effect{person}
	if !takesPart(a.board, person.Record, "writing") {
		return effects, nil
	}
	seated, no := a.sitDown(id)
	return append(effects, seated...), no
}
