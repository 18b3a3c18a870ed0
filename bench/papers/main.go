// Program papers measures what the summary takes: the page and its PDF, of a lease board as it begins, after an afternoon, and as large
// as a board gets; how long the first PDF takes, which starts the browser, and those after it; and the memory of the browser, then and
// when nobody printed for a while. Two programs are measured in turn, so that the ratio holds on whatever machine this is.
//
//	make bench-papers THEN=<the program of an earlier commit>      quiet machine, about ten minutes
//	go run ./bench/papers -then bin/then -turns 1 -idle=false
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"muntsaus/boards/boardtest"
)

var (
	now   = flag.String("now", "bin/muntsaus", "the program that is measured")
	then  = flag.String("then", "", "the one it is compared with; none when empty")
	turns = flag.Int("turns", 3, "how often each is measured")
	each  = flag.Int("each", 5, "boards of each sort in a turn: a document is made once for a board")
	idle  = flag.Bool("idle", true, "in the last turn, wait until the browser rests")
)

func main() {
	flag.Parse()
	if err := bench(); err != nil {
		fmt.Fprintln(os.Stderr, "papers:", err)
		os.Exit(1)
	}
}

// row is what is measured, and what it may be on a quiet machine.
type row struct {
	name string
	most float64
	unit string
}

var rows = []row{
	{"page, lease", 25, "ms"}, {"page, full", 25, "ms"}, {"page, largest", 120, "ms"},
	{"PDF, the first", 2000, "ms"}, {"PDF, lease", 1000, "ms"}, {"PDF, full", 1000, "ms"}, {"PDF, largest", 0, "ms"},
	{"PDF, lease, size", 1024, "kB"}, {"PDF, full, size", 1024, "kB"}, {"PDF, largest, size", 0, "kB"},
	{"browser, memory", 0, "MB"}, {"browser, when it rests", 1, "MB"}, {"until it rests", 90, "s"},
}

// measured are the values of one program, by row.
type measured map[string][]float64

func (m measured) add(name string, value float64) { m[name] = append(m[name], value) }

func bench() error {
	files, err := boardFiles()
	if err != nil {
		return err
	}
	programs := []string{*now}
	if *then != "" {
		programs = append(programs, *then)
	}
	all := make([]measured, len(programs))
	for turn := range *turns {
		for i, program := range programs {
			if all[i] == nil {
				all[i] = measured{}
			}
			if err := measure(program, files, all[i], *idle && turn == *turns-1); err != nil {
				return fmt.Errorf("%s: %w", program, err)
			}
		}
	}
	print(all)
	return nil
}

func boardFiles() (map[string][]byte, error) {
	full, err := os.ReadFile("server/print/testdata/workshop.json")
	return map[string][]byte{"full": full, "largest": boardtest.Large()}, err
}

// print shows medians: ours, the other's, the ratio, and what it may be.
func print(all []measured) {
	fmt.Printf("%-24s %10s %10s %7s %10s\n", "", "now", "then", "ratio", "at most")
	for _, r := range rows {
		values := []string{"–", "–", "–", "–"}
		mine := median(all[0][r.name])
		if len(all[0][r.name]) > 0 {
			values[0] = fmt.Sprintf("%.0f %s", mine, r.unit)
		}
		if len(all) > 1 && len(all[1][r.name]) > 0 {
			values[1] = fmt.Sprintf("%.0f %s", median(all[1][r.name]), r.unit)
			if other := median(all[1][r.name]); other > 0 {
				values[2] = fmt.Sprintf("%.2f", mine/other)
			}
		}
		over := ""
		if r.most > 0 {
			values[3] = fmt.Sprintf("%.0f %s", r.most, r.unit)
			if mine > r.most {
				over = "  over"
			}
		}
		fmt.Printf("%-24s %10s %10s %7s %10s%s\n", r.name, values[0], values[1], values[2], values[3], over)
	}
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
