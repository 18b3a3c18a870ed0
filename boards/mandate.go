package boards

// Mandate is what somebody may decide without asking (method.md 3.3). It is signed when who grants it has put their name under it.
type Mandate struct {
	Role          string `field:"role,need,max=60"`
	StepID        string `field:"step_id,of=step"`
	Trigger       string `field:"trigger,need,max=140"`
	MayDo         string `field:"may_do,need,max=140"`
	Kind          string `field:"kind,need,enum=deviate|compensate|decide,default=decide"`
	LimitCents    *int   `field:"limit_cents,min=0,max=10000000"`
	LimitMinutes  *int   `field:"limit_minutes,min=0,max=10080"`
	NoLimitReason string `field:"no_limit_reason,max=80"`
	NoAsk         bool   `field:"no_ask,need,default=true"`
	ReportWhere   string `field:"report_where,need,max=80"`
	GrantedBy     string `field:"granted_by,max=40,person"`
	GrantedAt     string `field:"granted_at,time,server"`
	ReviewDate    string `field:"review_date,need,date"`
}

var mandateKind = define[Mandate](Kind{Name: "mandate", Item: true, Limit: 60})

// Signed says whether somebody granted it.
func (m Mandate) Signed() bool { return m.GrantedBy != "" && m.GrantedAt != "" }

func init() {
	mandateKind.rule = mandateRule
	mandateKind.complete = hasLimit
	mandateWords()
}

// hasLimit: a mandate has a limit, or says why it has none.
func hasLimit(r *Record) bool {
	return r.Fields["limit_cents"] != nil || r.Fields["limit_minutes"] != nil || r.Str("no_limit_reason") != ""
}

// mandateRule: it is signed whole, by one person, with their own name unless a facilitator writes it for somebody without a device; what
// is changed after that must be signed again.
func mandateRule(c change) (Fields, *Refusal) {
	if c.changed("granted_by") {
		return signs(c)
	}
	if c.before == nil || c.before.Str("granted_by") == "" || c.who.Role == RoleServer {
		return nil, nil
	}
	for i := range mandateKind.Fields {
		if c.changed(mandateKind.Fields[i].Name) {
			return Fields{"granted_by": nil, "granted_at": nil}, nil
		}
	}
	return nil, nil
}

func signs(c change) (Fields, *Refusal) {
	name, before := c.after.Str("granted_by"), ""
	if c.before != nil {
		before = c.before.Str("granted_by")
	}
	own := isOwnName(c.board, c.who, name)
	switch {
	case c.who.Role == RoleServer && name != "": // an imported card keeps its moment
		return nil, nil
	case name == "" && (c.who.facilitates() || before == "" || isOwnName(c.board, c.who, before)):
		return Fields{"granted_at": nil}, nil
	case name == "":
		return nil, refuse("not_allowed", "granted_by").reason("granter")
	case before != "":
		return nil, refuse("already", "granted_by").reason("signed")
	case !hasLimit(c.after):
		return nil, refuse("bad_value", "granted_by").reason("limit")
	case !c.after.Complete():
		return nil, refuse("bad_value", "granted_by").reason("unfinished")
	case !own && !c.who.facilitates():
		return nil, refuse("not_allowed", "granted_by").reason("granter")
	}
	return Fields{"granted_at": isoTime(c.now.wall())}, nil
}

func mandateWords() {
	called("mandate", Label{"Mandaatkaart", "Mandate card"}, map[string]Label{
		"role":            {"Wie mag dit?", "Who may do this?"},
		"trigger":         {"Als …", "When …"},
		"may_do":          {"Wat mag je dan?", "What may you do then?"},
		"kind":            {"Wat voor mandaat?", "What kind of mandate?"},
		"limit_cents":     {"Tot hoeveel euro?", "Up to how many euros?"},
		"limit_minutes":   {"Tot hoeveel minuten?", "Up to how many minutes?"},
		"no_limit_reason": {"Waarom geen grens?", "Why no limit?"},
		"no_ask":          {"Zonder te vragen?", "Without asking?"},
		"report_where":    {"Waar meld je het?", "Where do you report it?"},
		"granted_by":      {"Wie geeft dit mandaat?", "Who grants this mandate?"},
		"review_date":     {"Wanneer kijken we terug?", "When do we look back?"},
	}, map[string][]Choice{
		"kind": choices("deviate", "Afwijken van de regel", "Deviate from the rule", "compensate", "Iets goedmaken", "Make something good",
			"decide", "Zelf beslissen", "Decide yourself"),
	})
}
