package ts

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"muntsaus/boards"
)

// Rights gives the table of rights for the pages, so that a no is shown before anything is pressed. Typing in a text is like setting it and
// is left out, and so is what nobody may anyway.
func Rights() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "// Made by `go generate ./boards` from the table of rights of package boards (matrix.go). Do not edit.\n\n")
	fmt.Fprintln(&out, "export type Cell = 'yes' | 'own' | 'seated' | 'takes_part' | 'guests_vote' | 'closed';")
	fmt.Fprintln(&out, "export type Role = 'facilitator' | 'co_facilitator' | 'participant' | 'observer' | 'guest' | 'owner' | 'reader';")
	fmt.Fprintln(&out, "\n/** Who may (by role), the activities during which participants may, and whether a locked map holds it still. */")
	fmt.Fprintln(&out, "export interface Right {\n  may: { [R in Role]?: Cell };\n  while: string;\n  held?: true;\n}")
	fmt.Fprintln(&out, "\n/** The activities during which what says `free` is open; '' = nothing runs. */")
	fmt.Fprintf(&out, "export const free: readonly string[] = ['%s'];\n", strings.Join(boards.Free(), "', '"))
	fmt.Fprintln(&out, "\n/** By what is done and to what: 'put step', 'set person.name', 'act open'. What is not here nobody may do. */")
	fmt.Fprintln(&out, "export const rights: Readonly<Record<string, Right>> = {")
	for _, r := range boards.Rights() {
		if r.Op != "text" && (len(r.May) > 0 || strings.Contains(r.Of, ".")) {
			fmt.Fprintf(&out, "  '%s %s': { may: {%s}, while: '%s'%s },\n", r.Op, r.Of, cells(r), r.While, held(r))
		}
	}
	fmt.Fprintln(&out, "};")
	return out.Bytes()
}

func cells(r boards.Row) string {
	var list []string
	for _, role := range boards.Columns() {
		if r.May[role] != "" {
			list = append(list, fmt.Sprintf(" %s: '%s'", role, r.May[role]))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, ",") + " "
}

func held(r boards.Row) string {
	if r.Held {
		return ", held: true"
	}
	return ""
}

const matrixHead = `# Who may do what, and when

Made by ` + "`go generate ./boards`" + ` from the one table in [boards/matrix.go](../boards/matrix.go), ` +
	"which every check reads. `TestMatrix` tries every cell." + `

**yes** · **own**: what somebody made themselves, or what lies before their pair or four; for restore: what they deleted themselves,
or what of theirs went along; for an owner: the fixes with their name · **seated**: who has a department ·
**takes_part**, **guests_vote**: seated, where the board's setting of that name says so ·
**closed**: once the workshop is closed, unless the board keeps it to who leads (` + "`set_files_kept`" + `) · **–** never.
An owner is who has the personal link to the fixes with their name, a reader who has the link to the summary. A screen may nothing.
What stands in no row nobody may do; what only the program writes is left out here.

*While*: the activities during which participants may; *idle* = nothing runs; *free* = nothing runs, or one of %s;
*session* = any, until the workshop is closed; *always* = after that too.
*Map*: held = a locked map holds it still for everybody who does not facilitate.
*Round*: sealed = while people write it is for its author alone, then for their pair and four; asked = only while that is what they are
asked to write · inside = only in an open round ·
stays = not while an open round is about it, writing = nor while people write · single = not while one of its sort is open.
`

// Matrix gives the table of rights for people, in the order it is written in.
func Matrix() []byte {
	var out bytes.Buffer
	named := slices.DeleteFunc(slices.Clone(boards.Free()), func(activity string) bool { return activity == "" })
	fmt.Fprintf(&out, matrixHead, strings.Join(named, ", "))
	head := ""
	for _, line := range lines() {
		if line[0].Head != head {
			head = line[0].Head
			fmt.Fprintf(&out,
				"\n## %s\n\n| what | of | facilitator | co-facilitator | participant | observer | guest | owner | reader "+
					"| while | map | round |\n|%s\n",
				head, strings.Repeat("---|", 12))
		}
		fmt.Fprintln(&out, matrixLine(line))
	}
	return out.Bytes()
}

// lines gives the rows as they stand together in the table, without what the program alone does.
func lines() (out [][]boards.Row) {
	for _, r := range boards.Rights() {
		last := len(out) - 1
		switch {
		case len(r.May) == 0:
		case last >= 0 && out[last][0].Line == r.Line:
			out[last] = append(out[last], r)
		default:
			out = append(out, []boards.Row{r})
		}
	}
	return out
}

func matrixLine(line []boards.Row) string {
	var ops, of []string
	for _, r := range line {
		if !slices.Contains(ops, r.Op) {
			ops = append(ops, r.Op)
		}
		if !slices.Contains(of, r.Of) {
			of = append(of, r.Of)
		}
	}
	first := line[0]
	row := []string{strings.Join(ops, ", "), strings.Join(of, ", ")}
	for _, role := range boards.Columns() {
		row = append(row, or(first.May[role]))
	}
	row = append(row, or(first.While), map[bool]string{true: "held", false: "–"}[first.Held], or(first.Round))
	return "| " + strings.Join(row, " | ") + " |"
}

func or(cell string) string {
	if cell == "" {
		return "–"
	}
	return cell
}
