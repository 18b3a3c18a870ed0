package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// hands are the rows about many people at one board.
var hands = []probe{{"M1", mergeTarget}, {"M3", secondPerson}, {"M4", stepOfOthers}, {"M7", closedLaptop}, {"M8", answeredDepartment},
	{"M12", longVote}}

// mergeTarget: A is merged into B, and B is deleted.
func mergeTarget(h *house) string {
	b := h.board("blank")
	l := h.line(b, b.seat)
	step := l.step("Bellen")
	a, into := l.pain(step, "Niemand neemt op"), l.pain(step, "De lijn is bezet")
	l.do(act("merge", a, op{"into": into}))
	if !l.sees(a, "merged_into", into) {
		breakOff("not merged")
	}
	l.do(del(into))
	l.gone(into)
	return say(!l.sees(a, "merged_into", nil), "the merged pain stays under one that is gone")
}

// secondPerson: a second person joins at the browser of a first.
func secondPerson(h *house) string {
	b := h.board("blank")
	body := func(name string, more string) string {
		return fmt.Sprintf(`{"name":%q,"departmentId":%q%s}`, name, h.departments(b)[0], more)
	}
	ann := h.ask("POST", "/api/join/"+b.str("joinCode"), "", body("Ann", "")).ok()
	cookies := (&http.Response{Header: ann.head}).Cookies()
	if len(cookies) == 0 {
		breakOff("no cookie")
	}
	bob := h.ask("POST", "/api/join/"+b.str("joinCode"), "", body("Bob", `,"another":true`), "Origin", h.url,
		"Cookie", cookies[0].Name+"="+cookies[0].Value)
	other := bob.status == http.StatusCreated && bob.str("personId") != ann.str("personId")
	return say(!other, "no way to say that somebody else sits here: %d %s", bob.status, bob.code())
}

// stepOfOthers: somebody deletes a step that holds a card of another, who wants it back.
func stepOfOthers(h *house) string {
	b := h.board("blank")
	bob := h.line(b, h.join(b, "Bob", h.departments(b)[1]).str("seat"))
	desk := h.line(b, b.seat)
	step := desk.step("Betalen")
	bob.shown(step)
	note := id()
	bob.do(put("note", note, op{"step_id": step, "text": "de rekening klopt niet"}))
	desk.do(del(step))
	bob.gone(note)
	code, _ := bob.push(restore(note))
	return say(code != "", "its author may not bring it back: %s", code)
}

// closedLaptop: three are asked, two are done, the third closes the laptop.
func closedLaptop(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	var people []*line
	for n, name := range []string{"Ann", "Bob", "Cor"} {
		people = append(people, h.line(b, h.join(b, name, h.departments(b)[n%2]).str("seat")))
	}
	round := id()
	desk.do(act("open", round, op{"collect": "rating"}))
	for _, l := range people {
		l.shown(round)
	}
	people[2].conn.Close()
	for _, l := range people[:2] {
		l.do(act("ready", round, nil))
	}
	_, enough := desk.within(6*time.Second, func(f frame) bool {
		return f.Type == "ready" && strings.Contains(f.raw, `"ready":2`) &&
			(strings.Contains(f.raw, `"of":2`) || strings.Contains(f.raw, `"away":1`))
	})
	last, _ := desk.find(func(f frame) bool { return f.Type == "ready" && strings.Contains(f.raw, `"ready":2`) })
	return say(!enough, "it goes on waiting: %s", last.raw)
}

// answeredDepartment: hands of a department were counted, then it is deleted.
func answeredDepartment(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	step, department := desk.first("step"), id()
	desk.do(put("department", department, op{"name": "Garage", "stage": "back"}))
	desk.asked(op{"collect": "rating"}, func(round string) {
		answer := put("rating", id(), op{"round_id": round, "step_id": step, "value": 1})
		answer["for"] = op{"department_id": department, "hands": 3}
		desk.do(answer)
	})
	code, _ := desk.push(del(department))
	return say(code == "", "deleted, the answers keep its dead id")
}

// longVote: of 101 pains a vote is opened.
func longVote(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	step := desk.first("step")
	var items []string
	for n := range 101 {
		items = append(items, desk.pain(step, fmt.Sprint("nog iets dat wringt, ", n)))
	}
	_, long := desk.push(act("open", id(), op{"collect": "vote", "item_ids": items}))
	_, text := desk.push(put("note", id(), op{"text": strings.Repeat("x", 300)}))
	return say(long == "" || long == text, "a list of 101 pains is told: %s", long)
}
