package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/server/clocktest"
)

// What pages of earlier versions said on their own folder, and what their server answered (frames.json beside it). Today's server must
// tell such a page all of it: more is allowed, less or something else is a change of the protocol that nobody declared.
//
//	MUNTSAUS_RECORD=<program of that version> go test ./server -run RecordedConversations     writes the answers of that program

// recordEnv names the program whose answers are recorded, in place of holding this one's against them.
const recordEnv = "MUNTSAUS_RECORD"

// exchange is one frame of a page and what came back for it: the answer, and the entry that shows it.
type exchange struct {
	Who  string           `json:"who"`
	Up   json.RawMessage  `json:"up"`
	Down []map[string]any `json:"down"`
}

func TestRecordedConversationsAreAnsweredAsThen(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/versions/*/frames.json")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no recorded conversation")
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			var then []exchange
			must(t, json.Unmarshal(readFile(t, filepath.Dir(file), filepath.Base(file)), &then))
			now := replayed(t, filepath.Dir(file), then)
			if os.Getenv(recordEnv) != "" {
				must(t, os.WriteFile(file, written(t, now), 0o644))
				return
			}
			for i := range then {
				if wrong := lost(then[i].Down, now[i].Down); wrong != "" {
					t.Errorf("%s said %.120s: %s", then[i].Who, then[i].Up, wrong)
				}
			}
		})
	}
}

// TestALostFieldIsNoticed keeps the comparison honest.
func TestALostFieldIsNoticed(t *testing.T) {
	t.Parallel()
	then := []map[string]any{{"type": "yours", "acks": []any{1.0}, "seq": 7.0, "effects": []any{map[string]any{"e": "set", "id": "x"}}}}
	for what, change := range map[string]string{
		"gone":         `[{"type":"yours","acks":[1],"effects":[{"e":"set","id":"x"}]}]`,
		"another type": `[{"type":"yours","acks":[1],"seq":"7","effects":[{"e":"set","id":"x"}]}]`,
		"renamed":      `[{"type":"yours","acks":[1],"seq":7,"effects":[{"effect":"set","id":"x"}]}]`,
		"other word":   `[{"type":"yours","acks":[1],"seq":7,"effects":[{"e":"put","id":"x"}]}]`,
		"no effects":   `[{"type":"yours","acks":[1],"seq":7,"effects":[]}]`,
		"no answer":    `[]`,
	} {
		var now []map[string]any
		must(t, json.Unmarshal([]byte(change), &now))
		if lost(then, now) == "" {
			t.Errorf("%s: not noticed", what)
		}
	}
	var more []map[string]any
	must(t, json.Unmarshal([]byte(`[{"type":"yours","acks":[1],"seq":7,"new":true,"effects":[{"e":"set","id":"x","by":"y"}]}]`), &more))
	if wrong := lost(then, more); wrong != "" {
		t.Errorf("more is allowed: %s", wrong)
	}
}

// A deliberate change of the format: every name that the recorded frames hold is given another, and every value another type, one at a
// time, wherever it stands. Each is what somebody might do who did not mean to change the protocol, and each is noticed.
func TestADeliberateChangeOfTheFormatIsNoticed(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/versions/*/frames.json")
	must(t, err)
	for _, file := range files {
		var then []exchange
		must(t, json.Unmarshal(readFile(t, filepath.Dir(file), filepath.Base(file)), &then))
		names := map[string]bool{}
		changed(asJSON(t, then), "", nil, names)
		if len(names) < 50 {
			t.Fatalf("%s: %d names", file, len(names))
		}
		for name := range names {
			for what, change := range map[string]func(any) (string, any){
				"renamed":      func(v any) (string, any) { return name + "_2", v },
				"another type": func(v any) (string, any) { return name, map[string]any{"v": []any{v}} },
			} {
				noticed := false
				for _, e := range then {
					noticed = noticed || lost(e.Down, changed(asJSON(t, e.Down), name, change, nil)) != ""
				}
				if !noticed {
					t.Errorf("%s: %s %s: not noticed", file, name, what)
				}
			}
		}
	}
}

// changed gives a value in which everything of that name is changed, and puts down every name it meets below "down".
func changed(value any, name string, change func(any) (string, any), names map[string]bool) any {
	switch v := value.(type) {
	case []any:
		list := make([]any, len(v))
		for i, one := range v {
			list[i] = changed(one, name, change, names)
		}
		return list
	case map[string]any:
		if down, isExchange := v["down"]; isExchange && v["up"] != nil {
			return changed(down, name, change, names)
		}
		object := make(map[string]any, len(v))
		for key, one := range v {
			if names != nil {
				names[key] = true
			}
			one = changed(one, name, change, names)
			if key == name {
				key, one = change(one)
			}
			object[key] = one
		}
		return object
	}
	return value
}

// asJSON is a copy as a reader of JSON has it.
func asJSON(t *testing.T, v any) (read any) {
	t.Helper()
	text, err := json.Marshal(v)
	must(t, err)
	must(t, json.Unmarshal(text, &read))
	return read
}

// replayed says all of it to a server on the folder of that version.
func replayed(t *testing.T, folder string, then []exchange) (now []exchange) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"muntsaus.db", "muntsaus.db-wal"} {
		must(t, os.WriteFile(filepath.Join(dir, name), readFile(t, folder, name), 0o600))
	}
	args := []string{"--data", dir}
	if os.Getenv(recordEnv) == "" {
		args = append(args, "--keep-days", "0", "--keep-most", "0") // a fixture does not grow too old
	}
	server := serveWith(t, args...)
	defer server.stop(t)
	var boards []leftBoard
	must(t, json.Unmarshal(readFile(t, folder, "seats.json"), &boards))
	board := boards[len(boards)-1]
	conns := map[string]*wire.Conn{}
	for _, e := range then {
		if conns[e.Who] == nil {
			conns[e.Who] = server.line(t, board, e.Who)
			defer conns[e.Who].Close()
		}
		var up bytes.Buffer
		must(t, json.Compact(&up, e.Up))
		must(t, conns[e.Who].WriteMessage(wire.TextMessage, up.Bytes()))
		now = append(now, exchange{e.Who, e.Up, answers(t, conns[e.Who], up.Bytes())})
	}
	return now
}

func (c *child) line(t *testing.T, board leftBoard, who string) *wire.Conn {
	t.Helper()
	seat := board.Seat
	if who != "host" {
		seat = board.People[who]
	}
	conn, _, err := wire.DefaultDialer.Dial("ws"+strings.TrimPrefix(c.url, "http")+"/api/boards/"+board.BoardID+"/live",
		http.Header{"Authorization": {"Bearer " + seat}})
	must(t, err)
	return conn
}

// answers reads the answer to one frame, and the entry that shows it.
func answers(t *testing.T, conn *wire.Conn, up []byte) (list []map[string]any) {
	t.Helper()
	var said struct {
		Type string
		N    float64
	}
	must(t, json.Unmarshal(up, &said))
	must(t, conn.SetReadDeadline(time.Now().Add(clocktest.Patience)))
	for shown := any(nil); ; {
		var f map[string]any
		must(t, conn.ReadJSON(&f))
		switch {
		case shown == nil && isAnswer(f, said.Type, said.N):
			list = append(list, f)
			if shown = f["seq"]; f["type"] != "yours" || shown == nil {
				return list
			}
		case shown != nil && f["type"] == "entries" && strings.Contains(fmt.Sprint(f["entries"]), fmt.Sprint("seq:", shown)):
			return append(list, f)
		}
	}
}

func isAnswer(f map[string]any, said string, n float64) bool {
	acks, _ := f["acks"].([]any)
	switch said {
	case "hello":
		return f["type"] == "welcome"
	case "push":
		return f["type"] == "yours" && slices.Contains(acks, any(n)) || f["type"] == "refused" && f["n"] == n
	case "ping":
		return f["type"] == "pong"
	}
	return f["type"] == "error"
}

// same are the keys whose values are compared: the rest is of its time, or drawn by chance.
var same = []string{"type", "e", "code", "n", "op", "acks", "kind", "field", "ver", "splices", "site", "lastN", "skipped", "role", "seq", "value",
	"state", "text", "title", "collect"}

// lost says what of a value is no longer there, or is something else; "" = nothing.
func lost(then, now any) string { return lostIn("", "", reflect.ValueOf(then).Interface(), now) }

func lostIn(path, key string, then, now any) string {
	switch was := then.(type) {
	case []map[string]any:
		return lostIn(path, key, anyOf(was), anyOf(now))
	case map[string]any:
		is, ok := now.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s was an object and is %v", path, now)
		}
		for name, value := range was {
			other, there := is[name]
			if !there {
				return path + "." + name + " is gone"
			}
			if wrong := lostIn(path+"."+name, name, value, other); wrong != "" {
				return wrong
			}
		}
		return ""
	case []any:
		is, ok := now.([]any)
		if !ok || len(is) < len(was) {
			return fmt.Sprintf("%s had %d and is %.80v", path, len(was), now)
		}
		return lostOfList(path, key, was, is)
	}
	if reflect.TypeOf(then) != reflect.TypeOf(now) || slices.Contains(same, key) && then != now {
		return fmt.Sprintf("%s was %v and is %v", path, then, now)
	}
	return ""
}

// lostOfList compares records by their id where they have one that both know, and everything else by its place.
func lostOfList(path, key string, was, is []any) string {
	byID := map[string]any{}
	for _, v := range is {
		if r, ok := v.(map[string]any); ok && r["kind"] != nil {
			byID[fmt.Sprint(r["id"])] = v
		}
	}
	for i, v := range was {
		if (key == "effects" || key == "records") && slices.ContainsFunc(is, func(other any) bool { return lostIn("", key, v, other) == "" }) {
			continue // a reveal shuffles
		}
		other := is[i]
		if r, ok := v.(map[string]any); ok && byID[fmt.Sprint(r["id"])] != nil {
			other = byID[fmt.Sprint(r["id"])]
		}
		if wrong := lostIn(fmt.Sprintf("%s[%d]", path, i), key, v, other); wrong != "" {
			return wrong
		}
	}
	return ""
}

func anyOf(frames any) []any {
	told, asRead := frames.([]map[string]any)
	if !asRead {
		return frames.([]any)
	}
	list := make([]any, len(told))
	for i, f := range told {
		list[i] = f
	}
	return list
}

// written is the file of a conversation: one line per frame, so that a change of it can be read.
func written(t *testing.T, list []exchange) []byte {
	t.Helper()
	var text bytes.Buffer
	text.WriteString("[")
	for i, e := range list {
		line, err := json.Marshal(e)
		must(t, err)
		if i > 0 {
			text.WriteString(",")
		}
		text.WriteString("\n")
		text.Write(line)
	}
	text.WriteString("\n]\n")
	return text.Bytes()
}
