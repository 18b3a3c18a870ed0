//go:build !linux

package clocktest

import "time"

// burn takes the machine for a quiet one: nobody asked yet how to tell elsewhere.
func burn(work time.Duration) time.Duration {
	for from := time.Now(); time.Since(from) < work; {
	}
	return work
}
