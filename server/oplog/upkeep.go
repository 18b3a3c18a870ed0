package oplog

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"muntsaus/boards"
)

// Backup writes a whole copy of the store to a path while it is in use, and replaces a file that is there. The copy is
// complete and on disk when Backup returns nil; else the path is as it was. Appends wait meanwhile (about a quarter of a
// second for 20 MB). The copy holds no forgotten bytes; a copy made before a reveal holds what was sealed then.
func (s *SQLite) Backup(ctx context.Context, path string) error {
	if err := s.backup(ctx, path); err != nil {
		return fmt.Errorf("oplog: backup to %s: %w", path, err)
	}
	return nil
}

func (s *SQLite) backup(ctx context.Context, path string) error {
	live, err := os.Stat(filepath.Join(s.dir, fileName))
	if err != nil {
		return err
	}
	if target, err := os.Stat(path); err == nil && os.SameFile(live, target) {
		return errors.New("this is the file in use")
	}
	part := path + ".part"
	if err := s.copyTo(ctx, part); err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	if err := os.Rename(part, path); err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	return syncFolder(filepath.Dir(path))
}

// copyTo writes the copy into an empty file that only this user may read, marks it as a copy and brings it to disk.
func (s *SQLite) copyTo(ctx context.Context, part string) error {
	out, err := os.OpenFile(part, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	err = s.writer.look(ctx, func(f *file) error {
		_, err := f.conn.ExecContext(ctx, "VACUUM INTO ?", part)
		return err
	})
	if isFull(err) {
		return fmt.Errorf("%w (%w)", boards.ErrFull, err)
	}
	if err != nil {
		return err
	}
	if _, err := out.WriteAt(binary.BigEndian.AppendUint32(nil, idCopy), idOffset); err != nil {
		return err
	}
	return out.Sync()
}

// Check reads the whole store and gives an error that names everything wrong with it: pages that do not fit together,
// holes in a board's entries, entries and snapshots of no board.
func (s *SQLite) Check(ctx context.Context) error {
	err := s.writer.look(ctx, func(f *file) error {
		pages, err := f.texts(ctx, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
		if err != nil {
			return err
		}
		faults, err := f.texts(ctx, faultsQuery)
		return errors.Join(err, asErrors(pages), asErrors(faults))
	})
	if err != nil {
		return fmt.Errorf("oplog: check: %w", err)
	}
	return nil
}

// faultsQuery compares every board with what the rules promise. Where there are no entries the newest snapshot must be
// the place where they ended.
const faultsQuery = `
WITH span AS (
	SELECT b.name, b.floor, count(l.seq) AS n, coalesce(max(l.seq), b.floor) AS last,
		(SELECT max(seq) FROM snapshot s WHERE s.board = b.id) AS newest
	FROM board b LEFT JOIN log l ON l.board = b.id GROUP BY b.id)
SELECT format('board %s: %d entries between %d and %d', name, n, floor, last) FROM span WHERE n <> last - floor
UNION ALL
SELECT format('board %s: no snapshot', name) FROM span WHERE newest IS NULL
UNION ALL
SELECT format('board %s: entries from %d to %d, snapshot at %d', name, floor + 1, last, newest) FROM span WHERE newest < floor OR newest > last
UNION ALL
SELECT format('%d entries of no board', count(*)) FROM log WHERE board NOT IN (SELECT id FROM board) HAVING count(*) > 0
UNION ALL
SELECT format('%d snapshots of no board', count(*)) FROM snapshot WHERE board NOT IN (SELECT id FROM board) HAVING count(*) > 0`

func (f *file) texts(ctx context.Context, query string) (texts []string, err error) {
	rows, err := f.conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, rows.Err()
}

func asErrors(texts []string) error {
	var all []error
	for _, text := range texts {
		all = append(all, errors.New(text))
	}
	return errors.Join(all...)
}

// removeIfThere is os.Remove that is content when there is nothing to remove.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
