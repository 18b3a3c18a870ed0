package print

import (
	"os/exec"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// place lets a browser compute after the server, unless it may compute beside it: a sheet that comes a second later is noticed by one, a
// word by all. Its processes take priority and cores over from the first. Where it is allowed to (as root), Chromium lifts itself to -8
// instead, before the server: so it is not. A core is kept free of it because a kernel without preemption finishes what it does for the
// browser before it lets anybody else on that core, whatever the priority: 20 to 35 ms were seen.
func (p *Printer) place(cmd *exec.Cmd) {
	var before []string
	if isRoot() {
		before = through("setpriv", "--bounding-set", "-sys_nice")
	}
	if !p.beside {
		before = append(before, after()...)
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

// after gives what puts a program behind this one.
func after() (before []string) {
	if cores := allButOne(); cores != "" {
		before = through("taskset", "-c", cores)
	}
	return append(before, through("nice", "-n", "10")...)
}

// allButOne lists the cores this process may use but the first, as taskset writes them; "" when there is one, or nobody knows.
func allButOne() string {
	var ours unix.CPUSet
	if unix.SchedGetaffinity(0, &ours) != nil {
		return ""
	}
	var list []string
	for core := range 64 * len(ours) {
		if ours.IsSet(core) {
			list = append(list, strconv.Itoa(core))
		}
	}
	if len(list) < 2 {
		return ""
	}
	return strings.Join(list[1:], ",")
}

// through gives a program that starts another, with its arguments; nothing where it is not installed, does not know them, or may not.
func through(program string, args ...string) []string {
	path, err := exec.LookPath(program)
	if err != nil || exec.Command(path, append(args, "true")...).Run() != nil {
		return nil
	}
	return append([]string{path}, args...)
}
