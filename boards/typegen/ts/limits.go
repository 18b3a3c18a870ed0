package ts

import (
	"bytes"
	"fmt"
	"strings"

	"muntsaus/boards"
)

// Limits gives the limits of the fields and the options of their enums, for the pages' own checks and lists.
func Limits() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "// Made by `go generate ./boards` from the field table of package boards. Do not edit.\n\n")
	fmt.Fprintln(&out, "/**")
	fmt.Fprintln(&out, " * By kind and field: the most code points of a text and the fewest of a complete one; the range of a number; "+
		"the most entries of a")
	fmt.Fprintln(&out, " * list and the fewest of a complete one (`of` = code points of each).")
	fmt.Fprintln(&out, " */")
	fmt.Fprintln(&out, "export const limits = {")
	eachKind(&out, limitOf)
	fmt.Fprint(&out, "} as const;\n\n")
	fmt.Fprintln(&out, "/** The options of each enum, in the order in which people see them. */")
	fmt.Fprintln(&out, "export const options = {")
	eachKind(&out, func(f *boards.Field) string {
		if len(f.Options) == 0 {
			return ""
		}
		return "['" + strings.Join(f.Options, "', '") + "']"
	})
	fmt.Fprint(&out, "} as const;\n\n")
	fmt.Fprintln(&out, "/** How many raised hands of one department count at one step. */")
	fmt.Fprintf(&out, "export const mostHands = %d;\n", boards.MostHands)
	return out.Bytes()
}

// eachKind writes what there is to say of the fields of each kind.
func eachKind(out *bytes.Buffer, of func(f *boards.Field) string) {
	for _, kind := range boards.Kinds() {
		var parts []string
		for i := range kind.Fields {
			if f := &kind.Fields[i]; f.Name != "order" && of(f) != "" {
				parts = append(parts, fmt.Sprintf("    %s: %s,\n", f.Name, of(f)))
			}
		}
		if outside(kind) && len(parts) > 0 {
			fmt.Fprintf(out, "  %s: {\n%s  },\n", kind.Name, strings.Join(parts, ""))
		}
	}
}

func limitOf(f *boards.Field) string {
	var parts []string
	add := func(name string, n int) { parts = append(parts, fmt.Sprintf("%s: %d", name, n)) }
	switch f.Type {
	case boards.Text, boards.Word:
		if f.Min > 0 {
			add("min", f.Min)
		}
		add("max", f.Max)
	case boards.Age:
		add("max", 10)
	case boards.Int, boards.Number:
		add("min", f.Min)
		if f.Limited() {
			add("max", f.Max)
		}
	case boards.Texts, boards.Enums, boards.Refs, boards.Dates, boards.Rows, boards.Ints:
		if f.Least > 0 {
			add("least", f.Least)
		}
		add("most", f.Most)
		if f.Type == boards.Texts {
			add("of", f.Max)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}
