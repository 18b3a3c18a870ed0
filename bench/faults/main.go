// Faults does to a running Muntsaus what a bad day does: kills, full disks, cut lines, slow screens, a Redis that dies, stops
// or forgets. People work meanwhile, as programs (package crowd), and in the end nothing that was acknowledged may be lost,
// doubled, out of order or different on any screen.
//
//	go run ./bench/faults -list
//	go run ./bench/faults -run kill,full -scale 0.1
//	go run ./bench/faults -redis cluster
//
// Everything stays on this machine, in a folder of its own, and ends by itself. Some rows need root (tmpfs, network
// namespaces) or tools (strace, nft, redis-server); a row that cannot run here says so and fails.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"muntsaus/bench/lines"
)

// row is one line of the table of docs/operate.md, "Faults it was tested with".
type row struct {
	name  string
	what  string
	redis bool // the boards are in Redis
	run   func(*stage) (*outcome, error)
}

var rows = []row{
	{"kill", "kill -9 of the server at random moments", false, killed},
	{"term", "SIGTERM under load", false, stopped},
	{"full", "a full disk (tmpfs)", false, filled},
	{"fsync", "fsync answers EIO (strace)", false, broken},
	{"slow", "a screen that reads 1 KB/s", false, slowScreen},
	{"cut", "half of the people without a line for 5 s and 30 s", false, cutOff},
	{"long-cut", "half of the people without a line for ten minutes", false, longCutOff},
	{"hall", "kill -9 with 10,000 records and 1,000 screens", false, fullHall},
	{"half-open", "lines that are open and carry nothing", false, halfOpen},
	{"vanished", "the other side is gone without a word (nft)", false, vanished},
	{"loss", "20 % of packets lost both ways (nft)", false, lossy},
	{"answers", "lines that die between a push and its answer", false, lostAnswers},
	{"backup", "a backup made under load is put back", false, restored},
	{"redis-kill", "kill -9 of Redis", true, redisRow(30, 30, redisKilled)},
	{"redis-pause", "Redis stands still (SIGSTOP)", true, redisRow(15, 15, redisPaused)},
	{"redis-short", "Redis comes back with an older file", true, redisShort},
	{"redis-flush", "FLUSHALL", true, redisEmptied},
	{"nodes", "three servers, one is killed", true, nodesKilled},
	{"slow-node", "one of three servers is 10 ms further from Redis", true, slowNode},
}

func main() {
	only := flag.String("run", "", "names of rows, with commas; empty = all")
	kind := flag.String("redis", "single",
		"what the rows with Redis run on: single, cluster, sentinel; other rows are left out unless it is single")
	scale := flag.Float64("scale", 1, "how long: 1 = the whole number of faults")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "everything by chance follows from it, except what the machine does")
	way := flag.String("way", "socket", "by which people come: socket, stream or poll")
	list := flag.Bool("list", false, "name the rows")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if *list {
		for _, r := range rows {
			fmt.Printf("%-14s %s\n", r.name, r.what)
		}
		return
	}
	chosen, err := choose(*only, *kind)
	if err == nil {
		err = lines.Known(*way)
	}
	if err == nil {
		err = runAll(ctx, chosen, setting{*kind, *way, *seed, *scale})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

func choose(only, kind string) (chosen []row, err error) {
	if !slices.Contains([]string{"single", "cluster", "sentinel"}, kind) {
		return nil, fmt.Errorf("-redis is single, cluster or sentinel, not %q", kind)
	}
	names := strings.Split(only, ",")
	for _, r := range rows {
		if slices.Contains(names, r.name) || only == "" && (r.redis || kind == "single") {
			chosen = append(chosen, r)
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no row is called %q; -list names them", only)
	}
	return chosen, nil
}

// setting is what holds for all rows of a run.
type setting struct {
	kind  string  // of Redis: single, cluster, sentinel
	way   string  // by which people come, see package lines
	seed  uint64  // everything by chance follows from it, except what the kernel and the network do
	scale float64 // 1 = the long version
}

func runAll(ctx context.Context, chosen []row, run setting) error {
	dir, err := os.MkdirTemp("", "muntsaus-faults")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := build(ctx, dir)
	if err != nil {
		return err
	}
	fmt.Printf("seed %d, scale %g, redis %s, by %s, %s\n\n%s\n", run.seed, run.scale, run.kind, run.way,
		time.Now().Format("2006-01-02 15:04"), heading)
	bad := 0
	for _, r := range chosen {
		line := runRow(ctx, r, program, dir, run)
		fmt.Println(line.text())
		for _, problem := range line.problems() {
			bad++
			fmt.Fprintf(os.Stderr, "    %s: %s\n", r.name, problem)
		}
		if ctx.Err() != nil {
			break
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d problems; the same faults again: -seed %d", bad, run.seed)
	}
	return ctx.Err()
}

// line is one row after it ran.
type line struct {
	row
	*outcome
	took time.Duration
	err  error
}

func runRow(ctx context.Context, r row, program, dir string, run setting) line {
	from := time.Now()
	s, err := newStage(ctx, program, dir, run)
	if err != nil {
		return line{r, &outcome{}, 0, err}
	}
	defer s.clear()
	o, err := r.run(s)
	return line{r, o, time.Since(from), err}
}
