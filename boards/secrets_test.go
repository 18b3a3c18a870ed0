package boards

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// receivers are the columns of the table in docs/secrecy.md.
var receivers = []string{"author", "subgroup", "department", "other", "facilitator", "co", "observer", "guest", "screen", "owner", "file"}

// secret is one row of that table: what each receiver may receive of a kind in a state.
type secret struct {
	kind, state string
	may         map[string]string
}

// readSecrets reads the table, which is written for people.
func readSecrets(t *testing.T) (rows []secret) {
	data, err := os.ReadFile("../docs/secrecy.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if !strings.HasPrefix(line, "| ") || cells[0] == "kind" {
			continue
		}
		if len(cells) != 2+len(receivers) {
			t.Fatalf("a row with %d cells: %s", len(cells), line)
		}
		row := secret{cells[0], cells[1], map[string]string{}}
		for i, name := range receivers {
			row.may[name] = cells[2+i]
		}
		rows = append(rows, row)
	}
	return eachAnswer(rows)
}

// eachAnswer puts in place of the rows about answers that are told in one way those of every kind of them.
func eachAnswer(rows []secret) (each []secret) {
	for _, row := range rows {
		told, answers := strings.CutPrefix(row.kind, "answer ")
		if !answers {
			each = append(each, row)
			continue
		}
		for _, c := range Collections() {
			if kind := c.Answer(); kind != nil && c.Shows.String() == told {
				each = append(each, secret{kind.Name, row.state, row.may})
			}
		}
	}
	return each
}

// evening is a world with people enough for two fours, and everything that each of them, the projector and the file ever got. Ann is
// the author of the secret.
type evening struct {
	*world
	round string
	table []string // who sits with Ann, her first
	got   map[string]*bytes.Buffer
	olga  string // the link of an owner of a fix
}

func newEvening(t *testing.T, row secret) *evening {
	e := &evening{world: newWorld(t), got: map[string]*bytes.Buffer{}}
	for _, department := range []string{e.shop, e.shop, e.store, e.store, e.care, e.care, e.care} {
		e.joins("P"+e.id(), department)
	}
	e.do(e.host, set(e.b.one("board").ID, Fields{"set_author_visible": strings.HasSuffix(row.state, "authors shown")}))
	for _, p := range e.b.All("person") {
		e.got[p.ID] = &bytes.Buffer{}
	}
	e.olga = e.world.olga()
	e.got["screen"], e.got["owner"], e.got["file"] = &bytes.Buffer{}, &bytes.Buffer{}, &bytes.Buffer{}
	return e
}

// column says what somebody is to the author.
func (e *evening) column(person string) string {
	r := e.b.Get(person)
	if r == nil {
		return person // "screen", "file"
	}
	switch role := r.Str("role"); {
	case person == e.ann:
		return "author"
	case role == RoleCoFacilitator:
		return "co"
	case role != RoleParticipant:
		return role
	case slices.Contains(e.table, person):
		return "subgroup"
	case r.Str("department_id") == e.shop:
		return "department"
	}
	return "other"
}

// hears lets somebody do things one by one at one moment, and gives everybody what they get of it: effects, and what a welcome would be.
func (e *evening) hears(at int64, person string, ops ...Op) {
	e.t.Helper()
	for _, op := range ops {
		effects, no := e.tryAt(at, person, op)
		if no != nil {
			e.t.Fatalf("%+v: %s %s", op, no.Code, no.Field)
		}
		for who, out := range e.got {
			for _, part := range [][]Effect{Shared(effects), Private(effects, who)} {
				if len(part) > 0 && who != "owner" && who != "file" {
					out.Write(encode(part))
				}
			}
		}
	}
	for who, out := range e.got {
		out.Write(e.welcome(who))
	}
}

// welcome is all that somebody would get who came in now. How many are ready is told too, but not in a file.
func (e *evening) welcome(who string) []byte {
	switch who {
	case "file":
		return ExportOutside(e.b)
	case "owner":
		return encode(e.b.OwnerView(e.olga))
	}
	ready, of, away := Readiness(e.b, e.round, func(string) bool { return false })
	return encode([]any{e.b.Shared, e.b.SharedAt, e.b.Tail, e.b.Public(), e.b.Mine(who), e.b.OwnIDs(who), ready, of, away})
}

// secretAnswers are two ways to answer, by kind.
var secretAnswers = map[string]func(w *world) [2][]Fields{
	"rating": func(*world) [2][]Fields {
		return [2][]Fields{{{"value": 2}}, {{"value": -2, "heard": true}, {"value": 1}, {"value": -1}}}
	},
	"ownership_claim": func(w *world) [2][]Fields {
		return [2][]Fields{{{"answer": "unknown"}}, {{"answer": "own"}, {"answer": "not", "points_to": w.store}}}
	},
	"leading_vote": func(*world) [2][]Fields {
		return [2][]Fields{{{"value": "process"}}, {{"value": "customer"}, {"value": "system"}}}
	},
	"vote": func(w *world) [2][]Fields {
		return [2][]Fields{
			{{"item_id": w.pain, "count": 1}},
			{{"item_id": w.painBob, "count": 2}, {"item_id": w.pain, "count": 1}, {"item_id": w.pain, "count": 0}},
		}
	},
}

// says gives the author's secret, in two ways: they differ in what is said and in how often a mind is changed.
func (e *evening) says(kind string, other bool) (ops []Op) {
	at := 0
	if other {
		at = 1
	}
	var said []Fields
	if two := secretAnswers[kind]; two != nil {
		said = two(e.world)[at]
	}
	for i, fields := range said {
		fields["round_id"] = e.round
		if kindsByName[kind].About == "step_id" {
			fields["step_id"] = e.step
		}
		ops = append(ops, put(kind, "secret-id-of-ann-"+string(rune('a'+i)), fields))
	}
	const card = "secret-card-of-ann-0"
	where := Fields{"step_id": e.step}
	if kindsByName[kind] != nil && kindsByName[kind].Field("step_id") == nil {
		where = Fields{}
	}
	words := func(text string) Fields { fields := maps.Clone(where); fields["text"] = text; return fields }
	switch {
	case kind == "ready" && other:
		return []Op{}
	case kind == "ready":
		return []Op{actOp("ready", e.round, nil)}
	case len(ops) > 0:
		return ops
	case other:
		return []Op{
			put(kind, card, words("another thing entirely")),
			typed(card, "text", 1, Splice{0, 0, "not "}),
			typed(card, "text", 2, Splice{0, 0, "really "}),
		}
	}
	return []Op{put(kind, card, words("what was written alone"))}
}

// quiet are the kinds whose secrets need no round: how the secret comes on the board, by whom, and how it gets to each state.
var quiet = map[string]func(e *evening, text, state string) (by string, ops []Op, then map[string]Op){
	"reflection": func(e *evening, text, state string) (string, []Op, map[string]Op) {
		return e.ann, []Op{put("reflection", quietID, Fields{"text": text, "named": state == "shared by name"})},
			map[string]Op{"shared": set(quietID, Fields{"shared": true}), "shared by name": set(quietID, Fields{"shared": true})}
	},
	"anonymous_note": func(e *evening, text, _ string) (string, []Op, map[string]Op) {
		return e.ann, []Op{put("anonymous_note", quietID, Fields{"text": text})}, map[string]Op{"opened": actOp("open_notes", "", nil)}
	},
	"roleplay": func(e *evening, text, _ string) (string, []Op, map[string]Op) {
		scene := Fields{"step_id": e.step, "customer_participant_id": e.ann, "secret_card": text}
		return e.host, []Op{put("roleplay", quietID, scene)},
			map[string]Op{"player gone": set(quietID, Fields{"customer_participant_id": nil})}
	},
	"kudos": func(e *evening, text, _ string) (string, []Op, map[string]Op) {
		return e.ann, []Op{put("kudos", quietID, Fields{"to_name": "Ann", "act": text})},
			map[string]Op{"agreed": set(quietID, Fields{"consent": "yes"})}
	},
	"observation": func(e *evening, text, _ string) (string, []Op, map[string]Op) {
		e.hears(e.b.At+1000, e.host, put("roleplay", "scene-of-this-evening", Fields{"step_id": e.step}))
		return e.ann, []Op{put("observation", quietID, Fields{"roleplay_id": "scene-of-this-evening", "note": text})}, nil
	},
}

const quietID = "secret-of-ann-quiet-0"

// playQuiet brings a secret that needs no round to the state of a row.
func playQuiet(e *evening, row secret, other bool) *evening {
	text := "what was written alone"
	if other {
		text = "another thing entirely"
	}
	by, ops, then := quiet[row.kind](e, text, row.state)
	at := e.b.At + 1000
	if other && by == e.ann && kindsByName[row.kind].Field("text") != nil { // a mind that is changed more often moves nothing for others
		ops = append(ops, typed(quietID, "text", 1, Splice{0, 0, "not "}))
	}
	e.hears(at, by, ops...)
	if op, more := then[row.state]; more {
		e.ids, at = e.ids+1000-e.ids%1000, at+1000
		who := e.host
		if op.Op == "set" && by == e.ann {
			who = e.ann
		}
		e.hears(at, who, op)
	}
	return e
}

// askedIn names the round that is about a kind, and what is answered in it, where that is not the kind itself.
var askedIn = map[string][2]string{
	"pain": {"writing", "pain"}, "note": {"writing", "note"}, "voice": {"rating", "rating"},
	"story": {"writing", "story"}, "rule": {"writing", "rule"}, "fix": {"writing", "fix"}, "aside": {"vote", "vote"},
	"ready": {"vote", "ready"}, "split": {"vote", "vote"}, "key": {"vote", "vote"},
}

// asks says which round is about a kind, and what is answered in it.
func asks(kind string) (collect, answer string) {
	if in, known := askedIn[kind]; known {
		return in[0], in[1]
	}
	return kindsByName[kind].Answers, kind
}

// play brings the author's secret to the state of a row.
func play(t *testing.T, row secret, other bool) *evening {
	t.Helper()
	e := newEvening(t, row)
	if quiet[row.kind] != nil {
		return playQuiet(e, row, other)
	}
	collect, answer := asks(row.kind)
	at := e.b.At + 1000
	next := func(op Op) {
		e.ids, at = e.ids+1000-e.ids%1000, at+1000 // ids and the clock go on alike in both evenings
		e.hears(at, e.host, op)
	}
	stage := func(to string) {
		next(actOp("stage", e.round, map[string]any{"stage": to}))
		e.table = readersOf(e.b, e.b.Get(e.round), e.ann)
	}
	if !strings.HasPrefix(row.state, "shared") {
		open := e.openOf(collect)
		if answer == "fix" { // fixes are sealed only where they are asked for
			open.Args["writes"] = answer
		}
		e.round = open.ID
		next(open)
	}
	ops := e.says(answer, other)
	switch row.state {
	case "passed on":
		for i := range ops {
			ops[i].For = e.ann
		}
		e.hears(at, e.host, ops...)
	case "raised hands":
		for i := range ops {
			ops[i].ForTeam, ops[i].Hands = e.shop, 2
			delete(ops[i].Fields, "heard") // a hand ticks nothing
		}
		e.hears(at, e.host, ops...)
	default:
		e.hears(at, e.ann, ops...)
	}
	switch strings.TrimSuffix(row.state, ", authors shown") {
	case "open", "passed on", "raised hands", "alone", "shared":
	case "pair", "four":
		stage(row.state)
	case "revealed":
		next(actOp("reveal", e.round, nil))
	case "cancelled in pairs":
		stage("pair")
		next(actOp("cancel", e.round, nil))
	case "cancelled":
		next(actOp("cancel", e.round, nil))
	default:
		t.Fatalf("no evening comes to the state %q", row.state)
	}
	return e
}

// receives says what somebody has of the secret now: whole, unnamed, count, or – when the two evenings look alike to them.
func receives(one, two *evening, row secret, who string) string {
	var records []*Record
	switch who {
	case "file":
		records = readFile(one.t, ExportOutside(one.b))
	case "owner":
		records = one.b.OwnerView(one.olga)
	default:
		records = slices.Concat(one.b.Public(), one.b.Mine(who))
	}
	for _, r := range records {
		secretly := r.Kind == row.kind && (r.Str("round_id") == one.round && one.round != "" || slices.Contains([]string{r.Str("text"), r.Str("note"), r.Str("secret_card"), r.Str("act")}, "what was written alone"))
		switch {
		case !secretly:
		case len(kindsByName[r.Kind].asides()) > 0: // everybody knows who plays; whoever reads the card has it whole
			return "whole"
		case r.By == one.ann,
			who == one.ann && (slices.Contains(one.b.OwnIDs(who), r.ID) || slices.ContainsFunc(one.b.Mine(who), func(m *Record) bool { return m.ID == r.ID })):
			return "whole"
		case bytes.Contains(encode(r), []byte(one.ann)):
			return "named"
		default:
			return "unnamed"
		}
	}
	if !bytes.Equal(one.welcome(who), two.welcome(who)) {
		return "count"
	}
	return "–"
}

func readFile(t testing.TB, data []byte) []*Record {
	var file struct{ Records []*Record }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	return file.Records
}

// Every cell of docs/secrecy.md: what each receiver gets of what one person said, in every state of every round.
func TestWhoReceivesWhat(t *testing.T) {
	cells, kinds := 0, map[string]bool{}
	for _, row := range readSecrets(t) {
		kinds[row.kind] = true
		t.Run(row.kind+" "+row.state, func(t *testing.T) {
			one, two := play(t, row, false), play(t, row, true)
			cells += len(one.got)
			for _, leak := range leaks(one, two, row) {
				t.Error(leak)
			}
			one.checkMet(row)
			one.checkReplay()
		})
	}
	for _, kind := range Kinds() {
		hides := isAnswer(kind) || kind.hides() || kind.Nameless || len(kind.asides()) > 0 || kind.Consent != "" || serversOwn(kind.Name) ||
			kind.Name == "ready"
		if hides != kinds[kind.Name] {
			t.Errorf("%s is in docs/secrecy.md: %v, want %v", kind.Name, kinds[kind.Name], hides)
		}
	}
	t.Logf("%d cells", cells)
}

// leaks holds what everybody got in two evenings, in which another secret was said, against a row of the table.
func leaks(one, two *evening, row secret) (found []string) {
	leak := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	for _, who := range slices.Sorted(maps.Keys(one.got)) {
		column := one.column(who)
		want := row.may[column]
		if got := receives(one, two, row, who); got != want && !serversOwn(row.kind) {
			leak("the %s gets it %s, want %s", column, got, want)
		}
		if want == "–" && column != "author" && column != "subgroup" && !(row.kind == "ready" && row.state == "revealed") &&
			!serversOwn(row.kind) && !bytes.Equal(one.got[who].Bytes(), two.got[who].Bytes()) {
			leak("the %s could tell two secrets apart:\n%s\n%s", column, one.got[who], two.got[who])
		}
		found = append(found, one.serversOwn(who, column)...)
	}
	return found
}

// checkMet fails for a column of the table that nobody in the room was.
func (e *evening) checkMet(row secret) {
	met := map[string]bool{}
	for who := range e.got {
		met[e.column(who)] = true
	}
	for _, name := range receivers {
		if !met[name] && !(name == "subgroup" && len(e.table) == 0) {
			e.t.Errorf("%s %s: nobody was the %s", row.kind, row.state, name)
		}
	}
}

// serversOwn are the kinds that never leave the server.
func serversOwn(kind string) bool { return kindsByName[kind].Reach == ToServer }

// serversOwn holds everything somebody ever got against what only the server may know.
func (e *evening) serversOwn(who, column string) (found []string) {
	got := e.got[who].Bytes()
	for _, r := range e.b.parentsFirst() {
		if serversOwn(r.Kind) &&
			(bytes.Contains(got, []byte(r.ID)) || r.Str("hash") != "" && bytes.Contains(got, []byte(r.Str("hash")))) {
			found = append(found, fmt.Sprintf("the %s got a %s", column, r.Kind))
		}
	}
	if bytes.Contains(got, []byte(OnlyServer)) {
		found = append(found, fmt.Sprintf("the %s reads for whom something is", column))
	}
	return found
}
