package boards

import (
	"fmt"
	"slices"
	"testing"
)

// D6: a fresh page id per push, put and delete for hours: what the board remembers of it stays small, and the log tells the same.
func TestD6WhatABoardRemembersStaysSmall(t *testing.T) {
	w := newWorld(t)
	last := ""
	for n := range mostGone + 300 {
		last = w.id()
		d := w.b.Trial(w.now())
		push := Push{Client: fmt.Sprint("page-", n), N: 1, Ops: []Op{put("note", last, Fields{"text": "x"}), del(last)}}
		if v := d.Push(push, w.actor(w.bob)); v.Refusal != nil {
			t.Fatal(v.Refusal)
		}
		w.keep(d)
	}
	if pages := len(w.b.clients); pages > mostPages+64 {
		t.Errorf("%d pages", pages)
	}
	if gone := len(w.b.gone); gone > mostGone+64 {
		t.Errorf("%d tombstones", gone)
	}
	if lastN, _ := w.b.LastN(w.bob, fmt.Sprint("page-", mostGone+299)); lastN != 1 {
		t.Error("the newest page was forgotten")
	}
	w.do(w.bob, restoreOp(last))
	w.checkReplay()
}

// What fell together comes back together, or not at all; the last deletion always can.
func TestD6ADeletionIsForgottenWhole(t *testing.T) {
	w := newWorld(t)
	bury := func(at int64, n int) {
		for i := range n {
			id := fmt.Sprint(at, "-", i)
			w.b.gone[id] = tombstone{Record: &Record{ID: id, Kind: "note"}, With: fmt.Sprint(at, "-0"), At: at}
		}
	}
	bury(1, 300)
	bury(2, mostGone-100)
	w.b.fewTombstones()
	if len(w.b.deletedWith("1-0")) != 0 || len(w.b.deletedWith("2-0")) != mostGone-100 {
		t.Errorf("%d and %d left", len(w.b.deletedWith("1-0")), len(w.b.deletedWith("2-0")))
	}
	bury(3, mostGone+5)
	w.b.fewTombstones()
	var moments []int64
	for _, stone := range w.b.gone {
		if !slices.Contains(moments, stone.At) {
			moments = append(moments, stone.At)
		}
	}
	if !slices.Equal(moments, []int64{3}) || len(w.b.gone) != mostGone+5 {
		t.Errorf("moments %v, %d left", moments, len(w.b.gone))
	}
}
