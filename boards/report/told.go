package report

import (
	"slices"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// told is what people said about the journey: the best and the worst story whole, the balance, and the steps nobody has a story about
// (method.md 5.2, 3.4.19).
type told struct {
	Best, Worst *storyRow
	Lines       []string
}

type storyRow struct{ Text, Kind, Step string }

// told gives nil when nobody told anything and no step is forgotten.
func (v view) told() *told {
	t := &told{Best: v.storyOf("enthusiast", "good_example"), Worst: v.storyOf("lost_customer", "dissatisfied")}
	if b := v.in.StoryBalance; b != nil {
		t.Lines = append(t.Lines, v.T("stories.balance", v.Count("n.stories.good", b.Good), v.Count("n.stories.bad", b.Bad)))
	}
	if at := v.stepNumbers(v.in.ForgetZone); len(at) > 0 {
		t.Lines = append(t.Lines, v.Count("stories.forget", len(at), v.List(at)))
	}
	if t.Best == nil && t.Worst == nil && len(t.Lines) == 0 {
		return nil
	}
	return t
}

// storyOf gives the first finished story of the first kind that has one; what customers told themselves goes first.
func (v view) storyOf(kinds ...string) *storyRow {
	for _, kind := range kinds {
		for _, teller := range []string{"customer", "employee"} {
			for _, r := range v.board.Shown("story") {
				if r.Complete() && r.Str("kind") == kind && r.Str("teller") == teller {
					row := v.storyRow(r)
					return &row
				}
			}
		}
	}
	return nil
}

func (v view) storyRow(r *boards.Record) storyRow {
	return storyRow{r.Str("text"), v.Label("story", "kind", r.Str("kind")), v.stepWord(r.Str("step_id"))}
}

// stories are all finished ones for the annex, good ones first.
func (v view) stories() (rows []storyRow) {
	for _, good := range []bool{true, false} {
		for _, r := range v.board.Shown("story") {
			if r.Complete() && insight.IsGoodStory(r.Str("kind")) == good {
				rows = append(rows, v.storyRow(r))
			}
		}
	}
	return rows
}

// delightRow is an idea that makes a step special.
type delightRow struct{ Text, Step, Facts string }

// delights are the finished ones in the order of the journey.
func (v view) delights() (rows []delightRow) {
	list := slices.DeleteFunc(v.board.Shown("delight"), func(r *boards.Record) bool { return !r.Complete() })
	slices.SortStableFunc(list, func(a, b *boards.Record) int { return v.number[a.Str("step_id")] - v.number[b.Str("step_id")] })
	for _, r := range list {
		facts := []string{v.Label("delight", "kind", r.Str("kind")), v.Label("delight", "for_whom", r.Str("for_whom"))}
		d := boards.Read[boards.Delight](r)
		if d.Fun != nil && d.Effort != nil {
			facts = append(facts, v.T("delights.worth", v.half(*d.Fun), v.half(*d.Effort)))
		}
		rows = append(rows, delightRow{d.Text, v.stepWord(d.StepID), v.List(facts)})
	}
	return rows
}

// half says a median of whole points: 2.5 stays 2.5.
func (v view) half(n float64) string {
	if n == float64(int(n)) {
		return v.whole(int(n))
	}
	return v.decimal(n)
}

// podium is who is recognised and said that it may be told (method.md 3.3).
func (v view) podium() (lines []string) {
	for _, r := range v.board.Shown("kudos") {
		if k := boards.Read[boards.Kudos](r); k.Consent == "yes" && r.Complete() {
			lines = append(lines, boards.Isolated(k.ToName)+": "+boards.Isolated(k.Act))
		}
	}
	return lines
}
