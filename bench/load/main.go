// Load measures a running Muntsaus beside the floor of its own stack: a program that only relays frames through the same
// libraries (floor.go). Both run in turn in one go, so that the ratio holds on whatever machine this is.
//
//	go run ./bench/load
//	go run ./bench/load -people 100 -time 5s -turns 1 -only edits,join
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

var (
	people = flag.Int("people", 200, "people at the board")
	rate   = flag.Int("rate", 400, "edits per second, of all together")
	length = flag.Duration("time", 6*time.Second, "how long each measurement takes")
	turns  = flag.Int("turns", 3, "how often everything is measured; the table shows medians")
	notes  = flag.Int("notes", 2000, "notes a late joiner gets")
	idle   = flag.Int("idle", 1000, "idle connections")
	only   = flag.String("only", "alone,edits,presence,join,idle", "what is measured; what is left out stands in the table as 0")
)

func main() {
	floorAt := flag.String("floor", "", "be the floor, listening there")
	flag.Parse()
	if *floorAt != "" {
		serveFloor(*floorAt)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := bench(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// house is what is measured.
type house interface {
	name() string
	start(dir string) error
	stop()
	pid() int
	prepare(people int) error                       // a fresh board and a seat for everybody
	join(ctx context.Context, i int) (*peer, error) // waits until the board was told
	edit(p *peer, mark string) []byte               // the frame that shows a text to everybody
	here(p *peer, spot string) []byte               // the frame that tells where somebody is
	fill(ctx context.Context, notes int) error
}

func bench(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "muntsaus-load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "muntsaus")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "muntsaus/server").CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w: %s", err, out)
	}
	results := map[string][]result{}
	for turn := range *turns {
		for _, h := range []house{&floor{}, &muntsaus{program: program}} {
			r, err := measure(ctx, h, filepath.Join(dir, fmt.Sprint(h.name(), turn)))
			if err != nil {
				return fmt.Errorf("%s: %w", h.name(), err)
			}
			results[h.name()] = append(results[h.name()], r)
		}
	}
	fmt.Printf("%s, %d cores, %d turns; medians\n\n", time.Now().Format("2006-01-02 15:04"), runtime.NumCPU(), *turns)
	table(results["floor"], results["muntsaus"])
	return nil
}

func table(low, high []result) {
	fmt.Println("| work | floor | muntsaus | ratio |\n|---|---|---|---|")
	for _, line := range []struct {
		what string
		of   func(result) float64
	}{
		{fmt.Sprintf("edits, %d people × %d/s: CPU µs per delivery", *people, *rate), func(r result) float64 { return r.edits.cpu }},
		{"… p50 ms", func(r result) float64 { return r.edits.p50 }},
		{"… p99 ms", func(r result) float64 { return r.edits.p99 }},
		{"… delivered %", func(r result) float64 { return r.edits.share }},
		{fmt.Sprintf("presence, %d × 10 Hz: CPU µs per delivery", *people), func(r result) float64 { return r.presence.cpu }},
		{"… p99 ms", func(r result) float64 { return r.presence.p99 }},
		{"… newest arrived %", func(r result) float64 { return r.presence.share }},
		{"one edit on an idle board: p50 ms", func(r result) float64 { return r.alone }},
		{fmt.Sprintf("late joiner, %d notes: ms", *notes), func(r result) float64 { return r.join }},
		{fmt.Sprintf("storm of %d: ms", *people), func(r result) float64 { return r.storm }},
		{"KiB per idle connection", func(r result) float64 { return r.idle }},
	} {
		a, b := middle(low, line.of), middle(high, line.of)
		fmt.Printf("| %s | %.2f | %.2f | %.2f |\n", line.what, a, b, b/a)
	}
}

func middle(list []result, of func(result) float64) float64 {
	var all []float64
	for _, r := range list {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}
