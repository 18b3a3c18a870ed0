package boards

import (
	"slices"
	"testing"
)

// plant is a fault that would tell a secret: it is planted, and gives how it is taken out again.
type plant func() (out func())

// instead puts another value in a place for a while.
func instead[T any](place *T, value T) func() {
	was := *place
	*place = value
	return func() { *place = was }
}

// loud lets everybody hear what is answered in a collection, as it is answered.
func loud(c *Collection) plant {
	quietly := c.answer
	return func() func() {
		return instead(&c.answer, func(b *Board, answer *Record, who Actor) ([]Effect, *Refusal) {
			effects, no := quietly(b, answer, who)
			for i := range effects {
				if effects[i].To = nil; effects[i].Record != nil {
					heard := *effects[i].Record
					heard.To, effects[i].Record = nil, &heard
				}
			}
			return effects, no
		})
	}
}

// leftOpen leaves a kind out of what a writing round seals.
func leftOpen(kind string) plant {
	return func() func() {
		return instead(&written, slices.DeleteFunc(slices.Clone(written), func(name string) bool { return name == kind }))
	}
}

// plants are one fault for every sort of secret, by kind and state of docs/secrecy.md.
func plants() map[[2]string]plant {
	all := map[[2]string]plant{
		{"reflection", "kept"}:     func() func() { return instead(&reflectionKind.Alone, false) },
		{"anonymous_note", "kept"}: func() func() { return instead(&anonymousNoteKind.Alone, false) },
		{"roleplay", "kept"}:       func() func() { return instead(&roleplayKind.Field("secret_card").Aside, false) },
		{"observation", "shared"}: func() func() {
			outs := []func(){instead(&observationKind.Nameless, false), instead(&observationKind.Veiled, false)}
			return func() { outs[0](); outs[1]() }
		},
		{"kudos", "pending"}: func() func() { return instead(&kudosKind.Consent, "") },
	}
	for _, c := range Collections() {
		if kind := c.Answer(); kind != nil {
			all[[2]string{kind.Name, "open"}] = loud(c)
		}
	}
	for _, kind := range written {
		all[[2]string{kind, "alone"}] = leftOpen(kind)
	}
	return all
}

// The table of who receives what sees every sort of leak: each is planted, reported, and taken out again.
func TestAPlantedLeakIsSeen(t *testing.T) {
	rows := readSecrets(t)
	for where, sow := range plants() {
		t.Run(where[0]+" "+where[1], func(t *testing.T) {
			at := slices.IndexFunc(rows, func(row secret) bool { return row.kind == where[0] && row.state == where[1] })
			if at < 0 {
				t.Fatal("no row of docs/secrecy.md")
			}
			out := sow()
			found := leaks(play(t, rows[at], false), play(t, rows[at], true), rows[at])
			out()
			if len(found) == 0 {
				t.Error("nobody saw it")
			}
			if left := leaks(play(t, rows[at], false), play(t, rows[at], true), rows[at]); len(left) > 0 {
				t.Errorf("it is still there, %d times", len(left))
			}
		})
	}
}
