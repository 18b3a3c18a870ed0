package report_test

import (
	"bytes"
	"fmt"
	"time"

	"muntsaus/boards"
	"muntsaus/boards/report"
	"muntsaus/boards/template"
)

// The summary of a board is one HTML document with nothing outside of it: a web page, and printed it is the PDF.
func ExampleHTML() {
	ids := 0
	now := boards.Moment{At: 1772438400000, ID: func() string { ids++; return fmt.Sprintf("record-%09d", ids) }}
	wish := template.Wish{Template: "lease", Agenda: "half", Language: "nl", Name: "Noor"}
	board, _, err := template.Found("board-1", "lineage-1", wish, now)
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := report.HTML(board, nil, report.Options{Language: "nl", Now: time.UnixMilli(now.At)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a document:", bytes.HasPrefix(page, []byte("<!doctype html>")))
	fmt.Println("asks for nothing:", !bytes.Contains(page, []byte(`src="http`)))
	fmt.Println("says what is not there:", bytes.Contains(page, []byte("Er wordt geen besluit gevraagd.")))
	// Output:
	// a document: true
	// asks for nothing: true
	// says what is not there: true
}
