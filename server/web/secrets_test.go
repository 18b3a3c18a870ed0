package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// evening is a board with somebody in every column of docs/secrecy.md, each at a screen of their own.
type evening struct {
	*table
	screens []*screen
	person  map[*screen]string
	role    map[*screen]string // as the column is called, for who is no participant
	of      map[*screen]string // department
	author  *screen
	owner   *screen // of a fix
	round   string
	about   []string // what the round asks about
	before  []any    // what everybody had before the reveal
	at      []string // who sits with the author
	seats   []string
}

const (
	secretID   = "secret-record-of-ann-1"
	secretText = "Dit schreef ik alleen op"
)

func (h *house) evening(authors bool) *evening {
	h.t.Helper()
	e := &evening{table: h.table("lease"), person: map[*screen]string{}, role: map[*screen]string{}, of: map[*screen]string{}}
	e.comes(e.host, "facilitator", "")
	for i, department := range []string{"kco", "kco", "kco", "sch", "sch", "sch", "kco", "sch"} {
		joined := e.joins(fmt.Sprint("Mens ", i), department, "participant")
		s := e.screen(e.board, joined)
		e.comes(s, "", department)
		if i == 0 {
			e.author = s
		}
	}
	for _, role := range []string{"guest", "observer"} {
		e.comes(e.screen(e.board, e.joins("Een "+role, "sch", role)), role, "")
	}
	for name, key := range map[string]string{"screen": "projectorKey", "co": "cofacilitatorKey"} {
		seat := e.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, e.board.str(key))).want(e.t, 200).str("seat")
		e.seats = append(e.seats, seat)
		e.comes(e.screen(e.board, seat), name, "")
	}
	if authors {
		e.does(e.host, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"set_author_visible":true}}`, e.workshop()))
	}
	e.does(e.host, fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Bel de klant terug","owner_person":"Olga"}}`, newID()))
	e.owner = e.screen(e.board, e.ownerSeat(e.board, "Olga"))
	e.owner.hello("")
	return e
}

func (e *evening) joins(name, department, role string) string {
	e.t.Helper()
	seat := e.ask("POST", "/api/join/"+e.board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q,"role":%q}`, name, e.ids[department], role)).
		want(e.t, 201).
		str("seat")
	e.seats = append(e.seats, seat)
	return seat
}

func (e *evening) comes(s *screen, role, department string) {
	e.screens, e.role[s], e.of[s] = append(e.screens, s), role, department
	id, _ := at(s.hello(""), "you", "personId").(string)
	e.person[s] = id
}

func (e *evening) workshop() string {
	for _, r := range list(e.host.hello("")["records"]) {
		if at(r, "kind") == "board" {
			return at(r, "id").(string)
		}
	}
	e.t.Fatal("no board")
	return ""
}

// column says what a screen is to the author.
func (e *evening) column(s *screen) string {
	switch {
	case s == e.author:
		return "author"
	case e.role[s] != "":
		return e.role[s]
	case slices.Contains(e.at, e.person[s]):
		return "subgroup"
	case e.of[s] == e.of[e.author]:
		return "department"
	}
	return "other"
}

// says pushes the author's secret of a kind, and changes it once.
func (e *evening) says(kind, state string) {
	e.t.Helper()
	by, rest := e.author, ""
	switch state {
	case "raised hands":
		by, rest = e.host, fmt.Sprintf(`,"for":{"department_id":%q,"hands":2}`, e.ids[e.of[e.author]])
	case "passed on":
		by, rest = e.host, fmt.Sprintf(`,"for":{"person_id":%q}`, e.person[e.author])
	}
	put := func(fields string) string {
		return fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{%s}%s}`, kind, secretID, fields, rest)
	}
	if answer := boards.KindNamed(kind); answer.Made == boards.ByAnswer {
		one, other := e.answers(answer)
		e.does(by, put(one))
		e.does(by, strings.Replace(put(other), secretID, secretID+"b", 1))
		return
	}
	switch kind {
	case "ready":
		e.does(by, fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, e.round))
	case "rule", "fix", "anonymous_note", "reflection":
		e.does(by, put(fmt.Sprintf(`"text":%q`, secretText)))
	case "roleplay":
		e.ids["a scene"] = newID()
		e.does(e.host, fmt.Sprintf(`{"op":"put","kind":"roleplay","id":%q,"fields":{"step_id":%q,"secret_card":%q,"customer_participant_id":%q}}`,
			e.ids["a scene"], e.ids["s1"], secretText, e.person[e.author]))
	case "kudos":
		e.does(by, put(fmt.Sprintf(`"to_name":"Mens 0","act":%q`, secretText)))
	case "observation":
		e.does(by, put(fmt.Sprintf(`"roleplay_id":%q,"note":%q`, e.ids["a scene"], secretText)))
	default:
		e.does(by, put(fmt.Sprintf(`"text":%q,"step_id":%q`, secretText, e.ids["s1"])))
	}
}

// answers gives two answers to the open round, as the table of its kind says: about the first thing it asks about, the first field that can
// be said.
func (e *evening) answers(kind *boards.Kind) (one, other string) {
	about := ""
	if kind.About != "" {
		about = fmt.Sprintf(`,%q:%q`, kind.About, e.about[0])
	}
	for _, f := range kind.Fields {
		said := fmt.Sprintf(`"round_id":%q%s,%q:`, e.round, about, f.Name)
		switch {
		case f.Server:
		case f.Type == boards.Enum:
			return said + fmt.Sprintf("%q", f.Options[0]), said + fmt.Sprintf("%q", f.Options[1])
		case f.Type == boards.Int:
			return said + fmt.Sprint(f.Min+1), said + fmt.Sprint(f.Min+2)
		case f.Type == boards.Number:
			return said + "2", said + "3.5"
		}
	}
	e.t.Fatalf("nothing can be said with a %s", kind.Name)
	return "", ""
}

// things gives records that a round may ask about, two where a board holds two: those of the starter journey, else fresh ones, complete as their table says.
func (e *evening) things(kind *boards.Kind) (ids []string) {
	e.t.Helper()
	for _, r := range list(e.host.hello("")["records"]) {
		sides := []any{at(r, "fields", "from_department_id"), at(r, "fields", "to_department_id")} // whose it is to say how a hand-off goes
		if at(r, "kind") == kind.Name && (sides[0] == nil || slices.Contains(sides, any(e.ids[e.of[e.author]]))) {
			ids = append(ids, at(r, "id").(string))
		}
	}
	for len(ids) < min(2, kind.Limit) {
		fields := map[string]any{}
		for _, f := range kind.Fields {
			switch {
			case !f.Need || f.Default != "" || f.Server:
			case f.Type == boards.Text:
				fields[f.Name] = "De klant wacht te lang op bericht"
			case f.Type == boards.Enum:
				fields[f.Name] = f.Options[0]
			case f.Of == "step":
				fields[f.Name] = e.ids["s1"]
			}
		}
		id := newID()
		said, err := json.Marshal(fields)
		must(e.t, err)
		e.does(e.host, fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":%s}`, kind.Name, id, said))
		ids = append(ids, id)
	}
	return ids
}

// opens opens the round that a kind is answered in, and waits until everybody heard how many are ready: 0. What opening one takes is read
// from how docs/rounds.md says it.
func (e *evening) opens(collect, kind string) {
	e.t.Helper()
	c, more := collectionNamed(collect), ""
	if kind := c.Answer(); kind != nil && kind.About != "" {
		of := cmp.Or(kind.Field(kind.About).Of, map[string]string{"vote": "pain", "estimate": "fix"}[collect]) // those ask about several kinds
		e.about = e.things(boards.KindNamed(of))
	}
	first, _, _ := strings.Cut(c.Args, ",")
	name, value, named := strings.Cut(first, ": ")
	switch {
	case kind == "fix": // sealed only where it is asked for
		more = `,"writes":"fix"`
	case strings.Contains(first, "?"):
	case named:
		value, _, _ = strings.Cut(value, "|")
		more = fmt.Sprintf(`,%q:%q`, name, value)
	case strings.HasSuffix(name, "_ids"):
		more = fmt.Sprintf(`,%q:[%q,%q]`, name, e.about[0], e.about[1])
	default:
		more = fmt.Sprintf(`,%q:%q`, name, e.about[0])
	}
	e.round = e.opened(collect, more)
	for _, s := range e.screens {
		s.wait("nobody is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["round"] == e.round })
	}
}

// stage seats people together; those at the author's table are known from then on.
func (e *evening) stage(to string) {
	e.t.Helper()
	e.does(e.host, stageOp(e.round, to))
	e.at = nil
	for _, r := range list(e.host.hello("")["records"]) {
		if people := list(at(r, "fields", "person_ids")); at(r, "kind") == "subgroup" && slices.Contains(people, any(e.person[e.author])) {
			for _, id := range people {
				e.at = append(e.at, id.(string))
			}
		}
	}
}

// heard gives what a screen was told since a mark, up to the answer to a ping that is sent now. Who is where does not count, and the pusher's
// bare receipt neither.
func (e *evening) heard(s *screen, from int) (frames []map[string]any) {
	e.t.Helper()
	s.send(`{"type":"ping"}`)
	s.next("pong")
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.frames[from:] {
		receipt := f["type"] == "yours" && len(list(f["effects"])) == 0
		if f["type"] != "pong" && f["type"] != "here" && !receipt {
			frames = append(frames, f)
		}
	}
	return frames
}

func (s *screen) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.frames)
}

// reach brings the author's secret to the state of a row. What others may not have of it yet must make no frame.
func (e *evening) reach(row secretRow) {
	e.t.Helper()
	kind := row.kind
	var collect string
	switch kind {
	case "pain", "note", "story", "rule", "fix":
		collect = "writing"
	case "reflection", "anonymous_note", "roleplay", "observation", "kudos":
		collect = ""
	case "aside":
		kind, collect = "vote", "vote"
	case "voice":
		kind, collect = "rating", "rating"
	case "split", "key":
		kind, collect = "vote", "vote"
	case "poll_voters":
		kind, collect = "poll_answer", "poll"
	case "ready":
		collect = "vote"
	default:
		collect = boards.KindNamed(kind).Answers
	}
	shared := strings.HasPrefix(row.state, "shared") && kind != "reflection"
	if !shared && collect != "" {
		e.opens(collect, kind)
	}
	if kind == "observation" {
		e.ids["a scene"] = newID()
		e.does(e.host, fmt.Sprintf(`{"op":"put","kind":"roleplay","id":%q,"fields":{"step_id":%q}}`, e.ids["a scene"], e.ids["s1"]))
	}
	shared = shared || slices.Contains([]string{"observation", "roleplay", "kudos"}, kind)
	marks := map[*screen]int{}
	for _, s := range e.screens {
		e.heard(s, 0) // a barrier: what came before is over
		marks[s] = s.count()
	}
	e.heard(e.owner, 0)
	mark := e.owner.count()
	e.says(kind, row.state)
	for _, f := range e.heard(e.owner, mark) {
		if fmt.Sprint(at(list(f["entries"])[0], "effects")) != "[]" {
			e.t.Errorf("the owner heard of a %s: %v", kind, f)
		}
	}
	for _, s := range e.screens {
		if heard := e.heard(s, marks[s]); s != e.author && !shared && kind != "ready" && len(heard) > 0 {
			e.t.Errorf("the %s heard of a sealed %s: %v", e.column(s), kind, heard)
		}
	}
	switch strings.TrimSuffix(row.state, ", authors shown") {
	case "shared":
		if kind == "reflection" {
			e.does(e.author, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"shared":true}}`, secretID))
		}
	case "pair", "four":
		e.stage(row.state)
	case "revealed":
		e.before = list(e.host.hello("")["records"])
		e.does(e.host, revealOp(e.round))
	case "shared by name":
		e.does(e.author, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"named":true,"shared":true}}`, secretID))
	case "agreed":
		e.does(e.author, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"consent":"yes"}}`, secretID))
	case "opened":
		e.does(e.host, `{"op":"act","do":"open_notes"}`)
	case "player gone":
		e.does(e.host, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"customer_participant_id":null}}`, e.ids["a scene"]))
	case "cancelled in pairs":
		e.stage("pair")
		fallthrough
	case "cancelled":
		e.does(e.host, fmt.Sprintf(`{"op":"act","do":"cancel","id":%q}`, e.round))
	}
}

// receives says what somebody who comes in now has of the secret.
func (e *evening) receives(row secretRow, records, mine []any, own []any, who string) string {
	for _, r := range slices.Concat(records, mine) {
		fields, _ := at(r, "fields").(map[string]any)
		if at(r, "kind") != row.kind || !slices.Contains([]any{fields["text"], fields["note"], fields["secret_card"], fields["act"]}, any(secretText)) && (e.round == "" || fields["round_id"] != e.round) {
			continue
		}
		told := fmt.Sprint(r)
		switch author := e.person[e.author]; {
		case row.kind == "roleplay": // everybody knows who plays; whoever reads the card has it whole
			return "whole"
		case at(r, "by") == author,
			who == author && (slices.Contains(own, at(r, "id")) || slices.ContainsFunc(mine, func(m any) bool { return at(m, "id") == at(r, "id") })):
			return "whole"
		case strings.Contains(told, author):
			return "named"
		}
		return "unnamed"
	}
	if row.counts && e.before != nil && slices.ContainsFunc(records, e.counted) {
		return "count"
	}
	return "–"
}

// counted says whether the reveal brought a record, other than of the round itself and of what the screen shows.
func (e *evening) counted(r any) bool {
	same := func(old any) bool {
		return reflect.DeepEqual(at(old, "fields"), at(r, "fields")) && at(old, "id") == at(r, "id")
	}
	return !slices.Contains([]any{"round", "projector_state"}, at(r, "kind")) && !slices.ContainsFunc(e.before, same)
}

func collectionNamed(name string) *boards.Collection {
	for _, c := range boards.Collections() {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// secretRow is a row of docs/secrecy.md.
type secretRow struct {
	kind, state string
	may         map[string]string
	counts      bool // an answer that the reveal tells in counts
}

func readSecrets(t *testing.T) (rows []secretRow) {
	t.Helper()
	data, err := os.ReadFile("../../docs/secrecy.md")
	must(t, err)
	var head []string
	for _, line := range strings.Split(string(data), "\n") {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		switch {
		case !strings.HasPrefix(line, "| "):
			continue
		case cells[0] == "kind":
			head = cells
			continue
		}
		row := secretRow{kind: cells[0], state: cells[1], may: map[string]string{}}
		for i, cell := range cells[2:] {
			row.may[head[i+2]] = cell
		}
		rows = append(rows, row.each()...)
	}
	if len(rows) < 30 {
		t.Fatalf("%d rows", len(rows))
	}
	return rows
}

// each gives in place of a row about answers that are told in one way those of every kind of them.
func (row secretRow) each() []secretRow {
	told, answers := strings.CutPrefix(row.kind, "answer ")
	if !answers {
		return []secretRow{row}
	}
	var rows []secretRow
	for _, c := range boards.Collections() {
		if kind := c.Answer(); kind != nil && c.Shows.String() == told {
			rows = append(rows, secretRow{kind.Name, row.state, row.may, c.Shows == boards.ShowsCounts})
		}
	}
	return rows
}

// Every cell of docs/secrecy.md once more, over real sockets and HTTP: what makes a frame, what a welcome holds, what the file holds.
func TestWhoReceivesWhatOverTheWire(t *testing.T) {
	t.Parallel()
	h, cells := openHouse(t, oplog.NewMemory()), new(atomic.Int64)
	t.Cleanup(func() { t.Logf("%d cells", cells.Load()) })
	for _, row := range readSecrets(t) {
		t.Run(row.kind+" "+row.state, func(t *testing.T) {
			t.Parallel() // each row on a board of its own: most of it is waiting for a room's pace
			here := *h
			here.t = t
			e := here.evening(strings.HasSuffix(row.state, "authors shown"))
			e.reach(row)
			var file map[string]any
			raw := e.ask("GET", "/api/boards/"+e.board.str("boardId")+"/board.json", "", bearerOf(e.seats[0])...).want(t, 200).body
			must(t, json.Unmarshal(raw, &file))
			met := map[string]bool{"file": true}
			check := func(column, got string, bytesSeen []byte) {
				cells.Add(1)
				met[column] = true
				if got != row.may[column] {
					t.Errorf("the %s gets it %s, want %s", column, got, row.may[column])
				}
				for _, marker := range append([]string{secretID, secretText, `"voice","at"`, `"kind":"key"`, `"kind":"split"`, `"kind":"voice"`}, e.seats...) {
					theirs := marker == secretID || marker == secretText
					if bytes.Contains(bytesSeen, []byte(marker)) &&
						!(theirs && (row.may[column] != "–" || column == "author" || column == "subgroup")) {
						t.Errorf("the %s was told %q", column, marker)
					}
				}
			}
			for _, s := range e.screens {
				if row.kind == "ready" && row.state == "open" && s != e.author {
					s.wait("one is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["ready"] == 1.0 })
					check(e.column(s), "count", s.recorded())
					continue
				}
				w := s.hello("")
				check(e.column(s), e.receives(row, list(w["records"]), list(w["mine"]), list(w["own"]), e.person[s]), s.recorded())
			}
			w := e.owner.hello("")
			check("owner", e.receives(row, list(w["records"]), list(w["mine"]), list(w["own"]), "owner"), e.owner.recorded())
			e.owner.conn.Close()
			check("file", e.receives(row, list(file["records"]), nil, nil, "file"), raw)
			for column := range row.may {
				if !met[column] && !(column == "subgroup" && len(e.at) == 0) {
					t.Errorf("nobody was the %s", column)
				}
			}
			for _, s := range e.screens {
				s.conn.Close()
			}
		})
	}
}
