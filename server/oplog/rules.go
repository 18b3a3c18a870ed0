package oplog

import (
	"context"
	"errors"
	"fmt"

	"muntsaus/boards"
)

// What every store here decides alike.

// readable says whether the entries after a number can be given by a log that forgot up to floor and ends at last.
func readable(floor, last, after uint64) error {
	if after < floor {
		return boards.ErrForgotten
	}
	if after > last {
		return fmt.Errorf("the log ends at %d already: it became shorter, or the caller counts wrongly", last)
	}
	return nil
}

// claimable refuses what no store could keep: such a card is a fault of the caller, not a board in somebody's way.
func claimable(ctx context.Context, card boards.Card, first boards.Snapshot) error {
	switch {
	case card.Board == "" || card.JoinCode == "" || first.Epoch == "":
		return fmt.Errorf("a board needs an id, a join code and an epoch")
	case first.Seq > maxSeq:
		return fmt.Errorf("number %d is beyond what a log can count", first.Seq)
	}
	return ctx.Err()
}

// maxSeq leaves room to count on in a signed 64-bit number, which is what SQLite has.
const maxSeq = 1 << 62

// refusals are answers a store gives before it wrote anything; every other error is a fault.
var refusals = []error{boards.ErrConflict, boards.ErrEpoch, boards.ErrGone, boards.ErrTaken}

func isRefusal(err error) bool {
	for _, refusal := range refusals {
		if errors.Is(err, refusal) {
			return true
		}
	}
	return false
}
