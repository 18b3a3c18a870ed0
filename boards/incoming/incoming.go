// Package incoming reads journeys that other programs wrote: a Mermaid journey, CJML, a scrumlr board, or a table of steps. It only reads:
// what becomes of a journey is decided by who asks. What cannot be placed is named, never dropped in silence.
package incoming

import (
	"bytes"
	"errors"
	"strings"
)

// ErrUnknown says that a file is none of these.
var ErrUnknown = errors.New("incoming: no journey we know")

// ErrUnsafe says that a file asks for more than reading: entities of its own, or nesting without end.
var ErrUnsafe = errors.New("incoming: a file that asks for more than reading")

// Journey is what a file tells.
type Journey struct {
	Title   string
	Phases  []Phase
	LeftOut []LeftOut
}

// Phase is a part of it.
type Phase struct {
	Title string
	Steps []Step
}

// Step is one step; what the file does not say is empty.
type Step struct {
	Title, Action, Channel, Department string
	Wait                               *int // minutes
	Notes                              []string
}

// LeftOut is something of the file that has no place: a line, or a column (counted from 1) with its head.
type LeftOut struct {
	Line, Column int
	Head         string
	Reason       string
}

// Limits of a file: more is no journey.
const (
	mostSteps = 5_000
	mostDepth = 64
)

// Read finds what a file is by how it begins, and reads it.
func Read(data []byte) (Journey, error) {
	begin := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	switch {
	case len(begin) == 0:
		return Journey{}, ErrUnknown
	case begin[0] == '{':
		return scrumlr(begin)
	case begin[0] == '<':
		return cjml(begin)
	}
	if text, ok := diagramIn(string(begin)); ok {
		return mermaid(text)
	}
	return table(data)
}

// add puts a step in the phase it names, which begins when another one was before it.
func (j *Journey) add(phase string, s Step) *Step {
	last := len(j.Phases) - 1
	if last < 0 || phase != "" && j.Phases[last].Title != phase {
		j.Phases = append(j.Phases, Phase{Title: phase})
		last++
	}
	j.Phases[last].Steps = append(j.Phases[last].Steps, s)
	return &j.Phases[last].Steps[len(j.Phases[last].Steps)-1]
}

func (j *Journey) leave(line int, reason string) {
	j.LeftOut = append(j.LeftOut, LeftOut{Line: line, Reason: reason})
}

// steps counts them.
func (j *Journey) steps() (n int) {
	for _, p := range j.Phases {
		n += len(p.Steps)
	}
	return n
}

// customers are words for the customer, who is no department.
var customers = map[string]bool{"klant": true, "de klant": true, "customer": true, "the customer": true, "user": true, "gebruiker": true,
	"ik": true, "me": true, "client": true, "cliënt": true, "patiënt": true, "inwoner": true, "burger": true}

func isCustomer(name string) bool { return customers[strings.ToLower(strings.TrimSpace(name))] }
