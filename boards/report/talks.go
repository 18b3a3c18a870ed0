package report

import (
	"slices"

	"muntsaus/boards"
)

// talkRow is what was said at a step at which departments differ, and how far they were apart before and after.
type talkRow struct{ Step, Title, Gap, Note, Quote string }

// talks gives the talks in which something was said, or after which people scored again.
func (v view) talks() (rows []talkRow) {
	for _, talk := range v.in.Talks {
		row := talkRow{Step: v.stepWord(talk.Step), Note: talk.Note, Quote: v.talkQuote(talk.Quote)}
		if step := v.board.Get(talk.Step); step != nil {
			row.Title = step.Str("title")
		}
		switch {
		case talk.Before == nil:
		case talk.After == nil:
			row.Gap = v.T("talk.gap", v.decimal(*talk.Before))
		default:
			row.Gap = v.T("talk.after", v.decimal(*talk.Before), v.decimal(*talk.After))
		}
		if row.Note != "" || row.Quote != "" || talk.After != nil {
			rows = append(rows, row)
		}
	}
	return rows
}

// talkQuote gives what a customer said, where it may be told.
func (v view) talkQuote(id string) string {
	quotes, _ := v.quotesShown()
	r := v.board.Get(id)
	if r == nil || r.Kind != "quote" {
		return ""
	}
	q := boards.Read[boards.Quote](r)
	if !slices.Contains(quotes, q) {
		return ""
	}
	return v.quoteOf(q).Text
}
