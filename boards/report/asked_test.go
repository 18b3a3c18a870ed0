package report

import (
	"slices"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// Everything that the details of a pain ask for is in the annex, and has a column in the workbook and in the CSV, which hold one table.
func TestWhatIsAskedForIsTold(t *testing.T) {
	x := full(t, "nl")
	first := x.b.Shown("pain")[0]
	for _, f := range boards.KindNamed("pain").Asked() {
		x.set(first.ID, boards.Fields{f.Name: someOf(f)})
	}
	for _, language := range []string{"nl", "en"} {
		v := look(x.b, insight.Of(x.b), Options{Language: language})
		p, _ := v.pain(first.ID)
		facts, table := v.painFacts(p), v.painTable()
		row := slices.IndexFunc(table.rows, func(row []any) bool { return row[1] == p.Text })
		for _, f := range boards.KindNamed("pain").Asked() {
			said := boards.FieldInLine(language, p.Record, f.Name)
			if !strings.Contains(facts, said) {
				t.Errorf("%s: the annex does not say %q: %s", language, said, facts)
			}
			at := slices.IndexFunc(table.columns, func(c column) bool { return c.head == boards.Head(language, "pain", f.Name) })
			if at < 0 || table.rows[row][at] != said && table.rows[row][at] != p.Record.Fields[f.Name] {
				t.Errorf("%s: no column says %s", language, f.Name)
			}
		}
	}
}

// someOf gives a value that a field may have.
func someOf(f boards.Field) any {
	switch f.Type {
	case boards.Enum:
		return f.Options[0]
	case boards.Enums:
		return f.Options[:1]
	}
	return f.Max
}
