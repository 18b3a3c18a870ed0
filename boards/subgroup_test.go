package boards

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// people makes participants for dealing: the number per department.
func people(sizes ...int) []*Record {
	var out []*Record
	for d, n := range sizes {
		for i := range n {
			out = append(
				out,
				&Record{
					ID:     fmt.Sprintf("person-%02d-%02d", d, i),
					Kind:   "person",
					Fields: Fields{"role": RoleParticipant, "department_id": fmt.Sprint("department-", d)},
				},
			)
		}
	}
	return out
}

func TestFoursAndPairsHaveTheRightSizes(t *testing.T) {
	for n := 2; n <= 60; n++ {
		seen := map[string]bool{}
		for _, four := range fours(people(n), "seed") {
			size := 0
			for _, pair := range four {
				size += len(pair)
				if n > 3 && (len(pair) < 2 || len(pair) > 3) {
					t.Errorf("%d people: a pair of %d", n, len(pair))
				}
				for _, person := range pair {
					if seen[person] {
						t.Errorf("%s sits twice", person)
					}
					seen[person] = true
				}
			}
			if n > 3 && (size < 3 || size > 5) {
				t.Errorf("%d people: a four of %d", n, size)
			}
		}
		if len(seen) != n {
			t.Errorf("%d people, %d seats", n, len(seen))
		}
	}
}

// With no department larger than half, every pair of two is of two departments where a deal can make it so, and most fours of three.
func TestGroupsGoAcrossDepartments(t *testing.T) {
	alike := func(group []string) bool {
		return len(group) > 1 && !slices.ContainsFunc(group, func(id string) bool { return id[:9] != group[0][:9] })
	}
	for _, sizes := range [][]int{{2, 2}, {4, 4}, {3, 3, 2}, {5, 4, 3, 2, 2}, {8, 4, 4}, {1, 1, 1, 1, 1, 1, 1, 1}} {
		for _, four := range fours(people(sizes...), "seed") {
			if alike(slices.Concat(four...)) {
				t.Errorf("%v: a four of one department: %v", sizes, four)
			}
			for _, pair := range four {
				if alike(pair) {
					t.Errorf("%v: a pair of one department: %v", sizes, pair)
				}
			}
		}
	}
}

func TestTheSamePeopleAndSeedSitTheSameWay(t *testing.T) {
	row := people(5, 4, 3)
	want := fmt.Sprint(fours(row, "seed"))
	slices.Reverse(row)
	if got := fmt.Sprint(fours(row, "seed")); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if fmt.Sprint(fours(row, "another")) == want {
		t.Error("another round has the same groups")
	}
}

// together is a board with eight participants in a writing round.
type together struct {
	*world
	round  string
	people []string
}

func newTogether(t testing.TB) *together {
	w := &together{world: newWorld(t)}
	w.people = []string{w.ann, w.bob, w.cor}
	for i, department := range []string{w.store, w.care, w.care, w.shop, w.store} {
		w.people = append(w.people, w.joins(fmt.Sprint("Person ", i), department))
	}
	w.round = w.id() // of ideas for fixes: then all that can be sealed is
	w.do(w.host, actOp("open", w.round, map[string]any{"collect": "writing", "writes": "fix"}))
	return w
}

func (w *together) stage(to string) []Effect {
	return w.do(w.host, actOp("stage", w.round, map[string]any{"stage": to}))
}

func (w *together) writes(person, text string) string {
	id := w.id()
	w.do(person, put("pain", id, Fields{"text": text, "step_id": w.step}))
	return id
}

// at gives the others at somebody's table.
func (w *together) at(person string) []string {
	return readersOf(w.b, w.b.Get(w.round), person)[1:]
}

func (w *together) sees(person, id string) bool {
	return slices.ContainsFunc(w.b.Mine(person), func(r *Record) bool { return r.ID == id })
}

func TestOneTwoFourAll(t *testing.T) {
	w := newTogether(t)
	mine := w.writes(w.ann, "written by Ann, all alone")
	if w.b.Get(w.round).Str("stage") != "alone" || w.b.Count("subgroup") != 0 {
		t.Fatal("does not begin alone")
	}
	before := []string{}
	for i, stage := range []string{"pair", "four"} {
		effects := w.stage(stage)
		if w.b.Get(w.round).Str("stage") != stage || w.b.Count("subgroup") != []int{4, 2}[i] {
			t.Fatalf("%s: %d subgroups", stage, w.b.Count("subgroup"))
		}
		at := w.at(w.ann)
		if len(at) != []int{1, 3}[i] {
			t.Fatalf("%s: %v", stage, at)
		}
		for _, other := range before {
			if !slices.Contains(at, other) {
				t.Errorf("lost sight of %s", other)
			}
		}
		before = at
		for _, person := range append([]string{w.host, w.co, w.guest, w.watcher}, w.people...) {
			if want := person == w.ann || slices.Contains(at, person); w.sees(person, mine) != want {
				t.Errorf("%s: %s sees it: %v", stage, w.b.Get(person).Str("name"), !want)
			}
		}
		if bytes.Contains(encode(Shared(effects)), []byte("written by Ann")) {
			t.Error("everybody gets it")
		}
		w.do(at[0], typed(mine, "text", w.b.Get(mine).Version("text"), Splice{0, 0, "better "})) // a pair writes together
		w.refused(w.host, "not_found", typed(mine, "text", 1, Splice{0, 0, "x"}))
		late := w.writes(at[0], "thought of at the table by "+at[0])
		if !w.sees(w.ann, late) || w.sees(w.host, late) {
			t.Error("what is written at the table is not seen at it")
		}
	}
	w.stage("all")
	round := w.b.Get(w.round)
	if round.Str("state") != "revealed" || round.Str("stage") != "all" || w.b.Count("subgroup") != 0 || len(w.b.Mine(w.ann)) != 0 {
		t.Fatalf("%+v", round)
	}
	shown := 0
	for _, r := range w.b.Shown("pain") {
		if r.By != "" {
			t.Errorf("%+v has an author", r)
		}
		if r.Str("text") == "better better written by Ann, all alone" && r.ID != mine {
			shown++
		}
	}
	if shown != 1 || w.b.Count("pain") != 5 {
		t.Errorf("%d pains, %d of Ann", w.b.Count("pain"), shown)
	}
	if data := w.b.Snapshot().Data; bytes.Contains(data, []byte(mine)) {
		t.Error("the sealed card is still there")
	}
	w.checkReplay()
}

func TestStagesGoOneWay(t *testing.T) {
	w := newTogether(t)
	w.refused(w.host, "bad_value", actOp("stage", w.round, map[string]any{"stage": "quartet"}))
	w.refused(w.host, "bad_value", actOp("stage", w.round, nil))
	w.refused(w.host, "not_found", actOp("stage", w.step, map[string]any{"stage": "pair"}))
	w.refused(w.host, "bad_value", actOp("stage", w.asked("rating"), map[string]any{"stage": "pair"}))
	w.refused(w.ann, "not_allowed", actOp("stage", w.round, map[string]any{"stage": "pair"}))
	w.stage("four") // the pairs may be passed over
	if len(w.at(w.ann)) != 3 {
		t.Fatalf("%v", w.at(w.ann))
	}
	if effects := w.stage("four"); len(effects) != 0 { // somebody else pressed it too
		t.Fatalf("%+v", effects)
	}
	w.refused(w.host, "locked", actOp("stage", w.round, map[string]any{"stage": "pair"}))
	w.stage("all")
	w.refused(w.host, "round_closed", actOp("stage", w.round, map[string]any{"stage": "all"}))
	w.checkReplay()
}

func TestOnePersonMakesNoPair(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, actOp("remove", w.bob, nil), actOp("remove", w.cor, nil))
	round := w.asked("writing")
	_, no := w.try(w.host, actOp("stage", round, map[string]any{"stage": "pair"}))
	if no == nil || no.Code != "too_few" || no.Sentence("nl") == Sentence("too_few", "nl") {
		t.Fatalf("%+v", no)
	}
	w.do(w.host, actOp("stage", round, map[string]any{"stage": "all"}))
}

// Who comes late sits down at the smallest table and sees what lies on it; who goes keeps nobody from going on.
func TestComingLateAndGoing(t *testing.T) {
	w := newTogether(t)
	cards := map[string]string{}
	for _, person := range w.people {
		cards[person] = w.writes(person, "by "+person)
	}
	w.stage("pair")
	left, stays := w.ann, w.at(w.ann)[0]
	both := w.writes(left, "written for the two of us")
	w.do(w.host, actOp("remove", left, nil))
	if !w.sees(stays, both) || !w.sees(stays, cards[left]) {
		t.Error("what lay on the table went with who wrote it")
	}
	late := w.joins("Late", w.care)
	if got := w.at(late); !slices.Contains(got, stays) {
		t.Errorf("sat down with %v, not at the table with a free chair", got)
	}
	for _, id := range []string{both, cards[stays]} {
		if !w.sees(late, id) {
			t.Error("does not see what lies on the table")
		}
	}
	observer := w.b.Count("person")
	w.server(actOp("join", "", map[string]any{"name": "Looks on", "role": RoleObserver, "hash": "hash-of-looks"}))
	if w.b.Count("person") != observer+1 {
		t.Fatal("nobody joined")
	}
	w.stage("four")
	for _, group := range w.b.All("subgroup") {
		if n := len(group.List("person_ids")); n < 3 || n > 5 || slices.Contains(group.List("person_ids"), left) {
			t.Errorf("a four of %v", group.List("person_ids"))
		}
	}
	w.stage("all")
	if n := len(w.b.Shown("pain")); n != 2+len(w.people)+1 {
		t.Errorf("%d pains", n)
	}
	w.checkReplay()
}

// A four that lost its people joins another one.
func TestASmallFourJoinsAnother(t *testing.T) {
	w := newTogether(t)
	w.stage("pair")
	var gone []string
	for _, group := range w.b.All("subgroup") {
		if n, _ := group.Int("number"); n == 1 {
			gone = append(gone, group.List("person_ids")...)
		}
	}
	for _, person := range gone[:3] {
		w.do(w.host, actOp("remove", person, nil))
	}
	w.stage("four")
	if groups := w.b.All("subgroup"); len(groups) != 1 || len(groups[0].List("person_ids")) != 5 {
		t.Errorf("%+v", groups)
	}
}

// A facilitator writes too, for people without a device; nobody sits with them.
func TestTheFacilitatorSitsAtNoTable(t *testing.T) {
	w := newTogether(t)
	card := w.writes(w.host, "said aloud by somebody")
	w.stage("pair")
	if r := w.b.Get(card); !slices.Equal(r.To, []string{w.host}) {
		t.Errorf("%v", r.To)
	}
	w.stage("all")
	if w.b.Count("pain") != 3 {
		t.Error("what the facilitator wrote is lost")
	}
}

// Nobody loses words when a round is stopped: they are their author's own again, and come along in the next round.
func TestACancelledWritingRoundGivesTheWordsBack(t *testing.T) {
	w := newTogether(t)
	card := w.writes(w.ann, "MARKER of a card")
	w.stage("pair")
	other := w.at(w.ann)[0]
	w.do(w.ann, actOp("ready", w.round, nil))
	w.do(w.host, actOp("cancel", w.round, nil))
	if !w.sees(w.ann, card) || w.sees(other, card) || w.b.Count("subgroup") != 0 || w.b.Count("ready") != 0 || w.b.Sealing != w.b.Seq {
		t.Fatalf("%+v", w.b.Get(card))
	}
	if len(Shared([]Effect{{E: "put", Record: w.b.Get(card), To: w.b.Get(card).To}})) != 0 ||
		bytes.Contains(Export(w.b), []byte("MARKER")) {
		t.Fatal("others see it")
	}
	w.do(w.ann, typed(card, "text", 1, Splice{0, 0, "my "}), set(card, Fields{"severity": 3}))
	w.refused(other, "not_found", set(card, Fields{"severity": 1}))
	w.do(w.host, del(w.step)) // no round is open, so a step may go; the words stay
	if r := w.b.Get(card); r == nil || r.Str("step_id") != "" || r.Str("text") != "my MARKER of a card" {
		t.Fatalf("%+v", r)
	}
	again := w.asked("writing")
	w.reveal(again)
	if pains := w.b.Shown("pain"); !slices.ContainsFunc(pains, func(r *Record) bool { return strings.Contains(r.Str("text"), "MARKER") }) {
		t.Errorf("%+v", pains)
	}
	if len(w.b.Mine(w.ann)) != 0 {
		t.Error("the draft stays beside what was shown")
	}
	w.checkReplay()
}

// The limit of a board does not tell that somebody wrote, and does not cost anybody their words.
func TestSealedCardsLeaveTheLimitAlone(t *testing.T) {
	w := newTogether(t)
	for n := w.b.Count("pain"); n < painKind.Limit-1; n++ {
		id := fmt.Sprintf("filler-%011d", n)
		w.b.replace(id, &Record{ID: id, Kind: "pain", Fields: Fields{"text": "filler", "order": fmt.Sprintf("z%05dV", n)}})
	}
	for n := range 3 {
		w.writes(w.ann, fmt.Sprint("one of several ", n))
		w.writes(w.bob, fmt.Sprint("and of somebody else ", n))
	}
	w.reveal(w.round)
	if n := w.b.Count("pain"); n != painKind.Limit+5 {
		t.Errorf("%d pains", n)
	}
	w.refused(w.ann, "full", put("pain", w.id(), Fields{"text": "one more than fits", "step_id": w.step}))
}

func TestOnePersonSealsSoMuchAndNoMore(t *testing.T) {
	w := newTogether(t)
	for n := range mostSealed {
		w.do(w.ann, put("note", w.id(), Fields{"text": fmt.Sprint(n)}))
	}
	w.refused(w.ann, "full", put("note", w.id(), Fields{"text": "n"}))
	w.do(w.bob, put("note", w.id(), Fields{"text": "n"}))
}

// Two workshops that differ only in what one table writes look alike to everybody who does not sit at it (B8).
func TestB8SubgroupsNonInterference(t *testing.T) {
	outer := t
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.SampledFrom([]string{"pair", "four"}).Draw(t, "stage")
		early := rapid.Bool().Draw(t, "early")
		streams := [2]bytes.Buffer{}
		for i := range streams {
			w := newTogether(outer)
			base := w.b.At
			insiders := []string{w.ann}
			outsiders := func(yield func(string)) {
				for _, person := range append([]string{w.host, w.co, w.guest, w.watcher, "screen"}, w.people...) {
					if !slices.Contains(insiders, person) {
						yield(person)
					}
				}
			}
			told := func(effects []Effect) { // every frame that leaves the house for somebody else
				outsiders(func(person string) {
					if private := Private(effects, person); len(private) > 0 {
						streams[i].Write(encode([]any{person, private}))
					}
				})
				if shared := Shared(effects); len(shared) > 0 {
					streams[i].Write(encode([]any{w.b.SharedAt, shared}))
				}
			}
			looked := func() { // what somebody else finds who comes in now
				outsiders(func(person string) { streams[i].Write(encode([]any{person, w.b.Mine(person), w.b.OwnIDs(person)})) })
				streams[i].Write(encode([]any{w.b.Shared, w.b.SharedAt, w.b.Tail, w.b.Public()}))
				streams[i].Write(Export(w.b))
			}
			cards := []string{}
			write := func(n int, label string) {
				for k := range n {
					person := insiders[rapid.IntRange(0, len(insiders)-1).Draw(t, "who")]
					id := fmt.Sprintf("card-%s-%02d-00000000", label, k)
					kind, fields := rapid.SampledFrom(written).Draw(t, "kind"), Fields{"text": "secret " + id, "step_id": w.step}
					if kindsByName[kind].Field("step_id") == nil {
						delete(fields, "step_id")
					}
					op := put(kind, id, fields)
					if len(cards) > 0 {
						card := rapid.SampledFrom(cards).Draw(t, "card")
						ops := []Op{
							op,
							op,
							typed(card, "text", 1, Splice{0, 0, "x"}),
							set(card, Fields{"step_id": w.other}),
							move(card, "", ""),
							del(card),
						}
						op = ops[rapid.IntRange(0, len(ops)-1).Draw(t, "op")]
					}
					effects, no := w.tryAt(base, person, op)
					if no == nil && op.Op == "put" {
						cards = append(cards, id)
					}
					told(effects)
				}
				looked()
			}
			if early {
				write(rapid.IntRange(0, 4).Draw(t, "alone"), "alone")
			}
			effects, no := w.tryAt(base+1000, w.host, actOp("stage", w.round, map[string]any{"stage": at}))
			if no != nil {
				outer.Fatal(no)
			}
			insiders = readersOf(w.b, w.b.Get(w.round), w.ann)
			told(effects)
			write(rapid.IntRange(0, 6).Draw(t, "together"), "together")
			shown, no := w.tryAt(base+3000, w.host, put("quote", "quote-000000000000", Fields{"text": "seen by all"}), del(w.step))
			streams[i].WriteString(fmt.Sprint(no))
			told(shown)
			looked()
			shown, no = w.tryAt(base+4000, w.host, put("cell", "cell-0000000000000", Fields{"step_id": w.step, "lane": "back"}))
			streams[i].WriteString(fmt.Sprint(no))
			told(shown)
			looked()
		}
		if !bytes.Equal(streams[0].Bytes(), streams[1].Bytes()) {
			t.Fatalf("others can tell the two apart\n%s\n%s", streams[0].Bytes(), streams[1].Bytes())
		}
	})
}
