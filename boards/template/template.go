// Package template starts boards: five journeys that resemble somebody's own (method.md 4), and a blank one.
// A template fills phases, steps, departments, lanes and persona. It never fills ratings, votes or pains: whoever sees an
// answer first gives it again.
package template

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
)

//go:embed templates.json
var source []byte

// both is one text in both languages.
type both struct{ NL, EN string }

func (b both) in(language string) string {
	if language == "nl" {
		return b.NL
	}
	return b.EN
}

// lists is one list of texts in both languages.
type lists struct{ NL, EN []string }

func (l lists) in(language string) []string {
	if language == "nl" {
		return l.NL
	}
	return l.EN
}

// Journey is one starter journey as templates.json holds it.
type Journey struct {
	ID      string
	Title   both
	Sector  both
	Start   both
	End     both
	Goal    both
	Persona struct {
		Name      string
		Age       int
		Fictional bool
		Role      both
		Needs     lists
		Fear      both
		Quote     both
	}
	Departments []struct {
		ID, Stage string
		Name      both
	}
	Phases []struct {
		ID    string
		Title both
	}
	Steps       []Step
	Handoffs    []Handoff
	OffMenu     both               `json:"off_menu"`
	DemoRatings map[string][][]int `json:"demo_ratings"`
	Expected    Expected
}

// Step is one step of a starter journey.
type Step struct {
	ID, Phase, Channel, Outcome, Leading string
	Title                                both
	CustomerAction                       both   `json:"customer_action"`
	FrontDepartment                      string `json:"front_department"`
	FrontAction                          both   `json:"front_action"`
	Back                                 []struct {
		Department string
		Action     both
	}
	Support      []both
	RepeatsStory bool `json:"repeats_story"`
	WaitMinutes  *int `json:"wait_minutes"`
}

// Handoff is one confirmed hand-off of a starter journey.
type Handoff struct {
	From string `json:"from_department"`
	To   string `json:"to_department"`
	At   string `json:"at_step"`
	Kind string
}

// Expected are the values that the insights of a fresh board must give (method.md 6.2).
type Expected struct {
	Steps, Repeat      int
	ContactDepartments int   `json:"contact_departments"`
	FrontHandoffs      int   `json:"front_handoffs"`
	FrontBackCrossings int   `json:"front_back_crossings"`
	ExplicitHandoffs   int   `json:"explicit_handoffs"`
	NoFrontSteps       []int `json:"no_front_steps"`
	NobodyInSight      []int `json:"nobody_in_sight"`
	CustomerLeading    int   `json:"customer_leading"`
	Chain              *struct {
		From      int `json:"frm"`
		To        int `json:"to"`
		L         int
		Contacts  []string
		Distinct  int
		Boomerang bool
		Wait      int
	}
	DemoSharedPicture float64    `json:"demo_shared_picture"`
	DemoGapMax        [2]float64 `json:"demo_gap_max"`
	DemoCurve         []float64  `json:"demo_curve"`
	DemoExtremeStep   int        `json:"demo_extreme_step"`
	DemoPeakEnd       float64    `json:"demo_peak_end"`
}

var journeys = func() []Journey {
	var list []Journey
	if err := json.Unmarshal(source, &list); err != nil {
		panic(fmt.Sprintf("template: templates.json: %v", err))
	}
	return list
}()

// All gives the starter journeys. The slice is shared: read it only.
func All() []Journey { return journeys }

// Named gives the starter journey of that id; false when there is none.
func Named(id string) (Journey, bool) {
	i := slices.IndexFunc(journeys, func(j Journey) bool { return j.ID == id })
	if i < 0 {
		return Journey{}, false
	}
	return journeys[i], true
}
