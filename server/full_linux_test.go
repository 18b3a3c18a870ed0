package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muntsaus/server/clocktest"
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

// Q6: killed while the disk was full, the server did not start until there was room. It starts, shows what it has, says that it cannot
// keep anything (readyz 503), and goes on by itself when there is room.
func TestQ6StartsOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	first := serveIn(t, dir)
	var boards []map[string]any
	for range 12 {
		boards = append(boards, first.post(t, "/api/boards", `{"template":"lease","agenda":"2h","language":"nl","title":"Vol"}`))
	}
	first.kill(t)
	for _, file := range []string{"lock", "backup.sock"} { // the copy is of the boards alone
		_ = os.Remove(filepath.Join(dir, file))
	}
	server, room := serveOnAFullDisk(t, dir)
	ready := func() int {
		response, err := http.Get(server.url + "/readyz")
		must(t, err)
		response.Body.Close()
		return response.StatusCode
	}
	if code := ready(); code != http.StatusServiceUnavailable {
		t.Errorf("readyz says %d on a full disk", code)
	}
	for _, board := range boards {
		if me := server.get(t, "/api/boards/"+board["boardId"].(string)+"/me", board["seat"].(string)); me["title"] != "Vol" {
			t.Errorf("the board says %v", me)
		}
	}
	must(t, room())
	for until := time.Now().Add(clocktest.Patience); ready() != http.StatusOK; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatalf("not ready although there is room: %s", server.log())
		}
	}
	server.create(t)
}

// serveOnAFullDisk starts a server on a small disk of its own that holds a copy of a folder and no free byte; room makes some.
func serveOnAFullDisk(t *testing.T, dir string) (c *child, room func() error) {
	t.Helper()
	self := program(t)
	script := `mount -t tmpfs -o size=4m none "$2" && cp "$3"/* "$2" || exit 9
		dd if=/dev/zero of="$2/filler" bs=4096 2>/dev/null
		"$1" serve --listen 127.0.0.1:0 --data "$2" <&- & server=$!
		(while kill -0 $server 2>/dev/null; do sleep 0.1; done; echo ended >&2) &
		read -r go; rm "$2/filler"; read -r go; kill $server; wait $server`
	c = &child{cmd: exec.Command("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", self.Path, t.TempDir(), dir), exited: make(chan error, 1)}
	c.cmd.Env = self.Env
	in, err := c.cmd.StdinPipe()
	must(t, err)
	out, err := c.cmd.StderrPipe()
	must(t, err)
	must(t, c.cmd.Start())
	t.Cleanup(func() {
		in.Close()
		if err := <-c.exited; err != nil {
			t.Log("the server ended with", err)
		}
	})
	lines := bufio.NewScanner(out)
	for c.url == "" && !strings.HasSuffix(c.log(), "ended") && lines.Scan() {
		var line struct{ Msg, URL string }
		c.hear(lines.Text())
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			c.url = line.URL
		}
	}
	go func() {
		for lines.Scan() {
			c.hear(lines.Text())
		}
		c.exited <- c.cmd.Wait()
	}()
	if c.url == "" {
		t.Fatalf("the server did not start: %s", c.log())
	}
	return c, func() error { _, err := in.Write([]byte("go\n")); return err }
}

// The disk of the backups fills up during one that the server makes by itself: the log says what to do, the earlier one stays, nothing
// half is left, people go on, and when there is room the next try succeeds.
func TestBackupByItselfToAFullDisk(t *testing.T) {
	t.Parallel()
	self := program(t)
	to := t.TempDir()
	script := `mount -t tmpfs -o size=4m none "$2" && echo old > "$2/muntsaus-20200101-000000.db" || exit 9
		dd if=/dev/zero of="$2/filler" bs=1024 count=4060 2>/dev/null
		exec "$1" serve --listen 127.0.0.1:0 --data "$3" --backup-to "$2" --backup-every 1s --backup-keep 9`
	cmd := exec.Command("unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", self.Path, to, lived(t, "vol"))
	cmd.Env = self.Env
	c := startChild(t, cmd)
	there := fmt.Sprintf("/proc/%d/root%s", c.cmd.Process.Pid, to) // the disk is in the server's namespace alone
	c.awaitLog(t, "no backup was made, its disk is full: make room there")
	c.create(t)
	if names, err := backupsIn(there); err != nil || len(names) != 1 || names[0] != "muntsaus-20200101-000000.db" {
		t.Errorf("on the full disk: %v (%v)", names, err)
	}
	must(t, os.Remove(filepath.Join(there, "filler")))
	c.awaitLog(t, "a backup was made")
	c.stop(t)
}
