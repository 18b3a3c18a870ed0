package boards

// The off-menu test (method.md 3.3): a customer asks for something that is not on the menu. Are we ready for it?

// RequestCard is a request of the deck, from the template or somebody's own.
type RequestCard struct {
	Text   string `field:"text,need,max=160"`
	StepID string `field:"step_id,of=step"`
}

var requestCardKind = define[RequestCard](Kind{Name: "request_card", Plan: true, Limit: 200, Ordered: true})

// OffmenuTest is one request tried at one step: six lamps, each judged or still open, with a note.
type OffmenuTest struct {
	StepID          string `field:"step_id,need,of=step"`
	Request         string `field:"request,need,max=160"`
	Fallback        *bool  `field:"check_fallback"`
	NoteFallback    string `field:"note_fallback,max=140"`
	AskBack         *bool  `field:"check_ask_back"`
	NoteAskBack     string `field:"note_ask_back,max=140"`
	Alternative     *bool  `field:"check_alternative"`
	NoteAlternative string `field:"note_alternative,max=140"`
	Mandate         *bool  `field:"check_mandate"`
	NoteMandate     string `field:"note_mandate,max=140"`
	Backstage       *bool  `field:"check_backstage_agreed"`
	NoteBackstage   string `field:"note_backstage_agreed,max=140"`
	Tone            *bool  `field:"check_tone"`
	NoteTone        string `field:"note_tone,max=140"`
	MandateID       string `field:"mandate_id,of=mandate"`
	DepartmentID    string `field:"department_id,of=department"`
	TestedAt        string `field:"tested_at,time"`
}

var offmenuTestKind = define[OffmenuTest](Kind{Name: "offmenu_test", Limit: 500, Parent: "step_id"})

// OffmenuChecks are the six lamps, in their order.
var OffmenuChecks = []string{"check_fallback", "check_ask_back", "check_alternative", "check_mandate", "check_backstage_agreed",
	"check_tone"}

// Roleplay is a scene at a step. What the customer really wants stands on a card that only they and who leads can read.
type Roleplay struct {
	StepID                string `field:"step_id,need,of=step"`
	SecretCard            string `field:"secret_card,max=300,aside"`
	CustomerParticipantID string `field:"customer_participant_id,of=person,person"`
	EmployeeParticipantID string `field:"employee_participant_id,of=person,person"`
	Minutes               int    `field:"minutes,need,min=1,max=15,default=3"`
}

var roleplayKind = define[Roleplay](Kind{Name: "roleplay", Limit: 100, Parent: "step_id", Confidant: "customer_participant_id"})

// Observation is what one person saw in a scene: five things, yes or no. Whose it is, is told to nobody.
type Observation struct {
	RoleplayID string `field:"roleplay_id,need,of=roleplay"`
	Contact    bool   `field:"contact,default=false"`
	AskedBack  bool   `field:"asked_back,default=false"`
	Suggested  bool   `field:"suggested,default=false"`
	Tone       bool   `field:"tone,default=false"`
	Initiative bool   `field:"initiative,default=false"`
	Note       string `field:"note,max=200"`
}

var observationKind = define[Observation](Kind{Name: "observation", Limit: 5000, Parent: "roleplay_id", Veiled: true, Nameless: true})

func init() {
	offmenuTestKind.rule, observationKind.rule = offmenuRule, observationRule
	offmenuWords()
}

// offmenuRule notes when a test is first judged: from then on it counts.
func offmenuRule(c change) (Fields, *Refusal) {
	if c.after.Str("tested_at") != "" {
		return nil, nil
	}
	for _, check := range OffmenuChecks {
		if c.after.Fields[check] != nil {
			return Fields{"tested_at": isoTime(c.now.wall())}, nil
		}
	}
	return nil, nil
}

// observationRule: one per person and scene.
func observationRule(c change) (Fields, *Refusal) {
	if c.before != nil || c.who.Person == "" {
		return nil, nil
	}
	for _, r := range c.board.Hanging(c.after.Str("roleplay_id"), "observation") {
		if r.ID != c.after.ID && c.board.Owner(r) == c.who.Person {
			return nil, refuse("already", "roleplay_id").reason("observation")
		}
	}
	return nil, nil
}

func offmenuWords() {
	called("request_card", Label{"Vraag buiten de kaart", "Off-menu request"}, map[string]Label{
		"text": {"Wat vraagt de klant?", "What does the customer ask?"},
	}, nil)
	called("offmenu_test", Label{"Lamsvleestest", "Off-menu test"}, map[string]Label{
		"request":                {"Wat vraagt de klant?", "What does the customer ask?"},
		"step_id":                {"Bij welke stap?", "At which step?"},
		"check_fallback":         {"Terugvaloptie: we hebben iets voor deze vraag", "Fallback: we have something for this request"},
		"check_ask_back":         {"Doorvragen: we vragen waarom", "Ask back: we ask why"},
		"check_alternative":      {"Alternatief: we doen een voorstel", "Alternative: we make a suggestion"},
		"check_mandate":          {"Mandaat: deze medewerker mag het beslissen", "Mandate: this employee may decide"},
		"check_backstage_agreed": {"Achterkant akkoord: de afdeling erachter doet mee", "Back stage agrees: the team behind it joins in"},
		"check_tone":             {"Toon: de klant merkt geen irritatie", "Tone: the customer notices no irritation"},
	}, nil)
	called("roleplay", Label{"Rollenspel", "Role play"}, map[string]Label{
		"secret_card": {"Wat wil de klant echt? Alleen de klantspeler leest dit.",
			"What does the customer really want? Only the customer player reads this."},
		"customer_participant_id": {"Wie speelt de klant?", "Who plays the customer?"},
		"employee_participant_id": {"Wie speelt de medewerker?", "Who plays the employee?"},
		"minutes":                 {"Hoeveel minuten?", "How many minutes?"},
	}, nil)
	called("observation", Label{"Observatie", "Observation"}, map[string]Label{
		"contact":    {"Contact gemaakt", "Made contact"},
		"asked_back": {"Doorgevraagd", "Asked back"},
		"suggested":  {"Voorstel gedaan", "Made a suggestion"},
		"tone":       {"Vriendelijke toon", "Friendly tone"},
		"initiative": {"Nam initiatief", "Took initiative"},
	}, nil)
}
