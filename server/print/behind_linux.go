package print

import (
	"os/exec"
	"syscall"
)

// behind lets a browser compute after the server: a sheet that comes a second later is noticed by one, a word by all. Its processes take
// the priority over from the first. Where it is allowed to (as root), Chromium lifts itself to -8 instead, before the server: so it is not.
func behind(cmd *exec.Cmd) {
	before := through("nice", "-n", "10")
	if isRoot() {
		before = append(through("setpriv", "--bounding-set", "-sys_nice"), before...)
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

// through gives a program that starts another, with its arguments; nothing where it is not installed, does not know them, or may not.
func through(program string, args ...string) []string {
	path, err := exec.LookPath(program)
	if err != nil || exec.Command(path, append(args, "true")...).Run() != nil {
		return nil
	}
	return append([]string{path}, args...)
}
