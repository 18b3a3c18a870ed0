package print

import (
	"bytes"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// D9: who prints in a loop keeps a browser busy for as long; nobody who types waits for it. As root Chromium would stand before the server.
func TestD9PaperComesAfterWords(t *testing.T) {
	for _, program := range []string{"nice", "setpriv", "taskset"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not installed: the browser computes beside the server", program)
		}
	}
	p := New("", slog.New(slog.DiscardHandler))
	defer p.Close()
	if _, err := p.PDF(t.Context(), []byte("<!doctype html><html lang=nl><title>kort</title><p>een")); err != nil {
		t.Fatal(err)
	}
	p.turn <- struct{}{}
	folder := p.browser.scratch.path
	<-p.turn
	ours, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0)
	if err != nil {
		t.Fatal(err)
	}
	var server unix.CPUSet
	if err := unix.SchedGetaffinity(0, &server); err != nil {
		t.Fatal(err)
	}
	seen := 0
	processes, err := filepath.Glob("/proc/[0-9]*/task/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range processes {
		line, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(line, []byte(folder)) {
			continue
		}
		stat, err := os.ReadFile(filepath.Join(filepath.Dir(path), "stat"))
		if err != nil { // it ended in between
			continue
		}
		seen++
		after := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		if nice := after[16]; strings.HasPrefix(nice, "-") || nice == "0" {
			t.Errorf("a thread of the browser has nice %s, the server %d: %s", nice, 20-ours, stat)
		}
		var cores unix.CPUSet
		thread, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if unix.SchedGetaffinity(thread, &cores) == nil && cores.Count() != max(server.Count()-1, 1) {
			t.Errorf("a thread of the browser has %d of %d cores", cores.Count(), server.Count())
		}
	}
	if seen < 5 {
		t.Errorf("%d threads of the browser seen", seen)
	}
}

// Beside the server it is no program before the others either: as root it may not lift itself.
func TestABrowserBesideTheServer(t *testing.T) {
	cmd := exec.Command("/usr/bin/chromium", "--headless")
	new(Printer).Beside().place(cmd)
	line := strings.Join(cmd.Args, " ")
	if strings.Contains(line, "taskset") || strings.Contains(line, "nice -n") || isRoot() != strings.Contains(line, "sys_nice") {
		t.Errorf("%s", line)
	}
}

// On a machine whose programs are others (busybox), or that may not, the browser starts as it is.
func TestABrowserStartsWithoutItToo(t *testing.T) {
	if got := through("nice", "--no-such-option"); got != nil {
		t.Errorf("%q", got)
	}
	if got := through("no-such-program"); got != nil {
		t.Errorf("%q", got)
	}
}
