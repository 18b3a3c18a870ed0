package boards

import "slices"

// mergePain lays one pain on another: its votes and fixes count there, and it stands for itself no more. args: into, null to undo.
func mergePain(a acting) ([]Effect, *Refusal) {
	pain, no := a.record("pain")
	if no != nil {
		return nil, no
	}
	if len(pain.To) > 0 {
		return nil, refuse("not_found", "id")
	}
	if a.args.has("into") && a.args.left["into"] == nil {
		a.args.skip("into")
		return a.set(pain, Fields{"merged_into": nil})
	}
	into := a.board.Get(a.args.text("into"))
	if into == nil || into.Kind != "pain" || len(into.To) > 0 {
		return nil, refuse("not_found", "into")
	}
	if into.ID == pain.ID || into.Str("merged_into") != "" {
		return nil, refuse("bad_value", "into")
	}
	if no := a.stays("merge", pain.ID); no != nil {
		return nil, no
	}
	return a.set(pain, Fields{"merged_into": into.ID})
}

// freed gives what no longer stands for something else because that goes: a pain merged into one of the deleted stands for itself
// again. by names them by what they were merged into, so that a restore can put them back.
func (b *Board) freed(deleted []*Record) (effects []Effect, by map[string][]string) {
	gone := map[string]bool{}
	for _, r := range deleted {
		gone[r.ID] = true
	}
	by = map[string][]string{}
	for _, pain := range b.All("pain") {
		if into := pain.Str("merged_into"); gone[into] && !gone[pain.ID] {
			by[into] = append(by[into], pain.ID)
			effects = append(effects, Effect{E: "set", ID: pain.ID, Fields: Fields{"merged_into": nil}, To: pain.To})
		}
	}
	return effects, by
}

// mergedAgain gives the effects that put back what the deletion of a record had freed, as far as it still stands alone and no
// open round is about it.
func (b *Board) mergedAgain(t tombstone) (effects []Effect) {
	for _, id := range t.Freed {
		pain := b.records[id]
		if pain == nil || pain.Kind != "pain" || pain.Str("merged_into") != "" || askedAbout(b, id) || b.leadsTo(t.Record, id) {
			continue
		}
		effects = append(effects, Effect{E: "set", ID: id, Fields: Fields{"merged_into": t.Record.ID}, To: pain.To})
	}
	return effects
}

// leadsTo says whether a pain was merged, over however many others, into the one with this id. What has no end counts as a yes.
func (b *Board) leadsTo(pain *Record, id string) bool {
	for range b.Count("pain") + 2 {
		if pain == nil || pain.ID == id {
			return pain != nil
		}
		pain = b.records[pain.Str("merged_into")]
	}
	return true
}

// standsFor gives the pain that counts for this one: itself, or what it was merged into. Nil when not everybody sees it.
func (b *Board) standsFor(id string) *Record {
	for range b.Count("pain") + 1 {
		pain := b.Get(id)
		if pain == nil || pain.Kind != "pain" || len(pain.To) > 0 {
			return nil
		}
		if pain.Str("merged_into") == "" {
			return pain
		}
		id = pain.Str("merged_into")
	}
	return nil
}

// alone takes off a record that comes back what it was merged into, when that is there no more: it would stand for nothing.
func (b *Board) alone(r *Record, back []*Record) *Record {
	into := r.Str("merged_into")
	if into == "" || b.records[into] != nil || slices.ContainsFunc(back, func(x *Record) bool { return x.ID == into }) {
		return r
	}
	return r.with(Fields{"merged_into": nil})
}
