package web

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"
)

// What one may ask of the documents of boards.
const (
	mostAsked    = 3 // that one person waits for: a preview, the PDF that is made ready, and the one they press for
	mostKept     = 64 << 20
	keptFor      = 10 * time.Minute
	hangUpChecks = 250 * time.Millisecond

	// After a document the next one of that board waits twice as long as it took: whoever asks in a loop gets a third of one core, and
	// those who write keep the rest.
	rests    = 2
	mostRest = 2 * time.Second
)

// documents are what people take away from a board: report, workbook, files. Each is made once for all who ask for the same, and the last
// one is given again until the board changed. One at a time is made of a board; who hangs up waits no longer, and what nobody waits for
// is not made. All boards together leave one core to those who write.
type documents struct {
	logFault func(what string, fault any)
	cores    chan struct{}

	mu    sync.Mutex
	kept  map[document]keptDocument
	bytes int
	jobs  map[document]*job
	asked map[string]int // how many somebody waits for
	turns map[string]*turn
}

// document names one: of which board, which kind, in which language.
type document struct{ board, kind, language string }

// edition says of which moment of a board something is.
type edition struct {
	epoch  string
	shared uint64
}

func (e edition) covers(other edition) bool {
	return e.epoch == other.epoch && e.shared >= other.shared
}

type keptDocument struct {
	of   edition
	data []byte
	used time.Time
}

// job is a document that is waited for.
type job struct {
	of    edition // what it is made of; epoch "" = it has not begun
	done  chan struct{}
	data  []byte
	err   error
	wait  int // how many
	leave context.CancelFunc
}

// turn lets one document of a board be made at a time.
type turn struct {
	free chan struct{}
	wait int
}

// maker makes a document; it calls begun when it takes what it makes it of.
type maker func(ctx context.Context, begun func(edition)) ([]byte, error)

func newDocuments(logFault func(string, any)) *documents {
	cores := make(chan struct{}, max(runtime.GOMAXPROCS(0)-1, 1))
	return &documents{logFault: logFault, cores: cores, kept: map[document]keptDocument{},
		jobs: map[document]*job{}, asked: map[string]int{},
		turns: map[string]*turn{}}
}

// get gives a document that shows at least an edition. who names the person who asks; gone says whether they hung up.
func (d *documents) get(want document, now edition, who string, gone func() bool, produce maker) ([]byte, error) {
	d.mu.Lock()
	if last, ok := d.kept[want]; ok && last.of.covers(now) {
		last.used = time.Now()
		d.kept[want] = last
		d.mu.Unlock()
		return last.data, nil
	}
	if d.asked[who] >= mostAsked {
		d.mu.Unlock()
		return nil, errDocuments
	}
	j := d.jobs[want]
	if j == nil || j.of.epoch != "" && !j.of.covers(now) {
		j = d.begin(want, produce)
	}
	j.wait++
	d.asked[who]++
	d.mu.Unlock()
	err := await(j, gone)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.asked[who]--; d.asked[who] == 0 {
		delete(d.asked, who)
	}
	if j.wait--; j.wait == 0 {
		d.drop(want, j)
	}
	if err != nil {
		return nil, err
	}
	return j.data, j.err
}

// await waits until a job is done, or who asked has hung up.
func await(j *job, gone func() bool) error {
	look := time.NewTicker(hangUpChecks)
	defer look.Stop()
	for {
		select {
		case <-j.done:
			return nil
		case <-look.C:
			if gone() {
				return errHungUp
			}
		}
	}
}

// begin starts a job. It is not of any request: others may come to wait for it when the first has left.
func (d *documents) begin(want document, produce maker) *job {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{done: make(chan struct{}), leave: cancel}
	d.jobs[want] = j
	go d.run(ctx, want, j, produce)
	return j
}

func (d *documents) run(ctx context.Context, want document, j *job, produce maker) {
	defer close(j.done)
	defer func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if fault := recover(); fault != nil {
			d.logFault("a document broke", fault)
			j.err = fmt.Errorf("document %s broke", want.kind)
		}
		if j.err == nil {
			d.keep(want, keptDocument{j.of, j.data, time.Now()})
		}
		d.drop(want, j)
	}()
	j.data, j.err = produce(ctx, func(of edition) {
		d.mu.Lock()
		defer d.mu.Unlock()
		j.of = of
	})
}

// drop lets go of a job that is done, or that nobody waits for.
func (d *documents) drop(want document, j *job) {
	j.leave()
	if d.jobs[want] == j {
		delete(d.jobs, want)
	}
}

// keep remembers a document instead of the one before; what nobody asked for lately goes.
func (d *documents) keep(want document, fresh keptDocument) {
	d.bytes += len(fresh.data) - len(d.kept[want].data)
	d.kept[want] = fresh
	for d.bytes > mostKept || len(d.kept) > 1 {
		oldest := d.oldest()
		if d.bytes <= mostKept && time.Since(d.kept[oldest].used) < keptFor {
			return
		}
		d.bytes -= len(d.kept[oldest].data)
		delete(d.kept, oldest)
	}
}

func (d *documents) oldest() (found document) {
	var used time.Time
	for want, k := range d.kept {
		if used.IsZero() || k.used.Before(used) {
			found, used = want, k.used
		}
	}
	return found
}

// forget drops what is kept of a board that is no more.
func (d *documents) forget(board string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for want, k := range d.kept {
		if want.board == board {
			d.bytes -= len(k.data)
			delete(d.kept, want)
		}
	}
}

// alone waits until nothing else is made of a board and a core is free for it, and gives what ends the turn. The next one of that board
// begins after a rest. Go gives each goroutine that computes ten milliseconds at a time: were all cores at it, an edit would wait so long.
func (d *documents) alone(ctx context.Context, board string) (done func(), err error) {
	d.mu.Lock()
	t := d.turns[board]
	if t == nil {
		t = &turn{free: make(chan struct{}, 1)}
		d.turns[board] = t
	}
	t.wait++
	d.mu.Unlock()
	left := func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if t.wait--; t.wait == 0 {
			delete(d.turns, board)
		}
	}
	select {
	case t.free <- struct{}{}:
	case <-ctx.Done():
		left()
		return nil, ctx.Err()
	}
	select {
	case d.cores <- struct{}{}:
	case <-ctx.Done():
		<-t.free
		left()
		return nil, ctx.Err()
	}
	from := time.Now()
	return func() {
		<-d.cores
		time.AfterFunc(min(rests*time.Since(from), mostRest), func() { <-t.free; left() })
	}, nil
}
