package report

import (
	"cmp"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// customerNumber is the box of page 1 about the one customer number (method.md 5.2, shown as 2.11 says).
type customerNumber struct {
	Name, Question string
	Value          string
	Facts          string // of how many, between which ends
	Since, Target  string
	Inside         string // what we think beside what customers say
	Commits        string
}

// numberOn gives the box; nil when no number was chosen.
func numberOn(v view) *customerNumber {
	all := v.board.Shown("indicator")
	if len(all) == 0 {
		return nil
	}
	i := boards.Read[boards.Indicator](all[0])
	if i.Name == "" && i.Question == "" {
		return nil
	}
	n := customerNumber{Name: cmp.Or(i.Name, i.Question), Question: i.Question, Value: v.T("number.none"), Inside: v.insideOutside(i)}
	if n.Name == n.Question {
		n.Question = ""
	}
	if now := v.in.Indicator; now != nil {
		n.Value, n.Facts, n.Since = v.toldOf(i, now.Value, now.N, now.Good, now.Display), v.factsOf(i, now), v.since(i, now)
	}
	n.Target, n.Commits = v.targetOf(i), v.T("number.commit", len(i.DepartmentCommits), len(v.departments))
	return &n
}

// scored writes a value of the number in its unit.
func (v view) scored(i boards.Indicator, value float64) string {
	switch boards.UnitOf(i.Metric, i.Variant) {
	case "share":
		return v.percent(value / 100)
	case "net":
		return v.signed(float64(int(value + 0.5*sign(value))))
	}
	return v.mean(value)
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// toldOf writes the number as it may be shown: fewer than ten customers are counted.
func (v view) toldOf(i boards.Indicator, value float64, n int, good *int, display string) string {
	switch {
	case display != "counts":
		return v.scored(i, value)
	case good != nil:
		return v.Count("number.of", n, v.whole(*good))
	}
	return v.Count("number.n", n)
}

func (v view) factsOf(i boards.Indicator, now *insight.Indicator) string {
	if now.Display == "counts" {
		return v.T("number.few")
	}
	text := v.Count("number.n", now.N)
	if now.Low != nil && now.High != nil {
		text += ", " + v.T("number.between", v.scored(i, *now.Low), v.scored(i, *now.High))
	} else {
		text += ", " + v.T("number.blind")
	}
	if now.Display == "indicative" {
		text += " (" + v.T("number.hint") + ")"
	}
	return text
}

// since says what may be said of the number since the baseline; nothing is claimed without an interval.
func (v view) since(i boards.Indicator, now *insight.Indicator) string {
	if now.Baseline == nil || now.Change == nil || now.Display == "counts" || now.Baseline.Display == "counts" {
		return ""
	}
	text := v.T("number.was", v.scored(i, now.Baseline.Value), v.scored(i, now.Value))
	switch {
	case now.Demonstrable == nil:
		return text + "."
	case !*now.Demonstrable:
		return text + ": " + v.T("number.same") + "."
	case now.Change.Value > 0:
		return text + ": " + v.T("number.up") + "."
	}
	return text + ": " + v.T("number.down") + "."
}

func (v view) targetOf(i boards.Indicator) string {
	switch {
	case i.TargetValue == nil:
		return ""
	case i.TargetDate == "":
		return v.T("number.target", v.scored(i, *i.TargetValue))
	}
	return v.T("number.target.on", v.scored(i, *i.TargetValue), v.date(i.TargetDate))
}

// insideOutside says what may be said of what we think beside what customers say.
func (v view) insideOutside(i boards.Indicator) string {
	x := v.in.InsideOutside
	switch {
	case x == nil || x.Demonstrable == nil:
		return ""
	case !*x.Demonstrable:
		return v.T("number.tooFew")
	case x.Gap > 0:
		return v.T("number.rosier", v.scored(i, x.Gap))
	}
	return v.T("number.gloomier", v.scored(i, -x.Gap))
}
