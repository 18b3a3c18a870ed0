package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// filled is a board with something of everything on it.
type filled struct {
	*table
	mark  string // in every text of it
	ann   answer
	round string
	all   map[string][]string // kind → ids
}

func (h *house) filled(mark string) *filled {
	h.t.Helper()
	f := &filled{table: h.table("lease"), mark: mark, all: map[string][]string{}}
	f.ann = h.ask("POST", "/api/join/"+f.board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q}`, "Ann "+mark, f.ids["kco"])).
		want(h.t, 201)
	f.does(
		f.host,
		painOp(newID(), "Eerste pijn "+mark, f.ids["s1"]),
		painOp(newID(), "Tweede pijn "+mark, f.ids["s2"]),
		noteOp(newID(), mark),
	)
	f.does(f.host, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"title":%q}}`, f.ids["s1"], mark))
	f.does(
		f.host,
		fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":%q}}`, newID(), mark),
		fmt.Sprintf(`{"op":"put","kind":"parking_item","id":%q,"fields":{"text":%q}}`, newID(), mark),
	)
	f.list()
	f.round = f.opened("vote", `,"item_ids":["`+strings.Join(f.all["pain"], `","`)+`"]`)
	f.does(
		f.screen(f.board, f.ann.str("seat")),
		fmt.Sprintf(
			`{"op":"put","kind":"vote","id":%q,"fields":{"round_id":%q,"item_id":%q,"count":1}}`,
			newID(),
			f.round,
			f.all["pain"][0],
		),
	)
	f.list()
	return f
}

// list notes the ids of everything on the board, also of what nobody sees.
func (f *filled) list() {
	f.t.Helper()
	must(f.t, f.rooms.View(f.t.Context(), f.board.str("boardId"), func(b *boards.Board) {
		for _, kind := range boards.Kinds() {
			f.all[kind.Name] = nil
			for _, r := range b.All(kind.Name) {
				f.all[kind.Name] = append(f.all[kind.Name], r.ID)
			}
		}
		for _, r := range b.Mine(f.ann.str("personId")) {
			f.all[r.Kind] = append(f.all[r.Kind], r.ID)
		}
	}))
}

// whole gives everything the server has of a board.
func (f *filled) whole() string {
	f.t.Helper()
	var now boards.Snapshot
	must(f.t, f.rooms.View(f.t.Context(), f.board.str("boardId"), func(b *boards.Board) { now = b.Snapshot() }))
	return fmt.Sprint(now.Epoch, now.Seq, live.Hash(string(now.Data)))
}

// secrets are all words that open something of a board.
func (f *filled) secrets() map[string]string {
	s := map[string]string{
		"Ann's seat":         f.ann.str("seat"),
		"a projector's seat": f.exchange(f.board.str("projectorKey")).str("seat"),
		"join code":          f.board.str("joinCode"),
	}
	for _, name := range []string{"facilitatorKey", "cofacilitatorKey", "projectorKey", "seat"} {
		s[name] = f.board.str(name)
	}
	return s
}

// Everything of one board, tried on every route and in every op of another: it is not there, nothing changes, and no word of it comes back.
func TestNothingOfOneBoardWorksOnAnother(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory(), computing)
	a, b := h.filled("Kanarie"+live.Random(10)), h.filled("Merel")
	secrets, host := a.secrets(), b.pacing()
	beforeA, beforeB := a.whole(), b.whole()
	t.Run("seats and keys on every route", func(t *testing.T) { b.tryDoors(t, a, secrets) })
	t.Run("ids in every op", func(t *testing.T) { host.tryOps(t, a) })
	t.Run("ids of pages and of histories", func(t *testing.T) { b.tryHello(t, a) })
	if b.whole() != beforeB {
		t.Error("the other board changed")
	}
	if a.whole() != beforeA {
		t.Error("the board itself changed")
	}
	t.Run("behind a card of another", func(t *testing.T) { host.placeBehind(t, a) })
}

// placeBehind puts cards behind those of another board: gone or never there is the same, so they come last and nobody is named.
func (p *pacing) placeBehind(t *testing.T, a *filled) {
	for _, kind := range []string{"step", "phase", "pain", "note"} {
		for _, op := range []string{`{"op":"move","id":"` + p.all["step"][0] + `"`, `{"op":"put","kind":"note","id":"` + newID() + `","fields":{"text":"x"}`} {
			yes := p.tries(op + fmt.Sprintf(`,"after":%q}`, a.all[kind][0]))
			if yes["type"] != "yours" {
				t.Errorf("%s: %v", op, yes)
			}
		}
	}
	a.clean(t, "the line", string(p.host.recorded())+string(p.get("board.json")))
}

// clean says that an answer has no word and no id of the other board.
func (f *filled) clean(t *testing.T, what, seen string) {
	t.Helper()
	if strings.Contains(seen, f.mark) {
		t.Errorf("%s: a word of the other board: %.300s", what, seen)
	}
	for kind, ids := range f.all {
		for _, id := range ids {
			if strings.Contains(seen, id) {
				t.Errorf("%s: a %s of the other board: %.300s", what, kind, seen)
			}
		}
	}
}

func (f *filled) tryDoors(t *testing.T, a *filled, secrets map[string]string) {
	id := f.board.str("boardId")
	fill := strings.NewReplacer(":id", id, ":code", f.board.str("joinCode"), ":record", a.all["note"][0])
	check := func(what string, got answer, status int) {
		t.Helper()
		if got.status != status {
			t.Errorf("%s: %d, want %d: %.200s", what, got.status, status, got.body)
		}
		a.clean(t, what, string(got.body)+fmt.Sprint(got.header))
	}
	for _, route := range f.routes() {
		method, path, _ := strings.Cut(route, " ")
		if !strings.Contains(path, ":id") {
			continue
		}
		for name, secret := range secrets {
			if method == "SOCKET" {
				if _, err := f.dial(id, secret); err == nil || !strings.Contains(err.Error(), "404") {
					t.Errorf("%s with %s: %v", route, name, err)
				}
				continue
			}
			jar := ""
			for _, use := range uses {
				jar += fmt.Sprintf("ms_%s_%s=%s; ms_%s_%s=%s; ", id, use, secret, a.board.str("boardId"), use, secret)
			}
			check(route+" with "+name, f.ask(method, fill.Replace(path), bodies[route], bearerOf(secret)...), 404)
			check(route+" with "+name+" as cookie", f.ask(method, fill.Replace(path), bodies[route], "Cookie", jar, "Origin", f.url), 404)
		}
	}
	for name, secret := range secrets { // the right word behind the wrong board
		_, word, _ := strings.Cut(secret, ".")
		check("seat for "+name, f.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, id+"."+word)), 404)
		check("me with "+name, f.ask("GET", "/api/boards/"+id+"/me", "", bearerOf(id+"."+word)...), 404)
	}
	for _, ids := range a.all {
		for _, record := range ids {
			check("taking back", f.ask(http.MethodDelete, "/api/boards/"+id+"/own/"+record, "", bearerOf(f.board.str("seat"))...), 404)
		}
	}
	for _, department := range a.all["department"] {
		check(
			"joining a department of the other",
			f.ask("POST", "/api/join/"+f.board.str("joinCode"), fmt.Sprintf(`{"name":"Cas","departmentId":%q}`, department)),
			404,
		)
	}
}

// pacing is a facilitator's screen whose server lets it try as fast as it can.
type pacing struct {
	*filled
	page *screen
	n    int
}

func (f *filled) pacing() *pacing {
	f.rooms.Limits.Seat.Burst, f.rooms.Limits.Person.Burst = 1e6, 1e6
	return &pacing{filled: f, page: f.screen(f.board, f.board.str("seat"))}
}

func (p *pacing) tries(op string) map[string]any {
	p.t.Helper()
	p.n++
	return p.page.push(p.n, op)
}

// crossing is one wish on a board that names something of another.
type crossing struct {
	op    string
	codes []string // what may be answered; nothing = not_found
}

func (p *pacing) tryOps(t *testing.T, a *filled) {
	for _, c := range append(p.crossOps(a), append(p.crossFields(a), p.crossActs(a)...)...) {
		if c.codes == nil {
			c.codes = []string{"not_found"}
		}
		no := p.tries(c.op)
		if code, _ := no["code"].(string); no["type"] != "refused" || !slices.Contains(c.codes, code) {
			t.Errorf("%s: %v, want %v", c.op, no, c.codes)
		}
		seen, _ := json.Marshal(no)
		a.clean(t, c.op, string(seen))
	}
}

// crossOps name another board's records in every op that has an id.
func (f *filled) crossOps(a *filled) (list []crossing) {
	own := f.all["step"][0]
	for _, ids := range a.all {
		for _, id := range ids {
			list = append(
				list,
				crossing{op: fmt.Sprintf(`{"op":"set","id":%q,"fields":{"text":"x"}}`, id)},
				crossing{op: fmt.Sprintf(`{"op":"del","id":%q}`, id)},
				crossing{op: fmt.Sprintf(`{"op":"text","id":%q,"field":"text","base":1,"splices":[[0,0,"x"]]}`, id)},
				crossing{
					op: fmt.Sprintf(`{"op":"move","id":%q,"after":null}`, id),
				},
				crossing{op: fmt.Sprintf(`{"op":"restore","id":%q}`, id)},
			)
		}
	}
	for _, kind := range []string{"step", "phase", "pain", "department"} {
		list = append(list, crossing{op: fmt.Sprintf(`{"op":"move","id":%q,"parent":%q}`, own, a.all[kind][0])})
	}
	return append(
		list,
		crossing{
			op: fmt.Sprintf(`{"op":"put","kind":"vote","id":%q,"for":{"person_id":%q},"fields":{"round_id":%q,"item_id":%q,"count":1}}`,
				newID(), a.ann.str("personId"), f.round, f.all["pain"][0]),
		},
	)
}

// crossFields put another board's records in every field that refers to one, of a new record and of one that is there.
func (f *filled) crossFields(a *filled) (list []crossing) {
	leads := map[string]bool{} // what a facilitator may, by op and thing
	for _, r := range boards.Rights() {
		leads[r.Op+" "+r.Of] = r.May[boards.RoleFacilitator] != ""
	}
	for _, kind := range boards.Kinds() {
		for _, field := range kind.Fields {
			apart, itself := leads["set "+kind.Name+"."+field.Name]
			if field.Of == "" || len(a.all[field.Of]) == 0 || itself && !apart {
				continue
			}
			value := fmt.Sprintf("%q", a.all[field.Of][0])
			if field.Type == boards.Refs {
				value = "[" + value + "]"
			}
			if leads["put "+kind.Name] {
				list = append(
					list,
					crossing{op: fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{%q:%s}}`, kind.Name, newID(), field.Name, value)},
				)
			}
			if ids := f.all[kind.Name]; len(ids) > 0 && (itself || leads["set "+kind.Name]) {
				codes := []string{"not_found"}
				if field.Name == kind.Parent {
					codes = append(codes, "bad_value") // that is what move is for
				}
				list = append(list, crossing{fmt.Sprintf(`{"op":"set","id":%q,"fields":{%q:%s}}`, ids[0], field.Name, value), codes})
			}
		}
	}
	return list
}

// crossActs name another board's records in every act that has a place for one.
func (f *filled) crossActs(a *filled) (list []crossing) {
	act := func(do, id, args string, codes ...string) {
		list = append(list, crossing{fmt.Sprintf(`{"op":"act","do":%q,"id":%q,"args":{%s}}`, do, id, args), codes})
	}
	for _, do := range []string{"reveal", "cancel", "ready"} {
		act(do, a.round, "")
	}
	act("stage", a.round, `"stage":"pair"`)
	act("open", newID(), fmt.Sprintf(`"collect":"vote","item_ids":[%q]`, a.all["pain"][0]), "locked", "not_found")
	act("open", newID(), fmt.Sprintf(`"collect":"rating","step_ids":[%q]`, a.all["step"][0]), "locked", "not_found")
	act("merge", a.all["pain"][0], fmt.Sprintf(`"into":%q`, f.all["pain"][0]))
	act("merge", f.all["pain"][0], fmt.Sprintf(`"into":%q`, a.all["pain"][0]))
	for _, kind := range []string{"pain", "note", "fix"} {
		act("park", a.all[kind][0], "")
	}
	for _, do := range []string{"start", "skip", "extend"} {
		act(do, a.all["agenda_item"][0], "")
	}
	act("start", f.all["agenda_item"][0], fmt.Sprintf(`"from":%q`, a.all["agenda_item"][0]), "already", "not_found")
	act("next", "", fmt.Sprintf(`"from":%q`, a.all["agenda_item"][0]), "already", "not_found")
	for _, kind := range []string{"step", "pain", "persona"} {
		act("show", "", fmt.Sprintf(`"view":"map","object_ref":%q`, a.all[kind][0]))
	}
	act("spotlight", a.all["step"][0], "")
	act("role", a.ann.str("personId"), `"role":"observer"`)
	act("remove", a.ann.str("personId"), "")
	act("admit", a.ann.str("personId"), "")
	return list
}

// tryHello says hello as a page of the other board, resumes its history, and says to be at one of its records.
func (f *filled) tryHello(t *testing.T, a *filled) {
	there := a.screen(a.board, a.board.str("seat"))
	w := there.hello("")
	s, err := f.dial(f.board.str("boardId"), f.board.str("seat"))
	must(t, err)
	s.send(
		fmt.Sprintf(
			`{"type":"hello","client":%q,"clients":[%q],"since":%s}`,
			there.page,
			a.host.page,
			since(w["epoch"], w["seq"], w["tail"]),
		),
	)
	got := s.welcome()
	if got["lastN"] != 0.0 || at(got, "lastNs", a.host.page, "lastN") != 0.0 || len(got["records"].([]any)) < 20 {
		t.Errorf("what it says of the other's pages: %v %v, %d records", got["lastN"], got["lastNs"], len(got["records"].([]any)))
	}
	for _, ids := range a.all {
		for _, id := range ids[:min(len(ids), 2)] {
			s.send(fmt.Sprintf(`{"type":"here","at":%q,"typing":true,"field":"text"}`, id))
		}
	}
	s.send(fmt.Sprintf(`{"type":"here","at":%q}`, f.all["step"][0]))
	f.host.wait("where they are", func(m map[string]any) bool {
		return m["type"] == "here" && strings.Contains(fmt.Sprint(m), f.all["step"][0])
	})
	for _, screen := range []*screen{s, f.host} {
		a.clean(t, "the line", string(screen.recorded()))
	}
}
