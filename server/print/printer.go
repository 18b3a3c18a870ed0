// Package print turns the report into a PDF by printing it with a headless Chromium. The document is ours and needs nothing, so
// the browser gets nothing: no script, no network, no page but the one it is handed.
//
// One browser at most, kept warm between prints and ended when nobody printed for a minute. One print at a time; who waits
// too long, or comes when too many wait, is told so.
package print

import (
	"context"
	"errors"
	"log/slog"
	"os/exec"
	"sync/atomic"
	"time"
)

// Reasons there is no PDF.
var (
	ErrNoBrowser = errors.New("print: no Chromium found")
	ErrBusy      = errors.New("print: too many are waiting")
	ErrTime      = errors.New("print: the browser took too long")
)

const (
	workLimit = 20 * time.Second  // that one print may compute, however busy the machine is
	timeLimit = 120 * time.Second // one print, the start of the browser not counted: then it hangs
	lookTime  = time.Second       // how often the work is looked at
	startTime = 60 * time.Second
	idleTime  = 60 * time.Second
	waitTime  = 60 * time.Second // for one's turn
	waitMost  = 16               // prints that may wait for their turn

	mostAtOnce = 2 // prints that may use every core; those that follow them within onceTime leave one
	onceTime   = 10 * time.Second
)

// Printer prints documents. The zero value is not usable; call New.
type Printer struct {
	path    string // configured; "" means: look for one
	log     *slog.Logger
	waiting chan struct{}
	turn    chan struct{}   // who has it, has what stands below
	life    context.Context // ends with Close: a print under way is given up
	end     context.CancelFunc
	warm    atomic.Bool

	browser  *browser
	idle     *time.Timer
	idleTime time.Duration
	limits   [2]time.Duration // of the first try and of the second
	beside   bool             // the browser computes as everybody does, not after the server
	boxless  bool             // the sandbox does not start on this machine
	saidSo   bool
	began    [mostAtOnce]time.Time // when the last prints began, the oldest first
}

// New gives a printer. path names the browser; empty lets it look for Chromium, Chrome, Brave or Edge. Nothing is started before the first
// print; what a server that was killed left behind is taken away.
func New(path string, log *slog.Logger) *Printer {
	if log == nil {
		log = slog.Default()
	}
	sweep()
	life, end := context.WithCancel(context.Background())
	return &Printer{path: path, log: log, waiting: make(chan struct{}, waitMost), turn: make(chan struct{}, 1),
		idleTime: idleTime, limits: [2]time.Duration{timeLimit, timeLimit},
		life: life, end: end}
}

// Beside lets the browser compute like everybody else and not after the server, and gives the printer: for a program that serves nobody,
// and for a machine on which it would wait too long. Call it before the first print.
func (p *Printer) Beside() *Printer {
	p.beside = true
	return p
}

// Find gives the browser this printer would start; ErrNoBrowser when there is none.
func (p *Printer) Find() (string, error) {
	if p.path != "" {
		return first([]string{p.path})
	}
	return first(candidates())
}

// first gives the first of these that can be started.
func first(list []string) (string, error) {
	for _, name := range list {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}

// PDF prints a document: tagged, with an outline, title and language taken from it. It waits a while for its turn, until ctx ends.
func (p *Printer) PDF(ctx context.Context, html []byte) ([]byte, error) {
	return p.Print(ctx, func(context.Context) ([]byte, error) { return html, nil })
}

// Print prints a document that is made when its turn has come, so that it is of that moment.
func (p *Printer) Print(ctx context.Context, document func(context.Context) ([]byte, error)) ([]byte, error) {
	return p.use(ctx, document, (*browser).pdf)
}

// Picture takes a picture (PNG) of a document, when its turn has come.
func (p *Printer) Picture(ctx context.Context, document func(context.Context) ([]byte, error)) ([]byte, error) {
	return p.use(ctx, document, (*browser).png)
}

// drawing is what a browser makes of a document.
type drawing func(b *browser, ctx context.Context, html []byte) ([]byte, error)

func (p *Printer) use(ctx context.Context, document func(context.Context) ([]byte, error), draw drawing) ([]byte, error) {
	path, err := p.Find()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(p.life, cancel)()
	done, err := p.myTurn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if p.life.Err() != nil {
		return nil, ErrNoBrowser
	}
	html, err := document(ctx)
	if err != nil {
		return nil, err
	}
	return p.print(ctx, path, html, draw)
}

// myTurn waits until nobody else prints, and gives what ends the turn.
func (p *Printer) myTurn(ctx context.Context) (done func(), err error) {
	select {
	case p.waiting <- struct{}{}:
		defer func() { <-p.waiting }()
	default:
		return nil, ErrBusy
	}
	patience := time.NewTimer(waitTime)
	defer patience.Stop()
	select {
	case p.turn <- struct{}{}:
		return func() { <-p.turn }, nil
	case <-patience.C:
		return nil, ErrBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// print uses the warm browser. One that crashed, or that hung after it printed others, is ended, and a fresh one tries once more; a fresh
// one that hangs does so because of the document.
func (p *Printer) print(ctx context.Context, path string, html []byte, draw drawing) ([]byte, error) {
	if p.idle != nil {
		p.idle.Stop()
	}
	warm := p.browser != nil
	pdf, err := p.once(ctx, path, html, draw, p.limits[0])
	if err != nil && ctx.Err() == nil && (warm || !errors.Is(err, ErrTime)) {
		p.log.Warn("the browser that makes PDFs broke: another tries once more", "err", err)
		pdf, err = p.once(ctx, path, html, draw, p.limits[1])
	}
	p.idle = time.AfterFunc(p.idleTime, p.rest)
	return pdf, err
}

// once prints; a browser that failed is not trusted with another document.
func (p *Printer) once(ctx context.Context, path string, html []byte, draw drawing, limit time.Duration) ([]byte, error) {
	if p.browser == nil {
		b, err := p.start(ctx, path)
		if err != nil {
			return nil, err
		}
		p.browser = b
		p.warm.Store(true)
	}
	p.browser.limit = limit
	p.browser.leaveCore(!p.beside && p.again(time.Now()))
	pdf, err := draw(p.browser, ctx, html)
	if err != nil {
		p.stop()
	}
	return pdf, err
}

// again says whether a print that begins now is one of many, and remembers it.
func (p *Printer) again(now time.Time) bool {
	many := now.Sub(p.began[0]) < onceTime
	copy(p.began[:], p.began[1:])
	p.began[mostAtOnce-1] = now
	return many
}

// start starts a browser, in its sandbox wherever that works. Some machines do not let it (root, containers without user
// namespaces): then without, and the log says so once. The document holds no script and reaches no network either way.
func (p *Printer) start(ctx context.Context, path string) (*browser, error) {
	if !p.boxless && !isRoot() {
		b, err := p.open(ctx, path, true)
		if err == nil {
			return b, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	b, err := p.open(ctx, path, false)
	if err != nil {
		return nil, err
	}
	p.boxless = true
	if !p.saidSo {
		p.saidSo = true
		p.log.Warn("the browser that makes PDFs runs without its sandbox: it does not start with it here",
			"browser", path, "root", isRoot())
	}
	return b, nil
}

// rest ends the browser when nobody printed for a while.
func (p *Printer) rest() {
	select {
	case p.turn <- struct{}{}:
		p.stop()
		<-p.turn
	default: // somebody prints: that print sets the timer anew
	}
}

func (p *Printer) stop() {
	if p.browser != nil {
		p.browser.close()
		p.browser = nil
		p.warm.Store(false)
	}
}

// Waiting gives how many prints wait for their turn.
func (p *Printer) Waiting() int { return len(p.waiting) }

// Warm says whether a browser is running.
func (p *Printer) Warm() bool { return p.warm.Load() }

// Close ends the browser and the print under way; later prints are refused.
func (p *Printer) Close() {
	p.end()
	p.turn <- struct{}{} // a print under way gives up at once
	defer func() { <-p.turn }()
	if p.idle != nil {
		p.idle.Stop()
	}
	p.stop()
}
