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
		open:    mark(),
		keys:    map[string]string{"passcode": passcodeOfTheHall, "seat of the facilitator": board.str("seat")},
	}
	a.parties["facilitator"] = a.host
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

// say lets the author say a secret of every sort, change their mind, point at it, and be told no about it.
func (a *aviary) say() {
	t := a.t
	pains := []string{newID(), newID()}
	for _, id := range pains {
		a.does(
			a.host,
			fmt.Sprintf(`{"op":"put","kind":"pain","id":%q,"fields":{"text":"De klant wacht te lang","step_id":%q}}`, id, a.ids["s1"]),
		)
	}
	for _, collect := range []string{"vote", "rating", "ownership_claim", "leading_vote", "writing"} {
		more := ""
		if collect == "vote" {
			more = fmt.Sprintf(`,"item_ids":[%q,%q]`, pains[0], pains[1])
		}
		a.rounds[collect] = a.opened(collect, more)
		a.answers[collect], a.answers[collect+" passed on"] = mark(), mark()
	}
	delete(a.answers, "writing")
	delete(a.answers, "writing passed on")
	me := at(a.author.hello(""), "you", "personId")
	for collect, said := range map[string][2]string{"rating": {`"value":2`, `"value":-1`}, "ownership_claim": {`"answer":"own"`, `"answer":"unknown"`}, "leading_vote": {`"value":"system"`, `"value":"task"`}} {
		a.does(a.author, stepAnswer(collect, a.answers[collect], a.rounds[collect], a.ids["s1"], ","+said[0]))
		a.does(a.author, stepAnswer(collect, newID(), a.rounds[collect], a.ids["s1"], ","+said[1]))
		on := strings.TrimSuffix(stepAnswer(collect, a.answers[collect+" passed on"], a.rounds[collect], a.ids["s2"], ","+said[1]), "}")
		a.does(a.host, fmt.Sprintf(`%s,"for":{"person_id":%q}}`, on, me))
	}
	vote := fmt.Sprintf(`"kind":"vote","fields":{"round_id":%q,"item_id":%%q,"count":1}`, a.rounds["vote"])
	a.does(a.author, fmt.Sprintf(`{"op":"put","id":%q,`+vote+`}`, a.answers["vote"], pains[0]))
	a.does(a.host, fmt.Sprintf(`{"op":"put","id":%q,`+vote+`,"for":{"person_id":%q}}`, a.answers["vote passed on"], pains[1], me))
	for _, kind := range []string{"pain", "note"} {
		id, text := mark(), mark()
		a.cards[kind], a.cards["text of "+kind], a.cards["later text of "+kind] = id, text, mark()
		a.does(
			a.author,
			fmt.Sprintf(`{"op":"put","kind":%q,"id":%q,"fields":{"text":"Alleen %s","step_id":%q}}`, kind, id, text, a.ids["s1"]),
		)
		a.does(
			a.author,
			fmt.Sprintf(`{"op":"text","id":%q,"field":"text","base":1,"splices":[[0,0,"%s "]]}`, id, a.cards["later text of "+kind]),
		)
	}
	for _, id := range slices.Concat(slices.Collect(maps.Values(a.answers)), []string{a.cards["pain"], a.cards["note"]}) {
		a.author.send(fmt.Sprintf(`{"type":"here","at":%q,"typing":true}`, id))
		if no := a.tries(a.author, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"nothing":1}}`, id)); no["type"] != "refused" {
			t.Fatalf("%v", no)
		}
	}
	a.does(a.author, fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, a.rounds["vote"]))
	a.host.wait("one is ready", func(f map[string]any) bool { return f["type"] == "ready" && f["ready"] == 1.0 })
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
	for name, m := range maps.Collect(allMarks(a.answers, a.cards)) { // what a stranger and a member are told who guess
		get("a no about "+name, "/api/boards/"+a.board.str("boardId")+"/own/"+m, a.seats["guest"], 0)
	}
	for who, s := range a.parties {
		fresh := a.screen(a.board, a.seats[who])
		s.send(`{"type":"ping"}`)
		s.next("pong")
		out["frames of the "+who], out["welcome of the "+who] = s.recorded(), fresh.recorded()
		fresh.conn.Close()
	}
	out["server log"] = a.log.Bytes()
	return out
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
	finder, bytes := lookFor(marks...), 0
	for channel, data := range channels {
		bytes += len(data)
		for _, hit := range finder.in(data) {
			t.Errorf("%s: %s is in %s as %s", when, hit.name, channel, hit.way)
		}
	}
	if len(finder.forms) == 0 {
		t.Errorf("%s: nothing to look for", when)
	}
	t.Logf("%s: %d channels, %d bytes, %d marks in %d forms each", when, len(channels), bytes, len(maps.Collect(allMarks(marks...))), len(traces("markmark")))
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
	a.say()
	open := a.channels()
	silent(t, "while rounds are open", open, a.answers, a.cards, a.keys)
	silent(t, "keys at rest", a.files(), onlyKeys(a.keys))
	a.hears(open, "facilitator")
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

	for _, collect := range []string{"vote", "rating", "ownership_claim", "leading_vote"} {
		a.does(a.host, revealOp(a.rounds[collect]))
	}
	a.does(a.host, fmt.Sprintf(`{"op":"act","do":"cancel","id":%q}`, a.rounds["writing"]))
	a.does(a.host, `{"op":"act","do":"close"}`) // from now on who took part takes files along
	closed := a.channels()
	silent(t, "after the reveal", closed, a.answers, a.cards, a.keys)
	a.hears(closed, "facilitator", "same department", "other department", "observer")
	must(t, h.rooms.View(t.Context(), a.board.str("boardId"), func(*boards.Board) {})) // forgetting waits for the room
	silent(t, "on disk after the reveal", a.files(), a.answers, onlyKeys(a.keys))

	for _, kind := range []string{"pain", "note"} {
		a.ask("DELETE", "/api/boards/"+a.board.str("boardId")+"/own/"+a.cards[kind], "", bearerOf(a.mine)...).want(t, 204)
	}
	must(t, h.rooms.View(t.Context(), a.board.str("boardId"), func(*boards.Board) {}))
	silent(t, "on disk after taking back", a.files(), a.answers, a.cards, onlyKeys(a.keys))
	h.close()
	must(t, s.Close())
	silent(t, "after the server ended", maps.Collect(allFiles(a.files(), a.log.Bytes())), a.answers, a.cards, onlyKeys(a.keys))
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
		case "board.json", "PDF", "frames", "welcome":
			carries = true
		case "fixes.csv", "fixes.ics", "report?lang=nl", "report?lang=en", "workbook.xlsx":
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
