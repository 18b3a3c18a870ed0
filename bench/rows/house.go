package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// patience is how long a probe waits for what must come.
const patience = 20 * time.Second

// house is a server of one program with a folder of its own.
type house struct {
	program, dir, url string
	cmd               *exec.Cmd
	log               bytes.Buffer
	lines             []*line
}

// open starts the server; with wrap it runs under another command.
func (h *house) open(args ...string) {
	if h.cmd != nil {
		return
	}
	h.cmd = exec.Command(h.program, append([]string{"serve", "--listen", "127.0.0.1:0", "--data", h.data()}, args...)...)
	h.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	h.cmd.Env = append(os.Environ(), "TMPDIR="+h.scratch(), "MUNTSAUS_TRUSTED_PROXIES=127.0.0.1") // so that X-Forwarded-For counts
	out, err := h.cmd.StderrPipe()
	must(err)
	must(h.cmd.Start())
	lines := bufio.NewScanner(out)
	for h.url = ""; h.url == "" && lines.Scan(); {
		var line struct{ Msg, URL string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			h.url = line.URL
		}
	}
	go func() {
		for lines.Scan() { // else it blocks on a full pipe
		}
	}()
	if h.url == "" {
		breakOff("the server does not listen")
	}
}

func (h *house) data() string { return filepath.Join(h.dir, "data") }

// scratch is where the server's browser leaves its files.
func (h *house) scratch() string {
	folder := filepath.Join(h.dir, "s")
	must(os.MkdirAll(folder, 0o700))
	return folder
}

// stop ends the server as a kill -9 does, or with its consent.
func (h *house) stop(sig syscall.Signal) {
	if h.cmd == nil {
		return
	}
	_ = h.cmd.Process.Signal(sig)
	_ = h.cmd.Wait()
	h.cmd = nil
}

func (h *house) end() {
	for _, l := range h.lines {
		l.conn.Close()
	}
	h.stop(syscall.SIGTERM)
}

// cpu gives the seconds the server has used.
func (h *house) cpu() float64 {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(h.cmd.Process.Pid) + "/stat")
	must(err)
	return computed(string(text))
}

// computed reads the seconds out of /proc/*/stat. The name in brackets may hold anything.
func computed(stat string) float64 {
	fields := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return float64(user+system) / 100
}

// browser gives the seconds the browser of the server has used, as far as its processes live.
func (h *house) browser() (seconds float64) {
	processes, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range processes {
		line, _ := os.ReadFile(path)
		stat, err := os.ReadFile(filepath.Join(filepath.Dir(path), "stat"))
		if err == nil && bytes.Contains(line, []byte(h.scratch())) {
			seconds += computed(string(stat))
		}
	}
	return seconds
}

// answer is one of HTTP.
type answer struct {
	status int
	head   http.Header
	body   []byte
	fields map[string]any
}

func (a answer) str(key string) string { s, _ := a.fields[key].(string); return s }

// code gives the code of a refusal.
func (a answer) code() string {
	no, _ := a.fields["error"].(map[string]any)
	code, _ := no["code"].(string)
	return code
}

func (a answer) ok() answer {
	if a.status/100 != 2 {
		breakOff("%d %.200s", a.status, a.body)
	}
	return a
}

var client = &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 16}}

// ask sends one request, as whoever has the seat. header: name, value, name, value.
func (h *house) ask(method, path, seat, body string, header ...string) answer {
	a, err := h.tries(method, path, seat, body, header...)
	must(err)
	return a
}

func (h *house) tries(method, path, seat, body string, header ...string) (a answer, err error) {
	request, err := http.NewRequest(method, h.url+path, strings.NewReader(body))
	if err != nil {
		return a, err
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	if seat != "" {
		request.Header.Set("Authorization", "Bearer "+seat)
	}
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	if host := request.Header.Get("Host"); host != "" {
		request.Host = host
	}
	got, err := client.Do(request)
	if err != nil {
		return a, err
	}
	defer got.Body.Close()
	a.status, a.head = got.StatusCode, got.Header
	a.body, err = io.ReadAll(got.Body)
	_ = json.Unmarshal(a.body, &a.fields) // files are no JSON
	return a, err
}

func (h *house) get(path, seat string) answer { return h.ask(http.MethodGet, path, seat, "") }

func (h *house) post(path, seat string, body map[string]any) answer {
	return h.ask(http.MethodPost, path, seat, encode(body))
}

func encode(v any) string {
	data, err := json.Marshal(v)
	must(err)
	return string(data)
}

// board is one that was made here.
type board struct {
	answer
	id, seat, path string
}

// boardFields are what another process gets to know of it.
type boardFields struct {
	ID, Seat, Path string
	Fields         map[string]any
}

// MarshalJSON gives it to another process.
func (b board) MarshalJSON() ([]byte, error) {
	return json.Marshal(boardFields{b.id, b.seat, b.path, b.fields})
}

// UnmarshalJSON takes it from another process.
func (b *board) UnmarshalJSON(data []byte) error {
	var f boardFields
	err := json.Unmarshal(data, &f)
	*b = board{answer{fields: f.Fields}, f.ID, f.Seat, f.Path}
	return err
}

// board makes one and remembers whoever leads.
func (h *house) board(template string) board {
	h.open()
	return h.made(h.post("/api/boards", "", op{"template": template, "agenda": "2h", "language": "nl", "title": "Proef",
		"name": "Hanna"}))
}

func (h *house) made(a answer) board {
	a.ok()
	return board{a, a.str("boardId"), a.str("seat"), "/api/boards/" + a.str("boardId")}
}

// departments gives the ids of them.
func (h *house) departments(b board) (ids []string) {
	list, _ := h.get("/api/join/"+b.str("joinCode"), "").ok().fields["departments"].([]any)
	for _, d := range list {
		ids = append(ids, d.(map[string]any)["id"].(string))
	}
	return ids
}

// join lets somebody in.
func (h *house) join(b board, name, department string) answer {
	return h.post("/api/join/"+b.str("joinCode"), "", map[string]any{"name": name, "departmentId": department}).ok()
}

// file is what a board gives to take along, in Dutch.
func (h *house) file(b board, name string) string {
	return string(h.ask(http.MethodGet, b.path+"/"+name, b.seat, "", "Accept-Language", "nl").ok().body)
}
