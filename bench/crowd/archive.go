package crowd

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"muntsaus/boards"
	"muntsaus/server/oplog"
)

// Archive reads the log of one board from outside, again and again, and replays it from the first entry. What was
// forgotten behind a snapshot in between it cannot see; then it goes on from the snapshot.
type Archive struct {
	table   *Table
	replica *boards.Board
	marks   map[numbered]int // how often each push is in the entries that were read
	last    map[numbered]int // (person, client, 0) → its highest number so far
	read    int              // entries
	blind   int              // entries that were gone before they were read
}

// NewArchive reads the log of a table's board.
func NewArchive(t *Table) *Archive {
	return &Archive{table: t, marks: map[numbered]int{}, last: map[numbered]int{}}
}

// CopyFolder reads a folder that no server uses at the moment, from a copy: opening it here would mend what the server must
// mend by itself.
func (a *Archive) CopyFolder(ctx context.Context, dir, scratch string) error {
	if err := copyFiles(dir, scratch, "muntsaus.db", "muntsaus.db-wal"); err != nil {
		return err
	}
	return a.Folder(ctx, scratch)
}

// Folder reads a folder that is nobody else's, and removes it.
func (a *Archive) Folder(ctx context.Context, dir string) error {
	defer os.RemoveAll(dir)
	log, err := oplog.OpenSQLite(ctx, dir)
	if err != nil {
		return err
	}
	defer log.Close()
	if err := log.Check(ctx); err != nil {
		a.table.Ledger.Fault("the store does not fit together: %v", err)
	}
	return a.Read(ctx, log)
}

func copyFiles(from, to string, names ...string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for _, name := range names {
		in, err := os.Open(filepath.Join(from, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		defer in.Close()
		out, err := os.Create(filepath.Join(to, name))
		if err != nil {
			return err
		}
		defer out.Close()
		if _, err := io.Copy(out, in); err != nil {
			return err
		}
	}
	return nil
}

// Read reads what came since, and holds the replay against the newest snapshot.
func (a *Archive) Read(ctx context.Context, log boards.Log) error {
	snapshot, err := log.Load(ctx, a.table.Board)
	if err != nil {
		return fmt.Errorf("load: %w", err)
	}
	lines, err := log.Read(ctx, a.table.Board, snapshot.Epoch, snapshot.Seq)
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	fresh, err := boards.Open(snapshot)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	if a.replica != nil && a.replica.Seq < snapshot.Seq {
		a.catchUp(ctx, log, snapshot)
	}
	if a.replica == nil || a.replica.Seq < snapshot.Seq {
		a.skipTo(snapshot)
	}
	for _, line := range lines {
		if line.Seq > a.replica.Seq {
			a.take(line)
		}
		if _, err := fresh.Take(line); err != nil {
			return fmt.Errorf("replay: %w", err)
		}
	}
	if Hash(fresh.Public()) != Hash(a.replica.Public()) || fresh.Seq != a.replica.Seq {
		a.table.Ledger.Fault("replay from the first entry and from the snapshot at %d give two boards (%d, %d)",
			snapshot.Seq, a.replica.Seq, fresh.Seq)
	}
	return nil
}

// catchUp reads the entries before the newest snapshot, as far as they are kept.
func (a *Archive) catchUp(ctx context.Context, log boards.Log, snapshot boards.Snapshot) {
	lines, err := log.Read(ctx, a.table.Board, snapshot.Epoch, a.replica.Seq)
	if err != nil {
		return
	}
	for _, line := range lines {
		a.take(line)
	}
}

// skipTo goes on from a snapshot.
func (a *Archive) skipTo(snapshot boards.Snapshot) {
	if a.replica != nil {
		a.blind += int(snapshot.Seq - a.replica.Seq)
	}
	b, err := boards.Open(snapshot)
	if err != nil {
		a.table.Ledger.Fault("snapshot %d cannot be opened: %v", snapshot.Seq, err)
		return
	}
	a.replica = b
}

// take replays one entry: it fits behind the one before, each push is in it once, and each page's are in order.
func (a *Archive) take(line boards.LogLine) {
	ledger := a.table.Ledger
	e, err := a.replica.Take(line)
	if err != nil {
		ledger.Fault("entry %d does not fit: %v", line.Seq, err)
		return
	}
	a.read++
	for _, m := range e.Marks {
		page := numbered{m.Person, m.Client, 0}
		if m.N <= a.last[page] {
			ledger.Fault("%s: push %d is in the log after %d", m.Client, m.N, a.last[page])
		}
		a.last[page] = m.N
		a.marks[numbered{m.Person, m.Client, m.N}]++
	}
	if shared := boards.Shared(e.Effects); len(shared) > 0 {
		a.shared(entry{a.replica.Shared, e.At, shared})
	}
}

// shared holds an entry in the log against what people were told.
func (a *Archive) shared(e entry) {
	here := place{a.replica.Epoch, e.Seq}
	picture := ""
	if e.Seq%every == 0 {
		picture = Hash(a.replica.Public())
	}
	hash := boards.Chain(encode(e))
	l := a.table.Ledger
	l.mu.Lock()
	defer l.mu.Unlock()
	if told, known := l.entries[here]; known && told != hash {
		l.fault("people were told another entry %d than is in the log", e.Seq)
	}
	l.compare("the log", here, picture)
}
