//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package print

import (
	"errors"
	"os"
	"syscall"
)

// hold takes the lock on a file unless a living process has it; it is let go when the file is closed.
func hold(f *os.File) (free bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}
