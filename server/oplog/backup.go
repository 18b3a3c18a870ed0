package oplog

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	sqlite "modernc.org/sqlite"

	"muntsaus/boards"
)

// backupPages are copied at a time; others work in between.
const backupPages = 256

// Backup writes a whole copy of the store to a path while it is in use, and replaces a file that is there. The copy is
// complete and on disk when Backup returns nil; else the path is as it was. It holds everything acknowledged before the
// call. Forgotten bytes are not in it; a copy made before a reveal holds what was sealed then.
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
	s.backups.Lock()
	defer s.backups.Unlock()
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
	if err := s.copyPages(ctx, part); isFull(err) {
		return fmt.Errorf("%w (%w)", boards.ErrFull, err)
	} else if err != nil {
		return err
	}
	if _, err := out.WriteAt(binary.BigEndian.AppendUint32(nil, idCopy), idOffset); err != nil {
		return err
	}
	return out.Sync()
}

// copyPages copies through the writer's connection, some pages at a time. SQLite brings pages that change meanwhile over
// to the copy itself, as it is the same connection that changes them. VACUUM INTO would hold everybody up until it ends,
// which with thousands of boards takes many seconds.
func (s *SQLite) copyPages(ctx context.Context, part string) error {
	err := s.writer.look(ctx, func(f *file) error { return f.startCopy(part) })
	for more := true; more && err == nil; {
		err = s.writer.look(ctx, func(f *file) (err error) {
			more, err = f.copying.Step(backupPages)
			return err
		})
	}
	// Not under ctx: the copy ends in any case. When the store was closed or broke, closing the file ended it.
	return errors.Join(err, s.writer.look(background, (*file).endCopy))
}

func (f *file) startCopy(path string) error {
	return f.conn.Raw(func(driver any) (err error) {
		source, ok := driver.(interface {
			NewBackup(string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("the driver cannot copy")
		}
		// No journal and no fsync by SQLite: an unfinished copy is thrown away, and a finished one is synced outside the lock.
		f.copying, err = source.NewBackup(fileURL(path) + "?_pragma=journal_mode(OFF)&_pragma=synchronous(OFF)")
		return err
	})
}

func (f *file) endCopy() error {
	if f.copying == nil {
		return nil
	}
	copying := f.copying
	f.copying = nil
	return copying.Finish()
}

// fileURL keeps SQLite from reading a "?" or "%" in a path as its own.
func fileURL(path string) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: path}).String()
}

// removeIfThere is os.Remove that is content when there is nothing to remove.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
