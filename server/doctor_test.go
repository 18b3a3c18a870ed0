package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muntsaus/server/oplog"
	"muntsaus/server/oplog/redistest"
)

// consult runs the doctor and gives its lines; broken says whether it ended with 1.
func consult(t *testing.T, args ...string) (text string, broken bool) {
	t.Helper()
	cmd := program(t, append([]string{"doctor", "--listen", "127.0.0.1:0"}, args...)...)
	cmd.Dir = t.TempDir()
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code > 1 || code < 0 {
		t.Fatalf("exit %d: %s", code, out)
	}
	return string(out), cmd.ProcessState.ExitCode() == 1
}

func wantLine(t *testing.T, text string, m mark, says string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, string(m)+" ") && strings.Contains(line, says) {
			return
		}
	}
	t.Errorf("no line %q with %q in\n%s", m, says, text)
}

// The doctor prints a real page and leaves nothing behind.
func TestDoctorOfAMachine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text, broken := consult(t, "--data", dir, "--public-url", "https://workshop.example.nl", "--trusted-proxies", "127.0.0.1,10.0.0.0/24")
	if broken {
		t.Error("ended with 1")
	}
	wantLine(t, text, ok, "can be written")
	wantLine(t, text, ok, "none yet")
	wantLine(t, text, ok, "is free")
	wantLine(t, text, ok, "https://workshop.example.nl is what phones are told")
	wantLine(t, text, ok, "127.0.0.1, 10.0.0.0/24 tells where people come from")
	wantLine(t, text, ok, "printed a page")
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// It works beside a running server, and says what is there.
func TestDoctorBesideAServer(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	server := serveIn(t, dir)
	server.create(t)
	future := time.Now().Add(time.Hour)
	must(t, os.Chtimes(filepath.Join(dir, "muntsaus.db"), future, future))
	port := strings.TrimPrefix(server.url, "http://")
	text, broken := consult(t, "--data", dir, "--listen", port, "--chromium", "/nowhere")
	if broken {
		t.Error("ended with 1")
	}
	wantLine(t, text, ok, "in use by a server")
	wantLine(t, text, ok, "a server of Muntsaus answers")
	wantLine(t, text, warn, "is for this machine alone: phones need --listen :")
	wantLine(t, text, warn, "no Chromium found")
	wantLine(t, text, warn, "which is still to come")
	wantLine(t, text, "a", "workshop can be held; ")
	server.stop(t)
}

// What a workshop cannot be held with ends with 1 and says what to do.
func TestDoctorFindsWhatIsBad(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	text, broken := consult(t, "--data", file, "--chromium", "/bin/false", "--listen", "nonsense", "--trusted-proxies", "proxy.example.nl")
	if !broken || !strings.Contains(text, "to mend before a workshop") {
		t.Error("did not end with 1")
	}
	wantLine(t, text, bad, "is a file")
	wantLine(t, text, bad, "/bin/false does not print")
	wantLine(t, text, bad, "--listen must look like :8080")
	wantLine(t, text, bad, "takes addresses and networks, as 127.0.0.1 or 10.0.0.0/24, not proxy.example.nl")
}

// A Redis is judged as at the start of a server.
func TestDoctorOfARedis(t *testing.T) {
	t.Parallel()
	redis := redistest.New(t)
	text, broken := consult(t, "--redis", redis.URL(), "--chromium", "/nowhere")
	if broken {
		t.Error("ended with 1")
	}
	wantLine(t, text, ok, "takes writes, keeps boards on disk and throws none away")
	redis.Ask("CONFIG SET appendfsync everysec")
	redis.Ask("CONFIG SET maxmemory-policy allkeys-lru")
	text, broken = consult(t, "--redis", redis.URL(), "--chromium", "/nowhere")
	if !broken {
		t.Error("did not end with 1")
	}
	wantLine(t, text, bad, "set maxmemory-policy noeviction")
	redis.Ask("CONFIG SET maxmemory-policy noeviction")
	text, _ = consult(t, "--redis", redis.URL(), "--chromium", "/nowhere")
	wantLine(t, text, warn, "once a second")
}

func TestDoctorJudges(t *testing.T) {
	t.Parallel()
	now := time.Now()
	for _, c := range []struct {
		got  finding
		want mark
		says string
	}{
		{judgeDisk("/x", "", false), ok, "local"},
		{judgeDisk("/x", "NFS", true), bad, "network disk (NFS)"},
		{judgeDisk("/x", "FUSE", false), warn, "another machine's disk"},
		{judgeDisk("/x", oplog.InMemory, false), warn, "gone when the machine stops"},
		{judgeDisk("/x", oplog.InContainer, false), warn, "mount a volume"},
		{judgeSpace("/x", 5e6, 0), bad, "only 5 MB free"},
		{judgeSpace("/x", 5e8, 0), warn, "500 MB free"},
		{judgeSpace("/x", 20e9, 10e9), warn, "three times the boards (10 GB)"},
		{judgeSpace("/x", 20e9, 1e9), ok, "20 GB free"},
		{judgeSpace("/x", -1, 0), ok, "does not tell"},
		{clockFindings(now, now, nil)[0], ok, "without a network"},
		{clockFindings(now, now, errors.New("nobody keeps it"))[0], warn, "nobody keeps it: switch on"},
		{clockFindings(time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1970, 1, 1, 0, 0, 9, 0, time.UTC), nil)[0], bad, "1970"},
	} {
		if c.got.mark != c.want || !strings.Contains(c.got.says, c.says) {
			t.Errorf("%+v, wanted %s with %q", c.got, c.want, c.says)
		}
	}
}
