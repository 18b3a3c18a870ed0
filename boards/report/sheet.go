package report

import (
	"strings"
	"time"

	"muntsaus/boards"
)

// sheet is one list of the board, as the workbook and the CSV files both hold it. Cells are a string, an int, a float64, a day, or nil
// where there is nothing.
type sheet struct {
	name    string
	columns []column
	rows    [][]any
}

// column is how one column looks: its head, its width in a spreadsheet in letters, and what its cells are.
type column struct {
	head string
	wide float64
	kind cellKind
}

// cellKind is what the cells of a column are.
type cellKind int

const (
	asText cellKind = iota
	asNumber
	asDay
)

// day is a date without a time.
type day struct{ time.Time }

// of is a column with where its cells come from.
type of[T any] struct {
	head string
	wide float64
	kind cellKind
	cell func(T) any
}

// tableOf asks every column for its cell of every item.
func tableOf[T any](v view, name string, items []T, columns []of[T]) sheet {
	t := sheet{name: v.T(name)}
	for _, c := range columns {
		t.columns = append(t.columns, column{c.head, c.wide, c.kind})
	}
	for _, item := range items {
		var row []any
		for _, c := range columns {
			row = append(row, c.cell(item))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// askedFor gives a column for everything that the details of a kind ask for, in their order.
func askedFor[T any](v view, kind string, record func(T) *boards.Record) (columns []of[T]) {
	for _, f := range boards.KindNamed(kind).Asked() {
		c := of[T]{v.Head(kind, f.Name), 20, asText, func(item T) any { return boards.FieldInLine(v.Language, record(item), f.Name) }}
		if f.Type == boards.Int {
			c.wide, c.kind, c.cell = 10, asNumber, func(item T) any { return record(item).Fields[f.Name] }
		}
		columns = append(columns, c)
	}
	return columns
}

// dayOf reads a date of the board; what is no date is nothing.
func dayOf(iso string) any {
	at, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return nil
	}
	return day{at}
}

// dayAt gives the date of a moment where the workshop is.
func (v view) dayAt(moment string) any {
	at, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return nil
	}
	return dayOf(at.In(v.zone()).Format(time.DateOnly))
}

// lined writes several texts in one cell, each on a line of its own.
func lined(texts []string) string { return strings.Join(texts, "\n") }

// wholeOf gives a whole number, or nothing.
func wholeOf(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}
