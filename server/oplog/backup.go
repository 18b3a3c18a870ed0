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

// removeIfThere is os.Remove that is content when there is nothing to remove.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
