// Package logtest holds the rules of boards.Log and boards.Shelf (L1 to L5 in boards/log.go) as tests. Every store runs
// the same suite, so that a board behaves alike in memory, on disk and on several nodes.
package logtest

import (
	"testing"

	"muntsaus/boards"
)

// Stores is one empty store under test.
type Stores struct {
	boards.Log
	boards.Shelf
	// Reopen ends the store and opens the same data again. Nil when the store keeps nothing beyond its process.
	Reopen func() Stores
	// Peer opens the same data as another node beside this one. Nil when only one process may use the data.
	Peer func() Stores
}

// Run holds a store to the rules. Open gives a new empty store for every subtest and cleans up after it.
func Run(t *testing.T, open func(t *testing.T) Stores) {
	for _, rule := range rules {
		t.Run(rule.name, func(t *testing.T) { rule.hold(t, open(t)) })
	}
}

type rule struct {
	name string
	hold func(t *testing.T, s Stores)
}

var rules = []rule{
	{"L1 append is compare-and-append", appendCompares},
	{"L1 one winner per number among many appenders", oneWinner},
	{"L1 an entry follows the claimed snapshot", appendFollowsClaim},
	{"L1 data comes back byte for byte", dataIntact},
	{"L1 reopen keeps everything", reopenKeeps},
	{"L1 a follower is woken by another node", followerWakes},
	{"L2 a conflict stores nothing", conflictStoresNothing},
	{"L2 a wrong epoch stores nothing", epochStoresNothing},
	{"L2 an unknown board stores nothing", goneStoresNothing},
	{"L2 a cancelled append stores nothing", cancelledStoresNothing},
	{"L3 read is dense from any number", readDense},
	{"L3 read beyond the end is an error", readBeyondEnd},
	{"L3 read behind a forgotten entry", readForgotten},
	{"L4 only a newer snapshot replaces", saveOnlyNewer},
	{"L4 a snapshot beyond the log or of another epoch is refused", saveRefused},
	{"L4 save without forget keeps the entries after the previous snapshot", saveKeeps},
	{"L4 forget removes entries and older snapshots", forgetRemoves},
	{"L4 forget with an older snapshot", forgetOlder},
	{"L4 the log goes on after forget", appendAfterForget},
	{"L5 boards are independent", boardsIndependent},
	{"L5 a conflict on one board fails no append of another", conflictStaysHome},
	{"Shelf: claim and find", claimAndFind},
	{"Shelf: a taken code", codeTaken},
	{"Shelf: another code", anotherCode},
	{"Shelf: list is oldest first", listOrder},
	{"Shelf: delete, then everything is gone", deleteAll},
	{"Shelf: a deleted board's code and id are free", deleteFrees},
	{"Shelf: ready", ready},
}
