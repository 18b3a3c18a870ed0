package report

import "muntsaus/boards"

// ourselves is what people answered about themselves in anonymous polls (method.md 3.4.14, 3.4.21), and how far the promise to the
// customer holds (3.4.17). Only sums: what too few answered is not on the board. What nobody asked is left out.
type ourselves struct {
	Mirror  *mirrorSaid
	Lines   []string
	Promise *promiseSaid
}

// mirrorSaid is the sentence of the mirror and its bars.
type mirrorSaid struct {
	Sentence, N string
	Bars        []pollBar
}

// pollBar is a mean of the scale from 1 to 10.
type pollBar struct {
	Label, Value string
	Tenths       int // of the longest bar, in tenths of a percent
}

// promiseSaid is the promise, how far it holds, and what each judged step makes of it.
type promiseSaid struct {
	Text, Source, Line string
	Steps              []promiseStep
}

type promiseStep struct{ Step, Title, Kept, Word string }

// ourselvesOf gives nil when nothing of it was asked.
func ourselvesOf(v view) *ourselves {
	o := &ourselves{Mirror: v.mirror(), Lines: v.pollLines(), Promise: v.promise()}
	if o.Mirror == nil && len(o.Lines) == 0 && o.Promise == nil {
		return nil
	}
	return o
}

func (v view) mirror() *mirrorSaid {
	m := v.in.Mirror
	if m == nil {
		return nil
	}
	said := &mirrorSaid{Sentence: v.explained("mirror"), N: v.Count("n.answers", m.N)}
	for _, bar := range []struct {
		question string
		mean     *float64
	}{{"self", m.Self}, {"own", m.Own}, {"other", m.Other}, {"organisation", m.Organisation}} {
		if bar.mean != nil {
			said.Bars = append(said.Bars, pollBar{v.Head("poll_answer", bar.question), v.mean(*bar.mean), int(*bar.mean * 100)})
		}
	}
	return said
}

// pollLines are the polls that stand on one line.
func (v view) pollLines() (lines []string) {
	if courage := v.in.Courage; courage != nil {
		var parts []string
		n := 0
		for _, s := range courage {
			if n = max(n, s.N); s.Mean != nil {
				parts = append(parts, v.T("poll.statement", boards.Question(v.Language, "poll_answer", s.Name), v.mean(*s.Mean)))
			}
		}
		lines = append(lines, v.T("poll.courage", v.List(parts), v.Count("n.answers", n)))
	}
	if i := v.in.Importance; i != nil {
		lines = append(lines, v.T("poll.importance", v.mean(i.Mean), v.Count("n.answers", i.N)))
	}
	return lines
}

func (v view) promise() *promiseSaid {
	if v.in.PromiseKept == nil {
		return nil
	}
	said := &promiseSaid{Text: v.journey.PromiseText, Source: v.journey.PromiseSource, Line: v.explained("promise")}
	for _, s := range v.steps {
		if s.PromiseKept != "" {
			word := v.Name("step", "promise_kept", s.PromiseKept)
			said.Steps = append(said.Steps, promiseStep{v.whole(s.N), s.Title, s.PromiseKept, word})
		}
	}
	return said
}

// checkout tells how people liked the workshop; "" when too few said so.
func (v view) checkout() string {
	c := v.in.Checkout
	if c == nil {
		return ""
	}
	var parts []string
	for _, said := range []struct {
		word string
		mean *float64
	}{{"poll.fun", c.Fun}, {"poll.useful", c.Useful}} {
		if said.mean != nil {
			parts = append(parts, v.T(said.word, v.mean(*said.mean)))
		}
	}
	return v.T("poll.out", v.List(parts), v.Count("n.answers", c.N))
}

// explained gives what the insights say about a thing, in the language of the reader; "" when they say nothing.
func (v view) explained(code string) string {
	for _, line := range v.in.Explained {
		if line.Code == code {
			return map[bool]string{true: line.NL, false: line.EN}[v.Dutch()]
		}
	}
	return ""
}

// opened gives the notes of the coffee machine that were opened, in the order in which they came out.
func (v view) opened() (notes []string) {
	for _, r := range v.board.Shown("anonymous_note") {
		if text := r.Str("text"); text != "" {
			notes = append(notes, text)
		}
	}
	return notes
}

// mirrored gives the mirror moments that were shared, with a name where their author wanted it there.
func (v view) mirrored() (said []string) {
	for _, r := range v.board.Shown("reflection") {
		text := r.Str("text")
		if name := v.names[r.By]; r.Bool("named") && name != "" {
			text += " (" + name + ")"
		}
		if text != "" && r.Bool("shared") {
			said = append(said, text)
		}
	}
	return said
}
