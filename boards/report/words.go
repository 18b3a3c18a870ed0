package report

import (
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
)

// words speaks one language. Pages ask for it by key; the dictionary has both languages for every key, and a test says so.
type words struct{ Language string }

// Dutch says which of the two languages it is.
func (w words) Dutch() bool { return w.Language == "nl" }

// T gives the words of a key, filled with args.
func (w words) T(key string, args ...any) string {
	entry, ok := dictionary[key]
	if !ok {
		panic("report: no words for " + key) // a programming error; the dictionary test finds it
	}
	text := entry[1]
	if w.Dutch() {
		text = entry[0]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, boards.IsolatedAll(args)...)
}

// Label gives the words of a value inside a line; a value without words, of a newer program, is shown as it is.
func (w words) Label(kind, field, value string) string {
	return boards.LabelInLine(w.Language, kind, field, value)
}

// Name gives the words of a value as somebody chooses it.
func (w words) Name(kind, field, value string) string {
	return boards.LabelOf(w.Language, kind, field, value)
}

// Head gives what a column of a field is called.
func (w words) Head(kind, field string) string { return boards.Head(w.Language, kind, field) }

// Count says a number of things: the entry reads "none|one|more" with {n} for the number.
func (w words) Count(key string, n int, args ...any) string {
	form := strings.Split(w.T(key), "|")[min(max(n, 0), 2)]
	form = strings.ReplaceAll(form, "{n}", w.whole(n))
	if !strings.Contains(form, "%") {
		return form
	}
	return fmt.Sprintf(form, boards.IsolatedAll(args)...)
}

// List joins texts with commas and "and".
func (w words) List(texts []string) string {
	texts = slices.Clone(texts)
	for i, text := range texts {
		texts[i] = boards.Isolated(text)
	}
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " " + w.T("and") + " " + texts[last]
}
