package oplog

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ErrHasBoards answers a Restore into a folder that has boards.
var ErrHasBoards = errors.New("there are boards in this folder")

// Restore puts a file that Backup wrote in a folder, checks it as a whole, and gives every board a new lineage, so that screens
// start over instead of mixing two histories. A folder in use gives ErrInUse. One with boards gives ErrHasBoards, or with replace
// its file stays beside the new one as muntsaus.db.before. When the backup turns out damaged the folder is as it was.
func Restore(ctx context.Context, from, dir string, replace bool) error {
	unlock, err := lockFolder(dir)
	if err != nil {
		return fmt.Errorf("oplog: restore to %s: %w", dir, err)
	}
	if err := errors.Join(restore(ctx, from, dir, replace), unlock()); err != nil {
		return fmt.Errorf("oplog: restore to %s: %w", dir, err)
	}
	return nil
}

func restore(ctx context.Context, from, dir string, replace bool) error {
	live := filepath.Join(dir, fileName)
	if _, err := os.Stat(live); err == nil && !replace {
		return ErrHasBoards
	}
	trial := filepath.Join(dir, "restoring")
	if err := os.RemoveAll(trial); err != nil {
		return err
	}
	defer os.RemoveAll(trial)
	if err := os.Mkdir(trial, 0o700); err != nil {
		return err
	}
	if err := copyBackup(from, filepath.Join(trial, fileName)); err != nil {
		return err
	}
	if err := tryOpen(ctx, trial); err != nil {
		return err
	}
	if err := putAside(live); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(trial, fileName), live); err != nil {
		return err
	}
	return syncFolder(dir)
}

// copyBackup copies a backup, and nothing else: a file of a server in use is not whole without its write-ahead log.
func copyBackup(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	var header [idOffset + 4]byte
	if _, err := in.ReadAt(header[:], 0); err != nil || binary.BigEndian.Uint32(header[idOffset:]) != idCopy {
		return fmt.Errorf("%s is no backup of muntsaus", from)
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}

// tryOpen opens the copy, which gives the new lineages, and reads all of it.
func tryOpen(ctx context.Context, dir string) error {
	f, err := openFile(ctx, dir)
	if err != nil {
		return err
	}
	return errors.Join(f.check(ctx), f.wipe(), f.close())
}

// putAside keeps the boards that were there, with what SQLite had beside them.
func putAside(live string) error {
	for _, rest := range []string{"-wal", "-shm", ""} {
		if _, err := os.Stat(live + rest); err != nil {
			continue
		}
		if err := os.Rename(live+rest, live+".before"+rest); err != nil {
			return err
		}
	}
	return nil
}
