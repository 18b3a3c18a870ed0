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
	Shown             bool               `field:"shown,default=false"` // the score may be seen: after the prediction, or when somebody says so
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
	N           *int     `field:"n,need,min=0,max=100000000"` // 0 is refused in its own words
	Value       *float64 `field:"value,min=-1000000,max=1000000"`
	Counts      []int    `field:"counts,min=0,max=100000000,most=101"`
	SD          *float64 `field:"sd,min=0,max=1000000"`
	Source      string   `field:"source,need,max=120"`
	IsBaseline  bool     `field:"is_baseline,need,default=false"`
}

var measurementKind = define[Measurement](Kind{Name: "measurement", Limit: 500, Parent: "indicator_id"})

func init() {
	indicatorKind.rule = indicatorRule
	measurementKind.rule = measurementRule
	indicatorWords()
}

// scales are the usual ends of the scale of a metric (method.md 2.11).
var scales = map[string][2]float64{"csat": {1, 5}, "grade": {1, 10}, "ces": {1, 7}, "nps": {0, 10}, "share": {0, 1}}

// UnitOf says what a metric counts in: "share", a percentage; "net", a balance of two percentages; "mean", points of its scale.
func UnitOf(metric, variant string) string {
	switch {
	case metric == "share", metric == "csat" && variant != "mean", metric == "ces" && variant == "agree":
		return "share"
	case metric == "nps", metric == "ces" && variant == "index":
		return "net"
	}
	return "mean"
}

// RangeOf gives the least and the most that the number can be; false while its scale is not known.
func RangeOf(i Indicator) (least, most float64, known bool) {
	switch UnitOf(i.Metric, i.Variant) {
	case "share":
		return 0, 100, true
	case "net":
		return -100, 100, true
	}
	if i.ScaleMin == nil || i.ScaleMax == nil {
		return 0, 0, false
	}
	return *i.ScaleMin, *i.ScaleMax, true
}

// indicatorRule: the number is of the one journey, its scale goes up, and where it should be lies within reach and ahead.
func indicatorRule(c change) (Fields, *Refusal) {
	made := Fields{}
	if c.changed("metric") {
		for i, end := range []string{"scale_min", "scale_max"} {
			if usual, known := scales[c.after.Str("metric")]; known && c.after.Fields[end] == nil {
				made[end] = usual[i]
			}
		}
	}
	low, lowest := c.after.Num("scale_min")
	high, highest := c.after.Num("scale_max")
	if lowest && highest && high <= low {
		return nil, refuse("bad_value", "scale_max").reason("scale")
	}
	if c.after.Str("journey_id") == "" && c.before == nil {
		for _, journey := range c.board.All("journey") {
			made["journey_id"] = journey.ID
		}
	}
	return made, withinReach(c, made)
}

// withinReach: the target lies on the scale, and its day and that of measuring again not before the baseline.
func withinReach(c change, made Fields) *Refusal {
	i := Read[Indicator](c.after.with(made))
	least, most, known := RangeOf(i)
	if c.changed("target_value") && i.TargetValue != nil && known && (*i.TargetValue < least || *i.TargetValue > most) {
		return refuse("bad_value", "target_value").reason("target")
	}
	baseline := baselineOf(c.board, c.after.ID)
	for _, field := range []string{"target_date", "re_measure_date"} {
		if day := c.after.Str(field); c.changed(field) && baseline != nil && day != "" && day < baseline.Str("date") {
			return refuse("bad_value", field).reason(field)
		}
	}
	return nil
}

// baselineOf gives the measurement that a number began with; nil when there is none.
func baselineOf(b *Board, indicator string) (first *Record) {
	for _, r := range b.Hanging(indicator, "measurement") {
		if r.Bool("is_baseline") && (first == nil || r.Str("date") < first.Str("date")) {
			first = r
		}
	}
	return first
}

// measurementRule: somebody was asked, what they gave stands on the scale, and the counts are of as many as there were. Counts alone say
// how many that is.
func measurementRule(c change) (Fields, *Refusal) {
	made := Fields{}
	m := Read[Measurement](c.after)
	total := 0
	for _, n := range m.Counts {
		total += n
	}
	switch {
	case c.changed("n") && m.N != nil && *m.N == 0:
		return nil, refuse("bad_value", "n").reason("nobody")
	case c.changed("counts") && len(m.Counts) > 0 && m.N == nil && total > 0:
		made["n"] = total
	case (c.changed("counts") || c.changed("n")) && len(m.Counts) > 0 && m.N != nil && *m.N != total:
		return nil, refuse("bad_value", "counts").reason("counts")
	}
	return made, onScale(c, m)
}

// onScale: a measurement fits the number that it is one of.
func onScale(c change, m Measurement) *Refusal {
	r := c.board.Get(m.IndicatorID)
	if r == nil {
		return nil
	}
	i := Read[Indicator](r)
	least, most, known := RangeOf(i)
	switch {
	case c.changed("value") && m.Value != nil && known && (*m.Value < least || *m.Value > most):
		return refuse("bad_value", "value").reason("outside")
	case c.changed("counts") && len(m.Counts) > 0 && !fitsScale(i, len(m.Counts)):
		return refuse("bad_value", "counts").reason("points")
	case (c.changed("is_baseline") || c.changed("date")) && m.IsBaseline && m.Date != "" && i.TargetDate != "" && i.TargetDate < m.Date:
		return refuse("bad_value", "date").reason("target_date")
	}
	return nil
}

// fitsScale says whether so many counts are one for each point of the scale. A share may be of two: no and yes.
func fitsScale(i Indicator, counts int) bool {
	switch {
	case i.Metric == "share" && counts == 2:
		return true
	case i.ScaleMin == nil || i.ScaleMax == nil:
		return true
	}
	return float64(counts) == *i.ScaleMax-*i.ScaleMin+1
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
		"target_date":     {"Vóór wanneer?", "By when?"},
		"re_measure_date": {"Wanneer meten we weer?", "When do we measure again?"},
		"scale_min":       {"Laagste punt van de schaal", "Lowest point of the scale"},
		"scale_max":       {"Hoogste punt van de schaal", "Highest point of the scale"},
		"direction":       {"Wat is beter?", "Which is better?"},
		"variant":         {"Hoe rekenen we?", "How do we count?"},
		"contributes_to":  {"Waar draagt het aan bij?", "What does it contribute to?"},
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
		"value":  {"Wat was het cijfer?", "What was the number?"},
		"sd":     {"Spreiding (standaardafwijking)", "Spread (standard deviation)"},
		"counts": {"Hoe vaak is elk punt gekozen?", "How often was each point chosen?"},
		"source": {"Waar komt het vandaan?", "Where is it from?"},
	}, nil)
}
