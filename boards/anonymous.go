package boards

import (
	"slices"
	"time"
)

// AnonymousNote is a note of the coffee machine (method.md 3.3): nobody knows whose it is nor when it was written, and nobody reads it
// before the facilitator opens the box. The server keeps the author only until then.
type AnonymousNote struct {
	Text string `field:"text,need,max=280"`
	Day  string `field:"day,date,server"`
}

var anonymousNoteKind = define[AnonymousNote](Kind{Name: "anonymous_note", Item: true, Limit: 2000, Alone: true})

func init() {
	anonymousNoteKind.rule = anonymousNoteRule
	called("anonymous_note", Label{"Koffieautomaat", "Coffee machine"}, map[string]Label{
		"text": {"Wat zeg je alleen bij de koffieautomaat?", "What do you say only at the coffee machine?"},
	}, nil)
}

// anonymousNoteRule keeps the day and no moment finer than that.
func anonymousNoteRule(c change) (Fields, *Refusal) {
	if c.before != nil {
		return nil, nil
	}
	day := c.now.wall() / Day * Day
	if c.who.Role == RoleServer { // of a file
		day = c.after.At / Day * Day
	}
	c.after.At = day
	if c.after.Str("day") != "" { // an imported note has its own
		return nil, nil
	}
	return Fields{"day": time.UnixMilli(day).UTC().Format(time.DateOnly)}, nil
}

// openNotes writes every note of the box anew for everybody, shuffled: new ids, no author. Who wrote them is forgotten, in the log too.
func openNotes(a acting) ([]Effect, *Refusal) {
	var box []*Record
	for _, person := range a.board.answerers() {
		for _, r := range a.board.sealedBy(person) {
			if r.Kind == "anonymous_note" && r.Str("text") != "" {
				box = append(box, r)
			}
		}
	}
	var effects []Effect
	for _, i := range a.now.Perm(len(box)) {
		shown := *box[i]
		shown.ID, shown.By, shown.To = a.now.ID(), "", nil
		effects = append(effects, Effect{E: "put", Record: &shown})
	}
	for _, r := range box {
		effects = append(effects, Effect{E: "del", ID: r.ID, To: slices.Clone(r.To)})
	}
	if len(box) > 0 {
		effects = append(effects, forgotten(box[0].ID))
	}
	return effects, nil
}
