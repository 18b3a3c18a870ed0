package oplog

import (
	"os"
	"path/filepath"
)

// Size gives how many bytes the boards take on disk.
func (s *SQLite) Size() (bytes int64) {
	for _, name := range []string{fileName, fileName + "-wal"} {
		if info, err := os.Stat(filepath.Join(s.dir, name)); err == nil {
			bytes += info.Size()
		}
	}
	return bytes
}

// Free gives how many bytes the disk of the boards has left for this user; -1 where the system does not tell.
func (s *SQLite) Free() int64 { return freeIn(s.dir) }

// FreeIn gives how many bytes the disk of a folder has left for this user; -1 where the system does not tell.
func FreeIn(dir string) int64 { return freeIn(dir) }

// SizeIn gives how many bytes the boards in a folder take.
func SizeIn(dir string) int64 { return (&SQLite{dir: dir}).Size() }
