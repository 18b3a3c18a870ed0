package main

import (
	"errors"
	"syscall"
)

// notKept is what the kernel answers when no time service told it the time lately: TIME_ERROR of adjtimex(2).
const notKept = 5

// clockKept gives nil when the kernel's clock is kept right by a time service, or when that cannot be told.
func clockKept() error {
	var t syscall.Timex
	if state, err := syscall.Adjtimex(&t); err == nil && state == notKept {
		return errors.New("no time service keeps this machine's clock right")
	}
	return nil
}
