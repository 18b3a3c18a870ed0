package boards

import "slices"

// Indicator is the one customer number of a journey (method.md 3.3).
type Indicator struct {
	Name              string             `field:"name,need,max=80"`
	Metric            string             `field:"metric,need,enum=csat|grade|ces|nps|share|custom"`
	Question          string             `field:"question,need,max=200"`
	ScaleMin          *float64           `field:"scale_min,need,min=-1000000,max=1000000"`
	ScaleMax          *float64           `field:"scale_max,need,min=-1000000,max=1000000"`
	Direction         string             `field:"direction,need,enum=higher|lower,default=higher"`
	Variant           string             `field:"variant,enum=top2|mean|index|agree|classic|eu"`
	JourneyID         string             `field:"journey_id,of=journey"`
	Owner             string             `field:"owner,max=40,person"`
	Cadence           string             `field:"cadence,need,enum=weekly|monthly|quarterly,default=monthly"`
	IfDrops           string             `field:"if_drops,max=140"`
	ContributesTo     string             `field:"contributes_to,enum=retention|revenue|cost|growth|trust"`
	TargetValue       *float64           `field:"target_value,min=-1000000,max=1000000"`
	TargetDate        string             `field:"target_date,date"`
	ReMeasureDate     string             `field:"re_measure_date,date"`
	DepartmentCommits []DepartmentCommit `field:"department_commits,most=12,server"`
}

var indicatorKind = define[Indicator](Kind{Name: "indicator", Plan: true, Limit: 1})

// DepartmentCommit says that a department stands behind the number, and who said so.
type DepartmentCommit struct {
	DepartmentID  string `json:"department_id"`
	ParticipantID string `json:"participant_id"`
	At            string `json:"at"`
}

// Measurement is one measuring of it.
type Measurement struct {
	IndicatorID string   `field:"indicator_id,need,of=indicator"`
	Date        string   `field:"date,need,date"`
	N           *int     `field:"n,need,min=1,max=100000000"`
	Value       *float64 `field:"value,min=-1000000,max=1000000"`
	Counts      []int    `field:"counts,min=0,max=100000000,most=101"`
	SD          *float64 `field:"sd,min=0,max=1000000"`
	Source      string   `field:"source,need,max=120"`
	IsBaseline  bool     `field:"is_baseline,need,default=false"`
}

var measurementKind = define[Measurement](Kind{Name: "measurement", Limit: 500, Parent: "indicator_id"})

func init() {
	indicatorKind.rule = indicatorRule
	indicatorWords()
}

// indicatorRule: the number is of the one journey, and its scale goes up.
func indicatorRule(c change) (Fields, *Refusal) {
	low, lowest := c.after.Num("scale_min")
	high, highest := c.after.Num("scale_max")
	if lowest && highest && high <= low {
		return nil, refuse("bad_value", "scale_max").reason("scale")
	}
	if c.after.Str("journey_id") == "" && c.before == nil {
		for _, journey := range c.board.All("journey") {
			return Fields{"journey_id": journey.ID}, nil
		}
	}
	return nil, nil
}

// commitToIndicator lets somebody say that their department stands behind the number; once is enough.
func commitToIndicator(a acting) ([]Effect, *Refusal) {
	indicator, no := a.record("indicator")
	if no != nil {
		return nil, no
	}
	person := a.board.Get(a.who.Person)
	if person == nil || person.Str("department_id") == "" {
		return nil, refuse("bad_value", "department_id").reason("department")
	}
	commits, department := Read[Indicator](indicator).DepartmentCommits, person.Str("department_id")
	if slices.ContainsFunc(commits, func(c DepartmentCommit) bool { return c.DepartmentID == department }) {
		return nil, nil
	}
	commits = append(commits, DepartmentCommit{department, person.ID, isoTime(a.now.wall())})
	return a.set(indicator, Fields{"department_commits": rowsOf(commits)})
}

func indicatorWords() {
	called("indicator", Label{"Klantcijfer", "Customer number"}, map[string]Label{
		"name":            {"Hoe heet het cijfer?", "What is the number called?"},
		"metric":          {"Wat voor cijfer is het?", "What kind of number is it?"},
		"question":        {"Welke vraag krijgt de klant?", "Which question does the customer get?"},
		"owner":           {"Wie houdt het bij?", "Who keeps track?"},
		"cadence":         {"Hoe vaak meten we?", "How often do we measure?"},
		"if_drops":        {"Wat doen we als het daalt?", "What do we do when it drops?"},
		"target_value":    {"Waar willen we heen?", "Where do we want to be?"},
		"re_measure_date": {"Wanneer meten we weer?", "When do we measure again?"},
	}, map[string][]Choice{
		"metric": choices("csat", "Tevredenheid (CSAT)", "Satisfaction (CSAT)", "grade", "Rapportcijfer", "Grade",
			"ces", "Moeite (CES)", "Effort (CES)",
			"nps", "Aanbeveling (NPS)", "Recommendation (NPS)", "share", "Aandeel", "Share", "custom", "Eigen cijfer", "Own number"),
		"direction": choices("higher", "Hoger is beter", "Higher is better", "lower", "Lager is beter", "Lower is better"),
		"variant": choices("top2", "Bovenste twee", "Top two", "mean", "Gemiddelde", "Mean", "index", "Index", "Index",
			"agree", "Aandeel eens", "Share that agrees",
			"classic", "Klassiek", "Classic", "eu", "Europees", "European"),
		"cadence": choices("weekly", "Elke week", "Every week", "monthly", "Elke maand", "Every month",
			"quarterly", "Elk kwartaal", "Every quarter"),
		"contributes_to": choices("retention", "Klanten houden", "Retention", "revenue", "Omzet", "Revenue", "cost", "Kosten", "Cost",
			"growth", "Groei", "Growth",
			"trust", "Vertrouwen", "Trust"),
	})
	called("measurement", Label{"Meting", "Measurement"}, map[string]Label{
		"date":   {"Wanneer gemeten?", "Measured when?"},
		"n":      {"Hoeveel klanten?", "How many customers?"},
		"source": {"Waar komt het vandaan?", "Where is it from?"},
	}, nil)
}
