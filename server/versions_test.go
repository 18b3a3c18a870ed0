package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	wire "github.com/fasthttp/websocket"
)

// Folders and files that earlier versions wrote (testdata/versions/<version>) open today: the data folder as kill -9 left it, the
// board.json of each board, and the seats of its people. In each folder the second board has an open round with a sealed rating of Ann
// and a sealed card of Bob.

// leftBoard is one board of such a folder.
type leftBoard struct {
	BoardID string            `json:"boardId"`
	Seat    string            `json:"seat"`
	People  map[string]string `json:"people"`
}

// exportOf is what the tests read of a board.json.
type exportOf struct {
	Records []struct {
		ID     string
		Kind   string
		By     string
		Fields map[string]any
	}
}

func TestFoldersOfEarlierVersionsOpen(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("testdata/versions/*")
	must(t, err)
	if len(folders) == 0 {
		t.Fatal("no folder of an earlier version")
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			var boards []leftBoard
			must(t, json.Unmarshal(readFile(t, folder, "seats.json"), &boards))
			dir := t.TempDir()
			for _, name := range []string{"muntsaus.db", "muntsaus.db-wal"} {
				must(t, os.WriteFile(filepath.Join(dir, name), readFile(t, folder, name), 0o600))
			}
			server := serveWith(t, "--data", dir, "--keep-days", "0", "--keep-most", "0") // a fixture does not grow too old
			for i, board := range boards {
				file := readFile(t, folder, fmt.Sprintf("board-%d.json", i+1))
				wantRecords(t, file, server.raw(t, "/api/boards/"+board.BoardID+"/board.json", board.Seat))
				wantImported(t, server, file)
			}
			wantSealed(t, server, boards[len(boards)-1])
			server.stop(t)
		})
	}
}

func readFile(t *testing.T, folder, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	must(t, err)
	return data
}

func (c *child) raw(t *testing.T, path, seat string) []byte {
	t.Helper()
	return []byte(c.ask(t, "GET", path, seat, ""))
}

// wantRecords: everything that was in the file is on the board, with every field as it was.
func wantRecords(t *testing.T, file, now []byte) {
	t.Helper()
	var before, after exportOf
	must(t, json.Unmarshal(file, &before))
	must(t, json.Unmarshal(now, &after))
	fields := map[string]map[string]any{}
	for _, r := range after.Records {
		fields[r.ID] = r.Fields
	}
	for _, r := range before.Records {
		if !reflect.DeepEqual(fields[r.ID], r.Fields) {
			t.Errorf("%s %s was %v and is %v", r.Kind, r.ID, r.Fields, fields[r.ID])
		}
	}
}

// wantImported: the file opens as a new board that holds as many records of each kind.
func wantImported(t *testing.T, server *child, file []byte) {
	t.Helper()
	made := server.post(t, "/api/boards/import", string(file))
	anew := server.raw(t, "/api/boards/"+made["boardId"].(string)+"/board.json", made["seat"].(string))
	if before, after := kindsIn(t, file), kindsIn(t, anew); !reflect.DeepEqual(before, after) {
		t.Errorf("imported %v of %v", after, before)
	}
}

func kindsIn(t *testing.T, file []byte) map[string]int {
	t.Helper()
	var read exportOf
	must(t, json.Unmarshal(file, &read))
	count := map[string]int{}
	for _, r := range read.Records {
		count[r.Kind]++
	}
	return count
}

// wantSealed: what people had sealed is still theirs, nobody else's, and can be revealed.
func wantSealed(t *testing.T, server *child, board leftBoard) {
	t.Helper()
	welcome := func(seat, page string) (string, *wire.Conn) {
		conn := server.dial(t, map[string]any{"boardId": board.BoardID, "seat": seat}, page)
		_, frame, err := conn.ReadMessage()
		must(t, err)
		return string(frame), conn
	}
	const words = "Een verzegelde gedachte van Bob"
	if frame, _ := welcome(board.People["Bob"], "page-of-bob-00001"); !strings.Contains(frame, words) {
		t.Error("Bob lost the card he had sealed")
	}
	if frame, _ := welcome(board.People["Ann"], "page-of-ann-00001"); strings.Contains(frame, words) {
		t.Error("Ann reads the sealed card of Bob")
	}
	frame, host := welcome(board.Seat, "page-of-the-host1")
	if strings.Contains(frame, words) {
		t.Error("the host reads the sealed card of Bob")
	}
	for n, round := range openRounds(t, frame) {
		must(t, host.WriteMessage(wire.TextMessage,
			fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[{"op":"act","do":"reveal","id":%q}]}`, n+1, round)))
		awaitAnswer(t, host)
	}
	if now := string(server.raw(t, "/api/boards/"+board.BoardID+"/board.json", board.Seat)); !strings.Contains(now, words) {
		t.Error("the reveal did not show the card of Bob")
	}
}

// openRounds gives the rounds that were open, in their order.
func openRounds(t *testing.T, welcome string) (ids []string) {
	t.Helper()
	var read exportOf
	must(t, json.Unmarshal([]byte(welcome), &read))
	for _, r := range read.Records {
		if r.Kind == "round" && r.Fields["state"] == "open" {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) != 2 {
		t.Fatalf("open rounds: %v", ids)
	}
	return ids
}

// An update in the middle of a reveal: the server goes, by force or as one asks it to, while the reveal of a round that an earlier version
// opened is on its way, or told to one screen. The page hands it in again to the server that comes after: it counts once, whatever came of it.
func TestAnUpdateInTheMiddleOfAReveal(t *testing.T) {
	t.Parallel()
	var want map[string]int
	for _, c := range []struct {
		what string
		ends func(t *testing.T, server *child, other *wire.Conn)
	}{
		{"nothing happens", nil},
		{"killed on its way", func(t *testing.T, server *child, _ *wire.Conn) { server.kill(t) }},
		{"stopped on its way", func(t *testing.T, server *child, _ *wire.Conn) { server.stop(t) }},
		{"killed when another was told", func(t *testing.T, server *child, other *wire.Conn) {
			for told := ""; !strings.Contains(told, `"revealed"`); {
				_, frame, err := other.ReadMessage()
				must(t, err)
				told = string(frame)
			}
			server.kill(t)
		}},
	} {
		board := revealed(t, c.ends)
		if n := strings.Count(string(board), "Een verzegelde gedachte van Bob"); n != 1 {
			t.Errorf("%s: the card of Bob stands %d times on the board", c.what, n)
		}
		if kinds := kindsIn(t, board); want == nil {
			want = kinds
		} else if !reflect.DeepEqual(kinds, want) {
			t.Errorf("%s: %v, undisturbed %v", c.what, kinds, want)
		}
	}
}

// revealed reveals the rounds that the earlier version left open, with an end of the server in the middle of the first, and gives board.json.
func revealed(t *testing.T, ends func(*testing.T, *child, *wire.Conn)) []byte {
	t.Helper()
	const folder = "testdata/versions/959f968"
	dir := t.TempDir()
	for _, name := range []string{"muntsaus.db", "muntsaus.db-wal"} {
		must(t, os.WriteFile(filepath.Join(dir, name), readFile(t, folder, name), 0o600))
	}
	var boards []leftBoard
	must(t, json.Unmarshal(readFile(t, folder, "seats.json"), &boards))
	board := boards[len(boards)-1]
	seat := func(seat string) map[string]any { return map[string]any{"boardId": board.BoardID, "seat": seat} }
	serve := func() *child { return serveWith(t, "--data", dir, "--keep-days", "0", "--keep-most", "0") }
	server := serve()
	other := server.dial(t, seat(board.People["Ann"]), "page-of-ann-00001")
	host := server.dial(t, seat(board.Seat), "page-of-the-host1")
	_, welcome, err := host.ReadMessage()
	must(t, err)
	rounds := openRounds(t, string(welcome))
	reveal := func(n int) {
		must(t, host.WriteMessage(wire.TextMessage,
			fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[{"op":"act","do":"reveal","id":%q}]}`, n+1, rounds[n])))
	}
	if ends != nil {
		reveal(0)
		ends(t, server, other)
		server = serve()
		host = server.dial(t, seat(board.Seat), "page-of-the-host1")
	}
	for n := range rounds {
		reveal(n)
		if answer := answerTo(t, host); answer != "yours" {
			t.Errorf("reveal %d was answered with %s", n, answer)
		}
	}
	now := server.raw(t, "/api/boards/"+board.BoardID+"/board.json", board.Seat)
	server.stop(t)
	return now
}

// answerTo reads until a push was answered, and gives the type of the answer.
func answerTo(t *testing.T, conn *wire.Conn) string {
	t.Helper()
	for {
		var frame struct{ Type string }
		must(t, conn.ReadJSON(&frame))
		if frame.Type == "yours" || frame.Type == "refused" || frame.Type == "error" {
			return frame.Type
		}
	}
}

// TestAFlippedBitInAnEarlierVersionsFileIsRefused with a sentence, and never half read.
func TestAFlippedBitInAnEarlierVersionsFileIsRefused(t *testing.T) {
	t.Parallel()
	const folder = "testdata/versions/959f968"
	dir := t.TempDir()
	data := readFile(t, folder, "muntsaus.db")
	data[len(data)/2/4096*4096] ^= 0x40 // the head of a page
	must(t, os.WriteFile(filepath.Join(dir, "muntsaus.db"), data, 0o600))
	wantExit(t, "muntsaus.db", "muntsaus:", "check", "--data", dir)

	file := readFile(t, folder, "board-1.json")
	for _, what := range []string{`"records"`, `"muntsaus"`} {
		at := bytes.Index(file, []byte(what))
		if at < 0 {
			t.Fatalf("no %s in board-1.json", what)
		}
		flipped := bytes.Clone(file)
		flipped[at+1] ^= 0x02 // another name
		must(t, os.WriteFile(filepath.Join(dir, "board.json"), flipped, 0o600))
		wantExit(t, what, "muntsaus:", "report", "--html", filepath.Join(dir, "board.json"))
	}
}

// TestVersionForPrograms: what an upgrade script asks before it trusts a folder to a program.
func TestVersionForPrograms(t *testing.T) {
	t.Parallel()
	out, err := program(t, "version", "--json").Output()
	must(t, err)
	var says map[string]any
	must(t, json.Unmarshal(out, &says))
	for _, name := range []string{"protocol", "entries", "file", "boardJson"} {
		if n, ok := says[name].(float64); !ok || n < 1 {
			t.Errorf("%s: %v", name, says[name])
		}
	}
	if out, err := program(t, "version").Output(); err != nil || !strings.Contains(string(out), "muntsaus.db") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestAFolderOfANewerProgramIsRefused: going back to an earlier program ends with a sentence, and leaves the folder as it is.
func TestAFolderOfANewerProgramIsRefused(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	server := serveIn(t, dir)
	server.create(t)
	server.stop(t)
	name := filepath.Join(dir, "muntsaus.db")
	data, err := os.ReadFile(name)
	must(t, err)
	data[63]++ // the lowest byte of user_version (sqlite.org/fileformat.html, offset 60)
	must(t, os.WriteFile(name, data, 0o600))
	for _, command := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"check"}, {"backup", "-o", filepath.Join(t.TempDir(), "x")}} {
		out, err := program(t, append(command, "--data", dir)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), "was written by a newer muntsaus") {
			t.Errorf("%v: %v: %s", command, err, out)
		}
	}
	if after, err := os.ReadFile(name); err != nil || !bytes.Equal(after, data) {
		t.Error("the file was changed")
	}
}
