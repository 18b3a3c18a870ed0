package report

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"muntsaus/boards"
)

// Markdown writes the journey as text that people read and tools draw: a Mermaid journey, the steps one by one, the pains and the fixes.
func Markdown(b *boards.Board, language string) []byte {
	v := open(b, language)
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n\n", marked(v.title()))
	if about := v.aboutLine(); about != "" {
		fmt.Fprintf(&out, "%s\n\n", about)
	}
	v.mermaid(&out)
	v.stepsMarked(&out)
	v.painsMarked(&out)
	v.fixesMarked(&out)
	return out.Bytes()
}

// aboutLine says of what and whom the journey is.
func (v view) aboutLine() string {
	var parts []string
	for _, text := range []string{v.workshop.Organisation, v.workshop.Date} {
		if text != "" {
			parts = append(parts, marked(text))
		}
	}
	if v.persona != nil && v.persona.Name != "" {
		parts = append(parts, marked(v.persona.Name))
	}
	return strings.Join(parts, " · ")
}

// mermaid writes the diagram. Its scale is 1 to 5, ours −2 to +2; a step nobody scored stands in the middle, and is named below.
func (v view) mermaid(out *bytes.Buffer) {
	if len(v.steps) == 0 {
		return
	}
	means := v.means()
	fmt.Fprintf(out, "```mermaid\njourney\n    title %s\n", diagrammed(v.title()))
	unscored, last := 0, ""
	for _, s := range v.steps {
		if s.PhaseID != last || s.N == 1 {
			fmt.Fprintf(out, "    section %s\n", diagrammed(v.phaseTitle(s.PhaseID)))
		}
		last = s.PhaseID
		score := 3
		if mean, ok := means[s.ID]; ok {
			score = int(math.Round(mean)) + 3
		} else {
			unscored++
		}
		who := diagrammed(v.T("sheet.customer.one"))
		if d, ok := v.byID[s.FrontDepartmentID]; ok {
			who += ", " + diagrammed(d.Name)
		}
		fmt.Fprintf(out, "      %s: %d: %s\n", diagrammed(fmt.Sprint(s.N, ". ", s.Title)), score, who)
	}
	out.WriteString("```\n\n")
	if unscored > 0 {
		fmt.Fprintf(out, "%s\n\n", v.T("markdown.unscored"))
	}
}

// means gives the mean of the steps that somebody scored.
func (v view) means() map[string]float64 {
	means := map[string]float64{}
	for _, p := range v.in.Curve {
		if p.Mean != nil {
			means[p.Step] = *p.Mean
		}
	}
	return means
}

func (v view) stepsMarked(out *bytes.Buffer) {
	last := ""
	for _, s := range v.steps {
		if s.PhaseID != last || s.N == 1 {
			fmt.Fprintf(out, "## %s\n\n", marked(v.phaseTitle(s.PhaseID)))
		}
		last = s.PhaseID
		fmt.Fprintf(out, "%d. **%s**", s.N, marked(s.Title))
		for _, text := range []string{s.CustomerAction, v.labelled("step", "channel", s.Channel), v.byID[s.FrontDepartmentID].Name} {
			if text != "" {
				fmt.Fprintf(out, " · %s", marked(text))
			}
		}
		out.WriteString("\n")
		for _, cell := range v.cells[s.ID] {
			if cell.Text != "" {
				fmt.Fprintf(out, "   - %s: %s\n", marked(v.Name("cell", "lane", cell.Lane)), marked(v.withDepartment(cell)))
			}
		}
	}
	if len(v.steps) > 0 {
		out.WriteString("\n")
	}
}

func (v view) withDepartment(cell boards.Cell) string {
	if d, ok := v.byID[cell.DepartmentID]; ok {
		return d.Name + ": " + cell.Text
	}
	return cell.Text
}

func (v view) painsMarked(out *bytes.Buffer) {
	v.tableMarked(out, v.painTable(), "col.pain", "col.step", "sheet.fair")
}

func (v view) fixesMarked(out *bytes.Buffer) {
	v.tableMarked(out, v.fixTable(), "sheet.fix", "col.owner", "col.when")
}

// tableMarked writes some columns of a list, found by their heads; nothing of an empty one.
func (v view) tableMarked(out *bytes.Buffer, t sheet, heads ...string) {
	if len(t.rows) == 0 {
		return
	}
	fmt.Fprintf(out, "## %s\n\n|", marked(t.name))
	var at []int
	for _, head := range heads {
		for i, c := range t.columns {
			if c.head == v.T(head) {
				at = append(at, i)
				fmt.Fprintf(out, " %s |", marked(c.head))
			}
		}
	}
	out.WriteString("\n|" + strings.Repeat(" --- |", len(at)) + "\n")
	for _, cells := range t.rows {
		out.WriteString("|")
		for _, i := range at {
			fmt.Fprintf(out, " %s |", marked(v.csvCell(cells[i])))
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
}

// marked writes a text so that Markdown shows just that: nothing in it is a mark, a tag or a link.
func marked(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if strings.ContainsRune("\\`*_[]<>#|~!{}", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// diagrammed writes a text as the name of something in a Mermaid diagram: what means something there stands as its number, and so does the
// first letter of a word that begins an order.
func diagrammed(text string) string {
	var b strings.Builder
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return "–"
	}
	for i, r := range text {
		first := i == 0 && (begins(text, "title", "section", "journey", "acctitle", "accdescr") || r == '-' || r == '%')
		if first || strings.ContainsRune(":#;,%{}[]<>\"`\\|&", r) {
			fmt.Fprintf(&b, "#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func begins(text string, words ...string) bool {
	for _, word := range words {
		if len(text) >= len(word) && strings.EqualFold(text[:len(word)], word) {
			return true
		}
	}
	return false
}
