// Rows tries the rows of docs/faults.md on built programs: what was seen on an earlier one, and what is right now. It speaks the wire
// alone (docs/protocol.md), so that the same probe fits both. bench/redgreen.sh builds 959f968 beside the program of this tree and runs it.
//
//	go run ./bench/rows -then <program> -now bin/muntsaus
//	go run ./bench/rows -now bin/muntsaus -only D1,M1
//	go run ./bench/rows -now bin/muntsaus -abuse
//
// Red: the fault is there. Green: it is not. Everything stays on this machine, in a folder of its own, and ends by itself.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"
)

// probe is one row: the smallest input, and what is said when the fault is there. Empty: it is not.
type probe struct {
	row string
	try func(*house) (seen string)
}

var probes = slices.Concat(doors, times, hands, papers, claims, files, promises)

var (
	then    = flag.String("then", "", "an earlier program")
	patient = flag.String("patient", "", "the earlier program with a longer limit for printing, for what is on paper; empty = as it was")
	now     = flag.String("now", "bin/muntsaus", "the program of this tree")
	only    = flag.String("only", "", "rows, with commas; empty = all; with -abuse: whose abuse")

	abused  = flag.Bool("abuse", false, "measure what ten abusers do to five people instead")
	windows = flag.Int("windows", 4, "with -abuse: so many with abusers, and as many without")
	long    = flag.Duration("window", 6*time.Second, "with -abuse: how long each is")
	abuser  = flag.Bool("abuser", false, "be the abusers of -abuse")
)

func main() {
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := choose(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "rows:", err)
		os.Exit(1)
	}
}

func choose(ctx context.Context) error {
	switch {
	case *abuser:
		return behave()
	case *abused:
		return abuse(ctx, *now, *windows, *long)
	}
	return run(ctx)
}

func run(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "rows") // short: a browser puts a socket in it
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Println("| row | then | now |\n|---|---|---|")
	left := 0
	for _, p := range probes {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), p.row) || ctx.Err() != nil {
			continue
		}
		before, after := verdict{word: "–"}, onProgram(p, *now, dir)
		if *then != "" {
			before = onProgram(p, earlier(p.row), dir)
		}
		if after.word != green {
			left++
		}
		fmt.Printf("| %s | %s | %s |\n", p.row, before, after)
	}
	if left > 0 {
		return fmt.Errorf("%d rows are not green now", left)
	}
	return ctx.Err()
}

// onPaper are the rows that read what was printed. On a busy machine the limit of an earlier program (F8) hides them.
var onPaper = []string{"F2", "F3", "F4", "F8", "Q8"}

func earlier(row string) string {
	if *patient != "" && slices.Contains(onPaper, row) {
		return *patient
	}
	return *then
}

// verdict is what a probe said of one program.
type verdict struct{ word, seen string }

const red, green, broken = "red", "green", "not tried"

func (v verdict) String() string {
	if v.seen == "" {
		return v.word
	}
	return v.word + ": " + strings.ReplaceAll(v.seen, "|", "\\|")
}

// errProbe is what a probe breaks off with: what it needs is not there.
var errProbe = errors.New("the probe")

// onProgram tries a row on a server of its own.
func onProgram(p probe, program, dir string) (v verdict) {
	folder, err := os.MkdirTemp(dir, "")
	if err != nil {
		return verdict{broken, err.Error()}
	}
	h := &house{program: program, dir: folder}
	defer h.end()
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			if !errors.Is(r, errProbe) {
				panic(r)
			}
			v = verdict{broken, r.Error()}
		default:
			panic(r)
		}
	}()
	from := time.Now()
	seen := p.try(h)
	fmt.Fprintf(os.Stderr, "%s on %s: %.1f s\n", p.row, program, time.Since(from).Seconds())
	if seen != "" {
		return verdict{red, seen}
	}
	return verdict{green, ""}
}

// must breaks the probe off.
func must(err error) {
	if err != nil {
		panic(fmt.Errorf("%w: %w", errProbe, err))
	}
}

func breakOff(format string, args ...any) {
	panic(fmt.Errorf("%w: %s", errProbe, fmt.Sprintf(format, args...)))
}

// say gives what was seen where a fault is.
func say(fault bool, format string, args ...any) string {
	if !fault {
		return ""
	}
	return fmt.Sprintf(format, args...)
}
