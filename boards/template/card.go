package template

import "slices"

// Card is what the start page shows of a journey: enough to draw its picture.
type Card struct {
	ID          string     `json:"id"`
	Title       Bilingual  `json:"title"`
	Sector      Bilingual  `json:"sector"`
	Hurt        Bilingual  `json:"hurt"` // one line: where it hurts
	Persona     CardPerson `json:"persona"`
	Steps       int        `json:"steps"`
	Departments int        `json:"departments"`
	Curve       []float64  `json:"curve"` // of the example ratings, −2…+2; they draw the card and go nowhere else
	Track       []Stop     `json:"track"`
}

// Bilingual is a text in both languages.
type Bilingual struct {
	NL string `json:"nl"`
	EN string `json:"en"`
}

// CardPerson is the persona on a card.
type CardPerson struct {
	Name string `json:"name"`
	Age  int    `json:"age"`
}

// Stop is one step on a card: who is in front of the customer (nil = nobody), and whether she is passed on from here.
type Stop struct {
	Department *int `json:"department"`
	PassedOn   bool `json:"passedOn"`
}

// hurts is the one line of each card that says what goes wrong.
var hurts = map[string]Bilingual{
	"restaurant":     {"Een vraag die niet op de kaart staat", "A question that is not on the menu"},
	"lease":          {"Vier keer doorgestuurd, vier afdelingen", "Passed on four times, four departments"},
	"retail_return":  {"Van kassa naar balie naar winkelvloer", "From till to desk to shop floor"},
	"hotel":          {"Een enquête die niemand leest", "A survey that nobody reads"},
	"housing_repair": {"Drie keer vrij nemen voor één lek", "Three days off for one leak"},
}

// Cards gives the cards of all starter journeys.
func Cards() []Card {
	var cards []Card
	for _, j := range journeys {
		cards = append(cards, Card{
			ID: j.ID, Title: Bilingual(j.Title), Sector: Bilingual(j.Sector), Hurt: hurts[j.ID],
			Persona: CardPerson{j.Persona.Name, j.Persona.Age}, Steps: len(j.Steps), Departments: len(j.Departments),
			Curve: j.Expected.DemoCurve, Track: j.track(),
		})
	}
	return cards
}

func (j Journey) track() []Stop {
	var stops []Stop
	for _, s := range j.Steps {
		stop := Stop{PassedOn: s.Outcome == "passed_on"}
		if i := slices.IndexFunc(j.Departments, func(d struct {
			ID, Stage string
			Name      both
		}) bool {
			return d.ID == s.FrontDepartment
		}); i >= 0 {
			stop.Department = &i
		}
		stops = append(stops, stop)
	}
	return stops
}
