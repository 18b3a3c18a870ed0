package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// Ten seats of one board do all that the rows of docs/faults.md call abuse, at once, while five people write. The windows with and without
// them take turns, so that both are measured on the same machine in the same minutes.
const (
	abusers    = 10
	quietOnes  = 5
	quietPause = 250 * time.Millisecond // between two gestures of one person
	mostWorse  = 1.5
	settling   = 20 * time.Second // at most, for what was asked in the window before
)

// abuse measures, and says how much worse it is for those who do nothing wrong. It ends by itself,
// after (2 × windows + 2) × (window + 20.5 s) at most.
func abuse(ctx context.Context, program string, windows int, long time.Duration) (err error) {
	dir, err := os.MkdirTemp("", "rows")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	h := &house{program: program, dir: dir}
	defer h.end()
	defer func() {
		if fault, broke := recover().(error); broke {
			err = fault
		}
	}()
	crowd := h.abused()
	people, away := h.quiet(crowd.Board), h.abusers(ctx, crowd)
	defer away.stop()
	fmt.Printf("| window | %d people write | acknowledged p50, ms | p99 | told to another p50, ms | p99 |"+
		" server computed, s | browser, s |\n|---|---|---|---|---|---|---|---|\n", quietOnes)
	var calm, rough spell
	for n := range 2*windows + 2 {
		abused := n%2 == 1
		away.let(abused)
		h.settle(abused)
		before, paper := h.cpu(), h.browser()
		got := people.write(ctx, long)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		got.print(n+1, abused, n < 2, h.cpu()-before, h.browser()-paper)
		switch {
		case n < 2: // caches fill, the browser starts
		case abused:
			rough = rough.with(got)
		default:
			calm = calm.with(got)
		}
	}
	return worse(calm, rough, away)
}

// settle waits until nothing is made any more that was asked before, three seconds long, or until the abusers are at it.
func (h *house) settle(abused bool) {
	still := 0
	for end := time.Now().Add(settling); still < 3 && time.Now().Before(end); still++ {
		before := h.browser() + h.cpu()
		time.Sleep(time.Second)
		if abused {
			return
		}
		if h.browser()+h.cpu()-before >= 0.2 {
			still = -1
		}
	}
}

// print tells of one window.
func (s spell) print(n int, abused, warming bool, server, browser float64) {
	who := "alone"
	if abused {
		who = fmt.Sprintf("beside %d abusers", abusers)
	}
	if warming {
		who += ", not counted"
	}
	fmt.Printf("| %d | %s |", n, who)
	for _, list := range [][]time.Duration{s.acked, s.told} {
		fmt.Printf(" %.2f | %.2f |", millis(at(list, 0.5)), millis(at(list, 0.99)))
	}
	fmt.Printf(" %.1f | %.1f |\n", server, browser)
}

// worse compares all windows with and without abusers.
func worse(calm, rough spell, away *gang) error {
	fmt.Printf("\n| all windows | alone | beside %d abusers | times |\n|---|---|---|---|\n", abusers)
	worst := 0.0
	for _, share := range []float64{0.5, 0.99} {
		for _, what := range []struct {
			name string
			of   func(spell) []time.Duration
		}{
			{"acknowledged", func(s spell) []time.Duration { return s.acked }},
			{"told to another", func(s spell) []time.Duration { return s.told }},
		} {
			a, b := at(what.of(calm), share), at(what.of(rough), share)
			times := float64(b) / float64(a)
			fmt.Printf("| p%.0f %s, ms | %.2f | %.2f | %.2f |\n", share*100, what.name, millis(a), millis(b), times)
			if share > 0.9 {
				worst = max(worst, times)
			}
		}
	}
	fmt.Printf("| edits | %d | %d | |\n\nabusers: %s\n", len(calm.acked), len(rough.acked), away.tally())
	if worst > mostWorse {
		return fmt.Errorf("p99 is %.2f times as long beside abusers, %.1f is allowed", worst, mostWorse)
	}
	return nil
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func at(list []time.Duration, share float64) time.Duration {
	if len(list) == 0 {
		breakOff("nothing was measured")
	}
	slices.Sort(list)
	return list[min(int(share*float64(len(list))), len(list)-1)]
}

// spell is what was measured for a while.
type spell struct{ acked, told []time.Duration }

func (s spell) with(more spell) spell {
	return spell{append(s.acked, more.acked...), append(s.told, more.told...)}
}

// party is who abuses which board: all the child process needs.
type party struct {
	URL   string
	Board board
	Seats []string // of ten people; the first three lead along
	Only  string   // rows whose abuse is wanted, with commas; empty = all
}

// abused makes a board of a full workshop and the people who will abuse it.
func (h *house) abused() party {
	b := h.sample("workshop")
	p := party{URL: h.url, Board: b, Seats: []string{b.seat}, Only: *only}
	for range 2 {
		p.Seats = append(p.Seats, h.post("/api/seat", "", op{"key": b.str("cofacilitatorKey")}).ok().str("seat"))
	}
	departments := h.departments(b)
	for n := len(p.Seats); n < abusers; n++ {
		p.Seats = append(p.Seats, h.join(b, fmt.Sprint("Onrust ", n), departments[n%len(departments)]).str("seat"))
	}
	return p
}

// people are those who do nothing wrong.
type people struct {
	lines []*line
	notes []string
	mu    sync.Mutex
	sent  map[string]time.Time
	now   spell
}

// quiet seats them; each has a note of their own.
func (h *house) quiet(b board) *people {
	p := &people{sent: map[string]time.Time{}}
	departments := h.departments(b)
	for n := range quietOnes {
		l := h.line(b, h.join(b, fmt.Sprint("Rust ", n), departments[n%len(departments)]).str("seat"))
		note := id()
		l.do(put("note", note, op{"text": "begin"}))
		p.lines, p.notes = append(p.lines, l), append(p.notes, note)
	}
	for n, l := range p.lines {
		l.listen(p.marksOf(p.notes[(n+1)%quietOnes]))
	}
	return p
}

// marksOf hears of the changes of one note.
func (p *people) marksOf(note string) func(frame) {
	return func(f frame) {
		for _, e := range f.Entries {
			for _, effect := range e.Effects {
				mark, _ := effect.Fields["text"].(string)
				if effect.ID != note || mark == "" {
					continue
				}
				p.mu.Lock()
				if from, known := p.sent[mark]; known {
					p.now.told = append(p.now.told, time.Since(from))
				}
				p.mu.Unlock()
			}
		}
	}
}

// write lets all of them change their note again and again, and gives how long it took.
func (p *people) write(ctx context.Context, long time.Duration) spell {
	p.mu.Lock()
	p.now, p.sent = spell{}, map[string]time.Time{}
	p.mu.Unlock()
	var all sync.WaitGroup
	end := time.Now().Add(long)
	for n, l := range p.lines {
		all.Go(func() {
			time.Sleep(quietPause * time.Duration(n) / quietOnes)
			for tick := time.NewTicker(quietPause); time.Now().Before(end) && ctx.Err() == nil; <-tick.C {
				mark := id()
				from := time.Now()
				p.mu.Lock()
				p.sent[mark] = from
				p.mu.Unlock()
				l.do(set(p.notes[n], op{"text": mark}))
				p.mu.Lock()
				p.now.acked = append(p.now.acked, time.Since(from))
				p.mu.Unlock()
			}
		})
	}
	all.Wait()
	time.Sleep(500 * time.Millisecond)
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}

// gang is the process of the abusers. In life they have machines of their own, so here they get what the others leave.
type gang struct {
	cmd *exec.Cmd
	in  *json.Encoder
	out *bufio.Scanner
}

func (h *house) abusers(ctx context.Context, p party) *gang {
	self, err := os.Executable()
	must(err)
	// The last core is where the paper of the server is made too (server/print): what the kernel does there waits for nobody here.
	last := strconv.Itoa(runtime.NumCPU() - 1)
	cmd := exec.CommandContext(ctx, "taskset", "-c", last, "nice", "-n", "15", self, "-abuser")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(err)
	out, err := cmd.StdoutPipe()
	must(err)
	must(cmd.Start())
	g := &gang{cmd, json.NewEncoder(in), bufio.NewScanner(out)}
	must(g.in.Encode(p))
	return g
}

// let says whether they may.
func (g *gang) let(may bool) { must(g.in.Encode(may)) }

// tally ends them and gives what they did.
func (g *gang) tally() string {
	g.let(false)
	must(g.in.Encode("enough"))
	g.out.Scan()
	return g.out.Text()
}

func (g *gang) stop() {
	_ = g.cmd.Process.Kill()
	_ = g.cmd.Wait()
}

// behave is the child process: it abuses while it is told to.
func behave() error {
	in := json.NewDecoder(os.Stdin)
	var p party
	if err := in.Decode(&p); err != nil {
		return err
	}
	var may atomic.Bool
	counts := p.begin(&may)
	for {
		var word any
		switch err := in.Decode(&word); {
		case err != nil:
			return errors.Join(errors.New("told nothing any more"), err)
		case word == "enough":
			_, err := fmt.Println(counts())
			return err
		default:
			may.Store(word == true)
		}
	}
}
