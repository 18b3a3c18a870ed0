package boards

// The words of kinds, fields and values, each once: the pages get them in labels.gen.ts, report, workbook and CSV read them here
// (LabelInLine).

var kindLabels = map[string]Label{
	"agenda_item":     {"Onderdeel", "Item"},
	"cell":            {"Vak", "Cell"},
	"department":      {"Afdeling", "Department"},
	"fix":             {"Oplossing", "Fix"},
	"handoff":         {"Overdracht", "Hand-off"},
	"journey":         {"Klantreis", "Customer journey"},
	"leading_vote":    {"Wie leidend is", "Who leads"},
	"note":            {"Notitie", "Note"},
	"ownership_claim": {"Van wie", "Whose"},
	"pain":            {"Pijnpunt", "Pain"},
	"parking_item":    {"Geparkeerd", "Parked"},
	"person":          {"Mens", "Person"},
	"persona":         {"Klant", "Customer"},
	"phase":           {"Fase", "Phase"},
	"quote":           {"Uitspraak", "Quote"},
	"rating":          {"Score", "Rating"},
	"step":            {"Stap", "Step"},
	"vote":            {"Stip", "Dot"},
	"board":           {"Bord", "Board"},
}

// questionLabels are how fields are asked for; %s is what the customer is called.
var questionLabels = map[string]Label{
	"fix.status":             {"Status", "Status"},
	"leading_vote.value":     {"Wie is hier leidend?", "Who leads here?"},
	"ownership_claim.answer": {"Is deze stap van jouw afdeling?", "Is this step yours?"},
	"pain.audience":          {"Wie raakt dit?", "Who does this hurt?"},
	"pain.cause_categories":  {"Wat voor oorzaak?", "What kind of cause?"},
	"pain.control":           {"Wie kan dit veranderen?", "Who can change this?"},
	"pain.evidence_level":    {"Hoe weten we dit?", "How do we know?"},
	"pain.frequency":         {"Hoe vaak?", "How often?"},
	"pain.severity":          {"Hoe erg voor %s?", "How bad for %s?"},
	"pain.minutes_lost":      {"Hoeveel tijd kost het?", "How much time does it take?"},
	"quote.consent":          {"Mag dit getoond worden?", "May this be shown?"},
	"quote.source":           {"Wie zei dit?", "Who said this?"},
	"step.channel":           {"Hoe is er contact?", "How do they get in touch?"},
	"step.leading":           {"Wie is hier leidend?", "Who leads here?"},
	"step.outcome":           {"Hoe liep het af voor de klant?", "How did it end for the customer?"},
	"step.repeats_story":     {"Vertelt de klant het opnieuw?", "Does the customer tell it again?"},
	"step.wait_minutes":      {"Hoe lang wacht de klant?", "How long does the customer wait?"},
}

// headLabels are how a column of their values is called, where that is shorter than the question.
var headLabels = map[string]Label{
	"fix.kind":              {"Soort", "Kind"},
	"pain.audience":         {"Wie het raakt", "Who it hurts"},
	"pain.cause_categories": {"Oorzaak", "Cause"},
	"pain.control":          {"Wie kan het oplossen?", "Who can solve it?"},
	"pain.frequency":        {"Hoe vaak", "How often"},
	"pain.severity":         {"Ernst", "Severity"},
	"step.channel":          {"Kanaal", "Channel"},
}

// hintLabels say what a value means, small below it where somebody chooses.
var hintLabels = map[string]map[string]Label{
	"pain.control": {
		"self":     {"De mensen in deze kamer", "The people in this room"},
		"together": {"Met een andere afdeling of de leiding", "With another department or the management"},
		"outside":  {"Wet, leverancier of partner", "Law, supplier or partner"},
	},
	"pain.evidence_level": {
		"known":   {"Van klanten gehoord, gezien of gemeten", "Heard, seen or measured with customers"},
		"assumed": {"Onze eigen inschatting, nog niet nagevraagd", "Our own estimate, not checked yet"},
		"unknown": {"Moeten we uitzoeken", "We have to find out"},
	},
	"pain.severity": {
		"1": {"Even slikken, en door", "A sigh, and on you go"},
		"2": {"Je merkt het en het kost moeite", "You notice it and it takes effort"},
		"3": {"Het houdt je echt op", "It really holds you up"},
		"4": {"Je verliest tijd, geld of vertrouwen", "You lose time, money or trust"},
		"5": {"Je wilt hier weg, of je wordt geschaad", "You want to leave, or you are harmed"},
	},
	"person.role": {
		"participant": {"Je schrijft, scoort en stemt mee.", "You write, rate and vote."},
		"observer":    {"Je kijkt mee. Je scoort en stemt niet.", "You watch. You do not rate or vote."},
		"guest":       {"Je bent zelf klant en vertelt hoe het echt ging.", "You are a customer yourself and tell how it really went."},
	},
	"quote.consent": {
		"given":       {"Op de beamer en in het verslag", "On the projector and in the report"},
		"none_needed": {"Niemand is eraan te herkennen", "Nobody can be recognised by it"},
		"missing":     {"Blijft van de beamer en uit het verslag", "Stays off the projector and out of the report"},
	},
	"step.leading": {
		"customer": {"We doen wat deze klant nu helpt", "We do what helps this customer now"},
		"task":     {"We doen wat op onze lijst staat", "We do what is on our list"},
		"process":  {"We volgen de afgesproken weg", "We follow the agreed way"},
		"system":   {"We doen wat het scherm toelaat", "We do what the screen allows"},
		"product":  {"We doen wat het product kan", "We do what the product can do"},
	},
}

// sameLabels are fields whose values read like those of another.
var sameLabels = map[string]string{
	"knock.role":           "person.role",
	"projector_state.view": "agenda_item.projector_view",
}

var valueLabels = map[string][]Choice{
	"agenda_item.activity": activityLabels(),
	"agenda_item.projector_view": {
		{"lobby", Label{"Welkom", "Welcome"}, Label{}},
		{"agenda", Label{"Agenda", "Agenda"}, Label{}},
		{"persona", Label{"Klant", "Customer"}, Label{}},
		{"needs", Label{"Klantwensen", "Customer needs"}, Label{}},
		{"knowledge", Label{"Wat weten we?", "What do we know?"}, Label{}},
		{"map", Label{"Kaart", "Map"}, Label{}},
		{"curve", Label{"Curve", "Curve"}, Label{}},
		{"gaps", Label{"Kloof", "Gap"}, Label{}},
		{"ownership", Label{"Van wie?", "Whose?"}, Label{}},
		{"notes", Label{"Pijnpunten", "Pains"}, Label{}},
		{"vote", Label{"Stippen", "Dots"}, Label{}},
		{"rules", Label{"Regels", "Rules"}, Label{}},
		{"offmenu", Label{"Buiten de kaart", "Off the menu"}, Label{}},
		{"mandate", Label{"Mandaat", "Mandate"}, Label{}},
		{"causes", Label{"Oorzaken", "Causes"}, Label{}},
		{"delights", Label{"Verrassingen", "Delights"}, Label{}},
		{"matrix", Label{"Impact en moeite", "Impact and effort"}, Label{}},
		{"actions", Label{"Acties", "Actions"}, Label{}},
		{"indicator", Label{"Klantcijfer", "Customer number"}, Label{}},
		{"story", Label{"Verhalen", "Stories"}, Label{}},
		{"mirror", Label{"Spiegel", "Mirror"}, Label{}},
		{"promise", Label{"Belofte", "Promise"}, Label{}},
		{"coffee", Label{"Koffieautomaat", "Coffee machine"}, Label{}},
		{"reflection", Label{"Spiegelmoment", "Mirror moment"}, Label{}},
		{"backwards", Label{"Achterstevoren", "Backwards"}, Label{}},
		{"loops", Label{"Nog open", "Still open"}, Label{}},
		{"lessons", Label{"Lessen", "Lessons"}, Label{}},
		{"break", Label{"Pauze", "Break"}, Label{}},
		{"item", Label{"Onderdeel", "Item"}, Label{}},
		{"close", Label{"Slot", "Close"}, Label{}},
		{"summary", Label{"Samenvatting", "Summary"}, Label{}},
	},
	"agenda_item.state": {
		{"planned", Label{"Gepland", "Planned"}, Label{}},
		{"running", Label{"Loopt", "Running"}, Label{}},
		{"done", Label{"Klaar", "Done"}, Label{}},
		{"skipped", Label{"Overgeslagen", "Skipped"}, Label{}},
	},
	"board.language": {
		{"nl", Label{"Nederlands", "Dutch"}, Label{"Nederlands", "Dutch"}},
		{"en", Label{"Engels", "English"}, Label{"Engels", "English"}},
	},
	"board.status": {
		{"draft", Label{"In voorbereiding", "Being prepared"}, Label{}},
		{"running", Label{"Bezig", "Running"}, Label{}},
		{"paused", Label{"Gepauzeerd", "Paused"}, Label{}},
		{"closed", Label{"Afgesloten", "Closed"}, Label{}},
		{"archived", Label{"Opgeborgen", "Archived"}, Label{}},
	},
	"cell.lane": {
		{"evidence", Label{"Zichtbaar", "Evidence"}, Label{}},
		{"front", Label{"Voorkant", "Front stage"}, Label{}},
		{"back", Label{"Achterkant", "Back stage"}, Label{}},
		{"support", Label{"Ondersteunend", "Support"}, Label{}},
	},
	"department.stage": {
		{"front", Label{"Voorkant", "Front stage"}, Label{}},
		{"back", Label{"Achterkant", "Back stage"}, Label{}},
		{"support", Label{"Ondersteuning", "Support"}, Label{}},
		{"partner", Label{"Partner", "Partner"}, Label{}},
	},
	"fix.kind": {
		{"quick", Label{"Snel", "Quick"}, Label{}},
		{"process", Label{"Proces", "Process"}, Label{}},
		{"rule", Label{"Regel", "Rule"}, Label{}},
		{"mandate", Label{"Mandaat", "Mandate"}, Label{}},
		{"training", Label{"Training", "Training"}, Label{}},
		{"product", Label{"Product", "Product"}, Label{}},
		{"information", Label{"Informatie", "Information"}, Label{}},
		{"system", Label{"Systeem", "System"}, Label{}},
		{"delight", Label{"Verrassing", "Delight"}, Label{}},
		{"research", Label{"Onderzoek", "Research"}, Label{}},
	},
	"fix.status": {
		{"idea", Label{"idee", "idea"}, Label{}},
		{"agreed", Label{"afgesproken", "agreed"}, Label{}},
		{"doing", Label{"bezig", "doing"}, Label{}},
		{"done", Label{"klaar", "done"}, Label{}},
		{"verified", Label{"effect gemeten", "effect measured"}, Label{}},
		{"parked", Label{"geparkeerd", "parked"}, Label{}},
		{"dropped", Label{"vervallen", "dropped"}, Label{}},
	},
	"handoff.asked_or_assumed": {
		{"asked", Label{"Gevraagd", "Asked"}, Label{}},
		{"assumed", Label{"Aangenomen", "Assumed"}, Label{}},
		{"unknown", Label{"Weten we niet", "We don’t know"}, Label{}},
	},
	"handoff.information_travels": {
		{"yes", Label{"Ja", "Yes"}, Label{"informatie gaat mee", "information travels along"}},
		{"partly", Label{"Deels", "Partly"}, Label{"informatie gaat deels mee", "information travels partly"}},
		{"no", Label{"Nee", "No"}, Label{"informatie gaat niet mee", "information does not travel"}},
		{"unknown", Label{"Weten we niet", "We don’t know"},
			Label{"onbekend of informatie meegaat", "unknown whether information travels"}},
	},
	"handoff.kind": {
		{"customer", Label{"De klant", "The customer"}, Label{}},
		{"order", Label{"Opdracht", "Order"}, Label{}},
		{"information", Label{"Informatie", "Information"}, Label{}},
		{"approval", Label{"Akkoord", "Approval"}, Label{}},
		{"product", Label{"Product", "Product"}, Label{}},
		{"money", Label{"Geld", "Money"}, Label{}},
	},
	"handoff.source": {
		{"detected", Label{"Afgeleid uit de stappen", "Read from the steps"}, Label{}},
		{"manual", Label{"Zelf getekend", "Drawn by hand"}, Label{}},
	},
	"journey.direction": {
		{"forward", Label{"Van begin naar eind", "From start to end"}, Label{}},
		{"backward", Label{"Van eind naar begin", "From end to start"}, Label{}},
	},
	"journey.state": {
		{"current", Label{"Zoals het nu gaat", "As it goes now"}, Label{}},
		{"future", Label{"Zoals het moet worden", "As it should become"}, Label{}},
	},
	"leading_vote.value": {
		{"customer", Label{"klant", "customer"}, Label{}},
		{"task", Label{"taak", "task"}, Label{}},
		{"process", Label{"proces", "process"}, Label{}},
		{"system", Label{"systeem", "system"}, Label{}},
		{"product", Label{"product", "product"}, Label{}},
	},
	"ownership_claim.answer": {
		{"own", Label{"ja", "yes"}, Label{}},
		{"not", Label{"nee, van …", "no, it belongs to …"}, Label{"nee", "no"}},
		{"unknown", Label{"weet ik niet", "don’t know"}, Label{}},
	},
	"pain.audience": {
		{"customer", Label{"De klant", "The customer"}, Label{"raakt de klant", "hurts the customer"}},
		{"employee", Label{"Een medewerker", "An employee"}, Label{"raakt een medewerker", "hurts an employee"}},
		{"both", Label{"Allebei", "Both"}, Label{"raakt klant en medewerker", "hurts customer and employee"}},
	},
	"pain.cause_categories": {
		{"rule", Label{"Regel", "Rule"}, Label{}},
		{"system", Label{"Systeem", "System"}, Label{}},
		{"process", Label{"Proces", "Process"}, Label{}},
		{"silo", Label{"Eilandjes", "Silos"}, Label{}},
		{"mandate", Label{"Mandaat", "Mandate"}, Label{}},
		{"fear", Label{"Angst", "Fear"}, Label{}},
		{"time", Label{"Tijd", "Time"}, Label{}},
		{"task_focus", Label{"Taakgericht", "Task focus"}, Label{}},
		{"knowledge", Label{"Kennis", "Knowledge"}, Label{}},
		{"information", Label{"Informatie", "Information"}, Label{}},
		{"communication", Label{"Communicatie", "Communication"}, Label{}},
		{"ownership", Label{"Eigenaarschap", "Ownership"}, Label{}},
		{"behaviour", Label{"Gedrag", "Behaviour"}, Label{}},
		{"product", Label{"Product", "Product"}, Label{}},
		{"partner", Label{"Partner", "Partner"}, Label{}},
		{"other", Label{"Anders", "Other"}, Label{}},
	},
	"pain.control": {
		{"self", Label{"Wij zelf", "We can"}, Label{"kunnen we zelf", "ours to solve"}},
		{"together", Label{"Samen met anderen", "Together with others"}, Label{"kunnen we samen", "solve together"}},
		{"outside", Label{"Iemand buiten", "Somebody outside"}, Label{"buiten ons", "outside our control"}},
	},
	"pain.evidence_level": {
		{"known", Label{"Weten we", "We know"}, Label{}},
		{"assumed", Label{"Denken we", "We think"}, Label{}},
		{"unknown", Label{"Weten we niet", "We don’t know"}, Label{}},
	},
	"pain.frequency": {
		{"daily", Label{"Elke dag", "Every day"}, Label{"dagelijks", "daily"}},
		{"weekly", Label{"Elke week", "Every week"}, Label{"wekelijks", "weekly"}},
		{"monthly", Label{"Elke maand", "Every month"}, Label{"maandelijks", "monthly"}},
		{"rarely", Label{"Zelden", "Rarely"}, Label{}},
		{"unknown", Label{"Weten we niet", "We don’t know"}, Label{"hoe vaak onbekend", "how often unknown"}},
	},
	"pain.lane": {
		{"evidence", Label{"Zichtbaar", "Evidence"}, Label{}},
		{"customer", Label{"Klant", "Customer"}, Label{}},
		{"front", Label{"Voorkant", "Front stage"}, Label{}},
		{"back", Label{"Achterkant", "Back stage"}, Label{}},
		{"support", Label{"Ondersteunend", "Support"}, Label{}},
	},
	"pain.severity": {
		{"1", Label{"Klein", "Minor"}, Label{}},
		{"2", Label{"Vervelend", "Annoying"}, Label{}},
		{"3", Label{"Hinderlijk", "In the way"}, Label{}},
		{"4", Label{"Ernstig", "Serious"}, Label{}},
		{"5", Label{"Zeer ernstig", "Very serious"}, Label{}},
	},
	"person.role": {
		{"facilitator", Label{"Begeleider", "Facilitator"}, Label{}},
		{"co_facilitator", Label{"Medebegeleider", "Co-facilitator"}, Label{}},
		{"participant", Label{"Deelnemer", "Participant"}, Label{}},
		{"observer", Label{"Meekijker", "Observer"}, Label{}},
		{"guest", Label{"Klantgast", "Customer guest"}, Label{}},
	},
	"quote.consent": {
		{"given", Label{"Ja, de klant vindt het goed", "Yes, the customer agrees"}, Label{}},
		{"none_needed", Label{"Niet nodig", "No need to ask"}, Label{}},
		{"missing", Label{"Nog niet gevraagd", "Not asked yet"}, Label{}},
	},
	"quote.kind": {
		{"interview", Label{"Interview", "Interview"}, Label{}},
		{"survey", Label{"Enquête", "Survey"}, Label{}},
		{"complaint", Label{"Klacht", "Complaint"}, Label{}},
		{"review", Label{"Recensie", "Review"}, Label{}},
		{"call", Label{"Telefoongesprek", "Phone call"}, Label{}},
		{"own_observation", Label{"Zelf gehoord", "Heard ourselves"}, Label{}},
		{"guest", Label{"Klant aan tafel", "Customer at the table"}, Label{}},
		{"example", Label{"Voorbeeld", "Example"}, Label{}},
	},
	"rating.value": {
		{"-2", Label{"boos", "angry"}, Label{}},
		{"-1", Label{"teleurgesteld", "let down"}, Label{}},
		{"0", Label{"neutraal", "neutral"}, Label{}},
		{"1", Label{"tevreden", "content"}, Label{}},
		{"2", Label{"enthousiast", "delighted"}, Label{}},
	},
	"step.channel": {
		{"phone", Label{"Telefoon", "Phone"}, Label{}},
		{"web", Label{"Website", "Website"}, Label{}},
		{"app", Label{"App", "App"}, Label{}},
		{"mail", Label{"E-mail", "E-mail"}, Label{}},
		{"chat", Label{"Chat", "Chat"}, Label{}},
		{"letter", Label{"Brief", "Letter"}, Label{}},
		{"sms", Label{"Sms", "Text message"}, Label{}},
		{"on_site", Label{"Op locatie", "On site"}, Label{}},
		{"bank", Label{"Bank", "Bank"}, Label{}},
		{"word_of_mouth", Label{"Van horen zeggen", "Word of mouth"}, Label{}},
		{"none", Label{"Geen contact", "No contact"}, Label{}},
	},
	"step.repeats_story": {
		{"true", Label{"Ja", "Yes"}, Label{}},
		{"false", Label{"Nee", "No"}, Label{}},
	},
	"step.guidance_kind": {
		{"rule", Label{"Regel", "Rule"}, Label{}},
		{"guidance", Label{"Leidraad", "Guidance"}, Label{}},
	},
	"step.kano": {
		{"basis", Label{"Basis", "Basic"}, Label{}},
		{"performance", Label{"Hoe meer, hoe beter", "More is better"}, Label{}},
		{"attractive", Label{"Verrassing", "Delighter"}, Label{}},
	},
	"step.leading": {
		{"customer", Label{"De klant", "The customer"}, Label{}},
		{"task", Label{"De taak", "The task"}, Label{}},
		{"process", Label{"Het proces", "The process"}, Label{}},
		{"system", Label{"Het systeem", "The system"}, Label{}},
		{"product", Label{"Het product", "The product"}, Label{}},
	},
	"step.outcome": {
		{"solved", Label{"Opgelost", "Solved"}, Label{}},
		{"partly", Label{"Deels opgelost", "Partly solved"}, Label{}},
		{"passed_on", Label{"Doorgestuurd", "Passed on"}, Label{}},
		{"not_solved", Label{"Niet opgelost", "Not solved"}, Label{}},
		{"na", Label{"Niet van toepassing", "Does not apply"}, Label{}},
	},
	"step.promise_kept": {
		{"yes", Label{"Ja", "Yes"}, Label{}},
		{"partly", Label{"Deels", "Partly"}, Label{}},
		{"no", Label{"Nee", "No"}, Label{}},
	},
}

func activityLabels() (list []Choice) {
	for _, a := range activities {
		list = append(list, Choice{a.Name, Label{a.NL, a.EN}, Label{}})
	}
	return list
}
