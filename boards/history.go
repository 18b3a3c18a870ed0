package boards

import (
	"cmp"
	"slices"
)

// What a board remembers of how it was: at every milestone, as it was for everybody. A record that changes is kept as it was until the
// newest milestone, once, so that the past costs what was changed and no more. It keeps no secret and nothing that was taken back: what is
// sealed is not in it, what its author took away goes out of it, and so does the name of who left.

// Milestone is a moment one can look back at: an agenda item that began, a round that opened or was shown, the end.
type Milestone struct {
	N    int    `json:"n"`
	At   int64  `json:"at"` // Unix milliseconds
	What string `json:"what"`
	ID   string `json:"id"` // the agenda item, the round or the workshop
}

// The sorts of milestones.
const (
	MilestoneStart  = "start"
	MilestoneOpen   = "open"
	MilestoneReveal = "reveal"
	MilestoneClose  = "close"
)

// earlier is a record as it was up to and including a milestone, from the one before it in its list on; no record: it was not there.
type earlier struct {
	Until  int     `json:"until"`
	Record *Record `json:"record,omitempty"`
}

const (
	mostMilestones = 60
	mostEarlier    = 30_000 // of all records together
)

// milestonesOf gives what an entry made that one looks back at.
func (b *Board) milestonesOf(e Entry) (made []Milestone) {
	for _, f := range e.Effects {
		what, id := "", f.ID
		switch r := b.records[f.ID]; {
		case len(f.To) > 0:
		case f.E == "put" && f.Record != nil && f.Record.Kind == "round" && f.Record.Str("state") == "open":
			what, id = MilestoneOpen, f.Record.ID
		case f.E != "set" || r == nil:
		case r.Kind == "round" && f.Fields["state"] == "revealed":
			what = MilestoneReveal
		case r.Kind == "agenda_item" && f.Fields["state"] == "running":
			what = MilestoneStart
		case r.Kind == "board" && f.Fields["status"] == "closed":
			what = MilestoneClose
		}
		if what != "" {
			made = append(made, Milestone{What: what, ID: id, At: b.At})
		}
	}
	return made
}

// reach adds what an entry made to the milestones. The oldest go when there are too many.
func (b *Board) reach(e Entry) {
	for _, m := range b.milestonesOf(e) {
		m.N = b.newest() + 1
		b.milestones = append(slices.Clip(b.milestones), m)
	}
	b.fewMilestones()
}

func (b *Board) newest() int {
	if len(b.milestones) == 0 {
		return 0
	}
	return b.milestones[len(b.milestones)-1].N
}

func (b *Board) fewMilestones() {
	for len(b.milestones) > mostMilestones || len(b.milestones) > 1 && b.earlierRows > mostEarlier {
		b.milestones = b.milestones[1:]
		for id, list := range b.past {
			first, _ := slices.BinarySearchFunc(list, b.milestones[0].N, func(x earlier, n int) int { return x.Until - n })
			b.setPast(id, list[first:])
		}
	}
}

// setPast replaces what is kept of one record's past; nothing, when it says nothing.
func (b *Board) setPast(id string, list []earlier) {
	b.earlierRows += len(list) - len(b.past[id])
	if len(list) == 0 {
		delete(b.past, id)
		return
	}
	b.past[id] = list
}

func (b *Board) changePast(id string, list []earlier) {
	before := b.past[id]
	b.setPast(id, list)
	b.onUndo(func() { b.setPast(id, before) })
}

// openly gives a record where everybody sees it and it is of what a workshop makes; else nil.
func openly(r *Record) *Record {
	if r == nil || len(r.To) > 0 {
		return nil
	}
	if kind := kindsByName[r.Kind]; kind == nil || kind.Reach != ToFile {
		return nil
	}
	return r
}

// remains keeps a record as it was until now, before another takes its place.
func (b *Board) remains(id string, old, next *Record) {
	n := b.newest()
	if n == 0 {
		return // nothing to look back at yet
	}
	was, is, list := openly(old), openly(next), b.past[id]
	switch {
	case was == nil && is == nil:
	case len(list) == 0 || list[len(list)-1].Until < n:
		b.changePast(id, append(slices.Clip(list), earlier{n, was}))
	}
	if is == nil && !slices.ContainsFunc(b.past[id], func(x earlier) bool { return x.Record != nil }) {
		b.changePast(id, nil) // it came and went between two milestones
	}
}

// unlearn drops the past of what an author took back, or the program on their behalf, with what hung on it. What everybody writes at
// belongs to the group and can be looked up.
func (b *Board) unlearn(f Effect, old *Record) {
	root, owner := old, b.Owner(old)
	if t, there := b.gone[f.With]; there {
		root, owner = t.Record, cmp.Or(t.Record.By, t.Owner)
	}
	if kind := kindsByName[root.Kind]; kind == nil || len(kind.Fields) == 0 || row("set", kind.Name).May[RoleParticipant] != "own" {
		return
	}
	if f.Who == "" || f.Who == owner {
		b.changePast(old.ID, nil)
	}
}

// unname takes a person out of the past: what they were, what bears them as its author, and their name where others wrote it.
func (b *Board) unname(person *Record) {
	b.changePast(person.ID, nil)
	for id, list := range b.past {
		for i, x := range list {
			if x.Record == nil {
				continue
			}
			if clean := without(x.Record, person); clean != x.Record {
				list = slices.Clone(list)
				list[i].Record = clean
			}
		}
		if &list[0] != &b.past[id][0] {
			b.changePast(id, list)
		}
	}
}

// naming says of a kind whether its records name people in a field.
var naming = func() map[string]bool {
	named := map[string]bool{}
	for _, k := range kinds {
		named[k.Name] = slices.ContainsFunc(k.Fields, func(f Field) bool { return f.Person })
	}
	return named
}()

// without gives a record that does not name a person: itself, where it never did.
func without(r, person *Record) *Record {
	if naming[r.Kind] {
		if named := namesOf(r, person); len(named) > 0 {
			r = r.with(named)
		}
	}
	if r.By == person.ID {
		nobodys := *r
		nobodys.By = ""
		return &nobodys
	}
	return r
}

// Milestones gives what one can look back at, the oldest first.
func (b *Board) Milestones() []Milestone { return slices.Clone(b.milestones) }

// WasAt gives a record as everybody saw it at a milestone; nil when it was not there.
func (b *Board) WasAt(id string, n int) *Record {
	for _, x := range b.past[id] {
		if x.Until >= n {
			return x.Record
		}
	}
	return openly(b.records[id])
}

// AsOf gives the board as everybody saw it at a milestone; nil when that is not known. What is fetched by its own address is as it is now.
func (b *Board) AsOf(n int) *Board {
	i := slices.IndexFunc(b.milestones, func(m Milestone) bool { return m.N == n })
	if i < 0 {
		return nil
	}
	then := New(b.ID, b.Epoch)
	then.At, then.SharedAt, then.Seq, then.Shared = b.milestones[i].At, b.milestones[i].At, uint64(n), uint64(n)
	for id := range b.past {
		then.index(b.WasAt(id, n))
	}
	for id, r := range b.records {
		if kind := kindsByName[r.Kind]; kind != nil && kind.Reach == ByAddress {
			then.index(r)
		} else if _, changed := b.past[id]; !changed {
			then.index(openly(r))
		}
	}
	return then
}
