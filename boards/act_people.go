package boards

import (
	"slices"
	"strings"
)

// join seats somebody new: a person and the key of their seat. Who comes by code waits at the door first while the lobby is on, and
// always when they ask for a department that is not there. args: name, department_id?, asks?, role, hash, by? (the hash of the link they
// came with).
func join(a acting) ([]Effect, *Refusal) {
	id, name, role := a.now.ID(), a.args.text("name"), a.args.text("role")
	if no := nameFits(a.now, name, role); no != nil {
		return nil, no
	}
	fields := Fields{"name": name, "role": role}
	if department := a.args.textOr("department_id", ""); department != "" {
		fields["department_id"] = department
	}
	if asks := a.args.textOr("asks", ""); asks != "" && fields["department_id"] == nil {
		if named := a.departmentNamed(asks); named != "" {
			fields["department_id"] = named
		} else {
			fields["asks"] = asks
		}
	}
	if role == RoleParticipant && fields["department_id"] == nil && fields["asks"] == nil {
		return nil, refuse("bad_value", "department_id")
	}
	key := Fields{"hash": a.args.text("hash"), "use": "seat", "role": role, "person_id": id}
	var gone []Effect
	if by := a.args.textOr("by", ""); by != "" {
		link := a.board.KeyOf(by)
		if link == nil {
			return nil, refuse("not_found", "by")
		}
		gone, key = a.displaced(link, "seat"), cameOf(link, key)
	}
	if known := a.waitedFor(fields); known != "" {
		key["person_id"] = known
		came, no := a.sitDownAt(known)
		return append(append(gone, came...), a.key(key)), no
	}
	came, no := a.come(id, fields)
	return append(append(gone, came...), a.key(key)), no
}

// departmentNamed gives the department of that name, however it is spelled; "" when there is none.
func (a acting) departmentNamed(name string) string {
	for _, department := range a.board.All("department") {
		if strings.EqualFold(strings.TrimSpace(department.Str("name")), strings.TrimSpace(name)) {
			return department.ID
		}
	}
	return ""
}

// waitedFor gives somebody of an imported board whom nobody sits for yet and who bears this name in this department and role: whoever
// says so at the door is them, and finds their own work. Behind the lobby everybody is somebody new, whom the facilitator knows.
func (a acting) waitedFor(fields Fields) string {
	if a.board.Workshop().Lobby || fields["asks"] != nil {
		return ""
	}
	for _, person := range a.board.All("person") {
		same := strings.EqualFold(person.Str("name"), fields["name"].(string)) && person.Str("role") == fields["role"] &&
			sameValue(person.Fields["department_id"], fields["department_id"])
		if same && person.Str("role") != RoleFacilitator && !a.board.seated(person.ID) {
			return person.ID
		}
	}
	return ""
}

// seated says whether somebody has a seat, or ever had one: a link of theirs, or something that lies sealed for them.
func (b *Board) seated(person string) bool {
	return len(b.Hanging(person, "key")) > 0 || len(b.sealed[person]) > 0
}

// sitDownAt gives somebody a place at a table where people write together.
func (a acting) sitDownAt(person string) ([]Effect, *Refusal) {
	if !takesPart(a.board, a.board.Get(person), "writing") {
		return nil, nil
	}
	return a.sitDown(person)
}

func (a acting) come(id string, fields Fields) ([]Effect, *Refusal) {
	role := fields["role"]
	if fields["asks"] == nil && !a.board.Workshop().Lobby || role == RoleCoFacilitator || role == RoleFacilitator {
		return a.comeIn(id, fields)
	}
	knock, no := a.put("knock", fields)
	if no != nil {
		return nil, no
	}
	knock.Record.ID, knock.Record.By = id, ""
	return []Effect{knock}, nil
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
	return append(effects, a.board.retold(nil, map[string]string{person.ID: role})...), no
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
