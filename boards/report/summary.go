package report

import (
	"slices"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// summary is page 1. It stands alone when printed separately: conclusion, decision, three numbers, top 3, the customer's voice.
type summary struct {
	Badge      string
	Known      bool // checked with customers
	Meta       []string
	Conclusion string
	Decisions  []decision
	MoreAsked  string
	Numbers    []bigNumber
	Proposal   bool // the numbers are those of the example, nobody spoke about them yet
	TopTitle   string
	Top        []topPain
	TopWhy     string // why this is not the top 3 of a vote; "" = it is
	Number     *customerNumber
	Quote      *quote
	NoQuote    string // where they are, when there is no room for one on this page
	GoldenRule string
	Sponsor    string
}

// decision is one line of what is asked of the reader.
type decision struct {
	N       int
	Text    string
	Facts   string // who proposes it, who decides, by when
	Step    string
	Missing string
}

// topPain is a row of the top 3.
type topPain struct {
	Text, Step, Fix, Owner, Date string
	Home                         *tile
}

// quote is what a customer said, with its source.
type quote struct {
	Text, Source, Kind, Step string
}

func summarise(v view) summary {
	s := summary{Meta: v.meta(), Conclusion: v.conclusion(), Numbers: v.bigNumbers(), GoldenRule: v.journey.GoldenRule,
		Sponsor: v.journey.SponsorStatement, Quote: v.voice()}
	s.Badge, s.Known = v.badge()
	s.Number = numberOn(v)
	s.Decisions, s.MoreAsked = v.decisions()
	s.Top, s.TopTitle, s.TopWhy = v.top()
	s.Proposal = len(s.Numbers) > 0 && !v.discussed()
	s.fit(v.title(), v.T(v.annexed("quote.annex")))
	return s
}

// badge says how sure this is, before anything else is said.
func (v view) badge() (string, bool) {
	if e := v.in.Evidence; e != nil && !e.Hypothesis {
		return v.T("badge.known", e.Known, e.Of), true
	}
	return v.T("badge.hypothesis"), false
}

func (v view) meta() []string {
	where := []string{}
	for _, part := range []string{v.workshop.Organisation, v.workshop.Place, v.date(v.workshop.Date)} {
		if part != "" {
			where = append(where, boards.Isolated(part))
		}
	}
	people, departments := v.turnout()
	hosts := boards.Leads(v.board, v.Language)
	who := v.Count("participants", people)
	if departments > 0 {
		who += " " + v.Count("from.departments", departments)
	}
	lines := []string{strings.Join(where, ", ") + ".", who + "."}
	if len(hosts) > 0 {
		lines = append(lines, v.Count("facilitator", len(hosts), v.List(hosts))+".")
	}
	if t := v.journey.Title; t != "" && t != v.title() && t != boards.Untitled.NL && t != boards.Untitled.EN {
		lines = append(lines, v.T("journey.is", t))
	}
	if purpose := v.workshop.Purpose; purpose != "" {
		lines = append(lines, v.T("invite.purpose", purpose))
	}
	return lines
}

// turnout counts who was there: participants, and their departments.
func (v view) turnout() (people, departments int) {
	seen := map[string]bool{}
	for _, r := range v.board.All("person") {
		if r.Str("role") == boards.RoleParticipant && r.Bool("present") {
			people++
			seen[r.Str("department_id")] = true
		}
	}
	delete(seen, "")
	return people, len(seen)
}

// conclusion is that of whoever leads, else the first automatic sentence that holds (method.md 3.5); of an example nobody spoke about yet
// it is a proposal.
func (v view) conclusion() string {
	if own := strings.TrimSpace(v.shape.Conclusion); own != "" {
		return own
	}
	lines, steps := v.sentences(), v.Count("n.steps", len(v.steps))
	switch {
	case len(lines) > 0 && !v.discussed():
		return v.T("conclusion.proposal", lines[0].Text)
	case len(lines) > 0:
		return lines[0].Text
	case len(v.steps) == 0:
		return v.T("conclusion.none")
	case v.promises() > 0:
		return v.T("conclusion.agreed", steps, v.Count("n.agreed", v.promises()))
	case len(v.votes) > 0 || len(v.in.Curve) > 0:
		return v.T("conclusion.drawn", steps)
	}
	return v.T("conclusion.steps", steps)
}

func (v view) sentences() []insight.Line {
	name := ""
	if v.persona != nil {
		name = v.persona.Name
	}
	lines := insight.SentencesOf(v.board, v.in, name, v.Language)
	return slices.DeleteFunc(lines, func(l insight.Line) bool { return l.Code == "evidence" && v.knowledge() == 0 })
}

// askedMost is how many lines the decision box holds (method.md 5.2).
const askedMost = 5

// decisions is what is asked of the reader: the lines of whoever leads, then rules put to management, mandates that wait for a name, and
// top pains that nobody took.
func (v view) decisions() (asked []decision, more string) {
	asked = v.decisionLines()
	if v.shape.FillDecisions {
		asked = slices.Concat(asked, v.rulesAsked(), v.mandatesAsked(), v.ownersAsked())
	}
	rest := max(0, len(asked)-askedMost)
	asked = asked[:len(asked)-rest]
	for i := range asked {
		asked[i].N = i + 1
	}
	return asked, v.Count("decision.rest", rest)
}

// decisionLines are what whoever leads asks of the reader, in their own words.
func (v view) decisionLines() (asked []decision) {
	for _, r := range v.board.All("decision_line") {
		line := boards.Read[boards.DecisionLine](r)
		if strings.TrimSpace(line.Text) == "" {
			continue
		}
		d, facts := decision{Text: line.Text}, []string{}
		if line.Proposer != "" {
			facts = append(facts, v.T("decision.proposer", line.Proposer))
		}
		if line.Decider == "" {
			d.Missing = v.T("no.decider")
		} else {
			facts = append(facts, v.T("decision.decider", line.Decider))
		}
		if line.ByDate != "" {
			facts = append(facts, v.T("decision.by", v.date(line.ByDate)))
		}
		d.Facts = strings.Join(facts, " · ")
		asked = append(asked, d)
	}
	return asked
}

// rulesAsked are the rules that the room may not decide about.
func (v view) rulesAsked() (asked []decision) {
	for _, r := range v.rulesShown() {
		rule := boards.Read[boards.Rule](r)
		if rule.Verdict != "ask" {
			continue
		}
		d := decision{Text: v.T("decision.rule", rule.Text), Missing: v.T("no.decision")}
		if len(rule.StepIDs) > 0 {
			d.Step = v.stepWord(rule.StepIDs[0])
		}
		asked = append(asked, d)
	}
	return asked
}

// mandatesAsked are the mandates that nobody signed.
func (v view) mandatesAsked() (asked []decision) {
	for _, r := range v.mandates() {
		if m := boards.Read[boards.Mandate](r); !m.Signed() {
			asked = append(asked, decision{Text: v.T("decision.mandate", m.Role, m.MayDo), Step: v.stepWord(m.StepID),
				Missing: v.T("mandate.unsigned")})
		}
	}
	return asked
}

// ownersAsked are the top pains that nobody took.
func (v view) ownersAsked() (asked []decision) {
	for _, id := range v.topPains() {
		p, _ := v.pain(id)
		fixes := v.fixesFor(id)
		if len(fixes) > 0 && fixes[0].OwnerPerson != "" {
			continue
		}
		d := decision{Text: v.T("decision.owner", p.Text), Step: v.stepWord(p.StepID), Missing: v.T("no.owner")}
		if len(fixes) == 0 {
			d.Missing = v.T("no.fix")
		}
		asked = append(asked, d)
	}
	return asked
}

// topPains are the pains that coverage is about, best first.
func (v view) topPains() []string {
	if v.in.Coverage == nil {
		return nil
	}
	return v.in.Coverage.Top
}

// top gives the three best ranked pains with what will be done about them; where nobody voted what was agreed, and a sentence that says so.
func (v view) top() (rows []topPain, title, why string) {
	for _, vote := range v.ranked[:min(3, len(v.ranked))] {
		p, _ := v.pain(vote.Item)
		row := topPain{Text: p.Text, Step: v.stepWord(p.StepID)}
		if fixes := v.fixesFor(vote.Item); len(fixes) > 0 {
			v.fillFix(&row, fixes[0])
		}
		rows = append(rows, row)
	}
	switch {
	case len(rows) == 1:
		return rows, v.T("top.one"), ""
	case len(rows) > 1:
		return rows, v.T("top", len(rows)), ""
	case len(v.votes) > 0:
		return nil, v.T("top", 3), v.T("top.nodots")
	}
	shown := 0
	for _, p := range v.pains {
		if p.shown() {
			shown++
		}
	}
	why = v.T("top.novotes") + " " + v.Count(v.annexed("top.waiting"), shown)
	if rows = v.agreed(); len(rows) > 0 {
		return rows, v.T("top.agreed"), why
	}
	return nil, v.T("top", 3), why
}

// agreed gives the first three fixes that were agreed, each with the pain it is for.
func (v view) agreed() (rows []topPain) {
	for _, f := range slices.SortedStableFunc(slices.Values(v.fixes), byTurn) {
		if !f.agreed() || !f.shown() || len(rows) == 3 {
			continue
		}
		row := topPain{}
		for _, id := range f.PainIDs {
			if p, ok := v.pain(v.target(id)); ok {
				row.Text, row.Step = p.Text, v.stepWord(p.StepID)
				break
			}
		}
		v.fillFix(&row, f)
		rows = append(rows, row)
	}
	return rows
}

func (v view) fillFix(row *topPain, f fix) {
	row.Fix, row.Owner = f.Text, v.owner(f)
	if f.DueDate != "" {
		row.Date = v.shortDate(f.DueDate, v.workshop.Date)
	}
	if d, ok := v.home(f); ok && f.OwnerPerson != "" {
		t := tileOf(d)
		row.Home = &t
	}
}

// quotesShown gives the quotes that may be in a report, real customers first, and how many may not.
func (v view) quotesShown() (shown []boards.Quote, omitted int) {
	for _, r := range v.board.Shown("quote") {
		q := boards.Read[boards.Quote](r)
		switch {
		case strings.TrimSpace(q.Text) == "":
		case q.Consent == "given" || q.Consent == "none_needed":
			shown = append(shown, q)
		default:
			omitted++
		}
	}
	slices.SortStableFunc(shown, func(a, b boards.Quote) int { return v.quoteWeight(b) - v.quoteWeight(a) })
	return shown, omitted
}

func (v view) quoteWeight(q boards.Quote) int {
	n := 0
	if q.Kind != "example" {
		n += 4
	}
	if q.StepID != "" && slices.ContainsFunc(v.ranked[:min(3, len(v.ranked))], func(vote insight.Vote) bool {
		p, _ := v.pain(vote.Item)
		return p.StepID == q.StepID
	}) {
		n += 2
	}
	return n
}

// voice is the one quote of page 1.
func (v view) voice() *quote {
	shown, _ := v.quotesShown()
	if len(shown) == 0 {
		return nil
	}
	q := v.quoteOf(shown[0])
	return &q
}

func (v view) quoteOf(q boards.Quote) quote {
	out := quote{Text: strings.Trim(q.Text, "\"“”„ \n"), Source: q.Source, Step: v.stepWord(q.StepID)}
	kind := v.Label("quote", "kind", q.Kind)
	said := strings.Contains(strings.ToLower(q.Source), strings.ToLower(kind)) // "Sanne, interview 12 November" says it
	if q.Kind != "example" && !said {
		out.Kind = kind
	}
	return out
}
