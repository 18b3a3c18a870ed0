package oplog

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"muntsaus/boards"
)

const (
	mostJobs  = 512     // changes in one transaction
	mostBytes = 8 << 20 // data in one transaction, so that large snapshots do not pile up in memory
)

// ErrClosed answers calls to a store that was closed.
var ErrClosed = errors.New("the store is closed")

// job is one change that waits for the disk.
type job struct {
	// change checks first and writes after that: when it gives a refusal it wrote nothing.
	change func(*file) error
	wipe   bool // what it removes must leave every file before it is answered
	size   int  // bytes it brings
	answer error
	done   chan error
}

// writer is the only one who changes the file. Whatever waits while it works is its next transaction: no timer, and the
// more people write, the fewer commits each of them costs.
type writer struct {
	gate   sync.RWMutex // closed changes under Lock, the queue is fed under RLock
	closed bool
	queue  chan *job
	ended  chan struct{}
	failed chan error

	mu     sync.Mutex // one connection: a transaction or a look at a time
	file   *file
	broken error // why nothing is acknowledged any more
	wiping bool  // a wipe is owed to the file: bytes that were removed are still in the write-ahead log
}

func startWriter(f *file) *writer {
	w := &writer{file: f, wiping: f.owes, queue: make(chan *job, mostJobs), ended: make(chan struct{}), failed: make(chan error, 1)}
	go w.work()
	return w
}

// do puts a job in the queue and waits for its answer, however long it takes.
func (w *writer) do(ctx context.Context, j *job) error {
	if err := w.put(ctx, j); err != nil {
		return err
	}
	return <-j.done
}

// put queues a job, or gives an error and the job will never run.
func (w *writer) put(ctx context.Context, j *job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j.done = make(chan error, 1)
	w.gate.RLock()
	defer w.gate.RUnlock()
	if w.closed {
		return ErrClosed
	}
	select {
	case w.queue <- j:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// look runs a read between two transactions: it sees committed data only.
func (w *writer) look(ctx context.Context, read func(*file) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.broken != nil {
		return w.broken
	}
	return read(w.file)
}

// close ends the queue, waits until it is empty, and closes the file. It is called once.
func (w *writer) close() error {
	w.gate.Lock()
	w.closed = true
	close(w.queue)
	w.gate.Unlock()
	<-w.ended
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.broken == nil {
		w.broken = ErrClosed
	}
	return w.file.close()
}

func (w *writer) work() {
	defer close(w.ended)
	for first := range w.queue {
		w.turn(first)
	}
}

// turn takes what waits and commits it. It gathers under the lock, so that what came during a long read is in too.
func (w *writer) turn(first *job) {
	w.mu.Lock()
	defer w.mu.Unlock()
	batch := w.gather(first)
	if w.broken != nil {
		answerAll(batch, w.broken)
		return
	}
	if err := w.commit(batch); err != nil {
		answerAll(batch, err)
		return
	}
	w.answer(batch)
	w.tidy()
}

func (w *writer) gather(first *job) []*job {
	batch, bytes := []*job{first}, first.size
	for len(batch) < mostJobs && bytes < mostBytes {
		select {
		case j, open := <-w.queue:
			if !open {
				return batch
			}
			batch, bytes = append(batch, j), bytes+j.size
		default:
			return batch
		}
	}
	return batch
}

// commit brings the batch to disk. A job that is refused leaves the others alone; a fault takes all of them back.
func (w *writer) commit(batch []*job) error {
	err := w.file.transaction(func() error {
		for _, j := range batch {
			if j.answer = j.change(w.file); j.answer != nil && !isRefusal(j.answer) {
				return j.answer
			}
		}
		return nil
	})
	return w.judge(err)
}

// judge tells a full disk, which passes, from a fault after which the state of the disk is unknown.
func (w *writer) judge(err error) error {
	switch {
	case err == nil:
		return nil
	case isFull(err):
		return fmt.Errorf("%w (%w)", boards.ErrFull, err)
	}
	w.broken = fmt.Errorf("the disk failed, nothing is accepted any more: %w", err)
	select {
	case w.failed <- fmt.Errorf("oplog: %w", w.broken):
	default: // told before
	}
	return w.broken
}

// answer tells everyone how it went: first those who wait for the commit alone, then those who wait for the wipe.
func (w *writer) answer(batch []*job) {
	for _, j := range batch {
		w.wiping = w.wiping || j.wipe && j.answer == nil
		if !j.wipe || j.answer != nil {
			j.done <- j.answer
		}
	}
	if !w.wiping {
		return
	}
	err := w.judge(w.file.wipe())
	w.wiping = err != nil // owed until it succeeds; opening the file does it too
	for _, j := range batch {
		if j.wipe && j.answer == nil {
			j.done <- err
		}
	}
}

// tidy moves the write-ahead log into the file now and then. It is not left to SQLite because SQLite hides its errors,
// and after a failed fsync the kernel may drop what a second fsync seems to save.
func (w *writer) tidy() {
	if w.broken != nil || !w.file.checkpointDue() {
		return
	}
	_ = w.judge(w.file.checkpoint()) // full: the next turn tries again; broken: everybody hears so from now on
}

func answerAll(batch []*job, err error) {
	for _, j := range batch {
		j.done <- err
	}
}
