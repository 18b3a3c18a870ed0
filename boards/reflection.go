package boards

// Reflection is what somebody thinks about themselves ("where am I the waitress?", method.md 3.3): theirs alone until they share it, and
// then without their name unless they want it there.
type Reflection struct {
	Text   string `field:"text,need,max=280"`
	Shared bool   `field:"shared,default=false"`
	Named  bool   `field:"named,default=false"`
}

var reflectionKind = define[Reflection](Kind{Name: "reflection", Item: true, Limit: 2000, Veiled: true, Alone: true, Shows: "shared",
	Signed: "named"})

func init() {
	reflectionKind.rule = reflectionRule
	called("reflection", Label{"Spiegelmoment", "Mirror moment"}, map[string]Label{
		"text":   {"Waar ben ík de serveerster?", "Where am I the waitress?"},
		"shared": {"Wil je dit delen?", "Do you want to share this?"},
		"named":  {"Met je naam erbij?", "With your name?"},
	}, nil)
}

// reflectionRule: what was shared cannot be hidden again.
func reflectionRule(c change) (Fields, *Refusal) {
	if c.before != nil && c.before.Bool("shared") && !c.after.Bool("shared") && c.who.Role != RoleServer {
		return nil, refuse("locked", "shared").reason("shared")
	}
	return nil, nil
}
