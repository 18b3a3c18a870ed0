package oplog

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"muntsaus/boards"
)

// SQLite keeps boards in one file of a folder that belongs to this process alone. It is safe for use from many
// goroutines: everything written goes through one goroutine that commits what waits, of all boards, in one transaction.
//
// A full disk is refused with boards.ErrFull and passes. After any other fault of the disk nobody knows what is on it:
// the store then answers every call with that fault and tells Failed, and the process should end.
type SQLite struct {
	dir      string
	unlock   func() error
	writer   *writer
	packFrom int // the length from which snapshots are packed

	backups sync.Mutex // one at a time
	closing sync.Once
	closed  error
}

// OpenSQLite opens the store in a folder, which is made when it does not exist. It gives ErrInUse when another process
// has it open. A file that Backup wrote may be put in an empty folder as muntsaus.db: it is recognised, and every
// board gets a new epoch so that screens which saw more than the backup start over.
func OpenSQLite(ctx context.Context, dir string) (*SQLite, error) {
	unlock, err := lockFolder(dir)
	if err != nil {
		return nil, fmt.Errorf("oplog: open %s: %w", dir, err)
	}
	f, err := openFile(ctx, dir)
	if err != nil {
		return nil, fmt.Errorf("oplog: open %s: %w", dir, errors.Join(err, unlock()))
	}
	return &SQLite{dir: dir, unlock: unlock, writer: startWriter(f), packFrom: packFrom}, nil
}

// Close refuses new calls, finishes what waits, and frees the folder. Nothing acknowledged depends on it. A second Close
// does nothing.
func (s *SQLite) Close() error {
	s.closing.Do(func() { s.closed = errors.Join(s.writer.close(), s.unlock()) })
	if s.closed != nil {
		return fmt.Errorf("oplog: close %s: %w", s.dir, s.closed)
	}
	return nil
}

// Failed gives one error when the disk failed in a way that leaves its state unknown. The process should then end: the
// next start finds everything that was acknowledged.
func (s *SQLite) Failed() <-chan error { return s.writer.failed }

// Append stores data as entry after+1 of the board. When it returns nil the entry is on disk. Once it waits for the
// disk it no longer looks at ctx, so its answer is always known.
func (s *SQLite) Append(ctx context.Context, board, epoch string, after uint64, data []byte) error {
	err := s.writer.do(ctx, &job{size: len(data), change: func(f *file) error { return f.append(board, epoch, after, data) }})
	if err != nil {
		return fmt.Errorf("oplog: append to board %s after %d: %w", board, after, err)
	}
	return nil
}

// Read gives the entries after the given number; rule L3.
func (s *SQLite) Read(ctx context.Context, board, epoch string, after uint64) (lines []boards.LogLine, err error) {
	err = s.writer.look(ctx, func(f *file) error { lines, err = f.lines(board, epoch, after); return err })
	if err != nil {
		return nil, fmt.Errorf("oplog: read board %s after %d: %w", board, after, err)
	}
	return lines, nil
}

// Follow never calls wake: no other process can append.
func (s *SQLite) Follow(_, _ string, _ func(uint64)) (stop func()) { return func() {} }

// Save stores a snapshot. An older one than the store has changes nothing and is no error; one beyond the last entry is
// refused with ErrConflict. Without forget the previous snapshot and the entries after it stay, those behind it go.
// With forget it returns nil only when the bytes are overwritten in every file; after ErrFull ask again.
func (s *SQLite) Save(ctx context.Context, board string, snap boards.Snapshot, forget bool) error {
	var err error
	if snap.Data, err = pack(snap.Data, s.packFrom); err == nil {
		err = s.writer.do(ctx, &job{size: len(snap.Data), wipe: forget, change: func(f *file) error { return f.save(board, snap, forget) }})
	}
	if err != nil {
		return fmt.Errorf("oplog: save board %s at %d: %w", board, snap.Seq, err)
	}
	return nil
}

// Load gives the newest snapshot, or ErrGone.
func (s *SQLite) Load(ctx context.Context, board string) (boards.Snapshot, error) {
	return s.snapshot(ctx, board, (*file).newest)
}

// Oldest gives the oldest snapshot that is kept, or ErrGone. Every entry after it can be read.
func (s *SQLite) Oldest(ctx context.Context, board string) (boards.Snapshot, error) {
	return s.snapshot(ctx, board, (*file).oldest)
}

func (s *SQLite) snapshot(
	ctx context.Context, board string, which func(*file, string) (boards.Snapshot, error),
) (snap boards.Snapshot, err error) {
	err = s.writer.look(ctx, func(f *file) error { snap, err = which(f, board); return err })
	if err == nil {
		snap.Data, err = unpack(snap.Data)
	}
	if err != nil {
		return boards.Snapshot{}, fmt.Errorf("oplog: load board %s: %w", board, err)
	}
	return snap, nil
}
