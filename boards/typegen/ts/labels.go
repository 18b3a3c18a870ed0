package ts

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
)

// atDoor are the kinds whose words a page knows before there is a board.
var atDoor = []string{"board", "department", "person"}

// section is one of the lists in a file of labels; it gives the words of a value of a field, "" where there are none.
type section struct {
	name string
	of   func(kind, field string, c boards.Choice) string
}

func sections(language string) []section {
	return []section{
		{"values", func(_, _ string, c boards.Choice) string { return c.As.In(language) }},
		{"lines", func(_, _ string, c boards.Choice) string { return c.InLine.In(language) }},
		{"hints", func(kind, field string, c boards.Choice) string { return boards.Hint(language, kind, field, c.Value) }},
	}
}

// Labels gives the words of kinds, fields and values in one language; the other languages have the type of the Dutch. At the door only
// those of a few kinds are needed; they stand in a file of their own.
func Labels(language string, door bool) []byte {
	var out bytes.Buffer
	file, about := "labels", "What people call kinds, how fields are asked for, and what their values mean."
	if door {
		file, about = "door", "The same for the kinds that a page knows before there is a board."
	}
	fmt.Fprint(&out, "// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.\n")
	kind := ""
	if language != "nl" {
		fmt.Fprintf(&out, "import type { labels as nl } from '../nl/%s.gen';\n", file)
		kind = ": typeof nl"
	}
	fmt.Fprintf(&out, "\n/** %s */\nexport const labels%s = {\n", about, kind)
	out.WriteString("  kinds: {\n")
	for _, k := range kindsIn(door) {
		if label, ok := boards.KindLabels()[k.Name]; ok {
			fmt.Fprintf(&out, "    %s: %s,\n", k.Name, literal(label.In(language)))
		}
	}
	out.WriteString("  },\n")
	out.WriteString("  questions: {\n")
	for _, k := range kindsIn(door) {
		questions(&out, k, language)
	}
	out.WriteString("  },\n")
	for _, s := range sections(language) {
		fmt.Fprintf(&out, "  %s: {\n", s.name)
		for _, k := range kindsIn(door) {
			values(&out, k, s)
		}
		out.WriteString("  },\n")
	}
	out.WriteString("};\n")
	return out.Bytes()
}

// kindsIn gives the kinds of one of the two files that people meet.
func kindsIn(door bool) (kinds []*boards.Kind) {
	for _, k := range boards.Kinds() {
		if k.Made != boards.ByServer && slices.Contains(atDoor, k.Name) == door {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

func questions(out *bytes.Buffer, kind *boards.Kind, language string) {
	var rows []string
	for _, f := range kind.Fields {
		if l, ok := boards.Questions()[kind.Name+"."+f.Name]; ok {
			rows = append(rows, fmt.Sprintf("%s: %s", f.Name, literal(l.In(language))))
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(out, "    %s: { %s },\n", kind.Name, strings.Join(rows, ", "))
	}
}

func values(out *bytes.Buffer, kind *boards.Kind, s section) {
	var rows []string
	for _, f := range kind.Fields {
		var words []string
		for _, c := range boards.Choices(kind.Name, f.Name) {
			if text := s.of(kind.Name, f.Name, c); text != "" {
				words = append(words, fmt.Sprintf("%s: %s", key(c.Value), literal(text)))
			}
		}
		if len(words) > 0 {
			rows = append(rows, fmt.Sprintf("      %s: { %s },\n", f.Name, strings.Join(words, ", ")))
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(out, "    %s: {\n%s    },\n", kind.Name, strings.Join(rows, ""))
	}
}

// key quotes what is no plain name.
func key(value string) string {
	if strings.ContainsFunc(value, func(r rune) bool { return r < 'a' && r != '_' || r > 'z' }) {
		return literal(value)
	}
	return value
}

func literal(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text) + "'"
}
