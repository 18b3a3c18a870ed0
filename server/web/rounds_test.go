package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	mathrand "math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/insight"
	"muntsaus/boards/template"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// computing makes a house compute insights as the program does.
func computing(o *live.Options, _ *Config) {
	o.Insight = func(b *boards.Board) []byte {
		data, err := json.Marshal(insight.On(b, time.Now()))
		if err != nil {
			panic(err)
		}
		return data
	}
}

// table is a board with a facilitator and the people around it.
type table struct {
	*house
	board answer
	host  *screen
	ids   map[string]string // name in the template → record
	n     map[*screen]int
}

func (h *house) table(template string) *table {
	h.t.Helper()
	return h.around(h.create(template))
}

// around sits down at a board with its facilitator.
func (h *house) around(board answer) *table {
	h.t.Helper()
	b := &table{house: h, board: board, ids: map[string]string{}, n: map[*screen]int{}}
	b.host = h.screen(b.board, b.board.str("seat"))
	for _, r := range b.host.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["ref"] != nil {
			b.ids[r["ref"].(string)] = r["id"].(string)
		}
	}
	return b
}

// seated lets somebody join a department and gives their screen.
func (b *table) seated(name, department string) *screen {
	b.t.Helper()
	joined := b.ask("POST", "/api/join/"+b.board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, name, b.ids[department])).
		want(b.t, 201)
	return b.screen(b.board, joined.str("seat"))
}

// does pushes ops that must be accepted.
func (b *table) does(s *screen, ops ...string) {
	b.t.Helper()
	if no := b.tries(s, ops...); no["type"] != "yours" {
		b.t.Fatalf("%v: %v", ops, no)
	}
}

func (b *table) tries(s *screen, ops ...string) map[string]any {
	b.t.Helper()
	b.n[s]++
	return s.push(b.n[s], ops...)
}

func openOp(round, args string) string {
	return fmt.Sprintf(`{"op":"act","do":"open","id":%q,"args":{%s}}`, round, args)
}

func revealOp(round string) string { return fmt.Sprintf(`{"op":"act","do":"reveal","id":%q}`, round) }

func stepAnswer(kind, id, round, step, rest string) string {
	return fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{"round_id":%q,"step_id":%q%s}}`, kind, id, round, step, rest)
}

func (b *table) opened(collect, more string) string {
	b.t.Helper()
	round := newID()
	b.does(b.host, openOp(round, fmt.Sprintf(`"collect":%q%s`, collect, more)))
	return round
}

func (b *table) get(what string) []byte {
	b.t.Helper()
	return b.ask("GET", "/api/boards/"+b.board.str("boardId")+"/"+what, "", bearerOf(b.board.str("seat"))...).want(b.t, 200).body
}

// insights gives the insight object; its number is taken off, since it counts entries.
func (b *table) insights() map[string]any {
	b.t.Helper()
	var in map[string]any
	must(b.t, json.Unmarshal(b.get("insights"), &in))
	delete(in, "seq")
	return in
}

// at walks into an object: names, and numbers of a list.
func at(v any, path ...any) any {
	for _, p := range path {
		switch p := p.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[p]
		case int:
			l, _ := v.([]any)
			if p >= len(l) {
				return nil
			}
			v = l[p]
		}
	}
	return v
}

func list(v any) []any { l, _ := v.([]any); return l }

// rateAll opens a rating round, lets everybody of the demonstration answer and reveals it.
func (b *table) rateAll(journey template.Journey) {
	b.t.Helper()
	round := b.opened("rating", "")
	for _, department := range slices.Sorted(maps.Keys(journey.DemoRatings)) {
		for i, values := range journey.DemoRatings[department] {
			person := b.seated(fmt.Sprint(department, " ", i), department)
			var ops []string
			for n, value := range values {
				ops = append(ops, stepAnswer("rating", newID(), round, b.ids[journey.Steps[n].ID], fmt.Sprintf(`,"value":%d`, value)))
			}
			b.does(person, ops...)
		}
	}
	b.does(b.host, revealOp(round))
}

// The demonstration ratings of every template, pushed by people over sockets, give the numbers that were promised for it.
func TestDemonstrationRatingsGiveTheExpectedInsights(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"restaurant", "lease", "retail_return", "hotel", "housing_repair"} {
		t.Run(id, func(t *testing.T) {
			stores(t, func(t *testing.T, h *house) {
				journey, known := template.Named(id)
				if !known {
					t.Fatal("no such template")
				}
				b := h.table(id)
				b.rateAll(journey)
				checkExpected(t, b, journey, b.insights())
			}, computing)
		})
	}
}

func checkExpected(t *testing.T, b *table, journey template.Journey, in map[string]any) {
	t.Helper()
	want := journey.Expected
	is := func(what string, got any, want float64) {
		t.Helper()
		if n, ok := got.(float64); !ok || math.Abs(n-want) > 1e-3 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	step := func(n int) string { return b.ids[journey.Steps[n-1].ID] }
	is("front hand-offs", at(in, "handoffs", "front"), float64(want.FrontHandoffs))
	is("crossings", at(in, "handoffs", "crossings"), float64(want.FrontBackCrossings))
	is("explicit hand-offs", at(in, "handoffs", "explicit"), float64(want.ExplicitHandoffs))
	is("contact departments", at(in, "handoffs", "contactDepartments"), float64(want.ContactDepartments))
	is("repeats", in["repeatsStory"], float64(want.Repeat))
	is("customer leading", at(in, "customerLeads", "yes"), float64(want.CustomerLeading))
	is("shared picture", at(in, "sharedPicture", "value").(float64)*100, want.DemoSharedPicture)
	is("widest gap", at(in, "gaps", 0, "gap"), want.DemoGapMax[1])
	is("peak-end", at(in, "peakEnd", "value"), want.DemoPeakEnd)
	if got := at(in, "gaps", 0, "step"); got != step(int(want.DemoGapMax[0])) {
		t.Errorf("widest gap at %v", got)
	}
	if got := at(in, "peakEnd", "extremeStep"); got != step(want.DemoExtremeStep) {
		t.Errorf("extreme step %v", got)
	}
	if len(list(in["curve"])) != len(want.DemoCurve) {
		t.Fatalf("curve %v", in["curve"])
	}
	for i, mean := range want.DemoCurve {
		is(fmt.Sprint("curve at ", i+1), at(in, "curve", i, "mean"), mean)
		if got := at(in, "curve", i, "step"); got != step(i+1) {
			t.Errorf("curve %d at %v", i+1, got)
		}
	}
	nobody := []any{}
	for _, n := range want.NobodyInSight {
		nobody = append(nobody, step(n))
	}
	if fmt.Sprint(in["nobodyInSight"]) != fmt.Sprint(nobody) {
		t.Errorf("nobody in sight: %v, want %v", in["nobodyInSight"], nobody)
	}
	if want.Chain == nil {
		if in["chain"] != nil && at(in, "chain", "length") != nil {
			t.Errorf("chain %v", in["chain"])
		}
		return
	}
	is("chain", at(in, "chain", "length"), float64(want.Chain.L))
	is("chain, distinct", at(in, "chain", "distinct"), float64(want.Chain.Distinct))
	is("chain, wait", at(in, "chain", "waitMinutes"), float64(want.Chain.Wait))
	if at(in, "chain", "boomerang") != want.Chain.Boomerang {
		t.Errorf("boomerang %v", at(in, "chain", "boomerang"))
	}
	var steps, departments []any
	for n := want.Chain.From; n <= want.Chain.To; n++ {
		steps = append(steps, step(n))
	}
	for _, ref := range want.Chain.Contacts {
		departments = append(departments, b.ids[ref])
	}
	if fmt.Sprint(at(in, "chain", "steps"), at(in, "chain", "departments")) != fmt.Sprint(steps, departments) {
		t.Errorf("chain %v", in["chain"])
	}
}

// secretive is a board on which everything hidden is open at once, and somebody who answers.
type secretive struct {
	*voting
	clock           *atomic.Int64
	rating, claims  string
	leading, secret string
	step            string
	n               int
}

func openEverything(t *testing.T) *secretive {
	t.Helper()
	var ids, clock atomic.Int64
	clock.Store(1_800_000_000_000)
	h := openHouse(t, oplog.NewMemory(), counted, computing, func(o *live.Options, _ *Config) {
		next := func() string { return fmt.Sprintf("counted%013d", ids.Add(1)) }
		o.Moment = func() boards.Moment {
			return boards.Moment{At: clock.Load(), ID: next, Perm: mathrand.New(mathrand.NewPCG(1, 2)).Perm, Hash: live.Hash}
		}
	})
	s := &secretive{voting: openVote(t, h), clock: &clock, rating: "round-of-rating-0001", claims: "round-of-claims-0001",
		leading: "round-of-leading-001", secret: "round-of-writing-001"}
	for _, r := range s.host.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == "step" && s.step == "" {
			s.step = r["id"].(string)
		}
	}
	for i, open := range []string{openOp(s.rating, `"collect":"rating"`), openOp(s.claims, `"collect":"ownership_claim"`),
		openOp(s.leading, `"collect":"leading_vote"`), openOp(s.secret, `"collect":"writing"`)} {
		s.host.push(4+i, open)
	}
	for _, other := range s.others() {
		other.wait("the last round", func(f map[string]any) bool { return f["type"] == "ready" && f["round"] == s.secret })
	}
	return s
}

// push is one edit of the person who answers, a second after the one before.
func (s *secretive) push(ops ...string) map[string]any {
	s.t.Helper()
	s.n++
	s.clock.Add(1000)
	return s.voter.push(s.n, ops...)
}

// pages gives what everybody else gets over HTTP.
func (s *secretive) pages() (parts [][]byte) {
	s.t.Helper()
	for _, what := range []string{"insights", "board.json", "report?lang=nl", "report?lang=en", "fixes.csv", "fixes.ics"} {
		parts = append(
			parts,
			s.ask("GET", "/api/boards/"+s.board.str("boardId")+"/"+what, "", bearerOf(s.board.str("seat"))...).want(s.t, 200).body,
		)
	}
	return parts
}

var times = regexp.MustCompile(`"(at|now)":\d+`)

// Two histories that differ in every answer, in their number, in changes of mind, deletions and letters typed look the same to
// everybody else, on their screens and in everything they can ask for.
func TestNobodyNoticesAnAnswerBeforeTheReveal(t *testing.T) {
	run := func(answers func(s *secretive)) [][]byte {
		s := openEverything(t)
		from := s.mark()
		answers(s)
		parts := s.pages()
		s.host.push(8, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"title":"Een andere titel"}}`, s.step))
		time.Sleep(2 * 260 * time.Millisecond) // an insight, if any, is due by now
		s.push(fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, s.rating))
		for _, other := range s.others() {
			other.wait("who is ready", func(f map[string]any) bool {
				return f["type"] == "ready" && f["round"] == s.rating && f["ready"] == 1.0
			})
		}
		for _, part := range append(s.all(from), s.pages()...) {
			parts = append(parts, times.ReplaceAll(part, []byte(`"$1":0`)))
		}
		late := s.house.screen(s.board, s.board.str("seat"))
		late.next("insight") // the last of what somebody who comes in is told; presence may tick after it
		came := late.recorded()
		start := bytes.Index(came, []byte(`{"type":"insight"`))
		if end := bytes.IndexByte(came[start:], '\n'); end >= 0 {
			came = came[:start+end]
		}
		return append(parts, times.ReplaceAll(came, []byte(`"$1":0`)))
	}
	quiet := run(func(s *secretive) {
		s.push(stepAnswer("rating", "answer-of-one-000001", s.rating, s.step, `,"value":2`))
		s.push(noteOp("note-of-one-00000001", "SECRET een"))
	})
	busy := run(func(s *secretive) {
		yes := func(ops ...string) {
			t.Helper()
			if got := s.push(ops...); got["type"] != "yours" || got["seq"] != nil {
				t.Fatalf("%v: %v", ops, got)
			}
		}
		yes(stepAnswer("rating", "answer-of-two-000001", s.rating, s.step, `,"value":-2,"heard":false`))
		yes(stepAnswer("rating", "answer-of-two-000002", s.rating, s.step, `,"value":1`))
		yes(stepAnswer("rating", "answer-of-two-000003", s.rating, s.step, `,"value":null`)) // don't know
		yes(stepAnswer("ownership_claim", "claim-of-two-0000001", s.claims, s.step, `,"answer":"own"`))
		yes(stepAnswer("ownership_claim", "claim-of-two-0000002", s.claims, s.step, `,"answer":"unknown"`))
		yes(stepAnswer("leading_vote", "leads-of-two-0000001", s.leading, s.step, `,"value":"system"`))
		yes(
			fmt.Sprintf(
				`{"op":"put","kind":"vote","id":"vote-of-two-00000001","fields":{"round_id":%q,"item_id":%q,"count":2}}`,
				s.round,
				s.pains[1],
			),
		)
		yes(
			fmt.Sprintf(
				`{"op":"put","kind":"vote","id":"vote-of-two-00000002","fields":{"round_id":%q,"item_id":%q,"count":0}}`,
				s.round,
				s.pains[1],
			),
		)
		yes(noteOp("note-of-two-00000001", "SECRET twee"))
		yes(`{"op":"text","id":"note-of-two-00000001","field":"text","base":1,"splices":[[0,0,"heel "],[6,5,""]]}`)
		s.voter.send(`{"type":"here","at":"note-of-two-00000001","typing":true,"field":"text"}`)
		yes(
			fmt.Sprintf(
				`{"op":"put","kind":"pain","id":"pain-of-two-00000001","fields":{"text":"SECRET duurt te lang","step_id":%q}}`,
				s.step,
			),
		)
		yes(`{"op":"set","id":"pain-of-two-00000001","fields":{"severity":5}}`)
		yes(`{"op":"move","id":"note-of-two-00000001","after":null}`)
		yes(`{"op":"del","id":"note-of-two-00000001"}`)
		for _, no := range []string{`{"op":"put","kind":"fix","id":"fix-of-two-000000001","fields":{"text":"wijst","pain_ids":["pain-of-two-00000001"]}}`,
			fmt.Sprintf(`{"op":"put","kind":"vote","id":"vote-of-two-00000003","fields":{"round_id":%q,"item_id":%q,"count":5}}`, s.round, s.pains[1])} {
			if got := s.push(no); got["type"] != "refused" {
				t.Fatalf("%s: %v", no, got)
			}
		}
	})
	names := []string{
		"insights",
		"board.json",
		"report nl",
		"report en",
		"csv",
		"ics",
		"facilitator",
		"third",
		"projector",
		"insights after",
		"board.json after",
		"report nl after",
		"report en after",
		"csv after",
		"ics after",
		"late screen",
	}
	for i, name := range names {
		a, b := quiet[i], busy[i]
		if strings.HasSuffix(name, "after") { // the shared entry came at another time
			since := regexp.MustCompile(`"exportedAt":\d+|DTSTAMP:\S+|<code>[0-9a-f]{64}`)
			a, b = since.ReplaceAll(a, nil), since.ReplaceAll(b, nil)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s shows a difference:\n%s", name, differing(a, b))
		}
		if bytes.Contains(b, []byte("SECRET")) || bytes.Contains(b, []byte("of-two")) {
			t.Errorf("%s shows what is sealed", name)
		}
	}
}

func differing(a, b []byte) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(x []byte) []byte { return x[max(0, min(i-150, len(x))):min(len(x), i+200)] }
	return fmt.Sprintf("%s\n---\n%s", cut(a), cut(b))
}

// After the reveal a written note and a vote are nobody's: not on any screen, in no file people can ask for, in no snapshot, no
// entry and no byte on disk. Ratings keep their department and a voice, and nothing else.
func TestAfterTheRevealNothingLeadsToAPerson(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store := openSQLite(t, dir)
	h := openHouse(t, store, computing)
	v := openVote(t, h)
	b := &table{house: h, board: v.board, n: map[*screen]int{v.host: 3}}
	me := v.voter.hello("")["you"].(map[string]any)["personId"].(string)
	step := ""
	for _, r := range v.host.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == "step" {
			step = r["id"].(string)
		}
	}
	b.host = v.host
	rating, writing := b.opened("rating", ""), b.opened("writing", "")
	said, draft, note, card, score := "SAID"+newID(), "DRAFT"+newID(), newID(), newID(), newID()
	b.does(v.voter, noteOp(note, said+" "+draft))
	b.does(v.voter, fmt.Sprintf(`{"op":"text","id":%q,"field":"text","base":1,"splices":[[%d,%d,""]]}`, note, len(said), len(draft)+1))
	b.does(
		v.voter,
		fmt.Sprintf(`{"op":"put","kind":"vote","id":%q,"fields":{"round_id":%q,"item_id":%q,"count":2}}`, card, v.round, v.pains[0]),
	)
	b.does(v.voter, stepAnswer("rating", score, rating, step, `,"value":-2`))
	for _, mark := range []string{said, draft, note, card, score} {
		if !onDisk(t, dir, mark) {
			t.Fatalf("the test looks in the wrong place: %s must be on disk now", mark)
		}
		for who, s := range map[string]*screen{"facilitator": v.host, "third": v.third, "projector": v.screen} {
			if bytes.Contains(s.recorded(), []byte(mark)) {
				t.Errorf("the %s saw %s before the reveal", who, mark)
			}
		}
	}
	for _, round := range []string{writing, v.round, rating} {
		b.does(v.host, revealOp(round))
	}
	b.does(v.voter, `{"op":"act","do":"ready","id":"`+b.opened("leading_vote", "")+`"}`) // the person goes on
	v.third.wait("the last round", func(f map[string]any) bool {
		return f["type"] == "entries" && strings.Contains(fmt.Sprint(f), "leading_vote")
	})
	file := b.get("board.json")
	seen := map[string][]byte{
		"facilitator": v.host.recorded(),
		"third":       v.third.recorded(),
		"projector":   v.screen.recorded(),
		"board.json":  file,
		"report":      b.get("report"),
		"server log":  h.log.Bytes(),
	}
	for who, data := range seen {
		for _, mark := range []string{draft, note, card, score} {
			if bytes.Contains(data, []byte(mark)) {
				t.Errorf("%s shows %s", who, mark)
			}
		}
	}
	if !bytes.Contains(seen["third"], []byte(said)) || !bytes.Contains(file, []byte(said)) {
		t.Error("what was said is not told")
	}
	for _, mark := range []string{draft, note, card, score} {
		if onDisk(t, dir, mark) {
			t.Errorf("%s is on disk", mark)
		}
	}
	b.checkUnlinked(store, file, me, said)
	h.close()
	must(t, store.Close())
	if onDisk(t, dir, draft) || onDisk(t, dir, note) || onDisk(t, dir, card) {
		t.Error("something sealed is in the closed files")
	}
}

// checkUnlinked looks into the file, the newest snapshot and the entries behind it for anything that joins a person to a fact.
func (b *table) checkUnlinked(store boards.Log, file []byte, person, said string) {
	b.t.Helper()
	snapshot, err := store.Load(b.t.Context(), b.board.str("boardId"))
	must(b.t, err)
	lines, err := store.Read(b.t.Context(), b.board.str("boardId"), snapshot.Epoch, snapshot.Seq)
	must(b.t, err)
	var facts []string
	for what, data := range map[string][]byte{"board.json": file, "snapshot": snapshot.Data} {
		var all struct {
			Records []struct {
				ID, Kind, By string
				At           int64
				Fields       map[string]any
			}
			Owners, Gone, Clients map[string]any
		}
		must(b.t, json.Unmarshal(data, &all))
		times := map[int64]bool{}
		for _, r := range all.Records {
			if !slices.Contains([]string{"note", "tally", "split", "rating"}, r.Kind) {
				continue
			}
			facts = append(facts, r.ID)
			text := fmt.Sprint(r)
			if r.By != "" || strings.Contains(text, person) {
				b.t.Errorf("%s: a %s names its author: %s", what, r.Kind, text)
			}
			if r.Kind == "rating" {
				times[r.At] = true
				fields := slices.Sorted(maps.Keys(r.Fields))
				if fmt.Sprint(fields) != "[department_id round_id step_id value voice]" {
					b.t.Errorf("%s: a rating has %v", what, fields)
				}
			}
			if all.Owners[r.ID] != nil || all.Gone[r.ID] != nil || strings.Contains(fmt.Sprint(all.Clients), r.ID) {
				b.t.Errorf("%s knows whose %s is", what, text)
			}
		}
		if len(times) != 1 {
			b.t.Errorf("%s: ratings have %d times", what, len(times))
		}
		if !strings.Contains(string(data), said) {
			b.t.Errorf("%s does not hold what was said", what)
		}
	}
	for _, line := range lines {
		for _, id := range facts {
			if bytes.Contains(line.Data, []byte(id)) && bytes.Contains(line.Data, []byte(person)) {
				b.t.Errorf("entry %d: %s", line.Seq, line.Data)
			}
		}
	}
}

// A round in which nobody said anything, or everybody "don't know", changes no number: unknown is null and never 0.
func TestARoundWithoutAnswersIsNoNumber(t *testing.T) {
	t.Parallel()
	for _, template := range []string{"lease", "blank"} {
		t.Run(template, func(t *testing.T) {
			h := openHouse(t, oplog.NewMemory(), computing)
			b := h.table(template)
			if template == "blank" {
				phase := ""
				for _, r := range b.host.hello("")["records"].([]any) {
					if r := r.(map[string]any); r["kind"] == "phase" {
						phase = r["id"].(string)
					}
				}
				b.ids["s1"] = newID()
				b.does(
					b.host,
					fmt.Sprintf(`{"op":"put","kind":"step","id":%q,"fields":{"phase_id":%q,"title":"Bellen"}}`, b.ids["s1"], phase),
				)
				b.ids["kco"] = b.ids["vrk"]
			}
			ann := b.seated("Ann", "kco")
			pains := []string{newID(), newID()}
			for _, id := range pains {
				b.does(
					b.host,
					fmt.Sprintf(
						`{"op":"put","kind":"pain","id":%q,"fields":{"text":"De klant wacht te lang","step_id":%q}}`,
						id,
						b.ids["s1"],
					),
				)
			}
			before := b.insights()
			unchanged := func(when string, but ...string) {
				t.Helper()
				after := b.insights()
				for name := range after {
					if !slices.Contains(but, name) && fmt.Sprint(after[name]) != fmt.Sprint(before[name]) {
						t.Errorf("%s: %s was %v and is %v", when, name, before[name], after[name])
					}
				}
			}
			for _, collect := range []string{"rating", "leading_vote", "writing"} {
				b.does(b.host, revealOp(b.opened(collect, "")))
				unchanged("nobody answered the " + collect)
			}
			b.does(b.host, revealOp(b.opened("vote", fmt.Sprintf(`,"item_ids":["%s","%s"]`, pains[0], pains[1]))))
			unchanged("nobody voted")
			b.does(b.host, revealOp(b.opened("ownership_claim", "")))
			unchanged("nobody claimed", "ownership", "explained") // it says of every step that nobody knows
			if said := fmt.Sprint(b.insights()["explained"]); !strings.Contains(said, "code:notKnown") {
				t.Errorf("nobody claimed, and it says %s", said)
			}
			rating, claims := b.opened("rating", ""), b.opened("ownership_claim", "")
			b.does(
				ann,
				stepAnswer("rating", newID(), rating, b.ids["s1"], `,"value":null`),
				stepAnswer("ownership_claim", newID(), claims, b.ids["s1"], `,"answer":"unknown"`),
			)
			b.does(b.host, revealOp(rating))
			b.does(b.host, revealOp(claims))
			unchanged("everybody does not know", "ownership", "hints", "explained")
			in := b.insights()
			if at(in, "ownership", "rate") != nil || len(list(at(in, "ownership", "unowned"))) != 0 ||
				at(in, "ownership", "asked").(float64) == 0 {
				t.Errorf("ownership %v", in["ownership"])
			}
			for _, name := range []string{"peakEnd", "sharedPicture"} {
				if in[name] != nil {
					t.Errorf("%s %v", name, in[name])
				}
			}
			for _, name := range []string{"curve", "gaps", "votes"} {
				if len(list(in[name])) != 0 {
					t.Errorf("%s %v", name, in[name])
				}
			}
			h.ask("GET", "/api/boards/"+b.board.str("boardId")+"/report", "", bearerOf(b.board.str("seat"))...).want(t, 200)
		})
	}
}

func TestOneDepartmentAloneHasNoSharedPicture(t *testing.T) {
	t.Parallel()
	b := openHouse(t, oplog.NewMemory(), computing).table("lease")
	ann, bob := b.seated("Ann", "kco"), b.seated("Bob", "kco")
	rating, claims := b.opened("rating", ""), b.opened("ownership_claim", "")
	b.does(
		ann,
		stepAnswer("rating", newID(), rating, b.ids["s1"], `,"value":-2`),
		stepAnswer("ownership_claim", newID(), claims, b.ids["s1"], `,"answer":"not"`),
	)
	b.does(bob, stepAnswer("rating", newID(), rating, b.ids["s1"], `,"value":0`))
	b.does(b.host, revealOp(rating))
	b.does(b.host, revealOp(claims))
	in := b.insights()
	if in["sharedPicture"] != nil || len(list(in["gaps"])) != 0 || at(in, "curve", 0, "mean") != -1.0 || at(in, "curve", 0, "n") != 2.0 {
		t.Errorf("picture %v, gaps %v, curve %v", in["sharedPicture"], in["gaps"], in["curve"])
	}
	if o := in["ownership"]; len(list(at(o, "unowned")))+len(list(at(o, "contested")))+len(list(at(o, "clear"))) != 0 {
		t.Errorf("one department alone decides nothing: %v", o)
	}
}

// Two facilitators press reveal at the same time: one shows it, the other hears that it is closed, and both see the same numbers.
func TestTwoFacilitatorsRevealAtOnce(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		b := h.table("lease")
		co := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, b.board.str("cofacilitatorKey"))).want(t, 200)
		second := h.screen(b.board, co.str("seat"))
		ann := b.seated("Ann", "kco")
		for n := 1; n <= 20; n++ {
			round := b.opened("rating", "")
			b.does(ann, stepAnswer("rating", newID(), round, b.ids["s1"], `,"value":1`))
			b.n[b.host]++
			press := []*screen{b.host, second}
			if n%2 == 0 {
				slices.Reverse(press)
			}
			for _, s := range press {
				number := b.n[b.host]
				if s == second {
					number = n
				}
				s.send(pushText(number, revealOp(round)))
			}
			one, two := b.host.answerTo(b.n[b.host]), second.answerTo(n)
			if one["type"] == two["type"] || one["code"] != nil && one["code"] != "round_closed" ||
				two["code"] != nil && two["code"] != "round_closed" {
				t.Fatalf("round %d: %v and %v", n, one, two)
			}
			if late := b.tries(ann, stepAnswer("rating", newID(), round, b.ids["s1"], `,"value":2`)); late["code"] != "round_closed" {
				t.Fatalf("an answer after the reveal: %v", late)
			}
		}
		theirs := h.ask("GET", "/api/boards/"+b.board.str("boardId")+"/insights", "", bearerOf(co.str("seat"))...).want(t, 200).body
		if ours := b.get("insights"); !bytes.Equal(ours, theirs) {
			t.Errorf("%s\n%s", ours, theirs)
		}
		if in := b.insights(); at(in, "curve", 0, "n") != 1.0 || at(in, "curve", 0, "mean") != 1.0 {
			t.Errorf("curve %v", in["curve"])
		}
	}, computing)
}

// What a fix saves is in the insights once its pain is complete: 12 minutes, 85 cases, 6 minutes left (method.md 3.4.15).
func TestInsightsTellWhatAFixSaves(t *testing.T) {
	t.Parallel()
	b := openHouse(t, oplog.NewMemory(), computing).table("lease")
	pain, fix := newID(), newID()
	b.does(
		b.host,
		fmt.Sprintf(`{"op":"put","kind":"pain","id":%q,"fields":{"text":"De klant wacht te lang","step_id":%q,"severity":4,"frequency":"daily",`+
			`"evidence_level":"known","cause_categories":["time"],"control":"self","minutes_lost":12,"cases_per_week":85}}`, pain, b.ids["s1"]),
		fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel elke klant zelf","pain_ids":[%q],"department_ids":[%q],`+
			`"minutes_after":6}}`, fix, pain, b.ids["kco"]),
	)
	in := b.insights()
	if in["hoursPerWeek"] != 17.0 || at(in, "fixTimes", 0, "fix") != fix || at(in, "fixTimes", 0, "now") != 17.0 ||
		at(in, "fixTimes", 0, "after") != 6.0 || at(in, "fixTimes", 0, "saved") != 8.5 {
		t.Errorf("%v %v", in["hoursPerWeek"], in["fixTimes"])
	}
}

// A board that comes back from its file has the same numbers, claims, leading votes and tallies included.
func TestAnImportedBoardHasTheSameInsights(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), computing)
	b := h.table("lease")
	people := []*screen{b.seated("Ann", "kco"), b.seated("Bob", "sch"), b.seated("Cor", "her")}
	pains := []string{newID(), newID()}
	for _, id := range pains {
		b.does(
			b.host,
			fmt.Sprintf(`{"op":"put","kind":"pain","id":%q,"fields":{"text":"De klant wacht te lang","step_id":%q}}`, id, b.ids["s1"]),
		)
	}
	for n := range 2 {
		rating, claims, leading := b.opened("rating", ""), b.opened("ownership_claim", ""), b.opened("leading_vote", "")
		vote := b.opened("vote", fmt.Sprintf(`,"item_ids":["%s","%s"]`, pains[0], pains[1]))
		writing := b.opened("writing", "")
		for i, s := range people {
			b.does(
				s,
				stepAnswer("rating", newID(), rating, b.ids["s1"], fmt.Sprintf(`,"value":%d`, i-n)),
				stepAnswer("rating", newID(), rating, b.ids["s3"], fmt.Sprintf(`,"value":%d`, n-i)),
				stepAnswer("ownership_claim", newID(), claims, b.ids["s2"], fmt.Sprintf(`,"answer":"not","points_to":%q`, b.ids["vvv"])),
				stepAnswer("leading_vote", newID(), leading, b.ids["s4"], `,"value":"system"`),
				fmt.Sprintf(
					`{"op":"put","kind":"vote","id":%q,"fields":{"round_id":%q,"item_id":%q,"count":%d}}`,
					newID(),
					vote,
					pains[i%2],
					1+i%2,
				),
				noteOp(newID(), "geschreven"),
			)
		}
		for _, round := range []string{writing, vote, leading, claims, rating} {
			b.does(b.host, revealOp(round))
		}
	}
	before, file := b.insights(), b.get("board.json")
	copied := &table{house: h, board: h.ask("POST", "/api/boards/import", string(file)).want(t, 201)}
	after := copied.insights()
	for name := range before {
		if fmt.Sprint(before[name]) != fmt.Sprint(after[name]) {
			t.Errorf("%s: %v before, %v after", name, before[name], after[name])
		}
	}
	if len(list(before["votes"])) != 2 || before["sharedPicture"] == nil || len(list(at(before, "ownership", "unowned"))) != 1 {
		t.Errorf("the board says too little: %v %v %v", before["votes"], before["sharedPicture"], before["ownership"])
	}
	for _, s := range people { // nobody comes along who could be found again
		if bytes.Contains(copied.get("board.json"), []byte(`"kind":"voice"`)) {
			t.Fatal("voices are in the file of", s)
		}
	}
}
