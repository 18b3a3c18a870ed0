package survey

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// bigCSV is a file of 50,000 answers as a form exports it.
func bigCSV() string {
	var b strings.Builder
	b.WriteString("ID;Begintijd;Tijd van voltooien;E-mail;Cijfer;Tevreden?;Kanaal;Toelichting;Stap;Nog iets?\n")
	for i := range mostRows {
		fmt.Fprintf(&b, "%d;%d-11-2025 9:05:11;%d-11-2025 9:07:40;anonymous;%d;%s;\"Website;Telefoon;\";\"Ik belde %d keer, en toen ging het goed\";Balie;\n",
			i+1, i%28+1, i%28+1, i%11, []string{"Zeer tevreden", "Tevreden", "Neutraal"}[i%3], i)
	}
	return b.String()
}

// bigXLSX is the same file as a workbook.
func bigXLSX(b *testing.B) []byte {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(bigCSV()), "\n") {
		var cells []any
		for _, cell := range readLine(line) {
			if v, ok := decimal(cell); ok {
				cells = append(cells, v)
			} else {
				cells = append(cells, cell)
			}
		}
		if err := w.SetRow(fmt.Sprint("A", i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func readLine(line string) []string {
	r := reader{text: line, line: 1, sep: ';'}
	return r.record().cells
}

// Reading, understanding and taking 50,000 answers, beside splitting the same bytes into cells and nothing else.
func BenchmarkCSV(b *testing.B) {
	data := []byte(bigCSV())
	beside(b, data, func() error {
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma = ';'
		_, err := r.ReadAll()
		return err
	})
}

// The same of a workbook, beside the library that unpacks it.
func BenchmarkXLSX(b *testing.B) {
	data := bigXLSX(b)
	beside(b, data, func() error {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			return err
		}
		defer f.Close()
		rows, err := f.Rows("Sheet1")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				return err
			}
		}
		return nil
	})
}

// beside times a whole import and, apart from it, what the library alone does. ratio is the one to the other; MB is the most memory an
// import held at once over what was there before, and MB-alone that of the library.
func beside(b *testing.B, data []byte, alone func() error) {
	whole := func() error { return takeAll(data) }
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	var ours, theirs time.Duration
	b.ReportAllocs()
	for b.Loop() {
		from := time.Now()
		must(whole())
		ours += time.Since(from)
		b.StopTimer()
		from = time.Now()
		must(alone())
		theirs += time.Since(from)
		b.StartTimer()
	}
	b.StopTimer()
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	b.ReportMetric(held(func() { must(whole()) }), "MB")
	b.ReportMetric(held(func() { must(alone()) }), "MB-alone")
}

// takeAll reads a file and takes its grades and as many comments as a board holds, as one import does.
func takeAll(data []byte) error {
	f, err := Read(data, Options{})
	if err != nil {
		return err
	}
	got, err := f.Take(Mapping{Score: &ScoreOf{Column: 4}, Comments: []int{7}, Day: "2026-05-01"}, Measure{Min: 0, Max: 10, Whole: true})
	if err == nil && (f.preview.Rows != mostRows || got.N != mostRows || len(got.Quotes) == 0) {
		err = fmt.Errorf("%d rows, %d grades, %d quotes", f.preview.Rows, got.N, len(got.Quotes))
	}
	return err
}

// held gives how many MB were alive on the heap at most, and not yet swept, while something ran, over those from before.
func held(what func()) float64 {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	size := func() uint64 {
		metrics.Read(heap)
		return heap[0].Value.Uint64()
	}
	runtime.GC()
	before, done, most := size(), make(chan struct{}), make(chan uint64)
	go func() {
		highest := before
		for {
			select {
			case <-done:
				most <- highest
				return
			case <-time.After(time.Millisecond):
				highest = max(highest, size())
			}
		}
	}()
	what()
	close(done)
	return float64(<-most-before) / 1e6
}
