package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// aviary is a workshop in which every secret is marked, and everybody who might hear one listens.
type aviary struct {
	*table
	t       *testing.T
	dir     string
	parties map[string]*screen // everybody but the author
	seats   map[string]string
	author  *screen
	mine    string // the author's seat
	rounds  map[string]string
	answers map[string]string // kind → the mark of the author's answer: its id
	cards   map[string]string // what the author wrote alone: ids and texts
	leads   map[string]string // what is told to the author and to who leads
	room    map[string]string // what is told in the room and does not leave it
	begin   string            // where everybody who comes back begins to read again
	keys    map[string]string // what opens something; nobody hears of it, the author neither
	open    string            // the mark of something public, which every channel must show
}

func mark() string { return "kanarie" + live.Random(13) }

const passcodeOfTheHall = "kanariePasswoord42zaal"

func newAviary(t *testing.T, h *house, dir string) *aviary {
	board := h.ask("POST", "/api/boards", `{"template":"lease","agenda":"2h","language":"nl","title":"Test"}`, "X-Passcode", passcodeOfTheHall).
		want(t, 201)
	a := &aviary{
		table:   h.around(board),
		t:       t,
		dir:     dir,
		parties: map[string]*screen{},
		seats:   map[string]string{"facilitator": board.str("seat")},
		rounds:  map[string]string{},
		answers: map[string]string{},
		cards:   map[string]string{},
		leads:   map[string]string{},
		room:    map[string]string{},
		open:    mark(),
		keys:    map[string]string{"passcode": passcodeOfTheHall, "seat of the facilitator": board.str("seat")},
	}
	a.parties["facilitator"] = a.host
	first := a.host.hello("")
	a.begin = since(first["epoch"], first["seq"], first["tail"])
	for name, key := range map[string]string{"facilitator again": "facilitatorKey", "co-facilitator": "cofacilitatorKey", "screen": "projectorKey"} {
		a.keys[key] = board.str(key)
		a.seats[name] = h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, board.str(key))).want(t, 200).str("seat")
	}
	for _, who := range []string{"author", "same department", "other department", "observer", "guest"} {
		department, role := "kco", "participant"
		if who == "other department" {
			department = "sch"
		}
		if who == "observer" || who == "guest" {
			role = who
		}
		seat := h.ask("POST", "/api/join/"+board.str("joinCode"), fmt.Sprintf(`{"name":%q,"departmentId":%q,"role":%q}`, "Iemand "+who, a.ids[department], role)).
			want(t, 201).
			str("seat")
		a.seats[who], a.keys["seat of "+who] = seat, seat
	}
	a.mine = a.seats["author"]
	delete(a.seats, "author")
	a.author = a.screen(board, a.mine)
	a.keys["personal link"] = h.ask("POST", "/api/boards/"+board.str("boardId")+"/link", "{}", bearerOf(a.mine)...).want(t, 201).str("key")
	for name, key := range maps.Clone(a.keys) {
		sum := sha256.Sum256([]byte(key))
		if name != "passcode" {
			a.keys["hash of "+name] = hex.EncodeToString(sum[:])
			_, a.keys[name], _ = strings.Cut(key, ".") // what comes before is the board's id
		}
	}
	for who, seat := range a.seats {
		if who != "facilitator" {
			a.parties[who] = a.screen(board, seat)
		}
	}
	return a
}

// public puts something with a mark that everybody may see in every place an export reads.
func (a *aviary) public() {
	me := at(a.host.hello(""), "you", "personId")
	a.does(
		a.host,
		fmt.Sprintf(
			`{"op":"put","kind":"pain","id":%q,"fields":{"text":"Wachten %s","step_id":%q,"severity":3,"frequency":"daily","control":"self","evidence_level":"known","cause_categories":["rule"]}}`,
			newID(),
			a.open,
			a.ids["s1"],
		),
		fmt.Sprintf(
			`{"op":"put","kind":"fix","id":%q,"fields":{"text":"Doen %s","owner_participant_id":%q,"owner_person":"Jan","due_date":"2099-01-05","status":"agreed","department_ids":[%q]}}`,
			newID(),
			a.open,
			me,
			a.ids["kco"],
		),
	)
}

// outside lets in who is not in the room: the owner of a fix, and a reader of the summary.
func (a *aviary) outside() {
	a.seats["owner"] = a.ownerSeat(a.board, "Jan")
	a.parties["owner"] = a.screen(a.board, a.seats["owner"])
	a.seats["reader"] = a.exchange(a.renew(a.board, "summary").want(a.t, 200).str("key")).want(a.t, 200).str("seat")
}

// aloneAtFirst are the kinds of which a card is for its author until it is shown: because a writing round is open, or by themselves.
var aloneAtFirst = []string{"pain", "note", "story", "rule", "fix", "reflection", "anonymous_note"}

// say lets the author say a secret of every sort, change their mind, point at it, and be told no about it.
func (a *aviary) say() {
	me := at(a.author.hello(""), "you", "personId").(string)
	a.answer(me)
	a.rounds["writing"] = a.opened("writing", `,"writes":"fix"`)
	for _, kind := range aloneAtFirst {
		id, text := mark(), mark()
		a.cards[kind], a.cards["text of "+kind], a.cards["later text of "+kind] = id, text, mark()
		step := fmt.Sprintf(`,"step_id":%q`, a.ids["s1"])
		if boards.KindNamed(kind).Field("step_id") == nil {
			step = ""
		}
		a.does(a.author, fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{"text":"Alleen %s"%s}}`, kind, id, text, step))
		a.does(a.author, fmt.Sprintf(`{"op":"text","id":%q,"field":"text","base":1,"splices":[[0,0,"%s "]]}`, id, a.cards["later text of "+kind]))
	}
	secrets := slices.Collect(maps.Values(a.answers))
	for _, kind := range aloneAtFirst {
		secrets = append(secrets, a.cards[kind])
	}
	for _, id := range secrets {
		a.author.send(fmt.Sprintf(`{"type":"here","at":%q,"typing":true}`, id))
		if no := a.tries(a.author, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"nothing":1}}`, id)); no["type"] != "refused" {
			a.t.Fatalf("%v", no)
		}
	}
	a.play(me)
	a.room["kudos"] = mark()
	a.does(a.author, fmt.Sprintf(`{"op":"put","kind":"kudos","id":%q,"fields":{"to_name":"Fatima","act":"Belde %s"}}`, newID(), a.room["kudos"]))
	a.does(a.author, fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, a.rounds["vote"]))
	a.host.wait("one is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["ready"] == 1.0 })
}

// answer opens a round of every collection that is answered, and lets the author answer in it, change their mind, and be passed on by who leads.
func (a *aviary) answer(me string) {
	e := &evening{table: a.table, author: a.author, of: map[*screen]string{a.author: "kco"}}
	for _, c := range boards.Collections() {
		kind := c.Answer()
		if kind == nil {
			continue
		}
		e.about = nil
		e.opens(c.Name, kind.Name)
		a.rounds[c.Name], a.answers[c.Name] = e.round, mark()
		put := func(id, fields, more string) string {
			return fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{%s}%s}`, kind.Name, id, fields, more)
		}
		one, other := e.answers(kind)
		a.does(a.author, put(a.answers[c.Name], one, ""))
		a.does(a.author, put(newID(), other, ""))
		if len(e.about) < 2 || !strings.Contains(c.Args, "_ids") { // there is one answer, which would be given anew
			continue
		}
		e.about, a.answers[c.Name+" passed on"] = e.about[1:], mark()
		one, _ = e.answers(kind)
		a.does(a.host, put(a.answers[c.Name+" passed on"], one, fmt.Sprintf(`,"for":{"person_id":%q}`, me)))
	}
}

// play gives the author the secret card of a role play, and changes it.
func (a *aviary) play(me string) {
	scene := newID()
	a.leads["secret card"], a.leads["later secret card"] = mark(), mark()
	a.does(a.host, fmt.Sprintf(`{"op":"put","kind":"roleplay","id":%q,"fields":{"step_id":%q,"secret_card":"Vraag %s","customer_participant_id":%q}}`,
		scene, a.ids["s1"], a.leads["secret card"], me))
	a.does(a.host, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"secret_card":"Vraag %s en %s"}}`,
		scene, a.leads["secret card"], a.leads["later secret card"]))
}

// channels asks for everything that somebody can ask for, and gives it by name, laid open.
func (a *aviary) channels() map[string][]byte {
	t, out := a.t, map[string][]byte{}
	get := func(name, path, seat string, status int) {
		ask := a.ask
		if name == "PDF" {
			ask = func(_, path, _ string, _ ...string) answer { return a.printed(path, seat) }
		}
		r := ask("GET", path, "", bearerOf(seat)...)
		if status != 0 {
			r.want(t, status)
		}
		out[name] = slices.Concat(unpacked(t, r.body), []byte(fmt.Sprint(r.header)))
	}
	for who, seat := range a.seats {
		for _, what := range []string{"me", "keep", "insights", "board.json", "fixes.csv", "pains.csv", "fixes.ics", "report?lang=nl", "report?lang=en", "workbook.xlsx", "own", "own.json"} {
			get(what+" of the "+who, "/api/boards/"+a.board.str("boardId")+"/"+what, seat, 0)
		}
	}
	get("PDF", "/api/boards/"+a.board.str("boardId")+"/report.pdf?lang=nl", a.seats["facilitator"], 200)
	for _, path := range []string{"/metrics", "/healthz", "/readyz", "/api/templates", "/api/addresses", "/api/join/" + a.board.str("joinCode"), "/"} {
		get(path, path, "", 200)
	}
	for name, m := range maps.Collect(allMarks(a.answers, a.cards, a.leads)) { // what a stranger and a member are told who guess
		get("a no about "+name, "/api/boards/"+a.board.str("boardId")+"/own/"+m, a.seats["guest"], 0)
	}
	for who, s := range a.parties {
		fresh := a.screen(a.board, a.seats[who])
		s.send(`{"type":"ping"}`)
		s.next("pong")
		back := a.dialed(a.seats[who])
		back.hello(a.begin)
		out["frames of the "+who], out["welcome of the "+who], out["resume of the "+who] = s.recorded(), fresh.recorded(), back.recorded()
		fresh.conn.Close()
		back.conn.Close()
	}
	out["server log"] = a.log.Bytes()
	return out
}

// dialed opens a line that has not said hello.
func (a *aviary) dialed(seat string) *screen {
	s, err := a.dial(a.board.str("boardId"), seat)
	must(a.t, err)
	return s
}

func allMarks(sets ...map[string]string) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for _, set := range sets {
			for name, m := range set {
				if !yield(name, m) {
					return
				}
			}
		}
	}
}

// files gives every file the server keeps.
func (a *aviary) files() map[string][]byte {
	out := map[string][]byte{}
	must(a.t, filepath.WalkDir(a.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		out["file "+filepath.Base(path)], err = os.ReadFile(path)
		return err
	}))
	return out
}

// silent fails for every mark that is heard in a channel.
func silent(t *testing.T, when string, channels map[string][]byte, marks ...map[string]string) {
	t.Helper()
	hits, bytes := heardIn(channels, marks...), 0
	for _, data := range channels {
		bytes += len(data)
	}
	for _, hit := range hits {
		t.Errorf("%s: %s", when, hit)
	}
	if len(channels) == 0 || len(maps.Collect(allMarks(marks...))) == 0 {
		t.Errorf("%s: nothing to look for", when)
	}
	t.Logf("%s: %d channels, %d bytes, %d marks in %d forms each", when, len(channels), bytes, len(maps.Collect(allMarks(marks...))), len(traces("markmark")))
}

// heardIn names every mark that lies in a channel, with the channel and the disguise.
func heardIn(channels map[string][]byte, marks ...map[string]string) (hits []string) {
	finder := lookFor(marks...)
	for channel, data := range channels {
		for _, hit := range finder.in(data) {
			hits = append(hits, fmt.Sprintf("%s is in %s as %s", hit.name, channel, hit.way))
		}
	}
	return hits
}

// leading names who leads.
var leading = []string{"facilitator", "facilitator again", "co-facilitator"}

// beyond gives the channels that are not one of these sorts of some people.
func beyond(channels map[string][]byte, sorts, people []string) map[string][]byte {
	rest := maps.Clone(channels)
	maps.DeleteFunc(rest, func(channel string, _ []byte) bool {
		what, who, _ := strings.Cut(channel, " of the ")
		return slices.Contains(sorts, what) && slices.Contains(people, who)
	})
	return rest
}

// leaks names every secret that is told to more people than it is for.
func (a *aviary) leaks(channels map[string][]byte) []string {
	pages := []string{"frames", "welcome", "resume"}
	inside := slices.DeleteFunc(slices.Collect(maps.Keys(a.seats)), func(who string) bool { return who == "owner" || who == "reader" })
	return slices.Concat(
		heardIn(channels, a.answers, a.cards, a.keys),
		heardIn(beyond(channels, append(pages, "own", "own.json"), leading), a.leads),
		heardIn(beyond(beyond(channels, pages, inside), []string{"board.json"}, leading), a.room))
}

// keeps fails for each of them.
func (a *aviary) keeps(when string, channels map[string][]byte) {
	a.t.Helper()
	for _, leak := range a.leaks(channels) {
		a.t.Errorf("%s: %s", when, leak)
	}
	a.t.Logf("%s: %d channels, %d marks", when, len(channels), len(maps.Collect(allMarks(a.answers, a.cards, a.keys, a.leads, a.room))))
}

// Every secret carries a mark. Nobody but its author hears it over any channel while it is one; what opens something nobody hears at all;
// and after the reveal it is on no disk.
func TestNoChannelCarriesASecret(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := openHouse(
		t,
		s,
		computing,
		withPrinter(t, ""),
		func(_ *live.Options, c *Config) { c.Passcode, c.LogRequests = passcodeOfTheHall, true },
	)
	h.ask("POST", "/api/boards", wishOfTheTest, "X-Passcode", passcodeOfTheHall+"1").want(t, 403)
	a := newAviary(t, h, dir)
	a.public()
	a.outside()
	a.say()
	open := a.channels()
	a.keeps("while rounds are open", open)
	a.caught()
	silent(t, "keys at rest", a.files(), onlyKeys(a.keys))
	a.hears(open, "facilitator", "reader")
	if mine := a.ask("GET", "/api/boards/"+a.board.str("boardId")+"/own.json", "", bearerOf(a.mine)...).want(t, 200).body; len(
		found(mine, a.cards["pain"]),
	) == 0 ||
		len(found(mine, a.answers["rating"])) == 0 {
		t.Error("the author does not find their own secrets, so they are not where we look")
	}
	disk := slices.Concat(slices.Collect(maps.Values(a.files()))...)
	for name, m := range maps.Collect(allMarks(a.answers, a.cards)) {
		if len(found(disk, m)) == 0 {
			t.Errorf("%s is not on disk yet, so the test looks in the wrong place", name)
		}
	}

	for collect := range a.rounds {
		if collect != "writing" {
			a.does(a.host, revealOp(a.rounds[collect]))
		}
	}
	a.does(a.host, fmt.Sprintf(`{"op":"act","do":"cancel","id":%q}`, a.rounds["writing"]))
	a.does(a.host, `{"op":"act","do":"close"}`) // from now on who took part takes files along
	closed := a.channels()
	a.keeps("after the reveal", closed)
	a.hears(closed, "facilitator", "same department", "other department", "observer", "reader")
	must(t, h.rooms.View(t.Context(), a.board.str("boardId"), func(*boards.Board) {})) // forgetting waits for the room
	silent(t, "on disk after the reveal", a.files(), a.answers, onlyKeys(a.keys))

	for _, kind := range aloneAtFirst {
		a.ask("DELETE", "/api/boards/"+a.board.str("boardId")+"/own/"+a.cards[kind], "", bearerOf(a.mine)...).want(t, 204)
	}
	must(t, h.rooms.View(t.Context(), a.board.str("boardId"), func(*boards.Board) {}))
	silent(t, "on disk after taking back", a.files(), a.answers, a.cards, onlyKeys(a.keys))
	h.close()
	must(t, s.Close())
	silent(t, "after the server ended", maps.Collect(allFiles(a.files(), a.log.Bytes())), a.answers, a.cards, onlyKeys(a.keys))
}

// caught plants every secret in channels that must not carry it, in one disguise after the other, and fails for one that is not reported.
func (a *aviary) caught() {
	never := []string{"server log", "PDF", "report?lang=nl of the facilitator", "report?lang=en of the reader", "workbook.xlsx of the facilitator",
		"board.json of the guest", "frames of the owner"}
	others := append([]string{"frames of the guest", "frames of the screen", "resume of the other department", "welcome of the same department", "own.json of the observer"}, never...)
	ways, n := slices.Sorted(maps.Keys(traces("markmark"))), 0
	plant := func(channels []string, marks map[string]string) {
		for name, m := range marks {
			for _, channel := range channels {
				way := ways[n%len(ways)]
				n++
				if len(a.leaks(map[string][]byte{channel: slices.Concat([]byte(`{"type":"entries"} `), traces(m)[way], []byte(" "))})) == 0 {
					a.t.Errorf("%s in %s, as %s, is not reported", name, channel, way)
				}
			}
		}
	}
	plant(append(others, "frames of the facilitator", "welcome of the co-facilitator", "board.json of the facilitator"), a.answers)
	plant(append(others, "frames of the facilitator", "welcome of the co-facilitator", "board.json of the facilitator"), a.cards)
	plant(append(others, "board.json of the facilitator"), a.leads)
	plant(never, a.room)
	a.t.Logf("%d planted leaks", n)
}

func allFiles(files map[string][]byte, log []byte) func(func(string, []byte) bool) {
	files["server log"] = log
	return maps.All(files)
}

// onlyKeys leaves out the hashes: those are what is kept.
func onlyKeys(keys map[string]string) map[string]string {
	keys = maps.Clone(keys)
	maps.DeleteFunc(keys, func(name, _ string) bool { return strings.HasPrefix(name, "hash of ") })
	return keys
}

// hears holds every channel against what it must carry: it is the real thing, laid open, or its silence means nothing. Files are for
// these people only.
func (a *aviary) hears(channels map[string][]byte, takers ...string) {
	for channel, data := range channels {
		what, who, _ := strings.Cut(channel, " of the ")
		carries := false
		switch what {
		case "PDF", "frames", "welcome", "resume":
			carries = true
		case "board.json":
			carries = who != "owner" && who != "reader"
		case "fixes.csv", "fixes.ics", "workbook.xlsx":
			carries = slices.Contains(takers, who) && who != "reader"
		case "report?lang=nl", "report?lang=en":
			carries = slices.Contains(takers, who)
		}
		if carries && len(found(data, a.open)) == 0 {
			a.t.Errorf("%s does not carry what is public", channel)
		}
	}
	for channel, said := range map[string]string{"/metrics": "muntsaus_", "server log": `"msg":"request"`, "insights of the guest": `"handoffs"`, "own of the guest": "Iemand guest"} {
		if !bytes.Contains(channels[channel], []byte(said)) {
			a.t.Errorf("%s does not say %s", channel, said)
		}
	}
}
