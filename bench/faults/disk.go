package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// needs says what a row lacks on this machine.
func needs(what string, err error) error { return fmt.Errorf("this row needs %s: %w", what, err) }

func makeFolder(dir string) error { return os.MkdirAll(dir, 0o700) }

// fillUp writes until the disk of a folder is full, to the last page.
func fillUp(dir string) (makeRoom func() error, err error) {
	path := filepath.Join(dir, "filler")
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for size := 1 << 20; size >= 512; size /= 2 {
		for err == nil {
			_, err = f.Write(make([]byte, size))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			return nil, err
		}
		err = nil
	}
	return func() error { return os.Remove(path) }, nil
}

// breakOnce lets every fsync fail from a moment by chance on, waits until the server ended by itself, and starts it again.
func (t *sitting) breakOnce(o *outcome, house *cottage) error {
	trace := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "-e", "trace=fsync,fdatasync",
		"-e", "inject=fsync,fdatasync:error=EIO", "-p", strconv.Itoa(house.cmd.Process.Pid))
	trace.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := trace.Start(); err != nil {
		return needs("strace", err)
	}
	defer func() { _ = trace.Process.Kill(); _ = trace.Wait() }()
	o.faults++
	select {
	case err := <-house.exited:
		if err == nil {
			o.fault("the server ended with 0 after an I/O error")
		}
	case <-time.After(20 * time.Second):
		o.fault("the server went on although fsync fails")
		house.signal(syscall.SIGKILL)
		house.await()
	}
	house.cmd = nil
	ctx, done := t.stage.within(startWithin)
	defer done()
	if err := house.read(ctx, t.archive); err != nil {
		o.fault("the log cannot be read after an I/O error: %v", err)
	}
	_, err := house.restarted()
	return err
}

// acknowledged waits until more is acknowledged than before.
func (t *sitting) acknowledged(before int, within time.Duration) (took time.Duration, err error) {
	from := time.Now()
	for t.table.Ledger.Count().Acknowledged <= before {
		if time.Since(from) > within {
			return time.Since(from), errors.New("nothing is acknowledged any more")
		}
		t.stage.sleep(10 * time.Millisecond)
		if err := t.stage.ctx.Err(); err != nil {
			return 0, err
		}
	}
	return time.Since(from), nil
}
