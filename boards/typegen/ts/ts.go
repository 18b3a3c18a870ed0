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
	const engine, words = "frontend/src/engine/", "frontend/src/words/"
	return map[string][]byte{engine + "records.gen.ts": Records(), engine + "insight.gen.ts": Insight(), engine + "rights.gen.ts": Rights(),
		engine + "limits.gen.ts": Limits(), engine + "activities.gen.ts": Activities(),
		words + "nl/labels.gen.ts": Labels("nl", false), words + "en/labels.gen.ts": Labels("en", false),
		words + "nl/door.gen.ts": Labels("nl", true), words + "en/door.gen.ts": Labels("en", true),
		"docs/matrix.md": Matrix(), "docs/rounds.md": Rounds(), "docs/records.md": Reference()}
}

// Records gives the types and limits of all kinds.
func Records() []byte {
	var out bytes.Buffer
	fmt.Fprintln(&out, "// Made by `go generate ./boards` from the field table of package boards. Do not edit.")
	fmt.Fprintln(&out)
	rows := &shapes{out: &out, done: map[string]bool{}}
	for _, kind := range boards.Kinds() {
		if !outside(kind) {
			continue
		}
		for _, f := range kind.Fields {
			if f.Type == boards.Rows {
				rows.write(f.Row)
			}
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

// outside leaves out the kinds that no page is told.
func outside(kind *boards.Kind) bool {
	return kind.Reach != boards.ToServer && kind.Reach != boards.ByAddress
}

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
	fmt.Fprint(out, `/**
 * The traits of a kind. parent: the field that names what it hangs on · ordered: it has a place among its like · veiled: its author is
 * hidden unless the board shows authors · onMap: a part of the map itself · item: told one by one in
 * the summary · sticky: a card that somebody wrote · made: nobody makes one
 * but the server, or it answers a hidden round (answers, about: the field that names what an answer is about) · most: how many a board
 * holds · people: the fields that name a person · asks, more: the fields that its details ask for, first and folded · card: those
 * whose answer stands on the card · texts: the fields in which people type together, with their most code points.
 */
export interface Traits {
  parent?: string;
  ordered?: true;
  veiled?: true;
  onMap?: true;
  item?: true;
  sticky?: true;
  made?: 'server' | 'answer';
  answers?: string;
  about?: string;
  people?: readonly string[];
  asks?: readonly string[];
  more?: readonly string[];
  card?: readonly string[];
  most: number;
  texts: Record<string, number>;
}

`)
	fmt.Fprintln(out, "export const kinds: Record<KindName, Traits> = {")
	for _, kind := range boards.Kinds() {
		if outside(kind) {
			fmt.Fprintf(out, "  %s: { %smost: %d, texts: { %s } },\n", kind.Name, traits(kind), kind.Limit, texts(kind))
		}
	}
	fmt.Fprintf(out, "};\n\n/** The cards that people write and hang on the map. */\nexport type Sticky = %s;\n",
		"'"+strings.Join(stickies(), "' | '")+"'")
}

func traits(kind *boards.Kind) string {
	var s string
	words := []struct{ name, value string }{
		{"parent", kind.Parent}, {"made", maker[kind.Made]}, {"answers", kind.Answers}, {"about", kind.About},
	}
	for _, word := range words {
		if word.value != "" {
			s += fmt.Sprintf("%s: '%s', ", word.name, word.value)
		}
	}
	for _, trait := range []struct {
		name string
		is   bool
	}{{"ordered", kind.Ordered}, {"veiled", kind.Veiled}, {"onMap", kind.OnMap}, {"item", kind.Item},
		{"sticky", kind.Sticky}} {
		if trait.is {
			s += trait.name + ": true, "
		}
	}
	for _, list := range []struct {
		name string
		has  func(f *boards.Field) bool
	}{
		{"people", func(f *boards.Field) bool { return f.Person }},
		{"asks", func(f *boards.Field) bool { return f.Ask == boards.AskFirst }},
		{"more", func(f *boards.Field) bool { return f.Ask == boards.AskMore }},
		{"card", func(f *boards.Field) bool { return f.Card }},
	} {
		if names := fieldsWith(kind, list.has); len(names) > 0 {
			s += fmt.Sprintf("%s: [%s], ", list.name, quoted(names))
		}
	}
	return s
}

var maker = map[boards.Maker]string{boards.ByAnswer: "answer", boards.ByServer: "server"}

func fieldsWith(kind *boards.Kind, trait func(f *boards.Field) bool) (names []string) {
	for i := range kind.Fields {
		if trait(&kind.Fields[i]) {
			names = append(names, kind.Fields[i].Name)
		}
	}
	return names
}

func texts(kind *boards.Kind) string {
	var parts []string
	for _, f := range kind.Fields {
		if f.Type == boards.Text && f.Name != "order" && !f.Aside {
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
	case boards.Ints:
		return "number[]"
	case boards.Enums:
		return "(" + options(f) + ")[]"
	case boards.Age:
		return "number | string"
	case boards.Rows:
		return shapeName(f.Row) + "[]"
	case boards.Word:
		return "{ singular: string; plural: string }"
	}
	return "string"
}

func options(f *boards.Field) string { return "'" + strings.Join(f.Options, "' | '") + "'" }

// stickies names the kinds that stand on the map as cards.
func stickies() (names []string) {
	for _, kind := range boards.Kinds() {
		if kind.Sticky {
			names = append(names, kind.Name)
		}
	}
	return names
}
