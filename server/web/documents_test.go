package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"muntsaus/server/clocktest"
	"muntsaus/server/oplog"
	"muntsaus/server/print"
)

var report1 = document{"board", "html", "nl"}

func present() bool { return false }

// slowly is a maker that waits for a word, and counts.
type slowly struct {
	made atomic.Int32
	goOn chan struct{}
}

func newSlowly() *slowly { return &slowly{goOn: make(chan struct{})} }

func (m *slowly) of(e edition) maker {
	return func(ctx context.Context, begun func(edition)) ([]byte, error) {
		begun(e)
		select {
		case <-m.goOn:
			m.made.Add(1)
			return fmt.Append(nil, e.shared), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// D3: the last document is given again until the board changed; whoever asks meanwhile shares the one that is made.
func TestD3OneDocumentForAllWhoAsk(t *testing.T) {
	t.Parallel()
	d, m := newDocuments(func(string, any) {}), newSlowly()
	first := edition{"epoch", 7}
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			if got, err := d.get(report1, first, fmt.Sprint("person", n), present, m.of(first)); err != nil || string(got) != "7" {
				t.Errorf("%s, %v", got, err)
			}
		})
	}
	close(m.goOn)
	all.Wait()
	for _, now := range []edition{first, {"epoch", 3}} {
		if got, err := d.get(report1, now, "late", present, m.of(now)); err != nil || string(got) != "7" {
			t.Errorf("%s, %v", got, err)
		}
	}
	if m.made.Load() != 1 {
		t.Errorf("made %d times", m.made.Load())
	}
	for _, now := range []edition{{"epoch", 8}, {"another", 1}} {
		if got, err := d.get(report1, now, "late", present, m.of(now)); err != nil || string(got) != fmt.Sprint(now.shared) {
			t.Errorf("%s, %v", got, err)
		}
	}
	d.forget("board")
	if len(d.kept) != 0 || d.bytes != 0 || len(d.jobs) != 0 || len(d.asked) != 0 {
		t.Errorf("left: %d kept, %d bytes, %d jobs, %v", len(d.kept), d.bytes, len(d.jobs), d.asked)
	}
}

// D9: who waits for two gets a sentence for the third; who hangs up waits no longer, and what nobody waits for is given up.
func TestD9WhoHangsUpLeavesTheQueue(t *testing.T) {
	t.Parallel()
	d, m := newDocuments(func(string, any) {}), newSlowly()
	gone := make(chan struct{})
	hung := func() bool {
		select {
		case <-gone:
			return true
		default:
			return false
		}
	}
	now := edition{"epoch", 1}
	ended := make(chan error, mostAsked)
	for i := range mostAsked {
		go func() {
			_, err := d.get(document{"board", fmt.Sprint("pdf", i), "nl"}, now, "ann", hung, m.of(now))
			ended <- err
		}()
	}
	for waits := 0; waits < mostAsked; {
		d.mu.Lock()
		waits = d.asked["ann"]
		d.mu.Unlock()
	}
	if _, err := d.get(document{"board", "xlsx", "nl"}, now, "ann", hung, m.of(now)); !errors.Is(err, errDocuments) {
		t.Errorf("one more: %v", err)
	}
	close(gone)
	for range mostAsked {
		if err := <-ended; !errors.Is(err, errHungUp) {
			t.Errorf("ended with %v", err)
		}
	}
	if len(d.asked) != 0 || len(d.jobs) != 0 {
		t.Errorf("still waiting: %v, %d jobs", d.asked, len(d.jobs))
	}
}

// D3: between two documents of a board its server rests; another board does not wait for that.
func TestD3ALoopGetsAThirdOfTheTime(t *testing.T) {
	t.Parallel()
	d := newDocuments(func(string, any) {})
	work := func(board string, long time.Duration) time.Duration {
		from := time.Now()
		done, err := d.alone(t.Context(), board)
		must(t, err)
		began := time.Now()
		for time.Since(began) < long {
			time.Sleep(long / 10)
		}
		done()
		return began.Sub(from)
	}
	const long = 50 * time.Millisecond
	work("board", long)
	other, again := work("other", 0), work("board", 0)
	if again < long || other > again {
		t.Errorf("the next one waited %v, one of another board %v", again, other)
	}
}

// D3: whatever is made of however many boards, one core stays for those who write.
func TestD3DocumentsLeaveACore(t *testing.T) {
	t.Parallel()
	d := newDocuments(func(string, any) {})
	most := cap(d.cores)
	if most != max(runtime.GOMAXPROCS(0)-1, 1) {
		t.Errorf("%d cores of %d", most, runtime.GOMAXPROCS(0))
	}
	var done []func()
	for n := range most {
		end, err := d.alone(t.Context(), fmt.Sprint("board ", n))
		must(t, err)
		done = append(done, end)
	}
	leaves, leave := context.WithCancel(t.Context())
	leave()
	if _, err := d.alone(leaves, "one more"); err == nil {
		t.Error("one more took the last core")
	}
	came := make(chan error)
	go func() { // who left before took nothing along
		_, err := d.alone(t.Context(), "one more")
		came <- err
	}()
	done[0]()
	must(t, <-came)
}

// A maker that breaks breaks nothing else.
func TestD3ADocumentThatBreaks(t *testing.T) {
	t.Parallel()
	var fault any
	d := newDocuments(func(_ string, what any) { fault = what })
	_, err := d.get(report1, edition{}, "ann", present, func(context.Context, func(edition)) ([]byte, error) { panic("broken") })
	if err == nil || fault != "broken" || len(d.jobs) != 0 {
		t.Errorf("%v, %v", err, fault)
	}
}

// D9 over the wire: one seat asks eighteen times for the PDF and hangs up. Most are refused at once, and soon nothing waits.
func TestD9EighteenPDFsOfOneSeat(t *testing.T) {
	t.Parallel()
	hangs := filepath.Join(t.TempDir(), "browser")
	must(t, os.WriteFile(hangs, []byte("#!/bin/sh\nexec sleep 100\n"), 0o755))
	h := openHouse(t, oplog.NewMemory(), withPrinter(t, hangs))
	board := h.create("blank")
	path := "/api/boards/" + board.str("boardId") + "/report.pdf"
	refused, hungUp := 0, 0
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 18 {
		all.Go(func() {
			request, _ := http.NewRequest(http.MethodGet, h.url+path, nil)
			request.Header.Set("Authorization", "Bearer "+board.str("seat"))
			client := http.Client{Timeout: 400 * time.Millisecond, Transport: &http.Transport{DisableKeepAlives: true}}
			answer, err := client.Do(request)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				hungUp++
				return
			}
			answer.Body.Close()
			if answer.StatusCode == http.StatusTooManyRequests {
				refused++
			}
		})
	}
	all.Wait()
	if refused < 10 || hungUp+refused != 18 {
		t.Errorf("%d refused, %d hung up", refused, hungUp)
	}
	deadline := time.Now().Add(clocktest.Patience)
	for left := 1; left > 0; {
		h.door.documents.mu.Lock()
		left = len(h.door.documents.jobs) + len(h.door.documents.asked)
		h.door.documents.mu.Unlock()
		if time.Now().After(deadline) {
			t.Fatalf("%d still wait", left)
		}
	}
	if n := h.door.Printer.Waiting(); n != 0 {
		t.Errorf("%d wait for the printer", n)
	}
	for _, kind := range []string{"report", "workbook.xlsx", "board.json", "fixes.csv"} {
		h.ask("GET", strings.Replace(path, "report.pdf", kind, 1), "", bearerOf(board.str("seat"))...).want(t, 200)
	}
}

// A printer that is closed while it waits for a browser ends at once.
func TestClosingEndsAPrint(t *testing.T) {
	t.Parallel()
	hangs := filepath.Join(t.TempDir(), "browser")
	must(t, os.WriteFile(hangs, []byte("#!/bin/sh\nexec sleep 100\n"), 0o755))
	p := print.New(hangs, nil).Beside()
	ended := make(chan error, 1)
	begun := make(chan struct{})
	go func() {
		_, err := p.Print(context.Background(), func(context.Context) ([]byte, error) { close(begun); return []byte("x"), nil })
		ended <- err
	}()
	<-begun
	from := time.Now()
	p.Close()
	if err := <-ended; err == nil || clocktest.Over(time.Since(from), 5*time.Second) {
		t.Errorf("%v after %v", err, time.Since(from))
	}
}
