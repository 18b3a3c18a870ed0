package insight

import (
	"fmt"
	"slices"

	"muntsaus/boards"
)

// Line is one automatic sentence. Text is in the language of the board; screens choose that of their reader.
type Line struct {
	Code string `json:"code"`
	Text string `json:"text"`
	NL   string `json:"nl"`
	EN   string `json:"en"`
}

// both says lines in the two languages. Whether a line is said never depends on the language; should one be missing in English
// all the same, it is told in Dutch.
func both(language string, say func(language string) []Line) []Line {
	return inPairs(language, say("nl"), say("en"))
}

// inPairs lays lines of the same code beside each other, the first to the first.
func inPairs(language string, nl, en []Line) []Line {
	lines, left := slices.Clone(nl), slices.Clone(en)
	for i := range lines {
		l := &lines[i]
		l.NL, l.EN = l.Text, l.Text
		if j := slices.IndexFunc(left, func(e Line) bool { return e.Code == l.Code }); j >= 0 {
			l.EN = left[j].Text
			left = slices.Delete(left, j, j+1)
		}
		if language != "nl" {
			l.Text = l.EN
		}
	}
	return lines
}

// sentences gives the lines whose condition holds, in the order of page 1 of the report (method.md 3.5).
func sentences(m model, in *Insight) []Line {
	return both(m.language, func(language string) []Line { return SentencesOf(m.board, in, m.personaName(), language) })
}

// Sentences says the insights in a language. customer is the persona's name; empty: the customer.
func Sentences(in *Insight, customer, language string) []Line {
	s := speaker{language == "nl", customer}
	lines := []Line{}
	add := func(code, text string) {
		if text != "" {
			lines = append(lines, Line{Code: code, Text: text})
		}
	}
	add("chain", s.chain(in.Chain))
	add("coverage", s.coverage(in.Coverage))
	add("evidence", s.evidence(in.Evidence))
	add("time", s.hours(in.HoursPerWeek))
	return lines
}

func (m model) personaName() string {
	if p := boards.PersonaOf(m.board); p != nil {
		return p.Str("name")
	}
	return ""
}

type speaker struct {
	dutch    bool
	customer string
}

func (s speaker) say(nl, en string, args ...any) string {
	if s.dutch {
		return fmt.Sprintf(nl, boards.IsolatedAll(args)...)
	}
	return fmt.Sprintf(en, boards.IsolatedAll(args)...)
}

func (s speaker) who() string {
	if s.customer != "" {
		return s.customer
	}
	return s.say("De klant", "The customer")
}

func plural(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

func (s speaker) chain(c *Chain) string {
	if c == nil || c.Length < 2 {
		return ""
	}
	return s.say("%s wordt %d keer doorgestuurd langs %d afdelingen voordat de vraag is opgelost.",
		"%s is passed on %d times across %d departments before the question is solved.", s.who(), c.Length, c.Distinct)
}

func (s speaker) coverage(c *Coverage) string {
	switch {
	case c == nil:
		return ""
	case c.Of == 1 && c.Covered == 1:
		return s.say("Het belangrijkste pijnpunt heeft een eigenaar en een datum.", "The top pain has an owner and a date.")
	case c.Of == 1:
		return s.say("Het belangrijkste pijnpunt heeft nog geen eigenaar en datum.", "The top pain has no owner and date yet.")
	case c.Covered == c.Of:
		return s.say("Alle %d belangrijkste pijnpunten hebben een eigenaar en een datum.",
			"All %d top pains have an owner and a date.", c.Of)
	case c.Covered == 0:
		return s.say("Geen van de %d belangrijkste pijnpunten heeft een eigenaar en een datum.",
			"None of the %d top pains has an owner and a date.", c.Of)
	}
	return s.say("%d van de %d belangrijkste pijnpunten "+plural(c.Covered, "heeft", "hebben")+" een eigenaar en een datum.",
		"%d of the %d top pains "+plural(c.Covered, "has", "have")+" an owner and a date.", c.Covered, c.Of)
}

func (s speaker) evidence(e *Evidence) string {
	switch {
	case e == nil:
		return ""
	case e.Of == 1 && e.Known == 1:
		return s.say("Het pijnpunt hebben we van klanten gehoord.", "We heard the pain from customers.")
	case e.Of == 1:
		return s.say("Het pijnpunt hebben we niet van klanten gehoord; het is onze aanname.",
			"We did not hear the pain from customers; it is our assumption.")
	case e.Known == e.Of:
		return s.say("Alle pijnpunten hebben we van klanten gehoord.", "We heard every pain from customers.")
	case e.Known == 0:
		return s.say("Geen van de pijnpunten hebben we van klanten gehoord; alles is onze aanname.",
			"We heard none of the pains from customers; all of it is our assumption.")
	}
	return s.say("%d van de %d pijnpunten hebben we van klanten gehoord; de rest is onze aanname.",
		"We heard %d of the %d pains from customers; the rest is our assumption.", e.Known, e.Of)
}

func (s speaker) hours(h *float64) string {
	if h == nil || s.number(*h) == "0" {
		return ""
	}
	return s.say("Dit kost nu naar schatting %s uur per week.",
		"This now takes an estimated %s "+plural(tenths(*h), "hour", "hours")+" a week.", s.number(*h))
}

// number writes one decimal where there is one, with the comma of the language.
func (s speaker) number(v float64) string {
	if s.dutch {
		return boards.Figure(v, 1, "nl")
	}
	return boards.Figure(v, 1, "en")
}
