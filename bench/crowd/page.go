package crowd

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	wire "github.com/fasthttp/websocket"

	"muntsaus/bench/lines"
	"muntsaus/boards"
)

// How a page behaves on its line.
const (
	backoffFrom  = 20 * time.Millisecond
	backoffMost  = 400 * time.Millisecond
	writeWithin  = 5 * time.Second
	lastWords    = time.Second // for what was said before a line broke, the code of its end too: a browser still hears it
	pingEvery    = time.Second
	DefaultDeaf  = 5 * time.Second       // nothing heard for so long: the line is dead
	DefaultPause = 80 * time.Millisecond // between two gestures, on average
)

// Page is one screen of one person. What is set before Run may not change after it.
type Page struct {
	Name, Person, Seat string
	Deaf               time.Duration
	Pause              time.Duration // between two gestures, on average
	Dialer             *wire.Dialer
	Door               func() string // nil: the table's
	Way                string        // by which it goes, see package lines
	Quiet              bool          // makes no gestures of its own

	table *Table
	rnd   *rand.Rand

	mu       sync.Mutex
	on       bool // makes gestures
	away     bool // does not connect: sleeps, or is out of reach
	client   string
	loads    int
	n        int
	outbox   []*push
	line     lines.Line // nil while it was not welcomed
	welcomed time.Time
	breaks   int
	code     int // close code of the last line, 0 = it broke without one
	view     *boards.Board
	mine     *boards.Board
	epoch    string
	seq      uint64
	tail     string
	filling  *boards.Board // a welcome in several frames
	told     Delays        // how long others' notes took to get here
	heard    Delays        // how long own pushes took to be acknowledged
	hand     hand
}

// push is one gesture on its way.
type push struct {
	client string
	n      int
	ops    []any
	field  string // the text field it types in
	epoch  string // the history it was made on
	fate   *fate
}

func (t *Table) newPage(name, person, seat string) *Page {
	p := &Page{Name: name, Person: person, Seat: seat, table: t, Deaf: DefaultDeaf, Pause: DefaultPause, Dialer: wire.DefaultDialer,
		rnd: rand.New(rand.NewPCG(t.rnd.Uint64(), t.rnd.Uint64()))}
	p.reload()
	return p
}

// reload is what F5 does: a new page id, nothing known of the board, and the outbox of the page before.
func (p *Page) reload() {
	p.loads++
	p.client, p.n = fmt.Sprintf("%s-%d-%06x", p.Name, p.loads, p.rnd.Uint32()&0xffffff), 0
	p.forget()
	if p.line != nil {
		p.line.Close()
	}
}

func (p *Page) forget() {
	p.view, p.mine = boards.New("view", ""), boards.New("mine", "")
	p.epoch, p.seq, p.tail, p.filling = "", 0, "", nil
}

// Reload loads the page anew.
func (p *Page) Reload() { p.locked(p.reload) }

// Work lets the page make gestures, or stops it.
func (p *Page) Work(on bool) { p.locked(func() { p.on = on }) }

// Away takes the page off the line and keeps it there, or lets it come back. It goes on working meanwhile.
func (p *Page) Away(away bool) {
	p.locked(func() {
		p.away = away
		if away && p.line != nil {
			p.line.Close()
		}
	})
}

// Breaks gives how often the line ended, and with what close code the last time (0 = without one).
func (p *Page) Breaks() (times, code int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.breaks, p.code
}

// Waiting gives how many pushes have no answer yet.
func (p *Page) Waiting() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.outbox)
}

// Delays gives how long its pushes took to be acknowledged and how long notes of others took to get here, since the last call.
func (p *Page) Delays() (acknowledged, told Delays) {
	p.mu.Lock()
	defer p.mu.Unlock()
	acknowledged, told = p.heard, p.told
	p.heard, p.told = nil, nil
	return acknowledged, told
}

// Hash is the canonical hash of what the page shows of what is shared.
func (p *Page) Hash() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return Hash(p.view.Public())
}

func (p *Page) locked(do func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	do()
}

// standing gives where the page is, and what it still waits for.
func (p *Page) standing() (at, waiting string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.line == nil:
		waiting = fmt.Sprintf("has no line (last code %d)", p.code)
	case len(p.outbox) > 0:
		waiting = fmt.Sprintf("waits for %d answers, first %s %d", len(p.outbox), p.outbox[0].client, p.outbox[0].n)
	}
	return fmt.Sprintf("%s %d", p.epoch, p.seq), waiting
}

// live connects again and again until ctx ends, and makes gestures meanwhile.
func (p *Page) live(ctx context.Context) {
	var work sync.WaitGroup
	work.Go(func() { p.gesture(ctx) })
	defer work.Wait()
	pause := backoffFrom
	for ctx.Err() == nil {
		from := time.Now()
		if !p.isAway() {
			p.session(ctx)
		}
		if time.Since(from) > time.Second {
			pause = backoffFrom
		}
		sleep(ctx, time.Duration(float64(pause)*(0.2+0.8*p.chance())))
		pause = min(2*pause, backoffMost)
	}
}

func (p *Page) chance() (x float64) {
	p.locked(func() { x = p.rnd.Float64() })
	return x
}

func (p *Page) isAway() (away bool) {
	p.locked(func() { away = p.away })
	return away
}

// session is one connection from hello to its end.
func (p *Page) session(ctx context.Context) {
	door := p.Door
	if door == nil {
		door = p.table.door
	}
	short, done := context.WithTimeout(ctx, p.Deaf)
	defer done()
	conn, err := lines.Open(short, p.Way, lines.Where{Door: door(), Board: p.table.Board, Seat: p.Seat}, p.Dialer)
	if err != nil {
		return
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	hello, load := p.hello()
	if p.write(conn, hello) != nil {
		return
	}
	over := make(chan struct{})
	go ping(pingEvery, over, func(data []byte) error { return p.write(conn, data) })
	err = p.listen(conn, load)
	close(over)
	p.hungUp(conn, err)
}

func (p *Page) hungUp(conn lines.Line, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.breaks++
	p.code = 0
	if closed, ok := err.(*wire.CloseError); ok && closed.Code != wire.CloseAbnormalClosure {
		p.code = closed.Code
	}
	if p.line == conn {
		p.line = nil
	}
}

// listen takes frames until the line ends, nothing is heard for too long, or the page was loaded anew meanwhile.
func (p *Page) listen(conn lines.Line, load int) error {
	for {
		_ = conn.SetReadDeadline(time.Now().Add(p.Deaf))
		_, data, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		p.locked(func() {
			if err = errReset; p.loads == load {
				err = p.take(conn, data)
			}
		})
		if err != nil {
			return err
		}
	}
}

// ping asks for a sign of life: a page cannot see the pings of the protocol below.
func ping(pace time.Duration, over <-chan struct{}, write func([]byte) error) {
	every := time.NewTicker(pace)
	defer every.Stop()
	for {
		select {
		case <-over:
			return
		case <-every.C:
			if write([]byte(`{"type":"ping"}`)) != nil {
				return
			}
		}
	}
}

// write sends one frame. Lines are written under the page's lock.
func (p *Page) write(conn lines.Line, data []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return send(conn, data)
}

func send(conn lines.Line, data []byte) error {
	_ = conn.SetWriteDeadline(time.Now().Add(writeWithin))
	return conn.WriteMessage(wire.TextMessage, data)
}

// hello says what was seen and whose outbox the page carries, and which load of the page it is.
func (p *Page) hello() ([]byte, int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	hello := map[string]any{"type": "hello", "client": p.client}
	if p.epoch != "" {
		hello["since"] = map[string]any{"epoch": p.epoch, "seq": p.seq, "tail": p.tail}
	}
	var older []string
	for _, push := range p.outbox {
		if push.client != p.client && !slices.Contains(older, push.client) {
			older = append(older, push.client)
		}
	}
	if older != nil {
		hello["clients"] = older
	}
	return encode(hello), p.loads
}

// hand makes a push of ops, keeps it and sends it when there is a line.
func (p *Page) push(field string, f *fate, ops ...any) {
	p.n++
	made := &push{client: p.client, n: p.n, ops: ops, field: field, epoch: p.epoch, fate: f}
	p.outbox = append(p.outbox, made)
	p.table.Ledger.sent(p, made)
	if p.line != nil {
		p.pass(made)
	}
}

// pass sends a push; where the line is dead it stays in the outbox.
func (p *Page) pass(made *push) {
	frame := map[string]any{"type": "push", "n": made.n, "ops": made.ops}
	if made.client != p.client {
		frame["client"] = made.client
	}
	if send(p.line, encode(frame)) != nil {
		_ = p.line.SetReadDeadline(time.Now().Add(lastWords))
		p.line = nil
	}
}

// sleep waits, or shorter when ctx ends.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
