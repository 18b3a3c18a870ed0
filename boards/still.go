package boards

import (
	"maps"
	"slices"
)

// Still is a board as it was at one moment. Records are never changed in place, so taking one costs a list of pointers; what it takes to
// look things up in it is done by whoever needs it, away from the room.
type Still struct {
	board   Board
	records []*Record
}

// Still takes the board as it is now.
func (b *Board) Still() Still {
	s := Still{board: Board{ID: b.ID, Epoch: b.Epoch, Seq: b.Seq, At: b.At, Chain: b.Chain, Shared: b.Shared, SharedAt: b.SharedAt,
		Tail:    b.Tail,
		Sealing: b.Sealing, owners: maps.Clone(b.owners)}}
	s.records = slices.AppendSeq(make([]*Record, 0, len(b.records)), maps.Values(b.records))
	return s
}

// Board gives a board to read: what people may see of it is all there, what only matters for the next op is not.
func (s Still) Board() *Board {
	b := New(s.board.ID, s.board.Epoch)
	b.Seq, b.At, b.Chain, b.Shared, b.SharedAt, b.Tail, b.Sealing = s.board.Seq, s.board.At, s.board.Chain, s.board.Shared,
		s.board.SharedAt,
		s.board.Tail, s.board.Sealing
	b.owners = s.board.owners
	for _, r := range s.records {
		b.index(r)
	}
	return b
}
