package web

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"muntsaus/server/oplog"
)

// filesOf gives the list of files, by what they are for.
func filesOf(h *house, board, seat string) map[string]map[string]any {
	h.t.Helper()
	var lines []map[string]any
	must(h.t, json.Unmarshal(h.ask("GET", "/api/boards/"+board+"/files", "", bearerOf(seat)...).want(h.t, 200).body, &lines))
	found := map[string]map[string]any{}
	for _, line := range lines {
		found[line["use"].(string)] = line
	}
	return found
}

// method.md 4.0: who leads takes everything along at any time; who took part the report and the lists once the workshop is closed, unless
// the board keeps them; a guest never. The list says just what the addresses give.
func TestWhoTakesWhatAlong(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	c := h.cast()
	id := c.board.str("boardId")
	host := h.screen(c.board, c.seats["facilitator"])
	shop := host.first("board")
	takes := func(when string, want map[string]bool) {
		t.Helper()
		for who, along := range want {
			listed := filesOf(h, id, c.seats[who])
			if _, ok := listed["page"]; ok != along || listed["board"] == nil {
				t.Errorf("%s, %s: %v", when, who, listed)
			}
			for _, line := range listed {
				a := h.ask("GET", line["href"].(string), "", bearerOf(c.seats[who])...)
				name := a.header.Get("Content-Disposition")
				if a.status != 200 || !strings.Contains(name, fmt.Sprintf("filename=%q", line["name"])) {
					t.Errorf("%s, %s: %v is %d %s", when, who, line, a.status, name)
				}
			}
			if a := h.ask("GET", "/api/boards/"+id+"/report", "", bearerOf(c.seats[who])...); (a.status == 200) != along {
				t.Errorf("%s, %s: the report is %d", when, who, a.status)
			}
		}
	}
	takes("while it runs", map[string]bool{"facilitator": true, "co_facilitator": true, "participant": false, "observer": false, "guest": false})
	host.push(3, `{"op":"act","do":"close"}`)
	takes("closed", map[string]bool{"facilitator": true, "participant": true, "observer": true, "guest": false, "screen": false})
	host.push(4, fmt.Sprintf(`{"op":"set","id":%q,"fields":{"set_files_kept":true}}`, shop))
	takes("kept to who leads", map[string]bool{"facilitator": true, "participant": false})
}

func TestOwnDates(t *testing.T) {
	t.Parallel()
	h := openHouse(t, oplog.NewMemory())
	board := h.create("blank")
	ann, bob := h.join(board, "Ann"), h.join(board, "Bob")
	host := h.screen(board, board.str("seat"))
	fix := func(n int, text, owner string) {
		host.push(n, fmt.Sprintf(`{"op":"put","kind":"fix","id":%q,"fields":{"text":%q,"owner_person":"x","owner_participant_id":%q,"due_date":"2027-02-03","status":"agreed"}}`,
			newID(), text, owner))
	}
	fix(1, "Bel iedereen terug", ann.str("personId"))
	fix(2, "Schrap het formulier", bob.str("personId"))
	if filesOf(h, board.str("boardId"), ann.str("seat"))["own"] == nil || filesOf(h, board.str("boardId"), board.str("seat"))["own"] != nil {
		t.Error("own dates are listed for who owns something")
	}
	file := string(h.ask("GET", "/api/boards/"+board.str("boardId")+"/own.ics", "", bearerOf(ann.str("seat"))...).want(t, 200).body)
	if !strings.Contains(file, "Bel iedereen terug") || strings.Contains(file, "Schrap") || !strings.Contains(file, "20270203") {
		t.Error(file)
	}
}
