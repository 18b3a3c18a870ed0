package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A disk that fills up while it is written to: a sentence, exit 1, and no half file. The disk is a small one of its own, in a
// namespace where anybody may mount.
func TestBackupToAFullDisk(t *testing.T) {
	t.Parallel()
	dir := lived(t, "vol")
	self := program(t)
	script := `mount -t tmpfs -o size=48k none "$2" || exit 9
		"$1" backup --data "$3" -o "$2/copy.db"; code=$?
		ls -A "$2"; exit $code`
	cmd := exec.Command("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", self.Path, t.TempDir(), dir)
	cmd.Env = self.Env
	out, _ := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "storage is full") || strings.Count(string(out), "copy.db") != 1 {
		t.Fatalf("exit %d: %s", cmd.ProcessState.ExitCode(), out)
	}
	wantExit(t, "the boards", "", "check", "--data", dir)
	wantExit(t, "elsewhere", "", "backup", "--data", dir, "-o", filepath.Join(t.TempDir(), "copy.db"))
}
