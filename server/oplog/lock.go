package oplog

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// ErrInUse answers when another process has the folder open: two of them would each tell half of the story.
var ErrInUse = errors.New("another muntsaus is already using this folder; stop it first, or start this one with another folder (--data)")

// lockFolder makes the folder and takes it for this process. The kernel frees it when the process ends in any way.
func lockFolder(dir string) (unlock func() error, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	if err := refuseNetwork(dir); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := tryLock(f); err != nil {
		return nil, errors.Join(fmt.Errorf("%w%s", err, owner(f)), f.Close())
	}
	// The number is for people who look for the other process; the lock does not depend on it.
	_ = f.Truncate(0)
	_, _ = fmt.Fprintf(f, "%d\n", os.Getpid())
	return f.Close, nil
}

func owner(lock io.Reader) string {
	pid, err := io.ReadAll(io.LimitReader(lock, 20))
	if err != nil || len(pid) == 0 {
		return ""
	}
	return " (process " + strings.TrimSpace(string(pid)) + ")"
}

// InUse says whether another process has the folder open. It makes nothing.
func InUse(dir string) bool {
	f, err := os.Open(filepath.Join(dir, "lock"))
	if err != nil {
		return false
	}
	defer f.Close()
	return errors.Is(tryLock(f), ErrInUse)
}
