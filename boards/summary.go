package boards

import "slices"

// The summary as whoever leads wants it (method.md 3.3, F40).

// Report says how the summary is told. Version and checksum are printed in it and kept nowhere.
type Report struct {
	Language      string   `field:"language,enum=nl|en"`
	Conclusion    string   `field:"conclusion,max=200"`
	FillDecisions bool     `field:"fill_decisions,default=true"` // what the board asks for stands below the lines of their own
	Sections      []string `field:"sections,enum=summary|map|saw|actions|rules|annex,most=6"`
	HiddenIDs     []string `field:"hidden_ids,max=40,most=400"`
	Confidential  bool     `field:"confidential,default=false"`
}

var reportKind = define[Report](Kind{Name: "report", Limit: 1})

// DecisionLine is one line of what is asked of whoever reads the summary.
type DecisionLine struct {
	Text     string `field:"text,need,max=160"`
	Proposer string `field:"proposer,max=40,person"`
	Decider  string `field:"decider,max=40,person"`
	ByDate   string `field:"by_date,date"`
}

var decisionLineKind = define[DecisionLine](Kind{Name: "decision_line", Limit: 5, Ordered: true})

func init() {
	reportKind.rule = reportRule
	called("report", Label{"Verslag", "Report"}, map[string]Label{
		"language":       {"In welke taal?", "In which language?"},
		"conclusion":     {"Conclusie", "Conclusion"},
		"fill_decisions": {"Vul aan met wat het bord vraagt", "Add what the board asks for"},
		"sections":       {"Welke delen?", "Which parts?"},
		"confidential":   {"Zet er “Vertrouwelijk” onder", "Print “Confidential” at the foot"},
	}, map[string][]Choice{"sections": choices(
		"summary", "Samenvatting", "Summary",
		"map", "De klantreis", "The journey",
		"saw", "Wat we zagen", "What we saw",
		"actions", "Wie doet wat wanneer", "Who does what when",
		"rules", "Regels en mandaat", "Rules and mandates",
		"annex", "Bijlage", "Annex")})
	likeAnother("report.language", "board.language")
	called("decision_line", Label{"Gevraagd besluit", "Decision asked"}, map[string]Label{
		"text":     {"Welk besluit vragen jullie?", "Which decision do you ask for?"},
		"proposer": {"Wie stelt het voor?", "Who proposes it?"},
		"decider":  {"Wie beslist?", "Who decides?"},
		"by_date":  {"Vóór wanneer?", "By when?"},
	}, nil)
}

// reportRule: page 1 is always there, and what is left out is an item of its own that everybody sees.
func reportRule(c change) (Fields, *Refusal) {
	if c.who.Role == RoleServer {
		return nil, nil
	}
	report := Read[Report](c.after)
	if c.changed("sections") && len(report.Sections) > 0 && !slices.Contains(report.Sections, "summary") {
		return nil, refuse("bad_value", "sections").reason("summary")
	}
	if !c.changed("hidden_ids") {
		return nil, nil
	}
	for _, id := range report.HiddenIDs {
		if c.before != nil && slices.Contains(c.before.List("hidden_ids"), id) {
			continue // it may be gone since
		}
		if r := c.board.Get(id); r == nil || len(r.To) > 0 || !kindsByName[r.Kind].Item {
			return nil, refuse("not_found", "hidden_ids")
		}
	}
	return nil, nil
}

// ReportOf gives how the summary of a board is told.
func ReportOf(b *Board) Report {
	if r := b.one("report"); r != nil {
		return Read[Report](r)
	}
	return Report{FillDecisions: true}
}

// Tells says whether a section is in the summary: all are as long as nobody chose.
func (r Report) Tells(section string) bool {
	return len(r.Sections) == 0 || slices.Contains(r.Sections, section)
}

// Shaped gives the board as its summary tells it: without the items that were left out, what hangs on them and what was counted of them.
// With it comes how many items of each kind were left out.
func Shaped(b *Board) (told *Board, left map[string]int) {
	hidden := hiddenOn(b)
	if len(hidden) == 0 {
		return b, nil
	}
	left = map[string]int{}
	for id := range hidden {
		left[b.Get(id).Kind]++
	}
	still := b.Still()
	still.records = slices.DeleteFunc(still.records, func(r *Record) bool { return isHidden(b, hidden, r) })
	return still.Board(), left
}

// hiddenOn gives the ids that are left out and are still there.
func hiddenOn(b *Board) map[string]bool {
	report := b.one("report")
	if report == nil {
		return nil
	}
	hidden := map[string]bool{}
	for _, id := range report.List("hidden_ids") {
		if b.Get(id) != nil {
			hidden[id] = true
		}
	}
	return hidden
}

// isHidden says whether a record is left out, hangs on one that is, or was counted of one.
func isHidden(b *Board, hidden map[string]bool, r *Record) bool {
	for r != nil && len(hidden) > 0 {
		kind := kindsByName[r.Kind]
		if hidden[r.ID] {
			return true
		}
		if kind == nil {
			return false
		}
		if kind.Made != ByPeople && slices.ContainsFunc(kind.Fields, func(f Field) bool { return hidden[r.Str(f.Name)] }) {
			return true
		}
		if kind.Parent == "" {
			return false
		}
		r = b.Get(r.Str(kind.Parent))
	}
	return false
}
