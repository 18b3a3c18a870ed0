package clocktest

import (
	"runtime"
	"syscall"
	"time"
)

// burn computes until the processor spent so much on it, and gives what it spent.
func burn(work time.Duration) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	from := spent()
	for {
		for range 10_000 {
			runtime.KeepAlive(from)
		}
		if now := spent(); now-from >= work {
			return now - from
		}
	}
}

// spent is what the processor spent on this thread.
func spent() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_THREAD, &usage); err != nil {
		panic(err) // the call has no way to fail
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
