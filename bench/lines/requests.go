package lines

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"sync"
	"time"

	wire "github.com/fasthttp/websocket"
)

// requests is a line by requests. It is as patient as the page of the program: what breaks is asked again from where it was.
type requests struct {
	to     Where
	name   string
	client *http.Client
	ctx    context.Context
	end    context.CancelCauseFunc
	up     chan []byte
	down   chan []byte
	cursor string

	mu       sync.Mutex
	deadline time.Time
	moved    chan struct{} // closed when the deadline is another
}

const (
	mostTries  = 4
	firstPause = 20 * time.Millisecond
	postWithin = 10 * time.Second
)

// errTold is the end of a line that was told all.
var errTold = errors.New("the line is over")

func openRequests(to Where, dialer *wire.Dialer, polls bool) Line {
	transport := &http.Transport{DialContext: dialer.NetDialContext,
		TLSClientConfig: dialer.TLSClientConfig.Clone(), ForceAttemptHTTP2: true}
	ctx, end := context.WithCancelCause(context.Background())
	l := &requests{to: to, name: fmt.Sprintf("%016x", rand.Uint64()), ctx: ctx, end: end,
		up: make(chan []byte, 4096), down: make(chan []byte, 256),
		moved: make(chan struct{}), client: &http.Client{Transport: transport}}
	go l.say()
	go l.listen(polls)
	return l
}

func (l *requests) Close() error {
	l.end(io.ErrClosedPipe)
	return nil
}

func (l *requests) SetWriteDeadline(time.Time) error { return nil }

func (l *requests) SetReadDeadline(at time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.deadline = at
	close(l.moved)
	l.moved = make(chan struct{})
	return nil
}

func (l *requests) WriteMessage(_ int, data []byte) error {
	select {
	case <-l.ctx.Done():
		return context.Cause(l.ctx)
	case l.up <- data:
		return nil
	}
}

func (l *requests) ReadMessage() (int, []byte, error) {
	for {
		l.mu.Lock()
		at, moved := l.deadline, l.moved
		l.mu.Unlock()
		var late <-chan time.Time
		if !at.IsZero() {
			timer := time.NewTimer(time.Until(at))
			defer timer.Stop()
			late = timer.C
		}
		select {
		case data := <-l.down:
			return wire.TextMessage, data, nil
		default:
		}
		select {
		case data := <-l.down:
			return wire.TextMessage, data, nil
		case <-l.ctx.Done():
			return 0, nil, context.Cause(l.ctx)
		case <-late:
			return 0, nil, os.ErrDeadlineExceeded
		case <-moved:
		}
	}
}

// say posts what is written, one frame after the other.
func (l *requests) say() {
	for {
		select {
		case <-l.ctx.Done():
			l.client.CloseIdleConnections()
			return
		case data := <-l.up:
			if err := l.insist(func() error { return l.post(data) }); err != nil {
				l.end(err)
			}
		}
	}
}

// insist tries a request again that broke.
func (l *requests) insist(try func() error) (err error) {
	for n := range mostTries {
		if err = try(); err == nil || l.ctx.Err() != nil || errors.Is(err, errTold) {
			return err
		}
		select {
		case <-l.ctx.Done():
		case <-time.After(firstPause << n):
		}
	}
	return err
}

func (l *requests) ask(ctx context.Context, method, way, query string, body io.Reader, accept string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method,
		l.to.Door+"/api/boards/"+l.to.Board+"/live/"+way+"?client="+l.name+query, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+l.to.Seat)
	request.Header.Set("Accept", accept)
	return l.client.Do(request)
}

func (l *requests) post(data []byte) error {
	ctx, done := context.WithTimeout(l.ctx, postWithin)
	defer done()
	answer, err := l.ask(ctx, http.MethodPost, "up", "", bytes.NewReader(data), "application/json")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
	return l.verdict(answer.StatusCode, http.StatusNoContent)
}

// verdict: a no of the server is the end; what is too much or too early may be asked again.
func (l *requests) verdict(status, want int) error {
	switch {
	case status == want:
		return nil
	case status >= 500 || status == http.StatusTooManyRequests:
		return fmt.Errorf("status %d", status)
	}
	return fmt.Errorf("%w: status %d", errTold, status)
}

func (l *requests) listen(polls bool) {
	take := l.stream
	if polls {
		take = l.poll
	}
	for l.ctx.Err() == nil {
		if err := l.insist(take); err != nil {
			l.end(err)
		}
	}
}

// stream reads events until the answer ends; that is an error only where nothing came.
func (l *requests) stream() error {
	query := ""
	if l.cursor != "" {
		query = "&after=" + l.cursor
	}
	answer, err := l.ask(l.ctx, http.MethodGet, "down", query, nil, "text/event-stream")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if err := l.verdict(answer.StatusCode, http.StatusOK); err != nil {
		return err
	}
	came := false
	for lines := bufio.NewReaderSize(answer.Body, 4096); ; came = true {
		row, err := lines.ReadBytes('\n')
		switch {
		case err != nil && came:
			return nil
		case err != nil:
			return err
		}
		row = bytes.TrimSuffix(row, []byte("\n"))
		if id, ok := bytes.CutPrefix(row, []byte("id: ")); ok {
			l.cursor = string(id)
		}
		if data, ok := bytes.CutPrefix(row, []byte("data: ")); ok && !l.tell(data) {
			return errTold
		}
	}
}

// poll asks for one answer.
func (l *requests) poll() error {
	query := ""
	if l.cursor != "" {
		query = "&after=" + l.cursor
	}
	answer, err := l.ask(l.ctx, http.MethodGet, "down", query, nil, "application/json")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if err := l.verdict(answer.StatusCode, http.StatusOK); err != nil {
		return err
	}
	var frames []json.RawMessage
	if err := json.NewDecoder(answer.Body).Decode(&frames); err != nil {
		return err
	}
	l.cursor = answer.Header.Get("X-Cursor")
	for _, data := range frames {
		if !l.tell(data) {
			return errTold
		}
	}
	return nil
}

// tell hands a frame to whoever reads; false when it was the end.
func (l *requests) tell(data []byte) bool {
	if bytes.HasPrefix(data, []byte(`{"code":`)) {
		var end struct {
			Type   string
			Code   int
			Reason string
		}
		if json.Unmarshal(data, &end) == nil && end.Type == "end" {
			l.end(&wire.CloseError{Code: end.Code, Text: end.Reason})
			return false
		}
	}
	select {
	case l.down <- data:
		return true
	case <-l.ctx.Done():
		return false
	}
}
