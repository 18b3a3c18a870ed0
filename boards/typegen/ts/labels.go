package ts

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"muntsaus/boards"
)

// Labels gives the words of kinds, fields and values in one language; the other languages have the type of the Dutch.
func Labels(language string) []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.\n")
	kind := ""
	if language != "nl" {
		fmt.Fprint(&out, "import type { labels as nl } from '../nl/labels.gen';\n")
		kind = ": typeof nl"
	}
	fmt.Fprintf(&out, "\n/** What people call kinds, how fields are asked for, and what their values mean. */\nexport const labels%s = {\n",
		kind)
	out.WriteString("  kinds: {\n")
	for _, name := range slices.Sorted(maps.Keys(boards.KindLabels())) {
		fmt.Fprintf(&out, "    %s: %s,\n", name, literal(boards.KindLabel(language, name)))
	}
	out.WriteString("  },\n  questions: {\n")
	questions(&out, language)
	out.WriteString("  },\n  values: {\n")
	for _, kind := range boards.Kinds() {
		values(&out, kind, language)
	}
	out.WriteString("  },\n};\n")
	return out.Bytes()
}

func questions(out *bytes.Buffer, language string) {
	last := ""
	for _, name := range slices.Sorted(maps.Keys(boards.Questions())) {
		kind, field, _ := strings.Cut(name, ".")
		if kind != last && last != "" {
			out.WriteString("    },\n")
		}
		if kind != last {
			fmt.Fprintf(out, "    %s: {\n", kind)
		}
		last = kind
		fmt.Fprintf(out, "      %s: %s,\n", field, literal(boards.Question(language, kind, field)))
	}
	out.WriteString("    },\n")
}

func values(out *bytes.Buffer, kind *boards.Kind, language string) {
	var rows []string
	for _, f := range kind.Fields {
		var words []string
		for _, c := range boards.Choices(kind.Name, f.Name) {
			words = append(words, fmt.Sprintf("%s: %s", key(c.Value), literal(c.As.In(language))))
		}
		if len(words) > 0 {
			rows = append(rows, fmt.Sprintf("      %s: { %s },\n", f.Name, strings.Join(words, ", ")))
		}
	}
	if len(rows) > 0 && kind.Made != boards.ByServer {
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
