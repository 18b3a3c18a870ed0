package main

import "strings"

// claims are the rows about what screens and paper said that was not so.
var claims = []probe{{"R1", deniedScores}, {"R2", statesLeftOut}, {"R3", halfRounded}, {"R4", claimedUnasked}, {"R5", oneOfTwoLowest}}

// table seats so many people, in the first departments of the board.
func (h *house) table(b board, count int) (seats []*line) {
	departments := h.departments(b)
	for i := range count {
		seats = append(seats, h.line(b, h.join(b, "Deelnemer "+string(rune('A'+i)), departments[i]).str("seat")))
	}
	return seats
}

// scored lets everybody give the same scores to the first steps, and shows them.
func scored(desk *line, people []*line, values []int) {
	steps := desk.all("step")
	desk.asked(op{"collect": "rating"}, func(round string) {
		for _, l := range people {
			for i, value := range values {
				l.do(put("rating", id(), op{"round_id": round, "step_id": steps[i].ID, "value": value}))
			}
		}
	})
}

// said gives the words of the Dutch report.
func (h *house) said(b board) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(h.file(b, "report?lang=nl"), " ")), " ")
}

// deniedScores: a workshop that scored, and the page about what was seen.
func deniedScores(h *house) string {
	b := h.board("lease")
	scored(h.line(b, b.seat), h.table(b, 3), []int{1, -2, 0, -1})
	text := h.said(b)
	if !strings.Contains(text, "laagste") {
		breakOff("the scores are not on paper at all")
	}
	const no = "nog niet gescoord"
	before, _, denied := strings.Cut(text, no)
	return say(denied, "after a round: “%s%s”", last(before, 30), no)
}

// statesLeftOut: nobody knows of the first step, one department alone claims the second.
func statesLeftOut(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	people := h.table(b, 2)
	steps := desk.all("step")
	desk.asked(op{"collect": "ownership_claim"}, func(round string) {
		claim := func(l *line, step int, answer string) {
			l.do(put("ownership_claim", id(), op{"round_id": round, "step_id": steps[step].ID, "answer": answer}))
		}
		claim(people[0], 0, "unknown")
		claim(people[1], 0, "unknown")
		claim(people[0], 1, "own")
	})
	ownership, _ := h.get(b.path+"/insights", b.seat).ok().fields["ownership"].(map[string]any)
	var left []string
	for i, name := range []string{"“weet ik niet” twice", "one department's claim"} {
		listed := false
		for _, state := range []string{"unowned", "contested", "clear", "unknown"} {
			listed = listed || strings.Contains(encode(ownership[state]), steps[i].ID)
		}
		if !listed {
			left = append(left, name)
		}
	}
	return say(len(left) > 0, "in no list: %s", strings.Join(left, ", "))
}

// claimedUnasked: a vote on pains that nobody gave a weight.
func claimedUnasked(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	people := h.table(b, 3)
	step := desk.first("step")
	pains := []string{desk.pain(step, "Negen dagen stilte"), desk.pain(step, "Twee keer hetzelfde formulier")}
	desk.asked(op{"collect": "vote", "item_ids": pains}, func(round string) {
		for _, l := range people {
			l.do(put("vote", id(), op{"round_id": round, "item_id": pains[0], "count": 2}))
		}
	})
	text := h.said(b)
	const no = "Elk ernstig pijnpunt kreeg een stip"
	return say(strings.Contains(text, no), "no pain has a weight: “%s”", no)
}

// oneOfTwoLowest: two steps are equally low.
func oneOfTwoLowest(h *house) string {
	b := h.board("lease")
	scored(h.line(b, b.seat), h.table(b, 2), []int{-2, 1, -2, 0})
	named := strings.Count(h.said(b), "laagste −2")
	return say(named == 1, "one of two steps at −2 is called the lowest")
}
