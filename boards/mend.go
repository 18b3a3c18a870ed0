package boards

import (
	"slices"
	"strings"
)

// What an earlier program left behind is put right when a board opens.

// Stale says whether a board holds something that the act mend puts right.
func (b *Board) Stale() bool {
	return len(b.underNothing()) > 0 || slices.ContainsFunc(b.All("poll_voters"), func(r *Record) bool {
		return slices.ContainsFunc(r.List("person_ids"), b.isGone)
	})
}

// mend frees pains that were merged into what was deleted, which hid them for good, and takes people who left out of what the server
// keeps of polls.
func mend(a acting) ([]Effect, *Refusal) {
	var effects []Effect
	for _, pain := range a.board.underNothing() {
		effects = append(effects, Effect{E: "set", ID: pain.ID, Fields: Fields{"merged_into": nil}, To: pain.To})
	}
	return append(effects, a.namelessVoters(a.board.isGone)...), nil
}

// underNothing gives the pains that are merged into one that is not there.
func (b *Board) underNothing() []*Record {
	return slices.DeleteFunc(b.All("pain"), func(pain *Record) bool {
		into := pain.Str("merged_into")
		return into == "" || b.records[into] != nil
	})
}

// nobodyNow begins what stands for somebody who left, where the server must know that two polls had the same people.
const nobodyNow = "gone-"

// isGone says whether a voter's id is that of a person who is not on the board.
func (b *Board) isGone(voter string) bool {
	named := strings.HasPrefix(voter, nobodyNow) || strings.HasPrefix(voter, handSeat(""))
	return !named && b.records[voter] == nil
}

// namelessVoters puts a fresh sign in the place of people in what is kept of polls. Leaving them out would make the next poll look as if
// it were of other people, and tell what they answered.
func (a acting) namelessVoters(of func(voter string) bool) []Effect {
	var effects []Effect
	signs := map[string]string{}
	for _, r := range a.board.All("poll_voters") {
		voters := slices.Clone(r.List("person_ids"))
		for i, voter := range voters {
			if !of(voter) {
				continue
			}
			if signs[voter] == "" {
				signs[voter] = nobodyNow + a.now.ID()
			}
			voters[i] = signs[voter]
		}
		if slices.Sort(voters); !slices.Equal(voters, r.List("person_ids")) {
			effects = append(effects, Effect{E: "set", ID: r.ID, Fields: Fields{"person_ids": voters}, To: r.To})
		}
	}
	return effects
}
