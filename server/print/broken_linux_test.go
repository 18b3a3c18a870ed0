package print

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// signalled sends a signal to every process of a printer's browser: each has its folder on the command line.
func signalled(t *testing.T, p *Printer, signal syscall.Signal) {
	t.Helper()
	p.turn <- struct{}{}
	folder := p.browser.scratch.path
	<-p.turn
	processes, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	sent := 0
	for _, path := range processes {
		line, err := os.ReadFile(path)
		id, no := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if err == nil && no == nil && bytes.Contains(line, []byte(folder)) && syscall.Kill(id, signal) == nil {
			sent++
		}
	}
	if sent == 0 {
		t.Fatal("the browser has no process")
	}
}

// A browser that was killed, or that hangs, is one more try with a fresh one; whoever asked gets their PDF.
func TestABrokenBrowserIsReplacedOnce(t *testing.T) {
	doc := []byte("<!doctype html><html lang=nl><title>kort</title><p>een")
	for name, signal := range map[string]syscall.Signal{"killed": syscall.SIGKILL, "hangs": syscall.SIGSTOP} {
		t.Run(name, func(t *testing.T) {
			var said bytes.Buffer
			p := New("", slog.New(slog.NewTextHandler(&said, nil))).Beside()
			defer p.Close()
			if _, err := p.PDF(t.Context(), doc); err != nil {
				t.Fatal(err)
			}
			p.limits[0] = 2 * time.Second // of the browser that no longer works
			signalled(t, p, signal)
			if pdf, err := p.PDF(t.Context(), doc); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Errorf("%v", err)
			}
			if !bytes.Contains(said.Bytes(), []byte("another tries once more")) {
				t.Errorf("said %s", said.String())
			}
		})
	}
}
