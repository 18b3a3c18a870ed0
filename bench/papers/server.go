package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// server is a program that runs.
type server struct {
	run *exec.Cmd
	url string
}

// started starts a program on a free port with an empty folder.
func started(program, dir string) (*server, error) {
	run := exec.Command(program, "serve", "--listen", "127.0.0.1:0", "--data", dir)
	out, err := run.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := run.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var said struct{ Msg, URL string }
		if json.Unmarshal(lines.Bytes(), &said) == nil && said.Msg == "listening" {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return &server{run, said.URL}, nil
		}
	}
	return nil, errors.New("it did not start")
}

func (s *server) stop() {
	_ = s.run.Process.Signal(os.Interrupt)
	_ = s.run.Wait()
}

// board is one that was brought in, and the seat of whoever leads it.
type board struct{ BoardID, Seat string }

// bring brings in a file; without one it begins a board of its own with the journey of the lease car.
func (s *server) bring(file []byte) (b board, err error) {
	path := "/api/boards/import"
	if file == nil {
		path, file = "/api/boards", []byte(`{"template":"lease","agenda":"half","language":"nl","title":"Schade","name":"Noor"}`)
	}
	answer, err := http.Post(s.url+path, "application/json", bytes.NewReader(file))
	if err != nil {
		return b, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusCreated {
		said, _ := io.ReadAll(answer.Body)
		return b, fmt.Errorf("import: %d %s", answer.StatusCode, said)
	}
	return b, json.NewDecoder(answer.Body).Decode(&b)
}

// take asks for a document of a board, and gives how long it took and how large it is.
func (s *server) take(b board, path string) (took time.Duration, size int, err error) {
	ask, err := http.NewRequest(http.MethodGet, s.url+"/api/boards/"+b.BoardID+"/"+path, nil)
	if err != nil {
		return 0, 0, err
	}
	ask.Header.Set("Authorization", "Bearer "+b.Seat)
	from := time.Now()
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		return 0, 0, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %d %.200s", path, answer.StatusCode, body)
	}
	return time.Since(from), len(body), err
}

// measure is one turn of one program.
func measure(program string, files map[string][]byte, m measured, rests bool) error {
	dir, err := os.MkdirTemp("", "muntsaus-papers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := started(program, dir)
	if err != nil {
		return err
	}
	defer s.stop()
	cold := true
	for _, name := range []string{"lease", "full", "largest"} {
		if err := s.sort(name, files[name], m, &cold); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	m.add("browser, memory", s.browser())
	if rests {
		s.rest(m)
	}
	return nil
}

// sort measures the boards of one sort: their pages first, then their PDFs, of the largest one alone.
func (s *server) sort(name string, file []byte, m measured, cold *bool) error {
	all := make([]board, *each)
	for i := range all {
		b, err := s.bring(file)
		if err != nil && i == 0 && s.run.Path != *now {
			fmt.Fprintf(os.Stderr, "%s does not take the board %q: %v\n", s.run.Path, name, err)
			return nil
		}
		if err != nil {
			return err
		}
		all[i] = b
		took, _, err := s.take(b, "report")
		if err != nil {
			return err
		}
		m.add("page, "+name, ms(took))
	}
	if name == "largest" {
		all = all[:1]
	}
	for _, b := range all {
		time.Sleep(apart)
		took, size, err := s.take(b, "report.pdf")
		if err != nil {
			return err
		}
		row := "PDF, " + name
		if *cold {
			row, *cold = "PDF, the first", false
		}
		m.add(row, ms(took))
		m.add("PDF, "+name+", size", float64(size)/1024)
	}
	return nil
}

// apart is between two prints: those that follow each other leave a core to the room, and one person asks for one.
const apart = 6 * time.Second

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// rest waits until the browser is ended, three minutes at most, and tells what memory is left of it.
func (s *server) rest(m measured) {
	from := time.Now()
	for s.browser() > 0 && time.Since(from) < 3*time.Minute {
		time.Sleep(time.Second)
	}
	m.add("until it rests", time.Since(from).Seconds())
	m.add("browser, when it rests", s.browser())
}

// browser is the memory of what the program started, and of what that started, in megabytes; pages that several share count once.
func (s *server) browser() float64 {
	parents := map[string][]string{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil { // it ended in between
			continue
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		parents[fields[1]] = append(parents[fields[1]], strings.Split(path, "/")[2])
	}
	var below func(pid string) float64
	below = func(pid string) (sum float64) {
		for _, child := range parents[pid] {
			sum += proportional(child) + below(child)
		}
		return sum
	}
	return below(strconv.Itoa(s.run.Process.Pid)) / 1024
}

// proportional is the memory of a process in kilobytes, its share of what it has in common with others.
func proportional(pid string) float64 {
	rollup, err := os.ReadFile("/proc/" + pid + "/smaps_rollup")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(rollup)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "Pss:" {
			n, _ := strconv.ParseFloat(fields[1], 64)
			return n
		}
	}
	return 0
}
