package print

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// place lets a browser compute after the server, unless it may compute beside it: a sheet that comes a second later is noticed by one, a
// word by all. Its processes take the priority over from the first. Where it is allowed to (as root), Chromium lifts itself to -8 instead,
// before the server: so it is not.
func (p *Printer) place(cmd *exec.Cmd) {
	var before []string
	if isRoot() {
		before = through("setpriv", "--bounding-set", "-sys_nice")
	}
	if !p.beside {
		before = append(before, through("nice", "-n", "10")...)
	}
	if len(before) > 0 {
		cmd.Args = append(append(before, cmd.Path), cmd.Args[1:]...)
		cmd.Path = before[0]
	}
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = new(syscall.SysProcAttr)
	}
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL // as chromedp does: it goes when the server is killed
}

// leaveCore has the browser leave the first core to others, or takes that back. Of prints that follow each other it does, because a kernel
// without preemption finishes what it does for the browser before it lets anybody else on that core, whatever the priority: 20 to 35 ms
// were seen. One print by itself has every core and is done twice as soon.
func (b *browser) leaveCore(leave bool) {
	if leave == b.held {
		return
	}
	var ours unix.CPUSet
	if unix.SchedGetaffinity(0, &ours) != nil || ours.Count() < 2 {
		return
	}
	if leave {
		ours.Clear(firstOf(&ours))
	}
	b.held = leave
	// A thread that is begun while we look has the cores of who began it: once more, then all of them are seen.
	for range 2 {
		for _, thread := range threads(b.scratch.path) {
			_ = unix.SchedSetaffinity(thread, &ours) // it may have ended, or not let us: then its priority has to do
		}
	}
}

func firstOf(cores *unix.CPUSet) (core int) {
	for !cores.IsSet(core) {
		core++
	}
	return core
}

// threads gives those of the processes that have a folder on their command line.
func threads(folder string) (list []int) {
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, process := range processes {
		line, err := os.ReadFile(filepath.Join(process, "cmdline"))
		if err != nil || !bytes.Contains(line, []byte(folder)) {
			continue
		}
		of, _ := os.ReadDir(filepath.Join(process, "task"))
		for _, thread := range of {
			if id, err := strconv.Atoi(thread.Name()); err == nil {
				list = append(list, id)
			}
		}
	}
	return list
}

// through gives a program that starts another, with its arguments; nothing where it is not installed, does not know them, or may not.
func through(program string, args ...string) []string {
	path, err := exec.LookPath(program)
	if err != nil || exec.Command(path, append(args, "true")...).Run() != nil {
		return nil
	}
	return append([]string{path}, args...)
}
