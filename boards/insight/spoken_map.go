package insight

import (
	"fmt"
	"strings"

	"muntsaus/boards"
)

// What the map itself says (method.md 3.4.1–3.4.4, 3.4.18, 3.4.20).

// times counts as people do: 1 keer, 4 keer; once, 4 times.
func (s speaker) times(n int) string {
	switch {
	case s.dutch:
		return fmt.Sprintf("%d keer", n)
	case n == 1:
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// list writes at most three names: “a, b en c”, “a, b en nog 4”.
func (s speaker) list(names []string) string {
	and, more := " en ", "nog %d"
	if !s.dutch {
		and, more = " and ", "%d more"
	}
	if len(names) > 3 {
		names = append(append([]string{}, names[:2]...), fmt.Sprintf(more, len(names)-2))
	}
	apart := []string{}
	for _, name := range names {
		apart = append(apart, boards.Isolated(name))
	}
	if names = apart; len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + and + names[last]
}

// quoted puts each name between quotation marks.
func quoted(names []string) []string {
	out := []string{}
	for _, n := range names {
		out = append(out, "‘"+n+"’")
	}
	return out
}

func (s speaker) handoffs(h Handoffs) string {
	switch {
	case h.ContactDepartments == 0:
		return ""
	case h.Front == 0:
		return s.say("%s heeft steeds met dezelfde afdeling te maken.", "%s deals with the same department all along.", s.who())
	}
	return s.say("%[1]s ontmoet %[2]d afdelingen en gaat %[3]s van de een naar de ander.",
		"%[1]s meets %[2]d departments and goes from one to another %[3]s.", s.who(), h.ContactDepartments, s.times(h.Front))
}

func (s speaker) crossings(h Handoffs) string {
	switch {
	case h.ContactDepartments == 0:
		return ""
	case h.Crossings == 0:
		return s.say("Nergens gaat werk over de zichtbaarheidslijn.", "Nowhere does work cross the line of visibility.")
	}
	return s.say("Het werk gaat %s over de zichtbaarheidslijn.", "Work crosses the line of visibility %s.", s.times(h.Crossings))
}

func (s speaker) nobody(steps []string) string {
	switch len(steps) {
	case 0:
		return ""
	case 1:
		return s.say("Bij %s is niemand in beeld.", "At %s nobody is in sight.", quoted(steps)[0])
	}
	return s.say("Bij %[1]d stappen is niemand in beeld: %[2]s.",
		"At %[1]d steps nobody is in sight: %[2]s.", len(steps), s.list(quoted(steps)))
}

func (s speaker) repeats(n int) string {
	if n == 0 {
		return ""
	}
	return s.say("%s moet het verhaal %s opnieuw vertellen.", "%s has to tell the story again %s.", s.who(), s.times(n))
}

// chairs names the departments nobody came for; onMap is how many are on the map.
func (s speaker) chairs(empty []string, onMap int) string {
	switch {
	case onMap == 0:
		return ""
	case len(empty) == 0:
		return s.say("Van elke afdeling op de kaart is iemand hier.", "Somebody of every department on the map is here.")
	case len(empty) == 1:
		return s.say("%s staat op de kaart, maar is hier niet.", "%s is on the map but not here.", empty[0])
	}
	return s.say("%[1]d afdelingen staan op de kaart, maar zijn hier niet: %[2]s.", "%[1]d departments are on the map but not here: %[2]s.",
		len(empty), s.list(empty))
}

func (s speaker) leads(l *Leads) string {
	switch {
	case l == nil:
		return ""
	case l.Of == 1 && l.Yes == 1:
		return s.say("Bij de ene beoordeelde stap is de klant leidend.", "The customer leads at the one step judged.")
	case l.Of == 1:
		return s.say("Bij de ene beoordeelde stap is de klant niet leidend.", "The customer does not lead at the one step judged.")
	case l.Yes == 0:
		return s.say("Bij geen van de %d stappen is de klant leidend.", "The customer leads at none of the %d steps.", l.Of)
	}
	return s.say("De klant is leidend bij %d van de %d stappen.", "The customer leads at %d of the %d steps.", l.Yes, l.Of)
}

// nobodys says how many steps belong to nobody, and names them.
func (s speaker) nobodys(o *Ownership, steps []string) string {
	text := o.Projected(map[bool]string{true: "nl", false: "en"}[s.dutch])
	if len(steps) == 0 || text == "" {
		return text
	}
	return strings.TrimSuffix(text, ".") + ": " + s.list(quoted(steps)) + "."
}

// owners names the steps of one of the other words for whose they are; empty when there are none.
func (s speaker) owners(state string, steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	word := map[string][2]string{
		"contested": {"Van meer dan één afdeling", "Of more than one department"},
		"unknown":   {"Dat weten we niet", "We do not know"}, "clear": {"Van één afdeling", "Of one department"},
	}[state]
	return s.say(word[0]+": %s.", word[1]+": %s.", s.list(quoted(steps)))
}
