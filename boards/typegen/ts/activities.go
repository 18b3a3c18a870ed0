package ts

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"muntsaus/boards"
)

// Activities gives the activities of the agenda, the hidden rounds and the views of the projector.
func Activities() []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "// Made by `go generate ./boards` from the tables of package boards (activities.go, the collections). Do not edit.\n")
	fmt.Fprint(&out, "import type { KindName } from './records.gen';\n\n")
	fmt.Fprintln(&out, "/** What the projector can show. */")
	fmt.Fprintf(&out, "export const views = [%s] as const;\nexport type View = (typeof views)[number];\n\n", quoted(boards.Views()))
	collections(&out)
	polls(&out)
	activities(&out)
	agendas(&out)
	return out.Bytes()
}

func collections(out *bytes.Buffer) {
	fmt.Fprintln(out, "/**")
	fmt.Fprintln(out, " * The sorts of hidden rounds: the views that are about it, the first of them put up by the reveal; "+
		"the kind that answers it, and the")
	fmt.Fprintln(out, " * field that names what an answer is about (none: the round itself).")
	fmt.Fprintln(out, " */")
	fmt.Fprint(out, "export interface Collection {\n  views: readonly View[];\n  answer?: KindName;\n  about?: string;\n}\n\n")
	fmt.Fprintf(out, "export type Collect = '%s';\n\n", strings.Join(collectionNames(), "' | '"))
	fmt.Fprintln(out, "export const collections: Readonly<Record<Collect, Collection>> = {")
	var answers []string
	for _, c := range boards.Collections() {
		if kind := c.Answer(); kind != nil {
			answers = append(answers, kind.Name)
		}
		fmt.Fprintf(out, "  %s: { views: [%s]", c.Name, quoted(c.Views))
		if kind := c.Answer(); kind != nil {
			fmt.Fprintf(out, ", answer: '%s'", kind.Name)
			if kind.About != "" {
				fmt.Fprintf(out, ", about: '%s'", kind.About)
			}
		}
		fmt.Fprintln(out, " },")
	}
	fmt.Fprint(out, "};\n\n/** The kinds that answer a hidden round. */\n")
	fmt.Fprintf(out, "export const answerKinds = [%s] as const;\n", quoted(answers))
	fmt.Fprint(out, "export type AnswerKind = (typeof answerKinds)[number];\n\n")
}

func polls(out *bytes.Buffer) {
	fmt.Fprintln(out, "/** The sorts of polls: their questions in the order in which they are asked, and the points of their scale "+
		"from 1 up. */")
	fmt.Fprintln(out, "export const polls = {")
	for _, p := range boards.Polls() {
		fmt.Fprintf(out, "  %s: { questions: [%s], points: %d },\n", p.Name, quoted(p.Questions), p.Points)
	}
	fmt.Fprint(out, "} as const;\nexport type Poll = keyof typeof polls;\n\n")
}

func collectionNames() (names []string) {
	for _, c := range boards.Collections() {
		names = append(names, c.Name)
	}
	return names
}

func activities(out *bytes.Buffer) {
	fmt.Fprintln(out, "/**")
	fmt.Fprintln(out, " * The activities of an agenda: the view they put up, the hidden round that belongs to them "+
		"and what it is opened with,")
	fmt.Fprintln(out, " * and the kinds that participants may make meanwhile (none named: the same as when nothing runs).")
	fmt.Fprintln(out, " */")
	fmt.Fprint(out, "export interface AgendaActivity {\n  view: View;\n  collect?: Collect;\n"+
		"  about?: Readonly<Record<string, string>>;\n  opens?: readonly KindName[];\n"+
		"  /** Of an optional module; none: as long as in the ready agendas. */\n  minutes?: number;\n}\n\n")
	fmt.Fprintf(out, "export type Activity = '%s';\n\n", strings.Join(activityNames(), "' | '"))
	fmt.Fprintln(out, "export const activities: Readonly<Record<Activity, AgendaActivity>> = {")
	for _, a := range boards.Activities() {
		fmt.Fprintf(out, "  %s: { view: '%s'", a.Name, a.View)
		if a.Collect != "" {
			fmt.Fprintf(out, ", collect: '%s'", a.Collect)
		}
		if a.About != nil {
			fmt.Fprintf(out, ", about: { %s }", pairs(a.About))
		}
		if a.Opens != nil {
			fmt.Fprintf(out, ", opens: [%s]", quoted(a.Opens))
		}
		if a.Minutes > 0 {
			fmt.Fprintf(out, ", minutes: %d", a.Minutes)
		}
		fmt.Fprintln(out, " },")
	}
	fmt.Fprint(out, "};\n\n")
}

func pairs(of map[string]string) string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(of)) {
		list = append(list, name+": '"+of[name]+"'")
	}
	return strings.Join(list, ", ")
}

func activityNames() (names []string) {
	for _, a := range boards.Activities() {
		names = append(names, a.Name)
	}
	return names
}

func agendas(out *bytes.Buffer) {
	fmt.Fprintf(out, "/** The ready agendas, each line with its minutes in %s; 0 = not in that one. */\n",
		strings.Join(boards.Agendas[:], ", "))
	fmt.Fprintln(out, "export const agenda: readonly { activity: Activity; minutes: readonly [number, number, number] }[] = [")
	for _, slot := range boards.Slots() {
		fmt.Fprintf(out, "  { activity: '%s', minutes: [%d, %d, %d] },\n", slot.Activity, slot.Minutes[0], slot.Minutes[1], slot.Minutes[2])
	}
	fmt.Fprintln(out, "];")
}

func quoted(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return "'" + strings.Join(list, "', '") + "'"
}
