package ts

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"muntsaus/boards"
)

const roundsHead = `# Hidden rounds

Made by ` + "`go generate ./boards`" + ` from the collections (boards/round_*.go). Everybody answers unseen, one reveal shows all.

*Opened with*: what ` + "`open`" + ` takes beside its ` + "`collect`" + ` · *Answered by*: the kind and its fields, beside ` +
	"`round_id`" + ` · *Told*: by voice = each answer as a fact with department (or that it was a guest)
and a pseudonym · in words = each card, with nobody's name · in sums = sums over three people or more · in counts = sums, also of one
person. Who receives what before and after: [secrecy.md](secrecy.md).

| collect | opened with | answered by | told | the reveal writes |
|---|---|---|---|---|
`

// Rounds gives the sorts of hidden rounds for people.
func Rounds() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, roundsHead)
	for _, c := range boards.Collections() {
		writes := cmp.Or(c.Tells, "each answer anew, without its author")
		cells := []string{c.Name, or(c.Args), answerLine(c.Answer()), c.Shows.String(), writes}
		fmt.Fprintf(&out, "| %s |\n", strings.Join(escaped(cells), " | "))
	}
	return out.Bytes()
}

// escaped lets no cell of a table end early.
func escaped(cells []string) []string {
	for i := range cells {
		cells[i] = strings.ReplaceAll(cells[i], "|", `\|`)
	}
	return cells
}

func answerLine(kind *boards.Kind) string {
	if kind == nil {
		return "whatever is written"
	}
	var fields []string
	for i := range kind.Fields {
		if f := &kind.Fields[i]; !f.Server && f.Name != "round_id" {
			fields = append(fields, f.Name+span(f))
		}
	}
	return fmt.Sprintf("`%s` {%s}", kind.Name, strings.Join(fields, ", "))
}

// span says what a field may hold, where its type alone does not.
func span(f *boards.Field) string {
	switch {
	case f.Type == boards.Enum:
		return " " + strings.Join(f.Options, ", ")
	case (f.Type == boards.Int || f.Type == boards.Number) && f.Limited():
		return strings.ReplaceAll(fmt.Sprintf(" %d…%d", f.Min, f.Max), "-", "−")
	}
	return ""
}
