//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package oplog

import "os"

// tryLock leaves it to SQLite's own exclusive lock, which knows this system; see setUp.
func tryLock(*os.File) error { return nil }
