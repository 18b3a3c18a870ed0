package boards

import "slices"

func decideDel(b *Board, op Op, who Actor) ([]Effect, *Refusal) {
	r, no := target(b, op.ID, who)
	if no != nil {
		return nil, no
	}
	if no := row("del", r.Kind).allow(b, who, isTheirs(b, r, who), ""); no != nil {
		return nil, no
	}
	deleted := deletion(b, r, who)
	if no := stillNeeded(b, r, deleted); no != nil {
		return nil, no
	}
	return deleted, nil
}

// deletion gives the end of a record and of all that hangs on it, deepest last, and then what stands for itself again.
func deletion(b *Board, r *Record, who Actor) []Effect {
	var effects []Effect
	var gone []*Record
	var end func(r *Record)
	end = func(x *Record) {
		if len(x.To) > 0 && slices.Contains(written, x.Kind) && x.ID != r.ID { // somebody's draft: the words stay, without their step
			effects = append(effects, Effect{E: "set", ID: x.ID, Fields: Fields{kindsByName[x.Kind].Parent: nil}, To: x.To})
			return
		}
		effects = append(effects, Effect{E: "del", ID: x.ID, With: r.ID, Who: who.Person, To: x.To})
		gone = append(gone, x)
		for _, child := range inOrder(b.hanging[x.ID]) {
			end(child)
		}
	}
	end(r)
	freed, by := b.freed(gone)
	for i := range effects {
		effects[i].Freed = by[effects[i].ID]
	}
	return append(effects, freed...)
}

// stillNeeded keeps what others stand on: a department in use, a card that is being voted on, a step that is being answered
// about. While people write every step stays: what is sealed at it could not come back with it.
func stillNeeded(b *Board, r *Record, deleted []Effect) *Refusal {
	if kind := kindsByName[r.Kind]; kind.Firm && inUse(b, kind.Name, r.ID) {
		return refuse("in_use", "")
	}
	writing := OpenRound(b, "writing") != nil
	for _, f := range deleted {
		if f.E != "del" {
			continue
		}
		switch rule := row("del", b.records[f.ID].Kind); {
		case rule.roundRule("stays") && askedAbout(b, f.ID):
			return refuse("locked", "").reason("round")
		case rule.roundRule("writing") && writing:
			return refuse("locked", "").reason("writing")
		}
	}
	return nil
}

// inUse says whether a field of a shared record names a record of this kind, or raised hands lie sealed for it.
func inUse(b *Board, name, id string) bool {
	if len(b.sealed[handSeat(id)]) > 0 {
		return true
	}
	for _, r := range b.records {
		kind := kindsByName[r.Kind]
		if kind == nil || len(r.To) > 0 {
			continue
		}
		for i := range kind.Fields {
			if kind.Fields[i].Of == name && (r.Str(kind.Fields[i].Name) == id || slices.Contains(r.List(kind.Fields[i].Name), id)) {
				return true
			}
		}
	}
	return false
}

func decideRestore(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	t, ok := b.gone[op.ID]
	if !ok {
		return nil, refuse("not_found", "id")
	}
	if no := row("restore", t.Record.Kind).allow(b, who, t.of(who.Person), ""); no != nil {
		return nil, no
	}
	back, no := b.comingBack(t)
	if no == nil {
		no = b.fits(back, who, now)
	}
	if no != nil {
		return nil, no
	}
	var effects []Effect
	for _, r := range back {
		if other := holder(b, r); other != nil && kindsByName[r.Kind].Ordered { // its key was given away meanwhile
			r = r.with(Fields{"order": orderAfter(b, r, other.ID, true)})
		}
		if r.Kind == "agenda_item" && r.Str("state") == "running" && Running(b) != nil { // only one runs
			r = r.with(Fields{"state": "planned", "started_at": nil})
		}
		effects = append(effects, Effect{E: "put", Record: b.alone(r, back), To: r.To})
	}
	for _, r := range back {
		effects = append(effects, b.mergedAgain(b.gone[r.ID])...)
	}
	return effects, nil
}

// fits says whether records that come back together stay within the maxima (B12): each is looked at with those before it
// in their place, and in the end nothing is.
func (b *Board) fits(back []*Record, who Actor, now Moment) *Refusal {
	for _, r := range back {
		kind := kindsByName[r.Kind]
		if b.countFor(r.Kind) >= kind.Limit {
			return refuse("full", "")
		}
		if kind.rule != nil {
			if _, no := kind.rule(change{b, nil, r, who, now}); no != nil {
				return no
			}
		}
		b.index(r)
		defer b.unindex(r)
	}
	return nil
}

// deletedWith gives what a deletion took away, parents first.
func (b *Board) deletedWith(id string) []*Record {
	var list []*Record
	for _, t := range b.gone {
		if t.With == id && kindsByName[t.Record.Kind] != nil {
			list = append(list, t.Record)
		}
	}
	slices.SortFunc(list, func(x, y *Record) int {
		if d := kindRank[x.Kind] - kindRank[y.Kind]; d != 0 {
			return d
		}
		return inPlace(x, y)
	})
	return list
}
