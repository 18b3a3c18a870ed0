package boards

import "slices"

// What the customer wants, and how we know it (method.md 3.3).

// Need is what the customer wants: "I want … so that …", with the professional norm beside it.
type Need struct {
	Text             string   `field:"text,need,max=140"`
	StepIDs          []string `field:"step_ids,of=step,most=60"`
	Kano             string   `field:"kano,enum=basis|performance|attractive"`
	ProfessionalNorm string   `field:"professional_norm,max=140"`
	NormConflict     bool     `field:"norm_conflict,default=false"`
	EvidenceLevel    string   `field:"evidence_level,need,enum=known|assumed|unknown,default=assumed"`
}

var needKind = define[Need](Kind{Name: "need", Item: true, Limit: 200})

// Evidence is where we know something from.
type Evidence struct {
	Title      string   `field:"title,need,max=80"`
	Kind       string   `field:"kind,need,enum=interview|survey|complaint|review|call|own_observation|guest|example|data|document"`
	Link       string   `field:"link,max=500"`
	Date       string   `field:"date,date"`
	N          *int     `field:"n,min=1,max=100000000"`
	ObjectRefs []string `field:"object_refs,max=40,most=60"`
}

var evidenceKind = define[Evidence](Kind{Name: "evidence", Limit: 500, Firm: true})

// KnowledgeCard is one thing we know, think or do not know. Unknown becomes a to-do with an owner and a date.
type KnowledgeCard struct {
	Text        string   `field:"text,need,max=200"`
	Level       string   `field:"level,need,enum=known|assumed|unknown,default=assumed"`
	EvidenceIDs []string `field:"evidence_ids,of=evidence,most=20"`
	Owner       string   `field:"owner,max=40,person"`
	DueDate     string   `field:"due_date,date"`
}

var knowledgeCardKind = define[KnowledgeCard](Kind{Name: "knowledge_card", Item: true, Limit: 500})

// Interview is a talk of an employee with a customer, planned or done. CustomerRef is no full name; PlannedAt is the day it is to be and,
// once done, the day it was; the answers stand in the order of the guide.
type Interview struct {
	Interviewer string   `field:"interviewer,max=40,person"`
	Employee    string   `field:"employee,need,max=40,person"`
	CustomerRef string   `field:"customer_ref,need,max=40"`
	PlannedAt   string   `field:"planned_at,time"`
	Answers     []string `field:"answers,max=600,most=6,placed"`
	Status      string   `field:"status,need,enum=planned|done|cancelled,default=planned"`
}

var interviewKind = define[Interview](Kind{Name: "interview", Item: true, Limit: 200})

// proven are the kinds that evidence can be about.
var proven = []string{"pain", "need", "step", "knowledge_card"}

func init() {
	evidenceKind.rule = evidenceRule
	knowledgeCardKind.complete = func(r *Record) bool { return r.Str("level") != "known" || len(r.List("evidence_ids")) > 0 }
	needWords()
	evidenceWords()
}

// evidenceRule: evidence is about something that is there.
func evidenceRule(c change) (Fields, *Refusal) {
	if c.who.Role == RoleServer || !c.changed("object_refs") {
		return nil, nil
	}
	for _, id := range c.after.List("object_refs") {
		if r := c.board.Get(id); r == nil || len(r.To) > 0 || !slices.Contains(proven, r.Kind) {
			return nil, refuse("not_found", "object_refs")
		}
	}
	return nil, nil
}

func needWords() {
	called("need", Label{"Klantwens", "Customer need"}, map[string]Label{
		"text":              {"Wat wil de klant? Ik wil … zodat …", "What does the customer want? I want … so that …"},
		"professional_norm": {"Wat noemen vakmensen goed?", "What do professionals call good?"},
		"norm_conflict":     {"Botst dat met wat de klant wil?", "Does that clash with what the customer wants?"},
		"kano":              {"Wat doet deze wens?", "What does this need do?"},
		"evidence_level":    {"Hoe weten we dit?", "How do we know?"},
	}, nil)
	likeAnother("need.kano", "step.kano")
	likeAnother("need.evidence_level", "pain.evidence_level")
	called("knowledge_card", Label{"Kenniskaart", "Knowledge card"}, map[string]Label{
		"text":     {"Wat weten of denken we van klanten?", "What do we know or think about customers?"},
		"level":    {"Weten we dit, denken we dit, of weten we het niet?", "Do we know this, think it, or not know?"},
		"owner":    {"Wie zoekt dit uit?", "Who finds out?"},
		"due_date": {"Wanneer weten we het?", "When will we know?"},
	}, nil)
	likeAnother("knowledge_card.level", "pain.evidence_level")
}

func evidenceWords() {
	called("evidence", Label{"Bewijs", "Evidence"}, map[string]Label{
		"title": {"Waar weten we dit van?", "Where do we know this from?"},
		"kind":  {"Wat voor bewijs is het?", "What kind of evidence is it?"},
		"n":     {"Van hoeveel klanten?", "From how many customers?"},
		"link":  {"Waar staat het?", "Where is it?"},
	}, map[string][]Choice{"kind": append(slices.Clone(valueLabels["quote.kind"]),
		choices("data", "Cijfers", "Data", "document", "Document", "Document")...)})
	interviewWords()
}

func interviewWords() {
	called("interview", Label{"Klantgesprek", "Interview"}, map[string]Label{
		"employee":     {"Wie voert het gesprek?", "Who has the talk?"},
		"customer_ref": {"Met wie? Geen volledige naam.", "With whom? No full name."},
		"interviewer":  {"Stelt iemand anders de vragen? Leeg is niemand.", "Does somebody else ask the questions? Empty is nobody."},
		"planned_at":   {"Op welke dag?", "On which day?"},
		"status":       {"Hoe staat het ervoor?", "How do things stand?"},
	}, map[string][]Choice{
		"status": choices("planned", "Gepland", "Planned", "done", "Gedaan", "Done", "cancelled", "Gaat niet door", "Cancelled"),
		// The guide (method.md 3.3b): the first answer is to question 1, and so on.
		"answers": choices("1", "Wat wilde u bereiken?", "What did you want to achieve?",
			"2", "Vertel wat er gebeurde.", "Tell what happened.",
			"3", "Waar liep het stroef?", "Where did it get stuck?",
			"4", "Wat verraste u?", "What surprised you?",
			"5", "Wat vertelt u erover aan anderen?", "What do you tell others about it?",
			"6", "Wat moet blijven zoals het is?", "What should stay as it is?"),
	})
}
