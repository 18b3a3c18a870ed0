package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"muntsaus/bench/lines"
)

// muntsaus is the product, with its boards in a folder and every acknowledgement on disk.
type muntsaus struct {
	called  string
	program string
	way     string // by which everybody goes, see package lines
	cmd     *exec.Cmd
	url     string
	board   string
	seats   []seat
}

type seat struct{ BoardID, PersonID, JoinCode, Seat string }

func (m *muntsaus) name() string { return m.called }
func (m *muntsaus) pid() int     { return m.cmd.Process.Pid }

func (m *muntsaus) start(dir string) error {
	m.cmd = exec.Command(m.program, "serve", "--listen", "127.0.0.1:0", "--data", dir)
	m.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	out, err := m.cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := m.cmd.Start(); err != nil {
		return err
	}
	lines := bufio.NewScanner(out)
	for m.url = ""; m.url == "" && lines.Scan(); {
		var line struct{ Msg, URL string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			m.url = line.URL
		}
	}
	if m.url == "" {
		return fmt.Errorf("it does not listen")
	}
	go func() {
		for lines.Scan() { // else it blocks on a full pipe
		}
	}()
	return nil
}

func (m *muntsaus) stop() {
	_ = m.cmd.Process.Kill()
	_ = m.cmd.Wait()
}

func (m *muntsaus) post(path string, wish map[string]string) (s seat, err error) {
	body, err := json.Marshal(wish)
	if err != nil {
		return s, err
	}
	answer, err := http.Post(m.url+path, "application/json", bytes.NewReader(body))
	if err != nil {
		return s, err
	}
	defer answer.Body.Close()
	if answer.StatusCode/100 != 2 {
		return s, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return s, json.NewDecoder(answer.Body).Decode(&s)
}

func (m *muntsaus) prepare(people int) error {
	host, err := m.post("/api/boards", map[string]string{"template": "blank", "agenda": "2h", "language": "nl", "title": "Meting"})
	if err != nil {
		return err
	}
	answer, err := http.Get(m.url + "/api/join/" + host.JoinCode)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var open struct{ Departments []struct{ ID string } }
	if err := json.NewDecoder(answer.Body).Decode(&open); err != nil {
		return err
	}
	m.board, m.seats = host.BoardID, nil
	for i := range people {
		person := map[string]string{"name": fmt.Sprint("p", i), "departmentId": open.Departments[i%2].ID}
		s, err := m.post("/api/join/"+host.JoinCode, person)
		if err != nil {
			return err
		}
		m.seats = append(m.seats, s)
	}
	return nil
}

// join says hello and puts the note that the person will write on.
func (m *muntsaus) join(ctx context.Context, i int) (*peer, error) {
	s := m.seats[i%len(m.seats)]
	hello := fmt.Appendf(nil, `{"type":"hello","client":"load-%d-%d"}`, i, time.Now().UnixNano()%1e9)
	conn, err := lines.Open(ctx, m.way, lines.Where{Door: m.url, Board: m.board, Seat: s.Seat}, &dialer)
	if err != nil {
		return nil, err
	}
	p, err := greet(conn, hello)
	if err == nil {
		p.person = s.PersonID
	}
	return p, err
}

func (m *muntsaus) edit(p *peer, mark string) []byte {
	p.n++
	if p.note == "" {
		p.note = fmt.Sprintf("note-%s", p.person)
		return fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[{"op":"put","kind":"note","id":%q,"fields":{"text":%q}}]}`, p.n, p.note, mark)
	}
	return fmt.Appendf(nil, `{"type":"push","n":%d,"ops":[{"op":"set","id":%q,"fields":{"text":%q}}]}`, p.n, p.note, mark)
}

func (m *muntsaus) here(_ *peer, spot string) []byte {
	return fmt.Appendf(nil, `{"type":"here","at":%q}`, spot)
}

// fill lets everybody put their part of the notes, as fast as a seat may.
func (m *muntsaus) fill(ctx context.Context, notes int) error {
	each := min((notes+len(m.seats)-1)/len(m.seats), 20)
	for from := 0; from < notes; from += each {
		p, err := m.join(ctx, from/each)
		if err != nil {
			return err
		}
		var ops []string
		for i := from; i < min(from+each, notes); i++ {
			ops = append(ops, fmt.Sprintf(`{"op":"put","kind":"note","id":"spot-%016d","fields":{"text":"%s"}}`,
				i, strings.Repeat("tekst ", 10)))
		}
		stored := p.await([]byte(`"acks":[1]`))
		if err := p.send(fmt.Appendf(nil, `{"type":"push","n":1,"ops":[%s]}`, strings.Join(ops, ","))); err != nil {
			return err
		}
		select {
		case <-stored:
		case <-time.After(20 * time.Second):
			return fmt.Errorf("notes were not stored")
		}
		p.close()
	}
	return nil
}
