package boards

// Refusal is a clear no: a code for programs, a sentence for people, and which field it is about. It is an answer, not
// a fault: nothing happened and nothing is lost.
type Refusal struct {
	Code  string
	Field string
}

func (r *Refusal) Error() string { return r.Code }

func refuse(code, field string) *Refusal { return &Refusal{Code: code, Field: field} }

// Sentence says a refusal or error code in the reader's language (nl, else English): what happened, what is safe, what to do.
func Sentence(code, language string) string {
	pair, ok := sentences[code]
	if !ok {
		pair = sentences["bad_request"]
	}
	if language == "nl" {
		return pair[0]
	}
	return pair[1]
}

var sentences = map[string][2]string{
	"bad_request":    {"Dit bericht begrijpen we niet. Er is niets veranderd. Laad de pagina opnieuw.", "We do not understand this message. Nothing has changed. Reload the page."},
	"unknown_kind":   {"Dit soort kaartje kent deze workshop niet. Laad de pagina opnieuw.", "This workshop does not know this kind of card. Reload the page."},
	"unknown_field":  {"Dit veld bestaat niet. Er is niets veranderd. Laad de pagina opnieuw.", "This field does not exist. Nothing has changed. Reload the page."},
	"bad_value":      {"Deze waarde past hier niet. Er is niets veranderd.", "This value does not fit here. Nothing has changed."},
	"bad_text":       {"In deze tekst staan tekens die we niet kunnen bewaren. Typ ze opnieuw.", "This text has characters we cannot keep. Type them again."},
	"too_long":       {"Deze tekst is te lang. Maak hem korter; wat je typte staat er nog.", "This text is too long. Shorten it; what you typed is still there."},
	"not_found":      {"Dit is er niet meer. Iemand heeft het weggehaald, of het adres klopt niet.", "This is no longer here. Someone removed it, or the address is wrong."},
	"not_allowed":    {"Dit kan alleen de begeleider of wie het schreef.", "Only the facilitator or the author can do this."},
	"locked":         {"Dit staat nu op slot. Vraag de begeleider om het open te zetten.", "This is locked now. Ask the facilitator to unlock it."},
	"stale":          {"Deze tekst is intussen veel veranderd. We zetten jouw woorden er opnieuw bij.", "This text changed a lot meanwhile. We put your words back in."},
	"text_in_flight": {"Je vorige wijziging is nog onderweg. We proberen het zo weer.", "Your last change is still on its way. We try again in a moment."},
	"over_budget":    {"Je stippen zijn op. Haal er eerst een terug.", "You have no dots left. Take one back first."},
	"round_closed":   {"Deze ronde is voorbij. Je antwoord telt niet meer mee.", "This round is over. Your answer no longer counts."},
	"full":           {"Hier past niets meer bij. Haal eerst iets weg.", "There is no room for more. Remove something first."},
	"slow_down":      {"Dat ging erg snel. Wacht even en probeer het weer.", "That was very fast. Wait a moment and try again."},
	"storage_full":   {"De schijf van de server is vol. Je wijziging staat nog op dit apparaat.", "The server's disk is full. Your change is still on this device."},
	"unavailable":    {"De server kan dit nu niet. We proberen het opnieuw.", "The server cannot do this now. We try again."},
	"in_use":         {"Dit wordt nog gebruikt op de kaart of door iemand in de zaal.", "This is still in use on the map or by someone in the room."},
	"too_few":        {"Hiervoor zijn minstens twee onderdelen nodig.", "This needs at least two items."},
}
