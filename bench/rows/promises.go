package main

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	wire "github.com/fasthttp/websocket"
)

// promises are the rows about what settings, files and starts promise.
var promises = []probe{{"Q1", capOfFixes}, {"Q2", unknownOption}, {"Q3", insideAddress},
	{"Q6", startsFull}, {"Q7", nameStays}, {"Q8", leftBehind}, {"Q8", silentEnd}}

// capOfFixes: one active fix may be, and a second is made.
func capOfFixes(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	desk.do(set(desk.first("board"), op{"set_active_fix_cap": 1}))
	desk.do(put("fix", id(), op{"text": "Bel dezelfde dag terug", "status": "agreed"}))
	code, _ := desk.push(put("fix", id(), op{"text": "Eén brief in plaats van twee", "status": "agreed"}))
	return say(code == "", "the second is taken")
}

// unknownOption: a file of another version holds one option that is not known here.
func unknownOption(h *house) string {
	b := h.board("lease")
	data := strings.Replace(h.file(b, "board.json"), `"channel":"phone"`, `"channel":"hologram"`, 1)
	if !strings.Contains(data, "hologram") {
		breakOff("the board has no step by phone")
	}
	a := h.ask("POST", "/api/boards/import", "", data)
	return say(a.status != http.StatusCreated, "the whole file is refused: %d %s", a.status, a.code())
}

// startsFull: killed while the disk is full, and started again.
func startsFull(h *house) string {
	must(os.MkdirAll(h.data(), 0o700))
	if err := syscall.Mount("tmpfs", h.data(), "tmpfs", 0, "size=4m"); err != nil {
		breakOff("needs root, for a small disk: %v", err)
	}
	defer func() { _ = syscall.Unmount(h.data(), syscall.MNT_DETACH) }()
	h.board("lease")
	h.board("lease")
	filler, err := os.Create(filepath.Join(h.data(), "filler"))
	must(err)
	for err == nil {
		_, err = filler.Write(make([]byte, 4096))
	}
	filler.Close()
	h.stop(syscall.SIGKILL)
	if h.starts() {
		return ""
	}
	return "it does not start"
}

// starts says whether the server listens again.
func (h *house) starts() (listens bool) {
	defer func() { _ = recover() }()
	h.open()
	return true
}

// nameStays: somebody asks to be forgotten, and owned a step and a parked thing by name.
func nameStays(h *house) string {
	b := h.board("lease")
	desk := h.line(b, b.seat)
	ann := h.join(b, "Annelies de Wit", h.departments(b)[0])
	desk.do(set(desk.first("step"), op{"owner_person": "Annelies de Wit"}))
	desk.do(put("parking_item", id(), op{"text": "het contract met de garage", "owner": "Annelies de Wit"}))
	if code, _ := desk.push(put("step", id(), op{"title": "Nergens"})); code == "" {
		return "a step without a phase is taken"
	}
	a := h.ask("DELETE", b.path+"/own", ann.str("seat"), "")
	if a.status != http.StatusNoContent {
		breakOff("forget me: %d %.200s", a.status, a.body)
	}
	return say(strings.Contains(h.file(b, "board.json"), "Annelies"), "the name stays in the board")
}

// leftBehind: the server is killed while its browser is warm, and started again.
func leftBehind(h *house) string {
	b := h.board("lease")
	h.file(b, "report.pdf?lang=nl")
	h.stop(syscall.SIGKILL)
	h.open()
	h.board("blank") // it works
	left := 0
	_ = filepath.WalkDir(h.scratch(), func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			left++
		}
		return nil
	})
	return say(left > 20, "%d files of its browser", left)
}

// silentEnd: one sends a frame that is too large.
func silentEnd(h *house) string {
	b := h.board("blank")
	address := "ws" + strings.TrimPrefix(h.url, "http") + b.path + "/live"
	conn, _, err := wire.DefaultDialer.Dial(address, http.Header{"Authorization": {"Bearer " + b.seat}})
	must(err)
	defer conn.Close()
	must(conn.WriteMessage(wire.TextMessage, []byte(encode(op{"type": "hello", "client": id()}))))
	_ = conn.WriteMessage(wire.TextMessage, bytes.Repeat([]byte("x"), 64<<10+1))
	must(conn.SetReadDeadline(time.Now().Add(patience)))
	for {
		_, _, err := conn.ReadMessage()
		if err == nil {
			continue
		}
		var end *wire.CloseError
		if !errors.As(err, &end) {
			breakOff("no close frame: %v", err)
		}
		return say(end.Text == "", "closed with %d, without a word", end.Code)
	}
}
