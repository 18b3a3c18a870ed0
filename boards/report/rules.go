package report

import (
	"slices"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// rulesPage is page 5: what became of rules, what people may decide, and how ready we are for a request off the menu.
type rulesPage struct {
	Lines    []string
	Groups   []ruleGroup
	Mandates []mandateRow
	Checks   []string
	Tests    []testRow
	Delights []delightRow
	Cards    [][]mandateRow // signed ones to take to the counter, four a page
}

// ruleGroup is the rules of one verdict.
type ruleGroup struct {
	Title string
	Rules []ruleRow
}

type ruleRow struct{ Text, New, Why, Who, When string }

type mandateRow struct {
	Role, Trigger, MayDo, UpTo, Report, Signed, Review string
	NoAsk                                              bool
}

// testRow is the latest test of a step: six lamps, and what they come to.
type testRow struct {
	Step, Title, Request string
	Outside              string   // how many customers the standard does not fit
	Lamps                []string // "yes", "no" or "open"
	Sum                  string
}

func hasRules(v view) bool {
	return len(v.rulesShown())+len(v.mandates())+len(v.delights()) > 0 || v.in.Readiness != nil
}

func (v view) rulesShown() []*boards.Record {
	return slices.DeleteFunc(v.board.Shown("rule"), func(r *boards.Record) bool { return !r.Complete() })
}

func (v view) mandates() []*boards.Record {
	return slices.DeleteFunc(v.board.Shown("mandate"), func(r *boards.Record) bool { return !r.Complete() })
}

func rulesAndMandates(v view) rulesPage {
	p := rulesPage{Groups: v.ruleGroups(), Tests: v.testRows(), Delights: v.delights()}
	for _, line := range insight.SentencesOf(v.board, v.in, v.who(), v.Language) {
		if line.Code == "crocodiles" || line.Code == "offmenu" {
			p.Lines = append(p.Lines, line.Text)
		}
	}
	var signed []mandateRow
	for _, r := range v.mandates() {
		row := v.mandateRow(boards.Read[boards.Mandate](r))
		if p.Mandates = append(p.Mandates, row); row.Signed != "" {
			signed = append(signed, row)
		}
	}
	p.Cards = slices.Collect(slices.Chunk(signed, 4))
	for _, check := range boards.OffmenuChecks {
		name, _, _ := strings.Cut(boards.Question(v.Language, "offmenu_test", check), ":")
		p.Checks = append(p.Checks, name)
	}
	return p
}

// ruleGroups gives the rules by verdict, in the order of the verdicts; those nobody decided about come last.
func (v view) ruleGroups() (groups []ruleGroup) {
	for _, c := range append(slices.Clone(boards.Choices("rule", "verdict")), boards.Choice{}) {
		g := ruleGroup{Title: c.As.In(v.Language)}
		if c.Value == "" {
			g.Title = v.T("rules.open")
		}
		for _, r := range v.rulesShown() {
			if rule := boards.Read[boards.Rule](r); rule.Verdict == c.Value {
				g.Rules = append(g.Rules, v.ruleRow(rule))
			}
		}
		if len(g.Rules) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func (v view) ruleRow(rule boards.Rule) ruleRow {
	row := ruleRow{Text: rule.Text, Why: rule.Reason}
	if rule.Verdict == "change" {
		row.New = rule.NewText
	}
	if rule.Decider != "" {
		row.Who = v.T("rules.decider", rule.Decider)
	}
	if rule.ReviewDate != "" {
		row.When = v.T("review", v.date(rule.ReviewDate))
	}
	return row
}

func (v view) mandateRow(m boards.Mandate) mandateRow {
	row := mandateRow{Role: m.Role, Trigger: m.Trigger, MayDo: m.MayDo, Report: m.ReportWhere, Review: v.date(m.ReviewDate), NoAsk: m.NoAsk}
	var limits []string
	if m.LimitCents != nil {
		decimals := 0
		if *m.LimitCents%100 != 0 {
			decimals = 2
		}
		limits = append(limits, "€ "+boards.Figure(float64(*m.LimitCents)/100, decimals, v.Language))
	}
	if m.LimitMinutes != nil {
		limits = append(limits, v.Count("n.minutes", *m.LimitMinutes))
	}
	if row.UpTo = m.NoLimitReason; len(limits) > 0 {
		row.UpTo = v.T("mandate.upto", v.List(limits))
	}
	if m.Signed() {
		row.Signed = v.T("mandate.signed", m.GrantedBy)
	}
	return row
}

// testRows gives the latest test of each step that counts, in the order of the journey.
func (v view) testRows() (rows []testRow) {
	if v.in.Readiness == nil {
		return nil
	}
	for _, ready := range v.in.Readiness.BySteps {
		row := testRow{Step: v.T("step.word", v.whole(v.number[ready.Step])), Sum: v.T("offmenu.band."+ready.Band, ready.Yes)}
		if step := v.board.Get(ready.Step); step != nil {
			row.Title = step.Str("title")
			if share, told := step.Int("exception_share"); told {
				row.Outside = v.T("offmenu.outside", v.percent(float64(share)/100))
			}
		}
		test := v.latestTest(ready.Step)
		row.Request = test.Str("request")
		for _, check := range boards.OffmenuChecks {
			lamp := "open"
			if test.Fields[check] != nil {
				lamp = map[bool]string{true: "yes", false: "no"}[test.Bool(check)]
			}
			row.Lamps = append(row.Lamps, lamp)
		}
		rows = append(rows, row)
	}
	return rows
}

func (v view) latestTest(step string) *boards.Record {
	last := &boards.Record{}
	for _, r := range v.board.Shown("offmenu_test") {
		if r.Str("step_id") == step && r.Complete() && r.Str("tested_at") != "" && r.Str("tested_at") >= last.Str("tested_at") {
			last = r
		}
	}
	return last
}
