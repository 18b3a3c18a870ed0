package ts

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"muntsaus/boards"
	"muntsaus/boards/insight"
)

// typeWords say what a field holds, for people; what has options says those.
var typeWords = map[boards.Type]string{boards.Text: "text", boards.Int: "whole number", boards.Number: "number", boards.Bool: "yes or no",
	boards.Date: "date", boards.Time: "moment", boards.Ref: "id", boards.Texts: "texts", boards.Refs: "ids", boards.Dates: "dates",
	boards.Age: "years or a band", boards.Word: "{singular, plural}", boards.Ints: "whole numbers"}

const referenceHead = `# Records, views and insights

Made by ` + "`go generate ./boards`" + ` from the tables of package boards. Rules of records and frames: [protocol.md](protocol.md).

## Kinds

What pages and board.json are told. A number behind a text is its most characters, behind a list its most entries; *server*: nobody else
writes it.

| kind | most | fields |
|---|---|---|
`

// Reference gives the kinds with their fields, the activities with their views, and the keys of the insight object, for people.
func Reference() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, referenceHead)
	for _, kind := range boards.Kinds() {
		if kind.Reach != boards.ToServer {
			cells := []string{"`" + kind.Name + "`", fmt.Sprint(kind.Limit), fieldLine(kind)}
			fmt.Fprintf(&out, "| %s |\n", strings.Join(escaped(cells), " | "))
		}
	}
	fmt.Fprint(&out, "\n## Activities\n\nWhat an `agenda_item` may be, its view on the projector and the round that belongs to it.\n\n")
	fmt.Fprint(&out, "| activity | view | collect |\n|---|---|---|\n")
	for _, a := range boards.Activities() {
		fmt.Fprintf(&out, "| %s | %s | %s |\n", a.Name, a.View, cmp.Or(strings.TrimSpace(a.Collect+" "+a.About["poll"]), "–"))
	}
	fmt.Fprintf(&out, "\nAll views: %s.\n", strings.Join(boards.Views(), ", "))
	fmt.Fprint(&out, "\n## Insights\n\nThe keys of the insight object. `?` = null without data.\n\n| key | holds |\n|---|---|\n")
	keys := reflect.TypeFor[insight.Insight]()
	for i := range keys.NumField() {
		name, _, _ := strings.Cut(keys.Field(i).Tag.Get("json"), ",")
		fmt.Fprintf(&out, "| %s | %s |\n", name, holds(keys.Field(i).Type))
	}
	return out.Bytes()
}

func fieldLine(kind *boards.Kind) string {
	var fields []string
	for i := range kind.Fields {
		f := &kind.Fields[i]
		line := f.Name + " " + cmp.Or(strings.TrimSpace(span(f)), typeWords[f.Type], "of "+strings.Join(f.Options, ", "))
		if f.Row != nil {
			line = f.Name + " [" + holds(f.Row) + "]"
		}
		switch {
		case f.Type == boards.Text && f.Limited():
			line += fmt.Sprint(" ", f.Max)
		case f.Many() && f.Most > 0:
			line += fmt.Sprint(" ", f.Most)
		}
		if f.Server {
			line += " *server*"
		}
		fields = append(fields, line)
	}
	return strings.Join(fields, " · ")
}

// holds says the shape of a value on one line.
func holds(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return holds(t.Elem()) + "?"
	case reflect.Slice:
		return "[" + holds(t.Elem()) + "]"
	case reflect.Map:
		return "{…: " + holds(t.Elem()) + "}"
	case reflect.Struct:
		var parts []string
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			parts = append(parts, member(name, t.Field(i).Type))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "yes or no"
	}
	return "number"
}

// member names a value, and says its shape where that is more than one value.
func member(name string, t reflect.Type) string {
	inner, mark := t, ""
	if inner.Kind() == reflect.Pointer {
		inner, mark = inner.Elem(), "?"
	}
	switch inner.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Map:
		return name + ": " + holds(inner) + mark
	}
	return name + mark
}
