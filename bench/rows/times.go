package main

import (
	"context"
	"fmt"
	"strings"
	"syscall"
	"time"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// times are the rows about clocks and days.
var times = []probe{{"T1", clockAhead}, {"T3", heldLater}, {"T4", hiddenPage}}

// ahead writes into the log of a server that was killed what it would have written with its clock an hour ahead.
func (h *house) ahead(b board, effects ...boards.Effect) {
	h.stop(syscall.SIGKILL)
	ctx := context.Background()
	log, err := oplog.OpenSQLite(ctx, h.data())
	must(err)
	defer log.Close()
	kept, err := log.Load(ctx, b.id)
	must(err)
	lines, err := log.Read(ctx, b.id, kept.Epoch, kept.Seq)
	must(err)
	if len(lines) == 0 {
		breakOff("the log has no line behind its snapshot")
	}
	last := lines[len(lines)-1]
	e := boards.Entry{V: boards.Version, At: time.Now().Add(time.Hour).UnixMilli(), Node: "ahead",
		Prev: boards.Chain(last.Data), Effects: effects}
	must(log.Append(ctx, b.id, kept.Epoch, last.Seq, e.Encode()))
}

// clockAhead: one edit while the clock is an hour ahead; it is right again, and a timer of five minutes starts.
func clockAhead(h *house) string {
	b := h.board("blank")
	l := h.line(b, b.seat)
	l.step("Bellen")
	h.ahead(b, boards.Effect{E: "set", ID: l.first("board"), Fields: boards.Fields{"organisation": "Een uur later"}})
	h.open()
	l = h.line(b, b.seat)
	l.do(act("timer", "", op{"state": "running", "minutes": 5}))
	timer := l.first("timer")
	if !l.sees(timer, "state", "running") {
		breakOff("the timer does not run")
	}
	text := l.record(timer).Str("ends_at")
	ends, err := time.Parse(time.RFC3339, text)
	must(err)
	long := time.Until(ends)
	return say(long > 6*time.Minute, "five minutes end in %.0f", long.Minutes())
}

// heldLater: a board that was made today is held in three weeks.
func heldLater(h *house) string {
	b := h.board("lease")
	l := h.line(b, b.seat)
	fix := id()
	l.do(put("fix", fix, op{"text": "Bel de klant dezelfde dag terug", "status": "agreed"}))
	before := encode(l.shown(fix).Fields["check_dates"])
	l.do(set(l.first("board"), op{"date": time.Now().AddDate(0, 0, 21).Format(time.DateOnly)}))
	for range 100 {
		if encode(l.record(fix).Fields["check_dates"]) != before {
			return ""
		}
		time.Sleep(10 * time.Millisecond)
	}
	return fmt.Sprintf("look-back days stay %s", before)
}

// hiddenPage: a phone that says nobody looks at it.
func hiddenPage(h *house) string {
	b := h.board("blank")
	ann := h.join(b, "Ann", h.departments(b)[0])
	desk, phone := h.line(b, b.seat), h.line(b, ann.str("seat"))
	is := func(word string) func(frame) bool {
		return func(f frame) bool {
			return f.Type == "here" && strings.Contains(f.raw, fmt.Sprintf(`%q,"online":%s`, ann.str("personId"), word))
		}
	}
	desk.await("Ann", is("true"))
	phone.send(op{"type": "here", "at": nil, "hidden": true})
	_, away := desk.within(4*time.Second, is("false"))
	return say(!away, "present for everybody, whatever it says")
}
