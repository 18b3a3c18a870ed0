package web

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"muntsaus/boards"
	"muntsaus/server/live"
)

// ownHouse is a board in a file, with two people at it and a step to write at.
type ownHouse struct {
	*house
	dir        string
	board      answer
	ann, bob   answer
	annsPage   *screen
	bobsPage   *screen
	hostsPage  *screen
	step, name string
}

func openOwn(t *testing.T) *ownHouse {
	t.Helper()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := &ownHouse{house: openHouse(t, s), dir: dir, name: "Kanarie" + live.Random(10)}
	t.Cleanup(func() { h.close(); must(t, s.Close()) })
	h.board = h.create("restaurant")
	h.ann, h.bob = h.join(h.board, h.name), h.join(h.board, "Bob")
	h.annsPage, h.bobsPage = h.screen(h.board, h.ann.str("seat")), h.screen(h.board, h.bob.str("seat"))
	h.hostsPage = h.screen(h.board, h.board.str("seat"))
	for _, r := range h.hostsPage.hello("")["records"].([]any) {
		if r := r.(map[string]any); r["kind"] == "step" {
			h.step = r["id"].(string)
		}
	}
	return h
}

func (h *ownHouse) path(rest string) string { return "/api/boards/" + h.board.str("boardId") + rest }

func (h *ownHouse) of(seat answer) answer {
	h.t.Helper()
	return h.ask("GET", h.path("/own"), "", bearerOf(seat.str("seat"))...).want(h.t, 200)
}

func (h *ownHouse) onDisk(text string) bool {
	must(h.t, h.rooms.View(h.t.Context(), h.board.str("boardId"), func(*boards.Board) {})) // the room forgot before it looks
	return onDisk(h.t.(*testing.T), h.dir, text)
}

func painOp(id, text, step string) string {
	return fmt.Sprintf(`{"op":"put","kind":"pain","id":%q,"fields":{"text":%q,"step_id":%q}}`, id, text, step)
}

func ids(a answer, list string) (found []string) {
	for _, item := range a.json[list].([]any) {
		found = append(found, item.(map[string]any)["id"].(string))
	}
	return found
}

func TestOwnDataIsSeenByOneselfAlone(t *testing.T) {
	t.Parallel()
	h := openOwn(t)
	h.annsPage.push(1, painOp("pain-of-ann-00000001", "Niemand neemt de telefoon op", h.step))
	h.hostsPage.push(1, `{"op":"act","do":"open","id":"writing-round-000001","args":{"collect":"writing"}}`)
	h.annsPage.push(2, noteOp("sealed-note-0000001", "nog van mij alleen"))
	mine, his := h.of(h.ann), h.of(h.bob)
	if got := ids(mine, "shared"); len(got) != 1 || got[0] != "pain-of-ann-00000001" {
		t.Errorf("shared: %s", mine.body)
	}
	if got := ids(mine, "sealed"); len(got) != 1 || got[0] != "sealed-note-0000001" {
		t.Errorf("sealed: %s", mine.body)
	}
	if len(ids(his, "shared"))+len(ids(his, "sealed")) != 0 || strings.Contains(string(his.body), "telefoon") {
		t.Errorf("Bob sees %s", his.body)
	}
	if host := h.of(h.board); strings.Contains(string(host.body), "van mij alleen") {
		t.Errorf("the facilitator sees %s", host.body)
	}
	file := h.ask("GET", h.path("/own.json"), "", bearerOf(h.ann.str("seat"))...).want(t, 200)
	if !strings.Contains(file.header.Get("Content-Disposition"), "attachment") || !bytes.Contains(file.body, []byte("telefoon")) {
		t.Errorf("file: %s %s", file.header, file.body)
	}
	h.hostsPage.push(2, `{"op":"act","do":"reveal","id":"writing-round-000001"}`)
	after := h.of(h.ann)
	if strings.Contains(string(after.body), "van mij alleen") || after.json["unbound"] != true {
		t.Errorf("after the reveal: %s", after.body)
	}
	h.ask("GET", h.path("/own"), "").want(t, 404)
	projector := h.ask("POST", "/api/seat", fmt.Sprintf(`{"key":%q}`, h.board.str("projectorKey"))).want(t, 200)
	h.ask("GET", h.path("/own"), "", bearerOf(projector.str("seat"))...).want(t, 403)
}

func TestOneContributionGoesForGood(t *testing.T) {
	t.Parallel()
	h := openOwn(t)
	mark := "kanarie" + live.Random(10)
	h.annsPage.push(
		1,
		painOp("pain-of-ann-00000001", "Weg ermee "+mark, h.step),
		painOp("pain-of-ann-00000002", "Hier bouwt Bob op voort", h.step),
	)
	h.bobsPage.push(
		1,
		`{"op":"put","kind":"fix","id":"fix-of-bob-000000001","fields":{"text":"Bel de klant terug","pain_ids":["pain-of-ann-00000002"]}}`,
	)
	ann := bearerOf(h.ann.str("seat"))
	if a := h.ask("DELETE", h.path("/own/pain-of-ann-00000002"), "", ann...); a.status != 409 || a.code() != "in_use" {
		t.Errorf("what Bob built on: %d %s", a.status, a.body)
	}
	if a := h.ask("DELETE", h.path("/own/fix-of-bob-000000001"), "", ann...); a.status != 404 {
		t.Errorf("somebody else's: %d %s", a.status, a.body)
	}
	if !h.onDisk(mark) {
		t.Fatal("the test looks in the wrong place")
	}
	h.ask("DELETE", h.path("/own/pain-of-ann-00000001"), "", ann...).want(t, 204)
	if h.onDisk(mark) {
		t.Error("it is still in a file")
	}
	if got := ids(h.of(h.ann), "shared"); len(got) != 1 || got[0] != "pain-of-ann-00000002" {
		t.Errorf("left: %v", got)
	}
	if no := h.hostsPage.push(1, `{"op":"restore","id":"pain-of-ann-00000001"}`); no["code"] != "not_found" {
		t.Errorf("it could come back: %v", no)
	}
}

// Everything and the person: the seat closes, the name is in no file, and what others stand on stays without an author.
func TestSomebodyTakesBackEverything(t *testing.T) {
	t.Parallel()
	h := openOwn(t)
	mark, kept := "kanarie"+live.Random(10), "blijft"+live.Random(10)
	h.annsPage.push(
		1,
		painOp("pain-of-ann-00000001", "Weg ermee "+mark, h.step),
		painOp("pain-of-ann-00000002", "Hierop "+kept, h.step),
		`{"op":"put","kind":"parking_item","id":"parked-by-ann-000001","fields":{"text":"`+mark+`"}}`,
		`{"op":"put","kind":"fix","id":"fix-of-ann-000000001","fields":{"text":"Samen opgeschreven","owner_participant_id":"`+h.ann.str(
			"personId",
		)+`","owner_person":"`+h.name+`"}}`,
	)
	h.bobsPage.push(
		1,
		`{"op":"put","kind":"fix","id":"fix-of-bob-000000001","fields":{"text":"Bel de klant terug","pain_ids":["pain-of-ann-00000002"]}}`,
	)
	h.annsPage.push(2, painOp("pain-of-ann-00000003", "eerder gewist "+mark, h.step))
	h.annsPage.push(3, `{"op":"del","id":"pain-of-ann-00000003"}`)
	if !h.onDisk(mark) || !h.onDisk(h.name) {
		t.Fatal("the test looks in the wrong place")
	}
	h.ask("DELETE", h.path("/own"), "", bearerOf(h.ann.str("seat"))...).want(t, 204)
	if code := h.annsPage.closeCode(); code != live.CloseGone {
		t.Errorf("the page was closed with %d", code)
	}
	h.ask("GET", h.path("/own"), "", bearerOf(h.ann.str("seat"))...).want(t, 404)
	for _, gone := range []string{mark, h.name} {
		if h.onDisk(gone) {
			t.Errorf("%s is still in a file", gone)
		}
	}
	if !h.onDisk(kept) {
		t.Error("what Bob built on is gone")
	}
	export := h.ask("GET", h.path("/board.json"), "", bearerOf(h.board.str("seat"))...).want(t, 200).body
	if bytes.Contains(export, []byte(h.ann.str("personId"))) || !bytes.Contains(export, []byte("Samen opgeschreven")) {
		t.Errorf("the export: %s", export)
	}
	screen := h.screen(h.board, h.bob.str("seat")) // the board is whole, also when it is opened anew
	screen.push(1, noteOp(newID(), "verder"))
}

func TestFacilitatorErasesSomebody(t *testing.T) {
	t.Parallel()
	h := openOwn(t)
	h.annsPage.push(1, painOp("pain-of-ann-00000001", "Dit blijft van de groep", h.step))
	h.hostsPage.push(1, fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, h.ann.str("personId")))
	if code := h.annsPage.closeCode(); code != live.CloseGone {
		t.Errorf("the page was closed with %d", code)
	}
	if h.onDisk(h.name) {
		t.Error("the name is still in a file")
	}
	if !h.onDisk("Dit blijft van de groep") {
		t.Error("what was shared is gone")
	}
}

func TestFacilitatorSeesUntilWhenTheBoardStays(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixMilli()
	h := &ownHouse{house: openHouse(t, openSQLite(t, t.TempDir()), func(o *live.Options, _ *Config) {
		o.Keep = boards.Retention{Days: 90, Most: 180}
		o.Moment = func() boards.Moment { m := live.Now(); m.At = now; return m }
	})}
	h.board = h.create("blank")
	host := bearerOf(h.board.str("seat"))
	want := func(days, until float64, warn bool) {
		t.Helper()
		a := h.ask("GET", h.path("/keep"), "", host...).want(t, 200)
		if a.json["days"] != days || a.json["until"] != float64(now)+until*boards.Day || a.json["warn"] != warn || a.json["most"] != 180.0 {
			t.Errorf("answer %s", a.body)
		}
	}
	want(90, 90, false)
	now += 76 * boards.Day
	want(90, 14, true)
	page := h.screen(h.board, h.board.str("seat"))
	page.push(1, `{"op":"act","do":"keep","args":{"days":365}}`)
	want(180, 180, false)
	page.push(2, `{"op":"act","do":"keep","args":{"days":30}}`)
	want(30, 30, false)
	ann := h.join(h.board, "Ann")
	h.ask("GET", h.path("/keep"), "", bearerOf(ann.str("seat"))...).want(t, 403)
}
