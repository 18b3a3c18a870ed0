package boards

import (
	"context"
	"errors"
)

// Log keeps the entries of boards. It is the only memory of the program: what is not in the log did not happen.
//
// Guarantees every implementation gives (boards/logtest holds them as tests):
//
//	L1  Append is compare-and-append: it succeeds only if `after` is the number of the last entry of that board and
//	    epoch, and then the entry has number after+1. When Append returned nil the entry survives kill -9.
//	L2  Append that returned ErrConflict, ErrEpoch, ErrGone or ErrFull stored nothing.
//	L3  Read gives a dense range: after+1, after+2, …; a hole is an error, never a skipped number. Entries that were
//	    forgotten behind a snapshot give ErrForgotten, so the caller loads the snapshot instead.
//	L4  Save replaces the snapshot only by a newer one of the same epoch. With forget, entries up to the snapshot and
//	    every older snapshot are removed from disk for good (a revealed round must not stay readable).
//	L5  Boards never touch each other: a conflict on one board fails no append of another.
type Log interface {
	// Append stores data as entry after+1 of the board.
	Append(ctx context.Context, board, epoch string, after uint64, data []byte) error
	// Read gives the entries after the given number in order.
	Read(ctx context.Context, board, epoch string, after uint64) ([]LogLine, error)
	// Follow calls wake (never blocking, possibly too often) when another node may have appended to the board, until the
	// returned stop is called. It gives the number of the last entry, so that who has that one need not read; 0 = read in
	// any case. A log with a single writer never calls it.
	Follow(board, epoch string, wake func(last uint64)) (stop func())
	// Save stores a snapshot; see L4.
	Save(ctx context.Context, board string, s Snapshot, forget bool) error
	// Load gives the newest snapshot; ErrGone when the board does not exist or was deleted.
	Load(ctx context.Context, board string) (Snapshot, error)
}

// Shelf knows which boards there are and how people find them.
type Shelf interface {
	// Claim creates the board's place together with its first snapshot and its join code; ErrTaken when the code is in use.
	Claim(ctx context.Context, card Card, first Snapshot) error
	// Find gives the board a join code opens; ErrGone when there is none.
	Find(ctx context.Context, code string) (board string, err error)
	// Recode lets a board be opened by another code from now on, and no longer by the one it had; ErrTaken when the new one is
	// in use, ErrGone when there is no such board.
	Recode(ctx context.Context, board, code string) error
	// List gives all cards, oldest first.
	List(ctx context.Context) ([]Card, error)
	// Delete removes the board, its entries, snapshots and code; nothing of it stays on disk.
	Delete(ctx context.Context, board string) error
	// Ready answers nil when the log can be written now.
	Ready(ctx context.Context) error
}

// Card is what the shelf knows of a board without opening it.
type Card struct {
	Board    string `json:"board"`
	JoinCode string `json:"joinCode"`
	Created  int64  `json:"created"` // Unix milliseconds
}

// LogLine is one stored entry.
type LogLine struct {
	Seq  uint64
	Data []byte
}

// Snapshot is a whole board at one number of its log.
type Snapshot struct {
	Epoch string
	Seq   uint64
	Data  []byte
}

// Missed is ErrConflict from a log that also says what the caller had not seen: the entries after his number, dense, to what
// was the last one at that moment. A log need not say it; then the caller reads.
type Missed struct{ Lines []LogLine }

func (m *Missed) Error() string { return ErrConflict.Error() }

// Unwrap makes it an ErrConflict.
func (m *Missed) Unwrap() error { return ErrConflict }

// Reasons a log gives. Everything else is a fault of the machine underneath.
var (
	ErrConflict  = errors.New("another entry was faster")
	ErrEpoch     = errors.New("the board has another lineage now")
	ErrGone      = errors.New("no such board")
	ErrTaken     = errors.New("join code is in use")
	ErrFull      = errors.New("storage is full")
	ErrForgotten = errors.New("entries are behind the snapshot")
)
