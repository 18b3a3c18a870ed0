package oplog

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	sqlite "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

const (
	fileName      = "muntsaus.db"
	schemaVersion = 2 // 1 had snapshots that are never packed

	// The application id in the header of the file (sqlite.org/fileformat.html, offset 68) says what it is.
	idOffset = 68
	idLive   = 0x6d756e74 // "munt"
	idCopy   = 0x6d756e63 // "munc": a backup that was never opened

	checkpointPages = 1000
)

//go:embed sqlite.sql
var schema string

// file is the open database. It is used by one goroutine at a time.
type file struct {
	db      *sql.DB
	conn    *sql.Conn
	begin   *sql.Stmt
	commit  *sql.Stmt
	inserts map[int64]*sql.Stmt // one for every board appended to
	tails   map[string]tail     // boards met since the last rollback
	copying *sqlite.Backup      // a backup on its way
	commits int                 // transactions that reached the disk
	pending int                 // about as many pages as the write-ahead log holds
	owes    bool                // the write-ahead log of the last process is not in the file yet: the disk was full
}

// background is what statements run under: a cancelled caller must not interrupt a transaction of others.
var background = context.Background()

// openFile opens or makes the database and leaves no write-ahead log behind, whatever the last process left.
func openFile(ctx context.Context, dir string) (*file, error) {
	path := filepath.Join(dir, fileName)
	if err := prepareFile(path); err != nil {
		return nil, err
	}
	f, err := connect(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := f.start(); err != nil {
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

// Holds gives nil when a folder has a file of boards, whatever is in it. Opening a folder without one would make it.
func Holds(dir string) error {
	info, err := os.Stat(filepath.Join(dir, fileName))
	if err == nil && info.Size() == 0 {
		err = fmt.Errorf("%s is empty", fileName)
	}
	return err
}

func connect(ctx context.Context, path string) (*file, error) {
	db, err := sql.Open("sqlite", fileURL(path))
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &file{db: db, conn: conn, tails: map[string]tail{}, inserts: map[int64]*sql.Stmt{}}, nil
}

// prepareFile makes an empty file for this user alone when there is none. It looks at a copy before SQLite does: a
// write-ahead log beside it belongs to another file, and SQLite would spoil the copy with it.
func prepareFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	var header [idOffset + 4]byte
	if _, err := f.ReadAt(header[:], 0); err != nil {
		return syncFolder(filepath.Dir(path)) // shorter than a header: new
	}
	if binary.BigEndian.Uint32(header[idOffset:]) != idCopy {
		return nil
	}
	for _, rest := range []string{"-wal", "-shm", "-journal"} {
		if err := removeIfThere(path + rest); err != nil {
			return err
		}
	}
	return nil
}

func (f *file) start() error {
	if err := f.setUp(); err != nil {
		return err
	}
	built, err := f.migrate()
	if err != nil {
		return err
	}
	// What was acknowledged can be read from the log beside the file, so a full disk is no reason to stay away. A new file or a copy is
	// what it says only once its log is in it.
	if err := f.wipe(); err != nil && (built || !isFull(err)) {
		return err
	} else if err != nil {
		f.owes = true
	}
	return f.prepare()
}

// setUp sets what is not kept in the file. Exclusive comes first: from then on no second connection gets in, and SQLite
// needs no shared memory.
func (f *file) setUp() error {
	for _, pragma := range []string{
		"locking_mode = EXCLUSIVE",
		"journal_mode = WAL",
		"synchronous = FULL", // an fsync for every commit
		"secure_delete = ON", // deleted bytes are overwritten
		"wal_autocheckpoint = 0",
		"journal_size_limit = 16777216",
		"temp_store = MEMORY", // nothing of a board in a temporary folder
		"trusted_schema = OFF",
		"cell_size_check = ON",
	} {
		if err := f.exec("PRAGMA " + pragma); err != nil {
			return fmt.Errorf("set %s: %w", pragma, inUse(err))
		}
	}
	var mode string
	if err := f.row("PRAGMA journal_mode").Scan(&mode); err != nil || mode != "wal" {
		return fmt.Errorf("journal mode is %q instead of wal (%w)", mode, err)
	}
	return nil
}

// migrate makes the tables in a new file, refuses files of others, and turns a copy into a live file. Until start has
// emptied the write-ahead log the header on disk still says what the file was, so an interrupted start begins again; built says so.
func (f *file) migrate() (built bool, err error) {
	var id, version int
	err = f.row("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version").Scan(&id, &version)
	switch {
	case err != nil:
		return false, inUse(err)
	case version > schemaVersion:
		return false, fmt.Errorf("%s was written by a newer muntsaus (format %d, this one knows %d)", fileName, version, schemaVersion)
	case version == 0 && id == 0:
		return true, f.build(schema)
	case id == idCopy:
		return true, f.build("UPDATE board SET epoch = 'r' || lower(hex(randomblob(16)))")
	case id != idLive:
		return false, fmt.Errorf("%s is not a file of muntsaus", fileName)
	case version < schemaVersion:
		return true, f.build("")
	}
	return false, nil
}

// build runs statements and marks the file as live, in one transaction.
func (f *file) build(statements string) error {
	return f.exec(fmt.Sprintf("BEGIN IMMEDIATE; %s; PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
		statements, idLive, schemaVersion))
}

func (f *file) prepare() (err error) {
	if f.begin, err = f.conn.PrepareContext(background, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	f.commit, err = f.conn.PrepareContext(background, "COMMIT")
	return err
}

// transaction runs change between BEGIN and COMMIT. When it gives an error nothing of the change is in the file.
func (f *file) transaction(change func() error) error {
	_, err := f.begin.Exec()
	if err == nil {
		err = change()
	}
	if err == nil {
		_, err = f.commit.Exec()
	}
	if err != nil {
		clear(f.tails)
		_ = f.exec("ROLLBACK") // fails when SQLite rolled back by itself
		return err
	}
	f.commits++
	f.pending++
	return nil
}

// wipe brings everything into the file and empties the write-ahead log, so that removed bytes are in neither.
func (f *file) wipe() error { return f.runCheckpoint("PRAGMA wal_checkpoint(TRUNCATE)") }

// checkpoint brings everything into the file; the write-ahead log is then used again from its start.
func (f *file) checkpoint() error { return f.runCheckpoint("PRAGMA wal_checkpoint(PASSIVE)") }

var errNotMoved = errors.New("the write-ahead log is not wholly in the file yet")

func (f *file) runCheckpoint(pragma string) error {
	var busy, pages, moved int
	if err := f.row(pragma).Scan(&busy, &pages, &moved); err != nil {
		return fmt.Errorf("move the write-ahead log into the file: %w", err)
	}
	if busy != 0 || moved < pages {
		return fmt.Errorf("%w: %d of %d pages", errNotMoved, moved, pages)
	}
	f.pending = 0
	return nil
}

// grew counts what a row of some bytes adds to the write-ahead log, in pages.
func (f *file) grew(bytes int) { f.pending += 1 + bytes/4096 }

func (f *file) checkpointDue() bool { return f.pending >= checkpointPages }

// close ends statements and copies first: SQLite keeps a connection, and its lock, alive for what is left.
func (f *file) close() error {
	err := errors.Join(f.endCopy(), f.closeInserts())
	for _, statement := range []*sql.Stmt{f.begin, f.commit} {
		if statement != nil {
			err = errors.Join(err, statement.Close())
		}
	}
	return errors.Join(err, f.conn.Close(), f.db.Close())
}

func (f *file) closeInserts() (err error) {
	for _, insert := range f.inserts {
		err = errors.Join(err, insert.Close())
	}
	clear(f.inserts)
	return err
}

func (f *file) exec(query string, args ...any) error {
	_, err := f.conn.ExecContext(background, query, args...)
	return err
}

func (f *file) row(query string, args ...any) *sql.Row {
	return f.conn.QueryRowContext(background, query, args...)
}

// isFull says that the disk refused something it may accept later.
func isFull(err error) bool {
	return hasCode(err, lib.SQLITE_FULL) || hasCode(err, lib.SQLITE_BUSY) || errors.Is(err, errNotMoved)
}

// inUse puts our words on SQLite's when another process, not necessarily muntsaus, holds the file.
func inUse(err error) error {
	if hasCode(err, lib.SQLITE_BUSY) {
		return fmt.Errorf("%w (%w)", ErrInUse, err)
	}
	return err
}

// hasCode compares the primary code of SQLite, the low byte of what it reports.
func hasCode(err error, code int) bool {
	var fault *sqlite.Error
	return errors.As(err, &fault) && fault.Code()&0xff == code
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
