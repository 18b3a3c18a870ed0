package boards

import "slices"

// prepareVote: two to a hundred items of one kind, and a budget of dots. args: item_ids, dots?, max_per_item?.
func prepareVote(a acting) (Fields, *Refusal) {
	items := a.args.texts("item_ids")
	if no := a.votable(items); no != nil {
		return nil, no
	}
	return a.ballot(items), nil
}

// ballot gives the fields of a vote round (method.md 2.7: about a quarter of the items as dots, 3 to 8).
func (a acting) ballot(items []string) Fields {
	return Fields{
		"item_ids": items, "object_type": a.board.Get(items[0]).Kind, "anonymous": true,
		"dots":         a.args.intOr("dots", dotsFor(len(items))),
		"max_per_item": a.args.intOr("max_per_item", a.board.Workshop().DotsMaxPerItem),
	}
}

// dotsFor gives clamp(round(items/4), 3, 8), halves rounded up.
func dotsFor(items int) int { return min(max((items+2)/4, 3), 8) }

// votable: two to a hundred different items of one kind, pains only with a step and enough words.
func (a acting) votable(items []string) *Refusal {
	if len(items) < 2 {
		return refuse("too_few", "item_ids")
	}
	if len(items) > 100 {
		return refuse("too_long", "item_ids").reason("items")
	}
	for i, id := range items {
		r := a.board.Get(id)
		if r == nil || len(r.To) > 0 {
			return refuse("not_found", "item_ids")
		}
		if (r.Kind != "pain" && r.Kind != "fix") || r.Kind != a.board.Get(items[0]).Kind || slices.Contains(items[:i], id) ||
			(r.Kind == "pain" && !Votable(r)) {
			return refuse("bad_value", "item_ids")
		}
	}
	return nil
}

// castVote puts, changes or takes back a person's dots on one item; the budget holds in the total order of the log.
func castVote(b *Board, vote *Record, _ Actor) ([]Effect, *Refusal) {
	round := b.Get(vote.Str("round_id"))
	count, said := vote.Int("count")
	if !said {
		return nil, refuse("bad_value", "count")
	}
	if teamOf(vote.To[0]) != "" {
		return castByHand(b, round, vote, count)
	}
	most, _ := round.Int("max_per_item")
	dots, _ := round.Int("dots")
	before, spent := myVotes(b, vote, vote.To[0])
	if count > most || spent+count > dots {
		return nil, refuse("over_budget", "count")
	}
	switch {
	case before == nil && count == 0:
		return nil, nil
	case before == nil && b.taken(vote.ID): // also where it would push somebody's deleted card out of reach
		return nil, refuse("bad_value", "id")
	case before == nil:
		return []Effect{{E: "put", Record: vote, To: vote.To}}, nil
	case count == 0:
		return []Effect{{E: "del", ID: before.ID, To: before.To}}, nil
	}
	return []Effect{{E: "set", ID: before.ID, Fields: Fields{"count": count}, To: before.To}}, nil
}

// myVotes finds this person's vote on the item, and what their other votes of the round cost.
func myVotes(b *Board, vote *Record, person string) (same *Record, spent int) {
	for _, r := range b.sealed[person] {
		if r.Kind != "vote" || r.Str("round_id") != vote.Str("round_id") {
			continue
		}
		if r.Str("item_id") == vote.Str("item_id") {
			same = r
			continue
		}
		n, _ := r.Int("count")
		spent += n
	}
	return same, spent
}

// revealVote counts the dots and writes one tally per item.
func revealVote(a acting, round *Record) ([]Effect, Fields, *Refusal) {
	count := countVotes(a.board, round)
	tallies, no := a.tallies(round, count)
	learned := byHand(Fields{"voters": count.voters, "one_voter_departments": count.lonely()}, count.hands)
	return tallies, learned, no
}

func (a acting) tallies(round *Record, count ballots) ([]Effect, *Refusal) {
	items := round.List("item_ids")
	var effects []Effect
	for _, i := range a.now.Perm(len(items)) {
		item := items[i]
		tally, no := a.put("tally", Fields{"round_id": round.ID, "item_id": item, "count": count.raw(item), "fair": count.fair(item),
			"departments": len(count.givers(item))})
		if no != nil {
			return nil, no
		}
		split, no := a.put("split", Fields{"round_id": round.ID, "item_id": item, "department_ids": count.givers(item)}, OnlyServer)
		if no != nil {
			return nil, no
		}
		effects = append(effects, tally, split)
	}
	return effects, nil
}
