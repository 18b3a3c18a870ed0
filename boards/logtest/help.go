package logtest

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"muntsaus/boards"
)

const epoch = "first-lineage"

// claim makes a board whose join code is its id in brackets.
func claim(t *testing.T, s Stores, board string) {
	t.Helper()
	card := boards.Card{Board: board, JoinCode: "[" + board + "]", Created: 1700000000000}
	must(t, s.Claim(t.Context(), card, boards.Snapshot{Epoch: epoch, Data: []byte("start")}))
}

// text is the entry that tests put at a number of a board.
func text(board string, seq uint64) []byte { return fmt.Appendf(nil, "%s %d", board, seq) }

// fill appends the entries after+1 to last.
func fill(t *testing.T, s Stores, board string, after, last uint64) {
	t.Helper()
	for seq := after; seq < last; seq++ {
		must(t, s.Append(t.Context(), board, epoch, seq, text(board, seq+1)))
	}
}

// wantLines checks that the board has exactly the entries after+1 to last, as fill writes them.
func wantLines(t *testing.T, s Stores, board string, after, last uint64) {
	t.Helper()
	lines, err := s.Read(t.Context(), board, epoch, after)
	must(t, err)
	if uint64(len(lines)) != last-after {
		t.Fatalf("board %s after %d: %d entries, want %d", board, after, len(lines), last-after)
	}
	for i, line := range lines {
		wantLine(t, line, after+1+uint64(i), text(board, after+1+uint64(i)))
	}
}

func wantLine(t *testing.T, got boards.LogLine, seq uint64, data []byte) {
	t.Helper()
	if got.Seq != seq {
		t.Fatalf("entry has number %d, want %d", got.Seq, seq)
	}
	if !bytes.Equal(got.Data, data) {
		t.Fatalf("entry %d: %d bytes %.40q, want %d bytes %.40q", seq, len(got.Data), got.Data, len(data), data)
	}
}

func wantSnapshot(t *testing.T, s Stores, board string, want boards.Snapshot) {
	t.Helper()
	got, err := s.Load(t.Context(), board)
	must(t, err)
	if got.Epoch != want.Epoch || got.Seq != want.Seq || !bytes.Equal(got.Data, want.Data) {
		t.Fatalf("snapshot of %s: %+.60v, want %+.60v", board, got, want)
	}
}

func snapshot(seq uint64) boards.Snapshot {
	return boards.Snapshot{Epoch: epoch, Seq: seq, Data: fmt.Appendf(nil, "whole board at %d", seq)}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Fatalf("%s: %v, want %v", what, got, want)
	}
}
