package boards

import (
	"maps"
	"reflect"
	"slices"
)

// Moment is what the domain cannot know by itself: the time, fresh ids and chance.
type Moment struct {
	At   int64               // Unix milliseconds: the order of the log, which never goes back
	Wall int64               // the clock on the wall, for what people are told; 0 = At
	ID   func() string       // a fresh id of 16–40 plain characters
	Perm func(n int) []int   // a random order of 0…n-1
	Hash func(string) string // how a secret is kept (hex)

	Compose func(string) string          // one spelling of letters with accents (NFC): a table of Unicode's; nil = as they come
	Picture func([]byte) ([]byte, error) // makes a picture from outside small and clean; nil = none comes in
	Holiday func(zone, day string) bool  // whether a day (2006-01-02) is a public holiday where this time zone is; nil = none known
}

func (m Moment) wall() int64 {
	if m.Wall != 0 {
		return m.Wall
	}
	return m.At
}

// Decide is the only place where a wish becomes a fact: it answers with effects, or with a clear no. The board must be
// as the wisher's op will find it; inside a Trial it is.
func Decide(b *Board, op Op, who Actor, client string, now Moment) ([]Effect, *Refusal) {
	if who.Role != RoleServer && b.Waiting(who.Person) {
		return nil, refuse("not_allowed", "").reason("waiting")
	}
	switch op.Op {
	case "put":
		return decidePut(b, op, who, now)
	case "set":
		return decideSet(b, op, who, now)
	case "text":
		return decideText(b, op, who, client, now)
	case "move":
		return decideMove(b, op, who, now)
	case "del":
		return decideDel(b, op, who)
	case "restore":
		return decideRestore(b, op, who, now)
	case "act":
		return decideAct(b, op, who, now)
	}
	return nil, refuse("bad_request", "op")
}

// change is what a kind's rule looks at: the record before (nil when new) and as it would be.
type change struct {
	board         *Board
	before, after *Record
	who           Actor
	now           Moment
}

func (c change) changed(field string) bool {
	if c.before == nil {
		_, there := c.after.Fields[field]
		return there
	}
	return !sameValue(c.before.Fields[field], c.after.Fields[field])
}

func decidePut(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	kind := kindsByName[op.Kind]
	if kind == nil {
		return nil, refuse("unknown_kind", op.Kind)
	}
	if !validID(op.ID) {
		return nil, refuse("bad_value", "id")
	}
	if isAnswer(kind) {
		return decideAnswer(b, op, who, now)
	}
	author, no := authorOf(b, op, who)
	if no != nil {
		return nil, no
	}
	if no := mayPut(b, op, author, kind); no != nil {
		return nil, no
	}
	r := newRecord(b, op, author, kind, now)
	if no := checkFields(b, who, r, op.Fields, true); no != nil {
		return nil, no
	}
	if no := settleRecord(b, nil, r, who, now); no != nil {
		return nil, no
	}
	_, asides := setAside(b, r, r.Fields, now)
	if op.For != "" || op.ForTeam != "" {
		r.Fields["proxy"] = true
	}
	switch {
	case writingSeals(b, kind, author):
		return sealWriting(b, r, op, author), nil
	case aloneNow(kind, r, author):
		return sealAlone(r, author.Person), nil
	case kind.Alone && kind.Signed != "" && r.Bool(kind.Signed):
		r.By = author.Person
	}
	if teamOf(author.Person) != "" {
		author = b.fromTeam(r, author.Person)
	}
	if kind.Ordered {
		r.Fields["order"] = orderAfter(b, r, op.After, op.HasAfter)
	}
	return append(created(kind, r, author), asides...), nil
}

func mayPut(b *Board, op Op, who Actor, kind *Kind) *Refusal {
	if no := row("put", kind.Name).allow(b, who, false, ""); no != nil {
		return no
	}
	if b.taken(op.ID) {
		return refuse("bad_value", "id")
	}
	if b.countFor(kind.Name) >= kind.Limit || (writingSeals(b, kind, who) && len(b.writtenBy(who.Person)) >= mostSealed) ||
		(kind.Alone && b.aloneOf(kind.Name, who.Person) >= mostAlone) {
		return refuse("full", "")
	}
	return nil
}

// countFor gives how many records of a kind count towards its limit: what is sealed does not, or the limit would tell that it is there.
func (b *Board) countFor(kind string) int {
	n := b.Count(kind)
	if !kindsByName[kind].hides() {
		return n
	}
	for person := range b.sealed {
		for _, r := range b.sealed[person] {
			if r.Kind == kind && r.To[0] == person {
				n--
			}
		}
	}
	return n
}

// taken says whether an id is in use. What was deleted keeps its id while it can come back.
func (b *Board) taken(id string) bool {
	_, buried := b.gone[id]
	return buried || b.records[id] != nil
}

// newRecord gives the record with its defaults; the author is named unless this kind hides them on this board.
func newRecord(b *Board, op Op, who Actor, kind *Kind, now Moment) *Record {
	r := &Record{ID: op.ID, Kind: kind.Name, By: who.Person, At: now.At, Ver: map[string]int{}, Fields: Fields{}}
	if kind.Nameless || kind.Veiled && !b.Workshop().AuthorVisible {
		r.By = ""
	}
	for i := range kind.Fields {
		if v := kind.Fields[i].fallback(); v != nil {
			r.Fields[kind.Fields[i].Name] = v
		}
	}
	for name, v := range op.Fields {
		if v != nil {
			r.Fields[name] = v
		}
	}
	for name := range r.Fields {
		if kind.isText(name) {
			r.Ver[name] = 1
		}
	}
	return r
}

// created makes the effects of a new record; a hidden author learns alone that it is theirs.
func created(kind *Kind, r *Record, who Actor) []Effect {
	effects := []Effect{{E: "put", Record: r}}
	if kind.Veiled && r.By == "" && who.Person != "" {
		effects = append(effects, Effect{E: "own", ID: r.ID, To: []string{who.Person}})
	}
	return effects
}

// checkFields checks every given value against the table. At creation the maker is the author.
func checkFields(b *Board, who Actor, r *Record, given Fields, fresh bool) *Refusal {
	kind := kindsByName[r.Kind]
	for _, name := range slices.Sorted(maps.Keys(given)) {
		field := kind.byName[name]
		if field == nil {
			return refuse("unknown_field", name)
		}
		no := mayGive(b, who, r.Kind, name)
		if !fresh {
			no = mayWrite(b, who, r, "set", name)
		}
		if no != nil {
			return no
		}
		if no := field.check(b, given[name]); no != nil {
			return no
		}
	}
	return nil
}

// settleRecord lets the kind's own rule look, and adds what it makes.
func settleRecord(b *Board, before, after *Record, who Actor, now Moment) *Refusal {
	kind := kindsByName[after.Kind]
	if kind.rule == nil {
		return nil
	}
	made, no := kind.rule(change{b, before, after, who, now})
	if no != nil {
		return no
	}
	for name, v := range made {
		if v == nil {
			delete(after.Fields, name)
		} else {
			after.Fields[name] = v
		}
	}
	return nil
}

// target finds the record an op is about, if this actor may know of it.
func target(b *Board, id string, who Actor) (*Record, *Refusal) {
	r := b.records[id]
	if r == nil || !r.SeenBy(who.Person) || kindsByName[r.Kind] == nil || who.Role == RoleOwner && !b.ownerSees(who, r) {
		return nil, refuse("not_found", "id")
	}
	return r, nil
}

func decideSet(b *Board, op Op, who Actor, now Moment) ([]Effect, *Refusal) {
	r, no := target(b, op.ID, who)
	if no != nil {
		return nil, no
	}
	if isAnswer(kindsByName[r.Kind]) {
		return nil, refuse("not_allowed", "")
	}
	fields, no := listEdits(r, op.Fields)
	if no != nil {
		return nil, no
	}
	kind := kindsByName[r.Kind]
	if _, moves := fields[kind.Parent]; moves && kind.Ordered {
		return nil, refuse("bad_value", kind.Parent) // another parent needs another place: `move`
	}
	if no := checkFields(b, who, r, fields, false); no != nil {
		return nil, no
	}
	return setEffect(b, r, fields, who, now)
}

// setEffect gives the difference between a record and what it becomes, the rule's additions included. No difference, no effect.
func setEffect(b *Board, r *Record, fields Fields, who Actor, now Moment) ([]Effect, *Refusal) {
	next := r.with(fields)
	_, asides := setAside(b, next, fields, now)
	if to := kindsByName[r.Kind].Confidant; len(asides) == 0 && to != "" && r.Str(to) != next.Str(to) {
		asides = b.retold(next, nil)
	}
	if no := settleRecord(b, r, next, who, now); no != nil {
		return nil, no
	}
	diff := Fields{}
	for name := range kindsByName[r.Kind].byName {
		if !sameValue(r.Fields[name], next.Fields[name]) {
			diff[name] = next.Fields[name]
		}
	}
	if len(diff) == 0 {
		return asides, nil
	}
	if shownNow(r, next) {
		return showing(b, next, who), nil
	}
	effects := append([]Effect{{E: "set", ID: r.ID, Fields: diff, To: r.To}}, asides...)
	if follow := kindsByName[r.Kind].follow; follow != nil {
		effects = append(effects, follow(change{b, r, next, who, now})...)
	}
	return effects, nil
}

func sameValue(a, b any) bool {
	switch x := a.(type) {
	case []string:
		y, ok := b.([]string)
		return ok && slices.Equal(x, y)
	case map[string]any, []any:
		return b != nil && string(encode(x)) == string(encode(b))
	}
	return reflect.DeepEqual(a, b)
}
