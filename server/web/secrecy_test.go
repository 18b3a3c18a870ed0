package web

import (
	"bytes"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"muntsaus/boards"
	"muntsaus/server/live"
	"muntsaus/server/oplog"
)

// counted makes a house in which time stands still and ids are counted, so that two runs can be compared byte by byte.
func counted(o *live.Options, c *Config) {
	var ids atomic.Int64
	next := func() string { return fmt.Sprintf("counted%013d", ids.Add(1)) }
	o.Node = "node"
	o.Moment = func() boards.Moment {
		return boards.Moment{At: 1_800_000_000_000, ID: next, Perm: mathrand.New(mathrand.NewPCG(1, 2)).Perm, Hash: live.Hash}
	}
	c.Code = func() string { return "CODE22" }
}

// vote is a round with two pains, and everybody around it.
type voting struct {
	*house
	board                      answer
	round                      string
	pains                      [2]string
	host, voter, third, screen *screen
}

func openVote(t *testing.T, h *house) *voting {
	t.Helper()
	v := &voting{
		house: h,
		board: h.create("restaurant"),
		round: "round-of-the-test-01",
		pains: [2]string{"pain-of-the-test-001", "pain-of-the-test-002"},
	}
	projector := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, v.board.str("projectorKey"))).want(t, 200)
	voter, third := h.join(v.board, "Stemmer"), h.join(v.board, "Derde")
	v.host, v.voter = h.screen(v.board, v.board.str("seat")), h.screen(v.board, voter.str("seat"))
	v.screen, v.third = h.screen(v.board, projector.str("seat")), h.screen(v.board, third.str("seat"))
	for _, s := range v.others() {
		s.wait("everybody", func(f map[string]any) bool {
			return f["type"] == "here" && strings.Contains(fmt.Sprint(f["people"]), third.str("personId"))
		})
	}
	step := ""
	for _, r := range v.host.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == "step" {
			step = r["id"].(string)
		}
	}
	for i, id := range v.pains {
		v.host.push(
			i+1,
			fmt.Sprintf(`{"op":"put","kind":"pain","id":%q,"fields":{"text":"De klant wacht te lang %d","step_id":%q}}`, id, i, step),
		)
	}
	v.host.push(
		3,
		fmt.Sprintf(
			`{"op":"act","do":"open","id":%q,"args":{"collect":"vote","item_ids":["%s","%s"],"dots":3,"max_per_item":2}}`,
			v.round,
			v.pains[0],
			v.pains[1],
		),
	)
	v.ready(0)
	return v
}

func (v *voting) others() []*screen { return []*screen{v.host, v.third, v.screen} }

// ready waits until everybody was told the number.
func (v *voting) ready(n int) {
	v.t.Helper()
	for _, s := range v.others() {
		s.wait(fmt.Sprint(n, " ready"), func(f map[string]any) bool { return f["type"] == "ready" && f["ready"] == float64(n) })
	}
}

func (v *voting) cast(n int, id string, item, count int) map[string]any {
	v.t.Helper()
	return v.voter.push(
		n,
		fmt.Sprintf(
			`{"op":"put","kind":"vote","id":%q,"fields":{"round_id":%q,"item_id":%q,"count":%d}}`,
			id,
			v.round,
			v.pains[item],
			count,
		),
	)
}

// all gives what the others received since a mark.
func (v *voting) all(from []int) (parts [][]byte) {
	for i, s := range v.others() {
		parts = append(parts, s.recorded()[from[i]:])
	}
	return parts
}

func (v *voting) mark() (at []int) {
	for _, s := range v.others() {
		at = append(at, len(s.recorded()))
	}
	return at
}

func (v *voting) sayReady(n int) {
	v.t.Helper()
	v.voter.push(n, fmt.Sprintf(`{"op":"act","do":"ready","id":%q}`, v.round))
	v.ready(1)
}

func TestNobodyHearsAVoteBeforeTheReveal(t *testing.T) {
	t.Parallel()
	run := func(vote func(v *voting) int) [][]byte {
		v := openVote(t, openHouse(t, oplog.NewMemory(), counted))
		from := v.mark()
		n := vote(v)
		for _, s := range v.others() { // a barrier: whatever was sent because of a vote would have come before this
			s.send(`{"type":"ping"}`)
			s.next("pong")
		}
		v.sayReady(n)
		return v.all(from)
	}
	one := run(func(v *voting) int {
		v.cast(1, "vote-number-one-0001", 0, 1)
		return 2
	})
	other := run(func(v *voting) int {
		v.cast(1, "vote-number-two-0001", 1, 2)
		v.cast(2, "vote-number-two-0002", 0, 1)
		v.cast(3, "vote-number-two-0002", 0, 0)
		v.voter.send(`{"type":"here","at":"vote-number-two-0001","typing":true}`)
		v.cast(4, "vote-number-two-0001", 1, 1)
		if no := v.cast(5, "vote-number-two-0003", 0, 5); no["code"] != "over_budget" {
			v.t.Fatalf("answer %v", no)
		}
		return 6
	})
	for i, who := range []string{"facilitator", "third member", "projector"} {
		if !bytes.Equal(one[i], other[i]) {
			t.Errorf("the %s sees a difference:\n%s\n---\n%s", who, one[i], other[i])
		}
		if !bytes.Contains(one[i], []byte(`"ready":1`)) {
			t.Errorf("the %s was not told who is ready: %s", who, one[i])
		}
	}
}

func TestNothingOfAVoteIsLeftAfterTheReveal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := openHouse(t, s)
	v := openVote(t, h)
	secret := newID()
	if mine := v.cast(1, secret, 0, 2); mine["seq"] != nil || !strings.Contains(fmt.Sprint(mine["effects"]), secret) {
		t.Fatalf("answer %v", mine)
	}
	v.sayReady(2)
	if !onDisk(t, dir, secret) {
		t.Fatal("the test looks in the wrong place: the vote must be on disk now")
	}
	again := h.screen(v.board, v.board.str("seat"))
	voterPage := v.voter.hello("")
	if !strings.Contains(fmt.Sprint(voterPage["mine"]), secret) {
		t.Fatalf("the voter's own vote is not in the welcome: %v", voterPage["mine"])
	}
	before := v.host.hello("")
	v.host.push(4, fmt.Sprintf(`{"op":"act","do":"reveal","id":%q}`, v.round))
	v.third.wait("the tally", func(f map[string]any) bool {
		return f["type"] == "entries" && strings.Contains(fmt.Sprint(f), "tally")
	})
	if w := v.third.hello(since(before["epoch"], before["seq"], before["tail"])); len(w["records"].([]any)) == 0 {
		t.Error("resumed from before the reveal without a full welcome")
	}
	export := h.ask("GET", "/api/boards/"+v.board.str("boardId")+"/board.json", "", bearerOf(v.board.str("seat"))...).want(t, 200)
	for who, bytesSeen := range map[string][]byte{"facilitator": v.host.recorded(), "third": v.third.recorded(), "projector": v.screen.recorded(),
		"late screen": again.recorded(), "board.json": export.body, "server log": h.log.Bytes()} {
		if bytes.Contains(bytesSeen, []byte(secret)) {
			t.Errorf("the vote is in what the %s saw", who)
		}
	}
	if onDisk(t, dir, secret) { // the reveal was answered after the log forgot, or it is being forgotten: both wait for the room
		must(t, h.rooms.View(t.Context(), v.board.str("boardId"), func(*boards.Board) {}))
		if onDisk(t, dir, secret) {
			t.Error("the vote is still on disk after the reveal")
		}
	}
	h.close()
	must(t, s.Close())
}

// onDisk looks for a marker in all files of a folder, also packed ones beside the database.
func onDisk(t *testing.T, dir, marker string) bool {
	t.Helper()
	found := false
	must(t, filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		found = found || bytes.Contains(data, []byte(marker))
		return err
	}))
	return found
}

func TestInterruptedRevealIsFinishedAtTheNextOpen(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := openHouse(t, &forgetful{SQLite: s})
	v := openVote(t, h)
	secret := newID()
	v.cast(1, secret, 0, 2)
	v.host.push(4, fmt.Sprintf(`{"op":"act","do":"reveal","id":%q}`, v.round))
	h.close()
	if !onDisk(t, dir, secret) {
		t.Fatal("the test wants the vote on disk: the snapshot was refused")
	}
	h = openHouse(t, s)
	must(t, h.rooms.View(t.Context(), v.board.str("boardId"), func(*boards.Board) {}))
	if onDisk(t, dir, secret) {
		t.Error("the vote is still on disk")
	}
	h.close()
	must(t, s.Close())
}
