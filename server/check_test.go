package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lived makes a folder in which a server worked: one board with a hundred notes, the mark in each.
func lived(t *testing.T, mark string) string {
	t.Helper()
	dir := t.TempDir()
	server := serveIn(t, dir)
	conn := server.dial(t, server.create(t), "page")
	records(t, conn)
	for n := range 20 {
		var ops []string
		for m := range 5 {
			ops = append(
				ops,
				fmt.Sprintf(
					`{"op":"put","kind":"note","id":%q,"fields":{"text":%q}}`,
					noteID("lived", 5*n+m),
					mark+strings.Repeat(" woord", 20),
				),
			)
		}
		must(t, conn.WriteMessage(1, fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[%s]}`, n+1, strings.Join(ops, ","))))
		// One entry for every push: pushes that wait together become one, too long for a page of the file.
		for acked := 0; acked < 1; {
			var f struct {
				Type string
				Acks []int
			}
			must(t, conn.ReadJSON(&f))
			if f.Type == "refused" {
				t.Fatal("a push was refused")
			}
			acked += len(f.Acks)
		}
	}
	server.stop(t)
	return dir
}

// TestCheckTellsWhatIsDamaged does to a folder what disks and people do, and holds that `check` ends with 1 and says what.
func TestCheckTellsWhatIsDamaged(t *testing.T) {
	t.Parallel()
	const page = 4096
	mark := "kanarie-check"
	whole, err := os.ReadFile(filepath.Join(lived(t, mark), "muntsaus.db"))
	must(t, err)
	at := bytes.Index(whole, []byte(mark)) // in an entry, with others behind it
	for _, c := range []struct {
		name, says string
		damage     func(data []byte) []byte
	}{
		{"healthy", "", func(data []byte) []byte { return data }},
		{"a letter of an entry is another", "board ", func(data []byte) []byte { data[at]++; return data }},
		{"a flipped bit at the head of a page", "oplog", func(data []byte) []byte { data[at/page*page] ^= 0x40; return data }},
		{"a page is missing", "oplog", func(data []byte) []byte { clear(data[at/page*page : at/page*page+page]); return data }},
		{"the end is cut off", "oplog", func(data []byte) []byte { return data[:len(data)/2/page*page] }},
		{"cut off within the first page", "muntsaus:", func(data []byte) []byte { return data[:1000] }},
		{"emptied", "muntsaus.db is empty", func([]byte) []byte { return nil }},
		{"a file of another program", "not a file of muntsaus", func(data []byte) []byte { binary.BigEndian.PutUint32(data[68:], 7); return data }},
		{"no database", "not a database", func([]byte) []byte { return []byte(strings.Repeat("dag ", 3000)) }},
	} {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "muntsaus.db"), c.damage(bytes.Clone(whole)), 0o600))
		wantExit(t, c.name, c.says, "check", "--data", dir)
	}
}

// Where there are no boards nothing is made, and nothing is said to be well.
func TestCheckAndBackupWantBoards(t *testing.T) {
	t.Parallel()
	foreign, empty := t.TempDir(), t.TempDir()
	must(t, os.WriteFile(filepath.Join(foreign, "photo.jpg"), []byte("x"), 0o600))
	for _, dir := range []string{foreign, empty} {
		wantExit(t, dir, "no boards in", "check", "--data", dir)
		wantExit(t, dir, "no boards in", "backup", "--data", dir, "-o", filepath.Join(dir, "copy.db"))
	}
	if made, err := os.ReadDir(empty); err != nil || len(made) != 0 {
		t.Errorf("made %v, %v", made, err)
	}
}

// wantExit runs the program: exit 1 and the sentence, or exit 0 when there is none.
func wantExit(t *testing.T, name, says string, args ...string) {
	t.Helper()
	cmd := program(t, args...)
	out, _ := cmd.CombinedOutput()
	code := 0
	if says != "" {
		code = 1
	}
	if cmd.ProcessState.ExitCode() != code || !strings.Contains(string(out), says) || strings.Contains(string(out), "panic") {
		t.Errorf("%s: exit %d: %s", name, cmd.ProcessState.ExitCode(), out)
	}
}
