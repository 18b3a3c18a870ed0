package boards

// Refusal is a clear no: a code for programs, a sentence for people, and which field it is about. It is an answer, not
// a fault: nothing happened and nothing is lost.
type Refusal struct {
	Code  string
	Field string
	Why   string // which sentence, where a code has several; "" = the usual one
}

func (r *Refusal) Error() string { return r.Code }

func refuse(code, field string) *Refusal { return &Refusal{Code: code, Field: field} }

// reason names the sentence of a refusal whose code means several things.
func (r *Refusal) reason(why string) *Refusal {
	r.Why = why
	return r
}

// Sentence says this refusal in the reader's language.
func (r *Refusal) Sentence(language string) string {
	if pair, ok := reasons[r.Code+" "+r.Why]; ok {
		return said(pair, language)
	}
	return Sentence(r.Code, language)
}

// Sentence says a refusal or error code in the reader's language (nl, else English): what happened, what is safe, what to do.
func Sentence(code, language string) string {
	pair, ok := sentences[code]
	if !ok {
		pair = sentences["bad_request"]
	}
	return said(pair, language)
}

func said(pair [2]string, language string) string {
	if language == "nl" {
		return pair[0]
	}
	return pair[1]
}

// reasons are the sentences of codes that mean several things, by code and why.
var reasons = map[string][2]string{
	"locked map": {
		"De kaart staat op slot. Vraag de begeleider om haar open te zetten; wat je typte staat er nog.",
		"The map is locked. Ask the facilitator to unlock it; what you typed is still there.",
	},
	"locked agenda": {
		"Dit is nu niet aan de beurt. Het kan weer bij het onderdeel dat erover gaat.",
		"It is not the turn of this now. It can be done during the part that is about it.",
	},
	"locked round": {
		"Hier loopt nu een ronde over. Het kan weer als die is onthuld of gestopt.",
		"A round about this is open. It can be done once that is revealed or stopped.",
	},
	"locked open_round": {
		"Er loopt nog een ronde. Onthul of stop die eerst; er is niets veranderd.",
		"A round is still open. Reveal or stop it first; nothing was changed.",
	},
	"locked closed": {
		"De workshop is afgerond. Open hem eerst weer.",
		"The workshop is closed. Open it again first.",
	},
	"locked over": {
		"De workshop is afgerond: wat er staat, blijft zo staan. De begeleider kan hem weer openen.",
		"The workshop is closed: what is there stays as it is. The facilitator can open it again.",
	},
	"bad_value summary": {
		"Pagina één staat altijd in het verslag. De andere delen kun je weglaten.",
		"Page one is always in the report. You can leave out the other parts.",
	},
	"locked open": {
		"Er loopt al zo'n ronde. Onthul of stop die eerst.",
		"A round like this is open already. Reveal or stop it first.",
	},
	"locked writing": {
		"Er wordt nu geschreven. Stappen blijven staan tot alles op tafel ligt.",
		"People are writing now. Steps stay until everything is on the table.",
	},
	"locked stage": {
		"Terug kan niet: wat mensen samen hebben gezien, is gezien.",
		"There is no way back: what people have seen together, they have seen.",
	},
	"not_found owner": {
		"Er staat geen oplossing op naam van deze persoon. Kijk of de naam precies zo bij een oplossing staat.",
		"No fix is in the name of this person. See whether the name stands exactly so at a fix.",
	},
	"too_few groups": {
		"Voor groepen moeten er minstens twee mensen meedoen.",
		"Groups need at least two people who take part.",
	},
	"too_few stage": {"Voor tweetallen moeten er minstens twee mensen meedoen.", "Pairs need at least two people who take part."},
	"too_few steps": {
		"Er staan nog geen stappen op de kaart. Zet er eerst een neer.",
		"There are no steps on the map yet. Add one first.",
	},
	"full pictures": {
		"Er zijn net veel afbeeldingen geplaatst. Wacht tien minuten en probeer het weer.",
		"Many pictures were placed just now. Wait ten minutes and try again.",
	},
	"too_few needs": {
		"Er is nog geen klantwens om naar te vragen. Schrijf er eerst een op.",
		"There is no customer need to ask about yet. Write one down first.",
	},
	"bad_value needs": {
		"Deze klantwens is nog niet af. Maak hem eerst compleet.",
		"This customer need is not finished yet. Complete it first.",
	},
	"not_allowed waiting": {
		"De begeleider laat je zo binnen. Wat je doet, kan pas daarna.",
		"The facilitator will let you in soon. What you do can be done after that.",
	},
	"not_allowed still_open": {
		"Dit is er voor iedereen zodra de begeleider de workshop afrondt.",
		"This is there for everybody as soon as the facilitator closes the workshop.",
	},
	"not_allowed files": {
		"De samenvatting en de lijsten krijg je van de begeleider.",
		"You get the summary and the lists from the facilitator.",
	},
	"not_found knock": {
		"Die staat niet meer bij de deur; misschien liet een andere begeleider hem of haar al binnen.",
		"They no longer wait at the door; another facilitator may have let them in.",
	},
	"bad_value department": {
		"Een deelnemer hoort bij een afdeling. Kies die eerst.",
		"A participant belongs to a department. Choose that first.",
	},
	"bad_value phase": {"Een stap staat in een fase. Kies eerst in welke.", "A step stands in a phase. Choose first in which."},
	"full active": {
		"Er lopen al zoveel oplossingen als jullie afspraken. Rond er een af of parkeer er een; deze blijft als idee staan.",
		"As many fixes are active as you agreed on. Finish or park one; this one stays as an idea.",
	},
	"too_long items": {
		"Op één stemronde passen 100 kaartjes. Voeg samen wat hetzelfde zegt, of stem per deel van de reis.",
		"One vote holds 100 cards. Merge those that say the same, or vote on one part of the journey at a time.",
	},
	"too_long list": {
		"Zoveel passen er niet in deze lijst. Er is niets veranderd. Haal er eerst een uit.",
		"This list does not hold that many. Nothing has changed. Take one out first.",
	},
	"full round": {
		"De antwoorden van zoveel mensen over zoveel stappen passen niet meer op dit bord. Kies minder stappen, of begin een nieuw bord.",
		"The answers of so many people about so many steps do not fit on this board any more. Choose fewer steps, or start a new board.",
	},
	"full answers": {
		"Er passen geen antwoorden meer bij op dit bord. Wat al gegeven is, telt gewoon mee.",
		"No more answers fit on this board. What was given already counts as usual.",
	},
	"locked shared": {
		"Wat je hebt gedeeld, is gezien. Terug kan niet; je kunt het wel weghalen.",
		"What you shared has been seen. There is no way back; you can remove it.",
	},
	"bad_value outside": {
		"Die waarde valt buiten de schaal van dit cijfer. Er is niets veranderd. Kijk bij ‘Wat was het cijfer?’.",
		"That value lies outside the scale of this number. Nothing has changed. Look at ‘What was the number?’.",
	},
	"bad_value target": {
		"Het doel valt buiten de schaal van dit cijfer. Kijk bij ‘Waar willen we heen?’.",
		"The target lies outside the scale of this number. Look at ‘Where do we want to be?’.",
	},
	"bad_value target_date": {
		"De dag van het doel ligt vóór de nulmeting. Kies bij ‘Vóór wanneer?’ een latere dag.",
		"The day of the target lies before the baseline. Choose a later day at ‘By when?’.",
	},
	"bad_value re_measure_date": {
		"Opnieuw meten kan niet vóór de nulmeting. Kies bij ‘Wanneer meten we weer?’ een latere dag.",
		"You cannot measure again before the baseline. Choose a later day at ‘When do we measure again?’.",
	},
	"bad_value nobody": {
		"Van nul klanten is er geen cijfer. Vul bij ‘Hoeveel klanten?’ in hoeveel er antwoord gaven.",
		"There is no number of zero customers. Fill in at ‘How many customers?’ how many answered.",
	},
	"bad_value counts": {
		"De aantallen per punt zijn samen niet gelijk aan ‘Hoeveel klanten?’. Tel ze nog eens na; er is niets veranderd.",
		"The counts of each point do not add up to ‘How many customers?’. Count them once more; nothing has changed.",
	},
	"bad_value points": {
		"Vul voor elk punt van de schaal een aantal in, van laag naar hoog; nul mag ook.",
		"Fill in a count for each point of the scale, from low to high; zero will do.",
	},
	"bad_value no_scale": {
		"Kies eerst wat voor cijfer het is en van welk punt tot welk punt het loopt.",
		"First choose what kind of number it is, and from which point to which it runs.",
	},
	"too_few estimate": {
		"Er is nog niets om te schatten. Schrijf eerst een oplossing.",
		"There is nothing to estimate yet. Write a fix first.",
	},
	"bad_value loop": {
		"Een oorzaak kan niet onder zichzelf hangen. Er is niets veranderd.",
		"A cause cannot hang under itself. Nothing has changed.",
	},
	"bad_value pain": {"Deze oorzaak hoort bij een ander pijnpunt.", "This cause belongs to another pain."},
	"too_long depth": {
		"Zeven keer waarom is genoeg. Kijk of jullie hier iets aan kunnen veranderen.",
		"Seven times why is enough. See whether you can change something here.",
	},
	"full causes": {
		"Onder één pijnpunt passen dertig oorzaken. Haal er eerst een weg.",
		"One pain holds thirty causes. Remove one first.",
	},
	"bad_value law": {
		"Dit is een wet. Die kun je hier niet schrappen of aanpassen; je kunt hem houden, of ernaar vragen.",
		"This is a law. It cannot be scrapped or changed here; you can keep it, or ask about it.",
	},
	"not_allowed decider": {
		"Wie beslist, zet de eigen naam erbij. Voor iemand anders doet de begeleider het.",
		"Whoever decides gives their own name. For somebody else the facilitator does it.",
	},
	"not_found rule": {
		"Deze regel is er niet meer; iemand haalde hem weg. Kies een andere.",
		"This rule is no longer here; somebody removed it. Choose another.",
	},
	"already signed": {
		"Deze kaart is al getekend. Er is niets veranderd.",
		"This card has been signed already. Nothing has changed.",
	},
	"already observation": {
		"Je hebt bij deze scène al aangekruist wat je zag. Pas dat aan.",
		"You have already ticked what you saw in this scene. Change that.",
	},
	"bad_value limit": {
		"Vul eerst in tot welk bedrag of hoeveel tijd, of waarom er geen grens is.",
		"First fill in up to which amount or how much time, or why there is no limit.",
	},
	"bad_value unfinished": {
		"De kaart is nog niet af. Vul alles in; dan kan iemand tekenen.",
		"The card is not finished yet. Fill in everything; then somebody can sign.",
	},
	"not_allowed granter": {
		"Je tekent met je eigen naam. Voor iemand zonder apparaat doet de begeleider het.",
		"You sign with your own name. For somebody without a device the facilitator does it.",
	},
	"not_allowed consent": {
		"Of dit in het verslag mag, zegt wie op het podium staat.",
		"Whether this may be in the report is said by the person on the podium.",
	},
	"bad_value scale": {
		"Het hoogste punt van de schaal ligt boven het laagste.",
		"The highest point of the scale lies above the lowest.",
	},
	"round_closed ended": {
		"Deze ronde is al voorbij; misschien was een andere begeleider je net voor. Er is niets veranderd.",
		"This round is over already; another facilitator may have been just before you. Nothing has changed.",
	},
}

var sentences = map[string][2]string{
	"bad_request": {
		"Dit bericht begrijpen we niet. Er is niets veranderd. Laad de pagina opnieuw.",
		"We do not understand this message. Nothing has changed. Reload the page.",
	},
	"unknown_kind": {
		"Dit soort kaartje kent deze workshop niet. Laad de pagina opnieuw.",
		"This workshop does not know this kind of card. Reload the page.",
	},
	"unknown_field": {
		"Dit veld bestaat niet. Er is niets veranderd. Laad de pagina opnieuw.",
		"This field does not exist. Nothing has changed. Reload the page.",
	},
	"bad_value": {"Deze waarde past hier niet. Er is niets veranderd.", "This value does not fit here. Nothing has changed."},
	"bad_text": {
		"In deze tekst staan tekens die we niet kunnen bewaren. Typ ze opnieuw.",
		"This text has characters we cannot keep. Type them again.",
	},
	"too_long": {
		"Deze tekst is te lang. Maak hem korter; wat je typte staat er nog.",
		"This text is too long. Shorten it; what you typed is still there.",
	},
	"not_found": {
		"Dit is er niet meer. Iemand heeft het weggehaald, of het adres klopt niet.",
		"This is no longer here. Someone removed it, or the address is wrong.",
	},
	"not_allowed": {"Dit kan alleen de begeleider of wie het schreef.", "Only the facilitator or the author can do this."},
	"locked": {
		"Dit staat nu op slot. Vraag de begeleider om het open te zetten.",
		"This is locked now. Ask the facilitator to unlock it.",
	},
	"stale": {
		"Deze tekst is intussen veel veranderd. We zetten jouw woorden er opnieuw bij.",
		"This text changed a lot meanwhile. We put your words back in.",
	},
	"text_in_flight": {
		"Je vorige wijziging is nog onderweg. We proberen het zo weer.",
		"Your last change is still on its way. We try again in a moment.",
	},
	"over_budget": {"Je stippen zijn op. Haal er eerst een terug.", "You have no dots left. Take one back first."},
	"already": {
		"Een andere begeleider was je net voor. Kijk wat er nu loopt; er is niets overgeslagen.",
		"Another facilitator was just before you. See what runs now; nothing was skipped.",
	},
	"round_closed": {"Deze ronde is voorbij. Je antwoord telt niet meer mee.", "This round is over. Your answer no longer counts."},
	"full":         {"Hier past niets meer bij. Haal eerst iets weg.", "There is no room for more. Remove something first."},
	"slow_down":    {"Dat ging erg snel. Wacht even en probeer het weer.", "That was very fast. Wait a moment and try again."},
	"storage_full": {
		"De schijf van de server is vol. Je wijziging staat nog op dit apparaat.",
		"The server's disk is full. Your change is still on this device.",
	},
	"unavailable": {"De server kan dit nu niet. We proberen het opnieuw.", "The server cannot do this now. We try again."},
	"in_use": {
		"Dit wordt nog gebruikt op de kaart of door iemand in de zaal.",
		"This is still in use on the map or by someone in the room.",
	},
	"reserved": {
		"Deze naam is van wie de workshop leidt of van het programma. Vul je eigen naam in.",
		"This name belongs to whoever leads the workshop, or to the program. Fill in your own name.",
	},
	"too_few": {"Hiervoor zijn minstens twee onderdelen nodig.", "This needs at least two items."},
}
