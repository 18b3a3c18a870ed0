package boards

import (
	"slices"
	"strings"
)

// Rule is a rule of the organisation, written or habitual (method.md 3.3). What the room decides about it is the decision of a person with
// a name; a law can be kept or asked about, never scrapped or changed here.
type Rule struct {
	Text                string   `field:"text,need,max=160"`
	CustomerSentence    string   `field:"customer_sentence,max=140"`
	Origin              string   `field:"origin,need,enum=law|contract|safety|money|system|habit|unknown,default=unknown"`
	Reason              string   `field:"reason,max=140"`
	TechnicallyPossible string   `field:"technically_possible,need,enum=yes|no|unknown,default=unknown"`
	MotherTest          string   `field:"mother_test,enum=yes|no"`
	Workaround          string   `field:"workaround,max=140"`
	CostOfKeeping       string   `field:"cost_of_keeping,max=140"`
	Verdict             string   `field:"verdict,enum=scrap|change|keep_with_room|keep|ask"`
	NewText             string   `field:"new_text,max=160"`
	Decider             string   `field:"decider,max=40,person"`
	ReviewDate          string   `field:"review_date,date"`
	StepIDs             []string `field:"step_ids,of=step,most=60"`
	Proxy               bool     `field:"proxy,server"`
	DepartmentID        string   `field:"department_id,max=40,id=department,server"`
}

var ruleKind = define[Rule](Kind{Name: "rule", Item: true, Limit: 100, Ordered: true, Veiled: true})

// notForLaws are the verdicts that a law cannot get in a workshop.
var notForLaws = []string{"scrap", "change"}

// decisions are the fields of a rule that are the decider's to write.
var decisions = []string{"verdict", "new_text", "decider", "review_date"}

func init() {
	ruleKind.rule = ruleRule
	ruleWords()
}

// ruleRule: no law is scrapped or changed, and who decides on their own device gives their own name.
func ruleRule(c change) (Fields, *Refusal) {
	if c.after.Str("origin") == "law" && slices.Contains(notForLaws, c.after.Str("verdict")) &&
		(c.changed("verdict") || c.changed("origin")) {
		return nil, refuse("bad_value", "verdict").reason("law")
	}
	if c.who.facilitates() || !slices.ContainsFunc(decisions, c.changed) {
		return nil, nil
	}
	if isOwnName(c.board, c.who, c.after.Str("decider")) || c.after.Str("decider") == "" && c.after.Str("verdict") == "" {
		return nil, nil
	}
	return nil, refuse("not_allowed", "decider").reason("decider")
}

// isOwnName says whether a name is that of who acts.
func isOwnName(b *Board, who Actor, name string) bool {
	person := b.Get(who.Person)
	return person != nil && name != "" && strings.TrimSpace(name) == person.Str("name")
}

func ruleWords() {
	called("rule", Label{"Regel", "Rule"}, map[string]Label{
		"text":                 {"Welke regel is het?", "Which rule is it?"},
		"customer_sentence":    {"Wat hoort de klant dan?", "What does the customer hear then?"},
		"origin":               {"Waar komt hij vandaan?", "Where does it come from?"},
		"reason":               {"Waarvoor was de regel?", "What was it for?"},
		"technically_possible": {"Kan het wel?", "Is it possible at all?"},
		"mother_test":          {"Zou je je moeder zo helpen?", "Would you treat your mother this way?"},
		"workaround":           {"Hoe lossen mensen het nu op?", "How do people get round it now?"},
		"cost_of_keeping":      {"Wat kost houden?", "What does keeping cost?"},
		"verdict":              {"Wat doen we met deze regel?", "What do we do with this rule?"},
		"new_text":             {"Hoe luidt hij voortaan?", "How does it read from now on?"},
		"decider":              {"Wie beslist?", "Who decides?"},
		"review_date":          {"Wanneer kijken we terug?", "When do we look back?"},
	}, map[string][]Choice{
		"origin": choices("law", "Wet", "Law", "contract", "Contract", "Contract", "safety", "Veiligheid", "Safety",
			"money", "Geld", "Money",
			"system", "Systeem", "System", "habit", "Gewoonte", "Habit", "unknown", "Weet niemand", "Nobody knows"),
		"technically_possible": choices("yes", "Ja", "Yes", "no", "Nee", "No", "unknown", "Weten we niet", "We don't know"),
		"mother_test":          choices("yes", "Ja", "Yes", "no", "Nee", "No"),
		"verdict": choices("scrap", "Schrappen", "Scrap", "change", "Aanpassen", "Change",
			"keep_with_room", "Houden met ruimte", "Keep with room",
			"keep", "Houden", "Keep", "ask", "Vragen aan de leiding", "Ask management"),
	})
}
