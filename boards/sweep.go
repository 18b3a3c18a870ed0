package boards

import "strings"

// sweep takes everybody off the board who came in by the code and never did anything, in one go: what somebody with a loop leaves behind.
// Who leads stays, and so does who is named (args: keep, as the desk sees who is here). One forgetting for all of them: their names leave
// the log.
func sweep(a acting) ([]Effect, *Refusal) {
	stays := a.board.busy()
	for _, person := range a.args.texts("keep") {
		stays[person] = true
	}
	var effects []Effect
	gone := ""
	for _, person := range a.board.All("person") {
		if leads(person.Str("role")) || stays[person.ID] {
			continue
		}
		gone = person.ID
		effects = append(effects, Effect{E: "del", ID: person.ID, With: person.ID})
		for _, key := range inOrder(a.board.hanging[person.ID]) {
			effects = append(effects, Effect{E: "del", ID: key.ID, With: person.ID, To: key.To})
		}
	}
	if gone == "" {
		return nil, nil
	}
	return append(effects, forgotten(gone)), nil
}

func leads(role string) bool { return role == RoleFacilitator || role == RoleCoFacilitator }

// listsPeople are the kinds that name people who did nothing for it: whoever may answer is listed, and sat down at a table.
var listsPeople = map[string]bool{"round": true, "subgroup": true, "breakout": true, "key": true, "person": true, "poll_voters": true}

// busy gives everybody who did something: made or changed a record, answered, or stands in one.
func (b *Board) busy() map[string]bool {
	did := map[string]bool{}
	for page := range b.clients {
		person, _, _ := strings.Cut(page, "\n")
		did[person] = true
	}
	for _, person := range b.owners {
		did[person] = true
	}
	for _, r := range b.records {
		if listsPeople[r.Kind] {
			continue
		}
		did[r.By] = true
		for _, person := range r.To {
			did[person] = true
		}
		for _, v := range r.Fields {
			if id, is := v.(string); is && b.byKind["person"][id] != nil {
				did[id] = true
			}
		}
	}
	return did
}
