// Load measures a running Muntsaus beside the floor of its own stack: a program that only relays frames through the same
// libraries (floor.go). Both run in turn in one go, so that the ratio holds on whatever machine this is.
//
//	go run ./bench/load
//	go run ./bench/load -people 100 -time 5s -turns 1 -only edits,join
//	go run ./bench/load -against 959f968           // an earlier version too, in turn with this one
//	go run ./bench/load -way stream -only edits    // also with everybody by an event stream (or poll) in place of a websocket
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
	"time"

	"muntsaus/bench/lines"
)

var (
	people = flag.Int("people", 200, "people at the board")
	rate   = flag.Int("rate", 400, "edits per second, of all together")
	length = flag.Duration("time", 6*time.Second, "how long each measurement takes")
	turns  = flag.Int("turns", 3, "how often everything is measured; the table shows medians")
	notes  = flag.Int("notes", 2000, "notes a late joiner gets")
	idle   = flag.Int("idle", 1000, "idle connections")
	only   = flag.String("only", "alone,edits,presence,join,idle", "what is measured; what is left out stands in the table as 0")
	detour = flag.String("way", "", "another way than the websocket by which everybody goes too: stream or poll")
	past   = flag.String("against", "", "a commit whose server is built and measured too")
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
	houses := []house{&floor{}}
	if *past != "" {
		program, err := buildPast(ctx, dir, *past)
		if err != nil {
			return fmt.Errorf("%s: %w", *past, err)
		}
		houses = append(houses, &muntsaus{called: *past, program: program})
	}
	program := filepath.Join(dir, "muntsaus")
	if err := build(ctx, ".", program); err != nil {
		return err
	}
	houses = append(houses, &muntsaus{called: "muntsaus", program: program})
	if *detour != "" {
		if err := lines.Known(*detour); err != nil {
			return err
		}
		houses = append(houses, &muntsaus{called: "by " + *detour, program: program, way: *detour})
	}
	results, err := inTurn(ctx, dir, houses)
	if err != nil {
		return err
	}
	fmt.Printf("%s, %d cores, %d turns; medians\n\n", time.Now().Format("2006-01-02 15:04"), runtime.NumCPU(), *turns)
	table(results)
	return nil
}

// inTurn measures each house so often, every other turn from the last to the first: what grows warm or tired in between favours nobody.
func inTurn(ctx context.Context, dir string, houses []house) ([]column, error) {
	results := make([]column, len(houses))
	for turn := range *turns {
		for n := range houses {
			i := n
			if turn%2 == 1 {
				i = len(houses) - 1 - n
			}
			h := houses[i]
			r, err := measure(ctx, h, filepath.Join(dir, fmt.Sprint(h.name(), turn)))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", h.name(), err)
			}
			results[i].name, results[i].turns = h.name(), append(results[i].turns, r)
		}
	}
	return results, nil
}

// build makes the server that stands in a folder.
func build(ctx context.Context, folder, program string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-o", program, "muntsaus/server")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w: %s", err, out)
	}
	return nil
}

// buildPast makes the server of an earlier commit, without its pages, from a copy that goes with the folder.
func buildPast(ctx context.Context, dir, commit string) (program string, err error) {
	source, program := filepath.Join(dir, "source"), filepath.Join(dir, "past")
	if err := os.Mkdir(source, 0o700); err != nil {
		return "", err
	}
	archive := filepath.Join(dir, "source.tar")
	for _, args := range [][]string{{"git", "archive", "-o", archive, commit}, {"tar", "-xf", archive, "-C", source}} {
		if out, err := exec.CommandContext(ctx, args[0], args[1:]...).CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s: %w: %s", args[0], err, out)
		}
	}
	return program, build(ctx, source, program)
}
