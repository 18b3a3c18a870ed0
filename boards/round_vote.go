package boards

import (
	"maps"
	"slices"
)

// The vote: dots on pains or fixes. What the reveal shows is how many dots each item has, and of how many departments; which dots were
// whose is shown to nobody.

// Vote is one person's dots on one item of an open round. It is sealed: nobody else learns of it before the reveal.
type Vote struct {
	Answer
	ItemID string `field:"item_id,max=40"`
	Count  int    `field:"count,min=0,max=300"` // of a person at most the round's max_per_item; of raised hands so many times that
}

var voteKind = define[Vote](Kind{Name: "vote", Answers: "vote", About: "item_id", Reach: ToPages, Limit: 10000})

// Tally is what the reveal writes for one item: dots, fair score (percent, method.md 3.4.9) and how many departments gave one.
type Tally struct {
	RoundID     string  `field:"round_id,of=round"`
	ItemID      string  `field:"item_id,max=40"`
	Count       int     `field:"count,min=0,max=100000"`
	Fair        float64 `field:"fair,min=0,max=100"`
	Departments int     `field:"departments,min=0,max=12"`
}

var tallyKind = define[Tally](Kind{Name: "tally", Made: ByServer, Limit: 10000, Parent: "round_id"})

// Split names the departments that gave an item a dot. The server keeps it to count departments when pains are merged;
// it is shown to nobody, because a department can be one person.
type Split struct {
	RoundID       string   `field:"round_id,of=round"`
	ItemID        string   `field:"item_id,max=40"`
	DepartmentIDs []string `field:"department_ids,max=40,most=12"`
}

var splitKind = define[Split](Kind{Name: "split", Made: ByServer, Reach: ToServer, Limit: 10000, Parent: "round_id"})

// VoteRound is what a round of dots is about.
type VoteRound struct {
	ObjectType          string   `field:"object_type,enum=pain|fix"`
	ItemIDs             []string `field:"item_ids,max=40,most=100"`
	Dots                int      `field:"dots,min=1,max=12"`
	MaxPerItem          int      `field:"max_per_item,min=1,max=5"`
	OneVoterDepartments *int     `field:"one_voter_departments,min=0,max=12"`
}

func init() {
	collect(Collection{Name: "vote", Views: []string{"vote"}, Shows: ShowsCounts, Args: "item_ids, dots?, max_per_item?",
		Tells:   "one `tally` for each item: dots, fair score and departments",
		prepare: prepareVote, answer: castVote, writes: writesTallies, reveal: revealVote})
}

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
		"item_ids": items, "object_type": a.board.Get(items[0]).Kind,
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

// writesTallies: one tally and one split for each item.
func writesTallies(_ acting, round *Record) map[string]int {
	items := len(round.List("item_ids"))
	return map[string]int{"tally": items, "split": items}
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
		tally, no := a.make("tally", Fields{"round_id": round.ID, "item_id": item, "count": count.raw(item), "fair": count.fair(item),
			"departments": len(count.givers(item))})
		if no != nil {
			return nil, no
		}
		split, no := a.make("split", Fields{"round_id": round.ID, "item_id": item, "department_ids": count.givers(item)}, OnlyServer)
		if no != nil {
			return nil, no
		}
		effects = append(effects, tally, split)
	}
	return effects, nil
}

// castByHand puts, changes or takes back the dots of a department on one item. Budget and cap are those of a person times the hands;
// the latest number of hands holds for all that department's items of the round.
func castByHand(b *Board, round, vote *Record, count int) ([]Effect, *Refusal) {
	hands, _ := vote.Int("hands")
	most, _ := round.Int("max_per_item")
	dots, _ := round.Int("dots")
	before, spent := myVotes(b, vote, vote.To[0])
	if hands == 0 { // takes the item back, and leaves the others
		return handEffect(b, before, vote, true, nil)
	}
	if count > most*hands || spent+count > dots*hands {
		return nil, refuse("over_budget", "count")
	}
	var effects []Effect
	for _, other := range b.sealedBy(vote.To[0]) {
		if other.Kind != "vote" || other.Str("round_id") != round.ID || (before != nil && other.ID == before.ID) {
			continue
		}
		if n, _ := other.Int("count"); n > most*hands {
			return nil, refuse("over_budget", "count")
		}
		if n, _ := other.Int("hands"); n != hands {
			effects = append(effects, Effect{E: "set", ID: other.ID, Fields: Fields{"hands": hands}, To: other.To})
		}
	}
	cast, no := handEffect(b, before, vote, count == 0, Fields{"count": count, "hands": hands})
	return append(effects, cast...), no
}

// ballots are the dots of one round by department and item. They exist during the reveal only.
type ballots struct {
	voters int
	hands  int                       // of the voters
	people map[string]int            // department → people who gave at least one dot
	cast   map[string]int            // department → its dots
	dots   map[string]map[string]int // item → department → dots
}

func countVotes(b *Board, round *Record) ballots {
	c := ballots{people: map[string]int{}, cast: map[string]int{}, dots: map[string]map[string]int{}}
	for _, person := range b.answerers() {
		department := ""
		if p := b.Get(person); takesPart(b, p, "vote") {
			department = p.Str("department_id")
		}
		if team := teamOf(person); b.isTeam(team) {
			c.addHands(b, round, team)
		}
		if department != "" && c.add(b, round, person, department) {
			c.voters++
			c.people[department]++
		}
	}
	return c
}

func (c ballots) add(b *Board, round *Record, person, department string) bool {
	voted := false
	for _, r := range b.sealed[person] {
		if r.Kind != "vote" || r.Str("round_id") != round.ID {
			continue
		}
		item, n := r.Str("item_id"), 0
		n, _ = r.Int("count")
		if c.dots[item] == nil {
			c.dots[item] = map[string]int{}
		}
		c.dots[item][department] += n
		c.cast[department] += n
		voted = voted || n > 0
	}
	return voted
}

func (c ballots) raw(item string) int {
	sum := 0
	for _, n := range c.dots[item] {
		sum += n
	}
	return sum
}

// fair gives 100 × the mean over departments that voted of the share of their dots on this item (method.md 3.4.9).
func (c ballots) fair(item string) float64 {
	departments := slices.DeleteFunc(slices.Sorted(maps.Keys(c.cast)), func(d string) bool { return c.cast[d] == 0 })
	if len(departments) == 0 {
		return 0
	}
	sum := 0.0
	for _, d := range departments {
		sum += float64(c.dots[item][d]) / float64(c.cast[d])
	}
	return 100 * sum / float64(len(departments))
}

// givers names the departments with a dot on this item.
func (c ballots) givers(item string) []string {
	givers := slices.AppendSeq([]string{}, maps.Keys(c.dots[item])) // a list also when nobody gave: nil would be no value
	slices.Sort(givers)
	return slices.DeleteFunc(givers, func(d string) bool { return c.dots[item][d] == 0 })
}

// lonely counts departments in which one person voted for all.
func (c ballots) lonely() int {
	n := 0
	for _, people := range c.people {
		if people == 1 {
			n++
		}
	}
	return n
}

// addHands counts the dots of raised hands to their department. Of more hands than dots some gave none.
func (c *ballots) addHands(b *Board, round *Record, department string) {
	seat, hands := handSeat(department), 0
	before := c.cast[department]
	if !c.add(b, round, seat, department) {
		return
	}
	for _, r := range b.sealed[seat] {
		if n, said := r.Int("hands"); said && r.Kind == "vote" && r.Str("round_id") == round.ID {
			hands = n
		}
	}
	hands = min(hands, c.cast[department]-before)
	c.voters, c.hands, c.people[department] = c.voters+hands, c.hands+hands, c.people[department]+hands
}
