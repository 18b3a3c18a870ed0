package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"muntsaus/bench/crowd"
	"muntsaus/server/clocktest"
)

// sitting is one board under test, with the people at it and a reader of its log.
type sitting struct {
	stage   *stage
	table   *crowd.Table
	archive *crowd.Archive
	house   house
	end     context.CancelFunc
	led     chan struct{}
}

// house is where the board is: one server with a folder, or several on one Redis.
type house interface {
	door() string                                       // address of a server, another one each time where there are several
	servers() []*server                                 // all of them
	read(ctx context.Context, a *crowd.Archive) error   // the log, from outside
	restart(ctx context.Context, o *outcome) error      // everything anew
	secrets(ctx context.Context, l *crowd.Ledger) error // looks for secrets where the boards are kept
}

// restWithin ends a row that never comes to rest; it is no promise.
const restWithin = 2 * clocktest.Patience

// sit makes a board in a house and lets people work at it, with a hidden round every now and then.
func (s *stage) sit(h house, people int) (*sitting, error) {
	return s.sitAs(h, people, func(*crowd.Page) {})
}

// atHome seats people at a board in a folder of its own.
func (s *stage) atHome(people int) (*cottage, *sitting, error) {
	h, err := s.cottage("data")
	if err != nil {
		return nil, nil, err
	}
	t, err := s.sit(h, people)
	return h, t, err
}

// sitAs prepares every page before it connects.
func (s *stage) sitAs(h house, people int, prepare func(*crowd.Page)) (*sitting, error) {
	table, err := crowd.Set(s.ctx, h.door, people, s.nextSeed())
	if err != nil {
		return nil, err
	}
	for _, p := range table.Pages {
		p.Way = s.way
		prepare(p)
	}
	ctx, end := context.WithCancel(s.ctx)
	t := &sitting{stage: s, table: table, archive: crowd.NewArchive(table), house: h, end: end, led: make(chan struct{})}
	s.later(t.leave)
	if err := table.Start(s.ctx); err != nil {
		close(t.led)
		return nil, err
	}
	go func() {
		defer close(t.led)
		table.Rounds(ctx, 1700*time.Millisecond)
	}()
	return t, nil
}

func (t *sitting) leave() {
	t.end()
	<-t.led
	t.table.Leave()
}

// rest lets everybody come to rest and compares all boards with the server's. Then work goes on.
func (t *sitting) rest(o *outcome) {
	t.quiet(o)
	t.table.Work(true)
}

func (t *sitting) quiet(o *outcome) {
	ctx, done := t.stage.within(restWithin)
	defer done()
	if err := t.table.Quiet(ctx); err != nil {
		o.fault("%v", err)
		return
	}
	t.alike(ctx, o, "at rest")
}

// alike compares the pages with every server. One that nobody sits at may hear of the last entry a moment later.
func (t *sitting) alike(ctx context.Context, o *outcome, when string) {
	for _, srv := range t.house.servers() {
		if srv.cmd == nil {
			continue
		}
		if err := t.same(ctx, srv); err != nil {
			o.fault("%s: %v", when, err)
		}
	}
}

// heardWithin is how long a server may need for an entry that another one made.
const heardWithin = 5 * time.Second

func (t *sitting) same(ctx context.Context, srv *server) error {
	for from := time.Now(); ; sleepFor(ctx, 20*time.Millisecond) {
		want := t.table.Pages[0].Hash() // the host may open or end a round meanwhile
		got, err := t.table.ServerHash(ctx, srv.url)
		switch {
		case err != nil:
			return err
		case got == want:
			return nil
		case clocktest.Over(time.Since(from), heardWithin):
			return fmt.Errorf("a server shows another board than the pages, after %v", heardWithin)
		}
	}
}

// judge ends a sitting: everybody at rest, rounds ended, the log read to its end, everything started anew, all boards equal
// and no secret anywhere. It adds what was done to the outcome.
func (t *sitting) judge(o *outcome) { t.judgeBy(o, t.table.Judge) }

func (t *sitting) judgeBy(o *outcome, verdict func(*crowd.Archive) crowd.Tally) {
	t.end()
	<-t.led
	t.quiet(o) // or the host does not know yet which rounds are open
	t.table.EndRounds()
	t.quiet(o)
	ctx, done := t.stage.within(restWithin)
	defer done()
	t.smell(ctx, o)
	if err := t.house.restart(ctx, o); err != nil {
		o.fault("start anew: %v", err)
		return
	}
	if err := t.table.Quiet(ctx); err != nil {
		o.fault("after the last start: %v", err)
	}
	t.alike(ctx, o, "after the last start")
	t.newcomer(ctx, o)
	if err := t.house.read(ctx, t.archive); err != nil {
		o.fault("the log cannot be read: %v", err)
		return
	}
	if err := t.house.secrets(ctx, t.table.Ledger); err != nil {
		o.fault("%v", err)
	}
	o.tally.Add(verdict(t.archive))
	t.table.Leave()
}

// newcomer joins in the end and must see what all see.
func (t *sitting) newcomer(ctx context.Context, o *outcome) {
	late, err := t.table.Join(ctx, "late")
	if err != nil {
		o.fault("nobody can join any more: %v", err)
		return
	}
	late.Quiet = true
	t.table.Pages = append(t.table.Pages, late)
	t.table.Run(late)
	if err := t.table.Quiet(ctx); err != nil {
		o.fault("a newcomer: %v", err)
	}
}

// smell asks for everything a person can get over HTTP and searches it, and the server's log, for secrets.
func (t *sitting) smell(ctx context.Context, o *outcome) {
	at := t.house.door()
	for _, what := range []string{"/board.json", "/insights", "/fixes.csv", "/fixes.ics", "/report?lang=nl"} {
		data, err := t.table.Fetch(ctx, at+"/api/boards/"+t.table.Board+what, t.table.Pages[0].Seat)
		if err != nil {
			o.fault("%s: %v", what, err)
		}
		t.table.Ledger.Smell(what, data)
	}
	for _, srv := range t.house.servers() {
		t.table.Ledger.Smell("the server's log", srv.log.bytes())
	}
}

// smellFiles names the files of a folder that still hold what must be gone.
func smellFiles(l *crowd.Ledger, dir string) (found []string) {
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return nil // files come and go
		}
		data, _ := os.ReadFile(path)
		if l.SmellDisk(data) > 0 {
			found = append(found, filepath.Base(path))
		}
		return nil
	})
	return found
}

// cottage is one server with its boards in a folder.
type cottage struct {
	*server
	stage *stage
	dir   string
	reads int
}

// cottage starts one with a folder of its own.
func (s *stage) cottage(name string) (*cottage, error) {
	dir := s.folder(name)
	srv, err := s.serve("--data", dir)
	return &cottage{server: srv, stage: s, dir: dir}, err
}

func (c *cottage) door() string       { return c.url }
func (c *cottage) servers() []*server { return []*server{c.server} }

// read reads the log while the server is dead, else from a backup.
func (c *cottage) read(ctx context.Context, a *crowd.Archive) error {
	c.reads++
	scratch := c.stage.folder("copy")
	if c.cmd == nil {
		return a.CopyFolder(ctx, c.dir, scratch)
	}
	if err := os.MkdirAll(scratch, 0o700); err != nil {
		return err
	}
	if err := c.backup(ctx, filepath.Join(scratch, "muntsaus.db")); err != nil {
		return err
	}
	return a.Folder(ctx, scratch)
}

func (c *cottage) backup(ctx context.Context, to string) error {
	_, err := c.stage.command(ctx, "backup", "--data", c.dir, "-o", to)
	return err
}

func (c *cottage) restart(context.Context, *outcome) error {
	if _, err := c.stop(); err != nil {
		return err
	}
	_, err := c.restarted()
	return err
}

func (c *cottage) secrets(_ context.Context, l *crowd.Ledger) error {
	if found := smellFiles(l, c.dir); len(found) > 0 {
		return fmt.Errorf("secrets of rounds that ended are in the files: %v", found)
	}
	return nil
}
