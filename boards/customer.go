package boards

// Persona is the customer at the table: a named example, so that everybody means the same person.
type Persona struct {
	Name         string   `field:"name,need,max=30"`
	Age          any      `field:"age"`
	Role         string   `field:"role,need,max=80"`
	Goal         string   `field:"goal,need,max=140"`
	Needs        []string `field:"needs,need,max=80,most=5,least=1"`
	Fears        []string `field:"fears,max=80,most=3"`
	Image        string   `field:"image,of=picture"` // absent: their initial
	MediaLink    string   `field:"media_link,max=500"`
	MediaConsent bool     `field:"media_consent,default=false"`
	IsFictional  bool     `field:"is_fictional,default=true"`
	Source       string   `field:"source,max=120"`
}

var personaKind = define[Persona](Kind{Name: "persona", Plan: true, Limit: 6})

// PersonaOf gives the persona the journey is about: the one it names, else the first there is; nil without any.
func PersonaOf(b *Board) *Record {
	for _, journey := range b.Shown("journey") {
		if r := b.Get(journey.Str("persona_id")); r != nil && r.Kind == "persona" {
			return r
		}
	}
	for _, r := range b.Shown("persona") {
		return r
	}
	return nil
}

// Quote is a customer's literal words with their source. Consent "missing" keeps it out of the report.
type Quote struct {
	Text    string `field:"text,need,max=300"`
	Source  string `field:"source,need,max=120"`
	Kind    string `field:"kind,need,enum=interview|survey|complaint|review|call|own_observation|guest|example,default=own_observation"`
	Date    string `field:"date,date"`
	StepID  string `field:"step_id,of=step"`
	Consent string `field:"consent,need,enum=given|none_needed|missing,default=missing,ask"`
}

var quoteKind = define[Quote](Kind{Name: "quote", Item: true, Sticky: true, Limit: 5000})
