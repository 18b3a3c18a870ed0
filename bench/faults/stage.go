package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"muntsaus/bench/crowd"
)

// stage is where one row happens: a folder, a program, chance from one seed, and what must be cleared away in the end.
type stage struct {
	setting
	ctx     context.Context
	program string // the server under test
	dir     string // this row's own folder
	rnd     *rand.Rand
	tables  uint64
	cleanup []func()
}

// outcome is what a row proved.
type outcome struct {
	faults int
	tally  crowd.Tally
	notes  []string
}

func (o *outcome) note(format string, args ...any) {
	o.notes = append(o.notes, fmt.Sprintf(format, args...))
}

// fault notes what must never be although no ledger saw it.
func (o *outcome) fault(format string, args ...any) {
	o.tally.Faults = append(o.tally.Faults, fmt.Sprintf(format, args...))
}

// build makes the program that is tested, without the race detector: its timing is that of the real one.
func build(ctx context.Context, dir string) (string, error) {
	program := filepath.Join(dir, "muntsaus")
	out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "muntsaus/server").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build: %w: %s", err, out)
	}
	return program, nil
}

func newStage(ctx context.Context, program, dir string, run setting) (*stage, error) {
	dir, err := os.MkdirTemp(dir, "row")
	if err != nil {
		return nil, err
	}
	s := &stage{setting: run, ctx: ctx, program: program, dir: dir, rnd: rand.New(rand.NewPCG(run.seed, 1))}
	s.later(func() { os.RemoveAll(dir) })
	return s, nil
}

// later runs a function when the row is over, the last one first.
func (s *stage) later(do func()) { s.cleanup = append(s.cleanup, do) }

func (s *stage) clear() {
	for len(s.cleanup) > 0 {
		last := s.cleanup[len(s.cleanup)-1]
		s.cleanup = s.cleanup[:len(s.cleanup)-1]
		last()
	}
}

// times scales a number of faults; at least one.
func (s *stage) times(long int) int { return max(int(float64(long)*s.scale+0.5), 1) }

// during scales a time to watch; at least a second and a half.
func (s *stage) during(long time.Duration) time.Duration {
	return max(time.Duration(float64(long)*s.scale), 1500*time.Millisecond)
}

// wait is a moment by chance: faults come when they come.
func (s *stage) wait(from, to time.Duration) {
	s.sleep(from + time.Duration(s.rnd.Int64N(int64(to-from)+1)))
}

func (s *stage) sleep(d time.Duration) {
	select {
	case <-s.ctx.Done():
	case <-time.After(d):
	}
}

// within gives a context for something that must happen soon.
func (s *stage) within(d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(s.ctx, d)
}

func (s *stage) folder(name string) string { return filepath.Join(s.dir, name) }

// nextSeed gives each table of a row chance of its own.
func (s *stage) nextSeed() crowd.Seed {
	s.tables++
	return crowd.Seed{s.seed, s.tables}
}
