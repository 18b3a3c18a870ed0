package boards

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// M1 on boards of an earlier program: what had been merged into a deleted pain stayed hidden for good.
func TestM1PainsUnderNothingAreFreedWhenABoardOpens(t *testing.T) {
	w := newWorld(t)
	w.do(w.host, actOp("merge", w.pain, map[string]any{"into": w.painBob}))
	if w.b.Stale() {
		t.Error("a merge that stands needs no mending")
	}
	w.b.replace(w.painBob, nil) // as it was deleted then
	if !w.b.Stale() {
		t.Fatal("nobody sees that the pain is hidden")
	}
	w.start, w.log = w.b.Snapshot(), nil
	w.server(actOp("mend", "", nil))
	if into := w.b.Get(w.pain).Str("merged_into"); into != "" || w.b.Stale() {
		t.Errorf("merged into %q", into)
	}
	w.checkReplay()
}

// M8: a department became part of another, and what it answered to a poll kept the id of what was gone.
func TestM8APollGoesAlongWithItsDepartment(t *testing.T) {
	w := newWorld(t)
	answers := map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8, 8)
	w.crowd(answers, w.store, 5, 5, 5)
	w.crowd(answers, w.care, 1, 2, 3)
	w.polled(answers)
	result := func() []PollDepartment { return Read[PollResult](w.b.All("poll_result")[0]).Departments }
	w.do(w.host, actOp("merge", w.store, map[string]any{"into": w.shop}))
	i := slices.IndexFunc(result(), func(d PollDepartment) bool { return d.DepartmentID == w.shop })
	if list := result(); len(list) != 2 || i < 0 || list[i].N != 7 || list[i].Items[0].N != 7 || *list[i].Items[0].Mean != 7 {
		t.Errorf("%+v", list)
	}
	w.do(w.host, actOp("merge", w.care, map[string]any{"into": w.spare}))
	if list := result(); slices.ContainsFunc(list, func(d PollDepartment) bool { return d.DepartmentID == w.care }) || len(list) != 2 {
		t.Errorf("%+v", list)
	}
	again := map[string]int{}
	for _, person := range sortedKeys(answers)[1:] {
		again[person] = 4
	}
	if w.polled(again).Shown {
		t.Error("one person less would tell what that one answered, also when departments became one")
	}
	w.checkReplay()
}

// Q7: who left stood on in what the server keeps of polls. Their sign there still keeps the next poll from telling of them.
func TestQ7WhoLeftIsInNoPoll(t *testing.T) {
	w := newWorld(t)
	answers := map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8, 8, 7, 7)
	w.polled(answers)
	left := sortedKeys(answers)[0]
	w.server(actOp("erase", left, nil))
	if strings.Contains(string(encode(w.b.All("poll_voters"))), left) {
		t.Error("the id of who left is kept")
	}
	delete(answers, left)
	if w.polled(answers).Shown {
		t.Error("the next poll tells what they answered")
	}
	w.checkReplay()

	w = newWorld(t) // who left under an earlier program
	answers = map[string]int{}
	w.crowd(answers, w.shop, 9, 9, 8, 8, 7, 7)
	w.polled(answers)
	left = sortedKeys(answers)[0]
	w.b.replace(left, nil)
	w.start, w.log = w.b.Snapshot(), nil
	w.server(actOp("mend", "", nil))
	if w.b.Stale() || bytes.Contains(encode(w.b.All("poll_voters")), []byte(left)) {
		t.Error("the id of who left is kept")
	}
	w.checkReplay()
}
