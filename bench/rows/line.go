package main

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/boards"
)

// line is one page at a board: it shows what it was told and keeps the frames.
type line struct {
	conn   *wire.Conn
	n      int
	mu     sync.Mutex
	news   chan struct{}
	view   *boards.Board
	frames []frame
	hears  func(frame)
}

// keptFrames are enough to find an answer among.
const keptFrames = 64

// frame is any frame of the server.
type frame struct {
	raw     string
	Type    string
	Records []*boards.Record
	Entries []struct {
		At      int64
		Effects []boards.Effect
	}
	Acks    []int
	N       int
	Code    string
	Message string
	More    bool
}

type op = map[string]any

func id() string { return strings.ToLower(rand.Text())[:22] }

// line opens one and waits until it shows the board.
func (h *house) line(b board, seat string) *line {
	address := "ws" + strings.TrimPrefix(h.url, "http") + b.path + "/live"
	conn, _, err := wire.DefaultDialer.Dial(address, http.Header{"Authorization": {"Bearer " + seat}})
	must(err)
	l := &line{conn: conn, news: make(chan struct{}, 1), view: boards.New("view", "e")}
	h.lines = append(h.lines, l)
	l.send(map[string]any{"type": "hello", "client": id()})
	go l.read()
	l.await("a welcome", func(f frame) bool { return f.Type == "welcome" && !f.More })
	return l
}

func (l *line) send(v any) { must(l.conn.WriteMessage(wire.TextMessage, []byte(encode(v)))) }

func (l *line) read() {
	for {
		_, data, err := l.conn.ReadMessage()
		if err != nil {
			return
		}
		f := frame{raw: string(data)}
		if json.Unmarshal(data, &f) != nil {
			continue
		}
		l.take(f)
	}
}

func (l *line) take(f frame) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range f.Records {
		l.view.Apply(boards.Entry{Effects: []boards.Effect{{E: "put", Record: r}}})
	}
	for _, e := range f.Entries {
		l.view.Apply(boards.Entry{At: e.At, Effects: e.Effects})
	}
	if l.hears != nil {
		l.frames = l.frames[max(0, len(l.frames)-keptFrames):]
		l.hears(f)
	}
	l.frames = append(l.frames, f)
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// listen hears every frame from now on; only the last ones are kept.
func (l *line) listen(hears func(frame)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hears = hears
}

// find looks for a frame that came, and says whether there is one.
func (l *line) find(is func(frame) bool) (frame, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, f := range l.frames {
		if is(f) {
			return f, true
		}
	}
	return frame{}, false
}

// within waits for a frame so long, and says whether it came.
func (l *line) within(long time.Duration, is func(frame) bool) (frame, bool) {
	end := time.After(long)
	for {
		if f, there := l.find(is); there {
			return f, true
		}
		select {
		case <-l.news:
		case <-end:
			return frame{}, false
		}
	}
}

func (l *line) await(what string, is func(frame) bool) frame {
	f, there := l.within(patience, is)
	if !there {
		breakOff("%s did not come", what)
	}
	return f
}

// push sends one gesture and gives its refusal; without one it is shown.
func (l *line) push(ops ...op) (code, message string) {
	l.n++
	n := l.n
	l.send(map[string]any{"type": "push", "n": n, "ops": ops})
	f := l.await("an answer", func(f frame) bool {
		if f.Type == "refused" {
			return f.N == n
		}
		for _, ack := range f.Acks {
			if ack == n {
				return true
			}
		}
		return false
	})
	if f.Type == "refused" {
		return f.Code, f.Message
	}
	return "", ""
}

// do is a push that must be taken.
func (l *line) do(ops ...op) {
	if code, message := l.push(ops...); code != "" {
		breakOff("%s: %s (%.200s)", code, message, encode(ops))
	}
}

// shown waits until this line shows a record, and gives it.
func (l *line) shown(id string) *boards.Record {
	end := time.Now().Add(patience)
	for time.Now().Before(end) {
		if r := l.record(id); r != nil {
			return r
		}
		time.Sleep(5 * time.Millisecond)
	}
	breakOff("%s is not shown", id)
	return nil
}

func (l *line) record(id string) *boards.Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.Get(id)
}

// gone waits until a record is not shown any more.
func (l *line) gone(id string) {
	end := time.Now().Add(patience)
	for l.record(id) != nil {
		if time.Now().After(end) {
			breakOff("%s is still shown", id)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func (l *line) all(kind string) []*boards.Record {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view.All(kind)
}

func (l *line) first(kind string) string {
	list := l.all(kind)
	if len(list) == 0 {
		breakOff("there is no %s", kind)
	}
	return list[0].ID
}

// sees gives a field once this line shows it as wished, or as it is after a second.
func (l *line) sees(id, field string, want any) bool {
	end := time.Now().Add(time.Second)
	for {
		r := l.record(id)
		if r != nil && encode(r.Fields[field]) == encode(want) {
			return true
		}
		if time.Now().After(end) {
			return false
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func put(kind, id string, fields op) op {
	return op{"op": "put", "kind": kind, "id": id, "fields": fields}
}
func set(id string, fields op) op { return op{"op": "set", "id": id, "fields": fields} }
func del(id string) op            { return op{"op": "del", "id": id} }
func restore(id string) op        { return op{"op": "restore", "id": id} }

func act(do, id string, args op) op {
	o := op{"op": "act", "do": do, "args": args}
	if id != "" {
		o["id"] = id
	}
	if args == nil {
		delete(o, "args")
	}
	return o
}

// step makes a phase and a step in it.
func (l *line) step(title string) string {
	phase, step := id(), id()
	l.do(put("phase", phase, op{"title": "Fase"}), put("step", step, op{"phase_id": phase, "title": title}))
	return step
}

// pain makes one at a step.
func (l *line) pain(step, text string) string {
	pain := id()
	l.do(put("pain", pain, op{"step_id": step, "text": text}))
	return pain
}

// asked opens a round, lets the answers be given, and reveals it.
func (l *line) asked(args op, answers func(round string)) string {
	round := id()
	l.do(act("open", round, args))
	answers(round)
	l.do(act("reveal", round, nil))
	return round
}
