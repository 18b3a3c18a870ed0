// Package ts says the table of kinds and the insights in TypeScript.
package ts

import (
	"bytes"
	"fmt"
	"strings"

	"muntsaus/boards"
)

// Files gives every generated file by its place in the repository.
func Files() map[string][]byte {
	const engine = "frontend/src/engine/"
	return map[string][]byte{engine + "records.gen.ts": Records(), engine + "insight.gen.ts": Insight(), engine + "rights.gen.ts": Rights(),
		"docs/matrix.md": Matrix()}
}

// Records gives the types and limits of all kinds.
func Records() []byte {
	var out bytes.Buffer
	fmt.Fprintln(&out, "// Made by `go generate ./boards` from the field table of package boards. Do not edit.")
	fmt.Fprintln(&out)
	for _, kind := range boards.Kinds() {
		if !outside(kind) {
			continue
		}
		fmt.Fprintf(&out, "export interface %s {\n", typeName(kind.Name))
		for i := range kind.Fields {
			fmt.Fprintf(&out, "  %s?: %s;\n", kind.Fields[i].Name, typeOf(&kind.Fields[i]))
		}
		fmt.Fprint(&out, "}\n\n")
	}
	byKind(&out)
	limits(&out)
	return out.Bytes()
}

// outside leaves out the kinds that never leave the server.
func outside(kind *boards.Kind) bool { return kind.Reach != boards.ToServer }

func byKind(out *bytes.Buffer) {
	fmt.Fprintln(out, "/** The fields of each kind of record. */")
	fmt.Fprintln(out, "export interface FieldsOf {")
	for _, kind := range boards.Kinds() {
		if outside(kind) {
			fmt.Fprintf(out, "  %s: %s;\n", kind.Name, typeName(kind.Name))
		}
	}
	fmt.Fprint(out, "}\n\nexport type KindName = keyof FieldsOf;\n\n")
}

func limits(out *bytes.Buffer) {
	fmt.Fprintln(out, "/** What the screens need of the table: what a record hangs on, whether it has an order, its text fields with their most code points. */")
	fmt.Fprintln(out, "export const kinds: Record<KindName, { parent?: string; ordered?: true; texts: Record<string, number> }> = {")
	for _, kind := range boards.Kinds() {
		if outside(kind) {
			fmt.Fprintf(out, "  %s: { %stexts: { %s } },\n", kind.Name, traits(kind), texts(kind))
		}
	}
	fmt.Fprintln(out, "};")
}

func traits(kind *boards.Kind) string {
	var s string
	if kind.Parent != "" {
		s += fmt.Sprintf("parent: %q, ", kind.Parent)
	}
	if kind.Ordered {
		s += "ordered: true, "
	}
	return strings.ReplaceAll(s, `"`, `'`)
}

func texts(kind *boards.Kind) string {
	var parts []string
	for _, f := range kind.Fields {
		if f.Type == boards.Text && f.Name != "order" {
			parts = append(parts, fmt.Sprintf("%s: %d", f.Name, f.Max))
		}
	}
	return strings.Join(parts, ", ")
}

func typeName(kind string) string {
	if kind == "board" {
		return "Workshop"
	}
	var name strings.Builder
	for _, word := range strings.Split(kind, "_") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}

func typeOf(f *boards.Field) string {
	switch f.Type {
	case boards.Enum:
		return options(f)
	case boards.Int, boards.Number:
		return "number"
	case boards.Bool:
		return "boolean"
	case boards.Texts, boards.Refs, boards.Dates:
		return "string[]"
	case boards.Enums:
		return "(" + options(f) + ")[]"
	case boards.Age:
		return "number | string"
	case boards.Word:
		return "{ singular: string; plural: string }"
	}
	return "string"
}

func options(f *boards.Field) string { return "'" + strings.Join(f.Options, "' | '") + "'" }
