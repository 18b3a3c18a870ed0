package web

import (
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// stores runs a test over the log in memory and over the one on disk.
func stores(t *testing.T, test func(t *testing.T, h *house), settings ...setting) {
	t.Run("memory", func(t *testing.T) { test(t, openHouse(t, oplog.NewMemory(), settings...)) })
	t.Run("sqlite", func(t *testing.T) {
		s := openSQLite(t, t.TempDir())
		h := openHouse(t, s, settings...)
		t.Cleanup(func() { h.close(); must(t, s.Close()) })
		test(t, h)
	})
}

func TestOneEditReachesEverybody(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("blank")
		ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
		a, b := h.screen(board, ann.str("seat")), h.screen(board, bob.str("seat"))
		id := newID()
		mine := a.push(1, noteOp(id, "Hallo"))
		if mine["type"] != "yours" || mine["seq"] == nil {
			t.Fatalf("answer %v", mine)
		}
		entry := b.next("entries")
		if got := fmt.Sprint(entry); !strings.Contains(got, "Hallo") || strings.Contains(got, ann.str("personId")) {
			t.Fatalf("entry %v", got)
		}
		if seq := entry["entries"].([]any)[0].(map[string]any)["seq"]; seq != mine["seq"] {
			t.Fatalf("shown by entry %v, acknowledged with %v", seq, mine["seq"])
		}
		if own := a.next("entries"); fmt.Sprint(own) != fmt.Sprint(entry) {
			t.Fatalf("author saw %v", own)
		}
	})
}

func TestB4SamePushIsAnsweredTwiceAndAppliedOnce(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	a := h.screen(board, board.str("seat"))
	op := noteOp(newID(), "een keer")
	first := a.push(1, op)
	again := a.push(1, op)
	if first["type"] != "yours" || again["type"] != "yours" || again["seq"] != nil {
		t.Fatalf("first %v, again %v", first, again)
	}
	b := h.screen(board, board.str("seat"))
	if n := strings.Count(string(b.recorded()), "een keer"); n != 1 {
		t.Fatalf("%d notes", n)
	}
	skipped := a.push(5, noteOp(newID(), "vijf"))
	late := a.push(3, noteOp(newID(), "drie"))
	if skipped["type"] != "yours" || late["type"] != "refused" {
		t.Fatalf("skipped %v, late %v", skipped, late)
	}
}

func TestB5RefusedPushLeavesNoTrace(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	a := h.screen(board, h.join(board, "Ann").str("seat"))
	no := a.push(1, noteOp(newID(), "half"), `{"op":"put","kind":"nothing","id":"`+newID()+`","fields":{}}`)
	if no["type"] != "refused" || no["code"] != "unknown_kind" || no["op"] != 1.0 || no["message"] == "" {
		t.Fatalf("answer %v", no)
	}
	if unread := a.push(2, `{"op":"dance"}`); unread["type"] != "refused" || unread["code"] != "bad_request" {
		t.Fatalf("answer %v", unread)
	}
	if yes := a.push(3, noteOp(newID(), "heel")); yes["type"] != "yours" {
		t.Fatalf("answer %v", yes)
	}
	b := h.screen(board, board.str("seat"))
	if strings.Contains(string(b.recorded()), "half") {
		t.Fatal("half a push is on the board")
	}
}

// since gives the resume point of a welcome or entries frame.
func since(epoch any, seq, tail any) string {
	return fmt.Sprintf(`{"epoch":%q,"seq":%v,"tail":%q}`, epoch, seq, tail)
}

func TestResumeGivesExactlyWhatWasMissed(t *testing.T) {
	t.Parallel()
	stores(t, func(t *testing.T, h *house) {
		board := h.create("restaurant")
		a := h.screen(board, board.str("seat"))
		a.push(1, noteOp(newID(), "gezien"))
		seen := a.next("entries")
		b, err := h.dial(board.str("boardId"), board.str("seat"))
		must(t, err)
		epoch := b.hello("")["epoch"]
		a.push(2, noteOp(newID(), "gemist"))
		at := seen["entries"].([]any)[0].(map[string]any)["seq"]
		w := b.hello(since(epoch, at, seen["tail"]))
		if got := fmt.Sprint(w["entries"]); len(w["entries"].([]any)) != 1 || !strings.Contains(got, "gemist") ||
			strings.Contains(got, "gezien") {
			t.Fatalf("resumed with %v", got)
		}
		if w := b.hello(since(epoch, w["seq"], w["tail"])); len(w["records"].([]any)) != 0 || len(w["entries"].([]any)) != 0 {
			t.Fatalf("nothing was missed, got %v", w)
		}
		for what, from := range map[string]string{"unknown epoch": since("other", at, ""), "other tail": since(epoch, at, "feedfeedfeedfeed"),
			"a number to come": since(epoch, 9999, "")} {
			if w := b.hello(from); len(w["records"].([]any)) < 20 {
				t.Errorf("%s: %v", what, w)
			}
		}
	})
}

func TestReopenedBoardIsTheSame(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openSQLite(t, dir)
	h := openHouse(t, s)
	board := h.create("restaurant")
	a := h.screen(board, board.str("seat"))
	for n := 1; n <= 30; n++ {
		a.push(n, noteOp(newID(), fmt.Sprint("notitie ", n)))
	}
	b := h.screen(board, board.str("seat"))
	before := b.hello("")
	h.close()
	if code := b.closeCode(); code != 1012 {
		t.Fatalf("closed with %d", code)
	}
	must(t, s.Close())
	s = openSQLite(t, dir)
	defer s.Close()
	h = openHouse(t, s)
	c := h.screen(board, board.str("seat"))
	after := c.hello("")
	for _, part := range []string{"epoch", "seq", "tail", "records"} {
		if fmt.Sprint(before[part]) != fmt.Sprint(after[part]) {
			t.Errorf("%s: %v before, %v after", part, before[part], after[part])
		}
	}
	w := c.hello(since(before["epoch"], before["seq"].(float64)-3, ""))
	if len(w["entries"].([]any)) != 3 {
		t.Fatalf("resumed over the restart with %v", w["entries"])
	}
	h.close()
}

func TestOlderPagesOutbox(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	a := h.screen(board, board.str("seat"))
	a.push(1, noteOp(newID(), "eerste"))
	b, err := h.dial(board.str("boardId"), board.str("seat"))
	must(t, err)
	b.send(fmt.Sprintf(`{"type":"hello","client":%q,"clients":[%q],"language":"en"}`, b.page, a.page))
	w := b.welcome()
	if got := fmt.Sprint(w["lastNs"].(map[string]any)[a.page]); !strings.Contains(got, "lastN:1") {
		t.Fatalf("lastNs %v", w["lastNs"])
	}
	b.send(fmt.Sprintf(`{"type":"push","n":2,"client":%q,"ops":[%s]}`, a.page, noteOp(newID(), "tweede")))
	if mine := b.answerTo(2); mine["client"] != a.page {
		t.Fatalf("answer %v", mine)
	}
}

func TestRemovedPersonIsClosed(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann := h.join(board, "Ann")
	host, a := h.screen(board, board.str("seat")), h.screen(board, ann.str("seat"))
	host.push(1, fmt.Sprintf(`{"op":"act","do":"remove","id":%q}`, ann.str("personId")))
	if code := a.closeCode(); code != 4001 {
		t.Fatalf("closed with %d", code)
	}
	h.ask("GET", "/api/boards/"+board.str("boardId")+"/me", "", bearerOf(ann.str("seat"))...).want(t, 404)
	if _, err := h.dial(board.str("boardId"), ann.str("seat")); err == nil || !strings.Contains(err.Error(), "404") {
		t.Fatalf("dial: %v", err)
	}
}

func TestPresence(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann := h.join(board, "Ann")
	host := h.screen(board, board.str("seat"))
	a := h.screen(board, ann.str("seat"))
	about := func(is func(map[string]any) bool) func(map[string]any) bool {
		return func(f map[string]any) bool {
			if f["type"] != "here" {
				return false
			}
			for _, p := range f["people"].([]any) {
				if p := p.(map[string]any); p["personId"] == ann.str("personId") && is(p) {
					return true
				}
			}
			return false
		}
	}
	host.wait("Ann online", about(func(p map[string]any) bool { return p["online"] == true }))
	id := newID()
	a.push(1, noteOp(id, "hier"))
	a.send(fmt.Sprintf(`{"type":"here","at":%q,"typing":true,"field":"text"}`, id))
	host.wait("Ann typing", about(func(p map[string]any) bool { return p["at"] == id && p["typing"] == true && p["field"] == "text" }))
	a.conn.Close()
	host.wait("Ann gone", about(func(p map[string]any) bool { return p["online"] == false }))
}
