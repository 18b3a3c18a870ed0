package report

import (
	"slices"
	"strings"

	"muntsaus/boards"
)

// needRow is what customers want, beside the professional norm, and how far the room agreed (method.md 1.1, F13).
type needRow struct {
	Text, Norm, Mean, N string
	Conflict            bool
}

// needRows gives the finished needs: most agreed with first, then what nobody was asked about.
func (v view) needRows() (rows []needRow) {
	told := map[string]bool{}
	add := func(id, mean, n string) {
		r := v.board.Get(id)
		if told[id] || r == nil || !r.Complete() {
			return
		}
		told[id] = true
		need := boards.Read[boards.Need](r)
		rows = append(rows, needRow{need.Text, need.ProfessionalNorm, mean, n, need.NormConflict})
	}
	for _, agreed := range v.in.Needs {
		add(agreed.Need, boards.Figure(agreed.Mean, 1, v.Language), v.whole(agreed.N))
	}
	for _, r := range v.board.Shown("need") {
		add(r.ID, "–", "–")
	}
	return rows
}

// knownColumn is what the group knows, thinks or does not know (method.md 1.1, F12).
type knownColumn struct {
	Title string
	Cards []knownCard
}

type knownCard struct{ Text, Facts string }

// knownColumns gives the columns that hold a card. What is said to be known without evidence is an assumption.
func (v view) knownColumns() (columns []knownColumn) {
	for _, level := range []string{"known", "assumed", "unknown"} {
		column := knownColumn{Title: v.T("know." + level)}
		for _, r := range v.board.Shown("knowledge_card") {
			card := boards.Read[boards.KnowledgeCard](r)
			if strings.TrimSpace(card.Text) != "" && sureOf(r) == level {
				column.Cards = append(column.Cards, knownCard{card.Text, v.knownFacts(card)})
			}
		}
		if len(column.Cards) > 0 {
			columns = append(columns, column)
		}
	}
	return columns
}

// sureOf gives the column of a card.
func sureOf(card *boards.Record) string {
	if level := card.Str("level"); level != "known" || card.Complete() {
		return level
	}
	return "assumed"
}

// knownFacts says where something is known from, or who finds out and by when.
func (v view) knownFacts(card boards.KnowledgeCard) string {
	var facts []string
	if card.Level == "unknown" {
		if facts = append(facts, card.Owner); card.Owner == "" {
			facts = []string{v.T("know.nobody")}
		}
		if card.DueDate != "" {
			facts = append(facts, v.date(card.DueDate))
		}
		return strings.Join(facts, ", ")
	}
	for _, id := range card.EvidenceIDs {
		if r := v.board.Get(id); r != nil {
			facts = append(facts, v.proof(boards.Read[boards.Evidence](r)))
		}
	}
	return strings.Join(slices.DeleteFunc(facts, func(f string) bool { return f == "" }), "; ")
}

// proof names evidence with its number of customers and where it is.
func (v view) proof(e boards.Evidence) string {
	text := e.Title
	if e.N != nil {
		text += ", n = " + v.whole(*e.N)
	}
	if e.Link != "" {
		text += ", " + e.Link
	}
	return text
}
