package print

import (
	"log/slog"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// D9: who prints in a loop keeps a browser busy for as long; nobody who types waits for it. As root Chromium would stand before the server.
// One print by itself may use every core; those that follow each other leave one, and the next one by itself has them all again.
func TestD9PaperComesAfterWords(t *testing.T) {
	for _, program := range []string{"nice", "setpriv"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not installed: the browser computes beside the server", program)
		}
	}
	var server unix.CPUSet
	if err := unix.SchedGetaffinity(0, &server); err != nil {
		t.Fatal(err)
	}
	p := New("", slog.New(slog.DiscardHandler))
	defer p.Close()
	for n, cores := range []int{server.Count(), server.Count(), max(server.Count()-1, 1), max(server.Count()-1, 1), server.Count()} {
		p.turn <- struct{}{}
		p.began = [mostAtOnce]time.Time{}
		if n == 2 || n == 3 {
			p.began[0] = time.Now() // two began just now, however slow this machine is
		}
		<-p.turn
		if _, err := p.PDF(t.Context(), []byte("<!doctype html><html lang=nl><title>kort</title><p>een")); err != nil {
			t.Fatal(err)
		}
		p.turn <- struct{}{}
		folder := p.browser.scratch.path
		<-p.turn
		if seen := placed(t, folder, cores); seen < 5 {
			t.Errorf("%d threads of the browser seen", seen)
		}
	}
}

// placed looks at the priority and the cores of every thread of a browser, and counts them.
func placed(t *testing.T, folder string, cores int) (seen int) {
	t.Helper()
	for _, thread := range threads(folder) {
		var may unix.CPUSet
		nice, err := syscall.Getpriority(syscall.PRIO_PROCESS, thread)
		if err != nil || unix.SchedGetaffinity(thread, &may) != nil { // it ended in between
			continue
		}
		seen++
		if nice = 20 - nice; nice <= 0 {
			t.Errorf("a thread of the browser has nice %d", nice)
		}
		if may.Count() != cores {
			t.Errorf("a thread of the browser has %d cores instead of %d", may.Count(), cores)
		}
	}
	return seen
}

// Two prints may use every core, and those that follow within ten seconds leave one.
func TestD9WhichPrintsAreOneOfMany(t *testing.T) {
	p := New("", slog.New(slog.DiscardHandler))
	from := time.Now()
	for _, c := range []struct {
		after time.Duration
		many  bool
	}{{0, false}, {time.Second, false}, {2 * time.Second, true}, {9 * time.Second, true}, {13 * time.Second, false},
		{14 * time.Second, true}, {30 * time.Second, false}} {
		if many := p.again(from.Add(c.after)); many != c.many {
			t.Errorf("the print after %v: %v", c.after, many)
		}
	}
}

// Beside the server it is no program before the others either: as root it may not lift itself.
func TestABrowserBesideTheServer(t *testing.T) {
	cmd := exec.Command("/usr/bin/chromium", "--headless")
	new(Printer).Beside().place(cmd)
	line := strings.Join(cmd.Args, " ")
	if strings.Contains(line, "nice -n") || isRoot() != strings.Contains(line, "sys_nice") {
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
