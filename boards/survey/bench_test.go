package survey

import (
	"bytes"
	"encoding/csv"
	"fmt"
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

// Reading, understanding and taking 50,000 answers beside splitting the same bytes into cells and nothing else: ratio is the one to the other.
func BenchmarkCSV(b *testing.B) {
	data := []byte(bigCSV())
	var ours, alone time.Duration
	b.ReportAllocs()
	for b.Loop() {
		from := time.Now()
		if f, err := Read(data, Options{}); err != nil || f.preview.Rows != mostRows {
			b.Fatal(err)
		}
		ours += time.Since(from)
		b.StopTimer()
		from = time.Now()
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma = ';'
		if _, err := r.ReadAll(); err != nil {
			b.Fatal(err)
		}
		alone += time.Since(from)
		b.StartTimer()
	}
	b.ReportMetric(float64(ours)/float64(alone), "ratio")
}

func BenchmarkXLSX(b *testing.B) {
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
	var ours, alone time.Duration
	b.ReportAllocs()
	for b.Loop() {
		from := time.Now()
		if f, err := Read(out.Bytes(), Options{}); err != nil || f.preview.Rows != mostRows {
			b.Fatal(err)
		}
		ours += time.Since(from)
		b.StopTimer()
		from = time.Now()
		excelAlone(b, out.Bytes())
		alone += time.Since(from)
		b.StartTimer()
	}
	b.ReportMetric(float64(ours)/float64(alone), "ratio")
}

func readLine(line string) []string {
	r := reader{text: line, line: 1, sep: ';'}
	return r.record().cells
}

func excelAlone(b *testing.B, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
}
