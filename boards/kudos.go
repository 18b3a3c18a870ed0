package boards

// Kudos is recognition: who did something for a customer (method.md 3.3). It leaves the room only when the person named says yes.
type Kudos struct {
	ToName  string `field:"to_name,need,max=60,person"`
	Act     string `field:"act,need,max=160"`
	StepID  string `field:"step_id,of=step"`
	Consent string `field:"consent,need,enum=yes|pending|no,default=pending"`
}

var kudosKind = define[Kudos](Kind{Name: "kudos", Item: true, Limit: 200, Consent: "consent"})

func init() {
	kudosKind.rule = kudosRule
	called("kudos", Label{"Podium", "Podium"}, map[string]Label{
		"to_name": {"Wie zet je op het podium?", "Whom do you put on the podium?"},
		"act":     {"Wat deed die voor een klant?", "What did they do for a customer?"},
		"consent": {"Mag dit in het verslag?", "May this be in the report?"},
	}, map[string][]Choice{"consent": choices("yes", "Ja", "Yes", "pending", "Nog vragen", "Still to ask", "no", "Nee", "No")})
}

// kudosRule: the person named says whether it may leave the room, or a facilitator who asked them.
func kudosRule(c change) (Fields, *Refusal) {
	consent := c.after.Str("consent")
	if c.who.facilitates() || !c.changed("consent") || c.before == nil && consent == "pending" ||
		isOwnName(c.board, c.who, c.after.Str("to_name")) {
		return nil, nil
	}
	return nil, refuse("not_allowed", "consent").reason("consent")
}
