package survey

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// FuzzRead reads any bytes as a file of answers: whatever they are, nothing breaks, no row goes missing, and nothing personal is shown or taken.
func FuzzRead(f *testing.F) {
	for _, text := range []string{limeSurvey, microsoft, latin(microsoft), qualtrics, oldFormat, monkey, typeform, "sep=;\nCijfer;Reden\n7,5;\"goed", utf16(monkey, 1)} {
		f.Add([]byte(text))
	}
	f.Add(workbook(f, func(book *excelize.File) { _ = book.MergeCell("Sheet1", "A2", "A3") }, []any{"Stap", "Cijfer"}, []any{"Balie", 8}, []any{nil, 7}))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data, Options{Zone: amsterdam, Steps: []string{"Balie"}})
		if err != nil {
			return
		}
		p := file.Preview()
		if p.Counted+len(p.LeftOut) != p.Rows || p.Rows > mostRows {
			t.Fatalf("%d counted and %d left out of %d", p.Counted, len(p.LeftOut), p.Rows)
		}
		for _, c := range p.Columns {
			tryColumn(t, file, c)
		}
	})
}

func tryColumn(t *testing.T, file *File, c Column) {
	t.Helper()
	taken, err := file.Take(Mapping{Score: &ScoreOf{Column: c.Index}, Comments: []int{c.Index}, StepIn: &c.Index}, nps)
	if c.Guess == Personal && (err == nil || len(c.Samples) > 0 || len(c.Labels) > 0) {
		t.Fatalf("%+v is personal and %v", c, err)
	}
	sum := 0
	for _, n := range taken.Counts {
		sum += n
	}
	if err == nil && (taken.N == 0 || taken.Counts != nil && sum != taken.N) {
		t.Fatalf("n %d, counts %v", taken.N, taken.Counts)
	}
	for _, q := range taken.Quotes {
		if n := len([]rune(q.Text)); n == 0 || n > MostQuote {
			t.Fatalf("a quote of %d characters", n)
		}
	}
}
