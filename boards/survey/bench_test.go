package survey

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
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

// 50,000 answers of a text file, beside the standard library that splits the same text into cells and does nothing else.
func BenchmarkCSV(b *testing.B) {
	data := []byte(bigCSV())
	beside(b, data, func() error {
		text, _, err := decode(data)
		if err != nil {
			return err
		}
		r := csv.NewReader(strings.NewReader(text))
		r.Comma = ';'
		_, err = r.ReadAll()
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

// beside times a whole import, of it the reading of the cells, and apart from both what the library alone does. reading and ratio are the
// one and the other beside the library; what lies between them is understanding: which columns there are, and what every cell says. MB is
// the most that was alive in memory during an import over what was there before; MB-alone the same of the library.
func beside(b *testing.B, data []byte, alone func() error) {
	timed := func(what func() error) time.Duration {
		runtime.GC()
		from := time.Now()
		if err := what(); err != nil {
			b.Fatal(err)
		}
		return time.Since(from)
	}
	whole := func() error { return takeAll(data) }
	var all, cells, theirs time.Duration
	for b.Loop() {
		all += timed(whole)
		b.StopTimer()
		cells += timed(func() error { _, err := new(File).unpack(data); return err })
		theirs += timed(alone)
		b.StartTimer()
	}
	b.StopTimer()
	b.ReportMetric(float64(all)/float64(theirs), "ratio")
	b.ReportMetric(float64(cells)/float64(theirs), "reading")
	b.ReportMetric(alive(b, whole), "MB")
	b.ReportMetric(alive(b, alone), "MB-alone")
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

// alive gives how many MB were alive at most while something ran, over those from before: what every collection found, of which many are made.
func alive(b *testing.B, what func() error) float64 {
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	runtime.GC()
	found := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	read := func() uint64 {
		metrics.Read(found)
		return found[0].Value.Uint64()
	}
	before, done := read(), false
	most := before
	var mutex sync.Mutex
	var again func()
	again = func() { // called after a collection: nothing holds the mark
		runtime.AddCleanup(new([64]byte), func(bool) {
			mutex.Lock()
			defer mutex.Unlock()
			if most = max(most, read()); !done {
				again()
			}
		}, true)
	}
	again()
	err := what()
	mutex.Lock()
	defer mutex.Unlock()
	if done = true; err != nil {
		b.Fatal(err)
	}
	return float64(most-before) / 1e6
}
