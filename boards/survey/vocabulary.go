package survey

import (
	"strings"
	"unicode"
)

// What stands in answers and heads. Heads come in the language of whoever exported, cut and repeated, so values decide; a word in a head
// only tips the balance.
var (
	// scaleWords are in the labels of scales.
	scaleWords = wordSet(`tevreden ontevreden eens oneens goed slecht matig voldoende onvoldoende uitstekend
		redelijk prima makkelijk gemakkelijk moeilijk lastig waarschijnlijk onwaarschijnlijk neutraal nooit zelden soms vaak
		altijd satisfied dissatisfied agree disagree good bad poor fair excellent average easy difficult hard likely unlikely
		neutral never rarely sometimes often always terrible great duidelijk onduidelijk clear unclear belangrijk onbelangrijk
		important unimportant zufrieden unzufrieden gut schlecht stimme wahrscheinlich sehr zeer heel helemaal volledig
		satisfait insatisfait bon mauvais accord snel langzaam fast slow vriendelijk onvriendelijk friendly unfriendly`)

	yesNo = wordSet("ja nee yes no true false waar onwaar oui non wahr falsch nein ✓ ✔ x y n j")

	idWords = wordSet(`id nr nummer number no antwoord-id responseid respondent respondentid collector record
		token sleutel volgnummer seed network duration duur click clicks timing ip-adres language taal tags points feedback page
		pagina`)

	commentWords = wordSet(`opmerking opmerkingen toelichting toelichten waarom reden suggestie suggesties tip tips
		beter verbeteren verbeterd anders vertel comment comments remark remarks why explain reason suggestion suggestions
		improve improved better other anmerkung warum kommentar bemerkung commentaire pourquoi feedback op viel wat`)

	stepWords = wordSet("stap step touchpoint contactmoment fase phase onderdeel moment kanaalstap processtap etappe")

	personalWords = wordSet(`naam name voornaam achternaam tussenvoegsel firstname lastname surname nom prénom nachname
		vorname wie who respondentnaam klantnaam contactpersoon e-mail email mail e-mailadres mailadres telefoon telefoonnummer
		tel mobiel phone mobile adres address straat street huisnummer postcode zip zipcode woonplaats ip ipaddress ip-adres
		latitude longitude lat lon lng locatie location geboortedatum birthdate birthday dob klantnummer relatienummer
		polisnummer kenteken bsn iban rekeningnummer personeelsnummer username gebruikersnaam user recipientemail
		recipientfirstname recipientlastname locationlatitude locationlongitude externalreference`)

	// npsWords are what becomes of a grade for recommending; neutral and passive alone may be an answer of its own.
	npsWords = wordSet(`promoter promoters promotor passive passives passief passieven neutraal neutral detractor detractors
		criticaster criticasters`)

	totals = wordSet("totaal total totals gemiddeld gemiddelde average avg mean som sum summe durchschnitt aantal count n=")

	unfinishedWords = wordSet(`partial partially~completed incomplete in~progress started disqualified onvolledig
		gedeeltelijk onvoltooid niet~voltooid niet~afgerond afgebroken unfinished unvollständig abgebrochen screened~out partiel`)

	finishedWords = wordSet("completed complete voltooid volledig afgerond finished abgeschlossen vollständig terminé complet done")
)

// isScale says whether a text is the label of a scale.
func isScale(s string) bool { return len(s) < 80 && holdsWord(s, scaleWords) }

// isFalse reads what a tool writes for "not finished".
func isFalse(s string) bool {
	switch fold(s) {
	case "0", "false", "falsch", "onwaar", "faux", "no", "nee", "falso":
		return true
	}
	return false
}

// isTrial says whether the status of an answer says that nobody gave it: a preview, a test, rubbish. The usual one has many names.
func isTrial(s string) string {
	switch s = fold(s); {
	case s == "8", s == "9", s == "12", strings.Contains(s, "spam"):
		return "spam"
	case s == "1", s == "2", s == "17":
		return "preview"
	}
	for _, word := range []string{"preview", "test", "vorschau", "voorbeeld", "voorvertoning", "aperçu", "vista previa", "anteprima"} {
		if strings.Contains(s, word) {
			return "preview"
		}
	}
	return ""
}

// wordCount counts what people would call words.
func wordCount(s string) int {
	return len(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' }))
}
