package print

import (
	"os"
	"path/filepath"
	"time"
)

// What a browser writes is in one folder, which goes with it. A server that is killed leaves the folder behind: a lock that only a living
// process holds tells which ones are nobody's, and the next start takes those away.
const (
	scratchName = "muntsaus-print-"
	lockName    = "lock"
)

// scratch is such a folder, held as long as its browser runs.
type scratch struct {
	path string
	lock *os.File
}

func newScratch() (*scratch, error) {
	path, err := os.MkdirTemp("", scratchName)
	if err != nil {
		return nil, err
	}
	lock, err := os.Create(filepath.Join(path, lockName))
	if err == nil {
		_, err = hold(lock)
	}
	if err != nil {
		_ = os.RemoveAll(path)
		return nil, err
	}
	return &scratch{path, lock}, nil
}

// remove takes the folder away. What a browser started may outlive it for a moment and write once more.
func (s *scratch) remove() {
	defer s.lock.Close()
	for range 20 {
		if err := os.RemoveAll(s.path); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// sweep removes the folders of servers that are no more.
func sweep() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), scratchName+"*"))
	for _, path := range left {
		lock, err := os.Open(filepath.Join(path, lockName))
		if err != nil { // just being made, or of somebody else
			continue
		}
		if free, err := hold(lock); err == nil && free {
			_ = os.RemoveAll(path)
		}
		lock.Close()
	}
}
