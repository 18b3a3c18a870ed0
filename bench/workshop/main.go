// Workshop holds a small workshop at a server that runs already, and looks afterwards whether another program still has all of it.
//
//	go run ./bench/workshop -url http://127.0.0.1:8080 -keep seen.json -pdf report.pdf      hold it, and write down what the board was
//	go run ./bench/workshop -url http://127.0.0.1:8080 -again seen.json -pdf report.pdf     look again
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"muntsaus/bench/crowd"
	"muntsaus/boards"
)

// seen is what a workshop left: its board, the key of whoever leads, and what stood on it.
type seen struct {
	Board, Seat, Hash string
	Records           int
}

func main() {
	url := flag.String("url", "http://127.0.0.1:8080", "address of the server")
	keep := flag.String("keep", "seen.json", "where to write down what was seen")
	again := flag.String("again", "", "what an earlier run wrote down: look again, and change nothing")
	pdf := flag.String("pdf", "", "where to put the PDF of the report; empty: none")
	work := flag.Duration("work", 6*time.Second, "how long five people work")
	flag.Parse()
	ctx, end := context.WithTimeout(context.Background(), 4*time.Minute)
	defer end()
	if err := run(ctx, *url, *keep, *again, *pdf, *work); err != nil {
		fmt.Fprintln(os.Stderr, "workshop:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, url, keep, again, pdf string, work time.Duration) error {
	left, err := look(ctx, url, keep, again, work)
	if err != nil || pdf == "" {
		return err
	}
	from := time.Now()
	file, err := get(ctx, url+"/api/boards/"+left.Board+"/report.pdf", left.Seat)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(string(file), "%PDF-") {
		return fmt.Errorf("the report is no PDF: %.60q", file)
	}
	fmt.Printf("PDF: %d bytes in %.1f s\n", len(file), time.Since(from).Seconds())
	return os.WriteFile(pdf, file, 0o644)
}

// look holds a workshop, or looks again at one that was held.
func look(ctx context.Context, url, keep, again string, work time.Duration) (left seen, err error) {
	if again == "" {
		if left, err = hold(ctx, url, work); err != nil {
			return left, err
		}
		text, err := json.Marshal(left)
		return left, errors.Join(err, os.WriteFile(keep, text, 0o600))
	}
	text, err := os.ReadFile(again)
	if err != nil {
		return left, err
	}
	if err := json.Unmarshal(text, &left); err != nil {
		return left, err
	}
	now, err := stands(ctx, url, left)
	if err == nil && (now.Hash != left.Hash || now.Records != left.Records) {
		err = fmt.Errorf("the board was %s with %d records and is %s with %d", left.Hash, left.Records, now.Hash, now.Records)
	}
	fmt.Printf("board %.8s…: %d records, hash %.12s as it was left\n", left.Board, now.Records, now.Hash)
	return left, err
}

// hold lets five people and whoever leads work for a while, and wants one board on every screen and at the server.
func hold(ctx context.Context, url string, work time.Duration) (left seen, err error) {
	table, err := crowd.Set(ctx, func() string { return url }, 5, crowd.Seed{17, 5})
	if err != nil {
		return left, err
	}
	defer table.Leave()
	if err := table.Start(ctx); err != nil {
		return left, err
	}
	table.Work(true)
	select {
	case <-time.After(work):
	case <-ctx.Done():
	}
	if err := table.Quiet(ctx); err != nil {
		return left, err
	}
	now, err := stands(ctx, url, seen{Board: table.Board, Seat: table.Pages[0].Seat})
	for _, page := range table.Pages {
		if err == nil && page.Hash() != now.Hash {
			err = fmt.Errorf("the board of %s is %s, that of the server %s", page.Name, page.Hash(), now.Hash)
		}
	}
	fmt.Printf("board %.8s…: six people, %s\n", now.Board, said(table.Ledger.Count()))
	fmt.Printf("%d records, hash %.12s on every screen and at the server\n", now.Records, now.Hash)
	return now, err
}

// stands adds what stands on a board now.
func stands(ctx context.Context, url string, of seen) (seen, error) {
	file, err := get(ctx, url+"/api/boards/"+of.Board+"/board.json", of.Seat)
	if err != nil {
		return of, err
	}
	var board struct{ Records []*boards.Record }
	err = json.Unmarshal(file, &board)
	of.Hash, of.Records = crowd.Hash(board.Records), len(board.Records)
	return of, err
}

func get(ctx context.Context, url, seat string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+seat)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answered %s: %.200s", url, answer.Status, body)
	}
	return body, err
}

func said(t crowd.Tally) string {
	return fmt.Sprintf("%d gestures sent, %d stored, %d refused, %d entries, %d frames seen",
		t.Sent, t.Acknowledged, t.Refused, t.Entries, t.Seen)
}
