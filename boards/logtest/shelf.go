package logtest

import (
	"slices"
	"testing"

	"muntsaus/boards"
)

func claimAndFind(t *testing.T, s Stores) {
	first := boards.Snapshot{Epoch: epoch, Seq: 3, Data: []byte("made")}
	must(t, s.Claim(t.Context(), boards.Card{Board: "b", JoinCode: "482913", Created: 5}, first))
	wantSnapshot(t, s, "b", first)
	wantFound(t, s, "482913", "b")
	for _, code := range []string{"", "48291", "4829130", "b"} {
		_, err := s.Find(t.Context(), code)
		wantErr(t, "find of an unknown code", err, boards.ErrGone)
	}
}

func wantFound(t *testing.T, s Stores, code, board string) {
	t.Helper()
	got, err := s.Find(t.Context(), code)
	must(t, err)
	if got != board {
		t.Fatalf("code %s opens %q, want %q", code, got, board)
	}
}

func codeTaken(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 1)
	intruder := boards.Snapshot{Epoch: "another", Data: []byte("intruder")}
	wantErr(t, "claim of a taken code", s.Claim(t.Context(), boards.Card{Board: "c", JoinCode: "[b]"}, intruder), boards.ErrTaken)
	wantErr(t, "claim of a taken board", s.Claim(t.Context(), boards.Card{Board: "b", JoinCode: "new"}, intruder), boards.ErrTaken)
	wantGone(t, s, "c")
	_, err := s.Find(t.Context(), "new")
	wantErr(t, "find of the refused code", err, boards.ErrGone)
	wantFound(t, s, "[b]", "b")
	wantLines(t, s, "b", 0, 1)
}

func anotherCode(t *testing.T, s Stores) {
	claim(t, s, "b")
	claim(t, s, "other")
	wantErr(t, "a code in use", s.Recode(t.Context(), "b", "[other]"), boards.ErrTaken)
	wantErr(t, "no such board", s.Recode(t.Context(), "nobody", "FRESH"), boards.ErrGone)
	wantFound(t, s, "[b]", "b")
	must(t, s.Recode(t.Context(), "b", "FRESH"))
	wantFound(t, s, "FRESH", "b")
	_, err := s.Find(t.Context(), "[b]")
	wantErr(t, "find of the old code", err, boards.ErrGone)
	must(t, s.Recode(t.Context(), "other", "[b]")) // the old one is free again
	cards, err := s.List(t.Context())
	must(t, err)
	codes := map[string]string{}
	for _, card := range cards {
		codes[card.Board] = card.JoinCode
	}
	if len(cards) != 2 || codes["b"] != "FRESH" || codes["other"] != "[b]" {
		t.Fatalf("cards %v", cards)
	}
	must(t, s.Delete(t.Context(), "b"))
	_, err = s.Find(t.Context(), "FRESH")
	wantErr(t, "find after the end", err, boards.ErrGone)
}

func listOrder(t *testing.T, s Stores) {
	want := []boards.Card{
		{Board: "y", JoinCode: "1", Created: -5}, {Board: "x", JoinCode: "2", Created: 10},
		{Board: "z", JoinCode: "3", Created: 1700000000001},
	}
	for _, i := range []int{2, 0, 1} {
		must(t, s.Claim(t.Context(), want[i], boards.Snapshot{Epoch: epoch}))
	}
	got, err := s.List(t.Context())
	must(t, err)
	if !slices.Equal(got, want) {
		t.Fatalf("list %v, want %v", got, want)
	}
}

func deleteAll(t *testing.T, s Stores) {
	claim(t, s, "b")
	claim(t, s, "stays")
	fill(t, s, "b", 0, 5)
	must(t, s.Save(t.Context(), "b", snapshot(3), false))
	must(t, s.Delete(t.Context(), "b"))
	wantGone(t, s, "b")
	_, err := s.Find(t.Context(), "[b]")
	wantErr(t, "find", err, boards.ErrGone)
	cards, err := s.List(t.Context())
	must(t, err)
	if len(cards) != 1 || cards[0].Board != "stays" {
		t.Fatalf("list after delete: %v", cards)
	}
}

// wantGone tries every call that names a board.
func wantGone(t *testing.T, s Stores, board string) {
	t.Helper()
	_, err := s.Read(t.Context(), board, epoch, 0)
	wantErr(t, "read", err, boards.ErrGone)
	_, err = s.Load(t.Context(), board)
	wantErr(t, "load", err, boards.ErrGone)
	wantErr(t, "append", s.Append(t.Context(), board, epoch, 0, []byte("x")), boards.ErrGone)
	wantErr(t, "append after 5", s.Append(t.Context(), board, epoch, 5, []byte("x")), boards.ErrGone)
	wantErr(t, "save", s.Save(t.Context(), board, snapshot(0), false), boards.ErrGone)
	wantErr(t, "save with forget", s.Save(t.Context(), board, snapshot(5), true), boards.ErrGone)
	wantErr(t, "delete", s.Delete(t.Context(), board), boards.ErrGone)
}

// deleteFrees uses the code again, and the id as far as the store gives it out again: it may keep the id of a deleted
// board for a while, so that other nodes see the end. Nothing of the first life may show.
func deleteFrees(t *testing.T, s Stores) {
	claim(t, s, "b")
	fill(t, s, "b", 0, 5)
	must(t, s.Delete(t.Context(), "b"))
	must(t, s.Claim(t.Context(), boards.Card{Board: "c", JoinCode: "[b]"}, boards.Snapshot{Epoch: epoch}))
	wantFound(t, s, "[b]", "c")
	wantLines(t, s, "c", 0, 0)
	second := boards.Snapshot{Epoch: "second-lineage", Seq: 2, Data: []byte("imported")}
	if err := s.Claim(t.Context(), boards.Card{Board: "b", JoinCode: "again"}, second); err != nil {
		wantErr(t, "claim of a deleted board's id", err, boards.ErrTaken)
		return
	}
	wantSnapshot(t, s, "b", second)
	wantErr(t, "append of the first life", s.Append(t.Context(), "b", epoch, 5, nil), boards.ErrEpoch)
	must(t, s.Append(t.Context(), "b", "second-lineage", 2, []byte("on")))
	lines, err := s.Read(t.Context(), "b", "second-lineage", 2)
	must(t, err)
	if len(lines) != 1 {
		t.Fatalf("%d entries in the second life, want 1", len(lines))
	}
	wantLine(t, lines[0], 3, []byte("on"))
}

func ready(t *testing.T, s Stores) {
	must(t, s.Ready(t.Context()))
	claim(t, s, "b")
	fill(t, s, "b", 0, 1)
	must(t, s.Ready(t.Context()))
	wantLines(t, s, "b", 0, 1)
}
